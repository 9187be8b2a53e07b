#include "server/storage/accounts.h"

#include "core/base/random.h"

#include <QCryptographicHash>
#include <QSet>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

enum TokenState { Fresh = 1, InUse = 2, Spent = 3 }; // persisted
constexpr int freshPerToken = 8;                     // answers that may have been lost on the way
constexpr int spentPerDevice = 64;                   // remembered, so that their use tells of a thief

} // namespace

QByteArray retiredHash(const QString &login)
{
    return QCryptographicHash::hash(login.toUtf8(), QCryptographicHash::Sha256);
}

Accounts::Accounts(WriteDesk &desk)
    : m_desk(desk)
    , m_known(desk.db, "SELECT 1 FROM users WHERE login = ?1")
    , m_user(desk.db,
             "INSERT INTO users (id, login, name, pw_hash, at, last_seen) VALUES (?1, ?2, ?3, ?4, ?5, ?5)"
             " ON CONFLICT (login) DO NOTHING")
    , m_retired(desk.db, "SELECT 1 FROM retired_logins WHERE hash = ?1")
    , m_device(desk.db, "INSERT INTO devices (id, user_id, name, app, at, last_seen)"
                        " SELECT ?1, id, ?3, ?4, ?5, ?5 FROM users WHERE id = ?2 AND flags & 1 = 0")
    , m_surplus(desk.db, "SELECT id FROM devices WHERE user_id = ?1 AND revoked = 0 AND id <> ?2"
                         " ORDER BY last_seen DESC, id DESC LIMIT -1 OFFSET ?3")
    , m_end(desk.db, "UPDATE devices SET revoked = 1, token_hash = NULL, push_token = NULL WHERE id = ?1")
    , m_touchUser(desk.db, "UPDATE users SET last_seen = ?2 WHERE id = ?1 AND last_seen < ?2")
    , m_touchDevice(desk.db, "UPDATE devices SET last_seen = ?2 WHERE id = ?1 AND last_seen < ?2")
    , m_published(desk.db, "DELETE FROM relay WHERE id = ?1")
    , m_shown(desk.db, "SELECT t.device_id, d.user_id, t.gen, t.state, d.revoked OR u.flags & 1"
                       " FROM refresh_tokens t JOIN devices d ON d.id = t.device_id"
                       " JOIN users u ON u.id = d.user_id WHERE t.hash = ?1")
    , m_claimed(desk.db,
                "SELECT d.user_id, d.revoked OR u.flags & 1, d.family_epoch IS ?2, meta.epoch_at,"
                " ifnull((SELECT max(gen) FROM refresh_tokens t WHERE t.device_id = d.id AND t.state = 2), 0)"
                " FROM devices d JOIN users u ON u.id = d.user_id JOIN meta WHERE d.id = ?1")
    , m_dateEpoch(desk.db,
                  "UPDATE meta SET epoch_at = ?1, epoch_dated = epoch WHERE epoch_dated IS NOT epoch")
    , m_bind(desk.db, "UPDATE devices SET family_epoch = ?2 WHERE id = ?1 AND family_epoch IS NOT ?2")
    , m_addToken(desk.db, "INSERT INTO refresh_tokens (hash, device_id, parent, state, at, gen)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
    , m_setState(desk.db, "UPDATE refresh_tokens SET state = ?2 WHERE hash = ?1")
    , m_spend(desk.db, "UPDATE refresh_tokens SET state = 3 WHERE device_id = ?1 AND state <> 3")
    , m_forget(desk.db,
               "DELETE FROM refresh_tokens WHERE hash IN (SELECT hash FROM refresh_tokens"
               " WHERE device_id = ?1 AND state = ?2 ORDER BY at DESC, hash DESC LIMIT -1 OFFSET ?3)")
    , m_forgetAll(desk.db, "DELETE FROM refresh_tokens WHERE device_id = ?1 AND state = 3")
    , m_password(desk.db, "UPDATE users SET pw_hash = ?2 WHERE id = ?1")
    , m_ownDevice(desk.db, "SELECT 1 FROM devices WHERE id = ?1 AND user_id = ?2")
    , m_live(desk.db, "SELECT id FROM devices WHERE user_id = ?1 AND revoked = 0")
{
}

bool Accounts::knows(const QString &login) { return m_known.rows(login).next(); }

WriteResult Accounts::add(const NewUser &user)
{
    {
        Rows rows = m_retired.rows(retiredHash(user.login));
        if (rows.next()) return Error{Errc::Refused, u"this login is taken"_s};
    }
    const UserId id = UserId::mint(user.nowMs, m_desk.random);
    m_user.run(id, user.login, user.name, user.passwordHash, user.nowMs);
    if (m_desk.db.changes() == 0) return Error{Errc::Refused, u"this login is taken"_s};
    return UserMade{id};
}

WriteResult Accounts::add(const NewDevice &device)
{
    const DeviceId id = DeviceId::mint(device.nowMs, m_desk.random);
    m_device.run(id, device.user, device.name, device.app, device.nowMs);
    if (m_desk.db.changes() == 0) return Error{Errc::NotFound, u"no such user, or the account is disabled"_s};
    m_addToken.run(device.tokenHash, id, QByteArray(), int(InUse), device.nowMs, 0);
    m_bind.run(id, m_desk.epoch);
    DeviceMade made{id, {}};
    {
        Rows rows = m_surplus.rows(device.user, id, limits::devicesPerUser - 1);
        while (rows.next()) made.ended.push_back({rows.id<DeviceId>(0)});
    }
    for (const DeviceEnded &old : made.ended) endOne(old.device);
    return made;
}

void Accounts::endOne(const DeviceId &device)
{
    m_end.run(device);
    m_forgetAll.run(device); // those not spent stay, so that they are told why they no longer work
}

WriteResult Accounts::end(const EndDevice &device)
{
    endOne(device.device);
    Outcome outcome;
    outcome.answer = wire::Ok{};
    outcome.ended.push_back({device.device});
    return outcome;
}

std::optional<Accounts::Shown> Accounts::shown(const QByteArray &hash)
{
    Rows rows = m_shown.rows(hash);
    if (!rows.next()) return std::nullopt;
    return Shown{rows.id<DeviceId>(0), rows.id<UserId>(1), rows.number(2), rows.small(3),
                 rows.number(4) != 0};
}

/// When this history began, as far as anybody asked: the time for showing tokens of a lost one runs from
/// then.
void Accounts::dateEpoch(qint64 nowMs) { m_dateEpoch.run(nowMs); }

/// A token that is signed and not known. Before a database is put back there is none that its owner still
/// holds; afterwards those are it that were issued since the backup. The first token of a device that is
/// shown in the new history binds it to that history: so such a proof counts once, and whoever comes second
/// with another token of the lost time holds a copy, or is the owner whom a copy was made of.
WriteResult Accounts::turnUnknown(const TurnToken &turn)
{
    using Kind = TokenTurned::Kind;
    if (!turn.claim) return TokenTurned{};
    Shown token{turn.claim->device, {}, turn.claim->generation, InUse, false};
    bool bound = false, late = false;
    qint64 known = 0;
    {
        Rows rows = m_claimed.rows(token.device, m_desk.epoch);
        if (!rows.next()) return TokenTurned{}; // signed in after the backup
        token.user = rows.id<UserId>(0);
        token.ended = rows.number(1) != 0;
        bound = rows.number(2) != 0;
        late = turn.nowMs - rows.number(3) > restoredTokenDays * 24LL * 3600 * 1000;
        known = rows.number(4);
    }
    if (token.ended) return TokenTurned{Kind::Ended, token.user, token.device};
    if (bound || token.generation <= known) {
        endOne(token.device);
        return TokenTurned{Kind::Reused, token.user, token.device};
    }
    if (late) return TokenTurned{};
    m_spend.run(token.device);
    m_addToken.run(turn.hash, token.device, QByteArray(), int(InUse), turn.nowMs, token.generation);
    m_forget.run(token.device, int(Spent), spentPerDevice);
    WriteResult result = issue(turn, token);
    std::get<TokenTurned>(result).restored = true;
    return result;
}

WriteResult Accounts::issue(const TurnToken &turn, const Shown &token)
{
    m_addToken.run(turn.next, token.device, turn.hash, int(Fresh), turn.nowMs, token.generation + 1);
    m_forget.run(token.device, int(Fresh), freshPerToken);
    m_bind.run(token.device, m_desk.epoch);
    return TokenTurned{TokenTurned::Kind::Turned, token.user, token.device, token.generation + 1};
}

WriteResult Accounts::turn(const TurnToken &turn)
{
    using Kind = TokenTurned::Kind;
    dateEpoch(turn.nowMs);
    const auto token = shown(turn.hash);
    if (!token) return turnUnknown(turn);
    if (token->ended) return TokenTurned{Kind::Ended, token->user, token->device};
    if (token->state == Spent) {
        endOne(token->device);
        return TokenTurned{Kind::Reused, token->user, token->device};
    }
    if (token->state == Fresh) { // its owner has it safely: what came before is over
        m_spend.run(token->device);
        m_setState.run(turn.hash, int(InUse));
        m_forget.run(token->device, int(Spent), spentPerDevice);
    }
    return issue(turn, *token);
}

std::vector<DeviceEnded> Accounts::endAll(const UserId &user, const DeviceId &but)
{
    std::vector<DeviceEnded> ended;
    {
        Rows rows = m_live.rows(user);
        while (rows.next())
            if (const auto device = rows.id<DeviceId>(0); device != but) ended.push_back({device});
    }
    for (const DeviceEnded &one : ended) endOne(one.device);
    return ended;
}

WriteResult Accounts::setPassword(const SetPassword &password)
{
    Outcome outcome;
    outcome.answer = wire::Ok{};
    m_password.run(password.caller.user, password.passwordHash);
    if (password.endOthers) outcome.ended = endAll(password.caller.user, password.caller.device);
    return outcome;
}

WriteResult Accounts::endSome(const EndDevices &devices)
{
    Outcome outcome;
    outcome.answer = wire::Ok{};
    if (!devices.device) {
        outcome.ended = endAll(devices.caller.user, devices.caller.device);
        return outcome;
    }
    {
        Rows rows = m_ownDevice.rows(devices.device, devices.caller.user);
        if (!rows.next()) return Error{Errc::NotFound, u"no such device"_s};
    }
    endOne(devices.device);
    outcome.ended.push_back({devices.device});
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
    , m_accountById(db, "SELECT id, login, name, pw_hash, flags & 1 FROM users WHERE id = ?1")
    , m_devices(db, "SELECT id, name, app, at, last_seen FROM devices WHERE user_id = ?1 AND revoked = 0"
                    " ORDER BY last_seen DESC, id DESC LIMIT ?2")
    , m_profile(db, "SELECT id, login, name, about, avatar FROM users WHERE id = ?1 AND flags & 1 = 0")
    , m_avatar(db, "SELECT mime, data FROM avatars WHERE id = ?1")
    , m_token(
          db,
          "SELECT d.id, d.user_id, d.revoked | (u.flags & 1) FROM refresh_tokens t JOIN devices d ON d.id ="
          " t.device_id JOIN users u ON u.id = d.user_id WHERE t.hash = ?1")
    , m_device(
          db,
          "SELECT d.id, d.user_id, d.revoked | (u.flags & 1) FROM devices d JOIN users u ON u.id = d.user_id"
          " WHERE d.id = ?1")
    , m_find(db,
             // 'none' and 'exact' as JSON texts, see "privacy" in docs/protocol.md
             "SELECT u.id, u.login, u.name FROM users u LEFT JOIN user_state p ON p.user_id = u.id"
             " AND p.kind = 'privacy' AND p.key = x'736561726368' WHERE u.login >= ?1 AND u.login < ?2"
             " AND u.id <> ?3 AND u.flags & 1 = 0 AND (p.value IS NULL OR CAST(p.value AS TEXT) NOT IN"
             " ('\"none\"', '\"exact\"') OR (CAST(p.value AS TEXT) = '\"exact\"' AND u.login = ?1))"
             " ORDER BY u.login LIMIT ?4")
    , m_chatsOf(db, "SELECT chat_id FROM chat_members WHERE user_id = ?1 AND left_rev = 0")
    , m_lastSeen(db, "SELECT last_seen FROM users WHERE id = ?1")
    , m_typing(db, "SELECT 1 FROM chats c JOIN chat_members m ON m.chat_id = c.id AND m.user_id = ?2"
                   " WHERE c.id = ?1 AND m.left_rev = 0 AND c.members_n <= ?3")
    , m_parted(db, "SELECT 1 FROM user_state WHERE kind = 'block' AND value <> x'6e756c6c' AND"
                   " ((user_id = ?1 AND key = ?3) OR (user_id = ?2 AND key = ?4))")
    , m_kind(db, "SELECT kind FROM chats WHERE id = ?1")
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

std::optional<Account> Directory::account(const UserId &user)
{
    Rows rows = m_accountById.rows(user);
    if (!rows.next()) return std::nullopt;
    return Account{rows.id<UserId>(0), rows.text(1), rows.text(2), rows.bytes(3), rows.number(4) != 0};
}

std::vector<wire::DeviceEntry> Directory::devices(const UserId &user)
{
    std::vector<wire::DeviceEntry> all;
    Rows rows = m_devices.rows(user, limits::devicesPerUser);
    while (rows.next())
        all.push_back(
            {rows.id<DeviceId>(0), rows.text(1), rows.text(2), rows.number(3), rows.number(4), false});
    return all;
}

std::optional<wire::Profile> Directory::profile(const UserId &user)
{
    Rows rows = m_profile.rows(user);
    if (!rows.next()) return std::nullopt;
    return wire::Profile{rows.id<UserId>(0), rows.text(1), rows.text(2), rows.text(3),
                         rows.isNull(4) ? AvatarId{} : rows.id<AvatarId>(4)};
}

std::optional<wire::Avatar> Directory::avatar(const AvatarId &id)
{
    Rows rows = m_avatar.rows(id);
    if (!rows.next()) return std::nullopt;
    return wire::Avatar{rows.text(0).toLatin1(), rows.bytes(1)};
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
        if (!shared || parted(me, users[i])) continue;
        Rows rows = m_lastSeen.rows(users[i]);
        if (rows.next()) known.push_back({users[i], false, rows.number(0)});
    }
    return known;
}

bool Directory::parted(const UserId &a, const UserId &b)
{
    Rows rows = m_parted.rows(a, b, b.text(), a.text());
    return rows.next();
}

bool Directory::isDirect(const ChatId &chat)
{
    Rows rows = m_kind.rows(chat);
    return rows.next() && ChatKind(rows.small(0)) == ChatKind::Direct;
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
    if (isDirect(chat)) std::erase_if(users, [&](const UserId &other) { return parted(me, other); });
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
