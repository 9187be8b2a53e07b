#pragma once
#include "server/api/http_connection.h"
#include "server/metrics/io_counts.h"
#include "server/realtime/device_book.h"
#include "server/realtime/mailbox.h"
#include "server/realtime/presence_book.h"
#include "server/realtime/publisher.h"
#include "server/realtime/registry.h"
#include "server/realtime/tls.h"
#include "server/storage/read_pool.h"
#include "server/storage/write_queue.h"

#include <QBasicTimer>
#include <QPointer>
#include <QWebSocketServer>
#include <unordered_map>
#include <unordered_set>

namespace kith::server {

class WsConnection;

/// What the I/O threads share. All of it is thread-safe or immutable while they run.
struct Services {
    WriteQueue &writes;
    ReadPool &reads;
    Publisher &publisher;
    Bus &bus;
    PresenceBook &presence;
    DeviceBook &devices;
    const Tokens &tokens;
    const Clock &clock;
    const Router &router;
    const Router &operatorRouter;
    const Tls *tls = nullptr; // null: clients speak plain
    ConnectionLimits &connections;
    ConnectionLimits &operatorConnections;
    UserRateBook &userRates;
    KeyedRates &helloRates;
    bool rateLimits = true;
    SessionConfig session;
    HttpConfig http;
    int tickMs = 1'000;
    std::function<void()> historyLost; // any thread: Repository::hasLost was true
    int touchEveryMs = 300'000;        // last_seen of connected devices
    QByteArray runId;           // of this start of the server, in request ids
};

/// Which listener a connection came in by: that for clients, or that for the operator's machines.
enum class Door : quint8 { Clients, Operator };

/// Everything that one I/O thread serves: sockets, HTTP connections, sessions. Belongs to that thread but for
/// the calls marked otherwise.
class IoWorker final : public QObject, public SessionHost {
    Q_OBJECT
public:
    IoWorker(Services &services, quint32 number);
    ~IoWorker() override;
    void start();
    void stop(); // closes what is left

    // any thread
    void accept(qintptr descriptor, Door door) { m_accepted.post({descriptor, door}); }
    void run(std::function<void()> task) { m_tasks.post(std::move(task)); }
    int connections() const { return m_count.load(); } // of clients
    int sessions() const { return m_sessionCount.load(); }
    const IoCounts &io() const { return m_io; }
    const SessionCounts &sessionCounts() const { return SessionHost::counts; }

    /// Ends idle HTTP connections and says bye to the sessions, over `windowMs`, each once it has its answers
    /// and with a retry time of its own.
    void drain(Random &random, int windowMs);
    void closeAll();

    // for its connections
    IoCounts &io() { return m_io; }
    const Services &services() const { return m_services; }
    void touched(WsConnection &connection);
    void gone(WsConnection &connection);

    // SessionHost
    bool write(SessionKey session, qint64 request, Call call) override;
    bool read(SessionKey session, qint64 request, const Caller &caller, wire::ClientFrame frame) override;
    bool greet(SessionKey session, qint64 request, const Caller &caller, wire::Hello hello) override;
    bool presence(SessionKey session, qint64 request, const Caller &caller,
                  std::vector<UserId> users) override;
    bool typing(const Caller &caller, const ChatId &chat, bool on) override;
    void attach(Session &session) override;
    void detach(Session &session) override;
    void watch(Session &session, const std::vector<UserId> &users) override;
    void setActive(const Caller &caller, bool active) override;
    qint64 helloRate(const DeviceId &device) override;
    std::shared_ptr<UserRates> rates(const UserId &user) override;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Answer {
        SessionKey session = 0;
        qint64 request = 0;
        std::variant<wire::ServerFrame, Greeting, std::vector<Presence>, Error> what;
        quint8 operation = 0; // place in wire::ClientFrame
        qint64 askedNs = 0;
    };
    struct Arrival {
        qintptr descriptor = -1;
        Door door = Door::Clients;
    };
    void take(const Arrival &arrival);
    std::unique_ptr<QTcpSocket> socketFor(const Arrival &arrival) const;
    void logAnswer(const Answer &answer, qint64 ns) const;
    void sayBye();
    void upgrade(HttpConnection *from, QTcpSocket *socket, ConnectionLimits::Place place);
    void upgraded();
    void deliver(std::vector<Answer> &answers);
    void flush();
    void counted(int change);

    Services &m_services;
    const quint32 m_number;
    HttpConnection::Hooks m_hooks;
    Mailbox<Arrival> m_accepted;
    Mailbox<Answer> m_answers;
    Mailbox<std::function<void()>> m_tasks;
    std::unique_ptr<QWebSocketServer> m_upgrader;
    std::shared_ptr<void> m_subscription;
    Registry m_registry;
    struct Upgrading {
        QPointer<QTcpSocket> socket;
        ConnectionLimits::Place place;
        qint64 sinceMs = 0;
    };
    std::vector<Upgrading> m_upgrading;
    std::unordered_set<HttpConnection *> m_http, m_operators;
    std::unordered_map<SessionKey, WsConnection *> m_sessions;
    std::vector<QPointer<WsConnection>> m_touched; // wrote in this turn
    SessionKey m_nextKey = 1;
    qint64 m_touchAtMs = 0;
    QBasicTimer m_tick, m_byeTimer;
    std::vector<std::pair<SessionKey, qint64>> m_leaving; // with their retry times
    size_t m_byesAtOnce = 0;
    std::atomic<int> m_count{0}, m_sessionCount{0};
    IoCounts m_io;
    quint64 m_lastRequest = 0;
    bool m_draining = false;
};

} // namespace kith::server
