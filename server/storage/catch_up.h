#pragma once
#include "server/storage/chat_reads.h"
#include "server/storage/page_limits.h"

namespace kith::server {

/// sync and usync: what changed since a cursor, or a new start when the cursor cannot be followed.
class CatchUp {
public:
    CatchUp(Db &db, ChatReads &reads, const EpochId &epoch, const PageLimits &limits);

    wire::ServerFrame sync(const UserId &user, const wire::Sync &f);
    wire::ServerFrame usync(const UserId &user, const wire::Usync &f);
    UserPosition position(const UserId &user);

    /// The start-over answer with up to `messages` newest messages; members: all of them, or own and peer
    /// only.
    wire::Reset reset(const UserId &user, const StoredChat &chat, int messages, bool allMembers,
                      qsizetype bytes);

private:
    enum class Verdict : quint8 { Follow, TooFar, Diverged };
    Verdict judge(const StoredChat &chat, const wire::Sync &f);
    wire::Delta delta(const StoredChat &chat, const wire::Sync &f);
    bool follows(const UserId &user, const UserPosition &head, const wire::Usync &f);

    ChatReads &m_reads;
    const EpochId m_epoch;
    const PageLimits m_limits;
    Statement m_messagesUp, m_reactionsUp, m_membersUp;
    Statement m_userHead, m_statesUp, m_stateTag;
};

} // namespace kith::server
