// Every verb on a healthy and on a broken mirror: what it says, and that nobody's words are in it.
#include "inspect/desk.h"
#include "inspect/views.h"
#include "tests/inspect/canary_mirror.h"

#include <QCryptographicHash>
#include <QDir>

using namespace kith;
using namespace kith::inspect;
using namespace kith::test;

namespace {

const Veil veil(QByteArray(32, 'k'));

QByteArray allOf(const Report &report)
{
    QStringList all = report.notes + report.faults;
    for (const Table &table : report.tables) {
        all.append(table.title);
        for (const QVariantList &row : table.rows)
            for (const QVariant &cell : row) all.append(cell.toString());
    }
    return all.join(u'\n').toUtf8();
}

QVariant cell(const Report &report, const QString &table, const QString &column, size_t row = 0)
{
    for (const Table &t : report.tables)
        for (size_t i = 0; t.key == table && i < t.columns.size(); ++i)
            if (t.columns[i].key == column && row < t.rows.size()) return t.rows[row][qsizetype(i)];
    return {};
}

size_t rowsOf(const Report &report, const QString &table)
{
    for (const Table &t : report.tables)
        if (t.key == table) return t.rows.size();
    return 0;
}

Report ask(Opened &opened, const char *verb, const QString &words = {})
{
    const auto report = verbNamed(QString::fromLatin1(verb))->run(opened, {.limit = 500, .words = words});
    if (!report) qFatal("%s: %s", verb, qPrintable(report.error().what));
    return *report;
}

Opened opened(const QString &file, const Veil &with = veil)
{
    auto result = openAny(file, with);
    if (!result) qFatal("%s", qPrintable(result.error().what));
    return *std::move(result);
}

/// Everything that a question can ask for.
QStringList allViews(const Opened &opened)
{
    QStringList all;
    for (const View &view : viewsOf(opened.kind))
        all.append(u"SELECT * FROM "_s + QLatin1StringView(view.name));
    return all;
}

QByteArray sumOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
}

} // namespace

