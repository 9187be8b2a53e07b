#pragma once
#include "core/domain/group.h"

/// What groups carry in the open parts of rows.
namespace kith::wire {

/// ChatRow::extra for these settings, beside what else `old` holds.
QByteArray withSettings(const QByteArray &old, const GroupSettings &settings);
/// Of ChatRow::extra; unreadable fields count as absent.
GroupSettings settingsOf(const QByteArray &extra);

/// MemberRow::extra that tells these facts; empty when there are none.
QByteArray memberExtra(const MemberFacts &facts);
/// Of MemberRow::extra; unreadable fields count as absent.
MemberFacts memberFacts(const QByteArray &extra);

/// Whom the entities of a message's extra mention: those of the kinds `mention` and `mention_all`. nullopt: a
/// mention names no user, or they name more than limits::mentions of them.
std::optional<Mentions> mentionsOf(const QByteArray &extra);

} // namespace kith::wire
