#include "server/storage/members.h"

#include "core/base/random.h"
#include "core/wire/state_value.h"

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::Code;
using wire::MemAct;
using wire::ServerFrame;

namespace {

constexpr qint64 opsKeptMs = 30LL * 24 * 3600 * 1000;

/// The owner is above all, admins above members. Removing an admin also unmakes one: the owner's right.
bool mayTouch(const HotMember &me, const HotMember &other)
{
    return other.role == Role::Member || (other.role == Role::Admin && me.role == Role::Owner);
}

wire::Err notAllowed() { return refusal(Code::Forbidden, u"not allowed in this chat"_s); }

QString roleText(Role role)
{
    return role == Role::Owner ? u"owner"_s : role == Role::Admin ? u"admin"_s : u"member"_s;
}

} // namespace

Members::Members(WriteDesk &desk)
    : m_desk(desk)
    , m_user(desk.db, "SELECT id, login, name FROM users WHERE id = ?1 AND flags & 1 = 0")
    , m_row(desk.db, "SELECT" KITH_MEMBER_COLUMNS "FROM chat_members m JOIN users u ON u.id = m.user_id"
                     " WHERE m.chat_id = ?1 AND m.user_id = ?2")
    , m_rows(desk.db, "SELECT" KITH_MEMBER_COLUMNS "FROM chat_members m INDEXED BY member_rev"
                      " JOIN users u ON u.id = m.user_id WHERE m.chat_id = ?1 ORDER BY m.rev LIMIT ?2")
    , m_join(desk.db,
             "INSERT INTO chat_members (chat_id, user_id, role, joined_rev, rev, tag, min_seq)"
             " VALUES (?1, ?2, ?3, ?4, ?4, ?5, ?6) ON CONFLICT (chat_id, user_id) DO UPDATE SET"
             " role = excluded.role, joined_rev = excluded.joined_rev, left_rev = 0, rev = excluded.rev,"
             " tag = excluded.tag, banned = 0, min_seq = max(min_seq, excluded.min_seq)")
    , m_leave(desk.db, "UPDATE chat_members SET role = 1, left_rev = ?3, rev = ?3, tag = ?4"
                       " WHERE chat_id = ?1 AND user_id = ?2")
    , m_renew(desk.db, "UPDATE chat_members SET rev = ?3, tag = ?4 WHERE chat_id = ?1 AND user_id = ?2")
    , m_role(desk.db,
             "UPDATE chat_members SET role = ?3, rev = ?4, tag = ?5 WHERE chat_id = ?1 AND user_id = ?2")
    , m_heir(desk.db, "SELECT user_id, min(joined_rev) FROM chat_members"
                      " WHERE chat_id = ?1 AND left_rev = 0 AND user_id <> ?2 AND role >= ?3")
    , m_owners(desk.db, "SELECT user_id FROM chat_members WHERE chat_id = ?1 AND left_rev = 0 AND role = ?2")
    , m_doneOp(desk.db, "SELECT chat_id, subject FROM ops WHERE user_id = ?1 AND op = ?2")
    , m_remember(desk.db, "INSERT INTO ops (user_id, op, chat_id, subject, at) VALUES (?1, ?2, ?3, ?4, ?5)")
    , m_prune(desk.db, "DELETE FROM ops WHERE (user_id, op) IN"
                       " (SELECT user_id, op FROM ops WHERE at < ?1 ORDER BY at LIMIT 16)")
    , m_ban(desk.db, "UPDATE chat_members SET banned = ?3 WHERE chat_id = ?1 AND user_id = ?2")
{
}

std::optional<UserInfo> Members::user(const UserId &user)
{
    Rows found = m_user.rows(user);
    if (!found.next()) return std::nullopt;
    return UserInfo{found.id<UserId>(0), found.text(1), found.text(2)};
}

std::optional<MemberRow> Members::row(const ChatId &chat, const UserId &user)
{
    Rows found = m_row.rows(chat, user);
    if (!found.next()) return std::nullopt;
    return memberFrom(found).row;
}

std::vector<Row> Members::rows(const ChatId &chat, int limit)
{
    std::vector<Row> all;
    Rows found = m_rows.rows(chat, limit);
    while (found.next()) all.emplace_back(memberFrom(found).row);
    return all;
}

