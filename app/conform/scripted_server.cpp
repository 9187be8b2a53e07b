#include "app/conform/scripted_server.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace kith::conform {

namespace {
qint64 now() { return QDateTime::currentMSecsSinceEpoch(); }
QString tagOf(qint64 n) { return u"%1"_s.arg(quint64(n) * 0x9e3779b97f4a7c15ULL, 16, 16, QLatin1Char('0')); }
} // namespace

ScriptedServer::ScriptedServer(Notes &notes)
    : m_notes(notes)
    , m_upgrades(u"kith-conform"_s, QWebSocketServer::NonSecureMode)
    , m_user(mint(now()))
    , m_ben(mint(now()))
    , m_device(mint(now()))
    , m_chat(mint(now()))
    , m_epoch(mint(now()))
    , m_refresh(mint(now()) + mint(now()))
    , m_tag(tagOf(3))
{
    m_upgrades.setSupportedSubprotocols({u"kith.v1"_s});
    connect(&m_listener, &QTcpServer::newConnection, this, &ScriptedServer::accepted);
    connect(&m_upgrades, &QWebSocketServer::newConnection, this, &ScriptedServer::greeted);
    require(m_listener.listen(QHostAddress::LocalHost), u"a free port"_s, m_listener.errorString());
}

ScriptedServer::~ScriptedServer() { cut(); }

QString ScriptedServer::url() const { return u"http://127.0.0.1:%1"_s.arg(m_listener.serverPort()); }
bool ScriptedServer::connected() const
{
    return m_socket && m_socket->state() == QAbstractSocket::ConnectedState;
}

// ---- HTTP
// ----------------------------------------------------------------------------------------------------------

