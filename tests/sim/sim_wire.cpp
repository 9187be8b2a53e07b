#include "tests/sim/sim_wire.h"

#include "core/base/limits.h"
#include "tests/sim/sim_server.h"
#include "tests/sim/story.h"

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
    qint64 bytesWaiting() const override { return waiting; }
    void tellDrained(bool on) override { drainTold = on; }

    bool clientAlive() const { return !life.expired() && clientOpen; }

    SimTransport *transport; // valid while `life` is
    std::weak_ptr<int> life;
    std::weak_ptr<Link> self;
    SessionKey session = 0;
    bool clientOpen = true;
    bool serverOpen = false;
    bool silent = false;                   // half-open: nothing arrives at either end
    qint64 toServerMs = 0, toClientMs = 0; // when the last frame arrives: order is kept
    std::deque<QByteArray> unread;         // arrived, and not yet taken by the program
    QString ended;                         // why the other side closed; told after `unread`
    qint64 waiting = 0;                    // bytes under way to the client
    bool drainTold = false;
};

SimTransport::SimTransport(World world, const QString &who)
    : m_scheduler(world.scheduler)
    , m_dice(world.dice)
    , m_server(world.server)
    , m_story(world.story)
    , m_who(who)
{
}

SimTransport::~SimTransport() { close(); }

qint64 SimTransport::delay()
{
    return 1 + qint64(m_dice.random().below(m_dice.strikes(Mishap::Slow) ? 60'000 : 40));
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
        m_story.event(m_who + u" is connected"_s);
        if (m_listener.opened) m_listener.opened();
    });
}

void SimTransport::send(const QByteArray &text)
{
    const auto link = m_link;
    if (!link || !link->clientOpen) return;
    if (onSent) onSent(text);
    if (m_dice.strikes(Mishap::HalfOpen)) link->silent = true;
    if (link->silent) return m_story.frame(text, m_who + u" sends into a dead line"_s);
    m_story.frame(text, m_who + u" sends"_s);
    if (m_dice.strikes(Mishap::Rubbish)) rubbish(link);
    link->toServerMs = std::max(link->toServerMs, m_scheduler.nowMs() + delay());
    m_scheduler.after(link->toServerMs - m_scheduler.nowMs(),
                      [&server = m_server, &story = m_story, who = m_who, link, text] {
                          if (!link->serverOpen) return story.frame(text, who + u"'s frame is lost"_s);
                          story.frame(text, u"the server receives from "_s + who);
                          server.received(link->session, text);
                      });
    if (m_dice.strikes(Mishap::Cut)) cut();
}

/// What a broken program or a middlebox might put on the line: the server answers err and lives.
void SimTransport::rubbish(const std::shared_ptr<Link> &link)
{
    static constexpr const char *texts[] = {"{\"t\":\"send\",\"id\":7,",
                                            "[]",
                                            "{\"t\":\"levitate\",\"id\":-1}",
                                            "{\"t\":\"sync\",\"id\":900719925474099}",
                                            "\xff\xfe",
                                            ""};
    QByteArray text = texts[m_dice.random().below(std::size(texts))];
    if (m_dice.random().below(6) == 0) text = QByteArray(limits::clientFrameBytes + 1, 'x');
    m_scheduler.after(std::max<qint64>(link->toServerMs - m_scheduler.nowMs(), 0) + 1,
                      [&server = m_server, link, text] {
                          if (link->serverOpen) server.received(link->session, text);
                      });
}

void SimTransport::deliverToClient(const std::shared_ptr<Link> &link, const QByteArray &bytes)
{
    if (link->silent) return m_story.frame(bytes, u"the server's frame to "_s + m_who + u" is lost"_s);
    link->waiting += bytes.size();
    link->toClientMs = std::max(link->toClientMs, m_scheduler.nowMs() + delay());
    m_scheduler.after(link->toClientMs - m_scheduler.nowMs(), [this, link, bytes] {
        if (!link->clientAlive() || link->silent || link != m_link) return;
        link->unread.push_back(bytes);
        arrive(link);
    });
    if (m_dice.strikes(Mishap::Rubbish)) {
        const QByteArray text = m_dice.random().below(2) ? "{\"t\":\"halo\"}" : "{\"t\":\"ev\",\"chat\":4}";
        m_scheduler.after(link->toClientMs - m_scheduler.nowMs(), [this, link, text] {
            if (!link->clientAlive() || link->silent || link != m_link) return;
            link->waiting += text.size();
            link->unread.push_back(text);
            arrive(link);
        });
    }
}

void SimTransport::arrive(const std::shared_ptr<Link> &link)
{
    while (m_reading && link == m_link && link->clientAlive() && !link->unread.empty()) {
        QByteArray bytes = std::move(link->unread.front());
        link->unread.pop_front();
        link->waiting -= bytes.size();
        if (link->drainTold) m_server.drainedLater(link->session);
        if (onArrived) onArrived(bytes);
        m_story.frame(bytes, m_who + u" receives"_s);
        if (m_listener.received) m_listener.received(bytes);
    }
    if (m_reading && link == m_link && !link->ended.isEmpty()) closedBy(link, link->ended);
}

void SimTransport::setReading(bool reading)
{
    m_reading = reading;
    if (const auto link = m_link; reading && link) arrive(link);
}

void SimTransport::tellClosed(const std::shared_ptr<Link> &link, const QString &why)
{
    link->toClientMs = std::max(link->toClientMs, m_scheduler.nowMs() + delay());
    m_scheduler.after(link->toClientMs - m_scheduler.nowMs(), [this, link, why] {
        if (!link->clientAlive() || link != m_link) return;
        link->ended = why;
        arrive(link);
    });
}

void SimTransport::closedBy(const std::shared_ptr<Link> &link, const QString &why)
{
    if (!link->clientAlive() || link != m_link) return;
    link->clientOpen = false;
    m_story.event(m_who + u" lost its connection: "_s + why);
    if (onEnded) onEnded();
    if (m_listener.closed) m_listener.closed(why);
}

void SimTransport::dropAtServer(const std::shared_ptr<Link> &link, qint64 delayMs)
{
    m_scheduler.after(delayMs, [&server = m_server, link] {
        if (link->serverOpen) server.disconnected(link->session);
        link->serverOpen = false;
    });
}

void SimTransport::close()
{
    const auto link = std::exchange(m_link, nullptr);
    if (!link || !link->clientOpen) return;
    link->clientOpen = false;
    if (onEnded) onEnded();
    // What was sent before still arrives; then the server hears of the end.
    dropAtServer(link, std::max<qint64>(link->toServerMs - m_scheduler.nowMs(), 1));
}

void SimTransport::cut()
{
    const auto link = m_link;
    if (!link || !link->clientOpen) return;
    const qint64 onTheWay = std::max<qint64>(link->toServerMs - m_scheduler.nowMs(), 0);
    dropAtServer(link, m_dice.strikes(Mishap::LateFrame) ? onTheWay + 30'000 : 0);
    link->silent = true;
    m_scheduler.after(1, [this, link] {
        if (link->clientAlive()) closedBy(link, u"connection reset"_s);
    });
}

void SimTransport::die()
{
    close();
    m_dead = true; // the listener is not dropped: one of its calls may be what died
}

bool SimTransport::sound() const
{
    return !m_link || (m_link->clientAlive() && m_link->serverOpen && !m_link->silent);
}

void SimTransport::setReachable(bool reachable)
{
    m_reachable = reachable;
    if (!reachable && m_link) m_link->silent = true;
}

} // namespace kith::sim
