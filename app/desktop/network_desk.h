#pragma once
#include "sync/reach_test.h"
#include "sync/secrets.h"
#include "ui/settings/network_port.h"
#include "ui/settings/preferences.h"

#include <QNetworkProxy>

namespace kith {

/// The proxy of the whole process: HTTP, WebSocket, uploads and downloads go out by it, on every thread.
/// Thread: GUI.
class NetworkDesk final : public QObject, public NetworkPort {
    Q_OBJECT
public:
    NetworkDesk(Preferences &preferences, Secrets &secrets, QObject *parent = nullptr);
    ~NetworkDesk() override;

    /// What was chosen once takes effect; the password follows when the keychain has answered. Until then a
    /// proxy that wants one refuses: nothing goes around it.
    void begin();
    void setServer(const QString &server) { m_server = server; }

    ProxyChoice proxy() const override;
    bool hasPassword() const override { return !m_password.isEmpty(); }
    QString fixedBy() const override { return {}; }
    void setProxy(const ProxyChoice &proxy, const std::optional<QString> &password,
                  std::function<void(const Status &)> done) override;
    QString server() const override { return m_server; }
    void test(const QString &server, const ProxyChoice &proxy, const std::optional<QString> &password,
              std::function<void(const Hop &)> hop, std::function<void()> done) override;
    void stopTest() override { m_test.reset(); }

Q_SIGNALS:
    void changed(); // what is connected had better begin anew

private:
    static QString secretKey() { return QStringLiteral("kith/proxy"); }
    void use();

    Preferences &m_preferences;
    Secrets &m_secrets;
    QString m_password, m_server;
    std::unique_ptr<ReachTest> m_test;
};

} // namespace kith
