// Every way in which a mirror can differ from its server, planted in a real file, found and mended against a
// real server.
#include "core/store/mirror.h"
#include "tests/kit/person.h"
#include "tests/kit/test_node.h"
#include "tests/kit/two_devices.h"

#include <QTest>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60'000;
constexpr int kMessages = 230; // more than one page, so that halving has something to do

#define UNTIL(condition) QTRY_VERIFY_WITH_TIMEOUT((condition), kPatience)

std::unique_ptr<Db> fileOf(Person &p)
{
    auto db = Db::open(p.file(), Db::Mode::Writer);
    if (!db) qFatal("%s", qPrintable(db.error().what));
    return std::move(*db);
}

QString textOf(Db &db, const char *sql)
{
    Query q = db.query(sql);
    return q.next() ? q.text(0) : QString();
}

/// What the server has a say in.
QString replicated(Db &db)
{
    return textOf(db, "SELECT group_concat(t, char(10)) FROM (SELECT "
                      "hex(mid)||chat_pk||'/'||coalesce(seq,'')||'/'||rev||"
                      "'/'||sender_pk||'/'||coalesce(kind,'')||hex(coalesce(reply,''))||ev||dead||state||'/"
                      "'||at||body||"
                      "coalesce(extra,'') AS t FROM messages ORDER BY mid)") +
           textOf(db, "SELECT group_concat(t, char(10)) FROM (SELECT "
                      "hex(mid)||user_pk||emoji||\"on\"||ver||'/'||rev AS t"
                      " FROM reactions ORDER BY mid, user_pk, emoji)") +
           textOf(db, "SELECT group_concat(t, char(10)) FROM (SELECT "
                      "chat_pk||'/'||user_pk||'/'||role||left||'/'||rev||'/'||"
                      "delivered||'/'||seen AS t FROM members ORDER BY chat_pk, user_pk)") +
           textOf(db, "SELECT group_concat(t, char(10)) FROM (SELECT "
                      "hex(id)||title||members||'/'||info_rev||'/'||rev||'/'||"
                      "seq AS t FROM chats ORDER BY id)") +
           textOf(db, "SELECT group_concat(t, char(10)) FROM (SELECT "
                      "chat_pk||'/'||lo||'-'||hi||coalesce(as_of,'') AS t"
                      " FROM ranges ORDER BY chat_pk, lo)") +
           textOf(db,
                  "SELECT group_concat(login || name, char(10)) FROM (SELECT * FROM users ORDER BY login)");
}

/// What it has none in.
QString own(Db &db)
{
    return textOf(db, "SELECT group_concat(t, char(10)) FROM (SELECT "
                      "pk||kind||hex(payload)||refused||tries||entered||"
                      "last_error AS t FROM outbox ORDER BY pk)") +
           textOf(db, "SELECT group_concat(text||ver||dirty||updated, char(10)) FROM drafts") +
           textOf(
               db,
               "SELECT "
               "group_concat(chat_pk||'/'||want_delivered||'/'||want_seen||'/'||ack_delivered||'/'||ack_seen,"
               " char(10)) FROM receipts") +
           textOf(db, "SELECT group_concat(pk||text, char(10)) FROM draft_history");
}

} // namespace

class TestVerify : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void equalMirrorsAgree();
    void plantedDifferences_data();
    void plantedDifferences();
    void lookingChangesNothing();
    void holesAreNoDifference();
    void aCancelledOneEnds();
    void theFileContradictsItself();
    void anOldServerIsSaid();
    void aBusyChatIsComparedAllTheSame();
    void itGoesOnAfterALostConnection();
    void unreadableRowsAreSaid();
    void aMembersPictureIsNoDifference();

private:
    VerifyReport verify(Person &p, bool repair, const std::vector<ChatId> &chats = {});
    void plant(const QString &sql);

    std::unique_ptr<TestNode> m_node;
    std::unique_ptr<Person> m_ann, m_ben, m_cat;
    ChatId m_group, m_direct;
    quint64 m_question = 0;
};

