// Two and more real engines, real mirrors, real sockets, a real server in this process.
#include "tests/kit/person.h"
#include "tests/kit/test_node.h"

#include <QSignalSpy>
#include <QTest>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {
constexpr int kPatience = 30'000;
}

class TestEndToEnd : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textBothWaysAndTicks();
    void queuedOfflineThenRestartedIsSentOnce();
    void editDeleteReactReply();
    void groupOfFiveWithOneOffline();
    void twoDevicesOfOneUser();
    void aThousandChangesBehindIsReset();
    void theSameDirectChatMadeByBoth();
};

#define UNTIL(condition) QTRY_VERIFY_WITH_TIMEOUT((condition), kPatience)

void TestEndToEnd::textBothWaysAndTicks()
{
    TestNode node;
    Person a(node.port(), u"anna"_s), b(node.port(), u"ben"_s);
    QVERIFY(a.signIn() && b.signIn() && a.open() && b.open());
    const ChatId chat = a.mint.chat();
    a.wish().createDirect(chat, b.info());
    const Mid first = a.say(chat, u"hello ben"_s);
    UNTIL(a.tick(first) >= Tick::Sent);
    UNTIL(b.inChat(chat, u"hello ben"_s) == 1);
    UNTIL(a.tick(first) == Tick::Delivered);
    b.wish().markSeen(chat, b.head(chat));
    UNTIL(a.tick(first) == Tick::Seen);
    QCOMPARE(b.see().chat(chat)->unread, 0);
    const Mid answer = b.say(chat, u"hello anna"_s, first);
    UNTIL(a.inChat(chat, u"hello anna"_s) == 1);
    UNTIL(b.tick(answer) == Tick::Delivered);
    QCOMPARE(a.message(answer)->reply->mid, first);
    QCOMPARE(a.see().chat(chat)->unread, 1);
    UNTIL(a.status().waiting == 0 && b.status().receiptsWaiting == 0);
}

void TestEndToEnd::queuedOfflineThenRestartedIsSentOnce()
{
    TestNode node;
    Person a(node.port(), u"anna"_s), b(node.port(), u"ben"_s);
    QVERIFY(a.signIn() && b.signIn() && a.open(false) && b.open());
    const ChatId chat = a.mint.chat();
    a.wish().createDirect(chat, b.info());
    std::vector<Mid> mids;
    for (int i = 0; i < 20; ++i) mids.push_back(a.say(chat, u"offline %1"_s.arg(i)));
    QCOMPARE(a.tick(mids[0]), Tick::Queued);
    a.wish().editText(chat, mids[3], u"edited before it left"_s);
    a.wish().deleteForAll(chat, mids[4]);
    QVERIFY(!a.message(mids[4]));
    QVERIFY(a.open(true)); // restarted
    UNTIL(a.status().waiting == 0);
    UNTIL(b.inChat(chat, u"offline 19"_s) == 1);
    QCOMPARE(b.inChat(chat, u"edited before it left"_s), 1);
    QCOMPARE(b.inChat(chat, u"offline 4"_s), 0);
    Seq last;
    for (size_t i = 0; i < mids.size(); ++i) { // in the order in which they were entered
        if (i == 4) continue;
        const auto m = b.message(mids[i]);
        QVERIFY(m && m->row.seq > last);
        last = m->row.seq;
    }
}

void TestEndToEnd::editDeleteReactReply()
{
    TestNode node;
    Person a(node.port(), u"anna"_s), b(node.port(), u"ben"_s);
    QVERIFY(a.signIn() && b.signIn() && a.open() && b.open());
    const ChatId chat = a.mint.chat();
    a.wish().createDirect(chat, b.info());
    const Mid one = a.say(chat, u"one"_s), two = a.say(chat, u"two"_s);
    UNTIL(b.message(two).has_value());
    a.wish().editText(chat, one, u"uno"_s);
    a.wish().deleteForAll(chat, two);
    b.wish().react(chat, one, u"👍"_s, true);
    UNTIL(b.message(one)->row.body == u"uno"_s);
    UNTIL(b.message(two)->row.dead);
    UNTIL(!a.message(one)->reactions.empty());
    QCOMPARE(a.message(one)->reactions[0].count, 1);
    b.wish().react(chat, one, u"👍"_s, false);
    UNTIL(a.message(one)->reactions.empty());
    a.wish().editText(chat, one, u"uno"_s + QString(limits::textBytes, u'x')); // refused here
    UNTIL(a.status().waiting == 0 && a.status().refused == 0);
    QCOMPARE(a.message(one)->row.body, u"uno"_s);
    QVERIFY(b.message(two)->row.body.isEmpty());
}