MemberRow Members::join(HotChat &chat, const UserInfo &user, Role role)
{
    const ChatPosition at = m_desk.next(chat);
    const bool fromHere = m_desk.hot.settings(chat).fromJoining.value_or(false);
    const Seq min = fromHere ? chat.seq.next() : Seq{};
    m_join.run(chat.chat, user.user, int(role), at.at, at.tag, min);
    ++chat.info.members;
    m_desk.hot.joined(chat, user.user, min);
    if (auto stored = row(chat.chat, user.user)) return *std::move(stored);
    throw Failure{{Errc::Corrupt, u"a member without a user row"_s}};
}

void Members::tellUser(Work &work, const ChatId &chat, const UserId &user, bool left)
{
    m_desk.putServerState(work, user, u"chat"_s, chat.text(), wire::encodeMembership({left}));
}

ChatRow Members::touchInfo(HotChat &chat)
{
    const ChatPosition at = m_desk.next(chat);
    chat.info.rev = at.at;
    chat.infoTag = at.tag;
    chat.memRev = at.at;
    m_desk.hot.membersChanged(chat);
    return chat.info;
}

std::optional<Members::DoneOp> Members::doneOp(const UserId &user, const OpId &op)
{
    if (!op) return std::nullopt;
    Rows found = m_doneOp.rows(user, op);
    if (!found.next()) return std::nullopt;
    return DoneOp{found.id<ChatId>(0), found.id<UserId>(1)};
}

void Members::remember(const Work &work, const OpId &op, const ChatId &chat, const UserId &subject)
{
    m_remember.run(work.caller.user, op, chat, subject, work.nowMs);
    m_prune.run(work.nowMs - opsKeptMs);
}

ServerFrame Members::unchanged(const ChatId &chat, const UserId &user)
{
    std::vector<Row> rows;
    if (auto stored = row(chat, user)) rows.emplace_back(*std::move(stored));
    return m_desk.okWith(chat, std::move(rows));
}

ServerFrame Members::mem(Work &work, const wire::Mem &f)
{
    if (const auto done = doneOp(work.caller.user, f.op)) return unchanged(done->chat, done->subject);
    HotChat *chat = m_desk.hot.chat(f.chat);
    const HotMember *me = chat ? m_desk.hot.present(*chat, work.caller.user) : nullptr;
    if (!me) return refusal(Code::NotMember, u"not a member of this chat"_s);
    if (!f.op) return refusal(Code::BadRequest, u"op"_s);
    if (chat->info.kind != ChatKind::Group) return notAllowed();
    const UserId self = work.caller.user;
    if (f.act == MemAct::Leave) return leave(work, *chat, f, self, u"left"_s);
    if (!f.user) return refusal(Code::BadRequest, u"user"_s);
    switch (f.act) {
    case MemAct::Add:
        return add(work, *chat, f);
    case MemAct::SetRole:
        return setRole(work, *chat, f);
    case MemAct::Ban:
    case MemAct::Unban:
        return ban(work, *chat, f, *me);
    case MemAct::Own:
        return handOver(work, *chat, f);
    case MemAct::Remove:
    case MemAct::Leave:
        break;
    }
    if (f.user == self) return leave(work, *chat, f, self, u"left"_s);
    if (me->role == Role::Member) return notAllowed();
    const HotMember *other = m_desk.hot.member(*chat, f.user);
    if (!other) return refusal(Code::NotFound, u"no such member"_s);
    if (other->left) return unchanged(f.chat, f.user);
    if (!mayTouch(*me, *other)) return notAllowed();
    return leave(work, *chat, f, f.user, u"removed"_s);
}

void Members::settle(Work &work, HotChat &chat, const ChatPosition &from, std::vector<Row> &rows,
                     const ServiceNote &note)
{
    rows.emplace_back(touchInfo(chat));
    rows.emplace_back(m_desk.addNote(work, chat, note));
    m_desk.tell(work, chat, from, rows);
}

ServerFrame Members::finish(Work &work, HotChat &chat, const ChatPosition &from, std::vector<Row> rows,
                            const ServiceNote &note, const OpId &op, const UserId &subject,
                            const QString &logged)
{
    m_desk.log(work, chat.chat, logged, subject, note.title);
    settle(work, chat, from, rows, note);
    remember(work, op, chat.chat, subject);
    return m_desk.okWith(chat.chat, std::move(rows));
}

