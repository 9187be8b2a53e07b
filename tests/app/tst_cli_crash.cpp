#include "app/lab/ledger_rules.h"
#include "tests/kit/cli_world.h"

#include <QTest>

using namespace kith;
using namespace kith::test;
using namespace kith::lab;
using namespace Qt::StringLiterals;

/// Programs killed with -9 while they work: what was acknowledged is in the log, once, in its order.
class TestCliCrash : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<CliWorld>();
        QVERIFY(m_world->server.start());
        bool good = true;
        m_ana = std::make_unique<PersonProcess>(m_world->registered(u"ana"_s, &good));
        m_bob = std::make_unique<PersonProcess>(m_world->registered(u"bob"_s, &good));
        QVERIFY(good);
        QCOMPARE(m_ana->run({u"send"_s, u"bob"_s, u"first"_s}).code, 0);
        QCOMPARE(m_bob->run({u"sync"_s, u"--once"_s}).code, 0);
    }
    void cleanup()
    {
        m_ana.reset();
        m_bob.reset();
        m_world.reset();
    }

    void clientKilledWhileItSends()
    {
        QCOMPARE(m_world->server.stop(), 0);
        QStringList entered;
        QVERIFY(write(*m_ana, u"bob"_s, entered));
        QVERIFY(m_world->server.start());
        const Ledger log(m_world->server.database());
        QVERIFY(log.isOpen());
        int kills = 0;
        for (qint64 until = 6; until < entered.size(); until += 12) {
            const auto sync = m_ana->start({u"sync"_s, u"--once"_s});
            QTRY_VERIFY_WITH_TIMEOUT(messages(log) >= until || sync->state() == QProcess::NotRunning,
                                     patienceMs);
            if (sync->state() != QProcess::NotRunning) ++kills;
            sync->signal(SIGKILL);
            sync->finish();
        }
        QVERIFY(kills > 0);
        QCOMPARE(m_ana->run({u"sync"_s, u"--once"_s}).code, 0);
        QCOMPARE(m_bob->run({u"sync"_s, u"--once"_s}).code, 0);
        check(log, {entered}, kills);
    }

    void clientKilledWhileItWrites()
    {
        const Ledger log(m_world->server.database());
        QStringList told;
        int killed = 0;
        for (int i = 0; i < 24; ++i) {
            // Killed at the first word of success: what it said must hold.
            const auto send = m_ana->start({u"send"_s, u"bob"_s, u"load %1"_s.arg(i)});
            const bool wait = i % 3 == 0; // sometimes until the server has answered
            QVERIFY(send->waitForLine(
                [&](const QByteArray &line) { return line.contains(wait ? "\"sent\"" : "\"queued\""); }));
            send->signal(SIGKILL);
            if (send->finish() == -2) ++killed;
            told.append(QJsonDocument::fromJson(send->lines.last()).object()[u"mid"_s].toString());
        }
        QVERIFY(killed > 0);
        QCOMPARE(m_ana->run({u"sync"_s, u"--once"_s}).code, 0);
        QCOMPARE(m_bob->run({u"sync"_s, u"--once"_s}).code, 0);
        check(log, {told}, killed);
    }

    void serverKilledUnderLoad()
    {
        QCOMPARE(m_world->server.stop(), 0);
        QStringList fromAna, fromBob;
        QVERIFY(write(*m_ana, u"bob"_s, fromAna));
        QVERIFY(write(*m_bob, u"ana"_s, fromBob));
        const Ledger log(m_world->server.database());
        int kills = 0;
        for (qint64 until = 10; until < fromAna.size() + fromBob.size(); until += 30) {
            QVERIFY(m_world->server.start());
            const auto ana = m_ana->start({u"sync"_s, u"--once"_s});
            const auto bob = m_bob->start({u"sync"_s, u"--once"_s});
            QTRY_VERIFY_WITH_TIMEOUT(messages(log) >= until || (ana->state() == QProcess::NotRunning &&
                                                                bob->state() == QProcess::NotRunning),
                                     patienceMs);
            if (messages(log) < fromAna.size() + fromBob.size()) ++kills;
            m_world->server.kill9();
            const int anaCode = ana->finish(), bobCode = bob->finish();
            QVERIFY(anaCode == 75 || anaCode == 0);
            QVERIFY(bobCode == 75 || bobCode == 0);
        }
        QVERIFY(kills > 0);
        QVERIFY(m_world->server.start());
        for (const auto *person : {m_ana.get(), m_bob.get(), m_ana.get()})
            QCOMPARE(person->run({u"sync"_s, u"--once"_s}).code, 0);
        check(log, {fromAna, fromBob}, kills);
    }

private:
    static qint64 messages(const Ledger &log) { return log.number(u"SELECT count(*) FROM messages"_s); }
    /// Messages entered while there is no server; they wait in the outbox.
    static bool write(const PersonProcess &person, const QString &to, QStringList &entered)
    {
        for (int i = 0; i < 40; ++i) {
            const Ran ran = person.run({u"send"_s, to, u"load %1"_s.arg(i)});
            if (ran.code != 0 || ran.mid.isEmpty()) return false;
            entered.append(ran.mid);
        }
        return true;
    }
    void check(const Ledger &log, const QList<QStringList> &entered, int kills)
    {
        QCOMPARE(faultsOfServer(log), QStringList());
        QStringList order;
        for (const LedgerRow &row : serverLog(log)) order.append(QString::fromLatin1(row.mid.text()));
        qsizetype all = 1; // "first"
        for (const QStringList &mids : entered) {
            QStringList found;
            for (const QString &mid : std::as_const(order))
                if (mids.contains(mid)) found.append(mid);
            QCOMPARE(found, mids); // each once, in the order of entering
            all += mids.size();
        }
        QCOMPARE(order.size(), all); // and nothing else
        for (const PersonProcess *person : {m_ana.get(), m_bob.get()}) {
            const Ledger mirror(person->mirror());
            QVERIFY(mirror.isOpen());
            QCOMPARE(differences(log, mirror), QStringList());
        }
        qInfo("%lld messages, %d kills", qlonglong(all), kills);
    }

    std::unique_ptr<CliWorld> m_world;
    std::unique_ptr<PersonProcess> m_ana, m_bob;
};

QTEST_GUILESS_MAIN(TestCliCrash)
#include "tst_cli_crash.moc"
