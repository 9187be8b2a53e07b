#include "server/api/router.h"

#include "core/base/limits.h"
#include "core/wire/account_codec.h"

namespace kith::server {

namespace {

class JsonExchange final : public Exchange {
public:
    JsonExchange(RequestInfo info, Respond respond, const Router::JsonHandler &handler)
        : m_info(std::move(info))
        , m_respond(std::move(respond))
        , m_handler(handler)
    {
    }
    void body(QByteArrayView piece) override { m_body.append(piece); }
    void end() override { m_handler(m_info, std::move(m_body), std::move(m_respond)); }

private:
    RequestInfo m_info;
    Respond m_respond;
    const Router::JsonHandler &m_handler;
    QByteArray m_body;
};

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 411:
        return "Length Required";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 416:
        return "Range Not Satisfiable";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 426:
        return "Upgrade Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 460:
        return "Checksum Mismatch";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    case 507:
        return "Insufficient Storage";
    default:
        return "Error";
    }
}

} // namespace

HttpResponse errorResponse(int status, const char16_t *code, const QString &message, qint64 retryMs)
{
    HttpResponse response;
    response.status = status;
    response.body = wire::encode(wire::ApiError{QString::fromUtf16(code), message, retryMs});
    if (retryMs > 0)
        response.extraHeaders = "Retry-After: " + QByteArray::number((retryMs + 999) / 1000) + "\r\n";
    return response;
}

QByteArray serialise(const HttpResponse &response, bool keepAlive, bool withBody)
{
    QByteArray out;
    out.reserve(512 + response.body.size());
    out += "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reason(response.status) + "\r\n";
    if (response.status != 204 && response.status != 304) {
        const qint64 length = response.length < 0 ? response.body.size() : response.length;
        if (length > 0) out += "Content-Type: " + response.contentType + "\r\n";
        out += "Content-Length: " + QByteArray::number(length) + "\r\n";
    }
    out += "Cache-Control: " + response.cache + "\r\nX-Content-Type-Options: nosniff\r\n";
    out += keepAlive ? "Connection: keep-alive\r\n" : "Connection: close\r\n";
    out += response.extraHeaders + "\r\n";
    if (withBody) out += response.body;
    return out;
}

void Router::add(Route route) { m_routes.push_back(std::move(route)); }

void Router::addJson(const QByteArray &method, const QByteArray &path, JsonHandler handler)
{
    auto shared = std::make_shared<const JsonHandler>(std::move(handler));
    add({method, path, limits::httpBodyBytes,
         [shared](RequestInfo info, Respond respond) {
             return std::make_unique<JsonExchange>(std::move(info), std::move(respond), *shared);
         },
         false, false});
}

Router::Found Router::find(const QByteArray &method, const QByteArray &path) const
{
    Found found;
    for (const Route &route : m_routes) {
        if (route.below ? !path.startsWith(route.path) : route.path != path) continue;
        if (route.method == method || (method == "HEAD" && route.method == "GET")) return {&route, {}};
        found.allowed.append(route.method);
    }
    return found;
}

} // namespace kith::server
