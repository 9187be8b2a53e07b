#include "server/api/http_connection.h"

#include "core/base/limits.h"
#include "core/base/log.h"
#include "core/base/log_fields.h"
#include "core/wire/account_codec.h"
#include "server/metrics/counters.h"

#include <QHostAddress>
#include <QSslSocket>
#include <QTcpSocket>

namespace kith::server {

using namespace Qt::StringLiterals;
namespace api = wire::api;

namespace {

constexpr qint64 readAtOnce = 64 * 1024;
constexpr qint64 pieceBytes = 128 * 1024;
constexpr qint64 unsentMost = 256 * 1024;

QString sentence(int status)
{
    switch (status) {
    case 408:
        return u"the request did not arrive in time"_s;
    case 413:
        return u"the body is too large"_s;
    case 414:
        return u"the address is too long"_s;
    case 431:
        return u"the header is too large"_s;
    case 505:
        return u"HTTP/1.1 only"_s;
    default:
        return u"the request is malformed"_s;
    }
}

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, ConnectionLimits::Place place, const Router &router,
                               const HttpConfig &config, const Hooks &hooks)
    : m_socket(socket)
    , m_place(std::move(place))
    , m_router(router)
    , m_config(config)
    , m_hooks(hooks)
    , m_parser(std::make_unique<HttpParser>())
    , m_self(std::make_shared<HttpConnection *>(this))
    , m_sinceMs(hooks.nowMs())
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(256 * 1024);
    m_socket->startTransaction(); // a WebSocket's handshake has to be read again by QWebSocketServer
    if (auto *tls = qobject_cast<QSslSocket *>(m_socket)) {
        m_secured = false;
        connect(tls, &QSslSocket::encrypted, this, [this] { m_secured = true; });
    }
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readable);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::written);
    if (auto *tls = qobject_cast<QSslSocket *>(m_socket))
        connect(tls, &QSslSocket::encryptedBytesWritten, this, &HttpConnection::written);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] { m_hooks.gone(this); });
}

HttpConnection::~HttpConnection() { *m_self = nullptr; }

void HttpConnection::readable()
{
    if (m_state == State::Linger) {
        m_socket->readAll();
        return;
    }
    if (m_state != State::Answering && heldBack()) {
        m_heldBack = true;
        return;
    }
    if (m_in.isEmpty() && m_state == State::Head) m_sinceMs = m_hooks.nowMs(); // the head begins
    const bool answering = m_state == State::Answering || m_state == State::Streaming;
    if (answering && m_in.size() >= readAtOnce) return; // pipelined: read after the answer
    if (m_state == State::Body && paused()) return;     // TCP makes the client wait
    m_in += m_socket->read(std::min(readAtOnce, m_socket->bytesAvailable()));
    while (m_socket && advance()) {
    }
}

void HttpConnection::written()
{
    pump();
    if (!m_heldBack || heldBack()) return;
    m_heldBack = false;
    m_sinceMs = m_hooks.nowMs();
    QMetaObject::invokeMethod(this, &HttpConnection::readable,
                              Qt::QueuedConnection); // not inside its writing
}

bool HttpConnection::heldBack() const { return unsent() > unsentMost; }

bool HttpConnection::advance()
{
    if (m_state == State::Answering || m_state == State::Streaming || m_state == State::Linger) return false;
    if (m_state == State::Body && paused()) return false;
    if (std::exchange(m_continueDue, false)) m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    qsizetype taken = 0;
    const auto step = m_parser->step(m_in, &taken);
    m_in.remove(0, taken);
    switch (step) {
    case HttpParser::Step::More:
        if (taken > 0 && !m_in.isEmpty()) return true;
        if (!m_socket->bytesAvailable()) return false;
        m_in += m_socket->read(std::min(readAtOnce, m_socket->bytesAvailable()));
        return true;
    case HttpParser::Step::Head:
        headDone();
        return true;
    case HttpParser::Step::Body:
        if (m_streams) m_sinceMs = m_hooks.nowMs();
        m_longBytes += m_parser->body().size();
        if (m_exchange) m_exchange->body(m_parser->body());
        return true;
    case HttpParser::Step::End:
        m_state = State::Answering;
        if (m_exchange) m_exchange->end();
        return true;
    case HttpParser::Step::Fault:
        fault(m_parser->status());
        return false;
    }
    return false;
}

