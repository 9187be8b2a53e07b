#pragma once
#include "core/base/ids.h"
#include "core/domain/poll.h"

#include <QByteArray>
#include <optional>

/// Polls in a message's extra, and votes in the user's state (docs/protocol.md, "Content" and P-8.7).
namespace kith::wire {

/// Options by their place, the first is bit 0.
using VoteMask = quint32;

/// Cheap: most messages have none.
bool mayHavePoll(const QByteArray &extra);
/// nullopt: no poll, or one that cannot be read. `mine` of the options is false.
std::optional<Poll> pollOf(const QByteArray &extra);
/// Why this extra's poll is refused; nullopt = there is none, or it is in bounds. What only the server writes
/// is nobody's fault.
std::optional<QString> pollFault(const QByteArray &extra);
QByteArray withPoll(const QByteArray &extra, const Poll &poll);
/// As its sender sent it: without what the server has counted. The extra itself where there is no poll.
QByteArray withoutCount(const QByteArray &extra);
/// As `withoutCount`, and open.
QByteArray pollAgain(const QByteArray &extra);
/// With one person's vote changed; 0 = they have none.
QByteArray recounted(const QByteArray &extra, VoteMask before, VoteMask now);
QByteArray closedPoll(const QByteArray &extra);

/// "vote": a StateRow's value; the key is the message's id.
struct Vote {
    ChatId chat;
    VoteMask options = 0; // never 0
    friend bool operator==(const Vote &, const Vote &) = default;
};
QByteArray encodeVote(const Vote &vote);
std::optional<Vote> decodeVote(const QByteArray &value);
/// Whether the poll can take such a vote; also a closed one.
bool fits(const Poll &poll, VoteMask options);

} // namespace kith::wire
