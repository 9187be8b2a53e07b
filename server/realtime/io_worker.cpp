#include "server/realtime/io_worker.h"

#include "core/base/log.h"
#include "core/wire/codec.h"
#include "server/realtime/ws_connection.h"

#include <QTcpSocket>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 upgradeMs = 5'000;

} // namespace

IoWorker::IoWorker(Services &services, quint32 number)
    : m_services(services)
    , m_number(number)
    , m_accepted([this](std::vector<qintptr> &batch) {
        for (const qintptr descriptor : batch) take(descriptor);
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
        if (m_http.erase(connection) == 0) return;
        counted(-1);
        connection->deleteLater();
    };
    m_hooks.toThread = [this](std::function<void()> task) { run(std::move(task)); };
    m_hooks.nowMs = [this] { return m_services.clock.steadyMs(); };
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
    if (now > 0 && !m_tick.isActive()) m_tick.start(m_services.tickMs, this);
}

// ---- connections
// -------------------------------------------------------------------------------------------------

void IoWorker::take(qintptr descriptor)
{
    auto socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor)) {
        qCWarning(lcServer, "a new connection could not be taken: %s", qPrintable(socket->errorString()));
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    auto place = m_services.connections.take(socket->peerAddress());
    if (!place || m_draining) return socket->abort();
    auto *connection =
        new HttpConnection(socket.release(), std::move(place), m_services.router, m_services.http, m_hooks);
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
    counted(-1);
    connection.deleteLater();
}

void IoWorker::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_tick.timerId()) return QObject::timerEvent(event);
    if (m_count == 0) return m_tick.stop(); // an idle server sleeps
    const qint64 now = m_services.clock.steadyMs();
    for (auto it = m_http.begin(); it != m_http.end();) (*it++)->tick(now); // ending one takes it out
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

void IoWorker::drain(Random &random)
{
    m_draining = true;
    for (HttpConnection *connection : std::vector(m_http.begin(), m_http.end())) connection->drain();
    std::vector<WsConnection *> all;
    for (const auto &[key, connection] : m_sessions) all.push_back(connection);
    for (WsConnection *connection : all)
        connection->session().bye(wire::ByeCode::Drain, qint64(random.below(5'000)));
    flush();
}

void IoWorker::closeAll()
{
    for (HttpConnection *connection : std::exchange(m_http, {})) delete connection;
    for (const auto &[key, connection] : std::exchange(m_sessions, {})) delete connection;
    for (const Upgrading &one : m_upgrading)
        if (one.socket) one.socket->abort();
    m_upgrading.clear();
    m_count = 0;
}

// ---- what sessions ask for
// ---------------------------------------------------------------------------------------

void IoWorker::deliver(std::vector<Answer> &answers)
{
    for (Answer &answer : answers) {
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
            session.notTaken(answer.request, std::get<Error>(answer.what));
    }
    flush();
}

bool IoWorker::write(SessionKey session, qint64 request, Call call)
{
    return m_services.writes.submit(std::move(call), [this, session, request](WriteResult &&result) {
        auto *outcome = std::get_if<Outcome>(&result);
        if (!outcome) {
            auto *error = std::get_if<Error>(&result);
            return m_answers.post(
                {session, request, error ? std::move(*error) : Error{Errc::Unavailable, {}}});
        }
        m_answers.post({session, request, std::move(outcome->answer)});
        m_services.publisher.publish(std::move(outcome->events), outcome->ended);
    });
}

bool IoWorker::read(SessionKey session, qint64 request, const Caller &caller, wire::ClientFrame frame)
{
    return m_services.reads.read(caller, std::move(frame), m_services.clock.wallMs(),
                                 [this, session, request](wire::ServerFrame &&answer) {
                                     m_answers.post({session, request, std::move(answer)});
                                 });
}

bool IoWorker::greet(SessionKey session, qint64 request, const Caller &caller, wire::Hello hello)
{
    hello.token.clear();
    return m_services.reads.run(
        [this, session, request, caller, hello = std::move(hello)](Repository &repository) {
            Greeting greeting;
            const auto device = repository.device(caller.device);
            if (!device) {
                greeting.known = true;
                wire::Err err;
                err.message = u"storage does not answer"_s;
                err.retryMs = 2'000;
                greeting.frame = err;
            } else if (*device && !(*device)->revoked && (*device)->user == caller.user) {
                greeting.known = true;
                greeting.frame = repository.read(caller, hello, m_services.clock.wallMs());
            }
            m_answers.post({session, request, std::move(greeting)});
        });
}

bool IoWorker::presence(SessionKey session, qint64 request, const Caller &caller, std::vector<UserId> users)
{
    return m_services.reads.run(
        [this, session, request, caller, users = std::move(users)](Repository &repository) {
            auto found = repository.presence(caller, users);
            if (!found) return m_answers.post({session, request, found.error()});
            m_services.presence.fill(*found);
            m_answers.post({session, request, std::move(*found)});
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

void IoWorker::attach(Session &session) { m_registry.add(session); }

void IoWorker::detach(Session &session)
{
    m_registry.remove(session);
    const Caller &caller = session.caller();
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
