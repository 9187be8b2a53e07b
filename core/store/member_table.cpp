#include "core/store/member_table.h"

#include "core/store/db.h"
#include "core/store/keys.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

#define MEMBER_SELECT                                                                                        \
    "SELECT u.id, u.login, u.name, m.role, m.left, m.rev, m.delivered, m.seen, m.extra"                      \
    " FROM members m JOIN users u ON u.pk = m.user_pk "

QString textOf(const QByteArray &extra) { return extra.isEmpty() ? u""_s : QString::fromUtf8(extra); }

StoredMember read(const Query &q)
{
    return {{q.id<UserId>(0),
             q.text(1),
             q.text(2),
             Role(q.num(3)),
             q.num(4) != 0,
             {q.num(5)},
             q.text(8).toUtf8()},
            {q.num(6)},
            {q.num(7)}};
}

} // namespace

bool MemberTable::upsert(const ChatId &chat, const MemberRow &row)
{
    const qint64 chatPk = m_keys.chat(chat);
    if (!chatPk || !row.user) return false;
    const qint64 userPk = m_keys.makeUser(row.user);
    const bool written =
        m_db.run("INSERT INTO members(chat_pk, user_pk, role, left, rev, extra) VALUES(?, ?, ?, ?, ?, ?)"
                 " ON CONFLICT(chat_pk, user_pk) DO UPDATE SET role = excluded.role, left = excluded.left,"
                 " rev = excluded.rev, extra = excluded.extra WHERE excluded.rev >= rev",
                 {chatPk, userPk, int(row.role), int(row.left), row.rev.value, textOf(row.extra)}) > 0;
    if (!written) return false;
    if (row.login.isEmpty() && row.name.isEmpty()) // an account that ended: its names go
        m_db.run("UPDATE users SET login = '', name = '', login_key = '', name_key = '' WHERE pk = ?",
                 {userPk});
    else
        putUser({row.user, row.login, row.name});
    return written;
}

bool MemberTable::raise(const ChatId &chat, const Watermark &mark)
{
    const qint64 chatPk = m_keys.chat(chat);
    if (!chatPk || !mark.user) return false;
    const qint64 d = std::max(mark.delivered.value, mark.seen.value); // seen ≤ delivered
    return m_db.run(
               "INSERT INTO members(chat_pk, user_pk, delivered, seen) VALUES(?, ?, ?, ?)"
               " ON CONFLICT(chat_pk, user_pk) DO UPDATE SET delivered = max(delivered, excluded.delivered),"
               " seen = max(seen, excluded.seen) WHERE excluded.delivered > delivered OR excluded.seen > "
               "seen",
               {chatPk, m_keys.makeUser(mark.user), d, mark.seen.value}) > 0;
}

void MemberTable::lowerAll(const ChatId &chat, Seq upTo)
{
    m_db.run("UPDATE members SET delivered = min(delivered, ?), seen = min(seen, ?) WHERE chat_pk = ?",
             {upTo.value, upTo.value, m_keys.chat(chat)});
}

std::optional<StoredMember> MemberTable::find(const ChatId &chat, const UserId &user)
{
    Query q = m_db.query(MEMBER_SELECT "WHERE m.chat_pk = ? AND m.user_pk = ?",
                         {m_keys.chat(chat), m_keys.user(user)});
    return q.next() ? std::optional(read(q)) : std::nullopt;
}

std::vector<StoredMember> MemberTable::all(const ChatId &chat, int limit)
{
    std::vector<StoredMember> members;
    Query q = m_db.query(MEMBER_SELECT "WHERE m.chat_pk = ? ORDER BY m.user_pk LIMIT ?",
                         {m_keys.chat(chat), limit});
    while (q.next()) members.push_back(read(q));
    return members;
}

void MemberTable::keepOnly(const ChatId &chat, const std::vector<UserId> &users)
{
    QSet<qint64> keep;
    for (const UserId &user : users) keep.insert(m_keys.user(user));
    std::vector<qint64> drop;
    {
        Query q = m_db.query("SELECT user_pk FROM members WHERE chat_pk = ?", {m_keys.chat(chat)});
        while (q.next())
            if (!keep.contains(q.num(0))) drop.push_back(q.num(0));
    }
    for (const qint64 user : drop)
        m_db.run("DELETE FROM members WHERE chat_pk = ? AND user_pk = ?", {m_keys.chat(chat), user});
}

void MemberTable::mend(const ChatId &chat, const std::vector<MemberRow> &present)
{
    const qint64 chatPk = m_keys.chat(chat);
    m_db.run("UPDATE members SET left = 1 WHERE chat_pk = ? AND rev >= 0", {chatPk});
    for (const MemberRow &row : present) {
        m_db.run("UPDATE members SET rev = -1 WHERE chat_pk = ? AND user_pk = ?",
                 {chatPk, m_keys.makeUser(row.user)});
        upsert(chat, row);
    }
}

void MemberTable::putUser(const UserInfo &user)
{
    const qint64 pk = m_keys.makeUser(user.user);
    if (!pk) return;
    if (!user.login.isEmpty())
        m_db.run("UPDATE users SET login = ?, login_key = ? WHERE pk = ? AND login <> ?",
                 {user.login, user.login.toCaseFolded(), pk, user.login});
    if (!user.name.isEmpty())
        m_db.run("UPDATE users SET name = ?, name_key = ? WHERE pk = ? AND name <> ?",
                 {user.name, user.name.toCaseFolded(), pk, user.name});
}

std::optional<UserInfo> MemberTable::user(const UserId &user)
{
    Query q = m_db.query("SELECT login, name FROM users WHERE id = ?", {user.blob()});
    return q.next() ? std::optional(UserInfo{user, q.text(0), q.text(1)}) : std::nullopt;
}

#undef MEMBER_SELECT

} // namespace kith
