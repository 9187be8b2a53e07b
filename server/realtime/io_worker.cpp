#include "server/realtime/io_worker.h"

#include "core/base/log.h"
#include "core/base/log_fields.h"
#include "core/wire/codec.h"
#include "server/realtime/ws_connection.h"

#include <QSslSocket>
#include <algorithm>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 upgradeMs = 5'000;
constexpr int byeEveryMs = 100;
constexpr size_t byesAtLeast = 25;
constexpr quint64 retryMaxMs = 5'000;

wire::Err unavailable()
{
    wire::Err err;
    err.message = u"storage does not answer"_s;
    err.retryMs = 2'000;
    return err;
}

} // namespace

IoWorker::IoWorker(Services &services, quint32 number)
    : m_services(services)
    , m_number(number)
    , m_accepted([this](std::vector<Arrival> &batch) {
        for (const Arrival &arrival : batch) take(arrival);
    })
    , m_answers([this](std::vector<Answer> &batch) { deliver(batch); })
    , m_tasks([this](std::vector<std::function<void()>> &batch) {
        for (auto &task : batch) task();
        flush();
    })
{
    m_accepted.setParent(this); // moves with this
    m_answers.setParent(this);
    m_tasks.setParent(this);
    m_hooks.upgrade = [this](HttpConnection *from, QTcpSocket *socket, ConnectionLimits::Place place) {
        upgrade(from, socket, std::move(place));
    };
    m_hooks.gone = [this](HttpConnection *connection) {
        if (m_http.erase(connection) > 0) {
            counted(-1);
            if (!connection->secured()) m_io.tlsFailed.add();
        } else if (m_operators.erase(connection) == 0) {
            return;
        }
        connection->deleteLater();
    };
    m_hooks.toThread = [this](std::function<void()> task) { run(std::move(task)); };
    m_hooks.nowMs = [this] { return m_services.clock.steadyMs(); };
    m_hooks.requestId = [this] {
        return m_services.runId + '-' + QByteArray::number(m_number) + '-' +
               QByteArray::number(++m_lastRequest);
    };
    m_hooks.answered = [this](const QByteArray &route, int status, qint64 ns) {
        m_io.http.record(route, status, ns);
    };
}

IoWorker::~IoWorker() = default; // the boxes are members: they leave the children before those are deleted

void IoWorker::start()
{
    m_upgrader = std::make_unique<QWebSocketServer>(u"kith"_s, QWebSocketServer::NonSecureMode);
    m_upgrader->setSupportedSubprotocols({u"kith.v1"_s});
    connect(m_upgrader.get(), &QWebSocketServer::newConnection, this, &IoWorker::upgraded);
    m_subscription = m_services.bus.subscribe([this](const std::vector<BusMessage> &messages) {
        m_registry.deliver(messages);
        flush();
    });
}

void IoWorker::stop()
{
    closeAll();
    m_tick.stop();
    m_subscription.reset();
    m_upgrader.reset();
}

void IoWorker::counted(int change)
{
    const int now = m_count += change;
    if ((now > 0 || !m_operators.empty()) && !m_tick.isActive()) m_tick.start(m_services.tickMs, this);
}

// ---- connections
// -------------------------------------------------------------------------------------------------

std::unique_ptr<QTcpSocket> IoWorker::socketFor(const Arrival &arrival) const
{
    if (arrival.door == Door::Operator || !m_services.tls) return std::make_unique<QTcpSocket>();
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(m_services.tls->configuration());
    return socket;
}

