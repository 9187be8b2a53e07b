#include "tests/sim/sim_server.h"

#include "core/wire/codec.h"
#include "tests/sim/story.h"

#include <QFile>

namespace kith::sim {

using namespace Qt::StringLiterals;
using namespace server;

namespace {
constexpr qint64 batchMs = 4, answerMs = 1, readMs = 2, restartMs = 3'000, relaySweepMs = 2'000,
                 tickMs = 1'000;

wire::ServerFrame unavailable()
{
    wire::Err err;
    err.code = wire::Code::Unavailable;
    err.errorClass = wire::classOf(err.code);
    err.message = u"storage does not answer"_s;
    err.retryMs = 2000;
    return err;
}
} // namespace

SimServer::SimServer(World world, Setup setup)
    : m_scheduler(world.scheduler)
    , m_dice(world.dice)
    , m_disk(world.disk)
    , m_story(world.story)
    , m_random(world.random)
    , m_setup(std::move(setup))
    , m_file(m_setup.dir + u"/server.db"_s)
    , m_machine(machineOf(m_file.toStdString()))
    , m_clock(m_scheduler)
{
    m_disk.setJudge(m_machine, [this](Access access) { return fault(access); });
    open();
}

SimServer::~SimServer()
{
    m_disk.setJudge(m_machine, {});
    m_sessions.clear();
}

Fate SimServer::fault(Access access)
{
    if (m_dying) return Fate::IoError;
    if (m_dice.strikes(Mishap::ServerDies)) {
        m_dying = true;
        return m_dice.random().below(2) ? Fate::Die : Fate::DieAfter;
    }
    if (m_busy > 0 && access == Access::Lock) {
        --m_busy;
        return Fate::Busy;
    }
    if (!m_dice.strikes(Mishap::ServerDisk)) return Fate::Pass;
    switch (m_dice.random().below(3)) {
    case 0:
        return Fate::Full;
    case 1:
        m_busy = int(m_dice.random().below(300));
        return access == Access::Lock ? Fate::Busy : Fate::Pass;
    default:
        return Fate::IoError;
    }
}

void SimServer::open()
{
    m_dying = false;
    auto repository =
        SqliteRepository::open(m_file, SqliteRepository::Mode::Writer, m_random, nullptr, m_setup.pages);
    if (!repository) { // its disk fails, or it died at it: started again, as a supervisor would
        m_disk.kill(m_machine);
        laterInThisLife(restartMs, [this] { open(); });
        return;
    }
    m_repository = *std::move(repository);
    ++lives;
    m_story.event(u"the server is up"_s);
    m_tokens = std::make_unique<Tokens>(m_repository->identity()->tokenKey);
    m_publisher = std::make_unique<Publisher>(*this);
    tick();
    if (m_repository) sweepRelay(); // a tick writes, and may be its last
}

void SimServer::tick()
{
    const auto sessions = m_sessions; // a tick may end one
    std::vector<SessionKey> keys(sessions.keyBegin(), sessions.keyEnd());
    std::sort(keys.begin(), keys.end());
    for (const SessionKey key : keys) sessions.value(key)->tick(m_clock.steadyMs());
    doWhatIsDue();
    if (!died()) laterInThisLife(tickMs, [this] { tick(); });
}

void SimServer::doWhatIsDue()
{
    const auto due = m_repository->contentDue(m_clock.wallMs());
    if (!due || !*due) return;
    m_batch.writes.emplace_back(ContentRound{m_clock.wallMs(), 3}); // what is left waits for the next tick
    m_batch.waiting.push_back({0, 0});
    if (m_batch.writes.size() == 1) laterInThisLife(batchMs, [this] { commitBatch(); });
}

void SimServer::laterInThisLife(qint64 delayMs, std::function<void()> job)
{
    m_scheduler.after(delayMs, [this, life = m_life, job = std::move(job)] {
        if (life == m_life) job();
    });
}

bool SimServer::died()
{
    if (m_dying) crash();
    return m_dying;
}

void SimServer::end()
{
    ++m_life;
    ++crashes;
    m_dying = true; // whatever the destructors do reaches no disk
    m_disk.kill(m_machine);
    m_sessions.clear();
    const auto ends = std::exchange(m_ends, {});
    m_batch = {};
    m_publisher.reset();
    m_repository.reset();
    if (onGone) onGone();
    std::vector<SessionKey> keys(ends.keyBegin(), ends.keyEnd());
    std::sort(keys.begin(), keys.end());
    for (const SessionKey key : keys) ends.value(key)->close(); // the kernel tells the peers
    laterInThisLife(qint64(m_random.below(restartMs)) + 1, [this] { open(); });
}

void SimServer::crash()
{
    m_story.event(u"the server dies"_s);
    end();
}

void SimServer::losePower()
{
    m_story.event(u"the server loses power"_s);
    end();
    m_disk.cutPower(m_machine, m_dice.random());
}

SimServer::Backup SimServer::backup() const
{
    QFile guard(m_file + u".guard"_s);
    (void)guard.open(QIODevice::ReadOnly);
    return {m_disk.copy(m_machine), guard.readAll()};
}

void SimServer::restore(const Backup &from, bool guardToo)
{
    m_story.event(guardToo ? u"the server's database and its guard are put back to an older copy"_s
                           : u"the server's database is put back to an older copy"_s);
    end();
    m_disk.restore(m_machine, from.files);
    if (!guardToo) return;
    QFile guard(m_file + u".guard"_s);
    if (guard.open(QIODevice::WriteOnly | QIODevice::Truncate)) guard.write(from.guard);
}

// ---- accounts --------------------------------------------------------------------------------------------

UserId SimServer::addUser(const QString &login)
{
    const auto results = m_repository->commit({NewUser{login, login, "no password", m_clock.wallMs()}});
    return std::get<UserMade>(results.front()).user;
}

std::optional<DeviceId> SimServer::addDevice(const UserId &user)
{
    if (!up()) return std::nullopt;
    const QByteArray hash = refreshHash(newRefreshSecret(m_random));
    const auto results =
        m_repository->commit({NewDevice{user, u"sim"_s, u"kith-sim"_s, hash, m_clock.wallMs()}});
    if (died()) return std::nullopt;
    const auto *made = std::get_if<DeviceMade>(&results.front());
    return made ? std::optional(made->device) : std::nullopt;
}

QByteArray SimServer::token(const UserId &user, const DeviceId &device) const
{
    return m_tokens->issue({user, device, m_clock.wallMs() + m_setup.tokenMs});
}

bool SimServer::knows(const DeviceId &device) const
{
    const auto found = m_repository->device(device);
    return !found || (*found && !(**found).revoked); // a server that cannot tell does not sign out
}

void SimServer::revoke(const DeviceId &device)
{
    m_batch.writes.emplace_back(EndDevice{device});
    m_batch.waiting.push_back({0, 0});
    if (m_batch.writes.size() == 1) laterInThisLife(batchMs, [this] { commitBatch(); });
}

// ---- connections
// ---------------------------------------------------------------------------------------------------

SessionKey SimServer::connected(SessionSink &sink)
{
    const SessionKey key = ++m_lastKey;
    m_sessions.insert(key, std::make_shared<Session>(key, sink, *this, *m_tokens, m_clock, m_setup.session));
    return key;
}

void SimServer::received(SessionKey key, const QByteArray &bytes)
{
    if (const auto session = m_sessions.value(key)) session->received(bytes);
}

void SimServer::disconnected(SessionKey key)
{
    m_sessions.remove(key); // its destructor detaches it
    m_ends.remove(key);
}

void SimServer::drainedLater(SessionKey key)
{
    laterInThisLife(0, [this, key] {
        if (const auto session = m_sessions.value(key)) session->drained();
    });
}

void SimServer::attach(Session &session) { m_registry.add(session); }
void SimServer::detach(Session &session) { m_registry.remove(session); }
void SimServer::watch(Session &session, const std::vector<UserId> &users)
{
    m_registry.watch(session, users);
}
void SimServer::setActive(const Caller &, bool) {}
qint64 SimServer::helloRate(const DeviceId &) { return 0; }
std::shared_ptr<UserRates> SimServer::rates(const UserId &) { return nullptr; }

// ---- writes
// --------------------------------------------------------------------------------------------------------

bool SimServer::write(SessionKey session, qint64 request, Call call)
{
    if (m_batch.writes.empty()) laterInThisLife(batchMs, [this] { commitBatch(); });
    m_batch.writes.emplace_back(std::move(call));
    m_batch.waiting.push_back({session, request});
    return true;
}

void SimServer::commitBatch()
{
    auto batch = std::exchange(m_batch, {});
    const auto done = m_publisher->takePublished();
    published.insert(done.begin(), done.end());
    // Not deleting relay rows that were published is the third place to die: the events are told twice.
    if (!done.empty() && !m_dice.strikes(Mishap::BeforeRelay)) batch.writes.emplace_back(Published{done});
    if (m_dice.strikes(Mishap::BeforeCommit)) return crash();
    auto results = m_repository->commit(batch.writes);
    if (died()) return;
    if (m_dice.strikes(Mishap::AfterCommit)) return crash(); // never published or answered
    afterCommit(std::move(batch), std::move(results));
}

void SimServer::afterCommit(Batch &&batch, std::vector<WriteResult> &&results)
{
    for (size_t i = 0; i < batch.waiting.size(); ++i) {
        if (auto *outcome = std::get_if<Outcome>(&results[i])) {
            m_publisher->publish(std::move(outcome->events), outcome->ended);
            answerLater(batch.waiting[i], std::move(outcome->answer));
        } else if (std::holds_alternative<Error>(results[i])) {
            if (const auto session = m_sessions.value(batch.waiting[i].session))
                session->notTaken(batch.waiting[i].request);
        }
    }
}

void SimServer::answerLater(const Waiting &to, wire::ServerFrame frame)
{
    laterInThisLife(answerMs,
                    [this, to, frame = std::move(frame)]() mutable { answer(to, std::move(frame)); });
}

void SimServer::answer(const Waiting &to, wire::ServerFrame frame)
{
    if (const auto session = m_sessions.value(to.session)) session->answered(to.request, std::move(frame));
}

// ---- reads
// ---------------------------------------------------------------------------------------------------------

bool SimServer::read(SessionKey session, qint64 request, const Caller &caller, wire::ClientFrame frame)
{
    laterInThisLife(readMs, [this, session, request, caller, frame = std::move(frame)] {
        auto answer = m_repository->read(caller, frame, m_clock.wallMs());
        if (!died()) answerLater({session, request}, std::move(answer));
    });
    return true;
}

bool SimServer::greet(SessionKey key, qint64 request, const Caller &caller, wire::Hello hello)
{
    laterInThisLife(readMs, [this, key, request, caller, hello = std::move(hello)] {
        const auto session = m_sessions.value(key);
        if (!session) return;
        const auto device = m_repository->device(caller.device);
        Greeting greeting;
        greeting.known = !device || (*device && !(**device).revoked);
        if (!device)
            greeting.frame = unavailable();
        else if (greeting.known)
            greeting.frame = answerHello(caller, hello);
        if (!died()) session->greeted(request, std::move(greeting));
    });
    return true;
}

/// As the real node does: a history that lost something gets a new name, and the server starts again.
wire::ServerFrame SimServer::answerHello(const Caller &caller, const wire::Hello &hello)
{
    const auto lost = m_repository->hasLost(hello.witness);
    if (!lost) return unavailable();
    if (!*lost) return m_repository->read(caller, hello, m_clock.wallMs());
    const auto results = m_repository->commit({RenameHistory{}});
    if (std::holds_alternative<Done>(results.front()))
        laterInThisLife(1, [this] {
            m_story.event(u"a client proves that the database was put back"_s);
            end();
        });
    return unavailable();
}

bool SimServer::presence(SessionKey key, qint64 request, const Caller &caller, std::vector<UserId> users)
{
    laterInThisLife(readMs, [this, key, request, caller, users = std::move(users)] {
        auto found = m_repository->presence(caller, users);
        const auto session = m_sessions.value(key);
        if (died() || !session) return;
        if (found)
            session->presenceRead(request, *std::move(found));
        else
            session->notTaken(request);
    });
    return true;
}

bool SimServer::typing(const Caller &, const ChatId &, bool) { return true; }

// ---- bus
// -----------------------------------------------------------------------------------------------------------

void SimServer::publish(std::vector<BusMessage> messages)
{
    for (BusMessage &message : messages) {
        if (onPublish) onPublish(message);
        if (m_dice.strikes(Mishap::BusLoss)) continue;
        const int copies = m_dice.strikes(Mishap::BusDouble) ? 2 : 1;
        for (int i = 0; i < copies; ++i) {
            const qint64 delay =
                1 + qint64(m_dice.random().below(m_dice.strikes(Mishap::BusSlow) ? 20'000 : 5));
            laterInThisLife(delay, [this, message] { m_registry.deliver({message}); });
        }
    }
}

std::shared_ptr<void> SimServer::subscribe(Heard) { return nullptr; }

void SimServer::sweepRelay()
{
    const auto rows = m_repository->unpublished(100);
    if (rows && !rows->empty()) {
        std::vector<BusMessage> pokes;
        Published done;
        for (const auto &row : *rows) {
            BusMessage message;
            message.audience = std::make_shared<const std::vector<UserId>>(row.audience);
            message.chat = row.chat;
            message.rev = row.rev;
            message.rx = row.rx;
            message.bytes = std::make_shared<const QByteArray>(
                wire::encode(wire::Reply{0, wire::Poke{row.chat, row.rev, row.rx}}));
            done.relayIds.push_back(row.relayId);
            published.insert(row.relayId);
            pokes.push_back(std::move(message));
        }
        publish(std::move(pokes));
        m_repository->commit({done});
    }
    if (died()) return;
    laterInThisLife(relaySweepMs, [this] { sweepRelay(); });
}

} // namespace kith::sim
