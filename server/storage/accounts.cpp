#include "server/storage/accounts.h"

#include "core/base/random.h"

#include <QSet>

namespace kith::server {

using namespace Qt::StringLiterals;

Accounts::Accounts(WriteDesk &desk)
    : m_desk(desk)
    , m_user(desk.db,
             "INSERT INTO users (id, login, name, pw_hash, at, last_seen) VALUES (?1, ?2, ?3, ?4, ?5, ?5)"
             " ON CONFLICT (login) DO NOTHING")
    , m_device(desk.db, "INSERT INTO devices (id, user_id, name, app, token_hash, at, last_seen)"
                        " SELECT ?1, id, ?3, ?4, ?5, ?6, ?6 FROM users WHERE id = ?2 AND flags & 1 = 0")
    , m_end(desk.db, "UPDATE devices SET revoked = 1, token_hash = NULL, push_token = NULL WHERE id = ?1")
    , m_touchUser(desk.db, "UPDATE users SET last_seen = ?2 WHERE id = ?1 AND last_seen < ?2")
    , m_touchDevice(desk.db, "UPDATE devices SET last_seen = ?2 WHERE id = ?1 AND last_seen < ?2")
    , m_published(desk.db, "DELETE FROM relay WHERE id = ?1")
{
}

WriteResult Accounts::add(const NewUser &user)
{
    const UserId id = UserId::mint(user.nowMs, m_desk.random);
    m_user.run(id, user.login, user.name, user.passwordHash, user.nowMs);
    if (m_desk.db.changes() == 0) return Error{Errc::Refused, u"this login is taken"_s};
    return UserMade{id};
}

WriteResult Accounts::add(const NewDevice &device)
{
    const DeviceId id = DeviceId::mint(device.nowMs, m_desk.random);
    m_device.run(id, device.user, device.name, device.app, device.tokenHash, device.nowMs);
    if (m_desk.db.changes() == 0) return Error{Errc::NotFound, u"no such user, or the account is disabled"_s};
    return DeviceMade{id};
}

WriteResult Accounts::end(const EndDevice &device)
{
    m_end.run(device.device);
    Outcome outcome;
    outcome.answer = wire::Ok{};
    outcome.ended.push_back({device.device});
    return outcome;
}

WriteResult Accounts::touch(const TouchPresence &touch)
{
    m_touchUser.run(touch.user, touch.nowMs);
    m_touchDevice.run(touch.device, touch.nowMs);
    return Done{};
}

WriteResult Accounts::published(const Published &published)
{
    for (const qint64 id : published.relayIds) m_published.run(id);
    return Done{};
}

Directory::Directory(Db &db)
    : m_account(db, "SELECT id, login, name, pw_hash, flags & 1 FROM users WHERE login = ?1")
    , m_token(db, "SELECT id, user_id, revoked FROM devices WHERE token_hash = ?1")
    , m_device(db, "SELECT id, user_id, revoked FROM devices WHERE id = ?1")
    , m_find(
          db,
          "SELECT id, login, name FROM users WHERE login >= ?1 AND login < ?2 AND id <> ?3 AND flags & 1 = 0"
          " ORDER BY login LIMIT ?4")
    , m_chatsOf(db, "SELECT chat_id FROM chat_members WHERE user_id = ?1 AND left_rev = 0")
    , m_lastSeen(db, "SELECT last_seen FROM users WHERE id = ?1")
    , m_typing(db, "SELECT 1 FROM chats c JOIN chat_members m ON m.chat_id = c.id AND m.user_id = ?2"
                   " WHERE c.id = ?1 AND m.left_rev = 0 AND c.members_n <= ?3")
    , m_members(db, "SELECT user_id FROM chat_members WHERE chat_id = ?1 AND left_rev = 0")
    , m_unpublished(db,
                    "SELECT r.id, r.chat_id, r.user_id, ifnull(c.rev, r.rev), ifnull(x.rx, 0) FROM relay r"
                    " LEFT JOIN chats c ON c.id = r.chat_id LEFT JOIN chat_rx x ON x.chat_id = r.chat_id"
                    " ORDER BY r.id LIMIT ?1")
{
}

std::optional<Account> Directory::account(const QString &login)
{
    Rows rows = m_account.rows(login);
    if (!rows.next()) return std::nullopt;
    return Account{rows.id<UserId>(0), rows.text(1), rows.text(2), rows.bytes(3), rows.number(4) != 0};
}

std::optional<DeviceInfo> Directory::deviceByToken(const QByteArray &hash)
{
    if (hash.isEmpty()) return std::nullopt;
    Rows rows = m_token.rows(hash);
    if (!rows.next()) return std::nullopt;
    return DeviceInfo{rows.id<DeviceId>(0), rows.id<UserId>(1), rows.number(2) != 0};
}

std::optional<DeviceInfo> Directory::device(const DeviceId &device)
{
    Rows rows = m_device.rows(device);
    if (!rows.next()) return std::nullopt;
    return DeviceInfo{rows.id<DeviceId>(0), rows.id<UserId>(1), rows.number(2) != 0};
}

std::vector<UserInfo> Directory::find(const UserId &me, QString query)
{
    query = query.trimmed().toLower();
    if (query.startsWith(u'@')) query.remove(0, 1);
    if (query.size() < 2 || query.size() > limits::loginMaxChars) return {}; // no login has one character
    // Logins are of a-z 0-9 . _ - : '{' is behind all of them.
    Rows rows = m_find.rows(query, query + u'{', me, limits::usersFound);
    std::vector<UserInfo> found;
    while (rows.next()) found.push_back({rows.id<UserId>(0), rows.text(1), rows.text(2)});
    return found;
}

std::vector<Presence> Directory::presence(const UserId &me, const std::vector<UserId> &users)
{
    QSet<ChatId> mine;
    {
        Rows rows = m_chatsOf.rows(me);
        while (rows.next()) mine.insert(rows.id<ChatId>(0));
    }
    std::vector<Presence> known;
    for (size_t i = 0; i < std::min(users.size(), size_t(limits::watchUsers)); ++i) {
        bool shared = false;
        {
            Rows rows = m_chatsOf.rows(users[i]);
            while (!shared && rows.next()) shared = mine.contains(rows.id<ChatId>(0));
        }
        if (!shared) continue;
        Rows rows = m_lastSeen.rows(users[i]);
        if (rows.next()) known.push_back({users[i], false, rows.number(0)});
    }
    return known;
}

std::vector<UserId> Directory::members(const ChatId &chat)
{
    std::vector<UserId> users;
    Rows rows = m_members.rows(chat);
    while (rows.next()) users.push_back(rows.id<UserId>(0));
    return users;
}

std::vector<UserId> Directory::typingAudience(const UserId &me, const ChatId &chat)
{
    {
        Rows rows = m_typing.rows(chat, me, limits::typingMembers);
        if (!rows.next()) return {};
    }
    auto users = members(chat);
    std::erase(users, me);
    return users;
}

std::vector<Repository::Unpublished> Directory::unpublished(int limit)
{
    std::vector<Repository::Unpublished> all;
    Rows rows = m_unpublished.rows(limit);
    while (rows.next()) {
        Repository::Unpublished u{
            rows.number(0), rows.id<ChatId>(1), {}, Rev{rows.number(3)}, Rx{rows.number(4)}};
        if (u.chat)
            u.audience = members(u.chat);
        else
            u.audience = {rows.id<UserId>(2)};
        all.push_back(std::move(u));
    }
    return all;
}

} // namespace kith::server
