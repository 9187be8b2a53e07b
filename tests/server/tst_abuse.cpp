// Clients that mean harm, over real sockets: what one of them can make this server hold or wait for is
// bounded.
#include "core/wire/account_codec.h"
#include "server/api/http_parser.h"
#include "tests/kit/server_process.h"
#include "tests/kit/test_node.h"
#include "tests/kit/ws_client.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <malloc.h>
#include <sys/resource.h>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;
constexpr qint64 MiB = 1 << 20;

qint64 residentBytes(qint64 pid)
{
    QFile file(u"/proc/%1/status"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly)) return -1;
    const QByteArray text = file.readAll();
    const qsizetype at = text.indexOf("VmRSS:");
    return text.mid(at + 6, 20).simplified().split(' ').first().toLongLong() * 1024;
}

bool serves(quint16 port)
{
    const auto answer = HttpClient(port).ask("GET", "/v1/health");
    return answer && answer->status == 200;
}

/// What this process holds of the heap. 0 under a sanitizer, whose heap is its own.
qint64 heapBytes()
{
    const struct mallinfo2 info = mallinfo2();
    return qint64(info.uordblks) + qint64(info.hblkhd);
}

/// A peer that writes and never reads; the kernel takes little for it.
class Mute {
public:
    explicit Mute(quint16 port, const QByteArray &first = {})
    {
        m_socket.bind(QHostAddress::LocalHost);
        m_socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 16 * 1024);
        m_socket.setReadBufferSize(4096);
        m_socket.connectToHost(QHostAddress::LocalHost, port);
        if (!m_socket.waitForConnected(patienceMs)) QTest::qFail("no connection", __FILE__, __LINE__);
        m_socket.write(first);
    }
    /// Writes what `next` gives, at most `bytes`; false: the server hung up before.
    bool flood(const std::function<QByteArray()> &next, qint64 bytes)
    {
        for (qint64 sent = 0; sent < bytes;) {
            const QByteArray piece = next();
            sent += piece.size();
            m_socket.write(piece);
            const auto some = [this] { return m_socket.bytesToWrite() < MiB || isClosed(); };
            if (!QTest::qWaitFor(some, patienceMs)) return true; // it no longer takes anything: bounded too
            if (isClosed()) return false;
        }
        return true;
    }
    bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    QTcpSocket &socket() { return m_socket; }

private:
    QTcpSocket m_socket;
};

const QByteArray upgrade = "GET /v1/ws HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

/// A frame of a client, masked with zeros.
QByteArray frame(int opcode, const QByteArray &payload)
{
    QByteArray out(1, char(0x80 | opcode));
    if (payload.size() < 126) {
        out += char(0x80 | payload.size());
    } else {
        out += char(0x80 | 126);
        out += char(payload.size() >> 8);
        out += char(payload.size() & 0xff);
    }
    return out + QByteArray(4, '\0') + payload;
}

} // namespace

