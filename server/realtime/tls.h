#pragma once
#include "core/base/result.h"

#include <QByteArray>
#include <QSslConfiguration>
#include <mutex>

namespace kith::server {

/// The server's certificate and key, as read from their files; they can be read again while connections are
/// open. Thread-safe.
class Tls {
public:
    struct Files {
        QString certificate, key; // PEM; the chain with the server's own first
        QByteArray keyPassword;
    };
    explicit Tls(Files files)
        : m_files(std::move(files))
    {
    }
    /// Reads the files; new connections use what they hold, open ones keep what they have. On an error the
    /// present ones stay in use: NotFound (a file cannot be read), Corrupt (no certificate, no key, or the
    /// key is another's). An expired certificate is loaded; the caller looks at expiresMs().
    Status load();
    QSslConfiguration configuration() const;
    qint64 expiresMs() const; // of the server's own certificate, Unix time

private:
    const Files m_files;
    mutable std::mutex m_mutex;
    QSslConfiguration m_configuration;
    qint64 m_expiresMs = 0;
};

} // namespace kith::server
