#include "tests/sim/sim_device.h"

#include "tests/sim/sim_server.h"
#include "tests/sim/story.h"

namespace kith::sim {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 restartMs = 5'000;
}

SimDevice::SimDevice(World world, Setup setup)
    : m_world(world)
    , m_scheduler(world.wire.scheduler)
    , m_dice(world.wire.dice)
    , m_setup(std::move(setup))
    , m_file(u"/d%1/kith.db"_s.arg(m_setup.number))
    , m_machine(machineOf(m_file.toStdString()))
    , m_random(m_setup.seed)
    , m_clock(m_scheduler)
    , m_transport(std::make_unique<SimTransport>(world.wire, who()))
{
    m_world.disk.setJudge(m_machine, [this](Access access) { return diskFault(access); });
}

SimDevice::~SimDevice()
{
    m_world.disk.setJudge(m_machine, {});
    m_transport->die();
}

/// Between two statements.
std::optional<Errc> SimDevice::fault()
{
    if (m_dying) return Errc::Io; // a dead process writes nothing more
    if (!m_dice.strikes(Mishap::DeviceDies)) return std::nullopt;
    // What is open rolls back, what it still says nobody hears.
    m_dying = true;
    m_transport->die();
    return Errc::Io;
}

Fate SimDevice::diskFault(Access access)
{
    if (m_dying) return Fate::IoError;
    if (m_dice.strikes(Mishap::DiskDies)) {
        m_dying = true;
        m_transport->die();
        return m_dice.random().below(2) ? Fate::Die : Fate::DieAfter;
    }
    const bool grows = access == Access::Write || access == Access::Open;
    if (m_diskFull && grows) return Fate::Full;
    if (m_busy > 0 && access == Access::Lock) {
        --m_busy;
        return Fate::Busy;
    }
    if (grows && m_dice.strikes(Mishap::DiskFull)) return Fate::Full;
    if (access == Access::Lock && m_dice.strikes(Mishap::DiskBusy)) {
        m_busy = int(m_dice.random().below(300)); // short: the busy handler waits it out; long: an error
        return Fate::Busy;
    }
    return m_dice.strikes(Mishap::DiskIo) ? Fate::IoError : Fate::Pass;
}

void SimDevice::start()
{
    if (startNow()) return drive();
    // Died or met a fault while opening: tried again, as a person would.
    m_mirror.reset();
    gone();
    m_scheduler.after(restartMs, [this, life = m_life] {
        if (life == m_life) start();
    });
}

bool SimDevice::startNow()
{
    m_dying = false;
    auto mirror = Mirror::open(m_file, [this] { return fault(); });
    if (!mirror) return false;
    m_mirror = *std::move(mirror);
    const auto kept = m_mirror->write([&] {
        m_mirror->meta.setUser(m_setup.user);
        m_mirror->meta.setDevice(m_setup.device);
    });
    if (!kept) return false;
    m_transport = std::make_unique<SimTransport>(m_world.wire, who());
    m_transport->onSent = onSent;
    m_transport->onArrived = onArrived;
    m_transport->onEnded = onEnded;
    m_transport->setReachable(m_reachable);
    m_transport->setReading(m_reading);
    Engine::Setup setup{QUrl(u"ws://sim/v1/ws"_s), m_setup.user, m_setup.device, u"kith-sim"_s};
    setup.holdEvents = m_setup.holdEvents;
    m_engine = std::make_unique<Engine>(
        Engine::Borders{*m_mirror, *m_transport, m_clock, m_random, *this, m_feed}, setup);
    m_engine->setWake([this] { drive(); });
    m_engine->setOnline(true);
    return true;
}

/// The process is no more: what its destructors still do reaches neither disk nor wire.
void SimDevice::gone()
{
    ++m_life;
    m_plannedMs = -1;
    m_dying = true;
    m_transport->die();
    m_world.disk.kill(m_machine);
    m_engine.reset();
    m_mirror.reset();
    if (onGone) onGone();
}

void SimDevice::crash()
{
    ++crashes;
    m_world.wire.story.event(who() + u" dies"_s);
    gone();
    m_scheduler.after(1 + qint64(m_dice.random().below(restartMs)), [this, life = m_life] {
        if (life == m_life) start();
    });
}

void SimDevice::losePower()
{
    crash();
    m_world.wire.story.event(who() + u" had no power"_s);
    m_world.disk.cutPower(m_machine, m_dice.random());
}

void SimDevice::sleep(qint64 ms, bool clockStops)
{
    m_world.wire.story.event(who() + u" sleeps"_s);
    m_asleepUntil = m_scheduler.nowMs() + ms;
    m_transport->setReading(false);
    m_scheduler.after(ms, [this, ms, clockStops] {
        m_world.wire.story.event(who() + u" wakes"_s);
        m_asleepUntil = 0;
        if (clockStops) m_clock.asleepMs += ms;
        m_transport->setReading(m_reading);
        drive();
    });
}

void SimDevice::drive()
{
    if (!m_engine) return;
    const qint64 due = m_engine->nextDue();
    if (due == std::numeric_limits<qint64>::max() && !m_dying) return;
    qint64 at = m_dying ? m_scheduler.nowMs() : std::max(due + m_clock.asleepMs, m_scheduler.nowMs());
    at = std::max(at, m_asleepUntil);
    if (m_plannedMs >= 0 && m_plannedMs <= at) return;
    m_plannedMs = at;
    m_scheduler.after(at - m_scheduler.nowMs(), [this, life = m_life, at] {
        if (life != m_life || m_plannedMs != at) return;
        m_plannedMs = -1;
        if (m_asleepUntil > 0) return; // waking drives
        if (!m_dying) m_engine->advance();
        if (m_dying) return crash();
        drive();
    });
}

void SimDevice::setReachable(bool reachable)
{
    m_reachable = reachable;
    m_transport->setReachable(reachable);
}

void SimDevice::setReading(bool reading)
{
    m_reading = reading;
    if (m_asleepUntil == 0) m_transport->setReading(reading);
}

void SimDevice::signInAgain()
{
    const auto fresh = m_world.wire.server.addDevice(m_setup.user);
    if (!fresh) return;
    m_world.wire.story.event(who() + u" signs in again"_s);
    m_setup.device = *fresh;
    gone();
    start();
}

Mid SimDevice::mintMid() { return Mid::mint(m_clock.wallMs() + m_engine->clockOffsetMs(), m_random); }
ChatId SimDevice::mintChat() { return ChatId::mint(m_clock.wallMs() + m_engine->clockOffsetMs(), m_random); }

void SimDevice::token(std::function<void(const Answer &)> done)
{
    Answer answer;
    if (m_reachable && m_world.wire.server.up()) {
        const bool known = m_world.wire.server.knows(m_setup.device);
        answer.kind = known ? Answer::Kind::Token : Answer::Kind::SignInNeeded;
        if (known) answer.token = m_world.wire.server.token(m_setup.user, m_setup.device);
    }
    done(answer);
}

} // namespace kith::sim
