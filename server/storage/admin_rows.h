#pragma once
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/wire/admin_codec.h"

#include <variant>

/// What the administrator asks of the storage.
namespace kith::server {

struct ResetPassword { // NotFound: no such user
    UserId user;
    QByteArray passwordHash;
    bool keepDevices = false; // else all are signed out
};
struct SetDisabled { // its sessions end; the devices work again once it is enabled
    UserId user;
    bool disabled = false;
};
struct SignOut { // one, or all of a user (null device)
    UserId user;
    DeviceId device;
};
struct NewInvite {
    QByteArray codeHash; // SHA-256
    QString note;        // for the administrator
    qint64 uses = 1;
    qint64 expiresMs = 0; // Unix time
};
struct EndInvite {
    qint64 id = 0;
};
struct HandOver { // of a group; the owner until now becomes an administrator
    ChatId chat;
    UserId user; // a present member
};
struct CloseReport { // NotFound: there is no open one with this number
    qint64 id = 0;
};
struct SweepRows { // invites that nobody can use any more
    bool dryRun = false;
};
struct AdminWrite {
    std::variant<ResetPassword, SetDisabled, SignOut, NewInvite, EndInvite, HandOver, CloseReport, SweepRows> what;
    qint64 nowMs = 0;
};
struct Counted { // how many rows it was about; NewInvite: its number
    qint64 count = 0;
};

struct UsersPage {
    QString after;
    qint64 limit = 100;
};
struct DevicesOf {
    UserId user;
};
struct GroupsOf {
    UserId user;
};
struct InvitesAll {};
struct ReportsPage { // of abuse, the oldest first
    qint64 after = 0, limit = 100;
    bool handled = false; // also those that were closed
};
struct ReportOne { // whole; no row: there is none
    qint64 id = 0;
};
struct Totals {};
using AdminQuery = std::variant<UsersPage, DevicesOf, GroupsOf, InvitesAll, ReportsPage, ReportOne, Totals>;
using AdminRows = std::vector<wire::AdminRow>;

} // namespace kith::server