void HttpConnection::headDone()
{
    const RequestHead &head = m_parser->head();
    m_headNs = steadyNs();
    if (!head.hasHost) return refuse(400, api::badRequest, u"one Host line is needed"_s);
    if (head.otherCoding) return refuse(400, api::badRequest, u"bodies may be chunked, nothing else"_s);
    if (head.path == "/v1/ws" && m_router.speaksWebSocket()) return beginUpgrade();
    if (m_first) m_socket->commitTransaction();
    m_first = false;
    const auto found = m_router.find(head.method, head.path);
    if (!found.route && !found.allowed.isEmpty())
        return refuse(405, api::notFound, u"this path knows other methods"_s,
                      "Allow: " + found.allowed.join(", ") + "\r\n");
    if (!found.route) return refuse(404, api::notFound, u"no such path"_s);
    if (head.method == "POST" && !head.length && !head.chunked)
        return refuse(411, api::badRequest, u"Content-Length is needed"_s);
    if (head.length && *head.length > found.route->bodyLimit) return fault(413);
    m_parser->limitBody(found.route->bodyLimit);
    m_continueDue = head.expectContinue && (head.chunked || head.length.value_or(0) > 0);
    m_state = State::Body;
    m_sinceMs = m_longSinceMs = m_hooks.nowMs();
    m_longBytes = 0;
    m_streams = found.route->streams;
    m_route = found.route->path;
    m_requestId = m_hooks.requestId();
    RequestInfo info{.head = head,
                     .address = m_socket->peerAddress().toString().toLatin1(),
                     .loopback = m_socket->peerAddress().isLoopback(),
                     .id = m_requestId,
                     .fields = {},
                     .later = {}};
    if (m_streams) info.fields = m_parser->fields();
    info.later = [self = m_self, toThread = m_hooks.toThread,
                  request = m_request](std::function<void()> task) {
        toThread([self, request, task = std::move(task)] {
            if (*self) (*self)->later(request, task);
        });
    };
    auto respond = [self = m_self, toThread = m_hooks.toThread, request = m_request](HttpResponse response) {
        toThread([self, request, response = std::move(response)] {
            if (*self && (*self)->m_request == request) (*self)->answer(response);
        });
    };
    m_exchange = found.route->begin(std::move(info), std::move(respond));
}

void HttpConnection::beginUpgrade()
{
    const RequestHead &head = m_parser->head();
    if (!head.upgrade)
        return refuse(426, api::badRequest, u"this path speaks WebSocket"_s, "Upgrade: websocket\r\n");
    // After another request the head is no longer in the socket, where QWebSocketServer must find it.
    if (!head.upgradeComplete || !m_first || m_draining)
        return refuse(400, api::badRequest, u"not a WebSocket handshake on a fresh connection"_s);
    QTcpSocket *socket = std::exchange(m_socket, nullptr);
    disconnect(socket, nullptr, this, nullptr);
    socket->setParent(nullptr);
    socket->rollbackTransaction();
    socket->setReadBufferSize(0);
    m_hooks.upgrade(this, socket, std::move(m_place));
}

void HttpConnection::answer(const HttpResponse &response)
{
    if (m_state != State::Body && m_state != State::Answering) return;
    m_exchange.reset();
    m_continueDue = false;
    const RequestHead &head = m_parser->head();
    const bool withBody = head.method != "HEAD";
    // What body is still on its way is not worth reading.
    const bool keep = head.keepAlive && !response.close && !m_draining && m_parser->complete();
    write(response, keep, withBody);
    if (!withBody || !response.source) return answered(keep);
    m_state = State::Streaming;
    m_source = response.source;
    m_at = response.from;
    m_left = response.length;
    m_keep = keep;
    m_sinceMs = m_longSinceMs = m_hooks.nowMs();
    m_longBytes = 0;
    pump();
}

void HttpConnection::answered(bool keep)
{
    if (!keep) return linger();
    nextRequest();
}

bool HttpConnection::paused() const { return m_exchange && !m_exchange->wantsMore(); }

void HttpConnection::later(quint64 request, std::function<void()> task)
{
    if (request != m_request || !m_exchange || !m_socket) return;
    const bool waited = paused();
    task();
    // The client could not have sent anything meanwhile: its clocks start again.
    if (waited) m_sinceMs = m_longSinceMs = m_hooks.nowMs(), m_longBytes = 0;
    if (waited && m_state == State::Body) readable();
}

