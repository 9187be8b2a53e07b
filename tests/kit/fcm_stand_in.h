#pragma once
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QUrl>
#include <QUrlQuery>
#include <deque>
#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <vector>

namespace kith::test {

/// A local FCM: the token endpoint (RFC 7523) and `messages:send` of HTTP v1, as far as a sender sees them.
/// It checks the signature and the claims of each assertion and the bearer of each send, and answers as told.
/// Belongs to the thread that made it, which needs an event loop.
class FcmStandIn : public QObject {
public:
    struct Answer {
        int status = 200;
        QByteArray headers; // whole lines, each with CRLF
        QByteArray body = "{\"name\":\"projects/kith-test/messages/1\"}";
    };
    static Answer error(int status, const QByteArray &name, const QByteArray &fcmCode,
                        const QByteArray &headers = {})
    {
        QByteArray body = "{\"error\":{\"code\":" + QByteArray::number(status) +
                          ",\"message\":\"told to\",\"status\":\"" + name + "\"";
        if (!fcmCode.isEmpty())
            body += ",\"details\":[{\"@type\":\"type.googleapis.com/"
                    "google.firebase.fcm.v1.FcmError\",\"errorCode\":\"" +
                    fcmCode + "\"}]";
        return {status, headers, body + "}}"};
    }

    FcmStandIn()
        : m_key(sharedKey())
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) serve(socket);
        });
        writeAccount();
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())); }
    QString accountFile() const { return m_account.fileName(); }
    QByteArray privateKeyPem() const { return m_pem; }

    std::deque<Answer> sendAnswers;  // taken from the front; empty: 200
    std::deque<Answer> tokenAnswers; // the same; empty: a token for an hour
    std::vector<QJsonObject> sent;   // the `message` of every send that got as far as being read
    std::vector<QString> faults;     // what no real FCM would have taken
    int tokensAsked = 0;

