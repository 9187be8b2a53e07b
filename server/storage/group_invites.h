#pragma once
#include "server/storage/members.h"

namespace kith::server {

/// The ways into a group: made, listed and revoked by its admins, used by whoever knows the code.
class GroupInvites {
public:
    GroupInvites(WriteDesk &desk, Members &members);

    wire::ServerFrame invite(Work &work, const wire::InviteSet &f);
    wire::ServerFrame join(Work &work, const wire::Join &f);

private:
    wire::ServerFrame make(Work &work, const wire::InviteSet &f);
    wire::ServerFrame list(const ChatId &chat);

    WriteDesk &m_desk;
    Members &m_members;
    Statement m_ofOp, m_add, m_list, m_count, m_revoke, m_open, m_used, m_prune;
};

} // namespace kith::server