MemberRow Members::renew(HotChat &chat, const UserId &user)
{
    auto stored = row(chat.chat, user);
    if (!stored) throw Failure{{Errc::Corrupt, u"a member without a user row"_s}};
    const ChatPosition at = m_desk.next(chat);
    m_renew.run(chat.chat, user, at.at, at.tag);
    stored->rev = at.at;
    return *std::move(stored);
}

void Members::depart(Work &work, HotChat &chat, const UserId &user)
{
    const ChatPosition from = chat.at;
    std::vector<Row> rows = leftRows(chat, user);
    tellUser(work, chat.chat, user, true);
    if (chat.info.kind == ChatKind::Group) return settle(work, chat, from, rows, {u"left"_s, {user}, {}});
    rows.emplace_back(touchInfo(chat));
    m_desk.tell(work, chat, from, std::move(rows));
}

ServerFrame Members::add(Work &work, HotChat &chat, const wire::Mem &f)
{
    const auto info = user(f.user);
    if (!info) return refusal(Code::NotFound, u"no such user"_s);
    if (m_desk.hot.present(chat, f.user)) return unchanged(f.chat, f.user);
    const HotMember *former = m_desk.hot.member(chat, f.user);
    const bool plain = m_desk.hot.present(chat, work.caller.user)->role == Role::Member;
    if (plain && ((former && former->banned) || m_desk.hot.settings(chat).channel.value_or(false)))
        return notAllowed();
    if (blocked(work.caller.user, f.user)) return refusal(Code::Blocked, u"this user cannot be added"_s);
    if (chat.info.members >= limits::groupMembers) return refusal(Code::Forbidden, u"the group is full"_s);
    const ChatPosition from = chat.at;
    std::vector<Row> rows{join(chat, *info, Role::Member)};
    tellUser(work, f.chat, f.user, false);
    return finish(work, chat, from, std::move(rows), {u"added"_s, {f.user}, {}}, f.op, f.user, u"added"_s);
}

std::optional<UserId> Members::heir(const ChatId &chat, const UserId &owner)
{
    for (const Role least : {Role::Admin, Role::Member}) {
        Rows found = m_heir.rows(chat, owner, int(least));
        if (found.next() && !found.isNull(0)) return found.id<UserId>(0);
    }
    return std::nullopt;
}

std::vector<Row> Members::leftRows(HotChat &chat, const UserId &user)
{
    const bool wasOwner = m_desk.hot.member(chat, user)->role == Role::Owner;
    const auto stored = row(chat.chat, user);
    if (!stored) throw Failure{{Errc::Corrupt, u"a member without a user row"_s}};
    MemberRow gone = *stored;
    const ChatPosition at = m_desk.next(chat);
    m_leave.run(chat.chat, user, at.at, at.tag);
    gone.role = Role::Member;
    gone.left = true;
    gone.rev = at.at;
    --chat.info.members;
    m_desk.hot.gone(chat, user);
    std::vector<Row> rows{gone};
    if (wasOwner)
        if (const auto next = heir(chat.chat, user)) rows.emplace_back(setRoleRow(chat, *next, Role::Owner));
    return rows;
}

ServerFrame Members::leave(Work &work, HotChat &chat, const wire::Mem &f, const UserId &user,
                           const QString &logged)
{
    const ChatPosition from = chat.at;
    std::vector<Row> rows = leftRows(chat, user);
    tellUser(work, f.chat, user, true);
    const bool byOneself = user == work.caller.user;
    return finish(work, chat, from, std::move(rows), {byOneself ? u"left"_s : u"removed"_s, {user}, {}}, f.op,
                  user, logged);
}

