// kith-server check on real files, whole, busy, and broken in each way that it knows.
#include "server/storage/check.h"
#include "server/storage/check_rules.h"
#include "server/storage/db.h"
#include "server/storage/schema.h"
#include "server/storage/sqlite_repository.h"
#include "tests/kit/server_process.h"
#include "tests/server/repository_world.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>
#include <atomic>
#include <set>
#include <sqlite3.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace kith;
using namespace kith::server;

namespace {

void runSql(const QString &file, const QByteArray &sql)
{
    sqlite3 *db = nullptr;
    if (sqlite3_open(file.toUtf8().constData(), &db) != SQLITE_OK ||
        sqlite3_exec(db, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql.constData(), sqlite3_errmsg(db));
    sqlite3_close(db);
}

QByteArray bytesOf(const QString &file)
{
    QFile f(file);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

QByteArray uuidOf(const QString &file)
{
    Db db(file, false, nullptr);
    Statement select(db, "SELECT db_uuid FROM meta");
    Rows rows = select.rows();
    return rows.next() ? rows.bytes(0) : QByteArray();
}

std::set<QString> rulesOf(const CheckReport &report)
{
    std::set<QString> rules;
    for (const CheckFinding &finding : report.findings) rules.insert(finding.rule);
    return rules;
}

struct Break {
    const char *rule, *sql;
};
// What a rule is broken by; it may break others too.
constexpr Break breaks[] = {
    {"meta", "UPDATE meta SET token_key = x'00'"},
    {"user-ids", "UPDATE users SET login = 'Ana' WHERE login = 'ana'"},
    {"chat-ids", "UPDATE chats SET kind = 7 WHERE title = 'Team'"},
    {"message-ids", "UPDATE messages SET reply = x'01' WHERE seq = 1"},
    {"messages-dense", "DELETE FROM messages WHERE seq = 2"},
    {"message-chat", "DELETE FROM chats WHERE title = 'Team'"},
    {"message-sender", "DELETE FROM chat_members WHERE user_id = (SELECT id FROM users WHERE login = 'ben')"},
    {"message-rev", "UPDATE messages SET rev = rev + 100000 WHERE seq = 1"},
    {"message-dead", "UPDATE messages SET body = 'not meant for you' WHERE dead <> 0"},
    {"message-reacted", "UPDATE messages SET reacted = 0"},
    {"edit-message", "UPDATE message_edits SET ev = ev + 5"},
    {"message-exp", "UPDATE messages SET exp = at WHERE dead = 0"},
    {"scheduled-state",
     "INSERT INTO scheduled (user_id, mid, due) VALUES (randomblob(16), randomblob(16), 1)"},
    {"use-message",
     "INSERT INTO attachment_uses (att, mid, chat_id, sender) SELECT randomblob(16), mid, chat_id, sender"
     " FROM messages WHERE dead <> 0"},
    {"reaction-message", "UPDATE reactions SET mid = randomblob(16)"},
    {"reaction-user", "UPDATE reactions SET user_id = randomblob(16)"},
    {"reaction-rev", "UPDATE reactions SET rev = rev + 100000"},
    {"rev-unique", "UPDATE reactions SET rev = (SELECT rev FROM messages m"
                   " WHERE m.chat_id = reactions.chat_id LIMIT 1)"},
    {"chat-head", "UPDATE chats SET tag = tag + 1"},
    {"chat-counters", "UPDATE chats SET floor_rev = rev + 1"},
    {"chat-last", "UPDATE chats SET last_mid = randomblob(16)"},
    {"chat-members", "UPDATE chats SET members_n = members_n + 1"},
    {"chat-owner", "UPDATE chat_members SET role = 3"},
    {"chat-maker", "UPDATE chats SET made_by = randomblob(16)"},
    {"direct-pair", "DELETE FROM direct_pairs"},
    {"pair-chat", "UPDATE direct_pairs SET chat_id = (SELECT id FROM chats WHERE kind = 2)"},
    {"chat-rx", "UPDATE chat_rx SET rx = 0"},
    {"rx-unique", "UPDATE chat_members SET rx = 1 WHERE rx > 0"},
    {"member-known", "INSERT INTO chat_members (chat_id, user_id, role, joined_rev, rev, tag)"
                     " SELECT id, randomblob(16), 1, 1, 100000, 1 FROM chats"},
    {"member-marks", "UPDATE chat_members SET seen_pub = delivered + 1"},
    {"member-rev", "UPDATE chat_members SET rev = rev + 100000"},
    {"device-user", "DELETE FROM refresh_tokens"},
    {"state-user", "UPDATE user_state SET user_id = randomblob(16) WHERE kind = 'seen'"},
    {"state-urev", "UPDATE users SET urev = urev - 1"},
    {"state-head", "UPDATE users SET utag = utag + 1"},
    {"op-known", "UPDATE ops SET chat_id = randomblob(16)"},
    {"avatar-owner", "INSERT INTO avatars (id, owner, mime, data)"
                     " VALUES (randomblob(16), randomblob(16), 'image/png', x'89')"},
    {"avatar-owner", "INSERT INTO avatars (id, owner, mime, data)"
                     " SELECT randomblob(16), id, 'image/png', x'89' FROM users WHERE login = 'ana'"},
    {"user-avatar", "UPDATE users SET avatar = randomblob(16) WHERE login = 'ben'"},
    {"token-device", "UPDATE refresh_tokens SET device_id = randomblob(16) WHERE state = 3"},
    {"token-device", "UPDATE refresh_tokens SET state = 4"},
    {"token-in-use", "UPDATE refresh_tokens SET state = 2"},
    {"account-ended", "UPDATE users SET flags = 3 WHERE login = 'ben'"},
    {"retired-login", "INSERT INTO retired_logins (hash) VALUES (x'00')"},
    {"invite-whole", "INSERT INTO invites (code_hash, note, uses_left, expires, at)"
                     " VALUES (randomblob(32), '', -1, 0, 0)"},
    {"report-known",
     "INSERT INTO reports (by_user, reason, words, at) VALUES (randomblob(16), 'spam', '', 0)"},
    {"report-known", "INSERT INTO reports (by_user, user_id, reason, words, at)"
                     " SELECT id, randomblob(16), 'spam', '', 0 FROM users WHERE login = 'ana'"},
    {"erasure-known", "INSERT INTO erasures (user_id, chat_id, upto)"
                      " SELECT user_id, chat_id, 1 FROM chat_members"},
    {"push-target", "INSERT INTO push_targets (device_id, user_id, provider, token)"
                    " SELECT randomblob(16), id, 'fcm', 'address' FROM users"},
    {"push-target", "INSERT INTO push_targets (device_id, user_id, provider, token)"
                    " SELECT id, randomblob(16), 'fcm', 'address' FROM devices"},
    {"poll-count",
     "UPDATE messages SET extra = CAST('{\"poll\":{\"n\":[0,1],\"opts\":[\"a\",\"b\"],\"voters\":1}}'"
     " AS BLOB) WHERE dead = 0"},
    {"poll-votes", "INSERT INTO poll_votes (mid, user_id, chat_id, opts) VALUES (randomblob(16),"
                   " randomblob(16), randomblob(16), 1)"},
    {"member-bounds", "UPDATE chat_members SET banned = 1 WHERE left_rev = 0"},
    {"group-invites", "INSERT INTO group_invites (code, chat_id, by_user, op, until, uses, at)"
                      " SELECT randomblob(3), id, made_by, randomblob(16), 0, 0, 0 FROM chats"},
    {"group-log", "INSERT INTO group_log (chat_id, n, at, by_user, act, words)"
                  " SELECT id, 0, 0, made_by, '', '' FROM chats"},
    {"relay", "INSERT INTO relay (chat_id, rev, kind, at) VALUES (randomblob(16), 1, 0, 0)"},
    {"push-jobs", "INSERT INTO push_jobs (chat_id, seq, state, next_at) VALUES (randomblob(16), 1, 0, 0)"},
    {"file-known", "INSERT INTO attachments (id, owner, chat_id, size, sha256, mime, state, key, created)"
                   " SELECT randomblob(16), made_by, id, 1, x'', '', 3, '', 0 FROM chats"},
    {"file-message",
     "INSERT INTO attachments (id, owner, chat_id, size, sha256, mime, state, key, created, mid)"
     " SELECT randomblob(16), sender, chat_id, 1, randomblob(32), '', 3, '', 0, mid"
     " FROM messages WHERE dead <> 0"},
    {"message-files",
     "UPDATE messages SET extra = CAST('{\"atts\":[{\"id\":\"AaIM0X9dfzGcBshHk9cE-g\",\"mime\":"
     "\"text/plain\",\"name\":\"a.txt\",\"sha256\":\"e3b0c44298fc1c149afbf4c8996fb924"
     "27ae41e4649b934ca495991b7852b855\",\"size\":1}]}' AS BLOB) WHERE dead = 0"},
    {"own-marks", "UPDATE user_state SET value = x'393939' WHERE kind = 'seen'"},
    {"own-marks", "UPDATE user_state SET value = x'6e756c6c' WHERE kind = 'chat'"},
    {"foreign-keys", "DELETE FROM users WHERE login = 'cara'"},
    {"schema", "DROP INDEX op_age"},
    {"schema", "CREATE TABLE stray (a)"},
};

} // namespace

class TestCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWholeDatabaseHolds();
    void eachBrokenPromiseIsFound_data();
    void eachBrokenPromiseIsFound();
    void everyRuleIsTriedAndTold();
    void aDamagedFileIsFound();
    void aRestoredCopyIsFound();
    void whatIsNotOursIsRefused();
    void aBusyDatabaseIsLookedAtInOneMoment();
    void theProgramSaysSo();

private:
    QString copied()
    {
        const QString dir = m_dir.filePath(QString::number(++m_files));
        QDir().mkpath(dir);
        const QString file = dir + u"/kith-server.db"_s;
        const QString kept = QStringLiteral(KITH_SOURCE_DIR "/tests/server/old/v%1.db");
        if (!QFile::copy(kept.arg(schemaVersion, 3, 10, QLatin1Char('0')), file)) qFatal("no kept file");
        return file;
    }
    QTemporaryDir m_dir;
    int m_files = 0;
};

void TestCheck::aWholeDatabaseHolds()
{
    const QString file = copied();
    const QByteArray before = bytesOf(file);
    QStringList seen;
    const auto report = check(file, [&](int done, int all, const QString &now) {
        QCOMPARE(done, seen.size());
        QVERIFY(done < all);
        seen << now;
    });
    QVERIFY2(bool(report), qPrintable(report ? QString() : report.error().what));
    for (const CheckFinding &f : report->findings)
        QFAIL(qPrintable(f.rule + u": "_s + f.what + f.examples.join(u'\n')));
    QCOMPARE(seen.size(), report->rules);
    QCOMPARE(report->schema, schemaVersion);
    QCOMPARE(report->users, 3);
    QCOMPARE(report->chats, 4);
    QVERIFY(report->messages > 30 && report->commitNo > 30);
    QCOMPARE(bytesOf(file), before);
}

void TestCheck::eachBrokenPromiseIsFound_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QByteArray>("sql");
    for (const Break &one : breaks)
        QTest::addRow("%s: %.40s", one.rule, one.sql) << QString::fromLatin1(one.rule) << QByteArray(one.sql);
}

