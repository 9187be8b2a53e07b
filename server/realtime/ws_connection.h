#pragma once
#include "server/realtime/connection_limits.h"
#include "server/realtime/session.h"

#include <QObject>
#include <QPointer>
#include <QTcpSocket>
#include <QWebSocket>

namespace kith::server {

class IoWorker;

/// A session on its socket.
class WsConnection final : public QObject, public SessionSink {
    Q_OBJECT
public:
    WsConnection(QWebSocket *webSocket, QTcpSocket *socket, ConnectionLimits::Place place, SessionKey key,
                 IoWorker &worker);

    Session &session() { return m_session; }
    void tick(qint64 nowMs);
    void flush();
    void abort();

    // SessionSink
    void send(const QByteArray &frame) override;
    void close() override;
    qint64 bytesWaiting() const override;
    void tellDrained(bool on) override;

    bool touched = false;

private:
    void countPongs();

    IoWorker &m_worker;
    QWebSocket *m_webSocket;
    QPointer<QTcpSocket> m_socket; // the one beneath: it tells the truth about what waits
    ConnectionLimits::Place m_place;
    qint64 m_closeAtMs = 0;
    qint64 m_waiting = 0, m_own = 0, m_pongs = 0; // bytes: at the last look, written since, of pongs unread
    Session m_session;                            // last: its end may still use the rest
};

} // namespace kith::server
