#include "server/storage/poll_votes.h"

namespace kith::server {

PollVotes::PollVotes(Db &db)
    : m_of(db, "SELECT opts FROM poll_votes WHERE mid = ?1 AND user_id = ?2")
    , m_all(db, "SELECT chat_id, opts FROM poll_votes WHERE mid = ?1")
    , m_put(db, "INSERT INTO poll_votes (mid, user_id, chat_id, opts) VALUES (?1, ?2, ?3, ?4)"
                " ON CONFLICT (mid, user_id) DO UPDATE SET chat_id = excluded.chat_id, opts = excluded.opts")
    , m_take(db, "DELETE FROM poll_votes WHERE mid = ?1 AND user_id = ?2")
    , m_dropAll(db, "DELETE FROM poll_votes WHERE mid = ?1")
    , m_strangers(db, "DELETE FROM poll_votes WHERE mid = ?1 AND (chat_id <> ?2 OR opts >= ?3"
                      " OR (?4 = 0 AND opts & (opts - 1) <> 0))")
    , m_taken(db, "SELECT 1 FROM messages WHERE mid = ?1")
{
}

wire::VoteMask PollVotes::of(const Mid &mid, const UserId &user)
{
    Rows rows = m_of.rows(mid, user);
    return rows.next() ? wire::VoteMask(rows.number(0)) : 0;
}

void PollVotes::put(const ChatId &chat, const Mid &mid, const UserId &user, wire::VoteMask options)
{
    m_put.run(mid, user, chat, qint64(options));
}

void PollVotes::take(const Mid &mid, const UserId &user) { m_take.run(mid, user); }

QByteArray PollVotes::counted(const ChatId &chat, const Mid &mid, const QByteArray &extra)
{
    QByteArray now = wire::withoutCount(extra);
    const auto poll = wire::pollOf(now);
    if (!poll) return now;
    Rows rows = m_all.rows(mid);
    while (rows.next()) {
        const auto options = wire::VoteMask(rows.number(1));
        if (rows.id<ChatId>(0) == chat && wire::fits(*poll, options)) now = wire::recounted(now, 0, options);
    }
    return now;
}

void PollVotes::stored(const ChatId &chat, const Mid &mid, const Poll &poll)
{
    m_strangers.run(mid, chat, qint64(1) << poll.options.size(), poll.multiple);
}

void PollVotes::dropAll(const Mid &mid) { m_dropAll.run(mid); }

bool PollVotes::isTaken(const Mid &mid)
{
    Rows rows = m_taken.rows(mid);
    return rows.next();
}

} // namespace kith::server