void TestCheck::eachBrokenPromiseIsFound()
{
    QFETCH(QString, rule);
    QFETCH(QByteArray, sql);
    const QString file = copied();
    runSql(file, sql);
    const auto report = check(file);
    QVERIFY2(bool(report), qPrintable(report ? QString() : report.error().what));
    const auto found = std::find_if(report->findings.begin(), report->findings.end(),
                                    [&](const CheckFinding &f) { return f.rule == rule; });
    QVERIFY(found != report->findings.end());
    QVERIFY(!found->what.isEmpty() && !found->advice.isEmpty());
    QVERIFY(found->count > 0 && !found->examples.isEmpty());
    QVERIFY(!found->examples.contains(QString()));
}

void TestCheck::everyRuleIsTriedAndTold()
{
    const QByteArray page = bytesOf(QStringLiteral(KITH_SOURCE_DIR "/docs/check.md"));
    std::set<QByteArray> tried, names;
    for (const Break &one : breaks) tried.insert(one.rule);
    for (const CheckRule &rule : checkRules()) {
        QVERIFY2(tried.contains(rule.name), rule.name);
        QVERIFY2(names.insert(rule.name).second, rule.name);
        QVERIFY2(page.contains('`' + QByteArray(rule.name) + '`'), rule.name);
    }
}