qint64 HttpConnection::unsent() const
{
    // Under TLS bytesToWrite() speaks only of what is not encrypted yet, which is nothing.
    const auto *tls = qobject_cast<const QSslSocket *>(m_socket);
    return m_socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

void HttpConnection::pump()
{
    if (m_state != State::Streaming || !m_socket) return;
    m_sinceMs = m_hooks.nowMs(); // bytes have left
    if (m_reading) return;
    if (m_left == 0) {
        m_source.reset();
        return answered(m_keep);
    }
    if (unsent() >= unsentMost) return;
    m_reading = true;
    m_source->read(m_at, std::min(pieceBytes, m_left),
                   [self = m_self, toThread = m_hooks.toThread](QByteArray piece) {
                       toThread([self, piece = std::move(piece)] {
                           if (*self) (*self)->pumped(piece);
                       });
                   });
}

void HttpConnection::pumped(const QByteArray &piece)
{
    m_reading = false;
    if (m_state != State::Streaming || !m_socket) return;
    if (piece.isEmpty() || piece.size() > m_left) return m_socket->abort(); // the length was promised
    m_at += piece.size();
    m_left -= piece.size();
    m_longBytes += piece.size();
    m_socket->write(piece);
    pump();
}

bool HttpConnection::tooSlow(qint64 now) const
{
    const qint64 counted = now - m_longSinceMs - m_config.graceMs;
    return counted > 0 && m_longBytes < counted * m_config.slowestBytes / 1'000;
}

void HttpConnection::refuse(int status, const char16_t *code, const QString &message,
                            const QByteArray &headers)
{
    HttpResponse response = errorResponse(status, code, message);
    response.extraHeaders += headers;
    // What body may follow is not worth reading: the connection ends.
    const bool bodyless = m_parser->head().length.value_or(0) == 0 && !m_parser->head().chunked;
    response.close = !bodyless || status == 400 || status == 426;
    if (m_first) m_socket->commitTransaction();
    m_first = false;
    m_state = State::Answering;
    answer(response);
}

void HttpConnection::fault(int status)
{
    const char16_t *code = status == 413 ? api::tooLarge : api::badRequest;
    m_exchange.reset();
    ++m_request;
    if (m_first) m_socket->commitTransaction();
    m_first = false;
    write(errorResponse(status, code, sentence(status)), false, true);
    linger();
}

void HttpConnection::write(HttpResponse response, bool keep, bool withBody)
{
    const qint64 ns = m_headNs ? steadyNs() - m_headNs : 0; // 0: there was no whole head
    if (m_requestId.isEmpty()) m_requestId = m_hooks.requestId();
    if (m_route.isEmpty()) m_route = QByteArrayLiteral("other");
    response.extraHeaders += "X-Request-Id: " + m_requestId + "\r\n";
    m_socket->write(serialise(response, keep, withBody));
    m_hooks.answered(m_route, response.status, ns);
    const bool failed = response.status >= 500 && response.status != 505; // ours, not theirs
    if (failed || lcServer().isDebugEnabled())
        LogLine(lcServer(), failed ? QtWarningMsg : QtDebugMsg, "http request")
            .with("request", m_requestId)
            .with("method", m_parser->head().method.left(16))
            .with("route", m_route)
            .with("status", response.status)
            .with("us", ns / 1000);
    m_requestId.clear();
    m_route.clear();
    m_headNs = 0;
}

void HttpConnection::nextRequest()
{
    ++m_request;
    m_parser = std::make_unique<HttpParser>();
    m_state = State::Head;
    m_sinceMs = m_hooks.nowMs();
    if (!m_in.isEmpty() || m_socket->bytesAvailable())
        QMetaObject::invokeMethod(this, &HttpConnection::readable, Qt::QueuedConnection); // no recursion
}

void HttpConnection::linger()
{
    // Closing with unread input would reset the connection, and the client would never see the answer.
    m_state = State::Linger;
    m_sinceMs = m_hooks.nowMs();
    m_in.clear();
    m_socket->readAll();
    if (m_parser->complete()) m_socket->disconnectFromHost();
}

void HttpConnection::drain()
{
    m_draining = true;
    if (m_state == State::Head && m_in.isEmpty() && m_socket) m_socket->disconnectFromHost();
}

void HttpConnection::tick(qint64 now)
{
    if (!m_socket) return;
    const qint64 since = now - m_sinceMs;
    switch (m_state) {
    case State::Head:
        if (m_first || !m_in.isEmpty()) {
            if (since < m_config.headerMs) return;
            if (!m_in.isEmpty()) return fault(408);
        } else if (since < m_config.idleMs) {
            return;
        }
        m_socket->abort();
        return;
    case State::Body:
        if (paused()) return; // it is our disk that is slow
        if (since >= m_config.bodyMs || (m_streams && tooSlow(now))) fault(408);
        return;
    case State::Answering:
        return; // the handler answers
    case State::Streaming:
        if (!m_reading && (since >= m_config.bodyMs || tooSlow(now))) m_socket->abort();
        return;
    case State::Linger:
        if (since >= 2 * m_config.lingerMs) return m_socket->abort();
        if (since >= m_config.lingerMs) m_socket->disconnectFromHost();
        return;
    }
}

} // namespace kith::server
