#pragma once
#include "core/domain/rows.h"

/// JSON texts of StateRow::value by kind; `decode…` gives nullopt for "null" (removed) and for what it cannot
/// read.
namespace kith::wire {

struct DraftValue {
    QString text;
    Mid reply;
    friend bool operator==(const DraftValue &, const DraftValue &) = default;
};
QByteArray encodeDraft(const DraftValue &draft);
std::optional<DraftValue> decodeDraft(const QByteArray &value);

/// "mute": Unix ms until when; 0 = for ever. "pin": place in the list, small first. "seen": the watermark.
QByteArray encodeNumber(qint64 n);
std::optional<qint64> decodeNumber(const QByteArray &value);
/// "unread": the hand-set mark.
QByteArray encodeFlag(bool on);
bool decodeFlag(const QByteArray &value);
/// "chat": membership.
struct MembershipValue {
    bool left = false;
    friend bool operator==(const MembershipValue &, const MembershipValue &) = default;
};
QByteArray encodeMembership(const MembershipValue &membership);
std::optional<MembershipValue> decodeMembership(const QByteArray &value);
/// "hide": a message that is deleted for this user alone; the key is its id.
QByteArray encodeHidden(const ChatId &chat);
std::optional<ChatId> decodeHidden(const QByteArray &value);
inline QByteArray removedValue() { return QByteArrayLiteral("null"); }

} // namespace kith::wire
