#include "core/wire/account_codec.h"
#include "tests/kit/http_client.h"
#include "tests/kit/test_node.h"

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray signUpBody(const QString &login, const QString &password = u"correct horse"_s,
                      const QString &name = u"Anna"_s)
{
    wire::RegisterRequest request;
    request.login = login;
    request.password = password;
    request.name = name;
    request.device = {u"laptop"_s, u"test 1"_s};
    return wire::encode(request);
}

QByteArray loginBody(const QString &login, const QString &password)
{
    wire::LoginRequest request;
    request.login = login;
    request.password = password;
    request.device = {u"laptop"_s, u"test 1"_s};
    return wire::encode(request);
}

QString codeOf(const std::optional<HttpAnswer> &answer)
{
    if (!answer) return u"(no answer)"_s;
    const auto error = wire::decodeApiError(answer->body);
    return error ? error->code : u"(no error body)"_s;
}

} // namespace

class TestHttp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestNode>(); }
    void cleanupTestCase() { m_server.reset(); }

    void serverTellsWhatItIs()
    {
        HttpClient http(port());
        const auto answer = http.ask("GET", "/v1/server");
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->headers.value("content-type"), "application/json");
        const auto info = wire::decodeServerInfo(answer->body);
        QVERIFY(info);
        QCOMPARE(info->registration, u"open"_s);
        QCOMPARE(info->protocolMax, limits::protocolMax);
        QVERIFY(!info->id.isEmpty());
        const auto head = http.ask("HEAD", "/v1/server");
        QVERIFY(head);
        QCOMPARE(head->status, 200);
        QCOMPARE(http.ask("GET", "/v1/health")->status, 200); // the same connection
    }

    void accountLifeCycle()
    {
        HttpClient http(port());
        const auto made = http.ask("POST", "/v1/register", signUpBody(u" @Anna.L "_s));
        QVERIFY(made);
        QCOMPARE(made->status, 201);
        const auto account = wire::decodeSignedIn(made->body);
        QVERIFY(account);
        QCOMPARE(account->login, u"anna.l"_s);
        QCOMPARE(account->refresh.size(), 112);
        QCOMPARE(codeOf(http.ask("POST", "/v1/register", signUpBody(u"anna.l"_s))), u"login_taken"_s);

        const auto wrong = http.ask("POST", "/v1/login", loginBody(u"anna.l"_s, u"wrong horse"_s));
        const auto nobody = http.ask("POST", "/v1/login", loginBody(u"nobody"_s, u"wrong horse"_s));
        QCOMPARE(wrong->status, 401);
        QCOMPARE(wrong->body, nobody->body); // not told which
        const auto in = http.ask("POST", "/v1/login", loginBody(u"ANNA.L"_s, u"correct horse"_s));
        QCOMPARE(in->status, 200);
        const auto second = wire::decodeSignedIn(in->body);
        QCOMPARE(second->user, account->user);
        QVERIFY(second->device != account->device);

        const QByteArray refresh = wire::encode(wire::TokenRequest{second->refresh});
        const auto renewed = http.ask("POST", "/v1/token", refresh);
        QCOMPARE(renewed->status, 200);
        QVERIFY(wire::decodeTokens(renewed->body)->access.size() > 0);
        QCOMPARE(http.ask("POST", "/v1/logout", refresh)->status, 200);
        QCOMPARE(http.ask("POST", "/v1/token", refresh)->status, 401);
        QCOMPARE(http.ask("POST", "/v1/logout", refresh)->status, 200); // again: already so
        const QByteArray first = wire::encode(wire::TokenRequest{account->refresh});
        QCOMPARE(http.ask("POST", "/v1/token", first)->status, 200); // the other device is untouched
        const QByteArray unknown = wire::encode(wire::TokenRequest{QByteArray(43, 'A')});
        QCOMPARE(codeOf(http.ask("POST", "/v1/token", unknown)), u"auth_invalid"_s);
    }

    void rulesOfRegistration()
    {
        HttpClient http(port());
        QCOMPARE(codeOf(http.ask("POST", "/v1/register", signUpBody(u"a"_s))), u"bad_login"_s);
        QCOMPARE(codeOf(http.ask("POST", "/v1/register", signUpBody(u"än na"_s))), u"bad_login"_s);
        QCOMPARE(codeOf(http.ask("POST", "/v1/register", signUpBody(u"bert"_s, u"short"_s))),
                 u"bad_password"_s);
        QCOMPARE(codeOf(http.ask("POST", "/v1/register", signUpBody(u"bert"_s, u"correct horse"_s, u"  "_s))),
                 u"bad_name"_s);
        QCOMPARE(http.ask("POST", "/v1/register", "{\"login\":")->status, 400);
        QCOMPARE(http.ask("POST", "/v1/register", "")->status, 400);
    }

    void closedRegistration()
    {
        const TestNode closed([](auto &options) { options.registration = server::Registration::Closed; });
        HttpClient http(closed.port());
        const auto answer = http.ask("POST", "/v1/register", signUpBody(u"carl"_s));
        QCOMPARE(answer->status, 403);
        QCOMPARE(codeOf(answer), u"registration_closed"_s);
    }

    void passwordGuessingIsSlowedDown()
    {
        const TestNode limited([](auto &options) { options.rateLimits = true; });
        HttpClient http(limited.port());
        std::optional<HttpAnswer> answer;
        for (int i = 0; i < 20; ++i) {
            answer = http.ask("POST", "/v1/login", loginBody(u"anna"_s, u"guess number %1"_s.arg(i)));
            if (answer->status == 429) break;
            QCOMPARE(answer->status, 401);
        }
        QCOMPARE(answer->status, 429);
        QVERIFY(wire::decodeApiError(answer->body)->retryMs > 0);
        QVERIFY(answer->headers.contains("retry-after"));
    }

    void faultsHaveTheirStatus_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &request, int status) {
            QTest::newRow(name) << request << status;
        };
        row("garbage", "\x16\x03\x01\x02 hello\r\n\r\n", 400);
        row("no host", "GET /v1/server HTTP/1.1\r\n\r\n", 400);
        row("two hosts", "GET /v1/server HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400);
        row("no such path", "GET /v2/server HTTP/1.1\r\nHost: a\r\n\r\n", 404);
        row("other method", "GET /v1/login HTTP/1.1\r\nHost: a\r\n\r\n", 405);
        row("no length", "POST /v1/login HTTP/1.1\r\nHost: a\r\n\r\n", 411);
        row("length too large", "POST /v1/login HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n", 413);
        row("chunks too large",
            "POST /v1/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n11000\r\n" +
                QByteArray(0x11000, 'x'),
            413);
        row("length and chunks",
            "POST /v1/login HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: "
            "chunked\r\n\r\n0\r\n\r\n",
            400);
        row("two lengths",
            "POST /v1/login HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400);
        row("long target", "GET /" + QByteArray(5'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414);
        row("endless target", "GET /" + QByteArray(20'000, 'a'), 414);
        row("large header",
            "GET /v1/server HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(17'000, 'b') + "\r\n\r\n", 431);
        row("old version", "GET /v1/server HTTP/3.7\r\nHost: a\r\n\r\n", 505);
        row("no upgrade", "GET /v1/ws HTTP/1.1\r\nHost: a\r\n\r\n", 426);
        row("half an upgrade",
            "GET /v1/ws HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n", 400);
    }
    void faultsHaveTheirStatus()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        HttpClient http(port());
        http.send(request);
        const auto answer = http.answer();
        QVERIFY(answer);
        QCOMPARE(answer->status, status);
        QVERIFY(!codeOf(answer).startsWith(u'('));
        QCOMPARE(HttpClient(port()).ask("GET", "/v1/health")->status, 200); // and nobody else noticed
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        HttpClient http(port());
        // The first takes a while (a password is checked), the others are ready at once.
        const QByteArray login = loginBody(u"nobody"_s, u"whatever it is"_s);
        http.send(
            "POST /v1/login HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(login.size()) +
            "\r\n\r\n" + login + "GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n" +
            "GET /v1/server HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        QCOMPARE(http.answer()->status, 401);
        QCOMPARE(http.answer()->status, 404);
        const auto last = http.answer();
        QCOMPARE(last->status, 200);
        QCOMPARE(last->headers.value("connection"), "close");
        QVERIFY(http.waitClosed());
    }

    void bodyMayComeInChunksAndPieces()
    {
        HttpClient http(port());
        const QByteArray body = loginBody(u"nobody"_s, u"whatever it is"_s);
        http.send("POST /v1/login HTTP/1.1\r\nHost: a\r\nTransfer-Enc");
        http.send("oding: chunked\r\n\r\n");
        for (const char byte : body) http.send("1\r\n" + QByteArray(1, byte) + "\r\n");
        http.send("0\r\n\r\n");
        QCOMPARE(http.answer()->status, 401);
        QCOMPARE(http.ask("GET", "/v1/health")->status, 200);
    }

    void expectContinue()
    {
        HttpClient http(port());
        const QByteArray body = loginBody(u"nobody"_s, u"whatever it is"_s);
        http.send("POST /v1/login HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: " +
                  QByteArray::number(body.size()) + "\r\n\r\n");
        QCOMPARE(http.answer()->status, 100);
        http.send(body);
        QCOMPARE(http.answer()->status, 401);
        http.send(
            "POST /v1/login HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 9999999\r\n\r\n");
        QCOMPARE(http.answer()->status, 413); // told before the client sends it
    }

    void slowClientsAreLetGo()
    {
        const TestNode impatient([](auto &options) {
            options.http.headerMs = 60;
            options.http.bodyMs = 60;
            options.http.idleMs = 60;
            options.http.lingerMs = 20;
        });
        HttpClient header(impatient.port());
        header.send("GET /v1/server HTTP/1.1\r\nHo");
        QCOMPARE(header.answer()->status, 408);
        QVERIFY(header.waitClosed());
        HttpClient body(impatient.port());
        body.send("POST /v1/login HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{");
        QCOMPARE(body.answer()->status, 408);
        QVERIFY(body.waitClosed());
        HttpClient silent(impatient.port());
        QVERIFY(silent.waitClosed());
        HttpClient idle(impatient.port());
        QCOMPARE(idle.ask("GET", "/v1/server")->status, 200);
        QVERIFY(idle.waitClosed());
    }

    void connectionsOfOneAddressAreLimited()
    {
        const TestNode narrow([](auto &options) { options.connections.perLoopback = 2; });
        HttpClient first(narrow.port()), second(narrow.port());
        QCOMPARE(first.ask("GET", "/v1/server")->status, 200);
        QCOMPARE(second.ask("GET", "/v1/server")->status, 200);
        HttpClient third(narrow.port());
        QVERIFY(third.waitClosed());
        first.socket().disconnectFromHost();
        // Not QTRY_VERIFY: that would ask once more, against the connection just made.
        QVERIFY(QTest::qWaitFor(
            [&] {
                HttpClient again(narrow.port());
                return again.ask("GET", "/v1/server").has_value();
            },
            10'000)); // its place is free again
    }

    void clientGoneBeforeTheAnswer()
    {
        const QByteArray login = loginBody(u"nobody"_s, u"whatever it is"_s);
        for (int i = 0; i < 20; ++i) {
            HttpClient http(port());
            http.send("POST /v1/login HTTP/1.1\r\nHost: a\r\nContent-Length: " +
                      QByteArray::number(login.size()) + "\r\n\r\n" + login);
            http.socket().abort();
        }
        QCOMPARE(HttpClient(port()).ask("GET", "/v1/health")->status, 200);
    }

private:
    quint16 port() const { return m_server->port(); }
    std::unique_ptr<TestNode> m_server;
};

QTEST_GUILESS_MAIN(TestHttp)
#include "tst_http.moc"
