#pragma once
#include "server/storage/files.h"
#include "server/storage/forwards.h"
#include "server/storage/poll_votes.h"
#include "server/storage/push_rows.h"
#include "server/storage/write_desk.h"

namespace kith::server {

/// send, edit, del, react. Each checks for its own repeat before it checks rights (R15), and everything it
/// may refuse for before it writes.
class MessageWrites {
public:
    MessageWrites(WriteDesk &desk, Files &files, PushRows &push);

    wire::ServerFrame send(Work &work, const wire::Send &f);
    wire::ServerFrame edit(Work &work, const wire::Edit &f);
    wire::ServerFrame del(Work &work, const wire::Del &f);
    wire::ServerFrame react(Work &work, const wire::React &f);
    wire::ServerFrame closePoll(Work &work, const wire::ClosePoll &f);
    /// Why this state row "vote" is not taken. `before`: its value so far; empty = none.
    std::optional<wire::Err> voteFault(Work &work, const wire::Uset &f, const QByteArray &before);
    void voted(Work &work, const wire::Uset &f, const QByteArray &before);
    /// Why a present member may not write these words in the chat. `extra`: of the message or of its edit,
    /// checked to be an object.
    std::optional<wire::Err> wordsFault(const Work &work, HotChat &chat, const QByteArray &extra);

    /// Turns what `user` wrote in lo..hi into tombstones, the newest first and at most `most`; tells of it.
    /// Returns the lowest place that is done.
    Seq buryAll(Work &work, HotChat &chat, Seq lo, Seq hi, int most);
    /// Turns messages whose time is over into tombstones, at most `most`; returns how many.
    int expire(Work &work, int most);

private:
    std::optional<StoredMessage> find(const ChatId &chat, const Mid &mid);
    std::optional<StoredReaction> find(const wire::React &f, const UserId &user);
    struct Sending { // what is looked at before a send is stored
        const wire::Send &f;
        Result<std::vector<Attachment>> atts;
        Forwards::Found forward;
    };
    std::optional<wire::Err> sendFault(Work &work, HotChat *chat, const Sending &sending);
    QByteArray storedExtra(const HotChat &chat, const Sending &sending, qint64 nowMs);
    void keepVersion(const StoredMessage &m, const ChatId &chat, qint64 nowMs);
    wire::ServerFrame repeated(const Work &work, const ChatId &chat, const StoredMessage &stored,
                               qint64 hash);
    wire::ServerFrame bury(Work &work, HotChat &chat, const wire::Del &f);
    void update(HotChat &chat, StoredMessage &m);
    void kill(HotChat &chat, StoredMessage &m, const OpId &op, qint64 nowMs);
    std::optional<wire::Err> groupFault(const Work &work, HotChat &chat, const QByteArray &extra);
    std::optional<wire::Err> channelFault(const Work &work, HotChat &chat);
    void noteSent(const Work &work, HotChat &chat);
    std::optional<ChatRow> unpin(HotChat &chat, const Mid &mid);
    std::optional<wire::Err> directFault(const Work &work, HotChat &chat);

    WriteDesk &m_desk;
    Files &m_files;
    PushRows &m_push;
    Forwards m_forwards;
    PollVotes m_votes;
    Statement m_find, m_ofSender, m_expired, m_sent, m_update, m_keepBody, m_dropOldest, m_dropBodies,
        m_reaction, m_reactionCounts, m_putReaction, m_reacted;
};

} // namespace kith::server
