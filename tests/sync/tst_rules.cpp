// Reading and staying connected, one rule at a time: real engine, real mirror, a model of the server, a clock
// that is turned by hand.
#include "tests/kit/two_devices.h"

#include <QTest>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

class TestRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNewDeviceListsAndFillsTheMirror();
    void liveEventsAreAppliedDoublesIgnored();
    void aGapIsHeldThenAsked();
    void aGapThatClosesItselfIsNotAsked();
    void anAnswerToAnOldQuestionIsNotTaken();
    void resetKeepsOutboxAndFreezesRanges();
    void divergenceSendsOwnWordsAgain();
    void divergenceKeepsTheOrderOfOwnWords();
    void whoLeftTakesAnAnswerOfAnotherHistory();
    void anEventBetweenTwoPagesCoversNothing();
    void aPoisonRowDoesNotStopTheLine();
    void deadLineIsNoticed();
    void sleepIsNoticed();
    void authAndVersion();
    void anExpiredTokenIsNotUsedAgain();
    void lastWordsAreHeard();
    void byeIsObeyed();
    void aFullDiskStopsReadingAndLosesNothing();
    void anyFailingAccessLeavesTheMirrorWhole();
};

void TestRules::aNewDeviceListsAndFillsTheMirror()
{
    Two w;
    w.server.page = 10;
    for (int i = 0; i < 95; ++i) w.server.post(w.b, w.chat, u"m%1"_s.arg(i));
    w.goLive();
    w.pass(5'000);
    QVERIFY(w.live());
    QCOMPARE(w.d->read()->status()->holes, qint64(0));
    QCOMPARE(w.d->read()->newest(w.chat, 200)->messages.size(), size_t(95));
    QCOMPARE(w.heard<wire::Hello>(), 1);
    QVERIFY(w.heard<wire::Sync>() <= 3); // L5
}

void TestRules::liveEventsAreAppliedDoublesIgnored()
{
    Two w;
    w.goLive();
    const int syncs = w.heard<wire::Sync>();
    const auto row = w.server.post(w.b, w.chat, u"hi"_s);
    const auto copy = w.d->wire.in.back();
    w.d->wire.in.push_back(copy);
    w.pass(1'000);
    QCOMPARE(w.d->message(row.mid)->row, row);
    QCOMPARE(w.heard<wire::Sync>(), syncs);
}

void TestRules::aGapIsHeldThenAsked()
{
    Two w;
    w.goLive();
    const int syncs = w.heard<wire::Sync>();
    int lose = 1;
    w.loseEvent = [&](Device &, const wire::ServerFrame &f) {
        return std::holds_alternative<wire::Ev>(f) && lose-- > 0;
    };
    const auto first = w.server.post(w.b, w.chat, u"lost on the way"_s);
    const auto second = w.server.post(w.b, w.chat, u"arrives"_s);
    w.settle();
    QVERIFY(!w.d->message(second.mid)); // held, not applied over the hole
    QCOMPARE(w.heard<wire::Sync>(), syncs);
    w.pass(limits::holdMs);
    QCOMPARE(w.heard<wire::Sync>(), syncs + 1);
    QVERIFY(w.d->message(first.mid) && w.d->message(second.mid));
}

void TestRules::aGapThatClosesItselfIsNotAsked()
{
    Two w;
    w.goLive();
    const int syncs = w.heard<wire::Sync>();
    const auto first = w.server.post(w.b, w.chat, u"1"_s), second = w.server.post(w.b, w.chat, u"2"_s);
    std::reverse(w.d->wire.in.begin(), w.d->wire.in.end());
    w.pass(2'000);
    QCOMPARE(w.heard<wire::Sync>(), syncs);
    QVERIFY(w.d->message(first.mid) && w.d->message(second.mid));
}

void TestRules::anAnswerToAnOldQuestionIsNotTaken()
{
    Two w;
    w.goLive();
    const auto cursor = [&] {
        return (*w.d->mirror->read([&] { return w.d->mirror->chats.find(w.chat); }))->at;
    };
    std::optional<wire::ServerFrame> delayed;
    w.loseEvent = [&](Device &, const wire::ServerFrame &f) {
        if (!std::holds_alternative<wire::Ev>(f) || delayed) return false;
        delayed = f;
        return true;
    };
    w.server.post(w.b, w.chat, u"1: late"_s);
    w.server.post(w.b, w.chat, u"2: held"_s);
    w.settle();
    const int syncs = w.heard<wire::Sync>();
    w.clock.advance(limits::holdMs);
    for (int i = 0; i < 100 && w.heard<wire::Sync>() == syncs; ++i) w.d->step();
    QCOMPARE(w.d->wire.in.size(), size_t(1));
    const QByteArray answer = w.d->wire.in.front(); // to a question that is old before it arrives
    w.d->wire.in.clear();
    w.d->push(*delayed);
    w.server.post(w.b, w.chat, u"3"_s);
    for (int i = 0; i < 100 && cursor() != w.server.chats[w.chat].at; ++i) w.d->step();
    QCOMPARE(cursor(), w.server.chats[w.chat].at);
    w.d->wire.listener.received(answer);
    w.d->engine->advance();
    QCOMPARE(cursor(), w.server.chats[w.chat].at);
}

void TestRules::resetKeepsOutboxAndFreezesRanges()
{
    Two w;
    w.server.resetAfter = 10;
    w.server.resetMessages = 5;
    const auto early = w.server.post(w.b, w.chat, u"early"_s);
    w.goLive();
    w.d->engine->setOnline(false);
    const Mid waiting = w.d->say(w.chat, u"waiting"_s);
    w.d->engine->setDraft(w.chat, u"half"_s, {});
    const OpId op = OpId::mint(1, w.random);
    (void)w.server.handle(w.b, wire::Edit{w.chat, early.mid, op, 0, u"edited"_s});
    for (int i = 0; i < 30; ++i) w.server.post(w.b, w.chat, u"n%1"_s.arg(i));
    w.server.refuse = [](const wire::ClientFrame &f) -> std::optional<wire::Err> {
        if (!std::holds_alternative<wire::Hist>(f) && !std::holds_alternative<wire::Send>(f))
            return std::nullopt;
        wire::Err e;
        e.code = wire::Code::Busy;
        e.errorClass = wire::ErrorClass::Retry;
        return e;
    };
    w.goLive();
    const auto held = *w.d->mirror->read([&] { return w.d->mirror->ranges.list(w.chat); });
    QVERIFY(held.front().asOf.has_value()); // what was held is right as of the old cursor only
    QVERIFY(!held.back().asOf);
    QCOMPARE(w.d->message(early.mid)->row.body, u"early"_s);
    QCOMPARE(w.d->message(waiting)->state, MessageState::Queued);
    QVERIFY(w.d->read()->status()->waiting > 0);
    QCOMPARE(w.d->read()->draft(w.chat)->text, u"half"_s);
    w.server.refuse = {};
    w.pass(10'000);
    QVERIFY(w.server.message(waiting));
    QCOMPARE(w.d->message(early.mid)->row.body, u"edited"_s);
    QCOMPARE(w.d->read()->status()->holes, qint64(0));
}

void TestRules::divergenceSendsOwnWordsAgain()
{
    Two w;
    w.goLive();
    w.d->say(w.chat, u"before the backup"_s);
    w.settle();
    const auto backup = w.server.chats;
    const Mid mine = w.d->say(w.chat, u"after the backup"_s);
    const auto theirs = w.server.post(w.b, w.chat, u"theirs, lost"_s);
    w.settle();
    QVERIFY(w.d->message(theirs.mid));
    w.d->wire.cut();
    w.server.chats = backup;
    w.server.epoch = EpochId::mint(2, w.random);
    w.pass(20'000);
    QVERIFY(w.live());
    QCOMPARE(w.server.countOf(u"after the backup"_s), 1);
    QCOMPARE(w.server.countOf(u"before the backup"_s), 1);
    QCOMPARE(w.d->message(mine)->state, MessageState::Sent);
    QVERIFY(!w.d->message(theirs.mid));
    QCOMPARE(w.d->read()->status()->waiting, 0);
}

/// Lost words lie partly where the server has put others since, partly beyond its end.
void TestRules::divergenceKeepsTheOrderOfOwnWords()
{
    Two w;
    w.goLive();
    w.settle();
    const auto backup = w.server.chats;
    std::vector<Mid> mine;
    for (int i = 0; i < 5; ++i) mine.push_back(w.d->say(w.chat, u"mine %1"_s.arg(i)));
    w.settle();
    w.d->wire.cut();
    w.server.chats = backup;
    w.server.epoch = EpochId::mint(2, w.random);
    for (int i = 0; i < 2; ++i) w.server.post(w.b, w.chat, u"in their place %1"_s.arg(i));
    w.pass(20'000);
    QVERIFY(w.live());
    QCOMPARE(w.d->read()->status()->waiting, 0);
    Seq before;
    for (const Mid &mid : mine) {
        QVERIFY(w.server.message(mid));
        QVERIFY(before < w.server.message(mid)->seq);
        before = w.server.message(mid)->seq;
    }
}

/// Simulated (seed 293): sent, removed, and the database put back to before the removal and after the send.
/// The repeat is answered (R15) from another epoch, and no reset ever comes to somebody who is no member.
void TestRules::whoLeftTakesAnAnswerOfAnotherHistory()
{
    Two w;
    w.goLive();
    w.d->loseAnswers = 1;
    w.loseEvent = [](Device &, const wire::ServerFrame &) { return true; };
    const Mid mid = w.d->say(w.chat, u"my last words"_s);
    w.settle();
    w.d->wire.cut();
    w.server.epoch = EpochId::mint(2, w.random);
    w.server.refuse = [](const wire::ClientFrame &f) -> std::optional<wire::Err> {
        if (!std::holds_alternative<wire::Sync>(f)) return std::nullopt;
        wire::Err e;
        e.code = wire::Code::NotMember;
        e.errorClass = wire::classOf(e.code);
        return e;
    };
    w.pass(30'000);
    QVERIFY(w.d->read()->chat(w.chat)->left);
    QCOMPARE(w.d->read()->status()->waiting, 0);
    QCOMPARE(w.d->message(mid)->state, MessageState::Sent);
    QCOMPARE(w.server.countOf(u"my last words"_s), 1);
}

/// Simulated (seed 35): an event fits the cursor after the first page; a message below it was changed and
/// comes last.
void TestRules::anEventBetweenTwoPagesCoversNothing()
{
    Two w;
    w.server.page = 3;
    w.goLive();
    w.d->engine->setOnline(false);
    std::vector<wire::ServerFrame> missed;
    w.loseEvent = [&](Device &, const wire::ServerFrame &f) {
        missed.push_back(f);
        return true;
    };
    std::vector<MessageRow> rows;
    for (int i = 0; i < 6; ++i) rows.push_back(w.server.post(w.b, w.chat, u"m%1"_s.arg(i)));
    w.server.handle(w.b, wire::Edit{w.chat, rows[0].mid, OpId::mint(1, w.random), 0, u"changed"_s});
    w.d->engine->setOnline(true);
    // Up to the first page: m1, m2, m3; the event of m4 follows it at once.
    while (w.heard<wire::Sync>() < 1) QVERIFY(w.d->step());
    while (!w.d->message(rows[3].mid)) QVERIFY(w.d->step());
    QVERIFY(!w.d->message(rows[0].mid));
    w.d->push(missed[4]);
    std::rotate(w.d->wire.in.begin(), w.d->wire.in.end() - 1, w.d->wire.in.end());
    while (!w.d->wire.in.empty()) {
        w.d->wire.listener.received(w.d->wire.in.front());
        w.d->wire.in.pop_front();
    }
    w.d->engine->advance();
    const auto held = *w.d->mirror->read([&] { return w.d->mirror->ranges.list(w.chat); });
    for (const auto &range : held)
        QVERIFY2(w.d->message(rows[0].mid) || range.hi < rows[0].seq, "a range covers what is not held");
    w.loseEvent = {};
    w.pass(5'000);
    QCOMPARE(w.d->read()->status()->holes, qint64(0));
    QCOMPARE(w.d->message(rows[0].mid)->row.body, u"changed"_s);
}

void TestRules::aPoisonRowDoesNotStopTheLine()
{
    Two w;
    w.goLive();
    auto &chat = w.server.chats[w.chat];
    const auto f = chat.at;
    chat.at = {f.at.next(), 77};
    w.d->push(wire::Ev{w.chat,
                       w.server.epoch,
                       f,
                       chat.at,
                       {UnknownRow{u"poll"_s, chat.at.at, R"({"k":"poll","rev":9,"q":"later"})", {}}},
                       chat.seq});
    const auto row = w.server.post(w.b, w.chat, u"after it"_s);
    const int syncs = w.heard<wire::Sync>();
    w.pass(2'000);
    QVERIFY(w.d->message(row.mid));
    QCOMPARE(w.d->read()->status()->quarantined, 1);
    QCOMPARE(w.heard<wire::Sync>(), syncs);
}

void TestRules::deadLineIsNoticed()
{
    Two w;
    w.goLive();
    const int opens = w.d->wire.opens;
    w.d->loseAnswers = 1'000;
    w.pass(limits::pingMs + limits::pongWaitMs + 1'000);
    QVERIFY(w.d->wire.opens > opens);
}

void TestRules::sleepIsNoticed()
{
    Two w;
    w.goLive();
    w.pass(1'000);
    const int opens = w.d->wire.opens;
    w.d->loseAnswers = 1'000; // the line died while the machine slept
    w.clock.advance(20'500);
    w.settle();
    w.pass(limits::wakePongWaitMs + limits::backoffMinMs + 100);
    QCOMPARE(w.d->wire.opens, opens + 1);
}

void TestRules::authAndVersion()
{
    Two w;
    const auto refuseHello = [&](wire::Code code, int times) {
        w.server.refuse = [code,
                           left = times](const wire::ClientFrame &f) mutable -> std::optional<wire::Err> {
            if (!std::holds_alternative<wire::Hello>(f) || left-- <= 0) return std::nullopt;
            wire::Err e;
            e.code = code;
            e.errorClass = wire::classOf(code);
            return e;
        };
    };
    refuseHello(wire::Code::AuthExpired, 1);
    w.goLive();
    QVERIFY(w.live());
    QCOMPARE(w.d->auth.invalidated, 1);
    const Mid mid = w.d->say(w.chat, u"kept"_s);
    w.d->wire.cut();
    refuseHello(wire::Code::DeviceRevoked, 1'000);
    w.pass(5'000);
    QCOMPARE(w.d->engine->connection().phase, Connection::Phase::SignInAgain);
    QVERIFY(w.d->message(mid)); // nothing is deleted
    refuseHello(wire::Code::Version, 1'000);
    w.d->engine->connectNow();
    w.pass(1'000);
    QCOMPARE(w.d->engine->connection().phase, Connection::Phase::UpdateNeeded);
    w.server.refuse = {};
    w.d->auth.next = {AccountAuth::Answer::Kind::SecretsAway, {}, u"locked"_s, 0};
    w.d->engine->connectNow();
    w.settle();
    QCOMPARE(w.d->engine->connection().phase, Connection::Phase::SecretsAway);
    w.d->auth.next = {AccountAuth::Answer::Kind::Token, "t", {}, 0};
    w.pass(10'000); // by itself
    QVERIFY(w.live());
    QCOMPARE(w.server.countOf(u"kept"_s), 1);
}

void TestRules::anExpiredTokenIsNotUsedAgain()
{
    Two w;
    w.goLive();
    const Mid mid = w.d->say(w.chat, u"kept"_s);
    wire::Err err;
    err.code = wire::Code::AuthExpired;
    err.errorClass = wire::ErrorClass::Auth;
    w.d->push(err); // of no request: the server ends the connection for it (P-5.8)
    w.settle();
    QCOMPARE(w.d->auth.invalidated, 1);
    w.pass(2'000);
    QVERIFY(w.live());
    QVERIFY(w.d->message(mid)); // nothing is deleted
    QCOMPARE(w.server.countOf(u"kept"_s), 1);
}

void TestRules::lastWordsAreHeard()
{
    Two w;
    w.goLive();
    const int opens = w.d->wire.opens;
    // The bye and the end of the connection arrive together: the engine runs only after both.
    w.d->wire.listener.received(wire::encode(wire::Reply{0, wire::Bye{wire::ByeCode::Drain, 30'000}}));
    w.d->wire.cut();
    w.pass(29'000);
    QCOMPARE(w.d->wire.opens, opens);
    w.pass(65'000);
    QVERIFY(w.live());
    wire::Err err;
    err.code = wire::Code::AuthExpired;
    err.errorClass = wire::ErrorClass::Auth;
    w.d->wire.listener.received(wire::encode(wire::Reply{0, err}));
    w.d->wire.cut();
    w.pass(65'000);
    QCOMPARE(w.d->auth.invalidated, 1);
    QVERIFY(w.live());
}

void TestRules::byeIsObeyed()
{
    Two w;
    w.goLive();
    const int opens = w.d->wire.opens;
    w.d->push(wire::Bye{wire::ByeCode::Drain, 30'000});
    w.pass(29'000);
    QCOMPARE(w.d->wire.opens, opens);
    QCOMPARE(w.d->engine->connection().phase, Connection::Phase::Waiting);
    w.pass(62'000);
    QVERIFY(w.live());
}

void TestRules::aFullDiskStopsReadingAndLosesNothing()
{
    Two w;
    w.goLive();
    w.d->stop();
    bool full = false;
    w.d->start([&]() -> std::optional<Errc> { return full ? std::optional(Errc::Full) : std::nullopt; });
    w.goLive();
    full = true;
    const auto row = w.server.post(w.b, w.chat, u"no room"_s);
    w.settle();
    QCOMPARE(w.d->engine->connection().phase, Connection::Phase::DiskFull);
    QVERIFY(!w.d->wire.up);
    w.d->say(w.chat, u"no room for this either"_s);
    QCOMPARE(w.d->refusals.back(), u"disk_full"_s);
    full = false;
    w.pass(15'000);
    QVERIFY(w.live());
    QVERIFY(w.d->message(row.mid));
}

void TestRules::anyFailingAccessLeavesTheMirrorWhole()
{
    for (int n = 0;; ++n) {
        Two w;
        w.server.post(w.b, w.chat, u"one"_s);
        w.goLive();
        w.d->stop();
        int left = -1;
        bool fired = false;
        w.d->start([&]() -> std::optional<Errc> {
            if (left < 0 || left-- > 0) return std::nullopt;
            fired = true;
            return Errc::Io;
        });
        w.goLive();
        left = n * 7; // every seventh access keeps the test short
        const auto theirs = w.server.post(w.b, w.chat, u"theirs"_s);
        const Mid mine = w.d->say(w.chat, u"mine"_s);
        w.d->engine->markSeen(w.chat, theirs.seq);
        w.pass(100'000);
        left = -1;
        w.pass(100'000);
        QVERIFY(w.live());
        QVERIFY(w.d->message(theirs.mid));
        const bool entered = w.d->message(mine).has_value();
        QCOMPARE(w.server.countOf(u"mine"_s), entered ? 1 : 0);
        QVERIFY(entered || !w.d->refusals.empty());
        QCOMPARE(w.d->read()->status()->waiting, 0);
        QCOMPARE(w.d->read()->status()->holes, qint64(0));
        if (!fired) return; // a run that the fault never reached: all were tried
        QVERIFY(n < 400);
    }
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
