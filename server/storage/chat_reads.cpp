#include "server/storage/chat_reads.h"

#include "server/storage/receipts.h"

#include <algorithm>

namespace kith::server {

ChatReads::ChatReads(Db &db)
    : messagesDown(db,
                   "SELECT" KITH_MESSAGE_COLUMNS "FROM messages WHERE chat_id = ?1 AND seq BETWEEN ?2 AND ?3"
                   " ORDER BY seq DESC")
    , m_chat(db, KITH_CHAT_SELECT "WHERE c.id = ?1")
    , m_present(db, "SELECT min_seq FROM chat_members WHERE chat_id = ?1 AND user_id = ?2 AND left_rev = 0")
    , m_mark(db, "SELECT user_id, delivered, seen_pub FROM chat_members WHERE chat_id = ?1 AND user_id = ?2")
    , m_marks(db, "SELECT user_id, delivered, seen_pub FROM chat_members INDEXED BY member_rx"
                  " WHERE chat_id = ?1 AND rx > ?2 AND rx > 0 ORDER BY rx LIMIT ?3")
    , m_member(db, "SELECT" KITH_MEMBER_COLUMNS "FROM chat_members m JOIN users u ON u.id = m.user_id"
                   " WHERE m.chat_id = ?1 AND m.user_id = ?2")
    , m_members(db, "SELECT" KITH_MEMBER_COLUMNS "FROM chat_members m INDEXED BY member_rev"
                    " JOIN users u ON u.id = m.user_id WHERE m.chat_id = ?1 AND (m.left_rev <> 0) = ?2"
                    " ORDER BY m.rev LIMIT ?3")
    , m_page(db, "SELECT" KITH_MEMBER_COLUMNS "FROM chat_members m JOIN users u ON u.id = m.user_id"
                 " WHERE m.chat_id = ?1 AND m.user_id > ?2 AND m.left_rev = 0 ORDER BY m.user_id LIMIT ?3")
    , m_banned(db, "SELECT" KITH_MEMBER_COLUMNS "FROM chat_members m INDEXED BY member_banned"
                   " JOIN users u ON u.id = m.user_id WHERE m.chat_id = ?1 AND m.user_id > ?2"
                   " AND m.banned <> 0 ORDER BY m.user_id LIMIT ?3")
    , m_voters(db, "SELECT" KITH_MEMBER_COLUMNS "FROM poll_votes v CROSS JOIN chat_members m"
                   " ON m.chat_id = ?1 AND m.user_id = v.user_id JOIN users u ON u.id = v.user_id"
                   " WHERE v.mid = ?2 AND v.user_id > ?3 AND v.opts & ?4 ORDER BY v.user_id LIMIT ?5")
    , m_log(db, "SELECT n, at, by_user, act, user_id, words FROM group_log WHERE chat_id = ?1 AND n < ?2"
                " ORDER BY n DESC LIMIT ?3")
    , m_peer(db, "SELECT user_id FROM chat_members WHERE chat_id = ?1 AND user_id <> ?2 LIMIT 1")
    , m_unread(db, unreadSql)
    , m_midAt(db, "SELECT mid FROM messages WHERE chat_id = ?1 AND seq = ?2")
    , m_message(db, "SELECT" KITH_MESSAGE_COLUMNS "FROM messages WHERE chat_id = ?1 AND mid = ?2")
    , m_reactions(db, "SELECT" KITH_REACTION_COLUMNS
                      "FROM reactions WHERE chat_id = ?1 AND mid = ?2 AND rev > ?3")
    , m_messageTag(db, "SELECT tag FROM messages WHERE chat_id = ?1 AND rev = ?2")
    , m_reactionTag(db, "SELECT tag FROM reactions WHERE chat_id = ?1 AND rev = ?2")
    , m_memberTag(db, "SELECT tag FROM chat_members WHERE chat_id = ?1 AND rev = ?2")
{
}

std::optional<StoredChat> ChatReads::chat(const ChatId &chat)
{
    Rows rows = m_chat.rows(chat);
    if (!rows.next()) return std::nullopt;
    return chatFrom(rows);
}

std::optional<StoredChat> ChatReads::chatOf(const UserId &user, const ChatId &id)
{
    Seq min;
    {
        Rows rows = m_present.rows(id, user);
        if (!rows.next()) return std::nullopt;
        min = Seq{rows.number(0)};
    }
    auto found = chat(id);
    if (found) found->min = min;
    return found;
}

std::optional<Watermark> ChatReads::mark(const ChatId &chat, const UserId &user)
{
    Rows rows = m_mark.rows(chat, user);
    if (!rows.next()) return std::nullopt;
    return Watermark{rows.id<UserId>(0), Seq{rows.number(1)}, Seq{rows.number(2)}};
}

std::vector<Watermark> ChatReads::marks(const ChatId &chat, Rx after, int limit)
{
    std::vector<Watermark> all;
    Rows rows = m_marks.rows(chat, after, limit);
    while (rows.next()) all.push_back({rows.id<UserId>(0), Seq{rows.number(1)}, Seq{rows.number(2)}});
    return all;
}

std::optional<MemberRow> ChatReads::member(const ChatId &chat, const UserId &user)
{
    Rows rows = m_member.rows(chat, user);
    if (!rows.next()) return std::nullopt;
    return memberFrom(rows).row;
}

std::vector<MemberRow> ChatReads::members(const ChatId &chat, bool left, int limit)
{
    std::vector<MemberRow> all;
    Rows rows = m_members.rows(chat, left, limit);
    while (rows.next()) all.push_back(memberFrom(rows).row);
    return all;
}

std::optional<UserId> ChatReads::peer(const ChatId &chat, const UserId &user)
{
    Rows rows = m_peer.rows(chat, user);
    if (!rows.next()) return std::nullopt;
    return rows.id<UserId>(0);
}

int ChatReads::unread(const ChatId &chat, const UserId &user, Seq seen)
{
    Rows rows = m_unread.rows(chat, seen, user);
    return rows.next() ? rows.small(0) : 0;
}

std::optional<Mid> ChatReads::midAt(const ChatId &chat, Seq seq)
{
    Rows rows = m_midAt.rows(chat, seq);
    if (!rows.next()) return std::nullopt;
    return rows.id<Mid>(0);
}

std::optional<StoredMessage> ChatReads::message(const ChatId &chat, const Mid &mid)
{
    Rows rows = m_message.rows(chat, mid);
    if (!rows.next()) return std::nullopt;
    return messageFrom(rows);
}

std::vector<ReactionRow> ChatReads::reactions(const ChatId &chat, const Mid &mid, Rev since)
{
    std::vector<ReactionRow> all;
    Rows rows = m_reactions.rows(chat, mid, since);
    while (rows.next()) all.push_back(reactionFrom(rows).row);
    return all;
}

std::optional<quint64> ChatReads::tagAt(const StoredChat &chat, Rev rev)
{
    if (rev == chat.at.at) return chat.at.tag;
    if (rev == chat.info.rev) return chat.infoTag;
    for (Statement *s : {&m_messageTag, &m_reactionTag, &m_memberTag}) {
        Rows rows = s->rows(chat.chat, rev);
        if (rows.next()) return quint64(rows.number(0));
    }
    return std::nullopt;
}

void ChatReads::addNames(const StoredChat &chat, std::vector<Row> &rows)
{
    if (chat.info.members <= limits::receiptsPerMember) return;
    std::vector<Row> names;
    for (const UserId &user : namesWanted(rows))
        if (auto m = member(chat.chat, user)) names.emplace_back(*std::move(m));
    rows.insert(rows.begin(), std::make_move_iterator(names.begin()), std::make_move_iterator(names.end()));
}

std::vector<MemberRow> ChatReads::page(const ChatId &chat, const UserId &after, bool banned, int limit)
{
    std::vector<MemberRow> all;
    Rows rows = (banned ? m_banned : m_page).rows(chat, after.value.toRfc4122(), limit);
    while (rows.next()) all.push_back(memberFrom(rows).row);
    return all;
}

std::vector<MemberRow> ChatReads::voters(const ChatId &chat, const Mid &poll, int option, const UserId &after,
                                         int limit)
{
    std::vector<MemberRow> all;
    Rows rows = m_voters.rows(chat, poll, after.value.toRfc4122(), qint64(1) << option, limit);
    while (rows.next()) all.push_back(memberFrom(rows).row);
    return all;
}

std::vector<GroupLogLine> ChatReads::log(const ChatId &chat, qint64 before, int limit)
{
    std::vector<GroupLogLine> all;
    Rows rows = m_log.rows(chat, before, limit);
    while (rows.next())
        all.push_back({rows.number(0), rows.number(1), rows.id<UserId>(2), rows.text(3),
                       rows.isNull(4) ? UserId{} : rows.id<UserId>(4), rows.text(5)});
    return all;
}

TimelinePart timeline(ChatReads &reads, const TimelineQuestion &q)
{
    // With `since` most rows may be skipped: what one request looks at is bounded too.
    constexpr qint64 looked = 5000;
    TimelinePart part{{}, q.lo};
    std::vector<std::vector<Row>> groups; // newest first
    qsizetype bytes = 0;
    int messages = 0;
    const Seq floor{std::max(q.lo.value, q.hi.value - looked + 1)};
    part.lo = floor;
    Rows rows = reads.messagesDown.rows(q.chat, floor, q.hi);
    while (rows.next()) {
        StoredMessage m = messageFrom(rows);
        const Seq seq = m.row.seq;
        std::vector<Row> group;
        const Mid mid = m.row.mid;
        const bool changed = m.row.rev > q.since;
        if (changed) group.emplace_back(std::move(m.row));
        if (m.reacted)
            for (ReactionRow &r : reads.reactions(q.chat, mid, q.since)) group.emplace_back(std::move(r));
        if (group.empty()) continue;
        qsizetype size = 0;
        for (const Row &row : group) size += sizeBound(row);
        if (!groups.empty() && (messages >= q.messages || bytes + size > q.bytes)) {
            part.lo = seq.next();
            break;
        }
        bytes += size;
        ++messages;
        groups.push_back(std::move(group));
    }
    for (auto it = groups.rbegin(); it != groups.rend(); ++it)
        std::move(it->begin(), it->end(), std::back_inserter(part.rows));
    return part;
}

} // namespace kith::server