ServerFrame Members::ban(Work &work, HotChat &chat, const wire::Mem &f, const HotMember &me)
{
    if (me.role == Role::Member || f.user == work.caller.user) return notAllowed();
    HotMember *other = m_desk.hot.member(chat, f.user);
    if (!other) return refusal(Code::NotFound, u"no such member"_s);
    if (!mayTouch(me, *other)) return notAllowed();
    const bool on = f.act == MemAct::Ban;
    if (other->banned == on) return unchanged(f.chat, f.user);
    const bool present = !other->left;
    m_ban.run(f.chat, f.user, on);
    other->banned = on;
    if (on && present) return leave(work, chat, f, f.user, u"banned"_s);
    // Of somebody who is not here only the row changes: nothing that the timeline has to tell.
    const ChatPosition from = chat.at;
    std::vector<Row> rows{renew(chat, f.user)};
    m_desk.log(work, f.chat, on ? u"banned"_s : u"unbanned"_s, f.user);
    m_desk.tell(work, chat, from, rows);
    remember(work, f.op, f.chat, f.user);
    return m_desk.okWith(f.chat, std::move(rows));
}

ServerFrame Members::handOver(Work &work, HotChat &chat, const wire::Mem &f)
{
    const UserId self = work.caller.user;
    if (m_desk.hot.present(chat, self)->role != Role::Owner || f.user == self) return notAllowed();
    if (!m_desk.hot.present(chat, f.user)) return refusal(Code::NotFound, u"no such member"_s);
    const ChatPosition from = chat.at;
    std::vector<Row> rows{setRoleRow(chat, self, Role::Admin), setRoleRow(chat, f.user, Role::Owner)};
    return finish(work, chat, from, std::move(rows), {u"role"_s, {f.user}, roleText(Role::Owner)}, f.op,
                  f.user, u"role"_s);
}

ServerFrame Members::enter(Work &work, HotChat &chat, const UserInfo &who, const OpId &op)
{
    const ChatPosition from = chat.at;
    std::vector<Row> rows{join(chat, who, Role::Member)};
    tellUser(work, chat.chat, who.user, false);
    return finish(work, chat, from, std::move(rows), {u"joined"_s, {who.user}, {}}, op, who.user,
                  u"joined"_s);
}

MemberRow Members::setRoleRow(HotChat &chat, const UserId &user, Role role)
{
    auto stored = row(chat.chat, user);
    if (!stored) throw Failure{{Errc::Corrupt, u"a member without a user row"_s}};
    const ChatPosition at = m_desk.next(chat);
    m_role.run(chat.chat, user, int(role), at.at, at.tag);
    stored->role = role;
    stored->rev = at.at;
    return *stored;
}

ServerFrame Members::setRole(Work &work, HotChat &chat, const wire::Mem &f)
{
    const HotMember *me = m_desk.hot.present(chat, work.caller.user);
    if (me->role != Role::Owner || f.user == work.caller.user) return notAllowed();
    if (f.role != Role::Member && f.role != Role::Admin) return notAllowed();
    const HotMember *other = m_desk.hot.present(chat, f.user);
    if (!other) return refusal(Code::NotFound, u"no such member"_s);
    if (other->role == f.role) return unchanged(f.chat, f.user);
    const ChatPosition from = chat.at;
    std::vector<Row> rows{setRoleRow(chat, f.user, f.role)};
    return finish(work, chat, from, std::move(rows), {u"role"_s, {f.user}, roleText(f.role)}, f.op, f.user,
                  u"role"_s);
}

Status Members::handOver(Work &work, const ChatId &id)
{
    HotChat *chat = m_desk.hot.chat(id);
    if (!chat || chat->info.kind != ChatKind::Group)
        return Error{Errc::NotFound, u"there is no such group"_s};
    const UserId next = work.caller.user;
    const HotMember *member = m_desk.hot.present(*chat, next);
    if (!member) return Error{Errc::NotFound, u"this user is not in the group"_s};
    if (member->role == Role::Owner) return ok();
    std::vector<UserId> before;
    {
        Rows found = m_owners.rows(id, int(Role::Owner));
        while (found.next()) before.push_back(found.id<UserId>(0));
    }
    const ChatPosition from = chat->at;
    std::vector<Row> rows;
    for (const UserId &owner : before) rows.emplace_back(setRoleRow(*chat, owner, Role::Admin));
    rows.emplace_back(setRoleRow(*chat, next, Role::Owner));
    m_desk.log(work, id, u"role"_s, next, roleText(Role::Owner));
    rows.emplace_back(touchInfo(*chat));
    rows.emplace_back(m_desk.addNote(work, *chat, {u"role"_s, {next}, roleText(Role::Owner)}));
    m_desk.tell(work, *chat, from, rows);
    return ok();
}

} // namespace kith::server
