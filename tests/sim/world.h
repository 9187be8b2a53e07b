#pragma once
#include "tests/sim/checks.h"
#include "tests/sim/sim_device.h"
#include "tests/sim/sim_server.h"

#include <QTemporaryDir>

namespace kith::sim {

/// One history: users on devices who write, edit, delete, react, read and draft while the network, the disks
/// and the server fail; then calm, in which everything must come together. The seed decides all of it.
class World {
public:
    explicit World(quint64 seed);

    /// Runs `stormMs` of virtual time with faults, then calm until all is settled. Empty = every invariant
    /// held.
    QStringList run(qint64 stormMs, bool checkEveryStep);

    qint64 steps() const { return m_steps; }
    int crashes() const;

private:
    void act();
    void writeSomething(SimDevice &device, int index);
    void changeSomething(SimDevice &device);
    void weather();
    void calm();
    QStringList checkAll(bool settled);
    std::vector<ChatId> chatsOf(SimDevice &device);

    SeededRandom m_random;
    QTemporaryDir m_dir;
    Scheduler m_scheduler;
    Faults m_faults;
    std::unique_ptr<SimServer> m_server;
    std::vector<UserId> m_users;
    std::vector<std::unique_ptr<SimDevice>> m_devices;
    std::vector<Entered> m_entered;
    qint64 m_steps = 0;
    bool m_calm = false;
};

} // namespace kith::sim
