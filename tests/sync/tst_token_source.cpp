#include "sync/token_source.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/memory_secrets.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

/// Trades refresh tokens as the server does, and notes which were shown.
class TokenCounter final : public QTcpServer {
public:
    TokenCounter()
    {
        if (!listen(QHostAddress::LocalHost)) qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(*socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }
    QByteArrayList shown;
    std::function<void()> before;

private:
    void serve(QTcpSocket &socket)
    {
        m_in[&socket] += socket.readAll();
        const QByteArray in = m_in[&socket];
        const qsizetype body = in.indexOf("\r\n\r\n") + 4;
        if (body < 4 || !in.trimmed().endsWith('}')) return;
        m_in.remove(&socket);
        if (before) before();
        if (const auto request = wire::decodeTokenRequest(in.mid(body))) shown += request->refresh;
        wire::Tokens tokens;
        tokens.access = "access";
        tokens.accessTtlSeconds = 900;
        tokens.refresh = "refresh-" + QByteArray::number(shown.size());
        const QByteArray out = wire::encode(tokens);
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                     "Content-Length: " +
                     QByteArray::number(out.size()) + "\r\n\r\n" + out);
        socket.disconnectFromHost();
    }
    QHash<QTcpSocket *, QByteArray> m_in;
};

} // namespace

class TestTokenSource : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anAnswerOfTheStoreAfterItsEndIsNobodys()
    {
        MemorySecrets secrets;
        secrets.kept.insert(u"key"_s, "secret");
        const ManualClock clock;
        int answers = 0;
        {
            AccountApi api(QUrl(u"http://127.0.0.1:9"_s));
            TokenSource tokens(secrets, api, clock, u"key"_s);
            tokens.token([&](const AccountAuth::Answer &) { ++answers; });
        }
        QCoreApplication::processEvents(); // the store answers now
        QCOMPARE(answers, 0);
    }

    // The server lets an old token work until the new one is shown: one that is not stored must not be.
    void aNewSignInIsShownOnlyOnceItIsStored()
    {
        MemorySecrets secrets;
        secrets.kept.insert(u"key"_s, "refresh-0");
        ManualClock clock;
        TokenCounter server;
        AccountApi api(server.url());
        TokenSource tokens(secrets, api, clock, u"key"_s);
        const auto ask = [&] {
            clock.advance(3'600'000); // what was got before has expired
            std::optional<AccountAuth::Answer::Kind> kind;
            tokens.token([&](const AccountAuth::Answer &answer) { kind = answer.kind; });
            return QTest::qWaitFor([&] { return kind.has_value(); }, 30'000) &&
                   *kind == AccountAuth::Answer::Kind::Token;
        };
        server.before = [&] { secrets.away = true; }; // locked while the server answers
        QVERIFY(ask());
        QCoreApplication::processEvents(); // the store says no
        QVERIFY(ask());
        QCoreApplication::processEvents();
        QCOMPARE(server.shown, (QByteArrayList{"refresh-0", "refresh-0"}));
        QCOMPARE(secrets.kept.value(u"key"_s), "refresh-0");

        server.before = {};
        secrets.away = false;
        QVERIFY(ask());
        QTRY_COMPARE_WITH_TIMEOUT(secrets.kept.value(u"key"_s), QByteArrayLiteral("refresh-3"), 30'000);
        QVERIFY(ask());
        QCOMPARE(server.shown, (QByteArrayList{"refresh-0", "refresh-0", "refresh-0", "refresh-3"}));
    }

    void aLockedStoreIsNotAnEmptyOne()
    {
        MemorySecrets secrets;
        const ManualClock clock;
        AccountApi api(QUrl(u"http://127.0.0.1:9"_s));
        TokenSource tokens(secrets, api, clock, u"key"_s);
        std::optional<AccountAuth::Answer::Kind> kind;
        const auto ask = [&] {
            kind.reset();
            tokens.token([&](const AccountAuth::Answer &answer) { kind = answer.kind; });
            return QTest::qWaitFor([&] { return kind.has_value(); }, 10'000);
        };
        secrets.away = true;
        QVERIFY(ask());
        QCOMPARE(*kind, AccountAuth::Answer::Kind::SecretsAway);
        secrets.away = false;
        QVERIFY(ask());
        QCOMPARE(*kind, AccountAuth::Answer::Kind::SignInNeeded);
    }
};

QTEST_GUILESS_MAIN(TestTokenSource)
#include "tst_token_source.moc"
