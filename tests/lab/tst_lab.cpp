#include "app/lab/ctl.h"
#include "app/lab/ledger.h"
#include "app/lab/load.h"
#include "app/lab/orders.h"
#include "app/lab/seeding.h"
#include "app/lab/verdict.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <unistd.h>

using namespace kith;
using namespace kith::lab;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 patienceMs = 120'000;

/// A small lab whose people know each other.
struct World {
    explicit World(const std::vector<Lab::Member> &members)
        : lab(dir.path(), 3)
        , orders(lab)
    {
        good = bool(lab.startServer()) && bool(lab.bringIn(members, LabClient::Face::Headless)) &&
               bool(lab.startClients());
    }
    QString order(const QString &line)
    {
        const auto did = orders.run(*Orders::wordsOf(line));
        return did ? QString() : did.error().what;
    }
    Errc codeOf(const QString &line)
    {
        const auto did = orders.run(*Orders::wordsOf(line));
        return did ? Errc::NotFound : did.error().code;
    }
    QTemporaryDir dir;
    Lab lab;
    Orders orders;
    bool good = false;
};

std::vector<Lab::Member> twoPeople()
{
    return {{u"ana"_s, u"ana"_s, u"Ana"_s}, {u"ben"_s, u"ben"_s, u"Ben"_s}};
}

bool tamper(const QString &file, const QString &sql)
{
    bool done = false;
    {
        auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamper"_s);
        db.setDatabaseName(file);
        QSqlQuery query(db);
        done = db.open() && query.exec(sql) && query.numRowsAffected() > 0;
        query.finish();
        db.close();
    }
    QSqlDatabase::removeDatabase(u"tamper"_s);
    return done;
}

QStringList brokenRules(const Verdict &verdict)
{
    QStringList all;
    for (const Verdict::Rule &rule : verdict.rules) {
        if (rule.faults.isEmpty()) continue;
        all.append(rule.name);
        qInfo("%s: %s", qPrintable(rule.name), qPrintable(rule.faults.join(u"; "_s)));
    }
    return all;
}

} // namespace

class TestLab : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aConnectionThatLostBytesDoesNotGoOn();
    void theVerdictSeesWhatIsWrong();
    void aCrashIsNoRest();
    void ordersAreObeyedOrRefusedInWords();
    void faultsShowInTheTimelineAndHeal();
    void aWindowIsSeenToBeOnlineOrAway();
    void aSmallDiskIsNotLostWithTheLab();
    void aSleepingAndAKilledClientLoseNothing();
    void aSlowDiskIsFelt();
    void seededDatabasesKeepEveryPromise();
    void theSocketTakesOrders();
    void everyMessageOfALoadIsDelivered();
};

void TestLab::aConnectionThatLostBytesDoesNotGoOn()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    TcpProxy proxy(server.serverPort());
    const auto connected = [&](QTcpSocket &client) {
        client.connectToHost(QHostAddress::LocalHost, proxy.port());
        return client.waitForConnected(int(patienceMs)) && client.write("a") == 1 &&
               QTest::qWaitFor([&] { return server.hasPendingConnections(); }, int(patienceMs));
    };
    QTcpSocket client;
    QVERIFY(connected(client));
    QTcpSocket *other = server.nextPendingConnection();
    QTRY_COMPARE_WITH_TIMEOUT(other->bytesAvailable(), 1, int(patienceMs));
    proxy.swallow(TcpProxy::Up, true);
    // The proxy's thread takes the order with its next turn: what is on its way may still pass.
    const auto lost = [&] {
        client.write("b");
        client.flush();
        return proxy.count().swallowed[TcpProxy::Up] > 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(lost(), int(patienceMs));
    QCOMPARE(client.state(), QAbstractSocket::ConnectedState); // it looks alive
    proxy.clear();
    QTRY_COMPARE_WITH_TIMEOUT(client.state(), QAbstractSocket::UnconnectedState, int(patienceMs));
    QTRY_COMPARE_WITH_TIMEOUT(other->state(), QAbstractSocket::UnconnectedState, int(patienceMs));
    QVERIFY(other->readAll().startsWith("a"));

    QTcpSocket cut;
    QVERIFY(connected(cut));
    proxy.cut(TcpProxy::Cut::Reset);
    proxy.clear(); // at once: the cut holds
    QTRY_COMPARE_WITH_TIMEOUT(cut.state(), QAbstractSocket::UnconnectedState, int(patienceMs));
}

