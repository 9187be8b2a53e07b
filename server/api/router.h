#pragma once
#include "server/api/http_parser.h"

#include <QByteArrayList>
#include <functional>
#include <memory>
#include <vector>

namespace kith::server {

/// The body of an answer that is too large to be held: read piece by piece, off the connection's thread.
class BodySource {
public:
    virtual ~BodySource() = default;
    /// Up to `most` bytes from `at` on; none when they cannot be read, which cuts the connection. `done`: any
    /// thread, once.
    virtual void read(qint64 at, qint64 most, std::function<void(QByteArray)> done) = 0;
};

struct HttpResponse {
    int status = 200;
    QByteArray body;
    QByteArray extraHeaders; // complete lines, each ending in CRLF
    bool close = false;
    QByteArray contentType = QByteArrayLiteral("application/json");
    QByteArray cache = "no-store";
    qint64 from = 0, length = -1;            // of `source`, or told in the answer to a HEAD; -1 = as body
    std::shared_ptr<BodySource> source = {}; // in place of body
};
HttpResponse errorResponse(int status, const char16_t *code, const QString &message, qint64 retryMs = 0);
QByteArray serialise(const HttpResponse &response, bool keepAlive, bool withBody);

/// Any thread, once.
using Respond = std::function<void(HttpResponse)>;

/// One request being answered. Lives on the connection's thread; dropped when the client goes away, after
/// which `respond` does nothing.
class Exchange {
public:
    virtual ~Exchange() = default;
    virtual void body(QByteArrayView piece) = 0;
    virtual void end() = 0; // the whole body was given
    /// False: nothing more now; asked again after each task given to RequestInfo::later.
    virtual bool wantsMore() const { return true; }
};

struct RequestInfo {
    RequestHead head;
    QByteArray address; // of the client, for rate limits
    bool loopback = false;
    QByteArray id;                        // of this request, for the log
    QHash<QByteArray, QByteArray> fields; // Route::streams only; see HttpParser::fields
    /// Any thread: runs the task on the connection's thread, unless the request is over by then.
    std::function<void(std::function<void()>)> later;
};

/// What the server answers under which path. Immutable once the first connection is accepted.
class Router {
public:
    using Begin = std::function<std::unique_ptr<Exchange>(RequestInfo info, Respond respond)>;
    using JsonHandler = std::function<void(const RequestInfo &info, QByteArray body, Respond respond)>;
    struct Route {
        QByteArray method, path;
        quint64 bodyLimit = 0;
        Begin begin;
        bool below = false;   // `path` and everything that begins with it
        bool streams = false; // long bodies: bounded by progress, not by a total time; all fields are wanted
    };
    struct Found {
        const Route *route = nullptr;
        QByteArrayList allowed; // no route: the methods that this path has; empty = no such path
    };

    void add(Route route);
    /// A route whose whole body (at most limits::httpBodyBytes) is wanted at once.
    void addJson(const QByteArray &method, const QByteArray &path, JsonHandler handler);
    Found find(const QByteArray &method, const QByteArray &path) const;
    /// Whether /v1/ws is served beside the routes.
    void setWebSocket(bool on) { m_webSocket = on; }
    bool speaksWebSocket() const { return m_webSocket; }

private:
    std::vector<Route> m_routes;
    bool m_webSocket = false;
};

} // namespace kith::server
