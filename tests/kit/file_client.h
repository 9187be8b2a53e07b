#pragma once
#include "core/domain/attachment.h"
#include "tests/kit/bytes.h"
#include "tests/kit/ws_client.h"

namespace kith::test {

/// The file API by hand: tus and ranges, with any header line a test likes.
class FileClient {
public:
    FileClient(quint16 port, QByteArray token)
        : m_port(port)
        , m_token(std::move(token))
    {
    }
    /// One request on a connection of its own.
    std::optional<HttpAnswer> ask(const QByteArray &method, const QByteArray &path,
                                  const QByteArray &headers = {}, const QByteArray &body = {})
    {
        HttpClient http(m_port);
        return http.ask(method, path, body, authorization() + headers);
    }
    QByteArray authorization() const { return "Authorization: Bearer " + m_token + "\r\n"; }

    static QByteArray pathOf(const AttId &att) { return "/v1/files/" + att.text(); }
    static QByteArray creation(const AttId &att, const ChatId &chat, qint64 size,
                               const QByteArray &sha256 = {}, const QString &name = QStringLiteral("a.bin"))
    {
        QByteArray metadata = "att " + att.text().toBase64() + ",chat " + chat.text().toBase64() +
                              ",filename " + name.toUtf8().toBase64();
        if (!sha256.isEmpty()) metadata += ",sha256 " + sha256.toHex().toBase64();
        return "Tus-Resumable: 1.0.0\r\nUpload-Length: " + QByteArray::number(size) +
               "\r\nUpload-Metadata: " + metadata + "\r\n";
    }
    static QByteArray piece(qint64 offset)
    {
        return "Tus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: " +
               QByteArray::number(offset) + "\r\n";
    }
    int create(const AttId &att, const ChatId &chat, qint64 size, const QByteArray &sha256 = {},
               const QString &name = QStringLiteral("a.bin"))
    {
        const auto answer = ask("POST", "/v1/files", creation(att, chat, size, sha256, name));
        return answer ? answer->status : 0;
    }
    int patch(const AttId &att, qint64 offset, const QByteArray &bytes, const QByteArray &headers = {})
    {
        const auto answer = ask("PATCH", pathOf(att), piece(offset) + headers, bytes);
        return answer ? answer->status : 0;
    }
    /// The durable offset; minus the status when there is none.
    qint64 offset(const AttId &att)
    {
        const auto answer = ask("HEAD", pathOf(att), "Tus-Resumable: 1.0.0\r\n");
        if (!answer) return -1;
        return answer->status == 200 ? answer->headers.value("upload-offset").toLongLong() : -answer->status;
    }
    std::optional<HttpAnswer> get(const AttId &att, const QByteArray &headers = {})
    {
        return ask("GET", pathOf(att), headers);
    }
    int getStatus(const AttId &att)
    {
        const auto answer = get(att);
        return answer ? answer->status : 0;
    }
    /// A whole file in two requests; false when the server said no.
    bool upload(const AttId &att, const ChatId &chat, const QByteArray &bytes,
                const QString &name = QStringLiteral("a.bin"))
    {
        return create(att, chat, bytes.size(), sha256Of(bytes), name) == 201 && patch(att, 0, bytes) == 204;
    }

private:
    const quint16 m_port;
    const QByteArray m_token;
};

} // namespace kith::test
