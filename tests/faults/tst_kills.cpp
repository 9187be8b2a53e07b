#include "tests/faults/fault_world.h"

using namespace kith::test;
using namespace Qt::StringLiterals;

/// kill -9 of clients, of the server, of both, while three people write to each other and into a group.
class TestKills : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void killedAtRandomPoints()
    {
        FaultDice dice;
        FaultWorld w;
        const PersonProcess ana = w.join(u"ana"_s), bob = w.join(u"bob"_s), cyd = w.join(u"cyd"_s);
        QVERIFY(w.good);
        const QList<const PersonProcess *> people{&ana, &bob, &cyd};
        QVERIFY2(w.enter(ana, u"bob"_s, u"hello bob"_s) && w.enter(ana, u"cyd"_s, u"hello cyd"_s) &&
                     w.enter(bob, u"cyd"_s, u"hello too"_s),
                 w.lastError);
        QCOMPARE(ana.run({u"group"_s, u"Boat"_s, u"bob"_s, u"cyd"_s}).code, 0);
        for (const PersonProcess *p : people) QVERIFY2(w.sync(*p), w.lastError);

        int kills = 0;
        for (int round = 0; round < rounds(6); ++round) {
            if (dice.yes()) w.proxy.refuse(true); // some write offline, then all at once
            for (const PersonProcess *p : people)
                for (int i = 0; i < 3; ++i) {
                    const QString other = people[dice.below(3)]->login();
                    const QString to = dice.yes() || other == p->login() ? u"Boat"_s : other;
                    QVERIFY2(w.enter(*p, to, u"%1.%2"_s.arg(round).arg(i)), w.lastError);
                }
            w.proxy.clear();
            const auto what = dice.below(3); // a client, the server, both
            std::vector<std::unique_ptr<Child>> running;
            for (const PersonProcess *p : people) running.push_back(p->start({u"sync"_s, u"--once"_s}));
            // A number of bytes on the wire is a point in the middle of the work, whatever the machine's
            // speed.
            const qint64 from = w.proxy.count().passed[TcpProxy::Down],
                         until = from + dice.between(1, 12'000);
            QTRY_VERIFY_WITH_TIMEOUT(
                w.proxy.count().passed[TcpProxy::Down] >= until ||
                    std::all_of(running.begin(), running.end(),
                                [](auto &c) { return c->state() == QProcess::NotRunning; }),
                patienceMs);
            if (what != 1) {
                Child &victim = *running[size_t(dice.below(3))];
                victim.signal(SIGKILL);
                if (victim.finish() == -2) ++kills;
            }
            if (what != 0) {
                w.world.server.kill9();
                ++kills;
            }
            for (const auto &child : running) QVERIFY(child->finish() != -1); // none hangs
            if (what != 0) QVERIFY(w.world.server.start());
        }
        QVERIFY(kills > 0);
        for (int i = 0; i < 2; ++i)
            for (const PersonProcess *p : people) QVERIFY2(w.sync(*p), w.lastError);
        QCOMPARE(w.faults(people), QStringList());
        qInfo("%d kills, %d messages", kills, w.enteredCount());
    }
};

QTEST_GUILESS_MAIN(TestKills)
#include "tst_kills.moc"
