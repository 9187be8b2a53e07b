#include "tests/sim/sim_device.h"

#include "tests/sim/sim_server.h"

namespace kith::sim {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 restartMs = 5'000;
}

SimDevice::SimDevice(Scheduler &scheduler, Random &random, SimServer &server, const QString &file,
                     UserId user, DeviceId device)
    : m_scheduler(scheduler)
    , m_random(random)
    , m_server(server)
    , m_file(file)
    , m_user(user)
    , m_device(device)
    , m_clock(scheduler)
    , m_transport(std::make_unique<SimTransport>(scheduler, random, server))
{
}

SimDevice::~SimDevice() = default;

std::optional<Errc> SimDevice::fault()
{
    if (m_dying) return Errc::Io; // a dead process writes nothing more
    if (chance(m_random, faults.deviceCrashPerMille)) {
        // The process dies between two statements: what is open rolls back, what it still says nobody hears.
        m_dying = true;
        m_transport->die();
        return Errc::Io;
    }
    if (!chance(m_random, faults.diskFaultPerMille)) return std::nullopt;
    switch (m_random.below(3)) {
    case 0:
        return Errc::Full;
    case 1:
        return Errc::Locked;
    default:
        return Errc::Io;
    }
}

void SimDevice::start()
{
    m_dying = false;
    auto mirror = Mirror::open(m_file, [this] { return fault(); });
    if (!mirror) { // died or met a fault while opening: tried again, as a person would
        m_dying = false;
        m_scheduler.after(restartMs, [this] { start(); });
        return;
    }
    m_mirror = *std::move(mirror);
    const auto kept = m_mirror->write([&] {
        m_mirror->meta.setUser(m_user);
        m_mirror->meta.setDevice(m_device);
    });
    if (!kept) {
        m_mirror.reset();
        m_dying = false;
        m_scheduler.after(restartMs, [this] { start(); });
        return;
    }
    auto transport = std::make_unique<SimTransport>(m_scheduler, m_random, m_server);
    transport->faults = m_transport->faults;
    m_transport = std::move(transport);
    m_engine =
        std::make_unique<Engine>(Engine::Borders{*m_mirror, *m_transport, m_clock, m_random, *this, m_feed},
                                 Engine::Setup{QUrl(u"ws://sim/v1/ws"_s), m_user, m_device, u"kith-sim"_s});
    m_engine->setWake([this] { drive(); });
    m_engine->setOnline(true);
    drive();
}

void SimDevice::crash()
{
    ++crashes;
    ++m_life;
    m_plannedMs = -1;
    m_dying = true; // whatever the destructors do reaches neither disk nor wire
    m_transport->die();
    m_engine.reset();
    m_mirror.reset();
    m_scheduler.after(1 + qint64(m_random.below(restartMs)), [this] { start(); });
}

void SimDevice::drive()
{
    if (!m_engine) return;
    const qint64 due = m_dying ? m_scheduler.nowMs() : std::max(m_engine->nextDue(), m_scheduler.nowMs());
    if (m_plannedMs >= 0 && m_plannedMs <= due) return;
    m_plannedMs = due;
    m_scheduler.after(due - m_scheduler.nowMs(), [this, life = m_life, due] {
        if (life != m_life || m_plannedMs != due) return;
        m_plannedMs = -1;
        if (!m_dying) m_engine->advance();
        if (m_dying) return crash();
        drive();
    });
}

Mid SimDevice::mintMid() { return Mid::mint(m_clock.wallMs() + m_engine->clockOffsetMs(), m_random); }
ChatId SimDevice::mintChat() { return ChatId::mint(m_clock.wallMs() + m_engine->clockOffsetMs(), m_random); }

void SimDevice::token(std::function<void(const Answer &)> done)
{
    Answer answer;
    if (m_server.up()) {
        answer.kind = Answer::Kind::Token;
        answer.token = m_server.token(m_user, m_device);
    }
    done(answer);
}

} // namespace kith::sim
