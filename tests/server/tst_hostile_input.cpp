// Input that was made to be misread: JSON, HTTP framing, names of files, compression; over real sockets.
#include "core/base/file_names.h"
#include "core/wire/account_codec.h"
#include "tests/server/files_world.h"

#include <QRegularExpression>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray nested(const QByteArray &open, const QByteArray &close, int depth)
{
    return open.repeated(depth) + "1" + close.repeated(depth);
}

/// All that comes until the server hangs up.
QByteArray everything(HttpClient &http)
{
    QByteArray all;
    std::ignore = QTest::qWaitFor(
        [&] {
            all += http.socket().readAll();
            return http.socket().state() == QAbstractSocket::UnconnectedState;
        },
        30'000);
    return all + http.socket().readAll();
}

QByteArray maskedFrame(char first, const QByteArray &payload)
{
    return QByteArray(1, first) + char(0x80 | payload.size()) + QByteArray(4, '\0') + payload;
}

const QByteArray upgradeHead = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

} // namespace

class TestHostileInput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<FilesWorld>([](auto &options) { options.http.lingerMs = 20; });
    }
    void cleanupTestCase() { m_world.reset(); }

    void jsonBombs_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
        row("deep lists", R"({"id":9,"t":"ping","x":)" + nested("[", "]", 30'000) + '}');
        row("deep objects", R"({"id":9,"t":"ping","x":)" + nested("{\"a\":", "}", 10'000) + '}');
        row("never closed", QByteArray("[").repeated(60'000));
        row("wide list", R"({"id":9,"t":"watch","chats":[)" + QByteArray("1,").repeated(30'000) + "1]}");
        row("wide object", R"({"id":9,"t":"ping",)" + QByteArray("\"a\":1,").repeated(10'000) + "\"b\":1}");
        row("many receipts", R"({"id":9,"t":"rcpt","items":[)" + QByteArray("{},").repeated(20'000) + "{}]}");
        row("huge number", R"({"id":)" + QByteArray("9").repeated(50'000) + R"(,"t":"ping"})");
        row("number over 64 bits", R"({"id":99999999999999999999999,"t":"ping"})");
        row("infinite number", R"({"id":1e999,"t":"ping"})");
        row("fraction", R"({"id":1.5,"t":"ping"})");
        row("negative", R"({"id":-9,"t":"ping"})");
        row("text for a number", R"({"id":"9","t":"ping"})");
        row("same key twice", R"({"id":9,"t":"auth","t":"ping","token":"a","token":"b"})");
        row("long key", "{\"" + QByteArray("k").repeated(60'000) + "\":1}");
        row("half a surrogate", R"({"id":9,"t":"users.find","q":"\ud800"})");
        row("nothing", "");
        row("null", "null");
        row("no JSON", "<html>");
        row("two values", R"({"id":9,"t":"ping"}{"id":10,"t":"ping"})");
        row("zero byte", QByteArray("{\"id\":9,\"t\":\"pi\\u0000ng\"}"));
    }
    void jsonBombs()
    {
        QFETCH(QByteArray, text);
        WsClient ws(port());
        QVERIFY(ws.hello(m_world->eve.account.access));
        ws.sendRaw(text);
        const auto answered = [&] { return !ws.heard().empty() || !ws.isOpen(); };
        QVERIFY(QTest::qWaitFor(answered, 30'000));
        for (const wire::Reply &reply : ws.heard()) { // nothing was understood that was not said
            const bool fits = std::holds_alternative<wire::Err>(reply.frame) ||
                              std::holds_alternative<wire::Pong>(reply.frame) ||
                              std::holds_alternative<wire::Ok>(reply.frame) ||
                              std::holds_alternative<wire::Bye>(reply.frame);
            QVERIFY(fits);
        }
        const auto http = HttpClient(port()).ask("POST", "/v1/login", text);
        QVERIFY(http && http->status >= 400 && http->status < 500);
        QVERIFY(m_world->ana.ws.ask(wire::Ping{}));
    }

    void requestsAreNotSmuggled_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &lines, const QByteArray &body) {
            QTest::newRow(name) << lines << body;
        };
        row("length and chunks", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n");
        row("chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n");
        row("two lengths", "Content-Length: 0\r\nContent-Length: 44\r\n", "");
        row("list of lengths", "Content-Length: 0, 44\r\n", "");
        row("length with a sign", "Content-Length: +0\r\n", "");
        row("length in hex", "Content-Length: 0x0\r\n", "");
        row("negative length", "Content-Length: -1\r\n", "");
        row("length over 64 bits", "Content-Length: 18446744073709551616\r\n", "");
        row("chunked by another name", "Transfer-Encoding: xchunked\r\n", "0\r\n\r\n");
        row("chunked is not the last", "Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n");
        row("chunked in two lines", "Transfer-Encoding: identity\r\nTransfer-Encoding: cow\r\n", "0\r\n\r\n");
        row("blank before the colon", "Content-Length : 0\r\n", "");
        row("line end in a name", "Content\nLength: 0\r\n", "");
        row("bare return", "X: a\rContent-Length: 0\r\n", "");
        row("zero byte in a value", QByteArray("Content-Length: 0\0\r\n", 20), "");
        row("chunk of negative size", "Transfer-Encoding: chunked\r\n", "-1\r\n\r\n");
        row("chunk size with a prefix", "Transfer-Encoding: chunked\r\n", "0x0\r\n\r\n");
        row("chunk size over 64 bits", "Transfer-Encoding: chunked\r\n", "10000000000000000\r\n\r\n");
    }
    void requestsAreNotSmuggled()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QByteArray, body);
        HttpClient http(port());
        http.send("POST /v1/logout HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n" + body +
                  "GET /v1/server HTTP/1.1\r\nHost: a\r\n\r\n");
        const QByteArray answers = everything(http);
        QVERIFY2(answers.startsWith("HTTP/1.1 4"), answers.left(200));
        QCOMPARE(answers.count("HTTP/1.1 "), 1); // what follows is never read as a request
    }

    void namesOfFilesGoNowhere_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("up") << u"../../../../etc/passwd"_s;
        QTest::newRow("absolute") << u"/etc/passwd"_s;
        QTest::newRow("backwards") << u"..\\..\\windows\\system32\\a.exe"_s;
        QTest::newRow("header") << u"a.txt\r\nX-Evil: 1\r\n\r\n<script>"_s;
        QTest::newRow("quotes") << u"a\"; filename=\"evil.exe"_s;
        QTest::newRow("zero byte") << u"a.txt"_s + QChar(0) + u".exe"_s;
        QTest::newRow("turned around") << u"invoice\u202Efdp.exe"_s;
        QTest::newRow("dots") << u".."_s;
        QTest::newRow("device") << u"CON"_s;
        QTest::newRow("long") << QString(2'000, u'ä');
    }
    void namesOfFilesGoNowhere()
    {
        QFETCH(QString, name);
        const AttId att = m_world->mint();
        const QByteArray bytes = "content of " + att.text();
        const int made = m_world->files.create(att, m_world->chat, bytes.size(), sha256Of(bytes), name);
        QVERIFY2(made == 201 || made == 400, qPrintable(QString::number(made)));
        for (const QString &path : m_world->filesOnDisk()) {
            static const QRegularExpression plain(u"/files/[0-9a-f]{2}/[0-9a-f]{32}(\\.part)?$"_s);
            QVERIFY2(plain.match(path).hasMatch(), qPrintable(path));
        }
        if (made != 201) return;
        QCOMPARE(m_world->files.patch(att, 0, bytes), 204);
        const auto got = m_world->files.get(att);
        QCOMPARE(got->status, 200);
        QCOMPARE(got->body, bytes);
        QVERIFY(!got->headers.contains("x-evil"));
        const QByteArray disposition = got->headers.value("content-disposition");
        QVERIFY2(disposition.startsWith("attachment; filename=\""), disposition);
        QCOMPARE(disposition.count('"'), 2);
        QVERIFY2(!disposition.contains('/') && !disposition.contains('\\'), disposition);
        QCOMPARE(got->headers.value("x-content-type-options"), "nosniff");
    }

    void pathsGoNowhere()
    {
        for (const char *path :
             {"/v1/files/../../../../etc/passwd", "/v1/files/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "//etc/passwd",
              "/v1/files/..", "/v1/files/", "/v1//server", "/v1/server%00", "/v1/%0d%0aX-Evil:1"}) {
            const auto answer = m_world->files.ask("GET", path);
            QVERIFY2(answer && answer->status >= 400 && answer->status < 500, path);
            QVERIFY(!answer->headers.contains("x-evil"));
            QVERIFY(!answer->body.contains("root:"));
        }
    }

    void nothingIsCompressed()
    {
        HttpClient http(port());
        const auto answer =
            http.ask("GET", "/v1/ws", {}, upgradeHead + "Sec-WebSocket-Extensions: permessage-deflate\r\n");
        QCOMPARE(answer->status, 101);
        QVERIFY(!answer->headers.contains("sec-websocket-extensions"));
        http.send(maskedFrame(char(0xC1), "\x4b\x4c\x4a\x06")); // RSV1: "compressed"
        QVERIFY(http.waitClosed());
        const auto packed =
            HttpClient(port()).ask("POST", "/v1/login", "\x1f\x8b\x08 packed", "Content-Encoding: gzip\r\n");
        QCOMPARE(packed->status, 400);
        const auto page = HttpClient(port()).ask("GET", "/v1/server", {}, "Accept-Encoding: gzip\r\n");
        QVERIFY(!page->headers.contains("content-encoding"));
    }

    void framesThatBreakTheRulesEndTheConnection_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("not masked") << QByteArray("\x81\x02{}", 4);
        QTest::newRow("no such kind") << maskedFrame(char(0x83), "x");
        QTest::newRow("ping in pieces") << maskedFrame(char(0x09), "x");
        QTest::newRow("nothing to go on with") << maskedFrame(char(0x80), "x");
        QTest::newRow("2^62 bytes") << QByteArray("\x81\xff\x40\0\0\0\0\0\0\0\0\0\0\0", 14);
        QTest::newRow("no UTF-8") << maskedFrame(char(0x81), "\xff\xfe\xfd");
    }
    void framesThatBreakTheRulesEndTheConnection()
    {
        QFETCH(QByteArray, bytes);
        HttpClient http(port());
        QCOMPARE(http.ask("GET", "/v1/ws", {}, upgradeHead)->status, 101);
        http.send(bytes);
        QVERIFY(http.waitClosed());
    }

private:
    quint16 port() const { return m_world->node.port(); }
    std::unique_ptr<FilesWorld> m_world;
};

QTEST_GUILESS_MAIN(TestHostileInput)
#include "tst_hostile_input.moc"
