#pragma once
#include "server/storage/write_desk.h"

namespace kith::server {

/// Users and devices: writes.
class Accounts {
public:
    explicit Accounts(WriteDesk &desk);
    WriteResult add(const NewUser &user);
    WriteResult add(const NewDevice &device);
    WriteResult end(const EndDevice &device);
    WriteResult touch(const TouchPresence &touch);
    WriteResult published(const Published &published);

private:
    WriteDesk &m_desk;
    Statement m_user, m_device, m_end, m_touchUser, m_touchDevice, m_published;
};

/// Users and devices: reads, and who may hear of whom.
class Directory {
public:
    explicit Directory(Db &db);
    std::optional<Account> account(const QString &login);
    std::optional<DeviceInfo> deviceByToken(const QByteArray &hash);
    std::optional<DeviceInfo> device(const DeviceId &device);
    std::vector<UserInfo> find(const UserId &me, QString query);
    std::vector<Presence> presence(const UserId &me, const std::vector<UserId> &users);
    std::vector<UserId> typingAudience(const UserId &me, const ChatId &chat);
    std::vector<Repository::Unpublished> unpublished(int limit);

private:
    std::vector<UserId> members(const ChatId &chat);
    Statement m_account, m_token, m_device, m_find, m_chatsOf, m_lastSeen, m_typing, m_members, m_unpublished;
};

} // namespace kith::server
