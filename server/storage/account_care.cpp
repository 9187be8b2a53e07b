#include "server/storage/account_care.h"

#include "core/base/random.h"

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 looked = 2000; // places of a chat that one step of erasing looks at
constexpr int buried = 100;     // messages that it turns into tombstones: they fit one frame

} // namespace

AccountCare::AccountCare(WriteDesk &desk, Accounts &accounts, Members &members, MessageWrites &messages)
    : m_desk(desk)
    , m_accounts(accounts)
    , m_members(members)
    , m_messages(messages)
    , m_chats(desk.db, "SELECT chat_id FROM chat_members WHERE user_id = ?1 AND left_rev = 0")
    , m_name(desk.db, "UPDATE users SET name = ?2 WHERE id = ?1")
    , m_about(desk.db, "UPDATE users SET about = ?2 WHERE id = ?1")
    , m_avatar(desk.db, "UPDATE users SET avatar = ?2 WHERE id = ?1")
    , m_addAvatar(desk.db, "INSERT INTO avatars (id, owner, mime, data) VALUES (?1, ?2, ?3, ?4)")
    , m_dropAvatars(desk.db, "DELETE FROM avatars WHERE owner = ?1")
    , m_login(desk.db, "SELECT login FROM users WHERE id = ?1 AND flags & 2 = 0")
    , m_retire(desk.db, "INSERT INTO retired_logins (hash) VALUES (?1) ON CONFLICT DO NOTHING")
    , m_end(desk.db, "UPDATE users SET login = ?2, name = '', about = '', avatar = NULL, pw_hash = x'',"
                     " last_seen = 0, flags = flags | 3 WHERE id = ?1")
    , m_dropState(desk.db, "UPDATE user_state SET value = x'6e756c6c', op = NULL, device = NULL"
                           " WHERE user_id = ?1 AND kind <> 'chat'")
    , m_erase(
          desk.db,
          "INSERT INTO erasures (user_id, chat_id, upto) SELECT m.user_id, m.chat_id, c.seq"
          " FROM chat_members m INDEXED BY member_ever JOIN chats c ON c.id = m.chat_id WHERE m.user_id = ?1"
          " ON CONFLICT DO NOTHING")
    , m_erasure(desk.db, "SELECT user_id, chat_id, upto FROM erasures WHERE user_id >= x'' LIMIT 1")
    , m_erased(desk.db, "UPDATE erasures SET upto = ?3 WHERE user_id = ?1 AND chat_id = ?2")
    , m_erasureDone(desk.db, "DELETE FROM erasures WHERE user_id = ?1 AND chat_id = ?2")
    , m_report(desk.db, "INSERT INTO reports (by_user, user_id, chat_id, mid, reason, words, body, at)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
    , m_seen(desk.db, "SELECT 1 FROM users WHERE id = ?1")
    , m_body(desk.db, "SELECT sender, body FROM messages WHERE chat_id = ?1 AND mid = ?2")
{
}

std::vector<ChatId> AccountCare::chatsOf(const UserId &user)
{
    std::vector<ChatId> chats;
    Rows rows = m_chats.rows(user);
    while (rows.next()) chats.push_back(rows.id<ChatId>(0));
    return chats;
}

WriteResult AccountCare::setProfile(const SetProfile &f)
{
    const UserId me = f.caller.user;
    Outcome outcome;
    outcome.answer = wire::Ok{};
    Work work{f.caller, f.nowMs, outcome};
    if (f.change.name) m_name.run(me, *f.change.name);
    if (f.change.about) m_about.run(me, *f.change.about);
    if (f.change.avatar) {
        m_dropAvatars.run(me);
        AvatarId id;
        if (!f.change.avatar->data.isEmpty()) {
            id = AvatarId::mint(f.nowMs, m_desk.random);
            m_addAvatar.run(id, me, QString::fromLatin1(f.change.avatar->mime), f.change.avatar->data);
        }
        m_avatar.run(me, id);
    }
    // `about` is not in member rows: whoever wants to read it asks.
    if (!f.change.name && !f.change.avatar) return outcome;
    for (const ChatId &id : chatsOf(me)) {
        HotChat *chat = m_desk.hot.chat(id);
        if (!chat) continue;
        const ChatPosition from = chat->at;
        std::vector<Row> rows{m_members.renew(*chat, me)};
        m_desk.tell(work, *chat, from, std::move(rows));
    }
    return outcome;
}

void AccountCare::leaveAll(Work &work)
{
    for (const ChatId &id : chatsOf(work.caller.user))
        if (HotChat *chat = m_desk.hot.chat(id)) m_members.depart(work, *chat, work.caller.user);
}

WriteResult AccountCare::end(const EndAccount &f)
{
    const UserId me = f.caller.user;
    Outcome outcome;
    outcome.answer = wire::Ok{};
    Work work{f.caller, f.nowMs, outcome};
    QString login;
    {
        Rows rows = m_login.rows(me);
        if (!rows.next()) return outcome; // it has ended already
        login = rows.text(0);
    }
    m_retire.run(retiredHash(login));
    m_dropAvatars.run(me);
    m_end.run(me, u'~' + QString::fromLatin1(me.blob().toHex())); // no login looks like that
    m_erase.run(me);
    leaveAll(work);
    m_dropState.run(me);
    m_desk.hot.forgetUser(me);
    outcome.ended = m_accounts.endAll(me, {});
    return outcome;
}

WriteResult AccountCare::erase(const EraseStep &step)
{
    Outcome outcome;
    outcome.answer = wire::Ok{};
    UserId user;
    ChatId id;
    Seq upTo;
    {
        Rows rows = m_erasure.rows();
        if (!rows.next()) return outcome;
        user = rows.id<UserId>(0);
        id = rows.id<ChatId>(1);
        upTo = Seq{rows.number(2)};
    }
    outcome.more = true;
    Work work{{user, {}}, step.nowMs, outcome};
    HotChat *chat = m_desk.hot.chat(id);
    const Seq lo{std::max<qint64>(1, upTo.value - looked + 1)};
    const Seq next = chat && upTo.value > 0 ? m_messages.buryAll(work, *chat, lo, upTo, buried) : Seq{};
    if (next.value <= 1)
        m_erasureDone.run(user, id);
    else
        m_erased.run(user, id, next.value - 1);
    return outcome;
}

WriteResult AccountCare::report(const FileReport &f)
{
    const wire::Report &r = f.report;
    QString body;
    UserId about = r.user;
    if (r.chat) {
        HotChat *chat = m_desk.hot.chat(r.chat);
        if (!chat || !m_desk.hot.member(*chat, f.caller.user))
            return Error{Errc::NotFound, u"no such chat"_s};
        if (r.mid) {
            Rows rows = m_body.rows(r.chat, r.mid);
            if (!rows.next()) return Error{Errc::NotFound, u"no such message"_s};
            about = rows.id<UserId>(0);
            body = rows.text(1);
        }
    }
    if (about) {
        Rows rows = m_seen.rows(about);
        if (!rows.next()) return Error{Errc::NotFound, u"no such user"_s};
    }
    m_report.run(f.caller.user, about, r.chat, r.mid, r.reason, r.text, body, f.nowMs);
    return Done{};
}

} // namespace kith::server
