#pragma once
#include "core/base/random.h"
#include "core/wire/account_codec.h"
#include "core/wire/codec.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QWebSocket>
#include <functional>

namespace kith::bench {

/// The program under test, in a process of its own so that its CPU can be told from the load's.
class ServerProcess {
public:
    /// `program` prints "… ready http://127.0.0.1:PORT" on stdout.
    bool start(const QString &program, const QStringList &arguments);
    ~ServerProcess();
    quint16 port() const { return m_port; }
    double cpuSeconds() const;
    qint64 pssKb() const;
    qint64 pid() const { return m_process.processId(); }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

struct User {
    UserId id;
    DeviceId device;
    QByteArray access;
};
std::optional<User> makeUser(quint16 port, const QString &login);

/// One connection; requests by callback. Cheap on purpose: what it costs is not the server's.
class Client {
public:
    Client(quint16 port, const QByteArray &access, std::function<void(Client &)> live);
    void request(wire::ClientFrame frame, std::function<void(wire::ServerFrame &&)> done = {});
    /// A push as text, undecoded.
    std::function<void(const QString &)> pushed;
    bool live = false;
    QWebSocket socket;

private:
    void received(const QString &text);
    qint64 m_lastId = 0;
    QHash<qint64, std::function<void(wire::ServerFrame &&)>> m_waiting;
};

/// The integer after "key": in a frame, from `from` on; -1 = none.
qint64 numberAfter(const QString &text, const char16_t *key);
void waitUntil(const std::function<bool()> &done, int seconds, const char *what);
/// One line: name, figure, unit, target and the verdict.
void report(const char *name, double figure, const char *unit, double must, bool less);

} // namespace kith::bench