void IoWorker::take(const Arrival &arrival)
{
    auto socket = socketFor(arrival);
    if (!socket->setSocketDescriptor(arrival.descriptor)) {
        qCWarning(lcServer, "a new connection could not be taken: %s", qPrintable(socket->errorString()));
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const bool forOperator = arrival.door == Door::Operator;
    auto &limits = forOperator ? m_services.operatorConnections : m_services.connections;
    auto place = limits.take(socket->peerAddress());
    if (!place || (m_draining && !forOperator)) {
        if (!place) m_io.refused.add();
        return socket->abort();
    }
    // A peer that does not end its handshake is ended as one that does not send its request.
    if (auto *tls = qobject_cast<QSslSocket *>(socket.get())) tls->startServerEncryption();
    const Router &router = forOperator ? m_services.operatorRouter : m_services.router;
    auto *connection =
        new HttpConnection(socket.release(), std::move(place), router, m_services.http, m_hooks);
    m_io.connections.add();
    if (forOperator) {
        m_operators.insert(connection);
        return counted(0);
    }
    m_http.insert(connection);
    counted(1);
}

void IoWorker::upgrade(HttpConnection *from, QTcpSocket *socket, ConnectionLimits::Place place)
{
    m_http.erase(from);
    from->deleteLater();
    m_upgrading.push_back({socket, std::move(place), m_services.clock.steadyMs()});
    m_upgrader->handleConnection(socket);
}

void IoWorker::upgraded()
{
    while (QWebSocket *webSocket = m_upgrader->nextPendingConnection()) {
        const auto found = std::find_if(m_upgrading.begin(), m_upgrading.end(), [&](const Upgrading &one) {
            return one.socket && one.socket->peerPort() == webSocket->peerPort() &&
                   one.socket->peerAddress() == webSocket->peerAddress();
        });
        if (found == m_upgrading.end()) { // given up meanwhile
            webSocket->abort();
            webSocket->deleteLater();
            continue;
        }
        const SessionKey key = m_nextKey++;
        auto *connection = new WsConnection(webSocket, found->socket, std::move(found->place), key, *this);
        m_upgrading.erase(found);
        m_sessions.emplace(key, connection);
        m_sessionCount = int(m_sessions.size());
    }
}

void IoWorker::touched(WsConnection &connection)
{
    if (connection.touched) return;
    connection.touched = true;
    m_touched.emplace_back(&connection);
}

void IoWorker::flush()
{
    for (const auto &connection : std::exchange(m_touched, {}))
        if (connection) connection->flush();
}

void IoWorker::gone(WsConnection &connection)
{
    if (m_sessions.erase(connection.session().key()) == 0) return;
    m_sessionCount = int(m_sessions.size());
    counted(-1);
    connection.deleteLater();
}

void IoWorker::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_byeTimer.timerId()) return sayBye();
    if (event->timerId() != m_tick.timerId()) return QObject::timerEvent(event);
    if (m_count == 0 && m_operators.empty()) return m_tick.stop(); // an idle server sleeps
    const qint64 now = m_services.clock.steadyMs();
    for (auto *all : {&m_http, &m_operators})
        for (auto it = all->begin(); it != all->end();) (*it++)->tick(now); // ending one takes it out
    std::vector<WsConnection *> all;
    all.reserve(m_sessions.size());
    for (const auto &[key, connection] : m_sessions) all.push_back(connection);
    for (WsConnection *connection : all) connection->tick(now);
    const auto lost = std::remove_if(m_upgrading.begin(), m_upgrading.end(), [now](Upgrading &one) {
        if (one.socket && now - one.sinceMs < upgradeMs) return false;
        if (one.socket) one.socket->abort();
        return true;
    });
    counted(-int(m_upgrading.end() - lost));
    m_upgrading.erase(lost, m_upgrading.end());
    if (m_number == 0) m_services.presence.tick();
    if (m_touchAtMs == 0) m_touchAtMs = now + m_services.touchEveryMs;
    if (now >= m_touchAtMs) {
        m_touchAtMs = now + m_services.touchEveryMs;
        const qint64 wall = m_services.clock.wallMs();
        for (WsConnection *connection : all) {
            const Caller &caller = connection->session().caller();
            if (connection->session().live())
                std::ignore = m_services.writes.submit(TouchPresence{caller.user, caller.device, wall}, {});
        }
    }
    flush();
}

