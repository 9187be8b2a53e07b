// The simulated disk under real SQLite: what it promises is what every other test here stands on.
#include "tests/sim/disk.h"
#include "tests/sim/eye.h"

#include <QTest>
#include <sqlite3.h>

using namespace kith;
using namespace kith::sim;

namespace {

struct Rig {
    Rig() { disk.setRandom(&random); }
    sqlite3 *open(const char *file = "/m/a.db")
    {
        sqlite3 *db = nullptr;
        if (sqlite3_open(file, &db) != SQLITE_OK) qFatal("%s", sqlite3_errmsg(db));
        run(db, "PRAGMA journal_mode=WAL");
        run(db, "PRAGMA synchronous=FULL");
        return db;
    }
    static int run(sqlite3 *db, const char *sql) { return sqlite3_exec(db, sql, nullptr, nullptr, nullptr); }
    static qint64 count(const char *file = "/m/a.db")
    {
        Eye eye;
        if (!eye.open(file)) return -1;
        auto sound = eye.rows("PRAGMA integrity_check");
        if (!sound.next() || sound.bytes(0) != "ok") return -2;
        auto rows = eye.rows("SELECT count(*) FROM t");
        return rows.next() ? rows.number(0) : -3;
    }

    SeededRandom random{1};
    Disk disk;
};

} // namespace

class TestDisk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPowerCutLeavesWhatWasCommitted();
    void aDeadProcessWritesNothingMoreAndHoldsNoLock();
    void faultsBecomeSqlitesErrors();
    void twoConnectionsKeepOutOfEachOthersWay();
    void aBackupComesBackWhole();
};

void TestDisk::aPowerCutLeavesWhatWasCommitted()
{
    for (quint64 seed = 0; seed < 60; ++seed) {
        Rig rig;
        SeededRandom cut(seed);
        sqlite3 *db = rig.open();
        Rig::run(db, "PRAGMA wal_autocheckpoint=20"); // checkpoints under way too
        Rig::run(db, "CREATE TABLE t(a, b)");
        const qint64 whole = 1 + qint64(cut.below(40));
        for (qint64 i = 0; i < whole; ++i) Rig::run(db, "INSERT INTO t VALUES(random(), randomblob(3000))");
        int left = int(cut.below(12)); // accesses of one more transaction
        rig.disk.setJudge("/m", [&](Access) { return left-- > 0 ? Fate::Pass : Fate::IoError; });
        const bool done = Rig::run(db, "INSERT INTO t VALUES(random(), randomblob(9000))") == SQLITE_OK;
        rig.disk.setJudge("/m", {});
        rig.disk.cutPower("/m", cut);
        sqlite3_close(db);
        const qint64 found = Rig::count();
        QVERIFY2(done ? found == whole + 1 : found == whole || found == whole + 1,
                 qPrintable(QStringLiteral("seed %1: %2 of %3").arg(seed).arg(found).arg(whole)));
    }
}

void TestDisk::aDeadProcessWritesNothingMoreAndHoldsNoLock()
{
    Rig rig;
    sqlite3 *db = rig.open();
    Rig::run(db, "CREATE TABLE t(a)");
    Rig::run(db, "BEGIN IMMEDIATE");
    Rig::run(db, "INSERT INTO t VALUES(1)");
    rig.disk.kill("/m");
    QVERIFY(Rig::run(db, "COMMIT") != SQLITE_OK);
    sqlite3 *next = rig.open();
    QCOMPARE(Rig::run(next, "INSERT INTO t VALUES(2)"), SQLITE_OK);
    sqlite3_close(db); // the old one's last words
    QCOMPARE(Rig::count(), qint64(1));
    sqlite3_close(next);
}

void TestDisk::faultsBecomeSqlitesErrors()
{
    Rig rig;
    sqlite3 *db = rig.open();
    Rig::run(db, "CREATE TABLE t(a)");
    for (const auto &[fate, code] : {std::pair{Fate::Full, SQLITE_FULL}, {Fate::IoError, SQLITE_IOERR}}) {
        rig.disk.setJudge("/m",
                          [f = fate](Access access) { return access == Access::Write ? f : Fate::Pass; });
        QCOMPARE(Rig::run(db, "INSERT INTO t VALUES(1)") & 0xff, code);
    }
    rig.disk.setJudge("/m", [](Access access) { return access == Access::Lock ? Fate::Busy : Fate::Pass; });
    sqlite3_busy_timeout(db, 5'000); // waiting costs no time here
    const int busy = Rig::run(db, "INSERT INTO t VALUES(1)");
    QVERIFY(busy == SQLITE_BUSY || busy == SQLITE_PROTOCOL); // the latter: no read lock after a hundred tries
    rig.disk.setJudge("/m", {});
    QCOMPARE(Rig::run(db, "INSERT INTO t VALUES(1)"), SQLITE_OK);
    sqlite3_close(db);
    QCOMPARE(Rig::count(), qint64(1));
}

void TestDisk::twoConnectionsKeepOutOfEachOthersWay()
{
    Rig rig;
    sqlite3 *a = rig.open(), *b = rig.open();
    Rig::run(a, "CREATE TABLE t(a)");
    QCOMPARE(Rig::run(a, "BEGIN IMMEDIATE"), SQLITE_OK);
    QCOMPARE(Rig::run(b, "BEGIN IMMEDIATE"), SQLITE_BUSY);
    Rig::run(a, "INSERT INTO t VALUES(1)");
    QCOMPARE(Rig::count(), qint64(0)); // a reader sees what was committed
    QCOMPARE(Rig::run(a, "COMMIT"), SQLITE_OK);
    QCOMPARE(Rig::run(b, "INSERT INTO t VALUES(2)"), SQLITE_OK);
    sqlite3_close(a);
    sqlite3_close(b);
    QCOMPARE(Rig::count(), qint64(2));
}

void TestDisk::aBackupComesBackWhole()
{
    Rig rig;
    sqlite3 *db = rig.open();
    Rig::run(db, "CREATE TABLE t(a)");
    Rig::run(db, "INSERT INTO t VALUES(1)");
    const auto copy = rig.disk.copy("/m");
    Rig::run(db, "INSERT INTO t VALUES(2)");
    rig.disk.kill("/m");
    sqlite3_close(db);
    rig.disk.restore("/m", copy);
    QCOMPARE(Rig::count(), qint64(1));
}

QTEST_GUILESS_MAIN(TestDisk)
#include "tst_disk.moc"
