#pragma once
#include "core/base/ids.h"

#include <QByteArray>
#include <QString>
#include <vector>

/// Pushes to devices that are not connected, as the database keeps them; part of the Repository seam.
namespace kith::server {

struct PushRound { // spreads due jobs over devices and claims what is due to be pushed, for a minute
    qint64 nowMs = 0;
    int limit = 100; // jobs, and devices
    bool withContent = false;
};
struct PushClaim {
    DeviceId device;
    UserId user;
    QString provider;
    QByteArray token; // a secret
    ChatId chat;
    Seq seq;      // of the newest message waiting
    int news = 0; // messages; 0 = only a test
    bool silent = false;
    bool test = false;
    qint64 sinceMs = 0; // waits since then
    int tries = 0;
    QString title, body; // with content only
};
struct PushClaims { // the result of a PushRound
    std::vector<PushClaim> claims;
};
enum class PushOutcome : quint8 {
    Sent,      // the provider took it
    DeadToken, // the provider will never again know this token
    Retry,     // not now
    Refused,   // this note will never be taken: its trouble is ours
    Connected, // the device hears by itself, as far as this node knows
};
struct PushReport {
    PushClaim claim;
    PushOutcome outcome = PushOutcome::Retry;
    qint64 retryMs = 0; // Retry, Connected: not before; 0 = by backoff
    QString detail;     // for people
};
struct PushTold { // what came of claims
    std::vector<PushReport> reports;
    qint64 nowMs = 0;
};

} // namespace kith::server
