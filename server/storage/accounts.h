#pragma once
#include "server/storage/write_desk.h"

namespace kith::server {

/// What is kept of the login of an account that ended: it is not given out again.
QByteArray retiredHash(const QString &login);

/// Users and devices: writes.
class Accounts {
public:
    explicit Accounts(WriteDesk &desk);
    /// The invite, if there is one, was checked.
    WriteResult add(const NewUser &user);
    bool knows(const QString &login);
    WriteResult add(const NewDevice &device);
    WriteResult end(const EndDevice &device);
    WriteResult touch(const TouchPresence &touch);
    WriteResult published(const Published &published);
    WriteResult turn(const TurnToken &turn);
    WriteResult setPassword(const SetPassword &password);
    WriteResult endSome(const EndDevices &devices);
    /// Ends the devices of a user but one (null: all).
    std::vector<DeviceEnded> endAll(const UserId &user, const DeviceId &but);

private:
    struct Shown { // a refresh token that somebody shows
        DeviceId device;
        UserId user;
        qint64 generation = 0;
        int state = 0;
        bool ended = false;
    };
    std::optional<Shown> shown(const QByteArray &hash);
    WriteResult turnUnknown(const TurnToken &turn);
    WriteResult issue(const TurnToken &turn, const Shown &token);
    void dateEpoch(qint64 nowMs);
    void endOne(const DeviceId &device);

    WriteDesk &m_desk;
    Statement m_known, m_user, m_retired, m_device, m_surplus, m_end, m_touchUser, m_touchDevice, m_published;
    Statement m_shown, m_claimed, m_dateEpoch, m_bind, m_addToken, m_setState, m_spend, m_forget, m_forgetAll,
        m_password, m_ownDevice, m_live;
};

/// Users and devices: reads, and who may hear of whom.
class Directory {
public:
    explicit Directory(Db &db);
    std::optional<Account> account(const QString &login);
    std::optional<Account> account(const UserId &user);
    std::vector<wire::DeviceEntry> devices(const UserId &user);
    std::optional<wire::Profile> profile(const UserId &user);
    std::optional<wire::Avatar> avatar(const AvatarId &id);
    std::optional<DeviceInfo> deviceByToken(const QByteArray &hash);
    std::optional<DeviceInfo> device(const DeviceId &device);
    std::vector<UserInfo> find(const UserId &me, QString query);
    std::vector<Presence> presence(const UserId &me, const std::vector<UserId> &users);
    std::vector<UserId> typingAudience(const UserId &me, const ChatId &chat);
    std::vector<Repository::Unpublished> unpublished(int limit);

private:
    bool parted(const UserId &a, const UserId &b); // one has blocked the other
    bool isDirect(const ChatId &chat);
    std::vector<UserId> members(const ChatId &chat);
    Statement m_account, m_accountById, m_devices, m_profile, m_avatar, m_token, m_device, m_find, m_chatsOf,
        m_lastSeen, m_typing, m_parted, m_kind, m_members, m_unpublished;
};

} // namespace kith::server
