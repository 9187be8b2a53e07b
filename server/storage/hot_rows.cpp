#include "server/storage/hot_rows.h"

#include "core/base/twin.h"
#include "core/wire/group_values.h"

namespace kith::server {

namespace {
constexpr size_t mostHeld = 1'000'000; // entries; about 100 bytes each
}

HotRows::HotRows(Db &db)
    : m_db(db)
    , m_chat(db, KITH_CHAT_SELECT "WHERE c.id = ?1")
    , m_member(db,
               "SELECT role, left_rev, delivered, seen_pub, rx, banned, sent_at, min_seq FROM chat_members"
               " WHERE chat_id = ?1 AND "
               "user_id = ?2")
    , m_latestMin(db, "SELECT max(min_seq) FROM chat_members WHERE chat_id = ?1 AND min_seq > 0")
    , m_audience(db, "SELECT user_id FROM chat_members WHERE chat_id = ?1 AND left_rev = 0")
    , m_user(db, "SELECT urev, utag FROM users WHERE id = ?1")
    , m_marked(db,
               "SELECT key FROM user_state WHERE user_id = ?1 AND kind = 'unread' AND value <> x'6e756c6c'")
    , m_blocks(db,
               "SELECT key FROM user_state WHERE user_id = ?1 AND kind = 'block' AND value <> x'6e756c6c'")
    , m_saveChat(
          db,
          "UPDATE chats SET rev = ?2, tag = ?3, seq = ?4, last_mid = ?5, act_at = ?6, title = ?7,"
          " members_n = ?8, mem_rev = ?9, ver = ?10, info_rev = ?11, info_tag = ?12, op = ?13, timer = ?14,"
          " extra = ?15"
          " WHERE id = ?1")
    , m_saveRx(db, "INSERT INTO chat_rx (chat_id, rx) VALUES (?1, ?2)"
                   " ON CONFLICT (chat_id) DO UPDATE SET rx = excluded.rx")
    , m_saveMember(db, "UPDATE chat_members SET delivered = ?3, seen_pub = ?4, rx = ?5"
                       " WHERE chat_id = ?1 AND user_id = ?2")
    , m_saveUser(db, "UPDATE users SET urev = ?2, utag = ?3 WHERE id = ?1")
{
}

HotChat *HotRows::chat(const ChatId &chat)
{
    if (const auto it = m_chats.find(chat); it != m_chats.end()) return &it->second;
    Rows rows = m_chat.rows(chat);
    if (!rows.next()) return nullptr;
    add(chatFrom(rows));
    return &m_chats[chat];
}

void HotRows::add(const StoredChat &chat)
{
    static_cast<StoredChat &>(m_chats[chat.chat]) = chat;
    ++m_weight;
}

HotMember *HotRows::member(HotChat &chat, const UserId &user)
{
    if (const auto it = chat.members.find(user); it != chat.members.end()) return &it->second;
    Rows rows = m_member.rows(chat.chat, user);
    if (!rows.next()) return nullptr;
    ++m_weight;
    HotMember &m = chat.members[user];
    m = {Role(rows.small(0)), rows.number(1) != 0, Seq{rows.number(2)}, Seq{rows.number(3)},
         Rx{rows.number(4)},  rows.number(5) != 0, rows.number(6),      Seq{rows.number(7)}};
    return &m;
}

const std::shared_ptr<const std::vector<UserId>> &HotRows::audience(HotChat &chat)
{
    if (chat.audience) return chat.audience;
    auto users = std::make_shared<std::vector<UserId>>();
    users->reserve(size_t(chat.info.members));
    Rows rows = m_audience.rows(chat.chat);
    while (rows.next()) users->push_back(rows.id<UserId>(0));
    m_weight += users->size();
    chat.audience = std::move(users);
    return chat.audience;
}

const GroupSettings &HotRows::settings(HotChat &chat)
{
    if (!chat.settings) chat.settings = wire::settingsOf(chat.info.extra);
    return *chat.settings;
}

Seq HotRows::latestMin(HotChat &chat)
{
    if (!chat.latestMin) {
        Rows rows = m_latestMin.rows(chat.chat);
        chat.latestMin = rows.next() && !rows.isNull(0) ? Seq{rows.number(0)} : Seq{};
    }
    return *chat.latestMin;
}

HotUser &HotRows::user(const UserId &user)
{
    const auto [it, isNew] = m_users.try_emplace(user);
    if (!isNew) return it->second;
    Rows rows = m_user.rows(user);
    if (rows.next()) it->second.at = {Urev{rows.number(0)}, quint64(rows.number(1))};
    ++m_weight;
    return it->second;
}

const QSet<QByteArray> &HotRows::markedUnread(const UserId &id)
{
    HotUser &u = user(id);
    if (!u.markedUnread) {
        u.markedUnread.emplace();
        Rows rows = m_marked.rows(id);
        while (rows.next()) u.markedUnread->insert(rows.bytes(0));
        m_weight += size_t(u.markedUnread->size());
    }
    return *u.markedUnread;
}

const QSet<UserId> &HotRows::blocks(const UserId &id)
{
    HotUser &u = user(id);
    if (!u.blocks) {
        u.blocks.emplace();
        Rows rows = m_blocks.rows(id);
        while (rows.next())
            if (const auto blocked = UserId::fromText(rows.bytes(0))) u.blocks->insert(*blocked);
        m_weight += size_t(u.blocks->size());
    }
    return *u.blocks;
}

void HotRows::forgetUser(const UserId &user)
{
    flush(); // pointers to the entry may be waiting there
    m_users.erase(user);
}

bool HotRows::pushTargets()
{
    if (!m_pushTargets)
        m_pushTargets = m_db.number("SELECT EXISTS (SELECT 1 FROM push_targets WHERE token <> '')") != 0;
    return *m_pushTargets;
}

void HotRows::touch(HotChat &chat)
{
    ++m_changes;
    if (std::exchange(chat.dirty, true)) return;
    m_dirtyChats.push_back(&chat);
}

void HotRows::touchRx(HotChat &chat)
{
    ++m_changes;
    if (std::exchange(chat.rxDirty, true)) return;
    m_dirtyRx.push_back(&chat);
}

void HotRows::touch(const UserId &id, HotUser &user)
{
    ++m_changes;
    if (std::exchange(user.dirty, true)) return;
    m_dirtyUsers.emplace_back(id, &user);
}

void HotRows::membersChanged(HotChat &chat)
{
    // Watermarks that wait to be written must not be lost with the entries.
    flush();
    chat.members.clear();
}

void HotRows::joined(HotChat &chat, const UserId &user, Seq min)
{
    if (chat.latestMin) chat.latestMin = std::max(*chat.latestMin, min);
    if (!chat.audience) return;
    auto users = std::make_shared<std::vector<UserId>>();
    users->reserve(chat.audience->size() + 1);
    users->assign(chat.audience->begin(), chat.audience->end());
    users->push_back(user);
    chat.audience = std::move(users);
}

void HotRows::gone(HotChat &chat, const UserId &user)
{
    if (!chat.audience || isTwin(Twin::RemovedStillHear)) return;
    auto users = std::make_shared<std::vector<UserId>>(*chat.audience);
    std::erase(*users, user);
    chat.audience = std::move(users);
}

void HotRows::flush()
{
    for (HotChat *c : m_dirtyChats) {
        m_saveChat.run(c->chat, c->at.at, c->at.tag, c->seq, c->lastMid, c->actMs, c->info.title,
                       c->info.members, c->memRev, c->info.ver, c->info.rev, c->infoTag, c->op,
                       c->info.timerSeconds, c->info.extra);
        c->dirty = false;
    }
    for (HotChat *c : m_dirtyRx) {
        m_saveRx.run(c->chat, c->rx);
        c->rxDirty = false;
    }
    for (const DirtyMember &d : m_dirtyMembers) {
        m_saveMember.run(d.chat->chat, d.user, d.member->delivered, d.member->seen, d.member->rx);
        d.member->dirty = false;
    }
    for (const auto &[id, u] : m_dirtyUsers) {
        m_saveUser.run(id, u->at.at, u->at.tag);
        u->dirty = false;
    }
    m_dirtyChats.clear();
    m_dirtyRx.clear();
    m_dirtyMembers.clear();
    m_dirtyUsers.clear();
    m_changes = 0;
}

void HotRows::touch(HotChat &chat, const UserId &user, HotMember &member)
{
    ++m_changes;
    if (std::exchange(member.dirty, true)) return;
    m_dirtyMembers.push_back({&chat, user, &member});
}

void HotRows::forget()
{
    m_dirtyChats.clear();
    m_dirtyRx.clear();
    m_dirtyMembers.clear();
    m_dirtyUsers.clear();
    m_chats.clear();
    m_users.clear();
    m_pushTargets.reset();
    m_changes = 0;
    m_weight = 0;
}

void HotRows::trim()
{
    if (m_weight > mostHeld) forget();
}

} // namespace kith::server
