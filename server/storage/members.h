#pragma once
#include "server/storage/write_desk.h"

namespace kith::server {

/// Membership: the rows, rights and notes of mem; chat.new uses its parts.
class Members {
public:
    explicit Members(WriteDesk &desk);

    wire::ServerFrame mem(Work &work, const wire::Mem &f);
    /// The caller comes in by an invite that was found good.
    wire::ServerFrame enter(Work &work, HotChat &chat, const UserInfo &who, const OpId &op);
    /// The answer to a change that is already so: the member row as it is.
    wire::ServerFrame unchanged(const ChatId &chat, const UserId &user);
    /// The caller of `work`, a present member, becomes the group's owner. For the administrator.
    Status handOver(Work &work, const ChatId &chat);

    /// Name of a user that may be added; nullopt = nobody or disabled.
    std::optional<UserInfo> user(const UserId &user);
    /// One of the two does not want to hear of the other.
    bool blocked(const UserId &a, const UserId &b)
    {
        return m_desk.hot.blocks(a).contains(b) || m_desk.hot.blocks(b).contains(a);
    }
    std::optional<MemberRow> row(const ChatId &chat, const UserId &user);
    std::vector<Row> rows(const ChatId &chat, int limit);
    /// Writes a present member with the chat's next rev. The caller tells of it.
    MemberRow join(HotChat &chat, const UserInfo &user, Role role);
    /// The user's own devices learn that the chat is theirs, or no longer.
    void tellUser(Work &work, const ChatId &chat, const UserId &user, bool left);
    /// After the members or the title changed: the info row with the chat's next rev.
    ChatRow touchInfo(HotChat &chat);

    /// The member row with the chat's next rev, because the user's name or picture changed. The caller tells.
    MemberRow renew(HotChat &chat, const UserId &user);
    /// The user leaves because their account ends; tells of it. A direct chat stays with the other one.
    void depart(Work &work, HotChat &chat, const UserId &user);

    struct DoneOp {
        ChatId chat;
        UserId subject;
    };
    std::optional<DoneOp> doneOp(const UserId &user, const OpId &op);
    void remember(const Work &work, const OpId &op, const ChatId &chat, const UserId &subject);

private:
    wire::ServerFrame add(Work &work, HotChat &chat, const wire::Mem &f);
    wire::ServerFrame leave(Work &work, HotChat &chat, const wire::Mem &f, const UserId &user,
                            const QString &logged);
    wire::ServerFrame ban(Work &work, HotChat &chat, const wire::Mem &f, const HotMember &me);
    wire::ServerFrame handOver(Work &work, HotChat &chat, const wire::Mem &f);
    wire::ServerFrame setRole(Work &work, HotChat &chat, const wire::Mem &f);
    std::vector<Row> leftRows(HotChat &chat, const UserId &user);
    void settle(Work &work, HotChat &chat, const ChatPosition &from, std::vector<Row> &rows,
                const ServiceNote &note);
    MemberRow setRoleRow(HotChat &chat, const UserId &user, Role role);
    std::optional<UserId> heir(const ChatId &chat, const UserId &owner);
    wire::ServerFrame finish(Work &work, HotChat &chat, const ChatPosition &from, std::vector<Row> rows,
                             const ServiceNote &note, const OpId &op, const UserId &subject,
                             const QString &logged);

    WriteDesk &m_desk;
    Statement m_user, m_row, m_rows, m_join, m_leave, m_renew, m_role, m_heir, m_owners, m_doneOp, m_remember,
        m_prune, m_ban;
};

} // namespace kith::server
