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
    /// The settings after the request, or why not.
    std::variant<GroupSettings, wire::Err> changed(HotChat &chat, const HotMember &me,
                                                   const wire::ChatSet &f);
    AvatarId store(const wire::Avatar &picture, const ChatId &chat, qint64 nowMs);
    HotChat &insert(Work &work, const wire::ChatNew &f, const QString &title);
    wire::ServerFrame finish(Work &work, HotChat &chat, const std::vector<std::pair<UserInfo, Role>> &people,
                             const std::optional<ServiceNote> &note);

    WriteDesk &m_desk;
    Members &m_members;
    Statement m_insert, m_pair, m_alive, m_addPair, m_addAvatar, m_dropAvatars;
};

} // namespace kith::server
