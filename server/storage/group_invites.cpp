#include "server/storage/group_invites.h"

#include "core/base/random.h"

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::Code;
using wire::InviteAct;
using wire::ServerFrame;

namespace {

#define KITH_INVITE_COLUMNS " code, by_user, until, uses, used, revoked "
#define KITH_INVITE_OPEN " revoked = 0 AND (until = 0 OR until > ?2) AND (uses = 0 OR used < uses) "

constexpr int endedKept = 200; // of a group, so that a repeated request finds its answer

Invite inviteFrom(const Rows &rows)
{
    return {rows.bytes(0), rows.id<UserId>(1), rows.number(2),
            rows.small(3), rows.small(4),      rows.number(5) != 0};
}

} // namespace

GroupInvites::GroupInvites(WriteDesk &desk, Members &members)
    : m_desk(desk)
    , m_members(members)
    , m_ofOp(desk.db, "SELECT" KITH_INVITE_COLUMNS "FROM group_invites WHERE chat_id = ?1 AND op = ?2")
    , m_add(desk.db, "INSERT INTO group_invites (code, chat_id, by_user, op, until, uses, at)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
    , m_list(desk.db, "SELECT" KITH_INVITE_COLUMNS "FROM group_invites WHERE chat_id = ?1 AND revoked = 0"
                      " ORDER BY at DESC LIMIT ?2")
    , m_count(desk.db, "SELECT count(*) FROM group_invites WHERE chat_id = ?1 AND" KITH_INVITE_OPEN)
    , m_revoke(desk.db, "UPDATE group_invites SET revoked = 1 WHERE chat_id = ?1 AND code = ?2")
    , m_open(desk.db, "SELECT chat_id FROM group_invites WHERE code = ?1 AND" KITH_INVITE_OPEN)
    , m_used(desk.db, "UPDATE group_invites SET used = used + 1 WHERE code = ?1")
    , m_prune(desk.db,
              "DELETE FROM group_invites WHERE code IN (SELECT code FROM group_invites"
              " WHERE chat_id = ?1 AND NOT (" KITH_INVITE_OPEN ") ORDER BY at DESC LIMIT -1 OFFSET ?3)")
{
}

ServerFrame GroupInvites::invite(Work &work, const wire::InviteSet &f)
{
    HotChat *chat = m_desk.hot.chat(f.chat);
    const HotMember *me = chat ? m_desk.hot.present(*chat, work.caller.user) : nullptr;
    if (f.act == InviteAct::New && f.op) {
        Rows rows = m_ofOp.rows(f.chat, f.op);
        if (rows.next() && inviteFrom(rows).by == work.caller.user) {
            wire::Ok ok = m_desk.okWith(f.chat, {});
            ok.invites.push_back(inviteFrom(rows));
            return ok;
        }
    }
    if (!me) return refusal(Code::NotMember, u"not a member of this chat"_s);
    if (chat->info.kind != ChatKind::Group || me->role == Role::Member)
        return refusal(Code::Forbidden, u"only admins care for invites"_s);
    if (f.act == InviteAct::List) return list(f.chat);
    if (f.act == InviteAct::New) return make(work, f);
    m_revoke.run(f.chat, f.code);
    if (m_desk.db.changes() == 0) return refusal(Code::NotFound, u"no such invite"_s);
    m_desk.log(work, f.chat, u"invite.revoke"_s, {}, QString::fromLatin1(f.code));
    return list(f.chat);
}

ServerFrame GroupInvites::list(const ChatId &chat)
{
    wire::Ok ok = m_desk.okWith(chat, {});
    Rows rows = m_list.rows(chat, limits::pageRows);
    while (rows.next()) ok.invites.push_back(inviteFrom(rows));
    return ok;
}

ServerFrame GroupInvites::make(Work &work, const wire::InviteSet &f)
{
    if (!f.op) return refusal(Code::BadRequest, u"op"_s);
    if (f.untilMs != 0 && f.untilMs <= work.nowMs)
        return refusal(Code::BadRequest, u"until: it would have ended already"_s);
    {
        Rows rows = m_count.rows(f.chat, work.nowMs);
        if (rows.next() && rows.number(0) >= limits::invitesPerChat)
            return refusal(Code::Forbidden, u"this group has too many invites: revoke some"_s);
    }
    QByteArray secret(16, Qt::Uninitialized);
    m_desk.random.fill(secret.data(), size_t(secret.size()));
    const QByteArray code = secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    m_prune.run(f.chat, work.nowMs, endedKept);
    m_add.run(code, f.chat, work.caller.user, f.op, f.untilMs, f.uses, work.nowMs);
    m_desk.log(work, f.chat, u"invite.new"_s, {}, QString::fromLatin1(code));
    wire::Ok ok = m_desk.okWith(f.chat, {});
    ok.invites.push_back({code, work.caller.user, f.untilMs, f.uses, 0, false});
    return ok;
}

ServerFrame GroupInvites::join(Work &work, const wire::Join &f)
{
    const UserId self = work.caller.user;
    if (const auto done = m_members.doneOp(self, f.op)) return m_members.unchanged(done->chat, done->subject);
    if (!f.op) return refusal(Code::BadRequest, u"op"_s);
    ChatId id;
    {
        Rows rows = m_open.rows(f.code, work.nowMs);
        if (rows.next()) id = rows.id<ChatId>(0);
    }
    HotChat *chat = id ? m_desk.hot.chat(id) : nullptr;
    const auto info = m_members.user(self);
    if (!chat || !info) return refusal(Code::NotFound, u"this invite is not valid, or no longer"_s);
    if (m_desk.hot.present(*chat, self)) return m_members.unchanged(id, self);
    if (const HotMember *former = m_desk.hot.member(*chat, self); former && former->banned)
        return refusal(Code::Forbidden, u"an admin of this group has banned you"_s);
    if (chat->info.members >= limits::groupMembers) return refusal(Code::Forbidden, u"the group is full"_s);
    m_used.run(f.code);
    return m_members.enter(work, *chat, *info, f.op);
}

} // namespace kith::server
