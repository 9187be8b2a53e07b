#pragma once
#include "server/storage/push_requests.h"

#include <QByteArray>
#include <QString>
#include <functional>

/// The seam to whatever wakes devices that are not connected. A push is a courtesy: losing one costs a
/// notification, never a message.
namespace kith::server {

/// One notification for one device. Everything that waits for the device since its last one stands behind it.
struct PushNote {
    DeviceId device;
    QByteArray token; // the provider's address of the device: a secret, never logged
    ChatId chat;      // of the newest message; null for a test
    Seq seq;
    int news = 1;        // messages since the last push to this device, ≥ 1
    bool silent = false; // no sound: its author wished so
    QString title;       // who or where; empty in content-free mode
    QString body;        // at most a line of the text; empty in content-free mode
};

struct PushResult {
    PushOutcome outcome = PushOutcome::Retry;
    qint64 retryMs = 0; // Retry: not before; 0 = by backoff
    QString detail;     // a short reason for people, without secrets
};

/// Implementations: the log (no provider), FCM. Thread: one, the push worker's.
class Push {
public:
    virtual ~Push() = default;
    using Done = std::function<void(PushResult)>;

    /// The name that devices register under.
    virtual QString provider() const = 0;
    /// Hands over one note; `done` is called exactly once, later or at once, unless this is destroyed first.
    virtual void send(const PushNote &note, Done done) = 0;
    /// Until when (steady ms) the provider asked to be left alone; 0 = it did not.
    virtual qint64 pausedUntilMs() const = 0;
};

} // namespace kith::server
