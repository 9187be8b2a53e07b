// From every schema that a server was ever released with to today's and beyond: real files, kept in
// tests/server/old, real faults, real kills.
#include "core/base/random.h"
#include "server/storage/db.h"
#include "server/storage/schema.h"
#include "server/storage/sqlite_repository.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace kith;
using namespace kith::server;

namespace {

constexpr int beyond = schemaVersion + 1;

/// Today's steps and one that no release has, of the kind that could lose something.
std::vector<Step> withOneMore()
{
    const auto released = releasedSteps();
    std::vector<Step> all(released.begin(), released.end());
    all.push_back({beyond, "CREATE TABLE edits2 (mid BLOB NOT NULL, body TEXT NOT NULL) STRICT", true});
    all.push_back({beyond, "INSERT INTO edits2 SELECT mid, body FROM message_edits"});
    all.push_back({beyond, "DROP TABLE message_edits"});
    all.push_back({beyond, "UPDATE messages SET body = upper(body)"});
    return all;
}

QString keptFile(int version)
{
    return QStringLiteral(KITH_SOURCE_DIR "/tests/server/old/v%1.db").arg(version, 3, 10, QLatin1Char('0'));
}

QStringList lines(Db &db, const QByteArray &sql)
{
    QStringList all;
    Statement statement(db, sql.constData());
    Rows rows = statement.rows();
    while (rows.next()) all << rows.text(0);
    return all;
}

QStringList shapeOf(Db &db)
{
    return lines(db, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema"
                     " WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name");
}

/// Every row of every table of `file`, over the columns that `like` has.
QStringList rowsOf(Db &db, Db &like)
{
    QStringList all;
    for (const QString &table : lines(
             like, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'meta' ORDER BY name")) {
        QByteArrayList quoted;
        const QByteArray name = table.toUtf8();
        for (const QString &column : lines(like, "SELECT name FROM pragma_table_info('" + name + "')"))
            quoted << "quote(\"" + column.toUtf8() + "\")";
        for (const QString &row :
             lines(db, "SELECT " + quoted.join(" || '|' || ") + " FROM " + name + " ORDER BY 1"))
            all << table + u": "_s + row;
    }
    return all;
}

struct Held {
    int version;
    QStringList shape, rows;
    friend bool operator==(const Held &, const Held &) = default;
};

Held heldIn(const QString &file)
{
    Db db(file, true, nullptr);
    if (lines(db, "PRAGMA integrity_check") != QStringList{u"ok"_s} ||
        !lines(db, "PRAGMA foreign_key_check").isEmpty())
        return {-1, {}, {}};
    return {int(db.number("PRAGMA user_version")), shapeOf(db), rowsOf(db, db)};
}

void bring(const QString &file, int target, StatementFaults *faults = nullptr)
{
    Db db(file, true, faults);
    setUp(db, true);
    SystemRandom random;
    migrate(db, random, withOneMore(), target);
}

/// Fails, or kills the process, at the n-th statement.
class At final : public StatementFaults {
public:
    At(int n, bool kills)
        : left(n)
        , m_kills(kills)
    {
    }
    bool fails(const char *) override
    {
        if (left-- != 0) return false;
        if (m_kills) std::raise(SIGKILL);
        return true;
    }
    int left;

private:
    bool m_kills;
};

} // namespace

class TestUpgrade : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyVersionHasItsFile();
    void keptFilesBecomeWhatIsNew_data() { versions(1); }
    void keptFilesBecomeWhatIsNew();
    void anyFailingStatementLeavesTheOldVersionWhole_data() { versions(0); }
    void anyFailingStatementLeavesTheOldVersionWhole();
    void aKillLeavesTheOldVersionWhole_data() { versions(0); }
    void aKillLeavesTheOldVersionWhole();
    void aCopyIsKeptBeforeWhatCannotBeUndone();
    void withoutItsCopyNothingIsChanged();

private:
    static void versions(int from)
    {
        QTest::addColumn<int>("version");
        for (int v = from; v <= schemaVersion; ++v) QTest::addRow("%d", v) << v;
    }
    QString fileOf(int version)
    {
        const QString file = m_dir.filePath(u"%1.db"_s.arg(++m_files));
        if (version > 0 && !QFile::copy(keptFile(version), file)) qFatal("no copy");
        return file;
    }
    void stoppedThenFinished(const QString &file, const Held &before, const Held &after)
    {
        const Held found = heldIn(file);
        QVERIFY(found == before || (found.version == beyond && found.rows == after.rows));
        bring(file, beyond);
        const Held done = heldIn(file);
        QVERIFY(done.rows == after.rows && done.shape == after.shape && done.version == beyond);
    }
    QTemporaryDir m_dir;
    int m_files = 0;
};

void TestUpgrade::everyVersionHasItsFile()
{
    for (int version = 1; version <= schemaVersion; ++version) {
        const QString file = keptFile(version);
        QVERIFY2(
            QFile::exists(file),
            qPrintable(u"schema %1 has no kept file: run tests/store/old/keep_schema.py BIN TREE with the "
                       "programs that write it, and commit what it makes"_s.arg(version)));
        Db db(fileOf(version), true, nullptr);
        QCOMPARE(db.number("PRAGMA user_version"), version);
        for (const char *table : {"users", "devices", "chats", "chat_rx", "chat_members", "messages",
                                  "message_edits", "reactions", "user_state", "direct_pairs", "ops"})
            QVERIFY2(db.number(QByteArray("SELECT count(*) FROM ") + table) > 0, table);
    }
}

