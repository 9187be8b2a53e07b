#pragma once
#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <memory>
#include <optional>

namespace kith::server {

/// The first lines of one request.
struct RequestHead {
    QByteArray method, path, query;
    QByteArray contentType;
    QByteArray bearer; // token of "Authorization: Bearer …"; empty = none
    bool keepAlive = false;
    bool expectContinue = false;
    bool upgrade = false;         // asks for a WebSocket
    bool upgradeComplete = false; // … with all that such a request needs
    bool hasHost = false;
    bool chunked = false;
    bool otherCoding = false; // a Transfer-Encoding that is not "chunked": where the body ends is not known
    std::optional<quint64> length; // Content-Length
};

/// Reads one HTTP/1.1 request without a socket (Boost.Beast's parser; its headers stay in the .cpp). The body
/// is handed out in pieces and never kept.
class HttpParser {
public:
    enum class Step : quint8 {
        More,  // wants more bytes
        Head,  // head() is complete; call limitBody() now
        Body,  // body() holds the next piece until the next call
        End,   // the request is over; bytes left belong to the next one
        Fault, // status() says what to answer; nothing more can be read
    };
    HttpParser();
    ~HttpParser();
    /// Takes bytes from the front of `in` and says how many.
    Step step(QByteArrayView in, qsizetype *taken);
    const RequestHead &head() const;
    /// All lines of the head, names in lower case; a repeated one is joined by commas.
    QHash<QByteArray, QByteArray> fields() const;
    void limitBody(quint64 bytes);
    QByteArrayView body() const;
    int status() const;
    bool complete() const; // the whole request was read

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace kith::server
