#include "app/common/profile.h"
#include "app/common/secrets_file.h"
#include "app/lab/small_disk.h"
#include "tests/faults/fault_world.h"
#include "tests/kit/http_client.h"

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

#define NEEDS_DISK(disk)                                                                                     \
    if (!(disk).isMounted()) QSKIP("a small file system needs mount(8) and root")

/// Disks that are full or refuse, under a client and under the server.
class TestDisk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theClientsDiskIsFull()
    {
        FaultWorld w;
        SmallDisk disk(w.world.dir.filePath(u"ana"_s), 3);
        NEEDS_DISK(disk);
        const PersonProcess ana = w.join(u"ana"_s), bob = w.join(u"bob"_s);
        QVERIFY(w.good);
        QVERIFY2(w.enter(ana, u"bob"_s, u"first"_s) && w.sync(bob), w.lastError);
        disk.fill();
        const Ran refused = ana.run({u"send"_s, u"bob"_s, QString(u"no room "_s).repeated(1'000)});
        QCOMPARE(refused.code, 75);
        QVERIFY2(refused.err.contains("full") || refused.err.contains("cannot be"), refused.err);
        QVERIFY2(refused.mid.isEmpty(),
                 "a message was said to be entered"); // it is not there, and nobody said so

        disk.makeRoom();
        const auto tail = ana.start({u"tail"_s});
        const auto phase = [](const char *name) {
            return [name](const QByteArray &line) { return line.contains(name); };
        };
        QVERIFY(tail->waitForLine(phase("\"online\"")));
        disk.fill();
        const QString large = QString(u"large "_s).repeated(2'000);
        for (int i = 0; i < 3; ++i) QVERIFY2(w.enter(bob, u"ana"_s, large + QString::number(i)), w.lastError);
        QVERIFY(tail->waitForLine(phase("\"disk-full\"")));
        QVERIFY2(w.enter(bob, u"ana"_s, u"meanwhile"_s), w.lastError);
        disk.makeRoom(); // and it goes on by itself
        QVERIFY(tail->waitForLine(phase("\"meanwhile\"")));
        QVERIFY(tail->waitForLine(phase("\"online\"")));
        tail->signal(SIGINT);
        QCOMPARE(tail->finish(), 0);
        for (const PersonProcess *p : {&ana, &bob}) QVERIFY2(w.sync(*p), w.lastError);
        QCOMPARE(w.faults({&ana, &bob}), QStringList());
    }

    void signInsOutliveAFullDisk()
    {
        QTemporaryDir dir;
        SmallDisk disk(dir.filePath(u"profile"_s), 1);
        NEEDS_DISK(disk);
        Account account{QUuid::createUuid(),         QUrl(u"http://127.0.0.1:1"_s), u"ana"_s, u"Ana"_s,
                        UserId{QUuid::createUuid()}, DeviceId{QUuid::createUuid()}};
        const QString key = Profile::secretKey(account);
        SecretsFile secrets(dir.filePath(u"profile"_s));
        const auto write = [&](const QByteArray &secret) {
            std::optional<Status> answer;
            secrets.write(key, secret, [&](Status done) { answer = done; });
            return QTest::qWaitFor([&] { return answer.has_value(); }) && *answer;
        };
        auto profile = Profile::open(dir.filePath(u"profile"_s));
        QVERIFY(profile && profile->put(account));
        QVERIFY(write("the first secret"));
        disk.fill();
        Account renamed = account;
        renamed.name = u"Ana of the full disk"_s;
        QVERIFY(!write("a second secret"));
        QVERIFY(!profile->put(renamed));

        std::optional<Result<QByteArray>> held;
        secrets.read(key, [&](Result<QByteArray> secret) { held = std::move(secret); });
        QVERIFY(QTest::qWaitFor([&] { return held.has_value(); }));
        QVERIFY2(*held, held->has_value() ? "" : qPrintable(held->error().what));
        QCOMPARE(**held, QByteArray("the first secret"));
        const auto again = Profile::open(dir.filePath(u"profile"_s));
        QVERIFY(again);
        QCOMPARE(again->accounts(), std::vector<Account>{account});
        disk.makeRoom();
        QVERIFY(write("a second secret") && profile->put(renamed));
    }

    void theClientsFolderIsReadOnly()
    {
        FaultWorld w;
        SmallDisk disk(w.world.dir.filePath(u"ana"_s), 8);
        NEEDS_DISK(disk);
        const PersonProcess ana = w.join(u"ana"_s), bob = w.join(u"bob"_s);
        QVERIFY(w.good);
        QVERIFY2(w.enter(ana, u"bob"_s, u"first"_s) && w.sync(bob), w.lastError);
        QVERIFY(disk.readOnly(true));
        const Ran refused = ana.run({u"send"_s, u"bob"_s, u"not taken"_s});
        QCOMPARE(refused.code, 75);
        QVERIFY2(refused.mid.isEmpty() && refused.err.contains(ana.profile().toUtf8()), refused.err);
        QVERIFY(disk.readOnly(false));
        QVERIFY2(w.enter(ana, u"bob"_s, u"taken"_s), w.lastError);
        for (const PersonProcess *p : {&ana, &bob, &ana}) QVERIFY2(w.sync(*p), w.lastError);
        QCOMPARE(w.faults({&ana, &bob}), QStringList());
    }

    void theServersDiskIsFull()
    {
        FaultWorld w;
        QCOMPARE(w.world.server.stop(), 0);
        SmallDisk disk(w.world.dir.filePath(u"server"_s), 4);
        NEEDS_DISK(disk);
        QVERIFY(w.world.server.start());
        const PersonProcess ana = w.join(u"ana"_s), bob = w.join(u"bob"_s);
        QVERIFY(w.good);
        QVERIFY2(w.enter(ana, u"bob"_s, u"first"_s) && w.sync(bob), w.lastError);
        HttpClient http(FaultWorld::portOf(w.world.server.url()));
        QCOMPARE(http.ask("GET", "/v1/health")->status, 200);
        disk.fill();
        const QString large = QString(u"large "_s).repeated(2'000);
        bool refused = false;
        for (int i = 0; i < 12 && !refused; ++i) {
            const Ran ran =
                ana.run({u"send"_s, u"bob"_s, large + QString::number(i), u"--timeout"_s, u"2"_s});
            QCOMPARE(ran.code, 0);
            w.entered[u"ana"_s].append(ran.mid);
            refused = ran.last()[u"state"_s].toString() == u"queued"_s;
        }
        QVERIFY(refused);
        HttpClient again(FaultWorld::portOf(w.world.server.url()));
        QCOMPARE(again.ask("GET", "/v1/health")->status, 503);
        QCOMPARE(ana.run({u"history"_s, u"bob"_s}).code, 0);

        disk.makeRoom(); // without a restart
        for (const PersonProcess *p : {&ana, &bob, &ana}) QVERIFY2(w.sync(*p), w.lastError);
        HttpClient well(FaultWorld::portOf(w.world.server.url()));
        QCOMPARE(well.ask("GET", "/v1/health")->status, 200);
        QCOMPARE(w.faults({&ana, &bob}), QStringList());
        QCOMPARE(w.world.server.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(TestDisk)
#include "tst_disk.moc"
