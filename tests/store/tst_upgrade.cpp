// From every schema that was ever released to today's and beyond: real files, kept in tests/store/old, real
// faults, real kills.
#include "core/store/db.h"
#include "core/store/mirror.h"
#include "core/store/reader.h"
#include "core/store/schema.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <set>

using namespace Qt::StringLiterals;
using namespace kith;

namespace {

// A step that no release has, of the kind that could lose something: it rewrites, moves and drops.
const char *const rewriting[] = {
    "CREATE TABLE outbox2(pk INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, payload BLOB NOT NULL) "
    "STRICT",
    "INSERT INTO outbox2(pk, kind, payload) SELECT pk, kind, payload FROM outbox",
    "UPDATE drafts SET text = text || ' (moved)'",
    "DROP TABLE draft_history",
    "ALTER TABLE receipts ADD COLUMN told INTEGER NOT NULL DEFAULT 0",
};

std::vector<schema::Migration> withOneMore()
{
    const auto released = schema::released();
    std::vector<schema::Migration> all(released.begin(), released.end());
    all.push_back({rewriting, true});
    return all;
}

QString keptFile(int version)
{
    return QStringLiteral(KITH_SOURCE_DIR "/tests/store/old/v%1.db").arg(version, 3, 10, QLatin1Char('0'));
}

std::unique_ptr<Db> opened(const QString &file, Db::Fault fault = {})
{
    auto db = Db::open(file, Db::Mode::Writer, std::move(fault));
    if (!db) qFatal("%s", qPrintable(db.error().what));
    return std::move(*db);
}

QStringList lines(Db &db, const QString &sql)
{
    QStringList all;
    static std::set<QByteArray> kept; // Db keeps statements under the address of their text
    Query q = db.query(kept.insert(sql.toUtf8()).first->constData());
    while (q.next()) all << q.text(0);
    return all;
}

QStringList shapeOf(Db &db)
{
    return lines(db, u"SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema"
                     " WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name"_s);
}

QStringList columnsOf(Db &db, const QString &table)
{
    return lines(db, u"SELECT name FROM pragma_table_info('%1') ORDER BY cid"_s.arg(table));
}

/// What nobody else has: of each such table every row, over these columns.
QStringList ownRows(Db &db, const QHash<QString, QStringList> &columns)
{
    QStringList all;
    for (const auto &table : {u"outbox"_s, u"drafts"_s, u"draft_history"_s, u"receipts"_s}) {
        QStringList quoted;
        if (columns[table].isEmpty()) continue; // not in this schema
        for (const QString &column : columns[table]) quoted << u"quote(\"%1\")"_s.arg(column);
        const QStringList rows =
            lines(db, u"SELECT %1 FROM %2 ORDER BY 1"_s.arg(quoted.join(u" || '|' || "_s), table));
        for (const QString &row : rows) all << table + u": "_s + row;
    }
    all += lines(db, u"SELECT 'unsent: ' || quote(mid) || quote(body) FROM messages WHERE seq IS NULL"
                     " ORDER BY mid"_s);
    return all;
}

QHash<QString, QStringList> ownColumns(Db &db)
{
    QHash<QString, QStringList> columns;
    for (const auto &table : {u"outbox"_s, u"drafts"_s, u"draft_history"_s, u"receipts"_s})
        columns[table] = columnsOf(db, table);
    return columns;
}

struct Held {
    int version;
    QStringList shape, rows;
    friend bool operator==(const Held &, const Held &) = default;
};

/// The file as a stranger finds it, who knows only SQLite.
Held heldIn(const QString &file)
{
    auto db = opened(file);
    if (lines(*db, u"PRAGMA integrity_check"_s) != QStringList{u"ok"_s} ||
        !lines(*db, u"PRAGMA foreign_key_check"_s).isEmpty())
        return {-1, {}, {}};
    const int version = int(db->number("PRAGMA user_version"));
    return {version, shapeOf(*db), version ? ownRows(*db, ownColumns(*db)) : QStringList()};
}

/// Runs as a process of its own that kills itself before the n-th access: `tst_upgrade --migrate FILE N`.
int migrateAndDie(const QString &file, int at)
{
    int n = 0;
    auto db = opened(file, [&n, at]() -> std::optional<Errc> {
        if (n++ == at) std::raise(SIGKILL);
        return std::nullopt;
    });
    const auto all = withOneMore();
    return schema::migrate(*db, all, int(all.size())) ? 0 : 1;
}

} // namespace