void TestCheck::aDamagedFileIsFound()
{
    for (const char *where : {"messages", "message_rev", "chat_members", "users", "state_urev", "chats"}) {
        const QString file = copied();
        qint64 page = 0;
        {
            Db db(file, false, nullptr);
            page = db.number(QByteArray("SELECT rootpage FROM sqlite_schema WHERE name = '") + where + "'");
        }
        QFile f(file);
        QVERIFY(f.open(QIODevice::ReadWrite) && f.seek((page - 1) * 4096 + 2000));
        f.write(QByteArray(2096, '\x5a'));
        f.close();
        const auto report = check(file);
        if (!report) { // not even its first rows can be read
            QCOMPARE(report.error().code, Errc::Corrupt);
            QVERIFY(report.error().what.contains(file));
            continue;
        }
        QVERIFY2(rulesOf(*report).contains(u"file"_s), where);
        QVERIFY(report->findings.front().advice.contains(u"backup"));
    }
}

void TestCheck::aRestoredCopyIsFound()
{
    const QString file = copied();
    QByteArray guard = uuidOf(file);
    guard.resize(24);
    const auto say = [&](qint64 commit) {
        qToBigEndian(commit, guard.data() + 16);
        QFile f(file + u".guard"_s);
        QVERIFY(f.open(QIODevice::WriteOnly));
        f.write(guard);
    };
    const qint64 commit = check(file)->commitNo;
    say(commit);
    QVERIFY(check(file)->holds());
    say(commit + 1);
    const auto report = check(file);
    QCOMPARE(rulesOf(*report), std::set<QString>{u"guard"_s});
    QVERIFY(report->findings.front().advice.contains(u"epoch"));
}

