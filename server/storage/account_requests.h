#pragma once
#include "core/wire/account_care.h"
#include "server/storage/caller.h"

#include <optional>

/// What the account API asks of the repository, and what it gets.
namespace kith::server {

struct NewUser {
    QString login; // lower case, checked
    QString name;
    QByteArray passwordHash; // argon2id string
    qint64 nowMs = 0;
    QByteArray inviteHash = {}; // empty = none is needed
};
struct NewDevice {
    UserId user;
    QString name;
    QString app;
    QByteArray tokenHash; // SHA-256 of the refresh token's secret; it is of generation 0
    qint64 nowMs = 0;
};
struct EndDevice {
    DeviceId device;
};
inline constexpr int restoredTokenDays = 30;
/// What the server itself wrote into a refresh token, proven by its signature.
struct TokenClaim {
    DeviceId device;
    qint64 generation = 0; // grows by one with each trade
    friend bool operator==(const TokenClaim &, const TokenClaim &) = default;
};
/// Trades a refresh token for the next one. The old one works until the next was used; after that, whoever
/// shows it again has copied it, and the device ends. A token that is not known, but proves to be newer than
/// what is, was issued after the backup that this database came from: each device may show one such token,
/// once, before any other and within restoredTokenDays.
struct TurnToken {
    QByteArray hash, next; // SHA-256 of the secrets of both
    qint64 nowMs = 0;
    std::optional<TokenClaim> claim = {}; // none: a token of before there were any
};
struct SetPassword {
    Caller caller;
    QByteArray passwordHash;
    bool endOthers = true;
};
struct EndDevices {
    Caller caller;
    DeviceId device; // null = all but the caller's; NotFound when it is not a device of the caller
};
struct SetProfile { // what is named is changed, and told to all chats of the user
    Caller caller;
    wire::ProfileChange change; // checked
    qint64 nowMs = 0;
};
/// The account is no more: name gone, devices ended, groups left. What it wrote is erased by EraseStep.
struct EndAccount {
    Caller caller;
    qint64 nowMs = 0;
};
struct EraseStep { // buries some of the messages of accounts that ended
    qint64 nowMs = 0;
};
struct FileReport { // NotFound when the reporter cannot see what is reported
    Caller caller;
    wire::Report report;
    qint64 nowMs = 0;
};
struct TouchPresence { // last_seen at disconnect and every 5 minutes
    UserId user;
    DeviceId device;
    qint64 nowMs = 0;
};

struct DeviceEnded { // revoked or logged out: its sessions end at once
    DeviceId device;
};

struct Account {
    UserId user;
    QString login, name;
    QByteArray passwordHash;
    bool disabled = false;
};
struct DeviceInfo {
    DeviceId device;
    UserId user;
    bool revoked = false; // or the account is disabled
};
struct UserMade {
    UserId user;
}; // NewUser; Refused when the login is taken, BadInput when the invite cannot be used
struct DeviceMade {
    DeviceId device;
    std::vector<DeviceEnded> ended; // those that were one too many
};
struct TokenTurned {
    enum class Kind : quint8 { Turned, Unknown, Ended, Reused };
    Kind kind = Kind::Unknown;
    UserId user;
    DeviceId device;
    qint64 generation = 0; // of the next token
    bool restored = false; // taken on its proof alone
};

} // namespace kith::server
