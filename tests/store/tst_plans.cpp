#include "core/wire/codec.h"
#include "tests/kit/mirror_fixture.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace kith;

/// Every statement of the tables, prepared on the real schema: none may walk a big table or sort one.
class TestPlans : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noScanOfABigTable();
};

void TestPlans::noScanOfABigTable()
{
    MirrorFixture f;
    const UserId ann = f.user(u"ann"_s, u"Ann"_s);
    const ChatId chat = f.chat(ChatKind::Direct, {ann});
    const auto rows = f.fill(chat, ann, 5);
    Mirror &m = *f.mirror;
    f.require(m.write([&] {
        m.messages.upsert(chat, rows[0]);
        m.messages.insertQueued(chat, f.row(0, f.me, u"unsent"_s));
        m.messages.requeue(f.id<Mid>());
        m.messages.setRefused(f.id<Mid>(), u"x"_s);
        m.messages.setUnsentBody(f.id<Mid>(), u"x"_s);
        m.messages.remove(f.id<Mid>());
        m.messages.find(rows[0].mid);
        m.messages.atSeq(chat, {1});
        m.messages.newestUpTo(chat, {9});
        m.messages.unsent(chat, 9);
        m.messages.markUnverified(chat);
        m.messages.unverified(chat, {1}, {2});
        m.messages.ownSince(chat, f.me, 0, {}, 5);
        m.reactions.upsert(chat, {rows[0].mid, ann, u"x"_s, true, 1, {1}});
        m.reactions.ofMessage(rows[0].mid);
        m.members.all(chat, 9);
        m.outbox.heads(9);
        m.outbox.headOf(chat);
        m.outbox.ofLane(chat, 9);
        m.outbox.ofMid(rows[0].mid);
        m.receipts.unequal(9);
        m.drafts.dirty(9);
        m.drafts.history(chat, 9);
        m.journal.add({rows[0].mid, {}, u"send"_s, JournalWhat::Delayed, {}, 1, 1, 1});
        m.journal.of(rows[0].mid, 9);
        m.journal.outages(0, 1, 9);
    }));
    auto reader = f.reader();
    (void)reader->chatPlaces();
    (void)reader->chat(chat);
    (void)reader->newest(chat, 5);
    (void)reader->status();
    (void)reader->story(rows[0].mid);
    (void)reader->after(chat, {1}, 5);
    (void)reader->message(rows[0].mid);
    (void)reader->messages(chat, {rows[0].mid});
    (void)reader->search(u"message"_s, {}, 0, 5);
    (void)reader->search(u"me"_s, {}, 0, 5);
    (void)reader->search(u"ü"_s, {}, 0, 5);
    (void)reader->search(u"message"_s, chat, 0, 5);
    SearchWish filtered;
    filtered.has = SearchWish::Has::Link;
    (void)reader->search(filtered, 0, 5);
    (void)reader->historyHeld(chat);
    (void)reader->unreadTotal();
    (void)reader->directChatWith(ann);
    (void)reader->knownUsers(u"a"_s, 5);
    (void)reader->members(chat, 5);
    std::vector<QByteArray> statements = m.db().preparedSql();
    for (const QByteArray &sql : reader->preparedSql()) statements.push_back(sql);
    QVERIFY(statements.size() > 50);
    static const QRegularExpression scan(
        u"^SCAN (m|messages|reactions|members|fts|journal)\\b(?! VIRTUAL TABLE| USING INDEX messages_unsent)"_s);
    int planned = 0;
    for (const QByteArray &sql : statements) {
        if (sql.startsWith("PRAGMA") || sql.startsWith("INSERT")) continue;
        // Qt wants every placeholder bound; a number in its place plans the same.
        const QByteArray explain = "EXPLAIN QUERY PLAN " + QByteArray(sql).replace('?', '1');
        auto db = Db::open(f.file(), Db::Mode::Reader); // of its own: statements are kept by address
        QVERIFY(db);
        Query q = (*db)->query(explain.constData());
        while (q.next()) {
            const QString step = q.text(3);
            ++planned;
            const bool firstFour = sql.startsWith("DELETE FROM journal"); // in the order of its rows, LIMIT 4
            QVERIFY2(firstFour || !scan.match(step).hasMatch(), (sql + " -> " + step.toUtf8()).constData());
            const bool smallSort = sql.startsWith("WITH RECURSIVE lane"); // at most one entry per lane
            QVERIFY2(smallSort || !step.contains(u"TEMP B-TREE"_s),
                     (sql + " -> " + step.toUtf8()).constData());
        }
        QVERIFY2(!(*db)->failed(), sql.constData());
    }
    QVERIFY(planned > 50);
}

QTEST_GUILESS_MAIN(TestPlans)
#include "tst_plans.moc"
