#pragma once
#include "core/store/mirror.h"
#include "sync/account_auth.h"
#include "sync/engine.h"
#include "tests/sim/checks.h"
#include "tests/sim/sim_wire.h"

#include <memory>

namespace kith::sim {

/// One installation: the real engine on a real mirror file, over the simulated wire. It can crash at any
/// access to its disk and comes back with what the disk holds.
class SimDevice final : public AccountAuth {
public:
    SimDevice(Scheduler &scheduler, Random &random, SimServer &server, const QString &file, UserId user,
              DeviceId device);
    ~SimDevice() override;

    void start();
    void crash();
    bool up() const { return m_engine != nullptr; }
    /// Something went through the engine: run what is due and plan the next visit.
    void drive();

    Commands &commands() { return *m_engine; }
    Mid mintMid();
    ChatId mintChat();
    QString file() const { return m_file; }
    UserId user() const { return m_user; }
    Mirror &mirror() { return *m_mirror; }
    SimTransport &transport() { return *m_transport; }
    VirtualClock &clock() { return m_clock; }

    Faults faults = Faults::none();
    int crashes = 0;

    // AccountAuth
    void token(std::function<void(const Answer &)> done) override;
    void invalidate() override {}

private:
    std::optional<Errc> fault();

    Scheduler &m_scheduler;
    Random &m_random;
    SimServer &m_server;
    const QString m_file;
    const UserId m_user;
    const DeviceId m_device;
    VirtualClock m_clock;
    Feed m_feed;
    std::unique_ptr<SimTransport> m_transport;
    std::unique_ptr<Mirror> m_mirror;
    std::unique_ptr<Engine> m_engine;
    quint64 m_life = 0;
    qint64 m_plannedMs = -1;
    bool m_dying = false;
};

} // namespace kith::sim
