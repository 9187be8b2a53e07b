#pragma once
#include "server/storage/chat_reads.h"

namespace kith::server {

/// edits, date.
class MessageReads {
public:
    MessageReads(Db &db, ChatReads &reads, const EpochId &epoch);
    wire::ServerFrame edits(const UserId &caller, const wire::Edits &f);
    wire::ServerFrame date(const UserId &caller, const wire::FindDate &f);
    /// Whether a ContentRound would find something to do.
    bool due(qint64 nowMs);

private:
    ChatReads &m_reads;
    const EpochId m_epoch;
    Statement m_versions, m_at, m_expired, m_scheduled;
};

} // namespace kith::server