class TestUpgrade : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyVersionHasItsFile();
    void keptFilesBecomeWhatIsNew_data() { versions(1); }
    void keptFilesBecomeWhatIsNew();
    void keptFilesAreUsable_data() { versions(1); }
    void keptFilesAreUsable();
    void anyFailingAccessLeavesAnOldVersionWhole_data() { versions(0); }
    void anyFailingAccessLeavesAnOldVersionWhole();
    void aKillLeavesAnOldVersionWhole_data() { versions(0); }
    void aKillLeavesAnOldVersionWhole();
    void aCopyIsKeptBeforeWhatCannotBeUndone();
    void withoutItsCopyAStepIsNotTaken();

private:
    static void versions(int from)
    {
        QTest::addColumn<int>("version");
        for (int v = from; v <= schema::current(); ++v) QTest::addRow("%d", v) << v;
    }
    /// A copy to work on; version 0 is a file that is not there yet.
    QString fileOf(int version)
    {
        const QString file = m_dir.filePath(u"%1.db"_s.arg(++m_files));
        if (version > 0 && !QFile::copy(keptFile(version), file)) qFatal("no copy");
        return file;
    }
    /// Each version on the way from a kept file to one beyond today's.
    std::vector<Held> wayFrom(int version)
    {
        const QString file = fileOf(version);
        const auto all = withOneMore();
        std::vector<Held> way{heldIn(file)};
        for (int next = version + 1; next <= int(all.size()); ++next) {
            {
                auto db = opened(file);
                if (!schema::migrate(*db, all, next)) qFatal("no way");
            }
            way.push_back(heldIn(file));
        }
        return way;
    }
    void stoppedThenFinished(const QString &file, const std::vector<Held> &way)
    {
        const Held found = heldIn(file);
        QVERIFY2(std::find(way.begin(), way.end(), found) != way.end(),
                 qPrintable(u"version %1 is half of something"_s.arg(found.version)));
        {
            auto db = opened(file);
            const auto all = withOneMore();
            QVERIFY(schema::migrate(*db, all, int(all.size())));
        }
        QVERIFY(heldIn(file) == way.back());
    }
    QTemporaryDir m_dir;
    int m_files = 0;
};

void TestUpgrade::everyVersionHasItsFile()
{
    for (int version = 1; version <= schema::current(); ++version) {
        const QString file = keptFile(version);
        QVERIFY2(
            QFile::exists(file),
            qPrintable(u"schema %1 has no kept file: run tests/store/old/keep_schema.py BIN TREE with the "
                       "programs that write it, and commit what it makes"_s.arg(version)));
        const QString copy = fileOf(version);
        QCOMPARE(opened(copy)->number("PRAGMA user_version"), version);
        const Held held = heldIn(copy);
        for (const auto &kind :
             {u"outbox: "_s, u"drafts: "_s, u"draft_history: "_s, u"receipts: "_s, u"unsent: "_s})
            QVERIFY2(!held.rows.filter(QRegularExpression(u'^' + kind)).isEmpty(), qPrintable(kind));
    }
}

void TestUpgrade::keptFilesBecomeWhatIsNew()
{
    QFETCH(int, version);
    const QString file = fileOf(version), fresh = fileOf(0);
    auto db = opened(file), made = opened(fresh);
    const auto columns = ownColumns(*db);
    const QStringList before = ownRows(*db, columns);
    QVERIFY(schema::migrate(*db));
    QVERIFY(schema::migrate(*made));
    QCOMPARE(shapeOf(*db), shapeOf(*made));
    QCOMPARE(ownRows(*db, columns), before);
    QCOMPARE(lines(*db, u"PRAGMA integrity_check"_s), QStringList{u"ok"_s});
    QVERIFY(lines(*db, u"PRAGMA foreign_key_check"_s).isEmpty());
    QVERIFY(!db->failed());
}

