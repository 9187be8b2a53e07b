#pragma once
#include "server/realtime/publisher.h"
#include "server/realtime/registry.h"
#include "server/realtime/session.h"
#include "server/storage/sqlite_repository.h"
#include "tests/sim/dice.h"
#include "tests/sim/disk.h"
#include "tests/sim/scheduler.h"

#include <QHash>
#include <memory>
#include <vector>

namespace kith::sim {

class Story;

/// The server's real sessions and real storage under the scheduler: one node, an in-memory bus that loses,
/// doubles and delays, and crashes at the points where a real one can die.
class SimServer final : public server::SessionHost, public server::Bus {
public:
    struct Setup {
        QString dir; // a real folder: the lock and the guard are real files
        server::PageLimits pages;
        server::SessionConfig session;
        qint64 tokenMs = limits::accessTokenSeconds * 1000LL;
    };
    struct World {
        Scheduler &scheduler;
        Dice &dice;
        Disk &disk;
        Story &story;
        Random &random; // the server's own
    };
    SimServer(World world, Setup setup);
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
    void drainedLater(server::SessionKey session);
    bool up() const { return m_repository != nullptr; }

    UserId addUser(const QString &login);
    std::optional<DeviceId> addDevice(const UserId &user);
    QByteArray token(const UserId &user, const DeviceId &device) const;
    bool knows(const DeviceId &device) const;
    void revoke(const DeviceId &device);
    QString file() const { return m_file; }
    VirtualClock &clock() { return m_clock; }
    const std::string &machine() const { return m_machine; }

    /// Kills the process: nothing in memory survives, every connection ends; it is back after a while.
    void crash();
    void losePower();
    /// A copy of its disk as a backup would take it, and the way back to it. Its guard stays as it is, as it
    /// does when only the database is put back, or goes back too.
    struct Backup {
        Disk::Image files;
        QByteArray guard;
    };
    Backup backup() const;
    void restore(const Backup &backup, bool guardToo);

    /// Relay rows that were told of: they may be deleted (invariant 21).
    std::set<qint64> published;
    /// Told of each message on its way to the sessions, before anything is lost.
    std::function<void(const server::BusMessage &)> onPublish;
    std::function<void()> onGone; // the process ended: whoever has its files open must close them
    int crashes = 0;
    int lives = 0;

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
    Fate fault(Access access);
    void open();
    void commitBatch();
    void afterCommit(Batch &&batch, std::vector<server::WriteResult> &&results);
    void answer(const Waiting &to, wire::ServerFrame frame);
    wire::ServerFrame answerHello(const server::Caller &caller, const wire::Hello &hello);
    void answerLater(const Waiting &to, wire::ServerFrame frame);
    void sweepRelay();
    void tick();
    void doWhatIsDue();
    void end();
    bool died(); // at its disk: buried here
    /// Runs `job` later unless the process died in between.
    void laterInThisLife(qint64 delayMs, std::function<void()> job);

    Scheduler &m_scheduler;
    Dice &m_dice;
    Disk &m_disk;
    Story &m_story;
    Random &m_random;
    const Setup m_setup;
    const QString m_file;
    const std::string m_machine;
    VirtualClock m_clock;
    std::unique_ptr<server::SqliteRepository> m_repository;
    std::unique_ptr<server::Tokens> m_tokens;
    std::unique_ptr<server::Publisher> m_publisher;
    server::Registry m_registry;
    QHash<server::SessionKey, std::shared_ptr<server::SessionSink>>
        m_ends; // outlive the sessions that refer to them
    QHash<server::SessionKey, std::shared_ptr<server::Session>> m_sessions;
    Batch m_batch;
    server::SessionKey m_lastKey = 0;
    quint64 m_life = 0;
    int m_busy = 0; // accesses for which the disk stays locked
    bool m_dying = false;
};

} // namespace kith::sim
