#include "server/realtime/ws_connection.h"

#include "server/realtime/io_worker.h"

#include <QSslSocket>
#include <QtEndian>
#include <array>

namespace kith::server {

namespace {

constexpr qint64 closeWaitMs = 5'000;
constexpr qint64 pongsMost = 64 * 1024; // unread

/// What stands before the payload of a whole, unmasked text message (RFC 6455 §5.2).
QByteArrayView textHeader(qsizetype payload, std::array<char, 10> &room)
{
    room[0] = char(0x81); // final, text
    if (payload < 126) {
        room[1] = char(payload);
        return {room.data(), 2};
    }
    if (payload <= 0xffff) {
        room[1] = 126;
        qToBigEndian(quint16(payload), room.data() + 2);
        return {room.data(), 4};
    }
    room[1] = 127;
    qToBigEndian(quint64(payload), room.data() + 2);
    return {room.data(), 10};
}

} // namespace

WsConnection::WsConnection(QWebSocket *webSocket, QTcpSocket *socket, ConnectionLimits::Place place,
                           SessionKey key, IoWorker &worker)
    : m_worker(worker)
    , m_webSocket(webSocket)
    , m_socket(socket)
    , m_place(std::move(place))
    , m_session(key, *this, worker, worker.services().tokens, worker.services().clock,
                worker.services().session)
{
    m_webSocket->setParent(this);
    m_webSocket->setMaxAllowedIncomingFrameSize(quint64(limits::clientFrameBytes));
    m_webSocket->setMaxAllowedIncomingMessageSize(quint64(limits::clientFrameBytes));
    connect(m_webSocket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        const QByteArray frame = text.toUtf8();
        m_worker.io().bytesIn.add(quint64(frame.size()));
        m_session.received(frame);
    });
    connect(m_webSocket, &QWebSocket::binaryMessageReceived, this, [this] { m_session.receivedBinary(); });
    connect(m_socket, &QTcpSocket::readyRead, this, &WsConnection::countPongs);
    connect(m_webSocket, &QWebSocket::disconnected, this, [this] { m_worker.gone(*this); });
}

void WsConnection::send(const QByteArray &frame)
{
    // Past QWebSocket, which takes UTF-16 only: that would be two conversions for each of many receivers. It
    // writes whole frames to the same socket on the same thread, so none can fall into another.
    if (!m_socket || m_webSocket->state() != QAbstractSocket::ConnectedState) return;
    std::array<char, 10> room;
    const QByteArrayView header = textHeader(frame.size(), room);
    m_socket->write(header.data(), header.size());
    m_socket->write(frame);
    m_own += header.size() + frame.size();
    m_worker.io().bytesOut.add(quint64(frame.size()));
    m_worker.touched(*this);
}

/// QWebSocket answers pings by itself, past the session and its bounds: whoever sends them and reads nothing
/// would be given all the memory there is.
void WsConnection::countPongs()
{
    if (!m_socket) return;
    const qint64 waiting = bytesWaiting();
    m_pongs = waiting == 0 ? 0 : m_pongs + std::max<qint64>(0, waiting - m_waiting - m_own);
    m_waiting = waiting;
    m_own = 0;
    if (m_pongs > pongsMost) abort();
}

void WsConnection::flush()
{
    touched = false;
    if (m_socket) m_socket->flush();
}

void WsConnection::close()
{
    m_closeAtMs = m_worker.services().clock.steadyMs() + closeWaitMs;
    m_webSocket->close();
}

void WsConnection::abort()
{
    if (m_socket) m_socket->abort();
}

qint64 WsConnection::bytesWaiting() const
{
    if (!m_socket) return 0;
    // Under TLS what has been encrypted no longer counts as "to write", though nobody has read it.
    const auto *tls = qobject_cast<const QSslSocket *>(m_socket.data());
    return m_socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

void WsConnection::tellDrained(bool on)
{
    if (!m_socket) return;
    auto *tls = qobject_cast<QSslSocket *>(m_socket.data());
    disconnect(m_socket, &QTcpSocket::bytesWritten, this, nullptr);
    if (tls) disconnect(tls, &QSslSocket::encryptedBytesWritten, this, nullptr);
    if (!on) return;
    // Queued: a poke must not be written from inside the socket's own writing.
    const auto told = [this] { m_session.drained(); };
    if (tls)
        connect(tls, &QSslSocket::encryptedBytesWritten, this, told, Qt::QueuedConnection);
    else
        connect(m_socket, &QTcpSocket::bytesWritten, this, told, Qt::QueuedConnection);
}

void WsConnection::tick(qint64 now)
{
    m_session.tick(now);
    if (m_closeAtMs && now >= m_closeAtMs) abort(); // a peer that does not read what is left
}

} // namespace kith::server