class TestVerbs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noVerbLetsAnythingOut()
    {
        const CanaryMirror m;
        Opened file = opened(m.file());
        const QString chat = QString::fromLatin1(m.group.text());
        QByteArray said;
        for (const Verb &verb : verbs()) {
            const QByteArray name(verb.name);
            QStringList words{QString()};
            if (name == "explain") {
                words.clear();
                for (const MessageRow &row : m.rows) words.append(QString::fromLatin1(row.mid.text()));
                words.append(QString::fromLatin1(m.queued.text()));
                words.append(QString::fromLatin1(m.refused.text()));
            } else if (name == "timeline") {
                words = {chat, QString::fromLatin1(m.direct.text())};
            } else if (name == "query") {
                words = allViews(file);
            }
            for (const QString &word : words) {
                const QByteArray out = allOf(ask(file, verb.name, word));
                QVERIFY2(!sings(out), verb.name);
                said += out;
            }
        }
        QVERIFY(said.contains("Cyrillic") && said.contains("p-")); // it did speak of them
        auto again = openAny(m.file(), veil);
        QVERIFY(again);
        const auto same = diff(file, *again, {});
        QVERIFY(same && !sings(allOf(*same)));
        QCOMPARE(cell(*same, u"counts"_s, u"equal"_s).toInt(), 8);
    }

    /// Of the server's database too, in whatever column.
    void noVerbLetsAnythingOfTheServerOut()
    {
        QTemporaryDir dir;
        const QString server = dir.filePath(u"server.db"_s);
        QVERIFY(QFile::copy(QStringLiteral(KITH_SOURCE_DIR "/tests/server/old/v010.db"), server));
        QVERIFY(QFile::setPermissions(server, QFile::ReadOwner | QFile::WriteOwner));
        QString mid, chat;
        {
            auto db = File::open(server, File::Mode::Fresh);
            QVERIFY(db);
            for (const QByteArray column :
                 {"users.login", "users.name", "users.about", "devices.name", "devices.app", "chats.title",
                  "messages.body", "message_edits.body", "attachments.name", "attachments.mime",
                  "attachments.key", "reactions.emoji", "reports.reason", "reports.words", "invites.note"}) {
                const QList<QByteArray> at = column.split('.');
                (*db)->exec("UPDATE " + at[0] + " SET " + at[1] + " = " + at[1] + " || '" +
                            canary.toLatin1() + "'");
            }
            const QByteArray sung = "CAST('" + canary.toLatin1() + "' AS BLOB)";
            (*db)->exec("UPDATE messages SET extra = " + sung);
            (*db)->exec("UPDATE user_state SET value = " + sung);
            (*db)->exec("UPDATE meta SET lineage = " + sung);
            (*db)->exec("UPDATE devices SET push_token = '" + canary.toLatin1() + "'");
            (*db)->exec("INSERT OR REPLACE INTO message_edits(chat_id, mid, ev, body, at, extra) SELECT "
                        "chat_id, mid, 9, '" +
                        canary.toLatin1() + "', at, " + sung + " FROM messages LIMIT 3");
            (*db)->exec("INSERT OR REPLACE INTO scheduled(user_id, mid, due) SELECT sender, mid, 5 FROM "
                        "messages LIMIT 2");
            (*db)->exec("INSERT OR REPLACE INTO push_targets(device_id, user_id, provider, token, "
                        "last_result, last_detail)"
                        " SELECT id, user_id, '" +
                        canary.toLatin1() + "', '" + canary.toLatin1() + "', '" + canary.toLatin1() + "', '" +
                        canary.toLatin1() + "' FROM devices LIMIT 2");
            (*db)->exec("UPDATE chats SET timer = 3600, extra = " + sung);
            (*db)->exec("INSERT OR REPLACE INTO group_log(chat_id, n, at, by_user, act, words) SELECT "
                        "chat_id, 99, at,"
                        " sender, '" +
                        canary.toLatin1() + "', '" + canary.toLatin1() + "' FROM messages LIMIT 1");
            (*db)->exec(
                "INSERT OR REPLACE INTO group_invites(code, chat_id, by_user, op, until, uses, at) SELECT " +
                sung + ", chat_id, sender, mid, 0, 1, at FROM messages LIMIT 1");
            QVERIFY2(!(*db)->failed(), qPrintable((*db)->error().what));
        }
        Opened file = opened(server);
        for (const QString &query : allViews(file))
            QVERIFY2(!sings(allOf(ask(file, "query", query))), qPrintable(query));
        for (const char *view : {"v_timers", "v_scheduled", "v_edits", "v_push_targets", "v_history",
                                 "v_group_log", "v_invites"})
            QVERIFY2(file.file->number(QByteArray("SELECT count(*) FROM ") + view) > 0, view);
        chat = file.file->value("SELECT chat FROM v_messages LIMIT 1").toString();
        mid = file.file->value("SELECT mid FROM v_messages WHERE kind = 'text' LIMIT 1").toString();
        for (const Verb &verb : verbs()) {
            const QByteArray name(verb.name);
            const QString words = name == "explain" ? mid : name == "timeline" ? chat : QString();
            const auto report =
                verb.run(file, {.limit = 500, .words = name == "query" ? u"SELECT 1"_s : words});
            QVERIFY2(!sings(report ? allOf(*report) : report.error().what.toUtf8()), verb.name);
        }
    }

    void revealShowsIt()
    {
        const CanaryMirror m;
        Opened file = opened(m.file(), Veil(QByteArray(32, 'k'), true));
        QVERIFY(sings(allOf(ask(file, "timeline", QString::fromLatin1(m.group.text())))));
        QVERIFY(sings(allOf(ask(file, "query", u"SELECT person FROM v_people"_s))));
    }

    /// A live mirror: read with its log, and not a byte of it changed.
    void aLiveMirrorIsReadWholeAndLeftAlone()
    {
        CanaryMirror m;
        const QByteArray before = sumOf(m.file()) + sumOf(m.file() + u"-wal"_s);
        const QStringList names = QDir(m.folder.path()).entryList(QDir::Files);
        QVERIFY(QFile(m.file() + u"-wal"_s).size() > 0);
        Opened file = opened(m.file());
        QCOMPARE(cell(ask(file, "summary"), u"health"_s, u"messages"_s).toInt(), 8);
        QCOMPARE(sumOf(m.file()) + sumOf(m.file() + u"-wal"_s), before);
        QCOMPARE(QDir(m.folder.path()).entryList(QDir::Files), names);
        m.put(m.group, m.row(7, m.friendly, u"goes on"_s)); // the writer was not held up
        QCOMPARE(cell(ask(file, "summary"), u"health"_s, u"messages"_s).toInt(), 8); // of one moment
        const QString folder = file.folder->path();
        file.file.reset();
        file.folder.reset();
        QVERIFY(!QDir(folder).exists());
    }

    /// A writer in the middle of a transaction does not make it wait, and is not seen.
    void halfATransactionIsNotSeen()
    {
        CanaryMirror m;
        const Status written = m.mirror->write([&] {
            m.mirror->messages.upsert(m.group, m.row(7, m.friendly, u"half"_s));
            Opened file = opened(m.file());
            QCOMPARE(cell(ask(file, "summary"), u"health"_s, u"messages"_s).toInt(), 8);
        });
        QVERIFY(written);
    }

    void gapsAndRangesAreTold()
    {
        CanaryMirror m;
        m.require(m.mirror->write([&] {
            m.mirror->ranges.replace(m.group, {{{2}, {3}, std::nullopt}, {{5}, {5}, Rev{1}}});
        }));
        Opened file = opened(m.file());
        const Report report = ask(file, "gaps", QString::fromLatin1(m.group.text()));
        QStringList parts;
        for (const QVariantList &row : report.tables[0].rows)
            parts.append(u"%1 %2-%3"_s.arg(row[1].toString()).arg(row[2].toInt()).arg(row[3].toInt()));
        QCOMPARE(parts, QStringList({u"hole 1-1"_s, u"held 2-3"_s, u"hole 4-4"_s,
                                     u"held, not confirmed 5-5"_s, u"hole 6-6"_s}));
    }

    void integrityFindsWhatIsBroken_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("rule");
        QTest::newRow("a held row is gone") << u"DELETE FROM messages WHERE seq = 3"_s << u"range-filled"_s;
        QTest::newRow("ranges overlap")
            << u"INSERT INTO ranges VALUES((SELECT chat_pk FROM messages WHERE seq = 3), 3, 4, NULL)"_s
            << u"range-apart"_s;
        QTest::newRow("beyond the end") << u"UPDATE chats SET seq = 4"_s << u"place-inside"_s;
        QTest::newRow("nothing sends it") << u"DELETE FROM outbox WHERE kind = 'send'"_s << u"unsent-waits"_s;
        QTest::newRow("sends what is not there")
            << u"DELETE FROM messages WHERE seq IS NULL"_s << u"waiting-held"_s;
        QTest::newRow("marks that nobody wanted")
            << u"UPDATE receipts SET ack_seen = want_seen + 1"_s << u"marks-wanted"_s;
        QTest::newRow("a member read the future") << u"UPDATE members SET seen = 99"_s << u"members-inside"_s;
        QTest::newRow("without a sender")
            << u"UPDATE messages SET sender_pk = 99 WHERE seq = 2"_s << u"orphan-sender"_s;
    }
    void integrityFindsWhatIsBroken()
    {
        QFETCH(QString, sql);
        QFETCH(QString, rule);
        CanaryMirror m;
        m.require(m.mirror->write([&] {
            m.mirror->chats.setCursor(m.group, EpochId::fromBlob(QByteArray(16, 'e')), {{40}, 7});
        }));
        {
            Opened file = opened(m.file());
            const Report sound = ask(file, "integrity");
            QVERIFY2(sound.faults.isEmpty(), qPrintable(sound.faults.join(u'\n')));
        }
        m.mirror->db().exec(u"PRAGMA foreign_keys=OFF"_s);
        m.mirror->db().exec(sql);
        QVERIFY(!m.mirror->db().failed());
        Opened file = opened(m.file());
        const Report report = ask(file, "integrity");
        QStringList rules;
        for (size_t i = 0; i < rowsOf(report, u"rules"_s); ++i)
            rules.append(cell(report, u"rules"_s, u"rule"_s, i).toString());
        QVERIFY2(rules.contains(rule), qPrintable(rules.join(u' ')));
        QVERIFY(!report.faults.isEmpty());
    }

    void diffNamesWhatDiffers()
    {
        CanaryMirror m;
        m.require(m.mirror->write([&] {
            m.mirror->chats.setCursor(m.group, EpochId::fromBlob(QByteArray(16, 'e')), {{40}, 7});
        }));
        const QString older = m.folder.filePath(u"older.db"_s);
        {
            auto live = File::open(m.file(), File::Mode::Live);
            QVERIFY(live && (*live)->copyTo(older));
        }
        m.require(m.mirror->write([&] {
            MessageRow row = m.rows[1];
            row.body = u"another text"_s; // same revision: no sync would bring this
            m.mirror->messages.upsert(m.group, row);
        }));
        m.mirror->db().exec(u"DELETE FROM messages WHERE seq = 6"_s);
        Opened a = opened(older), b = opened(m.file());
        const auto report = diff(a, b, {});
        QVERIFY(report);
        QCOMPARE(cell(*report, u"counts"_s, u"changed"_s).toInt(), 1);
        QCOMPARE(cell(*report, u"counts"_s, u"only_first"_s).toInt(), 1);
        QCOMPARE(cell(*report, u"messages"_s, u"what"_s).toString(), u"text"_s);
        QVERIFY(!report->faults.isEmpty() && !sings(allOf(*report)));
    }

    /// What a server's database holds of groups and of earlier texts, and codes that let people in.
    void aServersDatabaseIsVeiled()
    {
        QTemporaryDir dir;
        const QString server = dir.filePath(u"server.db"_s);
        QVERIFY(QFile::copy(QStringLiteral(KITH_SOURCE_DIR "/tests/server/old/v010.db"), server));
        QVERIFY(QFile::setPermissions(server, QFile::ReadOwner | QFile::WriteOwner));
        {
            auto file = File::open(server, File::Mode::Fresh);
            QVERIFY(file);
            for (const QString &sql :
                 {u"UPDATE users SET name = '%1'"_s,
                  u"UPDATE chats SET title = '%1', extra = CAST('%1' AS BLOB)"_s,
                  u"UPDATE messages SET body = '%1' WHERE dead = 0"_s,
                  u"INSERT INTO message_edits (chat_id, mid, ev, body, extra, at) SELECT chat_id, mid, 9, "
                  u"'%1',"
                  " CAST('%1' AS BLOB), 1 FROM messages LIMIT 1"_s,
                  u"INSERT INTO group_invites (code, chat_id, by_user, op, until, uses, at) SELECT CAST('%1' "
                  u"AS BLOB),"
                  " chat_id, sender, mid, 0, 0, 1 FROM messages LIMIT 1"_s,
                  u"INSERT INTO group_log (chat_id, n, at, by_user, act, user_id, words) SELECT chat_id, 999,"
                  " 1, sender, '%1', sender, '%1' FROM messages LIMIT 1"_s})
                (*file)->exec(sql.arg(canary).toUtf8());
            QVERIFY2(!(*file)->failed(), qPrintable((*file)->error().what));
        }
        Opened same = opened(server);
        for (const View &view : viewsOf(same.kind)) {
            const auto report = ask(same, "query", u"SELECT * FROM "_s + QLatin1StringView(view.name));
            QVERIFY2(report.faults.isEmpty(), view.name);
            QVERIFY2(!sings(allOf(report)), view.name);
        }
        QCOMPARE(
            cell(ask(same, "query", u"SELECT count(*) AS n FROM v_invites"_s), u"rows"_s, u"n"_s).toInt(), 1);
    }

    /// A real mirror and the real database of its server, both of their first schema.
    void aMirrorAndItsServer()
    {
        QTemporaryDir dir;
        const QString server = dir.filePath(u"server.db"_s);
        QVERIFY(QFile::copy(QStringLiteral(KITH_SOURCE_DIR "/tests/server/old/v001.db"), server));
        QVERIFY(QFile::setPermissions(server, QFile::ReadOwner | QFile::WriteOwner));
        Opened mirror = opened(QStringLiteral(KITH_SOURCE_DIR "/tests/store/old/v001.db"));
        {
            Opened same = opened(server);
            QCOMPARE(same.kind, Opened::Kind::Server);
            const auto report = diff(mirror, same, {});
            QVERIFY(report);
            QVERIFY2(report->faults.isEmpty(), qPrintable(report->faults.join(u'\n')));
            QCOMPARE(cell(*report, u"counts"_s, u"equal"_s).toInt(), 32);
            QCOMPARE(cell(*report, u"counts"_s, u"unsent"_s).toInt(), 4);
            for (const char *verb : {"summary", "integrity", "chats", "receipts"})
                QVERIFY(verbNamed(QString::fromLatin1(verb))->run(same, {}));
        }
        {
            auto file = File::open(server, File::Mode::Fresh);
            QVERIFY(file);
            (*file)->exec(
                "UPDATE messages SET body = 'another' WHERE (chat_id, seq) = (SELECT chat_id, min(seq) FROM"
                " messages WHERE dead = 0 AND kind = 'text')");
            QVERIFY(!(*file)->failed());
        }
        Opened other = opened(server);
        const auto report = diff(mirror, other, {});
        QVERIFY(report && !report->faults.isEmpty());
        QCOMPARE(cell(*report, u"counts"_s, u"changed"_s).toInt(), 1);
        QCOMPARE(cell(*report, u"messages"_s, u"what"_s).toString(), u"text"_s);
    }
};

QTEST_GUILESS_MAIN(TestVerbs)
#include "tst_verbs.moc"