void TestUpgrade::keptFilesAreUsable()
{
    QFETCH(int, version);
    const QString file = fileOf(version);
    auto mirror = Mirror::open(file);
    QVERIFY2(bool(mirror), qPrintable(mirror ? QString() : mirror.error().what));
    QCOMPARE(*(*mirror)->checkSearchIndex(), true);
    auto reader = Reader::open(file);
    QVERIFY2(bool(reader), qPrintable(reader ? QString() : reader.error().what));
    const auto status = (*reader)->status();
    QVERIFY(status && status->waiting > 0 && status->refused > 0 && status->messages > 20);
    const auto outbox = (*reader)->outbox(100);
    QVERIFY(outbox && int(outbox->size()) == status->waiting + status->refused);
    const auto found = (*reader)->search(u"second line"_s, std::nullopt, 0, 10);
    QVERIFY(found && !found->empty());
    int drafts = 0;
    const auto places = (*reader)->chatPlaces();
    QVERIFY(bool(places));
    for (const ChatPlace &place : *places) {
        QVERIFY(bool((*reader)->newest(place.chat, 100)));
        drafts += (*reader)->draft(place.chat)->text.isEmpty() ? 0 : 1;
    }
    QVERIFY(drafts > 0);
}

void TestUpgrade::anyFailingAccessLeavesAnOldVersionWhole()
{
    QFETCH(int, version);
    const auto way = wayFrom(version);
    const auto all = withOneMore();
    bool untouched = false;
    for (int n = 0; !untouched; ++n) {
        QVERIFY(n < 1'000);
        const QString file = fileOf(version);
        int left = -1;
        {
            auto db = opened(file, [&left]() -> std::optional<Errc> {
                return left-- == 0 ? std::optional(Errc::Full) : std::nullopt;
            });
            left = n;
            const Status done = schema::migrate(*db, all, int(all.size()));
            untouched = left >= 0;
            QCOMPARE(bool(done), untouched);
        }
        stoppedThenFinished(file, way);
        if (QTest::currentTestFailed()) QFAIL(qPrintable(u"access %1"_s.arg(n)));
    }
}

void TestUpgrade::aKillLeavesAnOldVersionWhole()
{
    QFETCH(int, version);
    const auto way = wayFrom(version);
    for (int n = 0;; ++n) {
        QVERIFY(n < 1'000);
        const QString file = fileOf(version);
        QProcess victim;
        victim.start(QCoreApplication::applicationFilePath(), {u"--migrate"_s, file, QString::number(n)});
        QVERIFY(victim.waitForFinished(60'000));
        const bool ended = victim.exitStatus() == QProcess::NormalExit;
        if (ended) QCOMPARE(victim.exitCode(), 0);
        stoppedThenFinished(file, way);
        if (QTest::currentTestFailed()) QFAIL(qPrintable(u"access %1"_s.arg(n)));
        if (ended) return;
    }
}

void TestUpgrade::aCopyIsKeptBeforeWhatCannotBeUndone()
{
    const QString file = fileOf(schema::current());
    const Held before = heldIn(file);
    const auto all = withOneMore();
    const QString copy = u"%1.before-schema-%2"_s.arg(file).arg(all.size());
    QFile earlier(u"%1.before-schema-1"_s.arg(file));
    QVERIFY(earlier.open(QIODevice::WriteOnly));
    earlier.close();
    {
        auto db = opened(file);
        QVERIFY(schema::migrate(*db));
        QVERIFY(!QFile::exists(copy)); // nothing was at stake
        QVERIFY(schema::migrate(*db, all, int(all.size())));
    }
    QVERIFY(heldIn(file) != before);
    QCOMPARE(QFile::permissions(copy) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    QVERIFY(!QFile::exists(earlier.fileName())); // one copy is enough
    QVERIFY(!QFile::exists(copy + u".part"_s));
    QVERIFY(heldIn(copy) == before);
}

void TestUpgrade::withoutItsCopyAStepIsNotTaken()
{
    const QString file = fileOf(schema::current());
    const Held before = heldIn(file);
    const auto all = withOneMore();
    const QString copy = u"%1.before-schema-%2"_s.arg(file).arg(all.size());
    QVERIFY(QDir().mkpath(copy + u".part/in the way"_s));
    {
        auto db = opened(file);
        const Status done = schema::migrate(*db, all, int(all.size()));
        QVERIFY(!done && done.error().what.contains(file));
    }
    QVERIFY(heldIn(file) == before);
    QVERIFY(!QFile::exists(copy));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments[1] == u"--migrate"_s)
        return migrateAndDie(arguments[2], arguments[3].toInt());
    TestUpgrade test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_upgrade.moc"