void TestLab::theVerdictSeesWhatIsWrong()
{
    World w(twoPeople());
    QVERIFY(w.good);
    QCOMPARE(w.order(u"ana say @ben \"one\""_s), QString());
    QCOMPARE(w.order(u"talk 5"_s), QString());
    QVERIFY(w.lab.settle(patienceMs));
    const Verdict sound = judge(w.lab);
    QCOMPARE(brokenRules(sound), QStringList());
    QCOMPARE(sound.entered, 6);
    QCOMPARE(sound.stored, 6);

    const QString mirror = w.lab.client(u"ben"_s)->mirror(), log = w.lab.server().database();
    QVERIFY(tamper(mirror, u"UPDATE messages SET body = 'other' WHERE seq = 2"_s));
    QCOMPARE(brokenRules(judge(w.lab)), QStringList{u"all mirrors equal"_s});
    QVERIFY(tamper(mirror, u"UPDATE members SET seen = 0, delivered = 1"_s));
    QCOMPARE(brokenRules(judge(w.lab)), QStringList({u"receipts agree"_s, u"all mirrors equal"_s}));
    QVERIFY(tamper(log, u"DELETE FROM messages WHERE seq = 3"_s));
    const QStringList broken = brokenRules(judge(w.lab));
    QVERIFY(broken.contains(u"none lost"_s));
    QVERIFY(broken.contains(u"the server keeps its promises"_s));
}

void TestLab::aCrashIsNoRest()
{
    World w(twoPeople());
    QVERIFY(w.good);
    QCOMPARE(w.order(u"ana say @ben \"one\""_s), QString());
    QVERIFY(w.lab.settle(patienceMs));
    // Not by an order of the lab, which would be no crash.
    QSignalSpy ends(w.lab.client(u"ben"_s), &LabClient::ended);
    QCOMPARE(::kill(pid_t(w.lab.client(u"ben"_s)->pid()), SIGSEGV), 0);
    QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 1, int(patienceMs));
    QVERIFY(bool(w.lab.heal()));
    QVERIFY(w.lab.settle(patienceMs));
    QCOMPARE(brokenRules(judge(w.lab)), QStringList{u"no program crashed"_s});
}

void TestLab::ordersAreObeyedOrRefusedInWords()
{
    World w(twoPeople());
    QVERIFY(w.good);
    for (const QString &wrong :
         {u"nobody kill"_s, u"ana"_s, u"ana dance"_s, u"ana latency fast"_s, u"ana latency"_s,
          u"ana half-open sideways"_s, u"server dance"_s, u"server restore"_s, u"talk 0"_s,
          u"wait ana weather"_s, u"wait nobody settled"_s, u"ana revoke ben"_s, u"talk 3 nobody"_s}) {
        const auto did = w.orders.run(*Orders::wordsOf(wrong));
        QVERIFY2(!did, qPrintable(wrong));
        QCOMPARE(did.error().code, Errc::BadInput);
        QVERIFY2(did.error().what.size() > 10, qPrintable(wrong));
    }
    QVERIFY(!Orders::wordsOf(u"ana say \"never closed"_s));
    QCOMPARE(*Orders::wordsOf(u" ana  say \"two words\" x "_s),
             QStringList({u"ana"_s, u"say"_s, u"two words"_s, u"x"_s}));
    QCOMPARE(w.codeOf(u"ana do send nobody-here hello"_s), Errc::Refused); // kith-cli's own answer
    QCOMPARE(w.order(u"fails ana do send nobody-here hello"_s), QString());
    QVERIFY(w.order(u"fails ana say @ben \"this works\""_s).contains(u"did not"_s));
    // Refused as a whole: nothing of it was done.
    QCOMPARE(w.order(u"wait ana online"_s), QString());
    for (const QString &half : {u"ana offline soon"_s, u"ana sleep long"_s})
        QCOMPARE(w.codeOf(half), Errc::BadInput);
    QCOMPARE(w.order(u"expect ana online"_s), QString());
    QVERIFY(!w.lab.client(u"ana"_s)->isAsleep());
    QVERIFY(w.orders.run({u"help"_s})->contains(u"half-open"_s));
    QVERIFY(w.orders.run({u"who"_s})->contains(w.lab.client(u"ben"_s)->mirror()));
}