void TestVerify::initTestCase()
{
    registerFeedTypes();
    m_node = std::make_unique<TestNode>();
    m_ann = std::make_unique<Person>(m_node->port(), u"ann"_s);
    m_ben = std::make_unique<Person>(m_node->port(), u"ben"_s);
    m_cat = std::make_unique<Person>(m_node->port(), u"cat"_s);
    for (Person *p : {m_ann.get(), m_ben.get(), m_cat.get()}) QVERIFY(p->signIn() && p->open());
    m_group = m_ann->mint.chat();
    m_ann->wish().createGroup(m_group, u"Three"_s, {m_ben->info(), m_cat->info()});
    std::vector<Mid> mids;
    for (int i = 0; i < kMessages; ++i) mids.push_back(m_ann->say(m_group, u"message %1 äöü"_s.arg(i)));
    UNTIL(m_ben->message(mids.back()).has_value());
    m_direct = m_ben->mint.chat();
    m_ben->wish().createDirect(m_direct, m_ann->info());
    const Mid hello = m_ben->say(m_direct, u"hello ann"_s);
    UNTIL(m_ann->message(hello).has_value());
    m_ann->wish().editText(m_group, mids[7], u"edited"_s);
    m_ann->wish().deleteForAll(m_group, mids[8]);
    m_ann->wish().react(m_group, mids[9], u"👍"_s, true);
    m_cat->wish().react(m_group, mids[9], u"👍"_s, true);
    m_cat->wish().react(m_group, mids[200], u"❤️"_s, true);
    UNTIL(m_ben->message(mids[8])->row.dead && !m_ben->message(mids[200])->reactions.empty());
    m_cat->wish().react(m_group, mids[200], u"❤️"_s, false);
    UNTIL(m_ben->message(mids[200])->reactions.empty() && m_ben->message(mids[9])->reactions.size() == 1 &&
          m_ben->message(mids[9])->reactions[0].count == 2 &&
          m_ben->message(mids[7])->row.body == u"edited"_s);
    UNTIL(m_ann->status().waiting == 0 && m_ben->status().receiptsWaiting == 0 && m_ben->status().holes == 0);
    m_ann->close(); // quiet from here on: nobody's receipts move
    m_cat->close();
    m_ben->close();
    // What must survive everything untouched.
    auto db = fileOf(*m_ben);
    db->exec(u"INSERT INTO outbox(chat_pk, kind, payload, refused, tries, entered, last_error)"
             " SELECT pk, 'chat.set', x'7b7d', 1, 3, 77, 'forbidden' FROM chats WHERE title = 'Three'"_s);
    db->exec(
        u"INSERT INTO drafts(chat_pk, text, ver, dirty, updated) SELECT pk, 'half a word', 0, 0, 5 FROM chats"_s);
    db->exec(u"INSERT INTO draft_history(chat_pk, text, at) SELECT pk, 'an earlier one', 5 FROM chats"_s);
    QVERIFY(!db->failed());
}

VerifyReport TestVerify::verify(Person &p, bool repair, const std::vector<ChatId> &chats)
{
    std::optional<VerifyReport> report;
    const auto hear =
        QObject::connect(&p.feed, &Feed::verified, this, [&](const VerifyReport &r) { report = r; });
    p.wish().verify({++m_question, chats, repair});
    const bool ended = QTest::qWaitFor([&] { return report.has_value(); }, kPatience);
    QObject::disconnect(hear);
    if (!ended || report->question != m_question) qFatal("no report");
    return *report;
}

void TestVerify::plant(const QString &sql)
{
    m_ben->close();
    auto db = fileOf(*m_ben);
    for (const QString &one : sql.split(u';', Qt::SkipEmptyParts)) db->exec(one);
    QVERIFY2(!db->failed(), qPrintable(db->error().what));
}

