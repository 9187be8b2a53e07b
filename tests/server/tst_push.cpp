#include "core/base/random.h"
#include "server/push/fcm_push.h"
#include "tests/kit/fcm_stand_in.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_node.h"
#include "tests/kit/ws_client.h"

#include <QTest>

using namespace kith;
using namespace kith::server;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

QString field(const QJsonObject &message, const char *name)
{
    return message.value("data"_L1).toObject().value(QLatin1StringView(name)).toString();
}

/// FcmPush against the stand-in, on this thread.
struct Sender {
    FcmStandIn fcm;
    ManualClock clock{1'790'000'000'000};
    std::unique_ptr<FcmPush> push;

    Sender()
    {
        auto account = ServiceAccount::read(fcm.accountFile());
        if (!account) qFatal("%s", qPrintable(account.error().what));
        push = std::make_unique<FcmPush>(*account, FcmPush::Options{fcm.url(), 5'000}, clock);
    }
    PushResult send(const QByteArray &token = "device-token")
    {
        std::optional<PushResult> result;
        PushNote note;
        note.token = token;
        note.chat = ChatId{QUuid::createUuid()};
        note.seq = Seq{7};
        note.news = 3;
        push->send(note, [&](PushResult r) { result = std::move(r); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 15'000))
            QTest::qFail("no answer", __FILE__, __LINE__);
        return result.value_or(PushResult{PushOutcome::Refused, 0, u"no answer"_s});
    }
};

/// A server that pushes through the stand-in; Ana writes to Ben.
struct Town {
    FcmStandIn fcm;
    ManualClock clock{SystemClock().wallMs()}; // people mint their ids by the system's
    TestNode node;
    std::unique_ptr<Person> ana, ben;
    ChatId chat;

    explicit Town(bool withContent = false)
        : node(
              [&](NodeOptions &o) {
                  o.push.fcmAccount = fcm.accountFile();
                  o.push.fcmEndpoint = fcm.url();
                  o.push.options.lookMs = 10;
                  o.push.options.withContent = withContent;
              },
              &clock)
        , ana(std::make_unique<Person>(node.port(), u"ana"_s))
        , ben(std::make_unique<Person>(node.port(), u"ben"_s))
        , chat(ana->chatWith(*ben))
    {
        const auto told = ben->ws.ask(wire::PushSet{u"fcm"_s, "ben-token"});
        if (!told || !std::get_if<PushInfo>(&*told)) QTest::qFail("not registered", __FILE__, __LINE__);
    }
    void benLeaves()
    {
        ben->ws.socket().close();
        if (!ben->ws.waitClosed()) QTest::qFail("still there", __FILE__, __LINE__);
    }
    wire::SignedIn benAccount() const { return ben->account; }
    void anaSays(const QString &text)
    {
        const auto answer = ana->ws.ask(ana->text(chat, text));
        if (!answer || !std::holds_alternative<wire::Ok>(*answer))
            QTest::qFail("not sent", __FILE__, __LINE__);
    }
    bool pushes(size_t n)
    {
        return QTest::qWaitFor([&] { return fcm.sent.size() >= n; }, 15'000);
    }
    /// What the server knows about Ben's device, asked over a fresh connection.
    std::optional<PushInfo> benInfo()
    {
        WsClient ws(node.port());
        ws.hello(ben->account.access);
        const auto answer = ws.ask(wire::PushGet{});
        const auto *info = answer ? std::get_if<PushInfo>(&*answer) : nullptr;
        return info ? std::optional(*info) : std::nullopt;
    }
};

} // namespace

class TestPush : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aKeyFileThatIsNoneIsRefusedInWords_data();
    void aKeyFileThatIsNoneIsRefusedInWords();
    void oneAccessTokenServesManySendsAndIsRenewed();
    void theBodyIsWhatFcmTakes();
    void whatFcmSaysDecides_data();
    void whatFcmSaysDecides();
    void retryAfterSilencesEverything();
    void noTokenNoSend();
    void anAbsentDeviceIsWokenWithoutContent();
    void contentTravelsOnlyWhenTheOperatorSaysSo();
    void aConnectedDeviceIsNotWoken();
    void manyMessagesAreOnePushInFiveSeconds();
    void aDeadTokenIsForgottenAndShown();
    void aTestPushReachesAConnectedDeviceToo();
    void withoutAProviderTheLogTakesThem();
    void nothingOfItIsALogLine();
};

void TestPush::aKeyFileThatIsNoneIsRefusedInWords_data()
{
    FcmStandIn fcm;
    QFile file(fcm.accountFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();
    const auto changed = [&](const char *key, const QJsonValue &value) {
        QJsonObject o = QJsonDocument::fromJson(good).object();
        o.insert(QLatin1StringView(key), value);
        return QJsonDocument(o).toJson();
    };
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("names");
    QTest::newRow("empty") << QByteArray() << u"project_id"_s;
    QTest::newRow("rubbish") << QByteArray("{\"project_id\": [") << u"project_id"_s;
    QTest::newRow("no key") << changed("private_key", QString()) << u"private_key"_s;
    QTest::newRow("broken key") << changed("private_key", u"-----BEGIN PRIVATE KEY-----\nAAAA\n"_s)
                                << u"private_key"_s;
    QTest::newRow("plain http") << changed("token_uri", u"http://example.com/token"_s) << u"token_uri"_s;
    QTest::newRow("no address") << changed("token_uri", u"::"_s) << u"token_uri"_s;
}

void TestPush::aKeyFileThatIsNoneIsRefusedInWords()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, names);
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(content);
    file.flush();
    const auto account = ServiceAccount::read(file.fileName());
    QVERIFY(!account);
    QVERIFY2(account.error().what.contains(names), qPrintable(account.error().what));
    QVERIFY(account.error().what.contains(file.fileName()));
    QVERIFY(!ServiceAccount::read(u"/nowhere/key.json"_s));

    TestNode good; // the server says it before it touches anything
    NodeOptions options;
    options.dataDir = good.dir.filePath(u"other"_s);
    options.push.fcmAccount = file.fileName();
    const auto node = Node::start(options, good.clock, good.random);
    QVERIFY(!node);
    QCOMPARE(node.error().what, account.error().what);
}

void TestPush::oneAccessTokenServesManySendsAndIsRenewed()
{
    Sender s;
    for (int i = 0; i < 5; ++i) QCOMPARE(s.send().outcome, PushOutcome::Sent);
    QCOMPARE(s.fcm.tokensAsked, 1);
    s.clock.advance(3'600'000 - 59'000); // a minute early
    QCOMPARE(s.send().outcome, PushOutcome::Sent);
    QCOMPARE(s.fcm.tokensAsked, 2);
    QCOMPARE(s.fcm.faults, std::vector<QString>());
}

void TestPush::theBodyIsWhatFcmTakes()
{
    Sender s;
    QCOMPARE(s.send("tok").outcome, PushOutcome::Sent);
    QCOMPARE(s.fcm.sent.size(), 1U);
    const QJsonObject message = s.fcm.sent[0];
    QCOMPARE(message.value("token"_L1).toString(), u"tok"_s);
    QCOMPARE(field(message, "seq"), u"7"_s);
    QCOMPARE(field(message, "news"), u"3"_s);
    const QJsonObject android = message.value("android"_L1).toObject();
    QCOMPARE(android.value("collapse_key"_L1).toString(), u"kith"_s);
    QCOMPARE(android.value("priority"_L1).toString(), u"HIGH"_s);
    QCOMPARE(s.fcm.faults, std::vector<QString>());
}

void TestPush::whatFcmSaysDecides_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<PushOutcome>("outcome");
    QTest::newRow("unregistered") << 404 << QByteArray("NOT_FOUND") << QByteArray("UNREGISTERED")
                                  << PushOutcome::DeadToken;
    QTest::newRow("wrong project") << 404 << QByteArray("NOT_FOUND") << QByteArray() << PushOutcome::Retry;
    QTest::newRow("another sender") << 403 << QByteArray("PERMISSION_DENIED")
                                    << QByteArray("SENDER_ID_MISMATCH") << PushOutcome::DeadToken;
    QTest::newRow("no right") << 403 << QByteArray("PERMISSION_DENIED") << QByteArray() << PushOutcome::Retry;
    QTest::newRow("bad token") << 400 << QByteArray("INVALID_ARGUMENT") << QByteArray("INVALID_ARGUMENT")
                               << PushOutcome::DeadToken;
    QTest::newRow("bad body") << 400 << QByteArray("INVALID_ARGUMENT") << QByteArray()
                              << PushOutcome::Refused;
    QTest::newRow("busy") << 503 << QByteArray("UNAVAILABLE") << QByteArray("UNAVAILABLE")
                          << PushOutcome::Retry;
    QTest::newRow("broken") << 500 << QByteArray("INTERNAL") << QByteArray("INTERNAL") << PushOutcome::Retry;
    QTest::newRow("quota") << 429 << QByteArray("RESOURCE_EXHAUSTED") << QByteArray("QUOTA_EXCEEDED")
                           << PushOutcome::Retry;
    QTest::newRow("access ended") << 401 << QByteArray("UNAUTHENTICATED") << QByteArray()
                                  << PushOutcome::Retry;
}

void TestPush::whatFcmSaysDecides()
{
    QFETCH(int, status);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, code);
    QFETCH(PushOutcome, outcome);
    Sender s;
    s.fcm.sendAnswers.push_back(FcmStandIn::error(status, name, code));
    const PushResult result = s.send();
    QCOMPARE(result.outcome, outcome);
    QCOMPARE(result.detail, QString::fromLatin1(code.isEmpty() ? name : code));
    QCOMPARE(s.push->pausedUntilMs() > s.clock.steadyMs(), status == 429);
    QCOMPARE(s.send().outcome, PushOutcome::Sent); // also after the access token was refused once
    QCOMPARE(s.fcm.tokensAsked, status == 401 ? 2 : 1);
}

void TestPush::retryAfterSilencesEverything()
{
    Sender s;
    s.fcm.sendAnswers.push_back(FcmStandIn::error(503, "UNAVAILABLE", "UNAVAILABLE", "Retry-After: 120\r\n"));
    QCOMPARE(s.send().retryMs, 120'000);
    QCOMPARE(s.push->pausedUntilMs(), s.clock.steadyMs() + 120'000);
    s.clock.advance(121'000);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(s.clock.wallMs() + 30'000, Qt::UTC);
    const QByteArray date = QLocale::c().toString(at, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
    s.fcm.sendAnswers.push_back(
        FcmStandIn::error(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED", "Retry-After: " + date + "\r\n"));
    QCOMPARE(s.send().retryMs, 30'000);
    s.fcm.sendAnswers.push_back(
        FcmStandIn::error(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED", "Retry-After: soon\r\n"));
    QCOMPARE(s.send().retryMs, 60'000); // what FCM asks for when it names no time
}

void TestPush::noTokenNoSend()
{
    Sender s;
    s.fcm.tokenAnswers.push_back({400, {}, "{\"error\":\"invalid_grant\"}"});
    const PushResult result = s.send();
    QCOMPARE(result.outcome, PushOutcome::Retry);
    QVERIFY(result.detail.contains(u"invalid_grant"_s));
    QVERIFY(s.fcm.sent.empty());
    QCOMPARE(s.send().outcome, PushOutcome::Sent);
}

void TestPush::anAbsentDeviceIsWokenWithoutContent()
{
    Town t;
    t.benLeaves();
    t.anaSays(u"the secret of the well"_s);
    t.clock.advance(2'000);
    QVERIFY(t.pushes(1));
    QCOMPARE(t.fcm.faults, std::vector<QString>());
    const QJsonObject message = t.fcm.sent[0];
    QCOMPARE(message.value("token"_L1).toString(), u"ben-token"_s);
    QCOMPARE(field(message, "chat"), QString::fromLatin1(t.chat.text()));
    QCOMPARE(field(message, "kind"), u"news"_s);
    const QByteArray whole = QJsonDocument(message).toJson();
    QVERIFY(!whole.contains("secret") && !whole.contains("ana"));
    QVERIFY(QTest::qWaitFor([&] { return t.benInfo().value_or(PushInfo{}).sent == 1; }, 15'000));
    QCOMPARE(t.benInfo()->result, u"sent"_s);
}

void TestPush::contentTravelsOnlyWhenTheOperatorSaysSo()
{
    Town t(true);
    t.benLeaves();
    t.anaSays(u"the secret\nof the well"_s);
    t.clock.advance(2'000);
    QVERIFY(t.pushes(1));
    QCOMPARE(field(t.fcm.sent[0], "title"), u"ana"_s);
    QCOMPARE(field(t.fcm.sent[0], "body"), u"the secret"_s);
}

void TestPush::aConnectedDeviceIsNotWoken()
{
    Town t;
    t.anaSays(u"you are here"_s);
    t.clock.advance(2'000);
    const auto stateOf = [&] {
        const auto answer = t.ben->ws.ask(wire::PushGet{});
        return answer ? std::get<PushInfo>(*answer) : PushInfo{};
    };
    QVERIFY(QTest::qWaitFor([&] { return stateOf().result == "connected"_L1; }, 15'000));
    QVERIFY(stateOf().waiting); // its connection may be dead without anybody knowing yet
    t.benLeaves();
    t.clock.advance(10'000);
    QVERIFY(t.pushes(1));
}

void TestPush::manyMessagesAreOnePushInFiveSeconds()
{
    Town t;
    t.benLeaves();
    for (int i = 0; i < 20; ++i) t.anaSays(u"text %1"_s.arg(i));
    t.clock.advance(2'000);
    QVERIFY(t.pushes(1));
    QCOMPARE(field(t.fcm.sent[0], "news"), u"20"_s);
    QVERIFY(QTest::qWaitFor([&] { return !t.benInfo().value_or(PushInfo{}).waiting; }, 15'000));
    t.anaSays(u"one more"_s);
    t.clock.advance(2'000);
    t.anaSays(u"and one"_s);
    t.clock.advance(5'000);
    QVERIFY(t.pushes(2));
    QCOMPARE(field(t.fcm.sent[1], "news"), u"2"_s);
    QCOMPARE(t.fcm.sent.size(), 2U);
}

void TestPush::aDeadTokenIsForgottenAndShown()
{
    Town t;
    t.benLeaves();
    t.fcm.sendAnswers.push_back(FcmStandIn::error(404, "NOT_FOUND", "UNREGISTERED"));
    t.anaSays(u"hello?"_s);
    t.clock.advance(2'000);
    QVERIFY(QTest::qWaitFor([&] { return t.benInfo().value_or(PushInfo{}).result == "dead"_L1; }, 15'000));
    const auto info = t.benInfo();
    QVERIFY(info && !info->registered && !info->waiting);
    QCOMPARE(info->detail, u"UNREGISTERED"_s);
    QCOMPARE(info->provider, u"fcm"_s);
}

void TestPush::aTestPushReachesAConnectedDeviceToo()
{
    Town t;
    const auto asked = t.ben->ws.ask(wire::PushGet{true});
    QVERIFY(asked && std::get<PushInfo>(*asked).waiting);
    QVERIFY(t.pushes(1));
    QCOMPARE(field(t.fcm.sent[0], "kind"), u"test"_s);
    QVERIFY(field(t.fcm.sent[0], "chat").isEmpty());
}

void TestPush::withoutAProviderTheLogTakesThem()
{
    ManualClock clock(SystemClock().wallMs());
    TestNode node([](NodeOptions &o) { o.push.options.lookMs = 10; }, &clock);
    Person ben(node.port(), u"ben"_s);
    QVERIFY(ben.ws.ask(wire::PushSet{u"fcm"_s, "ben-token"}));
    QVERIFY(ben.ws.ask(wire::PushGet{true}));
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto answer = ben.ws.ask(wire::PushGet{});
            return answer && std::get<PushInfo>(*answer).result == "sent"_L1;
        },
        15'000));
}

namespace {
QByteArray logged;
void catchLog(QtMsgType, const QMessageLogContext &, const QString &text) { logged += text.toUtf8() + '\n'; }
} // namespace

void TestPush::nothingOfItIsALogLine()
{
    logged.clear();
    const QtMessageHandler before = qInstallMessageHandler(catchLog);
    QByteArray key;
    {
        Town t(true);
        key = t.fcm.privateKeyPem().mid(100, 40);
        t.benLeaves();
        t.fcm.tokenAnswers.push_back({500, {}, "{\"error\":\"down\"}"});
        t.fcm.sendAnswers.push_back(FcmStandIn::error(503, "UNAVAILABLE", "UNAVAILABLE"));
        t.anaSays(u"canary-in-a-text"_s);
        t.clock.advance(2'000);
        QVERIFY(QTest::qWaitFor([&] { return t.fcm.tokensAsked >= 1; }, 15'000));
        // Both failures have their waiting times; the clock is turned until both are behind us.
        QVERIFY(QTest::qWaitFor(
            [&] {
                t.clock.advance(1'000);
                return t.fcm.sent.size() >= 2;
            },
            15'000));
    }
    qInstallMessageHandler(before);
    QVERIFY(logged.contains("no access token"));
    for (const QByteArray &secret :
         {QByteArray("canary-in-a-text"), QByteArray("ben-token"), QByteArray("access-"), key})
        QVERIFY2(!logged.contains(secret), secret.constData());
}

QTEST_GUILESS_MAIN(TestPush)
#include "tst_push.moc"
