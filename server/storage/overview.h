#pragma once
#include "server/storage/accounts.h"
#include "server/storage/catch_up.h"

namespace kith::server {

/// What a device asks about more than the end of one chat: hello, ping, chats, hist, have, proof.
class Overview {
public:
    Overview(Db &db, ChatReads &reads, CatchUp &catchUp, const EpochId &epoch, const PageLimits &limits);

    wire::ServerFrame hello(const Caller &caller, const wire::Hello &f, qint64 nowMs);
    wire::ServerFrame ping(const Caller &caller, const wire::Ping &f, qint64 nowMs);
    wire::ServerFrame chats(const Caller &caller, const wire::Chats &f);
    wire::ServerFrame hist(const Caller &caller, const wire::Hist &f);
    wire::ServerFrame have(const Caller &caller, const wire::Have &f);
    wire::ServerFrame members(const Caller &caller, const wire::ListMembers &f);
    wire::ServerFrame log(const Caller &caller, const wire::GroupLog &f);
    wire::ServerFrame proof(const Caller &caller, const wire::Proof &f);

private:
    std::vector<wire::Head> heads(const UserId &user);
    /// Heads in the buckets whose digests differ, newest activity first, as many as fit.
    std::vector<wire::Head> dirty(const UserId &user, const EpochId &epoch, const wire::Digests &dig,
                                  bool &more);

    ChatReads &m_reads;
    CatchUp &m_catchUp;
    const EpochId m_epoch;
    const PageLimits m_limits;
    Statement m_heads, m_any;
};

} // namespace kith::server