void TestLab::faultsShowInTheTimelineAndHeal()
{
    World w(twoPeople());
    QVERIFY(w.good);
    QCOMPARE(w.order(u"ana say @ben \"first\""_s), QString());
    QCOMPARE(w.order(u"wait all settled"_s), QString());
    QCOMPARE(w.order(u"ana offline"_s), QString());
    QCOMPARE(w.order(u"ana say @ben \"in the tunnel\""_s), QString());
    QCOMPARE(w.order(u"ben say @ana \"where are you\""_s), QString());
    QCOMPARE(w.order(u"wait ben outbox 0"_s), QString());
    QCOMPARE(w.order(u"expect ana outbox 1"_s), QString());
    QCOMPARE(w.codeOf(u"expect ana settled"_s), Errc::Refused);
    const auto beliefs = w.lab.beliefs();
    QCOMPARE(beliefs[0].waiting, 1);
    QCOMPARE(beliefs[0].messages, 1);
    QCOMPARE(beliefs[0].serverMessages, 2);
    QVERIFY(beliefs[0].differences().contains(u"messages"_s));
    QVERIFY(beliefs[0].oldestWaitingMs > 0);
    QVERIFY(beliefTable(beliefs, QDateTime::currentMSecsSinceEpoch()).contains(u"1 ≠ 2"_s));
    // A sanitizer's build cannot be given a wrong clock, and says so.
    if (w.codeOf(u"ana clock +5h"_s) != Errc::Unavailable) QVERIFY(w.lab.client(u"ana"_s)->isClockWrong());
    QCOMPARE(w.order(u"heal"_s), QString());
    QVERIFY(!w.lab.client(u"ana"_s)->isClockWrong() && w.lab.client(u"ana"_s)->isRunning());
    QCOMPARE(w.order(u"wait all settled"_s), QString());
    QCOMPARE(brokenRules(judge(w.lab)), QStringList());
    // Who has not heard of others' marks is not at rest.
    LabClient *ana = w.lab.client(u"ana"_s);
    ana->stop();
    QVERIFY(w.lab.beliefs()[0].isSettled());
    QVERIFY(tamper(ana->mirror(), u"UPDATE chats SET rx = 0"_s));
    QVERIFY(!w.lab.beliefs()[0].isSettled());
    QCOMPARE(w.lab.beliefs()[0].differences(), QStringList{u"receipts"_s});
}

/// --keep keeps it.
void TestLab::aSmallDiskIsNotLostWithTheLab()
{
    QTemporaryDir dir;
    QString mirror;
    {
        Lab lab(dir.path(), 3);
        Orders orders(lab);
        QVERIFY(bool(lab.startServer()) && bool(lab.bringIn(twoPeople(), LabClient::Face::Headless)));
        QVERIFY(bool(lab.startClients()));
        const auto full = orders.run({u"ana"_s, u"disk"_s, u"full"_s});
        if (!full && full.error().code == Errc::Unavailable) QSKIP("only root can mount a small disk");
        QVERIFY2(full, full ? "" : qPrintable(full.error().what));
        mirror = lab.client(u"ana"_s)->mirror();
        QVERIFY(QFile::exists(mirror));
    }
    QVERIFY(QFile::exists(mirror));
    QVERIFY(!QFile::exists(dir.filePath(u"ana/filler"_s)) && !QFile::exists(dir.filePath(u"ana.aside"_s)));
}

/// A window tells nothing of itself; its connection is seen from outside.
void TestLab::aWindowIsSeenToBeOnlineOrAway()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QTemporaryDir dir;
    Lab lab(dir.path(), 3);
    Orders orders(lab);
    QVERIFY(bool(lab.startServer()) && bool(lab.bringIn(twoPeople(), LabClient::Face::Window)));
    QVERIFY(bool(lab.startClients()));
    for (const QStringList &order : {QStringList{u"wait"_s, u"all"_s, u"online"_s},
                                     {u"ana"_s, u"offline"_s},
                                     {u"wait"_s, u"ana"_s, u"away"_s}}) {
        const auto did = orders.run(order);
        QVERIFY2(did, did ? "" : qPrintable(did.error().what));
    }
    QCOMPARE(lab.beliefs()[0].phase, u"waiting"_s);
    QCOMPARE(lab.beliefs()[1].phase, u"online"_s);
    QVERIFY(orders.run({u"ana"_s, u"online"_s}));
    QVERIFY(orders.run({u"wait"_s, u"ana"_s, u"online"_s}));
    QVERIFY(orders.run({u"ana"_s, u"say"_s, u"@ben"_s, u"hello"_s}).error().what.contains(u"has a window"_s));
}

