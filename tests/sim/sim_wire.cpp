#include "tests/sim/sim_wire.h"

#include "tests/sim/sim_server.h"

namespace kith::sim {

using namespace Qt::StringLiterals;
using server::SessionKey;

/// A connection. Both ends hold it; either end may be gone.
struct SimTransport::Link final : server::SessionSink {
    Link(SimTransport &owner)
        : transport(&owner)
        , life(owner.m_life)
    {
    }

    // the server's end
    void send(const QByteArray &frame) override
    {
        if (clientAlive()) transport->deliverToClient(self.lock(), frame);
    }
    void close() override
    {
        serverOpen = false;
        if (clientAlive()) transport->tellClosed(self.lock(), u"closed by the server"_s);
    }
    qint64 bytesWaiting() const override { return 0; }
    void tellDrained(bool) override {}

    bool clientAlive() const { return !life.expired() && clientOpen; }

    SimTransport *transport; // valid while `life` is
    std::weak_ptr<int> life;
    std::weak_ptr<Link> self;
    SessionKey session = 0;
    bool clientOpen = true;
    bool serverOpen = false;
    bool silent = false;                   // half-open: nothing arrives at either end
    qint64 toServerMs = 0, toClientMs = 0; // when the last frame arrives: order is kept
};

SimTransport::SimTransport(Scheduler &scheduler, Random &random, SimServer &server)
    : m_scheduler(scheduler)
    , m_random(random)
    , m_server(server)
{
}

SimTransport::~SimTransport() { close(); }

qint64 SimTransport::delay()
{
    return 1 + qint64(m_random.below(chance(m_random, faults.slowPerMille) ? 60'000 : 40));
}

void SimTransport::open(const QUrl &)
{
    close();
    if (m_dead) return;
    m_link = std::make_shared<Link>(*this);
    m_link->self = m_link;
    m_scheduler.after(delay(), [this, link = m_link] {
        if (!link->clientAlive()) return;
        if (!m_reachable || !m_server.up()) return tellClosed(link, u"no route"_s);
        link->serverOpen = true;
        link->session = m_server.connected(*link);
        // The session refers to its sink: the link lives until the server has let go of it.
        m_server.hold(link->session, link);
        if (m_listener.opened) m_listener.opened();
    });
}

void SimTransport::send(const QByteArray &text)
{
    const auto link = m_link;
    if (!link || !link->clientOpen) return;
    ++framesSent;
    if (chance(m_random, faults.halfOpenPerMille)) link->silent = true;
    if (link->silent) return;
    link->toServerMs = std::max(link->toServerMs, m_scheduler.nowMs() + delay());
    m_scheduler.after(link->toServerMs - m_scheduler.nowMs(), [&server = m_server, link, text] {
        if (link->serverOpen) server.received(link->session, text);
    });
    if (chance(m_random, faults.cutPerMille)) cut();
}

void SimTransport::deliverToClient(const std::shared_ptr<Link> &link, const QByteArray &bytes)
{
    if (link->silent) return;
    link->toClientMs = std::max(link->toClientMs, m_scheduler.nowMs() + delay());
    m_scheduler.after(link->toClientMs - m_scheduler.nowMs(), [this, link, bytes] {
        if (link->clientAlive() && !link->silent && link == m_link && m_listener.received)
            m_listener.received(bytes);
    });
}

void SimTransport::tellClosed(const std::shared_ptr<Link> &link, const QString &why)
{
    link->toClientMs = std::max(link->toClientMs, m_scheduler.nowMs() + delay());
    m_scheduler.after(link->toClientMs - m_scheduler.nowMs(), [this, link, why] {
        if (!link->clientAlive() || link != m_link) return;
        link->clientOpen = false;
        if (m_listener.closed) m_listener.closed(why);
    });
}

void SimTransport::close()
{
    const auto link = std::exchange(m_link, nullptr);
    if (!link || !link->clientOpen) return;
    link->clientOpen = false;
    // What was sent before still arrives; then the server hears of the end.
    const qint64 at = std::max(link->toServerMs, m_scheduler.nowMs() + 1);
    m_scheduler.after(at - m_scheduler.nowMs(), [&server = m_server, link] {
        if (link->serverOpen) server.disconnected(link->session);
        link->serverOpen = false;
    });
}

void SimTransport::cut()
{
    const auto link = m_link;
    if (!link || !link->clientOpen) return;
    const bool late = chance(m_random, faults.lateServerFramePerMille);
    const qint64 serverEnd =
        late ? std::max(link->toServerMs, m_scheduler.nowMs()) + 30'000 : m_scheduler.nowMs();
    m_scheduler.after(serverEnd - m_scheduler.nowMs(), [&server = m_server, link] {
        if (link->serverOpen) server.disconnected(link->session);
        link->serverOpen = false;
    });
    link->silent = true;
    m_scheduler.after(1, [this, link] {
        if (!link->clientAlive() || link != m_link) return;
        link->clientOpen = false;
        if (m_listener.closed) m_listener.closed(u"connection reset"_s);
    });
}

void SimTransport::die()
{
    close();
    m_dead = true; // the listener is not dropped: one of its calls may be what died
}

void SimTransport::setReachable(bool reachable)
{
    m_reachable = reachable;
    if (!reachable && m_link) m_link->silent = true;
}

} // namespace kith::sim
