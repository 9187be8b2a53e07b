#pragma once
#include "core/base/result.h"
#include "sync/account_api.h"

#include <QNetworkProxy>
#include <QObject>
#include <QTimer>
#include <functional>

class QSslSocket;
class QTcpSocket;

namespace kith {

/// Goes the way to a server hop by hop and says which one fails: name → proxy → server → TLS → an answer of a
/// Kith server. Changes nothing and uses no connection of others. Thread: the one it lives on.
class ReachTest final : public QObject {
    Q_OBJECT
public:
    enum class Step : quint8 { Resolve, Proxy, Server, Tls, Hello };
    struct Told {
        std::function<void(Step step, bool good, const QString &what)> step; // the first that fails ends it
        std::function<void()> done;                                          // last of all
    };
    /// `server` as AccountApi::serverAddress() made it. Begins with the next turn of the event loop.
    ReachTest(QUrl server, QNetworkProxy proxy, Told told, QObject *parent = nullptr);
    ~ReachTest() override;

private:
    static constexpr int patienceMs = 10'000; // of each step

    bool proxied() const { return m_proxy.type() != QNetworkProxy::NoProxy; }
    void begin(Step step);
    void good(const QString &what);
    void bad(const QString &what);
    void resolve();
    void proxy();
    void reach();
    void encrypt();
    void hello();

    const QUrl m_server;
    const QNetworkProxy m_proxy;
    const Told m_told;
    Step m_step = Step::Resolve;
    int m_lookUp = -1;
    bool m_over = false;
    QTimer m_patience;
    QTcpSocket *m_toProxy = nullptr;
    QSslSocket *m_socket = nullptr;
    std::unique_ptr<AccountApi> m_api;
};

} // namespace kith