void TestEndToEnd::groupOfFiveWithOneOffline()
{
    TestNode node;
    std::vector<std::unique_ptr<Person>> five;
    for (const auto &name : {u"anna"_s, u"ben"_s, u"cleo"_s, u"dora"_s, u"emil"_s}) {
        five.push_back(std::make_unique<Person>(node.port(), name));
        QVERIFY(five.back()->signIn() && five.back()->open());
    }
    Person &a = *five[0], &away = *five[4];
    const ChatId chat = a.mint.chat();
    a.wish().createGroup(chat, u"Five"_s, {five[1]->info(), five[2]->info(), five[3]->info(), away.info()});
    for (auto &p : five) UNTIL(p->knows(chat));
    away.wish().setOnline(false);
    std::vector<Mid> mids;
    for (int i = 0; i < 40; ++i) mids.push_back(five[size_t(i) % 4]->say(chat, u"m%1"_s.arg(i)));
    for (size_t p = 0; p < 4; ++p)
        for (const Mid &mid : mids) UNTIL(five[p]->message(mid) && five[p]->message(mid)->row.seq > Seq{});
    QVERIFY(!away.message(mids[1]));
    QVERIFY(a.tick(mids[0]) != Tick::Delivered); // one has not got it
    away.wish().setOnline(true);
    for (const Mid &mid : mids) UNTIL(away.message(mid).has_value());
    UNTIL(a.tick(mids[0]) == Tick::Delivered);
    for (auto &p : five) QCOMPARE(p->message(mids[7])->row, a.message(mids[7])->row);
}

void TestEndToEnd::twoDevicesOfOneUser()
{
    TestNode node;
    Person a1(node.port(), u"anna"_s), a2(node.port(), u"anna"_s), b(node.port(), u"ben"_s);
    QVERIFY(a1.signIn() && b.signIn() && a2.signIn(true) && a1.open() && b.open());
    const ChatId chat = b.mint.chat();
    b.wish().createDirect(chat, a1.info());
    for (int i = 0; i < 3; ++i) b.say(chat, u"for anna %1"_s.arg(i));
    UNTIL(a1.inChat(chat, u"for anna 2"_s) == 1);
    QVERIFY(a2.open()); // a new device: listing, then history
    UNTIL(a2.inChat(chat, u"for anna 0"_s) == 1);
    UNTIL(a2.status().holes == 0);
    QCOMPARE(a2.see().chat(chat)->unread, 3);
    a1.wish().markSeen(chat, a1.head(chat));
    UNTIL(a2.see().chat(chat)->unread == 0); // read on one, read on the other
    a1.wish().setDraft(chat, u"half a sent"_s, {});
    UNTIL(a2.see().draft(chat)->text == u"half a sent"_s);
    a1.say(chat, u"half a sentence"_s);
    UNTIL(a2.see().draft(chat)->text.isEmpty());
    a2.wish().setPinned(chat, true);
    UNTIL(a1.see().chat(chat)->pinned);
    a1.wish().setMuted(chat, true, 0);
    UNTIL(a2.see().chat(chat)->muted);
}

void TestEndToEnd::aThousandChangesBehindIsReset()
{
    TestNode node;
    Person a(node.port(), u"anna"_s), b(node.port(), u"ben"_s);
    QVERIFY(a.signIn() && b.signIn() && a.open() && b.open());
    const ChatId chat = a.mint.chat();
    a.wish().createDirect(chat, b.info());
    const Mid early = a.say(chat, u"early"_s);
    UNTIL(b.message(early).has_value());
    b.wish().setOnline(false);
    const Mid waiting = b.say(chat, u"written while away"_s);
    Mid last;
    for (int i = 0; i < limits::resetAfter + 50; ++i) last = a.say(chat, u"n%1"_s.arg(i));
    a.wish().editText(chat, early, u"early, edited"_s);
    UNTIL(a.status().waiting == 0);
    b.wish().setOnline(true);
    UNTIL(b.message(last).has_value());
    UNTIL(b.message(waiting)->row.seq > Seq{});              // the outbox lives through a reset
    UNTIL(b.status().holes == 0);                            // and the mirror becomes whole again
    UNTIL(b.message(early)->row.body == u"early, edited"_s); // what was frozen is renewed
    UNTIL(a.message(waiting).has_value());
    QCOMPARE(b.head(chat), a.head(chat));
}

void TestEndToEnd::theSameDirectChatMadeByBoth()
{
    TestNode node;
    Person a(node.port(), u"anna"_s), b(node.port(), u"ben"_s);
    QVERIFY(a.signIn() && b.signIn() && a.open() && b.open(false));
    const ChatId first = a.mint.chat();
    a.wish().createDirect(first, b.info());
    a.say(first, u"from anna"_s);
    UNTIL(a.status().waiting == 0);
    const ChatId second = b.mint.chat(); // ben does not know of it yet
    b.wish().createDirect(second, a.info());
    const Mid mid = b.say(second, u"from ben"_s);
    b.wish().setOnline(true);
    UNTIL(a.message(mid).has_value());
    UNTIL(b.message(mid) && b.message(mid)->chat == first);
    QVERIFY(!b.knows(second));
    QCOMPARE(b.inChat(first, u"from anna"_s), 1);
}

QTEST_GUILESS_MAIN(TestEndToEnd)
#include "tst_end_to_end.moc"
