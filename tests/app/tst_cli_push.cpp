#include "tests/kit/cli_world.h"
#include "tests/kit/fcm_stand_in.h"

#include <QTest>
#include <QThread>

using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

/// The stand-in on a thread of its own: the test itself waits for processes.
class FcmThread {
public:
    FcmThread()
    {
        m_thread.start();
        m_holder.moveToThread(&m_thread);
        call([this] { m_fcm = std::make_unique<FcmStandIn>(); });
    }
    ~FcmThread()
    {
        call([this] { m_fcm.reset(); });
        m_thread.quit();
        m_thread.wait();
    }
    template <class F> void call(F job)
    {
        QMetaObject::invokeMethod(&m_holder, job, Qt::BlockingQueuedConnection);
    }
    FcmStandIn &fcm() { return *m_fcm; }

private:
    QThread m_thread;
    QObject m_holder;
    std::unique_ptr<FcmStandIn> m_fcm;
};

} // namespace

/// Pushes as a tester sees them: the real server, kith-cli, and a local FCM.
class TestCliPush : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theTrailOfATestPushIsShown()
    {
        CliWorld world;
        FcmThread fcm;
        QVERIFY(world.server.start({u"--push"_s, u"fcm:"_s + fcm.fcm().accountFile(), u"--push-endpoint"_s,
                                    fcm.fcm().url().toString()}));
        bool good = true;
        const PersonProcess ana = world.registered(u"ana"_s, &good);
        QVERIFY(good);

        const Ran nobody = ana.run({u"push-test"_s});
        QCOMPARE(nobody.code, 69);
        QVERIFY(nobody.err.contains("not registered"));
        QVERIFY(ana.run({u"push"_s}).last()[u"provider"_s].isNull());
        QCOMPARE(ana.run({u"push"_s, u"--provider"_s, u"fcm"_s}).code, 65);
        QCOMPARE(ana.run({u"push"_s, u"--provider"_s, u"fcm"_s, u"--token-stdin"_s}, "two words\n").code, 65);

        const Ran registered =
            ana.run({u"push"_s, u"--provider"_s, u"fcm"_s, u"--token-stdin"_s}, "tok:en-1\n");
        QCOMPARE(registered.code, 0);
        QCOMPARE(registered.last()[u"registered"_s].toBool(), true);

        const Ran tested = ana.run({u"push-test"_s});
        QCOMPARE(tested.code, 0);
        QVERIFY(tested.objects.size() >= 2); // first it waits
        QVERIFY(tested.objects.first()[u"waiting"_s].toBool());
        QCOMPARE(tested.last()[u"result"_s].toString(), u"sent"_s);

        fcm.call(
            [&] { fcm.fcm().sendAnswers.push_back(FcmStandIn::error(404, "NOT_FOUND", "UNREGISTERED")); });
        const Ran dead = ana.run({u"push-test"_s});
        QCOMPARE(dead.code, 69);
        QCOMPARE(dead.last()[u"result"_s].toString(), u"dead"_s);
        QVERIFY(dead.err.contains("UNREGISTERED"));
        const Ran again = ana.run({u"push-test"_s});
        QCOMPARE(again.code, 69);
        QVERIFY(again.err.contains("register it again"));
        QVERIFY(ana.run({u"push"_s, u"--off"_s}).last()[u"provider"_s].isNull());
        fcm.call([&] { QCOMPARE(fcm.fcm().faults, std::vector<QString>()); });
    }

    void whoIsAwayIsWokenOnceForManyMessages()
    {
        CliWorld world;
        FcmThread fcm;
        const QStringList flags{u"--push"_s, u"fcm:"_s + fcm.fcm().accountFile(), u"--push-endpoint"_s,
                                fcm.fcm().url().toString()};
        QVERIFY(world.server.start(flags));
        bool good = true;
        const PersonProcess ana = world.registered(u"ana"_s, &good), ben = world.registered(u"ben"_s, &good);
        QVERIFY(good);
        QCOMPARE(ben.run({u"push"_s, u"--provider"_s, u"fcm"_s, u"--token-stdin"_s}, "ben-token\n").code, 0);
        for (int i = 0; i < 3; ++i) QCOMPARE(ana.run({u"send"_s, u"ben"_s, u"canary %1"_s.arg(i)}).code, 0);
        // What is due outlives the process.
        world.server.kill9();
        QVERIFY(world.server.start(flags));
        size_t sent = 0;
        QVERIFY(QTest::qWaitFor(
            [&] {
                fcm.call([&] { sent = fcm.fcm().sent.size(); });
                return sent > 0;
            },
            patienceMs));
        fcm.call([&] {
            for (const QJsonObject &message : fcm.fcm().sent)
                QVERIFY(!QJsonDocument(message).toJson().contains("canary"));
        });
        const Ran info = ben.run({u"push"_s});
        QVERIFY(info.last()[u"sent"_s].toInt() >= 1);
    }
};

QTEST_GUILESS_MAIN(TestCliPush)
#include "tst_cli_push.moc"
