#pragma once
#include "server/api/router.h"
#include "server/realtime/connection_limits.h"

#include <QObject>

class QTcpSocket;

namespace kith::server {

struct HttpConfig {
    int headerMs = 10'000;    // from the first byte (or the connection) to the end of the head
    int bodyMs = 30'000;      // a short body in all; a long one, either way, without any progress
    int graceMs = 60'000;     // then a long body must have come, or gone, at
    int slowestBytes = 1'024; // … a second on average
    int idleMs = 60'000;      // between requests
    int lingerMs = 2'000;     // after the last answer, for what the client is still sending
};

/// One connection while it speaks HTTP/1.1: requests are read and answered one after the other. Lives on its
/// I/O thread; a request for a WebSocket takes the socket out of it.
class HttpConnection final : public QObject {
    Q_OBJECT
public:
    struct Hooks {
        /// The head of the request is still unread in the socket.
        std::function<void(HttpConnection *, QTcpSocket *, ConnectionLimits::Place)> upgrade;
        std::function<void(HttpConnection *)> gone;
        /// Runs on the connection's thread what a handler answered on any thread.
        std::function<void(std::function<void()>)> toThread;
        /// For the log and the X-Request-Id line.
        std::function<QByteArray()> requestId;
        /// A request was answered; `route` is the router's path, "other" when there is none.
        std::function<void(const QByteArray &route, int status, qint64 ns)> answered;
        std::function<qint64()> nowMs; // steady
    };
    HttpConnection(QTcpSocket *socket, ConnectionLimits::Place place, const Router &router,
                   const HttpConfig &config, const Hooks &hooks);
    ~HttpConnection() override;

    void tick(qint64 nowMs);
    void drain();                              // no further request after the present one
    bool secured() const { return m_secured; } // false: TLS was asked for, and its handshake was never done

private:
    enum class State : quint8 { Head, Body, Answering, Streaming, Linger };
    void readable();
    void written();
    bool heldBack() const; // the peer does not read its answers
    bool advance();        // one parser step; false = nothing more to do now
    void headDone();
    void beginUpgrade();
    void answer(const HttpResponse &response);
    void answered(bool keep);
    bool paused() const;
    void later(quint64 request, std::function<void()> task);
    void pump(); // the next piece of a long answer, while little of it waits in the socket
    void pumped(const QByteArray &piece);
    qint64 unsent() const;
    bool tooSlow(qint64 nowMs) const;
    void write(HttpResponse response, bool keep, bool withBody);
    void refuse(int status, const char16_t *code, const QString &message, const QByteArray &headers = {});
    void fault(int status);
    void nextRequest();
    void linger();

    QTcpSocket *m_socket;
    ConnectionLimits::Place m_place;
    const Router &m_router;
    const HttpConfig &m_config;
    const Hooks &m_hooks;
    std::unique_ptr<HttpParser> m_parser;
    std::unique_ptr<Exchange> m_exchange;
    std::shared_ptr<HttpConnection *> m_self; // emptied when this is gone, for late answers
    QByteArray m_in;
    qint64 m_sinceMs;
    QByteArray m_requestId, m_route;
    qint64 m_headNs = 0;   // when the head was complete
    quint64 m_request = 0; // number of the present one: late answers of earlier ones are dropped
    State m_state = State::Head;
    bool m_draining = false;
    bool m_secured = true;
    bool m_heldBack = false; // as heldBack(), with something to read
    bool m_first = true;
    bool m_continueDue = false; // 100 Continue, once the exchange wants the body

    // long bodies, either way
    bool m_streams = false;
    qint64 m_longSinceMs = 0, m_longBytes = 0; // times of waiting for our own disk left out
    std::shared_ptr<BodySource> m_source;
    qint64 m_at = 0, m_left = 0;
    bool m_reading = false; // a piece has been asked for
    bool m_keep = false;    // the connection, after the answer
};

} // namespace kith::server
