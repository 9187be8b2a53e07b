#include "tests/faults/fault_world.h"

using namespace kith::lab;
using namespace kith::test;
using namespace Qt::StringLiterals;

/// A server's machine that goes back to an older state, under real clients.
class TestRestore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSnapshotOfTheWholeMachineIsNoticed();
};

namespace {

void copyFolder(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QDir().mkpath(to);
    for (const QString &name : QDir(from).entryList(QDir::Files))
        if (!QFile::copy(from + u'/' + name, to + u'/' + name)) qFatal("%s was not copied", qPrintable(name));
}

QString epochOf(const QString &database)
{
    return Ledger(database).rows(u"SELECT hex(epoch) FROM meta"_s, 1).value(0).value(0).toString();
}

} // namespace

/// Database, log and guard are from before; what was answered since is on no disk but those of the clients.
void TestRestore::aSnapshotOfTheWholeMachineIsNoticed()
{
    FaultDice dice;
    for (int round = 0; round < rounds(2); ++round) {
        FaultWorld w;
        const PersonProcess ana = w.join(u"ana"_s), bob = w.join(u"bob"_s), cyd = w.join(u"cyd"_s);
        QVERIFY(w.good);
        const QList<const PersonProcess *> people{&ana, &bob, &cyd};
        QVERIFY2(w.enter(ana, u"bob"_s, u"in the snapshot"_s), w.lastError);
        QCOMPARE(ana.run({u"group"_s, u"Boat"_s, u"bob"_s, u"cyd"_s}).code, 0);
        for (const PersonProcess *p : people) QVERIFY2(w.sync(*p), w.lastError);

        const QString data = QFileInfo(w.world.server.database()).path(), kept = data + u".snapshot"_s;
        w.world.server.kill9();
        copyFolder(data, kept);
        QVERIFY(w.world.server.start());
        QVERIFY2(w.enter(ana, u"bob"_s, u"answered, then gone"_s), w.lastError);
        for (int i = 0; i < 3; ++i)
            QVERIFY2(w.enter(*people[dice.below(3)], u"Boat"_s, u"%1"_s.arg(i)), w.lastError);
        for (const PersonProcess *p : {&bob, &ana}) QVERIFY2(w.sync(*p), w.lastError);
        const QString epoch = epochOf(w.world.server.database());

        w.world.server.kill9();
        copyFolder(kept, data);
        QVERIFY(w.world.server.start());
        QCOMPARE(epochOf(w.world.server.database()), epoch); // nobody on that machine can tell
        // The first to come is told to come again: the server gives its history a new name before it answers.
        const auto current = [&](const PersonProcess &who) {
            for (int i = 0; i < 20; ++i) {
                if (w.sync(who)) return true;
                if (w.lastError.contains("sign in again") && !w.signInAgain(who)) return false;
            }
            return false;
        };
        QVERIFY2(current(cyd), w.lastError);
        if (dice.yes()) QVERIFY2(w.enter(cyd, u"Boat"_s, u"written over what is gone"_s), w.lastError);
        for (int i = 0; i < 2; ++i)
            for (const PersonProcess *p : people) QVERIFY2(current(*p), w.lastError);
        QVERIFY(epochOf(w.world.server.database()) != epoch);
        const QStringList faults = w.faults(people);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QCOMPARE(w.world.server.stop(), 0);
    }
}

QTEST_GUILESS_MAIN(TestRestore)
#include "tst_restore.moc"