void IoWorker::drain(Random &random, int windowMs)
{
    m_draining = true;
    for (HttpConnection *connection : std::vector(m_http.begin(), m_http.end())) connection->drain();
    m_leaving.clear();
    for (const auto &[key, connection] : m_sessions)
        m_leaving.emplace_back(key, qint64(random.below(retryMaxMs)));
    // In no order that a client could have chosen.
    for (size_t i = m_leaving.size(); i > 1; --i) std::swap(m_leaving[i - 1], m_leaving[random.below(i)]);
    const size_t turns = size_t(std::max(1, windowMs / byeEveryMs));
    m_byesAtOnce = std::max(byesAtLeast, (m_leaving.size() + turns - 1) / turns);
    sayBye();
    if (!m_leaving.empty()) m_byeTimer.start(byeEveryMs, this);
}

void IoWorker::sayBye()
{
    for (size_t i = 0; i < m_byesAtOnce && !m_leaving.empty(); ++i) {
        const auto [key, retryMs] = m_leaving.back();
        m_leaving.pop_back();
        if (const auto found = m_sessions.find(key); found != m_sessions.end())
            found->second->session().leave(retryMs);
    }
    if (m_leaving.empty()) m_byeTimer.stop();
    flush();
}

void IoWorker::closeAll()
{
    for (auto *all : {&m_http, &m_operators})
        for (HttpConnection *connection : std::exchange(*all, {})) delete connection;
    for (const auto &[key, connection] : std::exchange(m_sessions, {})) delete connection;
    for (const Upgrading &one : m_upgrading)
        if (one.socket) one.socket->abort();
    m_upgrading.clear();
    m_count = 0;
    m_sessionCount = 0;
    m_byeTimer.stop();
}

// ---- what sessions ask for
// ---------------------------------------------------------------------------------------

void IoWorker::deliver(std::vector<Answer> &answers)
{
    const qint64 now = steadyNs();
    const bool logging = lcServer().isDebugEnabled();
    for (Answer &answer : answers) {
        const qint64 ns = now - answer.askedNs;
        m_io.requests[answer.operation].record(ns);
        if (logging) logAnswer(answer, ns);
        const auto found = m_sessions.find(answer.session);
        if (found == m_sessions.end()) continue; // gone; the client will ask again
        Session &session = found->second->session();
        if (auto *frame = std::get_if<wire::ServerFrame>(&answer.what))
            session.answered(answer.request, std::move(*frame));
        else if (auto *greeting = std::get_if<Greeting>(&answer.what))
            session.greeted(answer.request, std::move(*greeting));
        else if (auto *presence = std::get_if<std::vector<Presence>>(&answer.what))
            session.presenceRead(answer.request, std::move(*presence));
        else
            session.notTaken(answer.request);
    }
    flush();
}

void IoWorker::logAnswer(const Answer &answer, qint64 ns) const
{
    LogLine line(lcServer(), QtDebugMsg, "request");
    line.with("request", u"%1-%2-s%3-%4"_s.arg(QString::fromLatin1(m_services.runId))
                             .arg(m_number)
                             .arg(answer.session)
                             .arg(answer.request))
        .with("op", operationName(answer.operation))
        .with("us", ns / 1000);
    const auto *frame = std::get_if<wire::ServerFrame>(&answer.what);
    if (const auto *err = frame ? std::get_if<wire::Err>(frame) : nullptr)
        line.with("error", wire::text(err->code));
    if (std::holds_alternative<Error>(answer.what)) line.with("error", "unavailable");
}

bool IoWorker::write(SessionKey session, qint64 request, Call call)
{
    const auto operation = quint8(call.frame.index());
    return m_services.writes.submit(std::move(call), [this, session, request, operation,
                                                      asked = steadyNs()](WriteResult &&result) {
        auto *outcome = std::get_if<Outcome>(&result);
        if (!outcome) {
            auto *error = std::get_if<Error>(&result);
            return m_answers.post({session, request, error ? std::move(*error) : Error{Errc::Unavailable, {}},
                                   operation, asked});
        }
        m_answers.post({session, request, std::move(outcome->answer), operation, asked});
        m_services.publisher.publish(std::move(outcome->events), outcome->ended);
        m_services.publisher.part(outcome->parted);
    });
}

