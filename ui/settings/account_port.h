#pragma once
#include "core/base/ids.h"
#include "core/base/result.h"

#include <QString>
#include <functional>
#include <vector>

namespace kith {

/// Care of the open account, as the settings see it; made by the program from the account API. Thread: GUI.
/// Callbacks come later, at most once. Errors: Offline, Timeout, Unavailable; Refused with the server's code.
class AccountPort {
public:
    struct Device {
        DeviceId device;
        QString name, app;
        qint64 madeMs = 0, lastSeenMs = 0; // Unix ms
        bool current = false;              // this one
    };
    using Done = std::function<void(const Status &)>;
    virtual ~AccountPort() = default;
    virtual QString accountName() const = 0; // "@ana on chat.example.org"
    virtual void devices(std::function<void(const Result<std::vector<Device>> &)> done) = 0;
    virtual void endDevice(const DeviceId &device, Done done) = 0; // null = all others
    virtual void changePassword(const QString &old, const QString &next, Done done) = 0;
    virtual void deleteAccount(const QString &password, Done done) = 0;
    virtual int unsent() const = 0; // what would be lost by signing out
    /// Signs this computer out and removes what it holds. After success the account is closed.
    virtual void signOut(Done done) = 0;
};

} // namespace kith