void TestLab::aSleepingAndAKilledClientLoseNothing()
{
    World w(twoPeople());
    QVERIFY(w.good);
    QCOMPARE(w.order(u"ana say @ben \"first\""_s), QString());
    QCOMPARE(w.order(u"ana sleep"_s), QString());
    QCOMPARE(w.codeOf(u"ana say @ben \"in my sleep\""_s), Errc::BadInput);
    QCOMPARE(w.order(u"ben say @ana \"wake up\""_s), QString());
    QCOMPARE(w.order(u"ana wake"_s), QString());
    QCOMPARE(w.order(u"wait ana holds 2"_s), QString());
    QCOMPARE(w.order(u"ana offline"_s), QString());
    QCOMPARE(w.order(u"ana say @ben \"saved, not sent\""_s), QString());
    QCOMPARE(w.order(u"ana kill"_s), QString());
    QCOMPARE(w.order(u"expect ana stopped"_s), QString());
    QCOMPARE(w.order(u"expect ana outbox 1"_s), QString());
    QVERIFY(bool(w.lab.heal()));
    QVERIFY(w.lab.settle(patienceMs));
    const Verdict verdict = judge(w.lab);
    QCOMPARE(brokenRules(verdict), QStringList());
    QCOMPARE(verdict.entered, 3);
}

