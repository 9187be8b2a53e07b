#pragma once
#include "core/domain/content.h"
#include "server/storage/message_writes.h"

namespace kith::server {

/// Messages that wait for their time: each is a row "sched" of its author's private state, which all their
/// devices hold. It becomes a message, and its row goes, in one transaction.
class Scheduled {
public:
    Scheduled(WriteDesk &desk, MessageWrites &messages);

    /// Before a row "sched" is written. An answer: nothing is written.
    std::optional<wire::ServerFrame> check(const Work &work, const wire::Uset &f,
                                           const std::optional<StoredState> &stored);
    /// After it was.
    void written(const UserId &user, const wire::Uset &f);
    /// Sends what is due, at most `most`; what then cannot be sent stays in the list with the reason.
    int send(Work &work, int most);
    void forget(const UserId &user); // the account ended

private:
    void sendOne(Work &work, const UserId &user, const Mid &mid);

    WriteDesk &m_desk;
    MessageWrites &m_messages;
    Statement m_put, m_drop, m_dropAll, m_count, m_due, m_sent;
};

} // namespace kith::server
