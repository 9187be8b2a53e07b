// What keeps a server tidy, with the real program: parts started apart, reports of abuse, the sweep.
#include "core/wire/account_care.h"
#include "server/storage/db.h"
#include "tests/kit/server_process.h"
#include "tests/kit/test_node.h"
#include "tests/kit/ws_client.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

struct Said {
    int code = -1;
    QList<QJsonObject> rows;
    QByteArray err;
};

Said admin(const QString &data, const QStringList &words)
{
    QProcess program;
    program.start(QStringLiteral(KITH_BIN_DIR "/kith-server"),
                  QStringList{u"admin"_s, u"--data"_s, data, u"--json"_s} + words);
    if (!program.waitForFinished(patienceMs)) return {};
    Said said{program.exitCode(), {}, program.readAllStandardError()};
    for (const QByteArray &line : program.readAllStandardOutput().split('\n'))
        if (!line.isEmpty()) said.rows.append(QJsonDocument::fromJson(line).object());
    return said;
}

QByteArray bearer(const wire::SignedIn &account)
{
    return "Authorization: Bearer " + account.access + "\r\n";
}

qint64 count(const QString &data, const char *sql)
{
    server::Db db(data + u"/kith-server.db"_s, false, nullptr);
    return db.number(sql);
}

} // namespace

