#pragma once
#include "core/base/result.h"
#include "core/domain/group.h"

#include <vector>

/// Bodies of the HTTP requests by which a signed-in user cares for their account (docs/protocol.md, "Care of
/// an account"). As account_codec.h: JSON in UTF-8, unknown fields ignored, `what` names a field and never
/// its value.
namespace kith::wire {

/// A picture of a user or a group: a small file of its own, fetched by its id.
struct Avatar {
    QByteArray mime; // "image/png", "image/jpeg" or "image/webp"
    QByteArray data; // 1..limits::avatarBytes
    friend bool operator==(const Avatar &, const Avatar &) = default;
};

/// POST /v1/password → 200 {}
struct PasswordChange {
    QString old, next;
    bool endOthers = true; // sign out all other devices
    friend bool operator==(const PasswordChange &, const PasswordChange &) = default;
};

/// GET /v1/devices → 200: those that are signed in, the one seen last first
struct DeviceEntry {
    DeviceId device;
    QString name, app;
    qint64 madeMs = 0, lastSeenMs = 0; // Unix ms
    bool current = false;              // the one that asks
    friend bool operator==(const DeviceEntry &, const DeviceEntry &) = default;
};
struct DeviceList {
    std::vector<DeviceEntry> devices; // at most limits::devicesPerUser
    friend bool operator==(const DeviceList &, const DeviceList &) = default;
};

/// POST /v1/devices/end → 200 {}: one device, or all but the one that asks
struct DeviceEnd {
    DeviceId device; // null = all others
    friend bool operator==(const DeviceEnd &, const DeviceEnd &) = default;
};

/// GET /v1/profile and POST /v1/profile/of → 200
struct Profile {
    UserId user;
    QString login, name, about;
    AvatarId avatar; // null = none
    friend bool operator==(const Profile &, const Profile &) = default;
};

/// POST /v1/profile → 200 Profile: what is named is changed
struct ProfileChange {
    std::optional<QString> name, about;
    std::optional<Avatar> avatar; // empty data = no picture any more
    friend bool operator==(const ProfileChange &, const ProfileChange &) = default;
};

/// POST /v1/profile/of
struct ProfileQuery {
    UserId user;
    friend bool operator==(const ProfileQuery &, const ProfileQuery &) = default;
};

/// POST /v1/avatar → 200 Avatar
struct AvatarQuery {
    AvatarId avatar;
    friend bool operator==(const AvatarQuery &, const AvatarQuery &) = default;
};

/// POST /v1/account/delete → 200 {}
struct AccountEnd {
    QString password;
    friend bool operator==(const AccountEnd &, const AccountEnd &) = default;
};

/// POST /v1/report → 201 {}: about a user, a chat or a message of a chat
struct Report {
    UserId user;
    ChatId chat;
    Mid mid;        // with chat
    QString reason; // "spam", "abuse", "other"; open
    QString text;   // at most limits::reportChars
    friend bool operator==(const Report &, const Report &) = default;
};

QByteArray encode(const Avatar &avatar);
QByteArray encode(const PasswordChange &request);
QByteArray encode(const DeviceList &answer);
QByteArray encode(const DeviceEnd &request);
QByteArray encode(const Profile &answer);
QByteArray encode(const ProfileChange &request);
QByteArray encode(const ProfileQuery &request);
QByteArray encode(const AvatarQuery &request);
QByteArray encode(const AccountEnd &request);
QByteArray encode(const Report &request);

Result<Avatar> decodeAvatar(QByteArrayView body);
Result<PasswordChange> decodePasswordChange(QByteArrayView body);
Result<DeviceList> decodeDeviceList(QByteArrayView body);
Result<DeviceEnd> decodeDeviceEnd(QByteArrayView body);
Result<Profile> decodeProfile(QByteArrayView body);
Result<ProfileChange> decodeProfileChange(QByteArrayView body);
Result<ProfileQuery> decodeProfileQuery(QByteArrayView body);
Result<AvatarQuery> decodeAvatarQuery(QByteArrayView body);
Result<AccountEnd> decodeAccountEnd(QByteArrayView body);
Result<Report> decodeReport(QByteArrayView body);

/// What the bytes are, by their first bytes: one of Avatar::mime; empty = not a picture of these kinds.
QByteArray pictureType(QByteArrayView data);
/// The picture in MemberRow::extra; null = none.
AvatarId avatarOf(const MemberRow &row);

} // namespace kith::wire
