#pragma once
#include "server/api/http_parser.h"

#include <QByteArrayList>
#include <functional>
#include <vector>

namespace kith::server {

struct HttpResponse {
    int status = 200;
    QByteArray body;
    QByteArray extraHeaders; // complete lines, each ending in CRLF
    bool close = false;
    QByteArray contentType = QByteArrayLiteral("application/json");
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
};

struct RequestInfo {
    RequestHead head;
    QByteArray address; // of the client, for rate limits
    bool loopback = false;
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
    };
    struct Found {
        const Route *route = nullptr;
        QByteArrayList allowed; // no route: the methods that this path has; empty = no such path
    };

    void add(Route route);
    /// A route whose whole body (at most limits::httpBodyBytes) is wanted at once.
    void addJson(const QByteArray &method, const QByteArray &path, JsonHandler handler);
    Found find(const QByteArray &method, const QByteArray &path) const;

private:
    std::vector<Route> m_routes;
};

} // namespace kith::server
