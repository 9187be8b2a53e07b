#include "tests/faults/fault_world.h"

#include <QElapsedTimer>

using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 stoppedMs = 40'000; // longer than every patience of the protocol: pong, request, tick

/// Ana at work, her client running, with messages of hers on the way.
struct Scene {
    Scene()
    {
        good = w.good && w.enter(ana, u"bob"_s, u"first"_s) && w.sync(bob);
        w.proxy.refuse(true);
        for (int i = 0; i < 5; ++i) good &= w.enter(ana, u"bob"_s, u"waiting %1"_s.arg(i));
        w.proxy.clear();
    }
    bool everythingIsThere() const { return w.stored() == w.enteredCount(); }
    QStringList end()
    {
        tail->signal(SIGINT);
        QStringList found;
        if (tail->finish() != 0) found.append(u"tail ended badly"_s);
        for (const PersonProcess *p : {&ana, &bob, &ana})
            if (!w.sync(*p)) found.append(QString::fromUtf8(w.lastError));
        return found + w.faults({&ana, &bob});
    }
    FaultWorld w;
    PersonProcess ana = w.join(u"ana"_s), bob = w.join(u"bob"_s);
    std::unique_ptr<Child> tail;
    bool good = false;
};

} // namespace

/// Ends that look alive and are not. The stops are the fault itself and last 40 s; all are held at the same
/// time.
class TestSilence : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stoppedAndHalfOpenEndsAreFoundOut()
    {
        Scene halfOpen, deaf, server, client;
        for (Scene *s : {&halfOpen, &deaf, &server, &client}) QVERIFY2(s->good, s->w.lastError);

        deaf.w.proxy.delay(TcpProxy::Down, 200); // so that an answer is under way when the line goes
        const qint64 before = deaf.w.stored();
        for (Scene *s : {&halfOpen, &deaf, &server, &client}) s->tail = s->ana.start({u"tail"_s});
        // Requests arrive, no answer comes back: found out by the first request without an answer.
        QTRY_VERIFY_WITH_TIMEOUT(deaf.w.stored() > before, patienceMs);
        deaf.w.proxy.swallow(TcpProxy::Down, true);
        // Half-open both ways, with nothing to say: only the ping can find it out.
        QVERIFY(
            halfOpen.tail->waitForLine([](const QByteArray &line) { return line.contains("\"online\""); }));
        halfOpen.w.proxy.swallow(TcpProxy::Down, true);
        halfOpen.w.proxy.swallow(TcpProxy::Up, true);
        QVERIFY(client.tail->waitForLine([](const QByteArray &line) { return line.contains("\"online\""); }));
        client.tail->signal(SIGSTOP);
        QTRY_VERIFY_WITH_TIMEOUT(server.w.proxy.count().passed[TcpProxy::Up] > 0, patienceMs);
        server.w.world.server.child().signal(SIGSTOP);
        QElapsedTimer stopped;
        stopped.start();
        for (int i = 0; i < 2; ++i) {
            QVERIFY2(client.w.enter(client.bob, u"ana"_s, u"while you were away %1"_s.arg(i)),
                     client.w.lastError);
        }

        // The clients give dead connections up by themselves and try again.
        for (Scene *s : {&halfOpen, &deaf}) {
            const qint64 tries = s->w.proxy.count().connections;
            QVERIFY(s->w.proxy.waitUntil([&](const TcpProxy::Count &c) { return c.connections > tries; },
                                         2 * patienceMs));
            s->w.proxy.clear();
            s->w.proxy.cut(TcpProxy::Cut::Reset);
        }
        QTRY_VERIFY_WITH_TIMEOUT(stopped.elapsed() >= stoppedMs, patienceMs);
        server.w.world.server.child().signal(SIGCONT);
        client.tail->signal(SIGCONT);
        for (Scene *s : {&halfOpen, &deaf, &server, &client}) {
            QTRY_VERIFY_WITH_TIMEOUT(s->everythingIsThere(), 2 * patienceMs);
            QCOMPARE(s->end(), QStringList());
        }
    }
};

QTEST_GUILESS_MAIN(TestSilence)
#include "tst_silence.moc"
