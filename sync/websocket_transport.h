#pragma once
#include "sync/transport.h"

#include <QObject>
#include <memory>

class QWebSocket;

namespace kith {

/// Transport over QWebSocket: subprotocol kith.v1, frames bounded, certificates verified, plain ws: to this
/// machine only. Thread: the one it lives on.
class WebSocketTransport final : public QObject, public Transport {
    Q_OBJECT
public:
    explicit WebSocketTransport(QObject *parent = nullptr);
    ~WebSocketTransport() override;

    void setListener(Listener listener) override;
    void open(const QUrl &url) override;
    void send(const QByteArray &text) override;
    void close() override;
    qint64 bytesWaiting() const override;

private:
    void drop();
    void lost(quint64 connection, const QString &why);

    Listener m_listener;
    QWebSocket *m_socket = nullptr;
    quint64 m_connection = 0; // events of older connections are recognised by it and ignored
};

} // namespace kith
