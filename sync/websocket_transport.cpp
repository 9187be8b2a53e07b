#include "sync/websocket_transport.h"

#include "core/base/limits.h"
#include "core/base/log.h"
#include "sync/account_api.h"

#include <QNetworkRequest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

namespace kith {

using namespace Qt::StringLiterals;

WebSocketTransport::WebSocketTransport(QObject *parent)
    : QObject(parent)
{
}

WebSocketTransport::~WebSocketTransport() { drop(); }

void WebSocketTransport::setListener(Listener listener) { m_listener = std::move(listener); }

void WebSocketTransport::open(const QUrl &url)
{
    drop();
    const quint64 connection = ++m_connection;
    const bool safe = url.scheme() == u"wss"_s || (url.scheme() == u"ws"_s && AccountApi::isThisMachine(url));
    if (!safe) {
        QMetaObject::invokeMethod(
            this, [this, connection] { lost(connection, u"only wss is used outside this machine"_s); },
            Qt::QueuedConnection);
        return;
    }
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setMaxAllowedIncomingFrameSize(quint64(limits::serverFrameBytes));
    m_socket->setMaxAllowedIncomingMessageSize(quint64(limits::serverFrameBytes));
    connect(m_socket, &QWebSocket::connected, this, [this, connection] {
        if (connection == m_connection && m_listener.opened) m_listener.opened();
    });
    connect(m_socket, &QWebSocket::textMessageReceived, this, [this, connection](const QString &text) {
        if (connection == m_connection && m_listener.received) m_listener.received(text.toUtf8());
    });
    // Queued: QWebSocket reports some faults from inside open() and send().
    connect(
        m_socket, &QWebSocket::disconnected, this,
        [this, connection] { lost(connection, u"the connection was closed"_s); }, Qt::QueuedConnection);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto errorSignal = &QWebSocket::errorOccurred;
#else
    const auto errorSignal = QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error);
#endif
    connect(
        m_socket, errorSignal, this,
        [this, connection] {
            if (connection == m_connection && m_socket) lost(connection, m_socket->errorString());
        },
        Qt::QueuedConnection);
    QNetworkRequest request(url);
    request.setTransferTimeout(limits::helloWaitMs);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({u"kith.v1"_s});
    m_socket->open(request, options); // sslErrors has no listener: a doubtful certificate ends the attempt
}

void WebSocketTransport::send(const QByteArray &text)
{
    if (!m_socket || !m_socket->isValid()) return;
    Q_ASSERT(text.size() <= limits::clientFrameBytes);
    m_socket->sendTextMessage(QString::fromUtf8(text));
}

void WebSocketTransport::close() { drop(); }

qint64 WebSocketTransport::bytesWaiting() const { return m_socket ? m_socket->bytesToWrite() : 0; }

void WebSocketTransport::drop()
{
    ++m_connection;
    if (!m_socket) return;
    auto *old = std::exchange(m_socket, nullptr);
    old->disconnect(this);
    old->close();
    old->deleteLater();
}

void WebSocketTransport::lost(quint64 connection, const QString &why)
{
    if (connection != m_connection) return;
    drop();
    qCInfo(lcSync, "connection lost: %s", qUtf8Printable(why));
    if (m_listener.closed) m_listener.closed(why);
}

} // namespace kith