void TestLab::aSlowDiskIsFelt()
{
    World w(twoPeople());
    QVERIFY(w.good);
    QCOMPARE(w.order(u"ana say @ben \"first\""_s), QString());
    QCOMPARE(w.order(u"wait all settled"_s), QString());
    const auto slow = w.orders.run({u"server"_s, u"slow"_s, u"2000"_s});
    if (!slow && slow.error().code == Errc::Unavailable) QSKIP(qPrintable(slow.error().what));
    QVERIFY(bool(slow));
    QElapsedTimer since;
    since.start();
    QCOMPARE(w.order(u"ana say @ben \"this takes two seconds\""_s), QString());
    QCOMPARE(w.order(u"wait ben holds 2"_s), QString());
    QVERIFY2(since.elapsed() > 1'000, "the server's disk was not slow"); // one commit, begun after the order
    QCOMPARE(w.order(u"server slow 0"_s), QString());
}

void TestLab::seededDatabasesKeepEveryPromise()
{
    World w(twoPeople());
    QVERIFY(w.good);
    for (LabClient *client : w.lab.clients()) client->stop();
    QVERIFY(bool(w.lab.server().stop()));
    SeedPlan plan{.seed = 5,
                  .chats = 12,
                  .messages = 3'000,
                  .clients = 2,
                  .people = 9,
                  .nowMs = QDateTime::currentMSecsSinceEpoch()};
    int told = 0;
    const auto seeded = seedServer(w.lab.server().database(), plan, [&told](int count) { told = count; });
    QVERIFY2(seeded, seeded ? "" : qPrintable(seeded.error().what));
    QCOMPARE(told, 3'000);
    QCOMPARE(w.lab.server().check(), QStringList());
    const Ledger log(w.lab.server().database());
    QCOMPARE(log.number(u"SELECT count(*) FROM messages WHERE kind = 'text'"_s), 3'000);
    QCOMPARE(log.number(u"SELECT count(*) FROM chats"_s), 12);
    QVERIFY(log.number(u"SELECT count(*) FROM chats WHERE kind = 2"_s) > 0);
    QCOMPARE(log.number(u"SELECT count(*) FROM relay"_s), 0); // nobody has to be told
    // The clients' mirrors are filled beside it, and stand where the server stands before anybody is
    // connected.
    for (LabClient *client : w.lab.clients()) {
        const auto filled = seedMirror(client->profile(), w.lab.server().database());
        QVERIFY2(filled, filled ? "" : qPrintable(filled.error().what));
    }
    for (const Belief &belief : w.lab.beliefs()) {
        QVERIFY(belief.messages > 1'000);
        QCOMPARE(belief.messages, belief.serverMessages);
        QCOMPARE(belief.behind, 0);
        QCOMPARE(belief.unread, belief.serverUnread);
        QVERIFY(!belief.otherEpoch);
    }
    const auto revs = [&w] {
        return Ledger(w.lab.client(u"ana"_s)->mirror()).number(u"SELECT sum(rev) FROM chats"_s);
    };
    const qint64 filledAt = revs();
    QVERIFY(bool(w.lab.startServer()) && bool(w.lab.startClients()));
    QVERIFY(w.lab.settle(patienceMs));
    QVERIFY(filledAt > 0);
    QCOMPARE(revs(), filledAt);
    const auto running = seedMirror(w.lab.client(u"ana"_s)->profile(), w.lab.server().database());
    QVERIFY(!running);
    QCOMPARE(running.error().code, Errc::Locked);
    QCOMPARE(w.order(u"all do verify --check"_s), QString());
    QVERIFY(w.lab.beliefs()[0].unread > 0);
    QCOMPARE(brokenRules(judge(w.lab)), QStringList());
}

void TestLab::theSocketTakesOrders()
{
    World w(twoPeople());
    QVERIFY(w.good);
    CtlServer ctl(w.orders);
    QVERIFY(bool(ctl.listen(w.lab.dir())));
    const auto tell = [&w](const QStringList &words) {
        QProcess asker;
        asker.start(programFile(u"kith-lab"_s), QStringList{u"ctl"_s, u"--lab"_s, w.lab.dir()} + words);
        if (!QTest::qWaitFor([&] { return asker.state() == QProcess::NotRunning; }, int(patienceMs)))
            return QByteArray();
        return QByteArray::number(asker.exitCode()) + ' ' + asker.readAllStandardOutput() +
               asker.readAllStandardError();
    };
    QVERIFY(tell({u"timeline"_s}).startsWith("0 client"));
    QCOMPARE(tell({u"ana"_s, u"say"_s, u"@ben"_s, u"over the socket"_s}), QByteArray("0 "));
    QCOMPARE(w.lab.client(u"ana"_s)->entered().size(), 1);
    QVERIFY(tell({u"ana"_s, u"dance"_s}).startsWith("1 kith-lab: There is no order"));
    QSignalSpy quits(&ctl, &CtlServer::quitWanted);
    QVERIFY(tell({u"quit"_s}).startsWith("0 "));
    QCOMPARE(quits.size(), 1);
    QProcess nobody;
    nobody.start(programFile(u"kith-lab"_s), {u"ctl"_s, u"--lab"_s, w.dir.filePath(u"nothing"_s), u"who"_s});
    QVERIFY(nobody.waitForFinished(int(patienceMs)));
    QCOMPARE(nobody.exitCode(), 74);
    QVERIFY(nobody.readAllStandardError().contains("No lab runs in"));
}

void TestLab::everyMessageOfALoadIsDelivered()
{
    QTemporaryDir dir;
    LabServer server(dir.path());
    QVERIFY(bool(server.start()));
    Load load({.port = server.port(), .clients = 10, .rate = 100, .seconds = 2});
    QVERIFY(bool(load.prepare()));
    int seconds = 0;
    const LoadResult result = load.run([&server] { return server.cpuSeconds(); },
                                       [&seconds](const LoadSecond &one) { seconds = one.second; });
    QCOMPARE(result.sent, 200);
    QCOMPARE(result.acknowledged, 200);
    QCOMPARE(result.delivered, 200);
    QCOMPARE(result.refused + result.dropped, 0);
    QCOMPARE(seconds, 2);
    QVERIFY(result.deliveryMs[0] > 0 && result.deliveryMs[0] <= result.deliveryMs[2] &&
            result.deliveryMs[2] <= result.deliveryMs[4]);
    QCOMPARE(Ledger(server.database()).number(u"SELECT count(*) FROM messages"_s), 200);
}

QTEST_GUILESS_MAIN(TestLab)
#include "tst_lab.moc"
