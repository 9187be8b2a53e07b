#pragma once
#include "server/storage/files.h"
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

    /// Turns what `user` wrote in lo..hi into tombstones, the newest first and at most `most`; tells of it.
    /// Returns the lowest place that is done.
    Seq buryAll(Work &work, HotChat &chat, Seq lo, Seq hi, int most);

private:
    std::optional<StoredMessage> find(const ChatId &chat, const Mid &mid);
    std::optional<StoredReaction> find(const wire::React &f, const UserId &user);
    std::optional<wire::Err> sendFault(Work &work, HotChat *chat, const wire::Send &f,
                                       const Result<std::vector<Attachment>> &atts);
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
    Statement m_find, m_ofSender, m_sent, m_update, m_keepBody, m_dropBodies, m_reaction, m_reactionCounts,
        m_putReaction, m_reacted;
};

/// A mid must be young enough that the duplicate check can be trusted for it, by the clock it was made with.
bool midInTime(const Mid &mid, qint64 nowMs);

} // namespace kith::server
