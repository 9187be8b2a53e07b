#pragma once
#include "server/realtime/session.h"
#include "sync/transport.h"
#include "tests/sim/dice.h"
#include "tests/sim/scheduler.h"

#include <deque>
#include <memory>

namespace kith::sim {

class SimServer;
class Story;

/// One device's way to the server: frames with delays, cut and silent connections. Frames of one connection
/// keep their order, as TCP keeps it; those of a broken one may still be processed by the server, later than
/// frames of the device's next connection.
class SimTransport final : public Transport {
public:
    struct World {
        Scheduler &scheduler;
        Dice &dice;
        SimServer &server;
        Story &story;
    };
    SimTransport(World world, const QString &who);
    ~SimTransport() override;

    void setListener(Listener listener) override { m_listener = std::move(listener); }
    void open(const QUrl &url) override;
    void send(const QByteArray &text) override;
    void close() override;
    qint64 bytesWaiting() const override { return 0; }

    /// The machine's network is away: nothing opens, what is open goes silent.
    void setReachable(bool reachable);
    /// No connection, or one that carries frames both ways.
    bool sound() const;
    void cut(); // as a broken network does it, without a word from either side's program
    /// The device died or lost its disk mid-call: nothing it still says is heard.
    void die();
    /// The program does not read its socket: what arrives waits on the server's side.
    void setReading(bool reading);

    /// Sees every frame that leaves, and every one that arrives (and may change it).
    std::function<void(const QByteArray &)> onSent;
    std::function<void(QByteArray &)> onArrived;
    std::function<void()> onEnded; // of a connection

private:
    friend class SimServer;
    struct Link;
    void deliverToClient(const std::shared_ptr<Link> &link, const QByteArray &bytes);
    void arrive(const std::shared_ptr<Link> &link);
    void tellClosed(const std::shared_ptr<Link> &link, const QString &why);
    void closedBy(const std::shared_ptr<Link> &link, const QString &why);
    void dropAtServer(const std::shared_ptr<Link> &link, qint64 delayMs);
    void rubbish(const std::shared_ptr<Link> &link);
    qint64 delay();

    Scheduler &m_scheduler;
    Dice &m_dice;
    SimServer &m_server;
    Story &m_story;
    const QString m_who;
    Listener m_listener;
    std::shared_ptr<Link> m_link;
    std::shared_ptr<int> m_life = std::make_shared<int>(0);
    bool m_reachable = true;
    bool m_reading = true;
    bool m_dead = false;
};

} // namespace kith::sim
