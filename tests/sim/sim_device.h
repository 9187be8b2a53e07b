#pragma once
#include "core/store/mirror.h"
#include "sync/account_auth.h"
#include "sync/engine.h"
#include "tests/sim/disk.h"
#include "tests/sim/sim_wire.h"

#include <memory>

namespace kith::sim {

/// One installation: the real engine on a real mirror file, over the simulated disk and wire. It can die
/// between any two statements and at any access to its disk, and comes back with what the disk holds.
class SimDevice final : public AccountAuth {
public:
    struct World {
        SimTransport::World wire;
        Disk &disk;
    };
    struct Setup {
        int number = 0; // of the device, from 0
        UserId user;
        DeviceId device;
        quint64 seed = 0; // of everything random inside the program
        int holdEvents = limits::holdEvents;
    };
    SimDevice(World world, Setup setup);
    ~SimDevice() override;

    void start();
    void crash();
    void losePower();
    /// The machine sleeps: nothing runs, nothing is read. Its steady clock stands still, or not.
    void sleep(qint64 ms, bool clockStops);
    bool up() const { return m_engine != nullptr && m_asleepUntil == 0; }
    /// Something went through the engine: run what is due and plan the next visit.
    void drive();

    Commands &commands() { return *m_engine; }
    Mid mintMid();
    ChatId mintChat();
    QString who() const { return QStringLiteral("device %1").arg(m_setup.number); }
    int number() const { return m_setup.number; }
    QString file() const { return m_file; }
    const std::string &machine() const { return m_machine; }
    UserId user() const { return m_setup.user; }
    DeviceId id() const { return m_setup.device; }
    Mirror &mirror() { return *m_mirror; }
    SimTransport &transport() { return *m_transport; }
    VirtualClock &clock() { return m_clock; }
    Connection::Phase phase() const
    {
        return m_engine ? m_engine->connection().phase : Connection::Phase::Off;
    }
    void setReachable(bool reachable);
    void setReading(bool reading);
    /// The server no longer knew this device: its person signs in again.
    void signInAgain();
    bool dying() const { return m_dying; }
    void setDiskFull(bool full) { m_diskFull = full; }
    void fixDisk() { m_busy = 0, m_diskFull = false; }
    bool hasDiskFault() const { return m_diskFull || m_busy > 0; }

    std::function<void()> onGone; // the process ended: whoever has its files open must close them
    std::function<void(const QByteArray &)> onSent;
    std::function<void(QByteArray &)> onArrived;
    std::function<void()> onEnded;
    int crashes = 0;

    // AccountAuth
    void token(std::function<void(const Answer &)> done) override;
    void invalidate() override {}

private:
    std::optional<Errc> fault();
    Fate diskFault(Access access);
    bool startNow();
    void gone();

    const World m_world;
    Scheduler &m_scheduler;
    Dice &m_dice;
    Setup m_setup;
    const QString m_file;
    const std::string m_machine;
    SeededRandom m_random;
    VirtualClock m_clock;
    Feed m_feed;
    std::unique_ptr<SimTransport> m_transport;
    std::unique_ptr<Mirror> m_mirror;
    std::unique_ptr<Engine> m_engine;
    quint64 m_life = 0;
    qint64 m_plannedMs = -1;
    qint64 m_asleepUntil = 0;
    int m_busy = 0; // accesses for which the disk stays locked
    bool m_diskFull = false;
    bool m_dying = false;
    bool m_reachable = true, m_reading = true;
};

} // namespace kith::sim
