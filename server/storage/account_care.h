#pragma once
#include "server/storage/accounts.h"
#include "server/storage/members.h"
#include "server/storage/message_writes.h"

namespace kith::server {

/// What a user does to their own account and that their chats have to hear of; reports.
class AccountCare {
public:
    AccountCare(WriteDesk &desk, Accounts &accounts, Members &members, MessageWrites &messages);

    WriteResult setProfile(const SetProfile &profile);
    WriteResult end(const EndAccount &account);
    WriteResult erase(const EraseStep &step);
    WriteResult report(const FileReport &report);

private:
    std::vector<ChatId> chatsOf(const UserId &user);
    void leaveAll(Work &work);

    WriteDesk &m_desk;
    Accounts &m_accounts;
    Members &m_members;
    MessageWrites &m_messages;
    Statement m_chats, m_name, m_about, m_avatar, m_addAvatar, m_dropAvatars;
    Statement m_login, m_retire, m_end, m_dropState, m_erase, m_erasure, m_erased, m_erasureDone, m_report;
    Statement m_seen, m_body;
};

} // namespace kith::server