void TestVerify::equalMirrorsAgree()
{
    QVERIFY(m_ben->open());
    const VerifyReport report = verify(*m_ben, true);
    QCOMPARE(report.end, VerifyReport::End::Done);
    QVERIFY(report.agrees() && report.complete());
    QCOMPARE(report.found, 0);
    QCOMPARE(report.chats.size(), size_t(2));
    QVERIFY(report.compared >= kMessages + 1);
    for (const ChatVerdict &chat : report.chats) QCOMPARE(chat.how, ChatVerdict::How::Agrees);
}

void TestVerify::plantedDifferences_data()
{
    using Kind = Difference::Kind;
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("count");
    const auto row = [](const char *name, const char *sql, Kind kind, int count = 1) {
        QTest::newRow(name) << QString::fromUtf8(sql) << int(kind) << count;
    };
    row("text", "UPDATE messages SET body = 'somebody else wrote this' WHERE seq = 100", Kind::Changed);
    row("row missing", "DELETE FROM messages WHERE seq = 212", Kind::Missing);
    row("rows missing here and there", "DELETE FROM messages WHERE seq IN (2, 120, 225)", Kind::Missing, 3);
    row("rev too high", "UPDATE messages SET rev = rev + 100000 WHERE seq = 50", Kind::Changed);
    row("rev too low", "UPDATE messages SET rev = 1 WHERE seq = 50", Kind::Changed);
    row("dead flag set", "UPDATE messages SET dead = 1, body = '' WHERE seq = 60", Kind::Changed);
    row("deleted one alive", "UPDATE messages SET dead = 0, body = 'alive' WHERE dead = 1", Kind::Changed);
    row("edit undone", "UPDATE messages SET body = 'message 6 äöü', ev = 0 WHERE ev = 1 AND dead = 0",
        Kind::Changed);
    row("time", "UPDATE messages SET at = at + 1 WHERE seq = 61", Kind::Changed);
    row("sender",
        "UPDATE messages SET sender_pk = (SELECT max(pk) FROM users) WHERE seq = 62 AND chat_pk = (SELECT pk "
        "FROM chats"
        " WHERE title = 'Three') AND sender_pk <> (SELECT max(pk) FROM users)",
        Kind::Changed);
    row("state", "UPDATE messages SET state = 4 WHERE seq = 63", Kind::Changed);
    row("two changed places",
        "UPDATE messages SET seq = 9999 WHERE seq = 70;UPDATE messages SET seq = 70 WHERE seq = 71;"
        "UPDATE messages SET seq = 71 WHERE seq = 9999",
        Kind::Changed, 2);
    row("reaction missing", "DELETE FROM reactions WHERE rowid_free = 0", Kind::Reaction);
    row("reaction on again", "UPDATE reactions SET \"on\" = 1 WHERE \"on\" = 0", Kind::Reaction);
    row("reaction extra",
        "INSERT INTO reactions SELECT mid, (SELECT max(pk) FROM users), '🎉', chat_pk, 1, 1, 5 FROM messages"
        " WHERE seq = 80",
        Kind::Reaction);
    row("member missing",
        "DELETE FROM members WHERE rev > 0 AND user_pk = (SELECT pk FROM users WHERE login = 'cat')",
        Kind::Member);
    row("member left",
        "UPDATE members SET left = 1 WHERE user_pk = (SELECT pk FROM users WHERE login = 'cat')",
        Kind::Member);
    row("member's role",
        "UPDATE members SET role = 3 WHERE user_pk = (SELECT pk FROM users WHERE login = 'cat')",
        Kind::Member);
    row("member extra",
        "INSERT INTO users(id, login, name) VALUES(x'00112233445566778899aabbccddeeff', 'eve', 'Eve');"
        "INSERT INTO members(chat_pk, user_pk, rev) SELECT c.pk, u.pk, 9 FROM chats c, users u"
        " WHERE c.title = 'Three' AND u.login = 'eve'",
        Kind::Member);
    row("name", "UPDATE users SET name = 'Somebody' WHERE login = 'cat'", Kind::Member);
    row("title", "UPDATE chats SET title = 'Four' WHERE title = 'Three'", Kind::Info);
}

