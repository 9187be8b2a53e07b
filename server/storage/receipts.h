#pragma once
#include "server/storage/write_desk.h"

namespace kith::server {

/// rcpt: watermarks that only grow (R12).
class Receipts {
public:
    explicit Receipts(WriteDesk &desk);
    wire::ServerFrame rcpt(Work &work, const wire::Rcpt &f);

private:
    void raise(Work &work, HotChat &chat, HotMember &me, const wire::RcptItem &item);

    WriteDesk &m_desk;
    Statement m_unread;
};

/// Messages of others after `seen`, capped; ?1 chat, ?2 seen, ?3 user. It looks at the oldest 10,000 of them
/// only, so that somebody who wrote for years and never read costs a bounded time.
inline constexpr const char *unreadSql =
    "SELECT count(*) FROM (SELECT 1 FROM (SELECT sender, dead, kind FROM messages WHERE chat_id = ?1 AND seq "
    "> ?2"
    " ORDER BY seq LIMIT 10000) WHERE sender <> ?3 AND dead = 0 AND kind <> 'service' LIMIT 100)";
static_assert(limits::unreadCap == 100);

} // namespace kith::server
