#include "tests/sim/sim_server.h"

#include "core/wire/codec.h"

namespace kith::sim {

using namespace Qt::StringLiterals;
using namespace server;

namespace {
constexpr qint64 batchMs = 4, answerMs = 1, readMs = 2, restartMs = 3'000, relaySweepMs = 2'000,
                 tickMs = 1'000;
}

SimServer::SimServer(Scheduler &scheduler, Random &random, const QString &dir)
    : m_scheduler(scheduler)
    , m_random(random)
    , m_file(dir + u"/server.db"_s)
    , m_clock(scheduler)
{
    open();
}

SimServer::~SimServer() { m_sessions.clear(); }

void SimServer::open()
{
    auto repository = SqliteRepository::open(m_file, SqliteRepository::Mode::Writer, m_random);
    if (!repository) qFatal("sim: %s", qPrintable(repository.error().what));
    m_repository = *std::move(repository);
    m_tokens = std::make_unique<Tokens>(m_repository->identity()->tokenKey);
    m_publisher = std::make_unique<Publisher>(*this);
    sweepRelay();
    tick();
}

void SimServer::tick()
{
    const auto sessions = m_sessions; // a tick may end one
    for (const auto &session : sessions) session->tick(m_clock.steadyMs());
    laterInThisLife(tickMs, [this] { tick(); });
}

void SimServer::laterInThisLife(qint64 delayMs, std::function<void()> job)
{
    m_scheduler.after(delayMs, [this, life = m_life, job = std::move(job)] {
        if (life == m_life) job();
    });
}

void SimServer::crash()
{
    ++m_life;
    m_sessions.clear();
    const auto ends = std::exchange(m_ends, {});
    m_batch = {};
    m_publisher.reset();
    m_repository.reset();
    for (const auto &end : ends) end->close(); // the kernel tells the peers
    m_scheduler.after(qint64(m_random.below(restartMs)) + 1, [this, life = m_life] {
        if (life == m_life) open();
    });
}

// ---- accounts
// ------------------------------------------------------------------------------------------------------

UserId SimServer::addUser(const QString &login)
{
    const auto results = m_repository->commit({NewUser{login, login, "no password", m_clock.wallMs()}});
    return std::get<UserMade>(results.front()).user;
}

DeviceId SimServer::addDevice(const UserId &user)
{
    const QByteArray hash = refreshHash(newRefreshToken(m_random));
    const auto results =
        m_repository->commit({NewDevice{user, u"sim"_s, u"kith-sim"_s, hash, m_clock.wallMs()}});
    return std::get<DeviceMade>(results.front()).device;
}

QByteArray SimServer::token(const UserId &user, const DeviceId &device) const
{
    return m_tokens->issue({user, device, m_clock.wallMs() + limits::accessTokenSeconds * 1000LL});
}

// ---- connections
// ---------------------------------------------------------------------------------------------------

SessionKey SimServer::connected(SessionSink &sink)
{
    const SessionKey key = ++m_lastKey;
    m_sessions.insert(key, std::make_shared<Session>(key, sink, *this, *m_tokens, m_clock, m_config));
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

Session *SimServer::find(SessionKey key) { return m_sessions.value(key).get(); }

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
    const auto published = m_publisher->takePublished();
    // Not deleting relay rows that were published is the third place to die: the events are told twice.
    if (!published.empty() && !chance(m_random, faults.serverCrashPerMille * 10))
        batch.writes.emplace_back(Published{published});
    if (chance(m_random, faults.serverCrashPerMille)) return crash(); // before the commit
    auto results = m_repository->commit(batch.writes);
    if (chance(m_random, faults.serverCrashPerMille))
        return crash(); // committed, never published or answered
    afterCommit(std::move(batch), std::move(results));
}

void SimServer::afterCommit(Batch &&batch, std::vector<WriteResult> &&results)
{
    for (size_t i = 0; i < batch.waiting.size(); ++i) {
        if (auto *outcome = std::get_if<Outcome>(&results[i])) {
            m_publisher->publish(std::move(outcome->events), outcome->ended);
            answerLater(batch.waiting[i], std::move(outcome->answer));
        } else if (const auto *error = std::get_if<Error>(&results[i])) {
            if (Session *session = find(batch.waiting[i].session))
                session->notTaken(batch.waiting[i].request, *error);
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
        answerLater({session, request}, m_repository->read(caller, frame, m_clock.wallMs()));
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
        greeting.known = device && *device && !(**device).revoked;
        if (greeting.known) greeting.frame = m_repository->read(caller, hello, m_clock.wallMs());
        session->greeted(request, std::move(greeting));
    });
    return true;
}

bool SimServer::presence(SessionKey key, qint64 request, const Caller &caller, std::vector<UserId> users)
{
    laterInThisLife(readMs, [this, key, request, caller, users = std::move(users)] {
        auto found = m_repository->presence(caller, users);
        if (const auto session = m_sessions.value(key)) session->presenceRead(request, *std::move(found));
    });
    return true;
}

bool SimServer::typing(const Caller &, const ChatId &, bool) { return true; }

// ---- bus
// -----------------------------------------------------------------------------------------------------------

void SimServer::publish(std::vector<BusMessage> messages)
{
    for (BusMessage &message : messages) {
        if (chance(m_random, faults.busLossPerMille)) continue;
        const int copies = chance(m_random, faults.busDoublePerMille) ? 2 : 1;
        for (int i = 0; i < copies; ++i) {
            const qint64 delay =
                1 + qint64(m_random.below(chance(m_random, faults.slowPerMille) ? 20'000 : 5));
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
            pokes.push_back(std::move(message));
        }
        publish(std::move(pokes));
        m_repository->commit({done});
    }
    laterInThisLife(relaySweepMs, [this] { sweepRelay(); });
}

} // namespace kith::sim