void TestUpgrade::keptFilesBecomeWhatIsNew()
{
    QFETCH(int, version);
    const QString file = fileOf(version), old = fileOf(version), fresh = fileOf(0);
    SystemRandom random;
    {
        auto made = SqliteRepository::open(file, SqliteRepository::Mode::Writer, random);
        QVERIFY2(bool(made), qPrintable(made ? QString() : made.error().what));
        QVERIFY(bool(SqliteRepository::open(fresh, SqliteRepository::Mode::Writer, random)));
    }
    Db db(file, true, nullptr), before(old, true, nullptr), made(fresh, true, nullptr);
    QCOMPARE(shapeOf(db), shapeOf(made));
    QCOMPARE(rowsOf(db, before), rowsOf(before, before));
    QCOMPARE(db.number("SELECT schema FROM meta"), qint64(schemaVersion));
    QCOMPARE(lines(db, "SELECT quote(epoch) || quote(db_uuid) || quote(token_key) FROM meta"),
             lines(before, "SELECT quote(epoch) || quote(db_uuid) || quote(token_key) FROM meta"));
    QCOMPARE(lines(db, "PRAGMA integrity_check"), QStringList{u"ok"_s});
    QVERIFY(lines(db, "PRAGMA foreign_key_check").isEmpty());
}

void TestUpgrade::anyFailingStatementLeavesTheOldVersionWhole()
{
    QFETCH(int, version);
    const Held before = heldIn(fileOf(version));
    const QString straight = fileOf(version);
    bring(straight, beyond);
    const Held after = heldIn(straight);
    bool untouched = false;
    for (int n = 0; !untouched; ++n) {
        QVERIFY(n < 1'000);
        const QString file = fileOf(version);
        At at(n, false);
        bool failed = false;
        try {
            bring(file, beyond, &at);
        } catch (const Failure &) {
            failed = true;
        }
        untouched = at.left >= 0;
        QCOMPARE(failed, !untouched);
        stoppedThenFinished(file, before, after);
        if (QTest::currentTestFailed()) QFAIL(qPrintable(u"statement %1"_s.arg(n)));
    }
}

void TestUpgrade::aKillLeavesTheOldVersionWhole()
{
    QFETCH(int, version);
    const Held before = heldIn(fileOf(version));
    const QString straight = fileOf(version);
    bring(straight, beyond);
    const Held after = heldIn(straight);
    for (int n = 0;; ++n) {
        QVERIFY(n < 1'000);
        const QString file = fileOf(version);
        QProcess victim;
        victim.start(QCoreApplication::applicationFilePath(), {u"--migrate"_s, file, QString::number(n)});
        QVERIFY(victim.waitForFinished(60'000));
        const bool ended = victim.exitStatus() == QProcess::NormalExit;
        if (ended) QCOMPARE(victim.exitCode(), 0);
        stoppedThenFinished(file, before, after);
        if (QTest::currentTestFailed()) QFAIL(qPrintable(u"statement %1"_s.arg(n)));
        if (ended) return;
    }
}

void TestUpgrade::aCopyIsKeptBeforeWhatCannotBeUndone()
{
    const QString file = fileOf(schemaVersion), copy = u"%1.before-schema-%2"_s.arg(file).arg(beyond);
    const Held before = heldIn(file);
    QFile earlier(file + u".before-schema-1"_s);
    QVERIFY(earlier.open(QIODevice::WriteOnly));
    earlier.close();
    bring(file, schemaVersion);
    QVERIFY(!QFile::exists(copy)); // nothing was at stake
    bring(file, beyond);
    QVERIFY(heldIn(file) != before);
    QCOMPARE(QFile::permissions(copy) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    QVERIFY(!QFile::exists(earlier.fileName())); // one copy is enough
    QVERIFY(!QFile::exists(copy + u".part"_s));
    QVERIFY(heldIn(copy) == before);
    const QString fresh = fileOf(0);
    bring(fresh, beyond); // has nothing to lose
    QVERIFY(!QFile::exists(u"%1.before-schema-%2"_s.arg(fresh).arg(beyond)));
}

void TestUpgrade::withoutItsCopyNothingIsChanged()
{
    const QString file = fileOf(schemaVersion), copy = u"%1.before-schema-%2"_s.arg(file).arg(beyond);
    const Held before = heldIn(file);
    QVERIFY(QDir().mkpath(copy + u".part/in the way"_s));
    QVERIFY_THROWS_EXCEPTION(Failure, bring(file, beyond));
    QVERIFY(heldIn(file) == before);
    QVERIFY(!QFile::exists(copy));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments[1] == u"--migrate"_s) {
        At at(arguments[3].toInt(), true);
        bring(arguments[2], beyond, &at);
        return 0;
    }
    TestUpgrade test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_upgrade.moc"