void TestVerify::plantedDifferences()
{
    QFETCH(QString, sql);
    QFETCH(int, kind);
    QFETCH(int, count);
    m_ben->close();
    if (sql.contains(u"rowid_free"_s)) // one of several
        sql =
            u"DELETE FROM reactions WHERE \"on\" = 1 AND user_pk = (SELECT pk FROM users WHERE login = 'cat')"_s;
    sql.replace(u"WHERE seq"_s, u"WHERE chat_pk = (SELECT pk FROM chats WHERE title = 'Three') AND seq"_s);
    QString truth, mine;
    {
        auto db = fileOf(*m_ben);
        truth = replicated(*db);
        mine = own(*db);
    }
    plant(sql);
    {
        auto db = fileOf(*m_ben);
        QVERIFY(replicated(*db) != truth);
    }
    QVERIFY(m_ben->open());
    const VerifyReport looked = verify(*m_ben, false);
    QCOMPARE(looked.found, count);
    QCOMPARE(looked.mended, 0);
    QVERIFY(!looked.agrees());
    for (const Difference &one : looked.differences) QCOMPARE(int(one.kind), kind);
    const VerifyReport mended = verify(*m_ben, true);
    QCOMPARE(mended.found, count);
    QCOMPARE(mended.mended, count);
    QVERIFY(mended.agrees());
    QCOMPARE(verify(*m_ben, false).found, 0);
    m_ben->close();
    auto db = fileOf(*m_ben);
    QCOMPARE(own(*db), mine);
    if (QString::fromLatin1(QTest::currentDataTag()) == u"member extra"_s) { // has left now, and nobody minds
        db->exec(u"DELETE FROM members WHERE user_pk = (SELECT pk FROM users WHERE login = 'eve')"_s);
        db->exec(u"DELETE FROM users WHERE login = 'eve'"_s);
    }
    QString now = replicated(*db);
    if (QString::fromLatin1(QTest::currentDataTag()) == u"member missing"_s) {
        // The watermark went with the row, and comes back by itself.
        db->exec(u"UPDATE members SET delivered = 0, seen = 0"_s);
        now.clear();
    }
    if (!now.isEmpty()) QCOMPARE(now, truth);
}

void TestVerify::lookingChangesNothing()
{
    plant(u"UPDATE messages SET body = 'other' WHERE seq = 5"_s);
    QString before;
    {
        auto db = fileOf(*m_ben);
        before = replicated(*db) + own(*db);
    }
    QVERIFY(m_ben->open());
    const VerifyReport report = verify(*m_ben, false, {m_group});
    QCOMPARE(report.chats.size(), size_t(1));
    QCOMPARE(report.chats[0].how, ChatVerdict::How::Differs);
    m_ben->close();
    {
        auto db = fileOf(*m_ben);
        QCOMPARE(replicated(*db) + own(*db), before);
    }
    QVERIFY(m_ben->open());
    QVERIFY(verify(*m_ben, true).agrees());
}

