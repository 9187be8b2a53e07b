#include "tests/faults/fault_world.h"
#include "tests/kit/ws_client.h"

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

/// A network that breaks in every way TCP can, between real programs.
class TestWire : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cutWhileItSendsAndIsAnswered()
    {
        FaultDice dice;
        FaultWorld w;
        const PersonProcess ana = w.join(u"ana"_s), bob = w.join(u"bob"_s);
        QVERIFY(w.good);
        QVERIFY2(w.enter(ana, u"bob"_s, u"first"_s), w.lastError);
        QVERIFY2(w.sync(bob), w.lastError);
        qint64 cuts = 0;
        for (int round = 0; round < rounds(5); ++round) {
            w.proxy.refuse(true);
            for (int i = 0; i < 6; ++i)
                QVERIFY2(w.enter(ana, u"bob"_s, u"%1.%2"_s.arg(round).arg(i)), w.lastError);
            w.proxy.clear();
            const auto tail = ana.start({u"tail"_s});
            // Somewhere between the first byte of the handshake and the last answer, again and again.
            while (w.stored() < w.enteredCount()) {
                const auto way = dice.yes() ? TcpProxy::Up : TcpProxy::Down;
                w.proxy.cutAfter(way, dice.between(1, 2'500),
                                 dice.yes() ? TcpProxy::Cut::Reset : TcpProxy::Cut::Fin);
                const qint64 seen = w.proxy.count().cuts;
                QVERIFY(w.proxy.waitUntil(
                    [&](const TcpProxy::Count &c) { return c.cuts > seen || w.stored() >= w.enteredCount(); },
                    patienceMs));
                if (w.proxy.count().cuts > cuts + 3) break; // enough for this round
            }
            cuts = w.proxy.count().cuts;
            w.proxy.clear();
            QTRY_COMPARE_WITH_TIMEOUT(w.stored(), qint64(w.enteredCount()), patienceMs);
            tail->signal(SIGINT);
            QCOMPARE(tail->finish(), 0);
        }
        QVERIFY(cuts > 0);
        for (const PersonProcess *p : {&ana, &bob, &ana}) QVERIFY2(w.sync(*p), w.lastError);
        QCOMPARE(w.faults({&ana, &bob}), QStringList());
        qInfo("%lld cuts, %d messages", qlonglong(cuts), w.enteredCount());
    }

    void aSlowAndLateNetworkOnlyTakesLonger()
    {
        FaultWorld w;
        const PersonProcess ana = w.join(u"ana"_s), bob = w.join(u"bob"_s);
        QVERIFY(w.good);
        for (int i = 0; i < 3; ++i) QVERIFY2(w.enter(ana, u"bob"_s, u"early %1"_s.arg(i)), w.lastError);
        w.proxy.delay(TcpProxy::Up, 150);
        w.proxy.delay(TcpProxy::Down, 150);
        w.proxy.throttle(TcpProxy::Up, 8'000);
        w.proxy.throttle(TcpProxy::Down, 8'000);
        QVERIFY2(w.sync(bob), w.lastError);
        QVERIFY2(w.enter(bob, u"ana"_s, QString(u"slow "_s).repeated(400)), w.lastError);
        QVERIFY2(w.sync(bob), w.lastError);
        w.proxy.clear();
        for (const PersonProcess *p : {&ana, &bob}) QVERIFY2(w.sync(*p), w.lastError);
        QCOMPARE(w.faults({&ana, &bob}), QStringList());
    }

    void catchingUpThousandsOverABadLine()
    {
        constexpr int many = 2'000, atOnce = 50;
        FaultDice dice;
        FaultWorld w;
        const PersonProcess bob = w.join(u"bob"_s);
        QVERIFY(w.good);
        // A busy bot that speaks the protocol by itself, straight to the server.
        Person bot(FaultWorld::portOf(w.world.server.url()), u"bot"_s);
        wire::ChatNew make;
        make.chat = ChatId::mint(bot.clock.wallMs(), bot.random);
        make.op = OpId::mint(bot.clock.wallMs(), bot.random);
        make.members = {*UserId::fromText(bob.run({u"accounts"_s}).last()[u"user"_s].toString().toLatin1())};
        QVERIFY(bot.ws.ask(make));
        QStringList &said = w.entered[u"bot"_s];
        for (int i = 0; i < many; i += atOnce) {
            std::vector<qint64> asked;
            for (int k = 0; k < atOnce; ++k) {
                const wire::Send send =
                    bot.text(make.chat, u"report %1 of the many that wait for you"_s.arg(i + k));
                said.append(QString::fromLatin1(send.mid.text()));
                asked.push_back(bot.ws.send(send));
            }
            for (const qint64 id : asked) QVERIFY(std::holds_alternative<wire::Ok>(*bot.ws.answerTo(id)));
        }
        w.proxy.throttle(TcpProxy::Down, 300'000);
        int tries = 0;
        for (int i = 0; i < 4; ++i) { // cut on the way, and taken up again where it stopped
            w.proxy.cutAfter(TcpProxy::Down, dice.between(2'000, 120'000), TcpProxy::Cut::Reset);
            ++tries;
            if (w.sync(bob)) break;
        }
        w.proxy.clear();
        QVERIFY2(w.sync(bob), w.lastError);
        QVERIFY(w.proxy.count().cuts > 0);
        QCOMPARE(w.faults({&bob}), QStringList());
        QCOMPARE(Ledger(bob.mirror()).number(u"SELECT count(*) FROM messages"_s), qint64(many));
        qInfo("%d messages, %lld cuts, %d tries", many, qlonglong(w.proxy.count().cuts), tries);
    }

    void twoProcessesOnOneAccount()
    {
        FaultWorld w;
        const PersonProcess ana = w.join(u"ana"_s), bob = w.join(u"bob"_s);
        QVERIFY(w.good);
        QVERIFY2(w.enter(ana, u"bob"_s, u"first"_s), w.lastError);
        const auto tail = ana.start({u"tail"_s});
        QVERIFY(tail->waitForLine([](const QByteArray &line) { return line.contains("\"online\""); }));
        const Ran second = ana.run({u"send"_s, u"bob"_s, u"from a second process"_s});
        QCOMPARE(second.code, 75);
        QVERIFY(second.mid.isEmpty());
        QVERIFY2(second.err.contains("process " + QByteArray::number(tail->processId())), second.err);
        QCOMPARE(ana.run({u"history"_s, u"bob"_s}).code, 0); // reading is free
        tail->signal(SIGKILL);                               // a lock whose process is gone is no lock
        tail->finish();
        QVERIFY2(w.enter(ana, u"bob"_s, u"after the kill"_s), w.lastError);
        for (const PersonProcess *p : {&ana, &bob, &ana}) QVERIFY2(w.sync(*p), w.lastError);
        QCOMPARE(w.faults({&ana, &bob}), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
