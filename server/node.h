#pragma once
#include "core/base/result.h"
#include "server/api/accounts_api.h"
#include "server/api/http_connection.h"
#include "server/api/passwords.h"
#include "server/files/files_desk.h"
#include "server/files/sweep.h"
#include "server/push/push_worker.h"
#include "server/realtime/connection_limits.h"
#include "server/realtime/session.h"
#include "server/realtime/tls.h"

#include <QHostAddress>
#include <QObject>
#include <QUrl>

namespace kith::server {

class StatementFaults;

/// How devices that are not connected are woken.
struct PushSetup {
    bool on = true;     // this process does that work
    QString fcmAccount; // file of a service account: FCM; empty = the log only
    QUrl fcmEndpoint;   // empty = FCM's own
    PushOptions options;
};

/// What a process does for its node.
struct Roles {
    bool api = true;      // HTTP: accounts, files, the page at /
    bool realtime = true; // WebSockets of clients
    bool worker = true;   // in the background: pushes, sweeps, erasures
    bool clients() const { return api || realtime; }
};

struct NodeOptions {
    QString dataDir;
    Roles roles;
    QHostAddress address = QHostAddress::LocalHost;
    quint16 port = 0; // 0 = any free one
    QString name = QStringLiteral("Kith");
    int threads = 0; // I/O threads; 0 = as many as there are cores, at most 4
    Registration registration = Registration::Open;
    int passwordMin = limits::passwordMinChars;
    QString passwordBlocklist; // a file; empty = none
    QString adminSocket;       // empty = in the data folder
    QString downloadUrl;       // for the page at /
    bool rateLimits = true;
    PasswordPool::Cost passwordCost = PasswordPool::Cost::Normal;
    ConnectionLimits::Options connections;
    SessionConfig session;
    HttpConfig http;
    FilesOptions files;
    int tickMs = 1'000;
    std::optional<Tls::Files> tls;               // none: plain
    std::optional<QHostAddress> operatorAddress; // of /metrics; none: there is no such door
    quint16 operatorPort = 0;
    int drainDelayMs = 0;       // between "not ready" and the closed door
    int drainWindowMs = 10'000; // over which sessions are told to go
    PushSetup push;
    StatementFaults *faults = nullptr; // for tests; asked on the storage threads
};

/// One whole server: storage, bus, I/O threads, listener. Belongs to the thread that started it, which needs
/// an event loop.
class Node final : public QObject {
    Q_OBJECT
public:
    struct Parts; // for the node's own files

    /// Accepts connections when it returns. `clock` and `random` must be thread-safe and outlive the node.
    /// On an error nothing is left running; Locked: another server has the folder; TooNew: written by a newer
    /// server; Io: the folder cannot be used; Refused: the address cannot be listened on;
    /// BadInput: the push provider's account file.
    static Result<std::unique_ptr<Node>> start(NodeOptions options, const Clock &clock, Random &random);
    /// Stops at once if it still runs; what was acknowledged is on disk.
    ~Node() override;

    quint16 port() const; // 0 = no door for clients: neither api nor realtime
    QHostAddress address() const;
    quint16 operatorPort() const; // 0 = no such door
    /// Not ready any more; after drainDelayMs no new connections and bye to the sessions, over drainWindowMs
    /// and each once its requests are answered; waiting writes committed; then stopped(). At most 8 s more
    /// than that.
    void drain();
    /// As Tls::load(); NotFound when the node was started without TLS.
    Status reloadTls();
    void stop();
    /// Takes away files that nothing needs; with `dryRun` only counts. `done` on a thread of the server's
    /// own. False: too busy, or stopped.
    [[nodiscard]] bool sweepFiles(bool dryRun, std::function<void(SweepReport)> done);

Q_SIGNALS:
    void stopped();
    /// What was stored here was put back to an older state, and its history has got a new name: the node
    /// stores nothing more. Stop it and start another in its place.
    void historyRenamed();

private:
    explicit Node(std::unique_ptr<Parts> parts);
    void renameHistory();
    void closeDoor();
    void checkDrained();
    std::unique_ptr<Parts> d;
};

} // namespace kith::server
