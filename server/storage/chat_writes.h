#pragma once
#include "server/storage/members.h"

namespace kith::server {

/// chat.new and chat.set.
class ChatWrites {
public:
    ChatWrites(WriteDesk &desk, Members &members);

    wire::ServerFrame create(Work &work, const wire::ChatNew &f);
    wire::ServerFrame set(Work &work, const wire::ChatSet &f);

private:
    wire::ServerFrame createDirect(Work &work, const wire::ChatNew &f, const UserInfo &me);
    wire::ServerFrame createGroup(Work &work, const wire::ChatNew &f, const UserInfo &me);
    wire::ServerFrame stored(HotChat &chat);
    HotChat &insert(Work &work, const wire::ChatNew &f, const QString &title);
    wire::ServerFrame finish(Work &work, HotChat &chat, const std::vector<std::pair<UserInfo, Role>> &people,
                             const std::optional<ServiceNote> &note);

    WriteDesk &m_desk;
    Members &m_members;
    Statement m_insert, m_pair, m_addPair;
};

} // namespace kith::server