class TestAbuse : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        // The sanitizer keeps what was freed, and that would look like memory that the server holds.
        qputenv("ASAN_OPTIONS",
                qgetenv("ASAN_OPTIONS") + ":quarantine_size_mb=4:thread_local_quarantine_size_kb=64");
    }

    // Whole lines, each in time, and never the end of the head.
    void aHeadThatNeverEndsIsCut()
    {
        const TestNode node([](auto &options) { options.http.headerMs = 300; });
        HttpClient slow(node.port());
        slow.send("GET /v1/server HTTP/1.1\r\n");
        QElapsedTimer time;
        time.start();
        const auto ended = [&] {
            slow.send("X-More: and more\r\n");
            return slow.socket().state() == QAbstractSocket::UnconnectedState;
        };
        QVERIFY(QTest::qWaitFor(ended, 8'000)); // qWaitFor asks every 10 ms
        QVERIFY(serves(node.port()));
    }

    void aChunkSizeThatNeverEndsIsCut()
    {
        QTemporaryDir dir;
        ServerProcess server;
        QVERIFY(server.start(dir.path()));
        QVERIFY(serves(server.port()));
        const qint64 before = residentBytes(server.pid());
        Mute mute(server.port(),
                  "POST /v1/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;");
        std::ignore = mute.flood([] { return QByteArray(64 * 1024, 'x'); }, 64 * MiB); // thrown away
        QVERIFY(residentBytes(server.pid()) - before < 16 * MiB);
        const auto ended = [&] { return mute.isClosed(); };
        QVERIFY(QTest::qWaitFor(ended, patienceMs));
        QVERIFY(serves(server.port()));
    }

    void questionsWhoseAnswersNobodyReadsAreBounded_data()
    {
        QTest::addColumn<QByteArray>("piece");
        QTest::addColumn<bool>("signedIn");
        QTest::newRow("WebSocket pings, nobody") << QByteArray() << false;
        QTest::newRow("WebSocket pings") << QByteArray() << true;
        QTest::newRow("pings") << QByteArray(R"("t":"ping"})") << true;
        QTest::newRow("refused") << QByteArray(R"("t":"auth","token":"rubbish"})") << true;
    }
    void questionsWhoseAnswersNobodyReadsAreBounded()
    {
        QFETCH(QByteArray, piece);
        QFETCH(bool, signedIn);
        QTemporaryDir dir;
        ServerProcess server;
        QVERIFY(server.start(dir.path()));
        const auto anna = signUp(server.port(), u"anna"_s);
        Mute mute(server.port(), upgrade);
        if (signedIn) {
            wire::Hello hello;
            hello.token = anna.access;
            hello.app = u"mute"_s;
            mute.socket().write(frame(1, wire::encode(wire::Request{1, hello})));
        }
        const qint64 before = residentBytes(server.pid());
        qint64 id = 1;
        const auto some = [&] {
            QByteArray all;
            for (int i = 0; i < 500; ++i)
                all += piece.isEmpty() ? frame(9, QByteArray(125, 'p'))
                                       : frame(1, "{\"id\":" + QByteArray::number(++id) + ',' + piece);
            return all;
        };
        QVERIFY(!mute.flood(some, 96 * MiB));
        const qint64 grown = residentBytes(server.pid()) - before;
        QVERIFY2(grown < 24 * MiB, qPrintable(QString::number(grown / MiB)));
        QVERIFY(serves(server.port()));
    }

    // Ten thousand of them are ten thousand times this.
    void aBodyThatHardlyComesHoldsHardlyAnything()
    {
        constexpr int bodies = 200;
        const QByteArray head = "POST /v1/login HTTP/1.1\r\nHost: a\r\nContent-Length: 4000\r\n\r\n";
        std::vector<std::unique_ptr<server::HttpParser>> slow;
        slow.reserve(bodies);
        const qint64 before = heapBytes();
        for (int i = 0; i < bodies; ++i) {
            auto parser = std::make_unique<server::HttpParser>();
            qsizetype taken = 0;
            QCOMPARE(parser->step(head, &taken), server::HttpParser::Step::Head);
            parser->limitBody(64 * 1024);
            QCOMPARE(parser->step("{", &taken), server::HttpParser::Step::Body);
            QCOMPARE(parser->body().toByteArray(), QByteArrayLiteral("{"));
            slow.push_back(std::move(parser));
        }
        const qint64 each = (heapBytes() - before) / bodies;
        QVERIFY2(each < 8 * 1024, qPrintable(QString::number(each)));
    }

    // Without a reserve the listener would spin, and the database could not open its files.
    void theLastDescriptorsAreNotForConnections()
    {
        QTemporaryDir dir;
        ServerProcess server;
        QVERIFY(server.start(dir.path()));
        QVERIFY(serves(server.port()));
        const rlimit few{64, 64};
        QCOMPARE(prlimit(pid_t(server.pid()), RLIMIT_NOFILE, &few, nullptr), 0);
        {
            std::vector<std::unique_ptr<QTcpSocket>> crowd;
            for (int i = 0; i < 100; ++i) {
                crowd.push_back(std::make_unique<QTcpSocket>());
                crowd.back()->connectToHost(QHostAddress::LocalHost, server.port());
                QVERIFY(crowd.back()->waitForConnected(patienceMs));
            }
            QByteArray log;
            const auto full = [&] { return (log += server.log()).contains("connections are refused"); };
            QVERIFY(QTest::qWaitFor(full, patienceMs));
            QVERIFY(QDir(u"/proc/%1/fd"_s.arg(server.pid()))
                        .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
                        .size() <= 40);
        }
        const auto again = [&] { return serves(server.port()); };
        QVERIFY(QTest::qWaitFor(again, patienceMs)); // the crowd's are given back
        QCOMPARE(server.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(TestAbuse)
#include "tst_abuse.moc"
