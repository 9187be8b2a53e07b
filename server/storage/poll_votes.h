#pragma once
#include "core/wire/poll_codec.h"
#include "server/storage/rows.h"

namespace kith::server {

/// Who voted for what, beside the count in the message and the user's own state row. A vote may be here
/// before its message: after a restore both come back in any order.
class PollVotes {
public:
    explicit PollVotes(Db &db);

    wire::VoteMask of(const Mid &mid, const UserId &user);
    void put(const ChatId &chat, const Mid &mid, const UserId &user, wire::VoteMask options);
    void take(const Mid &mid, const UserId &user);
    /// The extra of a poll that is about to be stored, with the votes that are here for it.
    QByteArray counted(const ChatId &chat, const Mid &mid, const QByteArray &extra);
    /// It is stored: votes that cannot be of it go.
    void stored(const ChatId &chat, const Mid &mid, const Poll &poll);
    void dropAll(const Mid &mid);
    /// A message of any chat has this id.
    bool isTaken(const Mid &mid);

private:
    Statement m_of, m_all, m_put, m_take, m_dropAll, m_strangers, m_taken;
};

} // namespace kith::server
