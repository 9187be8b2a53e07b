// Files that somebody made to do harm, or that are not what their name says.
#include "inspect/bundle.h"
#include "inspect/desk.h"
#include "inspect/salvage_all.h"
#include "tests/inspect/canary_mirror.h"
#include "tests/kit/damage.h"

#include <QSqlError>

using namespace kith;
using namespace kith::inspect;
using namespace kith::test;

namespace {

const Veil veil(QByteArray(32, 'k'));

void sql(const QString &file, const QStringList &statements)
{
    const QString name = QUuid::createUuid().toString();
    {
        auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        db.setDatabaseName(file);
        if (!db.open()) qFatal("cannot open");
        for (const QString &statement : statements) {
            QSqlQuery query(db);
            if (!query.exec(statement))
                qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(name);
}

/// A mirror that nobody has open.
QString closedMirror(CanaryMirror &m)
{
    m.mirror.reset();
    return m.file();
}

} // namespace

class TestHostile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsNotOursIsRefusedWithAdvice()
    {
        QTemporaryDir dir;
        const auto file = [&](const QString &name, const QByteArray &bytes) {
            QFile f(dir.filePath(name));
            if (!f.open(QIODevice::WriteOnly)) qFatal("no file");
            f.write(bytes);
            return f.fileName();
        };
        const QString other = dir.filePath(u"other.db"_s);
        sql(other, {u"CREATE TABLE t(x)"_s, u"PRAGMA user_version=3"_s});
        const std::pair<QString, Errc> cases[] = {
            {dir.filePath(u"none"_s), Errc::NotFound},
            {dir.path(), Errc::BadInput},
            {file(u"empty"_s, {}), Errc::BadInput},
            {file(u"text"_s, "hello, this is text"), Errc::Corrupt},
            {file(u"head"_s, QByteArray("SQLite format 3\0", 16)), Errc::Corrupt},
            {other, Errc::BadInput},
        };
        for (const auto &[name, code] : cases) {
            const auto opened = openAny(name, veil);
            QVERIFY2(!opened && opened.error().code == code, qPrintable(name));
            QVERIFY2(opened.error().what.size() > 20, qPrintable(opened.error().what));
        }
    }

    void newerFilesAreRefusedUnlessTheySaySo()
    {
        CanaryMirror m;
        const QString file = closedMirror(m);
        sql(file, {u"PRAGMA user_version=99"_s});
        QVERIFY(openAny(file, veil)); // says that this version may read it
        sql(file, {u"UPDATE meta SET value = 99 WHERE key = 'min_reader'"_s});
        const auto opened = openAny(file, veil);
        QVERIFY(!opened && opened.error().code == Errc::TooNew);
    }

    /// Views and triggers of a stranger are never run: not by any verb, not while an old file is brought up.
    void strangersViewsAndTriggersDoNotRun()
    {
        CanaryMirror m;
        const QString file = closedMirror(m);
        const QString endless =
            u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"_s;
        sql(file, {u"DROP VIEW v_messages"_s, u"CREATE VIEW v_messages AS SELECT body AS mid FROM messages"_s,
                   u"CREATE VIEW v_evil AS "_s + endless,
                   u"CREATE TRIGGER evil AFTER UPDATE ON messages BEGIN DELETE FROM messages; END"_s,
                   u"CREATE TRIGGER evil2 AFTER INSERT ON meta BEGIN DELETE FROM outbox; END"_s,
                   u"CREATE TABLE stranger(x GENERATED ALWAYS AS (zeroblob(900000000)) VIRTUAL, y)"_s});
        auto opened = openAny(file, veil);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().what));
        QVERIFY(opened->remarks.join(u' ').contains(u"taken out"_s));
        for (const Verb &verb : verbs()) {
            const auto report = verb.run(*opened, {.words = QByteArrayView(verb.name) == "query"
                                                                ? u"SELECT mid, body FROM v_messages"_s
                                                            : QByteArrayView(verb.name) == "timeline"
                                                                ? QString::fromLatin1(m.group.text())
                                                                : QString::fromLatin1(m.rows[0].mid.text())});
            if (!report) continue; // gaps and receipts of a chat that is none
            for (const Table &table : report->tables)
                for (const QVariantList &row : table.rows)
                    for (const QVariant &cell : row) QVERIFY2(!sings(cell.toString().toUtf8()), verb.name);
        }
        QCOMPARE(opened->file->number("SELECT messages FROM v_health"), 8);
        const auto evil = query(*opened, {.words = u"SELECT * FROM v_evil"_s});
        QVERIFY(!evil);
    }

    /// Bringing an old copy up to date writes to it; a stranger's trigger would run by that.
    void anOldFileIsBroughtUpWithoutStrangersTriggers()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"old.db"_s);
        QVERIFY(QFile::copy(QStringLiteral(KITH_SOURCE_DIR "/tests/store/old/v001.db"), file));
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner));
        sql(file, {u"CREATE TRIGGER evil AFTER UPDATE ON messages BEGIN DELETE FROM outbox; END"_s,
                   u"CREATE TRIGGER evil2 AFTER UPDATE ON messages BEGIN DELETE FROM drafts; END"_s});
        auto opened = openAny(file, veil);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().what));
        QCOMPARE(opened->schema, 1);
        QCOMPARE(opened->file->number("SELECT waiting + refused FROM v_health"), 6);
        QCOMPARE(opened->file->number("SELECT drafts FROM v_health"), 2);
    }

    void aViewInTheTablesPlaceIsRefused()
    {
        CanaryMirror m;
        const QString file = closedMirror(m);
        sql(file, {u"PRAGMA legacy_alter_table=ON"_s, u"ALTER TABLE messages RENAME TO set_aside"_s,
                   u"CREATE VIEW messages AS SELECT * FROM set_aside"_s});
        const auto opened = openAny(file, veil);
        QVERIFY(!opened && opened.error().code == Errc::BadInput);
        const auto saved = salvage(file, m.folder.filePath(u"out.db"_s));
        QVERIFY(!saved && !QFile::exists(m.folder.filePath(u"out.db"_s)));
    }

    void aTableThatComputesIsRefused()
    {
        CanaryMirror m;
        const QString file = closedMirror(m);
        sql(file, {u"ALTER TABLE receipts ADD COLUMN x INTEGER GENERATED ALWAYS AS (1) VIRTUAL"_s});
        const auto opened = openAny(file, veil);
        QVERIFY(!opened && opened.error().code == Errc::BadInput);
    }

    /// Columns that hold what they were never declared to hold.
    void wrongTypesAreShownAndNothingElse()
    {
        CanaryMirror m;
        const QString file = closedMirror(m);
        sql(file,
            {u"DROP TRIGGER messages_fts_insert"_s, u"PRAGMA writable_schema=ON"_s,
             u"UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name IN ('messages', 'chats', 'users', 'outbox')"_s});
        sql(file,
            {u"UPDATE messages SET seq = 'x%1', rev = x'ff', at = '%1', body = x'00ff' WHERE seq = 2"_s.arg(
                 canary),
             u"UPDATE messages SET mid = 'word %1' WHERE seq = 3"_s.arg(canary),
             u"UPDATE users SET id = '%1' WHERE pk = 2"_s.arg(canary),
             u"UPDATE chats SET kind = '%1', epoch = '%1'"_s.arg(canary)});
        auto opened = openAny(file, veil);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().what));
        for (const Verb &verb : verbs()) {
            const auto report = verb.run(
                *opened,
                {.words = QByteArrayView(verb.name) == "timeline"  ? QString::fromLatin1(m.group.text())
                          : QByteArrayView(verb.name) == "explain" ? QString::fromLatin1(m.rows[1].mid.text())
                          : QByteArrayView(verb.name) == "query"
                              ? u"SELECT mid, chat, sender FROM v_messages"_s
                              : QString()});
            if (!report) continue;
            for (const Table &table : report->tables)
                for (const QVariantList &row : table.rows)
                    for (const QVariant &cell : row)
                        QVERIFY2(!sings(cell.toString().toUtf8()),
                                 qPrintable(QLatin1StringView(verb.name) + u": "_s + cell.toString()));
        }
        const auto bundle = Bundle::make(*opened, {});
        QVERIFY2(bundle, bundle ? "" : qPrintable(bundle.error().what));
        const QString out = m.folder.filePath(u"b.kithbundle"_s);
        QVERIFY(bundle->save(out));
        QFile made(out);
        QVERIFY(made.open(QIODevice::ReadOnly) && !sings(made.readAll()));
    }

    /// Rubbish at any place of the first page, and of others: an answer or a sentence, never an end.
    void fuzzedPagesNeverCrash()
    {
        CanaryMirror m;
        const QString file = closedMirror(m);
        QFile original(file);
        QVERIFY(original.open(QIODevice::ReadOnly));
        const QByteArray whole = original.readAll();
        SeededRandom random(42);
        int opens = 0;
        for (int round = 0; round < 60; ++round) {
            QByteArray bytes = whole;
            const bool first = round % 2 == 0;
            for (int i = 0; i < 8; ++i) {
                const auto at = qsizetype(random.below(quint64(first ? 4'096 : bytes.size())));
                if (at >= 16) bytes[at] = char(random.below(256));
            }
            if (round % 10 == 9) bytes.truncate(qsizetype(random.below(quint64(bytes.size()))));
            const QString name = m.folder.filePath(u"fuzz%1.db"_s.arg(round));
            QFile out(name);
            QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
            out.close();
            auto opened = openAny(name, veil);
            if (!opened) {
                QVERIFY(!opened.error().what.isEmpty() && !sings(opened.error().what.toUtf8()));
                continue;
            }
            ++opens;
            for (const char *verb : {"summary", "integrity", "outbox", "chats", "gaps", "timeline"}) {
                const auto report = verbNamed(QString::fromLatin1(verb))
                                        ->run(*opened, {.words = QByteArrayView(verb) == "timeline"
                                                                     ? QString::fromLatin1(m.group.text())
                                                                     : QString()});
                if (!report) QVERIFY(!sings(report.error().what.toUtf8()));
            }
        }
        QVERIFY2(opens > 5, qPrintable(QString::number(opens)));
    }

    void salvageReadsAroundTheDamage()
    {
        CanaryMirror m;
        const QString file = closedMirror(m);
        const auto page = test::damage::rootPage(file, u"messages_mid"_s);
        QVERIFY(page > 1);
        QVERIFY(test::damage::tree(file, u"receipts"_s) && test::damage::header(file));
        const QString out = m.folder.filePath(u"saved.db"_s);
        QVERIFY(!openAny(file, veil));
        QFile::remove(out);
        const auto report = salvage(file, out);
        // The header is gone and there is no spare: nothing can be read, and it says so rather than claim.
        QVERIFY(report);
        QVERIFY(!report->faults.isEmpty() || !report->notes.isEmpty());

        CanaryMirror n;
        const QString second = closedMirror(n);
        QVERIFY(test::damage::tree(second, u"messages_seq"_s) || test::damage::tree(second, u"chats_act"_s));
        const auto whole = salvage(second, n.folder.filePath(u"saved.db"_s));
        QVERIFY2(whole, whole ? "" : qPrintable(whole.error().what));
        auto saved = openAny(n.folder.filePath(u"saved.db"_s), veil);
        QVERIFY(saved);
        QCOMPARE(saved->file->number("SELECT messages FROM v_health"), 8);
        QCOMPARE(saved->file->number("SELECT waiting + refused FROM v_health"), 8);
        const auto sound = integrity(*saved, {});
        QVERIFY(sound && sound->faults.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