void ScriptedServer::accepted()
{
    while (QTcpSocket *socket = m_listener.nextPendingConnection()) {
        socket->startTransaction();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { readHttp(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void ScriptedServer::readHttp(QTcpSocket *socket)
{
    socket->rollbackTransaction();
    socket->startTransaction();
    const QByteArray all = socket->readAll();
    const qsizetype end = all.indexOf("\r\n\r\n");
    if (end < 0) return;
    const QList<QByteArray> lines = all.first(end).split('\n');
    const QList<QByteArray> start = lines.first().trimmed().split(' ');
    qsizetype length = 0;
    for (const QByteArray &line : lines) {
        const QByteArray lower = line.trimmed().toLower();
        if (lower.startsWith("content-length:")) length = lower.mid(15).trimmed().toLongLong();
        if (lower.startsWith("sec-websocket-protocol:"))
            offered = QString::fromLatin1(line.trimmed().mid(23).trimmed());
    }
    if (all.size() < end + 4 + length || start.size() < 2) return;
    const QUrl target(QString::fromLatin1(start[1]));
    const QJsonObject body = QJsonDocument::fromJson(all.mid(end + 4, length)).object();
    https.push_back({target.path(), target.query().toLatin1(), body});
    m_notes.say(u"http < "_s + QString::fromLatin1(lines.first().trimmed()) + u' ' +
                QString::fromUtf8(compact(body)));
    if (target.path() == u"/v1/ws"_s) {
        disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
        socket->rollbackTransaction();
        m_upgrades.handleConnection(socket);
        Q_EMIT socket->readyRead(); // what came before it listened
        return;
    }
    socket->commitTransaction();
    socket->startTransaction();
    socket->write(httpAnswer(start[0], target.path().toLatin1(), body));
}

QByteArray ScriptedServer::httpAnswer(const QByteArray &method, const QByteArray &path,
                                      const QJsonObject &body)
{
    int status = 200;
    QJsonObject answer;
    if (path == "/v1/server") {
        answer = {{u"name"_s, u"Conform"_s},
                  {u"version"_s, u"1"_s},
                  {u"registration"_s, u"open"_s},
                  {u"id"_s, m_epoch},
                  {u"protocol"_s, QJsonObject{{u"min"_s, 1}, {u"max"_s, 1}}},
                  {u"limits"_s, QJsonObject{}}};
    } else if (path == "/v1/health") {
        answer = {{u"status"_s, u"ok"_s}};
    } else if (method == "POST" && (path == "/v1/register" || path == "/v1/login")) {
        status = path == "/v1/register" ? 201 : 200;
        answer = signedIn(body);
    } else if (method == "POST" && path == "/v1/token") {
        if (body[u"refresh"] == m_refresh) {
            answer = {{u"access"_s, mint(now())}, {u"access_ttl"_s, 900}};
            if (!nextRefresh.isEmpty()) answer[u"refresh"] = m_refresh = std::exchange(nextRefresh, {});
        } else {
            status = 401;
            answer = {{u"code"_s, u"auth_invalid"_s}, {u"message"_s, u"unknown token"_s}};
        }
    } else if (method != "POST" || path != "/v1/logout") {
        status = 404;
        answer = {{u"code"_s, u"not_found"_s}, {u"message"_s, u"no such path"_s}};
    }
    const QByteArray text = compact(answer);
    return "HTTP/1.1 " + QByteArray::number(status) +
           " X\r\nContent-Type: application/json\r\nCache-Control: no-store\r\n"
           "Content-Length: " +
           QByteArray::number(text.size()) + "\r\n\r\n" + text;
}

QJsonObject ScriptedServer::signedIn(const QJsonObject &body)
{
    m_login = body[u"login"].toString();
    m_name = body[u"name"].toString(m_login);
    return {{u"user"_s, m_user},      {u"login"_s, m_login},      {u"name"_s, m_name},
            {u"device"_s, m_device},  {u"access"_s, mint(now())}, {u"access_ttl"_s, 900},
            {u"refresh"_s, m_refresh}};
}

// ---- the connection
// ------------------------------------------------------------------------------------------------

void ScriptedServer::greeted()
{
    while (QWebSocket *socket = m_upgrades.nextPendingConnection()) {
        if (m_socket) m_socket->abort();
        m_socket = socket;
        ++m_connection;
        m_lastId = 0;
        connect(socket, &QWebSocket::textMessageReceived, this, [this, socket](const QString &text) {
            if (socket == m_socket) received(text);
        });
        connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void ScriptedServer::received(const QString &text)
{
    m_notes.say(u"client > "_s + text);
    const QByteArray bytes = text.toUtf8();
    const auto document = QJsonDocument::fromJson(bytes);
    const QJsonObject frame = document.object();
    const QString t = frame[u"t"].toString();
    m_notes.judge(u"P-1.4"_s, document.isObject(), u"not one JSON object: "_s + text);
    m_notes.judge(u"P-1.5"_s, bytes.size() <= 65536, u"%1 bytes in a frame"_s.arg(bytes.size()));
    m_notes.judge(u"P-2.3"_s, strayNull(frame).isEmpty(), u"null in "_s + text);
    m_notes.judge(u"P-2.4"_s, doubledKey(bytes).isEmpty(), u"a key twice in "_s + text);
    for (const QString &key : {u"mid"_s, u"op"_s})
        if ((t == u"send"_s && key == u"mid"_s) || (key == u"op"_s && frame.contains(key)))
            m_notes.judge(u"P-2.1"_s,
                          isId(frame[key]) && (bytesOf(frame[key].toString()).at(6) & 0xf0) == 0x70,
                          u"%1 is no UUID of version 7: "_s.arg(key) + text);
    const qint64 id = frame[u"id"].toInteger(0);
    if (id > 0) {
        m_notes.judge(u"P-5.1"_s, id > m_lastId, u"id %1 after %2"_s.arg(id).arg(m_lastId));
        m_lastId = id;
    }
    if (m_lastId == id && id > 0 && t != u"hello"_s)
        m_notes.judge(u"P-5.7"_s, connections > 0, u"a frame before hello: "_s + text);
    Request request{m_connection, now(), frame, false};
    if (t == u"hello"_s) ++connections;
    requests.push_back(request);
    if (mute || held.contains(t) || id == 0) return;
    reply(request, honest(frame));
}

void ScriptedServer::reply(const Request &to, QJsonObject frame)
{
    if (to.connection != m_connection) return; // that one is gone
    frame[u"id"] = to.frame[u"id"];
    push(frame);
}

void ScriptedServer::push(const QJsonObject &frame)
{
    if (!connected()) return;
    const QString text = QString::fromUtf8(compact(frame));
    m_notes.say(u"client < "_s + text);
    m_socket->sendTextMessage(text);
}

void ScriptedServer::err(const Request &to, const QString &code, const QString &errorClass, QJsonObject more)
{
    more[u"t"] = u"err"_s;
    more[u"code"] = code;
    more[u"class"] = errorClass;
    more[u"message"] = u"scripted"_s;
    reply(to, more);
}

void ScriptedServer::hangUp()
{
    if (m_socket) m_socket->close();
}

void ScriptedServer::cut()
{
    if (m_socket) m_socket->abort();
    m_socket.clear();
}

ScriptedServer::Request ScriptedServer::next(const QString &t, const QString &what, int ms,
                                             const std::function<bool(const QJsonObject &)> &fits)
{
    qsizetype found = -1;
    waitFor(
        [&] {
            for (qsizetype i = 0; i < requests.size() && found < 0; ++i)
                if (!requests[i].taken && requests[i].frame[u"t"] == t && (!fits || fits(requests[i].frame)))
                    found = i;
            return found >= 0;
        },
        ms);
    require(found >= 0, what, u"nothing within %1 ms"_s.arg(ms));
    requests[found].taken = true;
    return requests[found];
}

void ScriptedServer::awaitHello(int before, int ms)
{
    waitFor([&] { return connections > before && connected(); }, ms);
    require(connections > before, u"a connection that says hello"_s, u"none within %1 ms"_s.arg(ms));
}

} // namespace kith::conform