class TestUpkeep : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWorkerDoesLaterWhatNobodyDidBefore()
    {
        QTemporaryDir dir;
        const QString data = dir.filePath(u"data"_s);
        ServerProcess server;
        QVERIFY(server.start(data, 0, {u"--roles"_s, u"realtime, api"_s}));
        const quint16 port = server.port();
        ChatId chat;
        {
            Person anna(port, u"anna"_s), bert(port, u"bert"_s);
            chat = anna.chatWith(bert);
            for (int i = 0; i < 5; ++i)
                QVERIFY(std::holds_alternative<wire::Ok>(*anna.ws.ask(anna.text(chat, u"to be erased"_s))));
            QCOMPARE(HttpClient(port)
                         .ask("POST", "/v1/account/delete",
                              wire::encode(wire::AccountEnd{u"correct horse"_s}), bearer(anna.account))
                         ->status,
                     200);
        }
        QCOMPARE(admin(data, {u"stats"_s}).rows.value(0)[u"roles"_s].toString(), u"api,realtime"_s);
        QCOMPARE(count(data, "SELECT count(*) FROM erasures"), 1);
        QCOMPARE(server.stop(), 0);
        QVERIFY(server.log().contains("no worker here"));
        QCOMPARE(count(data, "SELECT count(*) FROM messages WHERE body = 'to be erased'"), 5);

        QVERIFY(server.start(data, port, {u"--roles"_s, u"worker"_s}));
        QCOMPARE(server.ready(), "kith-server ready worker");
        QTRY_COMPARE_WITH_TIMEOUT(count(data, "SELECT count(*) FROM erasures"), 0, patienceMs);
        QCOMPARE(count(data, "SELECT count(*) FROM messages WHERE body = 'to be erased'"), 0);
        QTcpSocket client; // there is no door
        client.connectToHost(QHostAddress::LocalHost, port);
        QVERIFY(!client.waitForConnected(5'000));
        QCOMPARE(admin(data, {u"stats"_s}).rows.value(0)[u"roles"_s].toString(), u"worker"_s);
        ServerProcess second; // one process owns the folder, whatever the roles
        QVERIFY(!second.start(data, 0, {u"--roles"_s, u"api,realtime"_s}));
        QCOMPARE(second.finish(), 75);
        QCOMPARE(admin(data, {u"drain"_s}).code, 0);
        QCOMPARE(server.finish(), 0);

        QVERIFY(server.start(data, port));
        QCOMPARE(server.ready(), "kith-server ready http://127.0.0.1:" + QByteArray::number(port));
        QCOMPARE(admin(data, {u"stats"_s}).rows.value(0)[u"roles"_s].toString(), u"api,realtime,worker"_s);
        QCOMPARE(server.stop(), 0);
    }

    void rolesThatServeNobodyAreRefused_data()
    {
        QTest::addColumn<QString>("roles");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("api alone") << u"api"_s << QByteArray("one process");
        QTest::newRow("realtime alone") << u"realtime"_s << QByteArray("one process");
        QTest::newRow("api, worker") << u"api,worker"_s << QByteArray("one process");
        QTest::newRow("unknown") << u"api,realtime,cook"_s << QByteArray("some of these");
        QTest::newRow("empty") << u""_s << QByteArray("some of these");
    }
    void rolesThatServeNobodyAreRefused()
    {
        QFETCH(QString, roles);
        QFETCH(QByteArray, says);
        QTemporaryDir dir;
        ServerProcess server;
        QVERIFY(!server.start(dir.filePath(u"data"_s), 0, {u"--roles"_s, roles}));
        QVERIFY(server.finish() > 0);
        const QByteArray said = server.log();
        QVERIFY2(said.contains(says) && said.contains("roles"), said);
        QVERIFY(!QFileInfo::exists(dir.filePath(u"data"_s)));
    }

    // The house itself knows any combination: storage that several processes share needs no more.
    void eachRoleServesItsOwn()
    {
        const TestNode api([](server::NodeOptions &o) { o.roles = {true, false, false}; });
        const auto anna = signUp(api.port(), u"anna"_s);
        const QByteArray upgrade =
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        QCOMPARE(HttpClient(api.port()).ask("GET", "/v1/ws", {}, upgrade)->status, 404);
        QCOMPARE(HttpClient(api.port()).ask("GET", "/v1/ready")->status, 200);

        const TestNode realtime([](server::NodeOptions &o) { o.roles = {false, true, false}; });
        QCOMPARE(HttpClient(realtime.port()).ask("GET", "/v1/ws", {}, upgrade)->status, 101);
        for (const char *path :
             {"/v1/login", "/v1/register", "/v1/token", "/v1/files", "/v1/profile", "/v1/report"})
            QCOMPARE(HttpClient(realtime.port()).ask("POST", path, "{}", bearer(anna))->status, 404);
        QCOMPARE(HttpClient(realtime.port()).ask("GET", "/")->status, 404);
        QCOMPARE(HttpClient(realtime.port()).ask("GET", "/v1/ready")->status, 200);

        const TestNode worker([](server::NodeOptions &o) { o.roles = {false, false, true}; });
        QCOMPARE(worker.port(), quint16(0));
    }

    void reportsAreReadAndClosed()
    {
        QTemporaryDir dir;
        const QString data = dir.filePath(u"data"_s);
        ServerProcess server;
        QVERIFY(server.start(data));
        Person anna(server.port(), u"anna"_s), bert(server.port(), u"bert"_s);
        const ChatId chat = anna.chatWith(bert);
        const auto rude = bert.text(chat, u"rude words \u001b[31m"_s + QString(200, u'!'));
        QVERIFY(std::holds_alternative<wire::Ok>(*bert.ws.ask(rude)));
        const auto report = [&](const wire::Report &what) {
            return HttpClient(server.port())
                .ask("POST", "/v1/report", wire::encode(what), bearer(anna.account))
                ->status;
        };
        QCOMPARE(report({{}, chat, rude.mid, u"abuse"_s, u"see above"_s}), 201);
        QCOMPARE(report({bert.account.user, {}, {}, u"spam"_s, {}}), 201);
        QCOMPARE(admin(data, {u"stats"_s}).rows.value(0)[u"open_reports"_s].toInt(), 2);
        const auto listed = admin(data, {u"reports"_s}).rows;
        QCOMPARE(listed.size(), 2);
        QCOMPARE(listed[0][u"by"_s].toString(), u"anna"_s);
        QCOMPARE(listed[0][u"about"_s].toString(), u"bert"_s);
        QCOMPARE(listed[0][u"words"_s].toString(), u"see above"_s);
        QVERIFY(listed[0][u"message"_s].toString().size() < 100);
        QCOMPARE(listed[1][u"reason"_s].toString(), u"spam"_s);
        QCOMPARE(listed[1][u"chat"_s].toString(), QString());
        // The author takes it back; the report keeps what was reported.
        QVERIFY(std::holds_alternative<wire::Ok>(
            *bert.ws.ask(wire::Del{chat, rude.mid, OpId::mint(bert.clock.wallMs(), bert.random)})));
        const auto whole = admin(data, {u"reports"_s, u"1"_s}).rows;
        QCOMPARE(whole.size(), 1);
        QCOMPARE(whole[0][u"message"_s].toString(), rude.body);
        QCOMPARE(whole[0][u"mid"_s].toString(), QString::fromLatin1(rude.mid.text()));
        QCOMPARE(admin(data, {u"close-report"_s, u"1"_s}).code, 0);
        QCOMPARE(admin(data, {u"close-report"_s, u"1"_s}).code, 66);
        QCOMPARE(admin(data, {u"close-report"_s, u"one"_s}).code, 64);
        QCOMPARE(admin(data, {u"reports"_s, u"9"_s}).code, 66);
        const auto open = admin(data, {u"reports"_s}).rows;
        QCOMPARE(open.size(), 1);
        QCOMPARE(open[0][u"report"_s].toInt(), 2);
        const auto all = admin(data, {u"reports"_s, u"--all"_s}).rows;
        QCOMPARE(all.size(), 2);
        QVERIFY(!all[0][u"closed"_s].toString().isEmpty() && all[1][u"closed"_s].toString().isEmpty());
        QCOMPARE(admin(data, {u"reports"_s, u"--all"_s, u"--after"_s, u"1"_s}).rows.size(), 1);
        QCOMPARE(admin(data, {u"reports"_s, u"--all"_s, u"--limit"_s, u"1"_s}).rows.size(), 1);
        QCOMPARE(server.stop(), 0);
    }

    void aFileThatNothingKnowsIsSwept()
    {
        QTemporaryDir dir;
        const QString data = dir.filePath(u"data"_s);
        ServerProcess server;
        QVERIFY(server.start(data));
        const auto anna = signUp(server.port(), u"anna"_s);
        const AttId stray = AttId::mint(1, m_random); // long ago
        const QString key = QString::fromLatin1(stray.blob().toHex());
        const QString folder = data + u"/files/"_s + key.left(2);
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + u'/' + key);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("nobody's") == 8);
        file.close();
        file.open(QIODevice::ReadWrite);
        file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-40), QFileDevice::FileModificationTime);
        file.close();
        const auto counted = admin(data, {u"sweep"_s, u"--dry-run"_s}).rows.value(0);
        QCOMPARE(counted[u"stray_files"_s].toInt(), 1);
        QCOMPARE(counted[u"bytes"_s].toInt(), 8);
        QCOMPARE(counted[u"complete"_s].toBool(), true);
        QVERIFY(file.exists()); // only counted
        QCOMPARE(admin(data, {u"sweep"_s}).rows.value(0)[u"stray_files"_s].toInt(), 1);
        QVERIFY(!file.exists());
        QCOMPARE(admin(data, {u"sweep"_s, u"--dry-run"_s}).rows.value(0)[u"stray_files"_s].toInt(), 0);
        QCOMPARE(server.stop(), 0);
    }

private:
    SystemRandom m_random;
};

QTEST_GUILESS_MAIN(TestUpkeep)
#include "tst_upkeep.moc"
