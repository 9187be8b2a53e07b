#include "tests/sim/world.h"

#include "core/base/log.h"

#include <QDir>

namespace kith::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 calmMs = 15 * 60'000;  // two rounds of digests: everything must be told by then
constexpr qint64 lookMs = 5'000;        // between two looks whether all is settled
constexpr qint64 stragglersMs = 65'000; // what the storm held up has arrived by then
constexpr qint64 quietMs = 45'000;      // then nothing more may happen
constexpr qint64 wholeEvery = 400;      // steps between two checks of everything

QString folder()
{
    const QString fast = u"/dev/shm"_s; // only two small files are real, but they are made for each history
    return (QDir(fast).exists() ? fast : QDir::tempPath()) + u"/kith-sim-XXXXXX"_s;
}

} // namespace

World::World(const History &history)
    : m_history(history)
    , m_plan(history)
    , m_serverRandom(history.seed + 7'000'000'000)
    , m_diskRandom(history.seed + 8'000'000'000)
    , m_dir(folder())
    , m_story(m_scheduler, history.trace)
    , m_dice(history.seed + 9'000'000'000, m_plan.odds)
{
    for (const auto &[mishap, number] : history.withoutMishaps) m_dice.leaveOut(mishap, number);
    for (const Mishap mishap : history.without) m_dice.leaveOutAll(mishap);
    m_disk.setRandom(&m_diskRandom);
    m_disk.setWallMs([this] { return VirtualClock::startMs + m_scheduler.nowMs(); });
    SimServer::Setup setup;
    setup.dir = m_dir.path();
    setup.pages = {m_plan.pageRows, m_plan.chatsPage, m_plan.heads, m_plan.resetMessages, m_plan.resetAfter};
    setup.session.bufferBytes = m_plan.bufferBytes;
    setup.session.drainedBytes = m_plan.bufferBytes / 4;
    setup.tokenMs = m_plan.tokenMs;
    m_server = std::make_unique<SimServer>(
        SimServer::World{m_scheduler, m_dice, m_disk, m_story, m_serverRandom}, setup);
    m_server->onPublish = [this](const server::BusMessage &message) { published(message); };
    m_log = std::make_unique<ServerLog>(m_server->file().toStdString(), m_story);
    m_server->onGone = [this] {
        m_log->close();
        m_seenServer = 0; // it may have died with a commit that nobody saw
    };
    for (int u = 0; u < m_plan.users; ++u) m_users.push_back(m_server->addUser(u"user%1"_s.arg(u)));
    makeDevices();
}

World::~World()
{
    m_log->close();
    for (Place &place : m_places) place.check->close();
}

UserInfo World::person(size_t user) const
{
    return {m_users[user], u"user%1"_s.arg(user), u"User %1"_s.arg(user)};
}

void World::makeDevices()
{
    m_places.resize(m_plan.userOf.size());
    for (size_t d = 0; d < m_places.size(); ++d) {
        Place &place = m_places[d];
        const UserId user = m_users[size_t(m_plan.userOf[d])];
        SimDevice::Setup setup;
        setup.number = int(d);
        setup.user = user;
        setup.device = *m_server->addDevice(user);
        setup.seed = m_history.seed * 31 + d;
        setup.holdEvents = m_plan.holdEvents;
        place.device = std::make_unique<SimDevice>(
            SimDevice::World{{m_scheduler, m_dice, *m_server, m_story}, m_disk}, setup);
        place.check = std::make_unique<MirrorCheck>(m_disk, place.device->file().toStdString(),
                                                    place.device->who(), Key::of(user.blob()), m_story);
        watchWire(place);
    }
    if (m_plan.fresh) m_dice.setCalm(false); // files may be half made when something fails
    for (Place &place : m_places) place.device->start();
    m_dice.setCalm(false);
    // The chat that everybody starts with: a group of all, made by the first device.
    SimDevice &first = *m_places.front().device;
    if (!first.up()) return;
    std::vector<UserInfo> others;
    for (size_t u = 1; u < m_users.size(); ++u) others.push_back(person(u));
    first.commands().createGroup(first.mintChat(), u"All"_s, others);
    first.drive();
}

std::vector<ChatId> World::chatsOf(const Place &place) const
{
    std::vector<ChatId> chats;
    for (const auto &[pk, chat] : place.check->chats())
        if (!chat.left) chats.push_back(ChatId::fromBlob(chat.id.blob()));
    std::sort(chats.begin(), chats.end());
    return chats;
}

// ---- the history -----------------------------------------------------------------------------------------

QStringList World::run()
{
    for (const Planned &planned : m_plan.deeds)
        m_scheduler.after(planned.atMs, [this, &planned] { deed(planned); });
    const auto over = [this] {
        return !m_faults.isEmpty() || (m_history.steps > 0 && m_steps >= m_history.steps);
    };
    const auto until = [&](qint64 atMs, const auto &done) {
        while (!over() && !m_scheduler.empty() && m_scheduler.nextMs() <= atMs && !done()) {
            m_scheduler.step();
            ++m_steps;
            check();
            if (m_steps % wholeEvery == 0) checkWhole();
        }
    };
    const auto never = [] { return false; };
    until(m_plan.stormMs, never);
    if (over()) return m_faults;
    calm();
    qint64 look = m_scheduler.nowMs();
    const qint64 stragglers = look + stragglersMs;
    until(m_scheduler.nowMs() + calmMs, [&] {
        if (m_scheduler.nowMs() < look) return false;
        look = m_scheduler.nowMs() + lookMs;
        attend();
        check(); // what they did is committed
        return m_scheduler.nowMs() >= stragglers && settled();
    });
    if (over()) return m_faults;
    m_quiet = true;
    m_story.event(u"everything seems settled"_s);
    until(m_scheduler.nowMs() + quietMs, never);
    if (!over()) checkEnd();
    return m_faults;
}

void World::calm()
{
    m_story.event(u"calm: no more faults"_s);
    m_calm = true;
    m_dice.setCalm(true);
    for (Place &place : m_places) {
        place.device->fixDisk();
        place.device->setReachable(true);
        place.device->setReading(true);
        place.syncs.clear();
    }
}

/// A person looks: signs in again where asked to, tries again what was refused for a reason that has gone.
void World::attend()
{
    for (Place &place : m_places) {
        SimDevice &device = *place.device;
        if (!device.up()) continue;
        // One that was revoked and has not heard of it yet would learn it when its token runs out.
        const bool revoked = m_server->up() && !m_server->knows(device.id());
        if (revoked || device.phase() == Connection::Phase::SignInAgain) {
            device.signInAgain();
            continue;
        }
        for (const auto &[pk, item] : place.check->outbox()) {
            if (!item.refused || item.kind != "send") continue;
            const auto chat = place.check->chats().find(item.chat);
            if (chat == place.check->chats().end() || chat->second.left || ++place.retried[item.mid] > 3)
                continue;
            device.commands().retry(ChatId::fromBlob(chat->second.id.blob()), Mid::fromBlob(item.mid.blob()));
        }
        device.drive();
    }
}

bool World::settled()
{
    if (!m_server->up() || m_log->relayRows() > 0) return false;
    for (const Place &place : m_places) {
        if (!place.device->up() || place.device->phase() != Connection::Phase::Online) return false;
        if (!place.device->transport().sound() || !place.check->isSettled(*m_log)) return false;
    }
    return true;
}

// ---- looking on ------------------------------------------------------------------------------------------

void World::fault(const QStringList &faults)
{
    for (const QString &one : faults) m_faults << u"at %1 ms: %2"_s.arg(m_scheduler.nowMs()).arg(one);
}

void World::check()
{
    Disk::Quiet quiet(m_disk);
    if (const quint64 commits = m_disk.commits(m_server->machine());
        commits != m_seenServer && m_server->up()) {
        m_seenServer = commits;
        fault(m_log->read(m_server->published));
    }
    for (Place &place : m_places) {
        const quint64 commits = m_disk.commits(place.device->machine());
        if (commits == place.seenCommits || place.device->dying()) continue;
        place.seenCommits = commits;
        fault(place.check->read(*m_log, m_log->unnoticed()));
    }
}

void World::checkWhole()
{
    Disk::Quiet quiet(m_disk);
    if (m_log->unnoticed()) return;
    for (Place &place : m_places) fault(place.check->against(*m_log));
}

int World::crashes() const
{
    int n = m_server->crashes;
    for (const Place &place : m_places) n += place.device->crashes;
    return n;
}

} // namespace kith::sim
