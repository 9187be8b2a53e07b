#pragma once
#include "server/realtime/session.h"
#include "sync/transport.h"
#include "tests/sim/faults.h"
#include "tests/sim/scheduler.h"

#include <memory>

namespace kith::sim {

class SimServer;

/// One device's way to the server: frames with delays, cut and silent connections. Frames of one connection
/// keep their order, as TCP keeps it; a frame in flight at a cut may still be processed by the server, later
/// than the device's next connection.
class SimTransport final : public Transport {
public:
    SimTransport(Scheduler &scheduler, Random &random, SimServer &server);
    ~SimTransport() override;

    void setListener(Listener listener) override { m_listener = std::move(listener); }
    void open(const QUrl &url) override;
    void send(const QByteArray &text) override;
    void close() override;
    qint64 bytesWaiting() const override { return 0; }

    /// The machine's network is away: nothing opens, what is open goes silent.
    void setReachable(bool reachable);
    void cut(); // as a broken network does it, without a word from either side's program
    /// The device died or lost its disk mid-call: nothing it still says is heard.
    void die();

    Faults faults = Faults::none();
    int framesSent = 0;

private:
    friend class SimServer;
    struct Link;
    void deliverToClient(const std::shared_ptr<Link> &link, const QByteArray &bytes);
    void tellClosed(const std::shared_ptr<Link> &link, const QString &why);
    qint64 delay();

    Scheduler &m_scheduler;
    Random &m_random;
    SimServer &m_server;
    Listener m_listener;
    std::shared_ptr<Link> m_link;
    std::shared_ptr<int> m_life = std::make_shared<int>(0);
    bool m_reachable = true;
    bool m_dead = false;
};

} // namespace kith::sim