bool IoWorker::read(SessionKey session, qint64 request, const Caller &caller, wire::ClientFrame frame)
{
    const auto operation = quint8(frame.index());
    return m_services.reads.read(
        caller, std::move(frame), m_services.clock.wallMs(),
        [this, session, request, operation, asked = steadyNs()](wire::ServerFrame &&answer) {
            m_answers.post({session, request, std::move(answer), operation, asked});
        });
}

bool IoWorker::greet(SessionKey session, qint64 request, const Caller &caller, wire::Hello hello)
{
    hello.token.clear();
    const auto operation = quint8(wire::ClientFrame(wire::Hello{}).index());
    return m_services.reads.run([this, session, request, caller, operation, asked = steadyNs(),
                                 hello = std::move(hello)](Repository &repository) {
        Greeting greeting;
        const auto device = repository.device(caller.device);
        if (!device) {
            greeting.known = true;
            greeting.frame = unavailable();
        } else if (*device && !(*device)->revoked && (*device)->user == caller.user) {
            greeting.known = true;
            if (const auto lost = repository.hasLost(hello.witness); lost && !*lost) {
                greeting.frame = repository.read(caller, hello, m_services.clock.wallMs());
            } else {
                greeting.frame = unavailable();
                if (lost) m_services.historyLost();
            }
        }
        m_answers.post({session, request, std::move(greeting), operation, asked});
    });
}

bool IoWorker::presence(SessionKey session, qint64 request, const Caller &caller, std::vector<UserId> users)
{
    const auto operation = quint8(wire::ClientFrame(wire::Watch{}).index());
    return m_services.reads.run([this, session, request, caller, operation, asked = steadyNs(),
                                 users = std::move(users)](Repository &repository) {
        auto found = repository.presence(caller, users);
        if (!found) {
            qCWarning(lcServer) << "presence could not be read:" << found.error().what;
            return m_answers.post({session, request, found.error(), operation, asked});
        }
        m_services.presence.fill(*found);
        m_answers.post({session, request, std::move(*found), operation, asked});
    });
}

bool IoWorker::typing(const Caller &caller, const ChatId &chat, bool on)
{
    return m_services.reads.run([this, caller, chat, on](Repository &repository) {
        auto audience = repository.typingAudience(caller, chat);
        if (!audience) return;
        std::erase(*audience, caller.user);
        if (audience->empty()) return;
        BusMessage message;
        message.kind = BusMessage::Kind::Typing;
        message.chat = chat;
        message.author = caller.user;
        message.audience = std::make_shared<const std::vector<UserId>>(std::move(*audience));
        message.bytes = std::make_shared<const QByteArray>(
            wire::encode(wire::Reply{0, wire::TypingIn{chat, caller.user, on}}));
        std::vector<BusMessage> messages;
        messages.push_back(std::move(message));
        m_services.bus.publish(std::move(messages));
    });
}

void IoWorker::attach(Session &session)
{
    m_registry.add(session);
    m_services.devices.connected(session.caller().device);
}

void IoWorker::detach(Session &session)
{
    m_registry.remove(session);
    const Caller &caller = session.caller();
    m_services.devices.disconnected(caller.device);
    std::ignore =
        m_services.writes.submit(TouchPresence{caller.user, caller.device, m_services.clock.wallMs()}, {});
}

void IoWorker::watch(Session &session, const std::vector<UserId> &users) { m_registry.watch(session, users); }

void IoWorker::setActive(const Caller &caller, bool active)
{
    if (active)
        m_services.presence.sessionActive(caller.user);
    else
        m_services.presence.sessionInactive(caller.user);
}

qint64 IoWorker::helloRate(const DeviceId &device)
{
    return m_services.rateLimits ? m_services.helloRates.take(device.blob(), m_services.clock.steadyMs()) : 0;
}

std::shared_ptr<UserRates> IoWorker::rates(const UserId &user)
{
    return m_services.rateLimits ? m_services.userRates.of(user) : nullptr;
}

} // namespace kith::server