void TestVerify::holesAreNoDifference()
{
    Two w; // without a connection to fill them
    w.goLive();
    for (int i = 0; i < 30; ++i) w.server.post(w.b, w.chat, u"m%1"_s.arg(i));
    w.settle();
    QVERIFY(w.d->mirror->write([&] {
        w.d->mirror->ranges.replace(
            w.chat, {{{1}, {5}, std::nullopt}, {{6}, {8}, Rev{3}}, {{21}, {30}, std::nullopt}});
        for (qint64 seq = 9; seq <= 20; ++seq)
            if (const auto m = w.d->mirror->messages.atSeq(w.chat, Seq{seq}))
                w.d->mirror->messages.remove(m->row.mid);
    }));
    std::optional<VerifyReport> report;
    QObject::connect(&w.d->feed, &Feed::verified, &w.d->feed, [&](const VerifyReport &r) { report = r; });
    w.server.refuse = [](const wire::ClientFrame &f) -> std::optional<wire::Err> {
        const auto *hist = std::get_if<wire::Hist>(&f);
        if (!hist) return std::nullopt;
        wire::Err e; // the backfill must not be faster
        e.code = wire::Code::Busy;
        e.errorClass = wire::ErrorClass::Wait;
        e.retryMs = 3'600'000;
        return e;
    };
    w.d->engine->verify({1, {}, true});
    w.pass(5'000);
    QVERIFY(report);
    QVERIFY(report->agrees() && !report->complete());
    QCOMPARE(report->notHeld, 12);
    QCOMPARE(report->unverified, 3);
    QCOMPARE(report->compared, 15);
    QCOMPARE(report->found, 0);
}

void TestVerify::aCancelledOneEnds()
{
    QVERIFY(m_ben->open());
    std::vector<VerifyReport> reports;
    const auto hear = QObject::connect(&m_ben->feed, &Feed::verified, this,
                                       [&](const VerifyReport &r) { reports.push_back(r); });
    m_ben->wish().verify({901, {}, true});
    m_ben->wish().verify({902, {}, true}); // ends the first
    QCOMPARE(reports.size(), size_t(1));
    QCOMPARE(reports[0].question, 901U);
    QCOMPARE(reports[0].end, VerifyReport::End::Cancelled);
    QVERIFY(!reports[0].agrees());
    m_ben->wish().cancelVerify();
    QCOMPARE(reports.size(), size_t(2));
    m_ben->wish().cancelVerify();
    QCOMPARE(reports.size(), size_t(2));
    QObject::disconnect(hear);
    QVERIFY(verify(*m_ben, true).agrees()); // late answers to those two harm nobody
}

void TestVerify::theFileContradictsItself()
{
    plant(u"INSERT INTO ranges(chat_pk, lo, hi, as_of) SELECT pk, 20, 30, 5 FROM chats WHERE title = 'Three';"
          "UPDATE receipts SET ack_delivered = want_delivered + 1;"
          "INSERT INTO messages(mid, chat_pk, rev, sender_pk, state, local_pos, at, body)"
          " SELECT x'0192f0000000700080000000000000aa', pk, 0, 1, 1, 1, 1, 'nothing would send me' FROM chats"
          " WHERE title = 'Three';"
          "INSERT INTO fts(fts, rowid, body) SELECT 'delete', pk, body FROM messages WHERE seq = 90"_s);
    QVERIFY(m_ben->open());
    const LocalVerdict looked = verify(*m_ben, false).local;
    QVERIFY(!looked.searchIndex && !looked.mended);
    QCOMPARE(looked.ranges, 1);
    QCOMPARE(looked.unsent, 1);
    const VerifyReport mended = verify(*m_ben, true);
    QVERIFY(!mended.local.clean() && mended.local.mended && mended.agrees());
    QVERIFY(verify(*m_ben, false).local.clean());
    const auto lost = m_ben->message(Mid::fromBlob(QByteArray::fromHex("0192f0000000700080000000000000aa")));
    QVERIFY(lost && lost->state == MessageState::Refused); // its author decides
}

void TestVerify::anOldServerIsSaid()
{
    Two w;
    w.goLive();
    w.server.post(w.b, w.chat, u"m"_s);
    w.settle();
    std::optional<VerifyReport> report;
    QObject::connect(&w.d->feed, &Feed::verified, &w.d->feed, [&](const VerifyReport &r) { report = r; });
    w.server.refuse = [](const wire::ClientFrame &f) -> std::optional<wire::Err> {
        if (!std::holds_alternative<wire::Proof>(f)) return std::nullopt;
        wire::Err e;
        e.code = wire::Code::Unknown;
        e.errorClass = wire::classOf(e.code);
        return e;
    };
    w.d->engine->verify({1, {}, true});
    w.pass(1'000);
    QVERIFY(report && report->end == VerifyReport::End::TooOld && !report->agrees());
    QVERIFY(w.live());
}

void TestVerify::aBusyChatIsComparedAllTheSame()
{
    Two w;
    w.goLive();
    for (int i = 0; i < 50; ++i) w.server.post(w.b, w.chat, u"m%1"_s.arg(i));
    w.settle();
    QVERIFY(
        w.d->mirror->write([&] { w.d->mirror->db().run("UPDATE messages SET body = 'x' WHERE seq = 40"); }));
    std::optional<VerifyReport> report;
    QObject::connect(&w.d->feed, &Feed::verified, &w.d->feed, [&](const VerifyReport &r) { report = r; });
    int moves =
        12; // after the question was asked, before its answer is there: the answer is of another state
    w.server.refuse = [&](const wire::ClientFrame &f) -> std::optional<wire::Err> {
        const bool asked = std::holds_alternative<wire::Proof>(f) || std::holds_alternative<wire::Hist>(f);
        if (!asked || moves-- <= 0) return std::nullopt;
        w.loseEvent = [](Device &, const wire::ServerFrame &) { return true; };
        w.server.post(w.b, w.chat, u"meanwhile"_s);
        w.loseEvent = {};
        w.server.post(w.b, w.chat, u"and this tells of the gap"_s);
        return std::nullopt;
    };
    w.d->engine->verify({1, {}, true});
    w.pass(60'000);
    QVERIFY(report);
    QCOMPARE(report->found, 1);
    QVERIFY(report->agrees());
    QVERIFY(moves <= 0);
}

void TestVerify::itGoesOnAfterALostConnection()
{
    Two w;
    w.goLive();
    for (int i = 0; i < 20; ++i) w.server.post(w.b, w.chat, u"m%1"_s.arg(i));
    w.settle();
    std::optional<VerifyReport> report;
    bool waited = false;
    QObject::connect(&w.d->feed, &Feed::verified, &w.d->feed, [&](const VerifyReport &r) { report = r; });
    QObject::connect(&w.d->feed, &Feed::verifyProgress, &w.d->feed,
                     [&](const VerifyProgress &p) { waited = waited || p.waiting; });
    w.d->loseRequests = 1;
    w.d->engine->verify({1, {}, true});
    w.settle();
    QVERIFY(!report);
    w.d->wire.cut();
    w.pass(120'000);
    QVERIFY(report && report->agrees() && waited);
    QCOMPARE(report->compared, 20);
}

void TestVerify::unreadableRowsAreSaid()
{
    Two w;
    w.goLive();
    for (int i = 0; i < 5; ++i) w.server.post(w.b, w.chat, u"m%1"_s.arg(i));
    const MessageRow bad = w.server.post(w.b, w.chat, QString(limits::textBytes + 1, u'x')); // breaks a bound
    w.settle();
    QVERIFY(!w.d->message(bad.mid)); // in quarantine
    std::optional<VerifyReport> report;
    QObject::connect(&w.d->feed, &Feed::verified, &w.d->feed, [&](const VerifyReport &r) { report = r; });
    w.d->engine->verify({1, {}, true});
    w.pass(5'000);
    QVERIFY(report);
    QCOMPARE(report->unreadable, 1);
    QCOMPARE(report->found, 0);
    QVERIFY(!report->agrees());
}

void TestVerify::aMembersPictureIsNoDifference()
{
    Two w;
    int pictures = 0;
    for (auto &[rev, stored] : w.server.chats[w.chat].rows)
        if (auto *member = std::get_if<MemberRow>(&stored.row)) {
            member->extra = R"({"av":"AaDEUGwWc3C6kLQFQg93BQ"})";
            ++pictures;
        }
    w.goLive();
    std::optional<VerifyReport> report;
    QObject::connect(&w.d->feed, &Feed::verified, &w.d->feed, [&](const VerifyReport &r) { report = r; });
    QVERIFY(w.d->mirror->write([&] { w.d->mirror->db().run("UPDATE chats SET title = 'other'"); }));
    w.d->engine->verify({1, {}, true});
    w.pass(5'000);
    QVERIFY(pictures > 0 && report);
    QCOMPARE(report->found, 1); // the title alone
    QVERIFY(report->agrees());
}

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