void TestCheck::whatIsNotOursIsRefused()
{
    QCOMPARE(check(m_dir.filePath(u"absent.db"_s)).error().code, Errc::NotFound);
    const QString other = m_dir.filePath(u"other.db"_s), newer = copied();
    runSql(other, "CREATE TABLE t (a)");
    QCOMPARE(check(other).error().code, Errc::Corrupt);
    const QString older = copied();
    runSql(older, "PRAGMA user_version = 1");
    if (schemaVersion > 1) QCOMPARE(check(older).error().code, Errc::Unavailable);
    runSql(newer, "PRAGMA user_version = 99");
    const auto refused = check(newer);
    QCOMPARE(refused.error().code, Errc::TooNew);
    QVERIFY(refused.error().what.contains(newer) && refused.error().what.contains(u"99"_s));
}

void TestCheck::aBusyDatabaseIsLookedAtInOneMoment()
{
    struct Rig {
        QTemporaryDir dir;
        QString file = dir.filePath(u"kith-server.db"_s);
        SystemRandom random;
        std::unique_ptr<SqliteRepository> opened =
            *SqliteRepository::open(file, SqliteRepository::Mode::Writer, random);
        Repository &repo() { return *opened; }
    };
    testkit::World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b), group = w.group(a, {b.user});
    std::atomic<bool> stop = false;
    std::atomic<int> said = 0;
    std::thread writer([&] {
        while (!stop) {
            const MessageRow m = w.say(a, said % 2 ? chat : group, u"text"_s);
            w.ok(b, wire::React{said % 2 ? chat : group, m.mid, w.op(), u"x"_s, true, 0});
            w.ok(b, wire::Rcpt{{{said % 2 ? chat : group, m.seq, m.seq}}});
            w.ok(a, wire::Del{said % 2 ? chat : group, m.mid, w.op()});
            ++said;
        }
    });
    QStringList wrong;
    qint64 commit = 0;
    for (int n = 0; n < 10 && wrong.isEmpty(); ++n) {
        const auto report = check(w.rig.file);
        if (!report) {
            wrong << report.error().what;
            break;
        }
        for (const CheckFinding &f : report->findings)
            wrong << f.rule + u": "_s + f.what + u' ' + f.examples.join(u"; "_s);
        if (report->commitNo <= commit) wrong << u"commit %1 after %2"_s.arg(report->commitNo).arg(commit);
        commit = report->commitNo;
        // The round that was going on may have ended with the commit that was looked at: the next one has
        // not.
        for (const int before = said; said < before + 2;) std::this_thread::yield();
    }
    stop = true;
    writer.join();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestCheck::theProgramSaysSo()
{
    const QString file = copied();
    const auto run = [&](const QStringList &more) {
        QProcess p;
        p.start(QStringLiteral(KITH_BIN_DIR "/kith-server"),
                QStringList{u"check"_s, u"--data"_s, QFileInfo(file).path()} + more);
        if (!p.waitForFinished(60'000)) qFatal("check does not end");
        return std::tuple(p.exitCode(), p.readAllStandardOutput(), p.readAllStandardError());
    };
    auto [code, out, err] = run({});
    QCOMPARE(code, 0);
    QVERIFY2(out.contains("All ") && out.contains("promises hold"), out);
    QVERIFY2(err.isEmpty(), err);
    {
        test::ServerProcess running;
        QVERIFY(running.start(QFileInfo(file).path()));
        QCOMPARE(std::get<0>(run({})), 0);
    }
    runSql(file, "DELETE FROM messages WHERE seq = 2; UPDATE chats SET members_n = 9");
    std::tie(code, out, err) = run({});
    QCOMPARE(code, 65);
    QVERIFY2(out.contains("messages-dense: ") && out.contains("chat-members: ") &&
                 out.contains("What to do: "),
             out);
    std::tie(code, out, err) = run({u"--json"_s});
    QCOMPARE(code, 65);
    const QJsonObject json = QJsonDocument::fromJson(out).object();
    QCOMPARE(json[u"holds"_s].toBool(true), false);
    const QJsonObject first = json[u"findings"_s][0].toObject();
    QCOMPARE(first[u"rule"_s].toString(), u"messages-dense"_s);
    QCOMPARE(first[u"count"_s].toInt(), 3);
    QVERIFY(QFile::remove(file));
    std::tie(code, out, err) = run({});
    QCOMPARE(code, 66);
    QVERIFY(out.isEmpty() && err.startsWith("kith-server: "));
}

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
