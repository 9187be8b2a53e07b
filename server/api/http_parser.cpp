#include "server/api/http_parser.h"

#include "core/base/limits.h"

#include <algorithm>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <limits>

namespace kith::server {

namespace http = boost::beast::http;

namespace {

constexpr qsizetype targetMax = 4096;
constexpr qsizetype pieceBytes = 16 * 1024;
constexpr qsizetype lastChunkBytes = 5; // "0", and twice the end of a line

QByteArray bytesOf(boost::beast::string_view text) { return QByteArray(text.data(), qsizetype(text.size())); }

int statusOf(const boost::beast::error_code &error)
{
    using E = http::error;
    if (error == E::header_limit || error == E::buffer_overflow) return 431;
    if (error == E::body_limit) return 413;
    if (error == E::bad_version) return 505;
    return 400;
}

} // namespace

struct HttpParser::Private {
    http::request_parser<http::buffer_body> parser;
    std::unique_ptr<char[]> piece; // as large as what came of the body: a slow one holds next to nothing
    RequestHead head;
    qsizetype bodyBytes = 0;
    int status = 400;
    bool headTold = false;
    bool lineEnded = false; // the request line is complete

    void fillHead();
};

HttpParser::HttpParser()
    : d(std::make_unique<Private>())
{
    d->parser.header_limit(limits::httpHeaderBytes);
    // The route's limit comes with limitBody(). Not boost::none: 1.74 then refuses every Content-Length.
    d->parser.body_limit(std::numeric_limits<std::uint64_t>::max());
    d->parser.eager(false);
}

HttpParser::~HttpParser() = default;

void HttpParser::Private::fillHead()
{
    const auto &message = parser.get();
    head.method = bytesOf(message.method_string());
    const QByteArray target = bytesOf(message.target());
    const qsizetype question = target.indexOf('?');
    head.path = target.left(question < 0 ? target.size() : question);
    if (question >= 0) head.query = target.mid(question + 1);
    head.contentType = bytesOf(message[http::field::content_type]);
    const QByteArray authorization = bytesOf(message[http::field::authorization]);
    if (authorization.left(7).toLower() == "bearer ") head.bearer = authorization.mid(7).trimmed();
    head.keepAlive = parser.keep_alive();
    head.expectContinue = boost::beast::iequals(message[http::field::expect], "100-continue");
    head.upgrade = parser.upgrade() && boost::beast::iequals(message[http::field::upgrade], "websocket");
    head.upgradeComplete =
        head.upgrade && head.method == "GET" && message.version() == 11 &&
        message[http::field::sec_websocket_version] == "13" &&
        QByteArray::fromBase64(bytesOf(message[http::field::sec_websocket_key])).size() == 16;
    head.hasHost = message.version() < 11 || message.count(http::field::host) == 1;
    head.chunked = parser.chunked();
    head.otherCoding = !head.chunked && message.count(http::field::transfer_encoding) > 0;
    if (const auto length = parser.content_length()) head.length = *length;
}

HttpParser::Step HttpParser::step(QByteArrayView in, qsizetype *taken)
{
    *taken = 0;
    const auto fault = [this](int status) {
        d->status = status;
        return Step::Fault;
    };
    if (d->parser.is_done()) return Step::End;
    // Beast asserts that it sees the last chunk whole, once it has seen its beginning. No chunked body ends
    // in less, so there is always more to wait for.
    if (d->headTold && d->parser.chunked() && in.size() < lastChunkBytes) return Step::More;
    const auto room = size_t(std::clamp<qsizetype>(in.size(), 1, pieceBytes));
    if (d->headTold) {
        d->piece = std::make_unique_for_overwrite<char[]>(room);
        d->parser.get().body().data = d->piece.get();
        d->parser.get().body().size = room;
        d->parser.get().body().more = true;
    } else if (in.isEmpty()) {
        return Step::More;
    }
    boost::beast::error_code error;
    const size_t eaten = d->parser.put(boost::asio::const_buffer(in.data(), size_t(in.size())), error);
    *taken = qsizetype(eaten);
    d->bodyBytes = d->headTold ? qsizetype(room - d->parser.get().body().size) : 0;
    if (error && error != http::error::need_more && error != http::error::need_buffer) {
        // Too long before the request line has even ended: it is the address that is too long.
        const bool inLine = !d->headTold && !d->lineEnded && !in.contains('\n');
        return fault(error == http::error::header_limit && inLine ? 414 : statusOf(error));
    }
    if (!d->headTold) {
        d->lineEnded = d->lineEnded || in.contains('\n');
        if (!d->parser.is_header_done()) {
            if (in.size() - *taken >= limits::httpHeaderBytes) return fault(in.contains('\n') ? 431 : 414);
            return Step::More;
        }
        d->headTold = true;
        if (d->parser.get().target().size() > size_t(targetMax)) return fault(414);
        d->fillHead();
        return Step::Head;
    }
    if (d->bodyBytes > 0) return Step::Body;
    // Only the size of a chunk, with what may stand behind it, and the trailer are wanted in one piece.
    if (*taken == 0 && !d->parser.is_done() && in.size() >= limits::httpHeaderBytes) return fault(400);
    return d->parser.is_done() ? Step::End : Step::More;
}

const RequestHead &HttpParser::head() const { return d->head; }

QHash<QByteArray, QByteArray> HttpParser::fields() const
{
    QHash<QByteArray, QByteArray> fields;
    for (const auto &field : d->parser.get().base()) {
        QByteArray &value = fields[bytesOf(field.name_string()).toLower()];
        if (!value.isEmpty()) value += ", ";
        value += bytesOf(field.value());
    }
    return fields;
}

void HttpParser::limitBody(quint64 bytes) { d->parser.body_limit(bytes); }
QByteArrayView HttpParser::body() const { return QByteArrayView(d->piece.get(), d->bodyBytes); }
bool HttpParser::complete() const { return d->parser.is_done(); }
int HttpParser::status() const { return d->status; }

} // namespace kith::server
