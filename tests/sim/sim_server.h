#pragma once
#include "server/realtime/publisher.h"
#include "server/realtime/registry.h"
#include "server/realtime/session.h"
#include "server/storage/sqlite_repository.h"
#include "tests/sim/faults.h"
#include "tests/sim/scheduler.h"

#include <QHash>
#include <memory>
#include <vector>

namespace kith::sim {

/// The server's real sessions and real storage under the scheduler: one node, an in-memory bus that loses and
/// doubles, and crashes at the points where a real one can die.
class SimServer final : public server::SessionHost, public server::Bus {
public:
    SimServer(Scheduler &scheduler, Random &random, const QString &dir);
    ~SimServer() override;

    /// The far end of a connection.
    server::SessionKey connected(server::SessionSink &sink);
    /// Keeps `end` (the sink) alive until the session is gone.
    void hold(server::SessionKey session, std::shared_ptr<server::SessionSink> end)
    {
        m_ends.insert(session, std::move(end));
    }
    void received(server::SessionKey session, const QByteArray &bytes);
    void disconnected(server::SessionKey session);
    bool up() const { return m_repository != nullptr; }

    UserId addUser(const QString &login);
    DeviceId addDevice(const UserId &user);
    QByteArray token(const UserId &user, const DeviceId &device) const;
    QString file() const { return m_file; }
    VirtualClock &clock() { return m_clock; }

    /// Kills the process: nothing in memory survives, every connection ends; it is back after a while.
    void crash();

    Faults faults = Faults::none();

    // Bus
    void publish(std::vector<server::BusMessage> messages) override;
    std::shared_ptr<void> subscribe(Heard heard) override;

    // SessionHost
    bool write(server::SessionKey session, qint64 request, server::Call call) override;
    bool read(server::SessionKey session, qint64 request, const server::Caller &caller,
              wire::ClientFrame frame) override;
    bool greet(server::SessionKey session, qint64 request, const server::Caller &caller,
               wire::Hello hello) override;
    bool presence(server::SessionKey session, qint64 request, const server::Caller &caller,
                  std::vector<UserId> users) override;
    bool typing(const server::Caller &caller, const ChatId &chat, bool on) override;
    void attach(server::Session &session) override;
    void detach(server::Session &session) override;
    void watch(server::Session &session, const std::vector<UserId> &users) override;
    void setActive(const server::Caller &caller, bool active) override;
    qint64 helloRate(const DeviceId &device) override;
    std::shared_ptr<server::UserRates> rates(const UserId &user) override;

private:
    struct Waiting {
        server::SessionKey session;
        qint64 request;
    };
    struct Batch {
        std::vector<server::Write> writes;
        std::vector<Waiting> waiting;
    };
    void open();
    void commitBatch();
    void afterCommit(Batch &&batch, std::vector<server::WriteResult> &&results);
    void answer(const Waiting &to, wire::ServerFrame frame);
    void answerLater(const Waiting &to, wire::ServerFrame frame);
    void sweepRelay();
    void tick();
    server::Session *find(server::SessionKey key);
    /// Runs `job` later unless the process died in between.
    void laterInThisLife(qint64 delayMs, std::function<void()> job);

    Scheduler &m_scheduler;
    Random &m_random;
    const QString m_file;
    VirtualClock m_clock;
    std::unique_ptr<server::SqliteRepository> m_repository;
    std::unique_ptr<server::Tokens> m_tokens;
    std::unique_ptr<server::Publisher> m_publisher;
    server::SessionConfig m_config;
    server::Registry m_registry;
    QHash<server::SessionKey, std::shared_ptr<server::SessionSink>>
        m_ends; // outlive the sessions that refer to them
    QHash<server::SessionKey, std::shared_ptr<server::Session>> m_sessions;
    Batch m_batch;
    server::SessionKey m_lastKey = 0;
    quint64 m_life = 0;
};

} // namespace kith::sim
