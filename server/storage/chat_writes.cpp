#include "server/storage/chat_writes.h"

#include "core/base/random.h"
#include "server/storage/text_rules.h"

#include <QSet>

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::Code;
using wire::ServerFrame;

ChatWrites::ChatWrites(WriteDesk &desk, Members &members)
    : m_desk(desk)
    , m_members(members)
    , m_insert(desk.db,
               "INSERT INTO chats (id, kind, title, rev, tag, seq, act_at, members_n, mem_rev, info_rev,"
               " info_tag, made_by, made_op) VALUES (?1, ?2, ?3, 0, 0, 0, ?4, 0, 0, 0, 0, ?5, ?6)")
    , m_pair(desk.db, "SELECT chat_id FROM direct_pairs WHERE lo_user = ?1 AND hi_user = ?2")
    , m_alive(desk.db, "SELECT 1 FROM messages WHERE chat_id = ?1 AND mid = ?2 AND dead = 0 AND seq >= ?3"
                       " AND kind <> 'service'")
    , m_addPair(desk.db, "INSERT INTO direct_pairs (lo_user, hi_user, chat_id) VALUES (?1, ?2, ?3)")
    , m_addAvatar(desk.db, "INSERT INTO avatars (id, owner, mime, data) VALUES (?1, ?2, ?3, ?4)")
    , m_dropAvatars(desk.db, "DELETE FROM avatars WHERE owner = ?1")
{
}

ServerFrame ChatWrites::stored(HotChat &chat)
{
    // As many member rows as a reset would hold; of a larger group the rest comes by sync.
    std::vector<Row> rows = m_members.rows(chat.chat, limits::receiptsPerMember);
    rows.emplace_back(chat.info);
    return m_desk.okWith(chat.chat, std::move(rows));
}

ServerFrame ChatWrites::create(Work &work, const wire::ChatNew &f)
{
    HotChat *same = m_desk.hot.chat(f.chat);
    if (same && f.op && same->madeBy == work.caller.user && same->madeOp == f.op) return stored(*same);
    if (same) return refusal(Code::MidConflict, u"this chat id is taken"_s);
    if (!f.op || !f.chat) return refusal(Code::BadRequest, u"op or chat"_s);
    const auto me = m_members.user(work.caller.user);
    if (!me) return refusal(Code::Forbidden, u"this account is disabled"_s);
    return f.kind == ChatKind::Direct ? createDirect(work, f, *me) : createGroup(work, f, *me);
}

HotChat &ChatWrites::insert(Work &work, const wire::ChatNew &f, const QString &title)
{
    m_insert.run(f.chat, int(f.kind), title, work.nowMs, work.caller.user, f.op);
    StoredChat chat;
    chat.chat = f.chat;
    chat.info.kind = f.kind;
    chat.info.title = title;
    chat.actMs = work.nowMs;
    chat.madeBy = work.caller.user;
    chat.madeOp = f.op;
    m_desk.hot.add(chat);
    return *m_desk.hot.chat(f.chat);
}

ServerFrame ChatWrites::finish(Work &work, HotChat &chat,
                               const std::vector<std::pair<UserInfo, Role>> &people,
                               const std::optional<ServiceNote> &note)
{
    std::vector<Row> rows;
    rows.reserve(people.size() + 2);
    for (const auto &[user, role] : people) rows.emplace_back(m_members.join(chat, user, role));
    rows.emplace_back(m_members.touchInfo(chat));
    if (note) rows.emplace_back(m_desk.addNote(work, chat, *note));
    for (const auto &[user, role] : people) m_members.tellUser(work, chat.chat, user.user, false);
    m_desk.tell(work, chat, {}, rows);
    return m_desk.okWith(chat.chat, std::move(rows));
}

ServerFrame ChatWrites::createDirect(Work &work, const wire::ChatNew &f, const UserInfo &me)
{
    if (f.members.size() != 1 || f.members[0] == me.user || !f.title.isEmpty())
        return refusal(Code::BadRequest, u"a direct chat is with one other user"_s);
    const auto other = m_members.user(f.members[0]);
    if (!other) return refusal(Code::NotFound, u"no such user"_s);
    const auto [lo, hi] = std::minmax(me.user, other->user);
    ChatId existing;
    {
        Rows rows = m_pair.rows(lo, hi);
        if (rows.next()) existing = rows.id<ChatId>(0);
    }
    if (existing) {
        HotChat *chat = m_desk.hot.chat(existing);
        if (!chat) throw Failure{{Errc::Corrupt, u"a pair without its chat"_s}};
        return stored(*chat);
    }
    if (m_members.blocked(me.user, other->user))
        return refusal(Code::Blocked, u"one of the two has blocked the other"_s);
    HotChat &chat = insert(work, f, u""_s);
    m_addPair.run(lo, hi, f.chat);
    return finish(work, chat, {{me, Role::Member}, {*other, Role::Member}}, std::nullopt);
}

ServerFrame ChatWrites::createGroup(Work &work, const wire::ChatNew &f, const UserInfo &me)
{
    const auto title = cleanTitle(f.title);
    if (const auto *err = std::get_if<wire::Err>(&title)) return *err;
    if (f.members.size() > size_t(limits::newMembers)) return refusal(Code::TooLong, u"too many members"_s);
    std::vector<std::pair<UserInfo, Role>> people{{me, Role::Owner}};
    ServiceNote note{u"created"_s, f.members, std::get<QString>(title)};
    QSet<UserId> named{me.user};
    for (const UserId &id : f.members) {
        if (named.contains(id)) return refusal(Code::BadRequest, u"a member is named twice"_s);
        named.insert(id);
        const auto user = m_members.user(id);
        if (!user) return refusal(Code::NotFound, u"no such user"_s);
        if (m_members.blocked(me.user, user->user))
            return refusal(Code::Blocked, u"%1 cannot be added"_s.arg(user->login));
        people.emplace_back(*user, Role::Member);
    }
    return finish(work, insert(work, f, note.title), people, note);
}

} // namespace kith::server
