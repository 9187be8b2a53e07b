#include "tests/kit/manual_clock.h"
#include "tests/kit/test_node.h"
#include "tests/kit/ws_client.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslSocket>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

QString certificateFile(const char *name)
{
    return QStringLiteral(KITH_SOURCE_DIR "/tests/data/tls/") + QLatin1StringView(name);
}

void copyOver(const char *from, const QString &to)
{
    QFile::remove(to);
    if (!QFile::copy(certificateFile(from), to)) QTest::qFail("no copy", __FILE__, __LINE__);
}

/// A connection that trusts the tests' CA; empty reason = the handshake went well.
QString connectSecurely(QSslSocket &socket, quint16 port)
{
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates(QSslCertificate::fromPath(certificateFile("ca.pem")));
    socket.setSslConfiguration(trusting);
    socket.connectToHostEncrypted(u"localhost"_s, port);
    std::ignore = QTest::qWaitFor(
        [&] { return socket.isEncrypted() || socket.state() == QAbstractSocket::UnconnectedState; }, 15'000);
    return socket.isEncrypted() ? QString() : socket.errorString();
}

QByteArray askOver(QSslSocket &socket, const QByteArray &path)
{
    socket.write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QByteArray all;
    std::ignore = QTest::qWaitFor(
        [&] {
            all += socket.readAll();
            return all.contains("\r\n\r\n") &&
                   (all.endsWith('}') || socket.state() == QAbstractSocket::UnconnectedState);
        },
        15'000);
    return all;
}

QByteArray askOver(QSslSocket &socket, const QByteArray &method, const QByteArray &path,
                   const QByteArray &body)
{
    socket.write(method + ' ' + path +
                 " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " +
                 QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray all;
    std::ignore = QTest::qWaitFor(
        [&] {
            all += socket.readAll();
            return socket.state() == QAbstractSocket::UnconnectedState;
        },
        30'000);
    return all + socket.readAll();
}

/// A WebSocket by hand over TLS, which reads when it is told to.
class SecureWs {
public:
    SecureWs(quint16 port, const QByteArray &access)
    {
        m_socket.setReadBufferSize(4'096);
        if (const QString fault = connectSecurely(m_socket, port); !fault.isEmpty())
            QTest::qFail(qPrintable(fault), __FILE__, __LINE__);
        QObject::connect(&m_socket, &QSslSocket::readyRead, &m_socket, [this] { take(); });
        m_socket.write(
            "GET /v1/ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        if (!wait("\r\n\r\n")) QTest::qFail("no WebSocket", __FILE__, __LINE__);
        wire::Hello hello;
        hello.token = access;
        hello.app = QStringLiteral("test 1");
        if (!ask(hello).contains("hello_ok")) QTest::qFail("no hello_ok", __FILE__, __LINE__);
    }
    /// What came, raw, up to the answer with the request's id.
    QByteArray ask(wire::ClientFrame frame)
    {
        heard.clear();
        const qint64 id = send(std::move(frame));
        return wait("\"id\":" + QByteArray::number(id)) ? heard : QByteArray();
    }
    qint64 send(wire::ClientFrame frame)
    {
        const qint64 id = ++m_lastId;
        const QByteArray text = wire::encode(wire::Request{id, std::move(frame)});
        QByteArray out("\x81", 1);
        out += char(0x80 | (text.size() < 126 ? int(text.size()) : 126));
        if (text.size() >= 126) out += QByteArray(1, char(text.size() >> 8)) + char(text.size() & 0xff);
        m_socket.write(out + QByteArray(4, '\0') + text);
        return id;
    }
    void take()
    {
        if (reading) heard += m_socket.readAll();
    }
    /// From now on all that comes, at once.
    void readOn()
    {
        reading = true;
        m_socket.setReadBufferSize(0);
        take();
    }
    bool reading = true;
    QByteArray heard;

private:
    bool wait(const QByteArray &what)
    {
        return QTest::qWaitFor([&] { return heard.contains(what); }, 30'000);
    }
    QSslSocket m_socket;
    qint64 m_lastId = 0;
};

struct SecureNode {
    SecureNode()
        : certificate(files.filePath(u"cert.pem"_s))
        , key(files.filePath(u"key.pem"_s))
    {
        copyOver("first.pem", certificate);
        copyOver("first.key", key);
        world = std::make_unique<TestNode>([this](server::NodeOptions &options) {
            options.tls = server::Tls::Files{certificate, key, {}};
            options.operatorAddress = QHostAddress(QHostAddress::LocalHost);
        });
    }
    server::Node &node() { return *world->node; }
    QTemporaryDir files;
    QString certificate, key;
    std::unique_ptr<TestNode> world;
};

/// Reads Prometheus' text format as strictly as its specification; the samples by name and labels.
struct Metrics {
    explicit Metrics(const QByteArray &text)
    {
        static const QRegularExpression head(u"^# (HELP|TYPE) ([a-z_:][a-z0-9_:]*) (.+)$"_s);
        static const QRegularExpression sample(
            u"^([a-z_:][a-z0-9_:]*)(\\{[a-z_]+=\"[^\"\\\\]*\"(?:,[a-z_]+=\"[^\"\\\\]*\")*\\})? (\\S+)$"_s);
        if (!text.endsWith('\n')) fail(u"no newline at the end"_s);
        QString family, type;
        QSet<QString> families;
        for (const QString &line : QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts)) {
            if (const auto match = head.match(line); match.hasMatch()) {
                if (match.captured(1) == u"HELP") {
                    family = match.captured(2);
                    if (families.contains(family)) fail(u"a family comes twice: "_s + family);
                    families.insert(family);
                } else {
                    type = match.captured(3);
                    if (match.captured(2) != family ||
                        !QStringList{u"counter"_s, u"gauge"_s, u"histogram"_s}.contains(type))
                        fail(line);
                }
                continue;
            }
            const auto match = sample.match(line);
            bool number = false;
            const double value = match.captured(3).toDouble(&number);
            const QString name = match.captured(1);
            const bool fits =
                type == u"histogram"
                    ? QStringList{family + u"_bucket"_s, family + u"_sum"_s, family + u"_count"_s}.contains(
                          name)
                    : name == family;
            if (!match.hasMatch() || !number || !fits || value < 0) fail(line);
            if (type == u"counter" && !name.endsWith(u"_total"_s))
                fail(u"a counter without _total: "_s + name);
            const QString key = name + match.captured(2);
            if (values.contains(key)) fail(u"a sample comes twice: "_s + key);
            values.insert(key, value);
            if (name.endsWith(u"_bucket"_s)) buckets.append({key, value});
        }
        checkBuckets();
    }
    void checkBuckets()
    {
        static const QRegularExpression le(u",?le=\"([^\"]+)\""_s);
        QString series;
        double last = 0, bound = 0;
        for (const auto &[key, value] : buckets) {
            const QString text = le.match(key).captured(1);
            const double at = text == u"+Inf" ? std::numeric_limits<double>::infinity() : text.toDouble();
            const QString now = QString(key).remove(le);
            if (now == series && (value < last || at <= bound)) fail(u"not cumulative: "_s + key);
            series = now;
            last = value;
            bound = at;
            QString count = QString(now).replace(u"_bucket"_s, u"_count"_s);
            count.remove(u"{}"_s);
            if (text == u"+Inf" && values.value(count, -1) != value) fail(u"count and +Inf differ: "_s + key);
        }
    }
    void fail(const QString &what) { faults.append(what); }
    double operator()(const char *key) const { return values.value(QLatin1StringView(key), -1); }

    QHash<QString, double> values;
    QList<std::pair<QString, double>> buckets;
    QStringList faults;
};

Metrics metricsOf(server::Node &node)
{
    const auto answer = HttpClient(node.operatorPort()).ask("GET", "/metrics");
    return Metrics(answer && answer->status == 200 ? answer->body : QByteArray("unreadable"));
}

} // namespace

class TestOperation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void metricsAreValidAndCount()
    {
        TestNode world(
            [](auto &options) { options.operatorAddress = QHostAddress(QHostAddress::LocalHost); });
        Person anna(world.port(), u"anna"_s), bert(world.port(), u"bert"_s);
        const ChatId chat = anna.chatWith(bert);
        for (int i = 0; i < 5; ++i) QVERIFY(anna.ws.ask(anna.text(chat, u"one of five"_s)));
        wire::Edit edit;
        edit.chat = chat;
        edit.mid = Mid::mint(1, anna.random);
        edit.op = OpId::mint(1, anna.random);
        edit.body = u"x"_s;
        QVERIFY(WsClient::codeIn(anna.ws.ask(edit)));
        std::ignore = HttpClient(world.port()).ask("GET", "/nothing/here/at/all");
        const Metrics metrics = metricsOf(*world.node);
        QVERIFY2(metrics.faults.isEmpty(), qPrintable(metrics.faults.value(0)));
        QCOMPARE(metrics("kith_connections{kind=\"websocket\"}"), 2.);
        QCOMPARE(metrics("kith_request_duration_seconds_count{op=\"send\"}"), 5.);
        QCOMPARE(metrics("kith_request_duration_seconds_count{op=\"hello\"}"), 2.);
        QCOMPARE(metrics("kith_errors_total{code=\"no_such_message\"}"), 1.);
        QCOMPARE(metrics("kith_http_requests_total{path=\"/v1/register\",status=\"201\"}"), 2.);
        QCOMPARE(metrics("kith_http_requests_total{path=\"other\",status=\"404\"}"), 1.);
        QVERIFY(metrics("kith_pushes_total") >= 5);
        QVERIFY(metrics("kith_commit_duration_seconds_count") >= 5);
        QVERIFY(metrics("kith_commit_writes_sum") >= 10);
        QVERIFY(metrics("kith_read_duration_seconds_count") >= 2);
        QVERIFY(metrics("kith_database_bytes{file=\"database\"}") > 0);
        QVERIFY(metrics("process_resident_memory_bytes") > 1e6);
        for (const QString &key : metrics.values.keys()) // nothing of what people are or write
            QVERIFY2(!key.contains(u"anna"_s) && !key.contains(u"five"_s) && !key.contains(u"nothing"_s),
                     qPrintable(key));
    }

    void eachDoorAnswersItsOwn()
    {
        TestNode world(
            [](auto &options) { options.operatorAddress = QHostAddress(QHostAddress::LocalHost); });
        QCOMPARE(HttpClient(world.port()).ask("GET", "/metrics")->status, 404);
        HttpClient inside(world.node->operatorPort());
        QCOMPARE(inside.ask("GET", "/v1/health")->status, 200);
        QCOMPARE(inside.ask("GET", "/v1/ready")->status, 200);
        QCOMPARE(inside.ask("POST", "/v1/login", "{}")->status, 404);
        HttpClient other(world.node->operatorPort()); // the refused body has ended the first one
        const auto upgrade = other.ask("GET", "/v1/ws", {}, "Upgrade: websocket\r\nConnection: upgrade\r\n");
        QVERIFY(upgrade);
        QCOMPARE(upgrade->status, 404);
    }

    void drainingSaysNotReadyFirstAndAnswersWhatWasAsked()
    {
        TestNode world([](auto &options) {
            options.operatorAddress = QHostAddress(QHostAddress::LocalHost);
            options.drainDelayMs = 300;
            options.drainWindowMs = 0;
        });
        Person anna(world.port(), u"anna"_s), bert(world.port(), u"bert"_s);
        const ChatId chat = anna.chatWith(bert);
        HttpClient outside(world.port());
        QCOMPARE(outside.ask("GET", "/v1/ready")->status, 200);
        world.node->drain();
        QCOMPARE(outside.ask("GET", "/v1/ready")->status, 503); // while the door is still open
        QCOMPARE(HttpClient(world.port()).ask("GET", "/v1/health")->status, 200);
        std::vector<qint64> asked;
        for (int i = 0; i < 40; ++i) asked.push_back(anna.ws.send(anna.text(chat, u"late"_s)));
        for (const qint64 id : asked) {
            const auto answer = anna.ws.answerTo(id);
            QVERIFY(answer && std::holds_alternative<wire::Ok>(*answer));
        }
        QVERIFY(anna.ws.push<wire::Bye>());
        QVERIFY(bert.ws.push<wire::Bye>());
        QSignalSpy stopped(world.node.get(), &server::Node::stopped);
        QVERIFY(stopped.wait(20'000));
    }

    void takingLeaveIsSpread()
    {
        TestNode world([](auto &options) {
            options.threads = 1;
            options.drainWindowMs = 1'000;
        });
        const auto account = signUp(world.port(), u"anna"_s);
        std::vector<std::unique_ptr<WsClient>> clients;
        for (int i = 0; i < 80; ++i) {
            clients.push_back(std::make_unique<WsClient>(world.port()));
            QVERIFY(clients.back()->hello(account.access));
        }
        world.node->drain();
        const auto open = [&] {
            return std::count_if(clients.begin(), clients.end(), [](const auto &c) { return c->isOpen(); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(open() < 80, 10'000);
        QVERIFY(open() > 0); // not all at once
        QSet<qint64> retries;
        for (auto &client : clients) {
            const auto bye = client->push<wire::Bye>();
            QVERIFY(bye);
            QVERIFY(bye->retryMs >= 0 && bye->retryMs < 5'000);
            retries.insert(bye->retryMs);
        }
        QVERIFY(retries.size() > 40);
    }

    void speaksTls()
    {
        SecureNode secure;
        QSslSocket socket;
        QCOMPARE(connectSecurely(socket, secure.node().port()), QString());
        QVERIFY(askOver(socket, "/v1/ready").startsWith("HTTP/1.1 200"));
        QVERIFY(socket.sessionProtocol() >= QSsl::TlsV1_2);
        // Who does not trust the CA refuses, and who speaks plain gets no answer in clear.
        QSslSocket doubtful;
        doubtful.connectToHostEncrypted(u"localhost"_s, secure.node().port());
        QTRY_COMPARE_WITH_TIMEOUT(doubtful.state(), QAbstractSocket::UnconnectedState, 15'000);
        QVERIFY(!doubtful.isEncrypted());
        HttpClient plain(secure.node().port());
        plain.send("GET /v1/ready HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY(!plain.answer());
        QTRY_VERIFY_WITH_TIMEOUT(metricsOf(secure.node())("kith_tls_handshakes_failed_total") >= 2, 15'000);
    }

    void aNewCertificateIsTakenWithoutDroppingAnybody()
    {
        SecureNode secure;
        QSslSocket before;
        QCOMPARE(connectSecurely(before, secure.node().port()), QString());
        QVERIFY(askOver(before, "/v1/ready").startsWith("HTTP/1.1 200"));
        const QByteArray first = before.peerCertificate().serialNumber();
        copyOver("second.pem", secure.certificate);
        const auto mixed = secure.node().reloadTls(); // the key is still the first one's
        QVERIFY(!mixed);
        QVERIFY(mixed.error().what.contains(u"does not belong to the certificate"_s));
        QSslSocket meanwhile;
        QCOMPARE(connectSecurely(meanwhile, secure.node().port()), QString());
        QCOMPARE(meanwhile.peerCertificate().serialNumber(), first);
        copyOver("second.key", secure.key);
        QVERIFY(secure.node().reloadTls());
        QSslSocket after;
        QCOMPARE(connectSecurely(after, secure.node().port()), QString());
        QVERIFY(after.peerCertificate().serialNumber() != first);
        QVERIFY(askOver(before, "/v1/ready").startsWith("HTTP/1.1 200"));
        copyOver("ca.pem", secure.key);
        QVERIFY(!secure.node().reloadTls());
        QVERIFY(QFile::remove(secure.key));
        QVERIFY(secure.node().reloadTls().error().code == Errc::NotFound);
    }

    void aLockedKeyWantsItsPassword()
    {
        server::Tls locked({certificateFile("first.pem"), certificateFile("first-locked.key"), "wrong"});
        QCOMPARE(locked.load().error().code, Errc::Corrupt);
        server::Tls opened(
            {certificateFile("first.pem"), certificateFile("first-locked.key"), "open-sesame"});
        QVERIFY(opened.load());
        QVERIFY(opened.expiresMs() > SystemClock().wallMs());
    }

    void whoDoesNotReadUnderTlsIsHeldBack()
    {
        SecureNode secure;
        QSslSocket socket;
        socket.setReadBufferSize(4'096);
        QCOMPARE(connectSecurely(socket, secure.node().port()), QString());
        // Requests without end, answers never read: what waits for this connection stays bounded.
        const QByteArray request = "GET /v1/server HTTP/1.1\r\nHost: localhost\r\n\r\n";
        const auto answered = [&] {
            return metricsOf(secure.node())("kith_http_requests_total{path=\"/v1/server\",status=\"200\"}");
        };
        constexpr int asked = 60'000;
        for (int i = 0; i < asked; ++i) socket.write(request);
        double last = -1;
        const auto standsStill = [&] { return std::exchange(last, answered()) == last; };
        QTRY_VERIFY_WITH_TIMEOUT(standsStill() && last > 0, 30'000);
        // The kernel's buffers of both ends and the server's own; all the answers are three times as much.
        constexpr double answerBytes = 1'000, heldMost = 20e6;
        QVERIFY2(last * answerBytes < heldMost, qPrintable(QString::number(last)));
    }

    // Under TLS nothing "waits to be written": it is encrypted at once, and waits all the same.
    void whoDoesNotReadEventsUnderTlsIsHeldBack()
    {
        SecureNode secure;
        QSslSocket door;
        QCOMPARE(connectSecurely(door, secure.node().port()), QString());
        wire::RegisterRequest request;
        request.login = request.name = u"anna"_s;
        request.password = u"correct horse"_s;
        request.device = {u"test"_s, u"test 1"_s};
        const QByteArray body = wire::encode(request);
        const QByteArray made = askOver(door, "POST", "/v1/register", body);
        const auto anna = wire::decodeSignedIn(made.mid(made.indexOf("\r\n\r\n") + 4));
        QVERIFY(anna);

        SecureWs writer(secure.node().port(), anna->access), mute(secure.node().port(), anna->access);
        SystemRandom random;
        wire::ChatNew group;
        group.chat = ChatId::mint(SystemClock().wallMs(), random);
        group.op = OpId::mint(SystemClock().wallMs(), random);
        group.kind = ChatKind::Group;
        group.title = u"alone"_s;
        QVERIFY(writer.ask(group).contains("\"t\":\"ok\""));
        mute.reading = false;
        const auto slow = [&] { return metricsOf(secure.node())("kith_slow_sessions_total"); };
        int sent = 0;
        for (; sent < 3'000 && (sent % 40 != 0 || slow() == 0); ++sent) { // many in one commit
            wire::Send send;
            send.chat = group.chat;
            send.mid = Mid::mint(SystemClock().wallMs(), random);
            send.kind = u"text"_s;
            send.body = QString(15'000, u'x');
            if (sent % 4 < 3)
                writer.send(send);
            else
                QVERIFY(writer.ask(send).contains("\"t\":\"ok\""));
        }
        QCOMPARE(slow(), 1.0);
        wire::Send missed;
        missed.chat = group.chat;
        missed.mid = Mid::mint(SystemClock().wallMs(), random);
        missed.kind = u"text"_s;
        missed.body = u"not sent to who does not read"_s;
        QVERIFY(writer.ask(missed).contains("\"t\":\"ok\""));
        mute.readOn();
        const auto poked = [&] { return mute.heard.contains("\"t\":\"poke\""); };
        QVERIFY(QTest::qWaitFor(poked, 30'000)); // it has read what was kept for it, and is told of the rest
        QVERIFY(!mute.heard.contains(missed.body.toUtf8()));
    }
};

QTEST_GUILESS_MAIN(TestOperation)
#include "tst_operation.moc"