private:
    static std::shared_ptr<EVP_PKEY> sharedKey() // making one takes longer than a test
    {
        static const std::shared_ptr<EVP_PKEY> key(EVP_RSA_gen(2048), &EVP_PKEY_free);
        return key;
    }
    void writeAccount()
    {
        const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), &BIO_free);
        PEM_write_bio_PrivateKey(bio.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        char *data = nullptr;
        const long size = BIO_get_mem_data(bio.get(), &data);
        m_pem = QByteArray(data, size);
        if (!m_account.open()) faults.push_back(QStringLiteral("no account file"));
        m_account.write(
            QJsonDocument(
                QJsonObject{{QStringLiteral("type"), QStringLiteral("service_account")},
                            {QStringLiteral("project_id"), QStringLiteral("kith-test")},
                            {QStringLiteral("private_key_id"), QStringLiteral("key-1")},
                            {QStringLiteral("private_key"), QString::fromLatin1(m_pem)},
                            {QStringLiteral("client_email"), QStringLiteral("kith@test.invalid")},
                            {QStringLiteral("token_uri"), url().toString() + QStringLiteral("/token")}})
                .toJson());
        m_account.flush();
    }
    void serve(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, in = std::make_shared<QByteArray>()] {
            *in += socket->readAll();
            for (;;) {
                const qsizetype head = in->indexOf("\r\n\r\n");
                if (head < 0) return;
                const QByteArray headers = in->left(head);
                const qsizetype size = headerOf(headers, "content-length").toLongLong();
                if (in->size() < head + 4 + size) return;
                const QByteArray body = in->mid(head + 4, size);
                in->remove(0, head + 4 + size);
                answer(socket, headers, body);
            }
        });
    }
    static QByteArray headerOf(const QByteArray &headers, const QByteArray &name)
    {
        for (const QByteArray &line : headers.split('\n'))
            if (line.toLower().startsWith(name + ':')) return line.mid(line.indexOf(':') + 1).trimmed();
        return {};
    }
    void answer(QTcpSocket *socket, const QByteArray &headers, const QByteArray &body)
    {
        const QByteArray path = headers.split(' ').value(1);
        Answer a{404, {}, "{}"};
        if (path == "/token")
            a = token(body);
        else if (path == "/v1/projects/kith-test/messages:send")
            a = send(headers, body);
        socket->write("HTTP/1.1 " + QByteArray::number(a.status) + " told\r\n" + a.headers +
                      "Content-Type: application/json\r\nContent-Length: " +
                      QByteArray::number(a.body.size()) + "\r\n\r\n" + a.body);
    }
    Answer token(const QByteArray &body)
    {
        ++tokensAsked;
        const QUrlQuery form(QString::fromLatin1(body));
        if (form.queryItemValue(QStringLiteral("grant_type"), QUrl::FullyDecoded) !=
            QStringLiteral("urn:ietf:params:oauth:grant-type:jwt-bearer"))
            return fault(QStringLiteral("grant_type"));
        if (const QString wrong = jwtFault(form.queryItemValue(QStringLiteral("assertion")).toLatin1());
            !wrong.isEmpty())
            return fault(wrong);
        if (!tokenAnswers.empty()) {
            const Answer told = tokenAnswers.front();
            tokenAnswers.pop_front();
            return told;
        }
        m_access = "access-" + QByteArray::number(tokensAsked);
        return {
            200, {}, "{\"access_token\":\"" + m_access + "\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"};
    }
    Answer fault(const QString &what)
    {
        faults.push_back(what);
        return {400, {}, "{\"error\":\"invalid_grant\"}"};
    }
    static QByteArray decoded(const QByteArray &part)
    {
        return QByteArray::fromBase64(part, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    }
    QString jwtFault(const QByteArray &jwt) const
    {
        const auto parts = jwt.split('.');
        if (parts.size() != 3) return QStringLiteral("not a JWT");
        const QJsonObject head = QJsonDocument::fromJson(decoded(parts[0])).object();
        const QJsonObject claims = QJsonDocument::fromJson(decoded(parts[1])).object();
        if (head.value(QStringLiteral("alg")).toString() != QStringLiteral("RS256"))
            return QStringLiteral("alg");
        const QByteArray text = parts[0] + '.' + parts[1], signature = decoded(parts[2]);
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                              &EVP_MD_CTX_free);
        EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get());
        if (EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char *>(signature.constData()),
                             size_t(signature.size()),
                             reinterpret_cast<const unsigned char *>(text.constData()),
                             size_t(text.size())) != 1)
            return QStringLiteral("signature");
        const auto claim = [&](const char *name) { return claims.value(QLatin1StringView(name)); };
        if (claim("iss").toString() != QStringLiteral("kith@test.invalid")) return QStringLiteral("iss");
        if (claim("aud").toString() != url().toString() + QStringLiteral("/token"))
            return QStringLiteral("aud");
        if (claim("scope").toString() != QStringLiteral("https://www.googleapis.com/auth/firebase.messaging"))
            return QStringLiteral("scope");
        const qint64 life = claim("exp").toInteger() - claim("iat").toInteger();
        return life > 0 && life <= 3600 ? QString() : QStringLiteral("exp");
    }
    Answer send(const QByteArray &headers, const QByteArray &body)
    {
        if (headerOf(headers, "authorization") != "Bearer " + m_access)
            return error(401, "UNAUTHENTICATED", "");
        const QJsonObject message =
            QJsonDocument::fromJson(body).object().value(QStringLiteral("message")).toObject();
        if (message.value(QStringLiteral("token")).toString().isEmpty())
            faults.push_back(QStringLiteral("a message without a token"));
        const QJsonObject data = message.value(QStringLiteral("data")).toObject();
        for (auto it = data.begin(); it != data.end(); ++it)
            if (!it.value().isString())
                faults.push_back(QStringLiteral("data values are texts: ") + it.key());
        if (body.size() > 4096) faults.push_back(QStringLiteral("over 4 KiB"));
        sent.push_back(message);
        if (sendAnswers.empty()) return {};
        const Answer told = sendAnswers.front();
        sendAnswers.pop_front();
        return told;
    }

    QTcpServer m_server;
    std::shared_ptr<EVP_PKEY> m_key;
    QByteArray m_pem, m_access;
    QTemporaryFile m_account;
};

} // namespace kith::test
