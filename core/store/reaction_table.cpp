#include "core/store/reaction_table.h"

#include "core/store/db.h"
#include "core/store/keys.h"

namespace kith {

bool ReactionTable::upsert(const ChatId &chat, const ReactionRow &row)
{
    const qint64 chatPk = m_keys.chat(chat);
    if (!chatPk || !row.user) return false;
    return m_db.run(
               "INSERT INTO reactions(mid, user_pk, emoji, chat_pk, \"on\", ver, rev) VALUES(?, ?, ?, ?, ?, "
               "?, ?)"
               " ON CONFLICT(mid, user_pk, emoji) DO UPDATE SET \"on\" = excluded.\"on\", ver = excluded.ver,"
               " rev = excluded.rev WHERE excluded.rev >= rev",
               {row.mid.blob(), m_keys.makeUser(row.user), notNull(row.emoji), chatPk, int(row.on), row.ver,
                row.rev.value}) > 0;
}

std::optional<ReactionRow> ReactionTable::find(const Mid &mid, const UserId &user, const QString &emoji)
{
    Query q = m_db.query("SELECT \"on\", ver, rev FROM reactions WHERE mid = ? AND user_pk = ? AND emoji = ?",
                         {mid.blob(), m_keys.user(user), notNull(emoji)});
    if (!q.next()) return std::nullopt;
    return ReactionRow{mid, user, emoji, q.num(0) != 0, int(q.num(1)), {q.num(2)}};
}

std::vector<ReactionRow> ReactionTable::ofMessage(const Mid &mid)
{
    std::vector<ReactionRow> rows;
    Query q =
        m_db.query("SELECT user_pk, emoji, \"on\", ver, rev FROM reactions WHERE mid = ?", {mid.blob()});
    while (q.next())
        rows.push_back({mid, m_keys.userOf(q.num(0)), q.text(1), q.num(2) != 0, int(q.num(3)), {q.num(4)}});
    return rows;
}

std::vector<ReactionRow> ReactionTable::between(const ChatId &chat, Seq lo, Seq hi)
{
    std::vector<ReactionRow> rows;
    Query q =
        m_db.query("SELECT r.mid, r.user_pk, r.emoji, r.\"on\", r.ver, r.rev FROM messages m"
                   " CROSS JOIN reactions r ON r.mid = m.mid WHERE m.chat_pk = ? AND m.seq BETWEEN ? AND ?",
                   {m_keys.chat(chat), lo.value, hi.value});
    while (q.next())
        rows.push_back(
            {q.id<Mid>(0), m_keys.userOf(q.num(1)), q.text(2), q.num(3) != 0, int(q.num(4)), {q.num(5)}});
    return rows;
}

void ReactionTable::mend(const ChatId &chat, const ReactionRow &row)
{
    remove(row);
    upsert(chat, row);
}

void ReactionTable::remove(const ReactionRow &row)
{
    m_db.run("DELETE FROM reactions WHERE mid = ? AND user_pk = ? AND emoji = ?",
             {row.mid.blob(), m_keys.user(row.user), notNull(row.emoji)});
}

void ReactionTable::markUnverified(const ChatId &chat)
{
    m_db.run("UPDATE reactions SET rev = 0 WHERE chat_pk = ?", {m_keys.chat(chat)});
}

} // namespace kith
