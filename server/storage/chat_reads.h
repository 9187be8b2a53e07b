#pragma once
#include "server/storage/rows.h"

namespace kith::server {

/// What several kinds of reading need of one chat. All of a request is read in one transaction.
class ChatReads {
public:
    explicit ChatReads(Db &db);

    std::optional<StoredChat> chat(const ChatId &chat);
    /// The chat, when the user is a present member; otherwise it is as if it did not exist.
    std::optional<StoredChat> chatOf(const UserId &user, const ChatId &chat);
    std::optional<Watermark> mark(const ChatId &chat, const UserId &user);
    std::vector<Watermark> marks(const ChatId &chat, Rx after, int limit);
    std::optional<MemberRow> member(const ChatId &chat, const UserId &user);
    std::vector<MemberRow> members(const ChatId &chat, bool left, int limit);
    /// Present members after a user, in the order of their ids, or those who are banned.
    std::vector<MemberRow> page(const ChatId &chat, const UserId &after, bool banned, int limit);
    /// Who voted for an option of a poll, after a user, in the order of their ids.
    std::vector<MemberRow> voters(const ChatId &chat, const Mid &poll, int option, const UserId &after,
                                  int limit);
    /// Lines of the group's log before a number, the newest first.
    std::vector<GroupLogLine> log(const ChatId &chat, qint64 before, int limit);
    /// In a group whose members nobody holds all of: those who wrote these rows, in front of them.
    void addNames(const StoredChat &chat, std::vector<Row> &rows);
    std::optional<UserId> peer(const ChatId &chat, const UserId &user); // the other one of a direct chat
    int unread(const ChatId &chat, const UserId &user, Seq seen);
    std::optional<Mid> midAt(const ChatId &chat, Seq seq);
    std::optional<StoredMessage> message(const ChatId &chat, const Mid &mid);
    std::vector<ReactionRow> reactions(const ChatId &chat, const Mid &mid, Rev since);
    /// Tag of the row whose last change has this rev; nullopt when the row has moved on.
    std::optional<quint64> tagAt(const StoredChat &chat, Rev rev);

    /// Newest first from `hi` down to `lo`.
    Statement messagesDown;

private:
    Statement m_chat, m_present, m_mark, m_marks, m_member, m_members, m_page, m_banned, m_voters, m_log,
        m_peer, m_unread, m_midAt, m_message, m_reactions;
    Statement m_messageTag, m_reactionTag, m_memberTag;
};

/// A part of the timeline, collected from its newest message down, as large as a page may be.
struct TimelinePart {
    std::vector<Row> rows; // messages ascending by seq, each followed by its reactions
    Seq lo;                // the rows answer lo..hi
};
struct TimelineQuestion {
    ChatId chat;
    Seq lo, hi;
    Rev since;
    int messages = 0;
    qsizetype bytes = limits::pageBytes;
};
TimelinePart timeline(ChatReads &reads, const TimelineQuestion &question);

} // namespace kith::server
