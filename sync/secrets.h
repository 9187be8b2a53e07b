#pragma once
#include "core/base/result.h"

#include <QByteArray>
#include <functional>

namespace kith {

/// Long-lived secrets (one refresh token per account). Three answers: found, absent (NotFound), unavailable
/// (Unavailable: locked, no service). Unavailable is never taken for absent.
/// A secret is one ASCII line of at most 512 bytes. Callbacks come later, on the caller's thread, and not
/// after the Secrets object is gone.
class Secrets {
public:
    virtual ~Secrets() = default;
    virtual void read(const QString &key, std::function<void(Result<QByteArray>)> done) = 0;
    virtual void write(const QString &key, const QByteArray &secret, std::function<void(Status)> done) = 0;
    virtual void remove(const QString &key, std::function<void(Status)> done) = 0;
    virtual QString backendName() const = 0; // for people: "KWallet", "Secret Service", "file"
};

} // namespace kith
