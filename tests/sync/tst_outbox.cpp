// What the user entered, one rule at a time: real engine, real mirror, a model of the server, a clock that is
// turned by hand.
#include "core/wire/state_value.h"
#include "tests/kit/two_devices.h"

#include <QTest>
#include <QtEndian>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

class TestOutbox : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLostAnswerNeverDoubles();
    void anAnswerWithoutItsRowSettlesNothing();
    void oneInFlightPerLane();
    void triesAreOnDiskBeforeTheFirstByte();
    void refusedStepsAside();
    void waitingIsNotFailing();
    void conflictRebases();
    void theFirstDraftOfANewChatIsTold();
    void aDraftSentWhileItWasBeingToldIsCleared();
    void staleItemsDoNotHoldTheirLane();
    void unsentEditsAndDeletesStayHome();
    void deleteOfAnUncertainSendMeetsIt();
    void draftsNeverOverwriteLiveTyping();
    void receiptsAreToldUntilConfirmed();
    void aReceiptThatWasAnsweredLowerIsToldAgain();
    void aReceiptThatNobodyHeardOutlivesARestart();
};

void TestOutbox::aLostAnswerNeverDoubles()
{
    Two w;
    w.goLive();
    w.loseEvent = [](Device &, const wire::ServerFrame &) { return true; };
    w.d->loseAnswers = 1;
    const Mid mid = w.d->say(w.chat, u"once"_s);
    w.settle();
    QCOMPARE(w.server.timesHeard(mid), 1);
    QCOMPARE(w.d->message(mid)->state, MessageState::Queued);
    w.pass(limits::requestWaitMs + limits::backoffMaxMs);
    QVERIFY(w.server.timesHeard(mid) >= 1);
    QCOMPARE(w.server.countOf(u"once"_s), 1);
    QCOMPARE(w.d->message(mid)->state, MessageState::Sent);
    QCOMPARE(w.d->read()->status()->waiting, 0);
}

/// From a server that answers `ok` and tells no row; found by fuzzing.
void TestOutbox::anAnswerWithoutItsRowSettlesNothing()
{
    Two w;
    w.goLive();
    const Mid mid = w.d->say(w.chat, u"kept"_s);
    w.d->engine->advance();
    const auto sent = wire::decodeRequest(w.d->wire.out.front());
    w.d->wire.out.clear();
    wire::Ok bare;
    bare.chat = w.chat;
    bare.epoch = w.server.epoch;
    w.d->wire.in.push_back(wire::encode(wire::Reply{std::get<wire::Request>(sent).id, bare}));
    w.settle();
    QCOMPARE(w.d->message(mid)->state, MessageState::Refused);
    QCOMPARE(w.d->refusals.size(), size_t(0)); // it is on the screen, with its reason
    w.d->engine->retry(w.chat, mid);
    w.settle();
    QCOMPARE(w.server.countOf(u"kept"_s), 1);
    QCOMPARE(w.d->message(mid)->state, MessageState::Sent);
}

void TestOutbox::oneInFlightPerLane()
{
    Two w;
    w.goLive();
    const Mid one = w.d->say(w.chat, u"1"_s), two = w.d->say(w.chat, u"2"_s);
    w.d->engine->advance();
    QCOMPARE(w.d->wire.out.size(), size_t(1));
    w.d->say(w.chat, u"3"_s); // a new wish makes the lane look again, and still wait
    w.d->engine->advance();
    QCOMPARE(w.d->wire.out.size(), size_t(1));
    w.settle();
    QVERIFY(w.server.message(one)->seq < w.server.message(two)->seq);
}

void TestOutbox::triesAreOnDiskBeforeTheFirstByte()
{
    Two w;
    w.goLive();
    w.d->engine->setOnline(false);
    const Mid later = w.d->say(w.chat, u"offline"_s);
    const auto triesOf = [&](const Mid &mid) {
        return w.d->mirror->read([&] { return w.d->mirror->outbox.ofMid(mid).at(0).tries; }).operator*();
    };
    QCOMPARE(triesOf(later), 0);
    w.d->loseRequests = 1'000;
    w.d->engine->setOnline(true);
    w.pass(100);
    QVERIFY(triesOf(later) > 0);
    w.d->stop(); // crash; the request is on its way
    w.d->loseRequests = 0;
    w.d->start();
    QCOMPARE(w.d->message(later)->state, MessageState::Queued);
    w.goLive();
    QCOMPARE(w.server.countOf(u"offline"_s), 1);
    QCOMPARE(w.d->message(later)->state, MessageState::Sent);
}

void TestOutbox::refusedStepsAside()
{
    Two w;
    w.goLive();
    w.server.refuse = [](const wire::ClientFrame &f) -> std::optional<wire::Err> {
        const auto *s = std::get_if<wire::Send>(&f);
        if (!s || s->body != u"bad"_s) return std::nullopt;
        wire::Err e;
        e.code = wire::Code::Forbidden;
        e.errorClass = wire::ErrorClass::Refused;
        return e;
    };
    const Mid bad = w.d->say(w.chat, u"bad"_s), good = w.d->say(w.chat, u"good"_s);
    w.settle();
    QCOMPARE(w.d->message(bad)->state, MessageState::Refused);
    QCOMPARE(w.d->message(bad)->refusedCode, u"forbidden"_s);
    QCOMPARE(w.d->message(good)->state, MessageState::Sent);
    w.server.refuse = {};
    w.d->engine->retry(w.chat, bad);
    w.settle();
    QCOMPARE(w.d->message(bad)->state, MessageState::Sent);
    QCOMPARE(w.server.countOf(u"bad"_s), 1);
}

void TestOutbox::waitingIsNotFailing()
{
    Two w;
    w.goLive();
    int no = 3;
    w.server.refuse = [&](const wire::ClientFrame &f) -> std::optional<wire::Err> {
        if (!std::holds_alternative<wire::Send>(f) || no-- <= 0) return std::nullopt;
        wire::Err e;
        e.code = no == 2 ? wire::Code::Rate : wire::Code::Busy;
        e.errorClass = wire::classOf(e.code);
        e.retryMs = no == 2 ? 5'000 : 0;
        return e;
    };
    const Mid mid = w.d->say(w.chat, u"patient"_s);
    w.pass(4'900);
    QCOMPARE(w.server.timesHeard(mid), 1); // retry_ms is obeyed
    QCOMPARE(w.d->message(mid)->state, MessageState::Queued);
    w.pass(60'000);
    QCOMPARE(w.d->message(mid)->state, MessageState::Sent);
}

void TestOutbox::conflictRebases()
{
    Two w;
    w.goLive();
    const Mid mid = w.d->say(w.chat, u"v0"_s);
    w.settle();
    w.loseEvent = [](Device &, const wire::ServerFrame &) { return true; };
    const OpId other = OpId::mint(1, w.random);
    (void)w.server.handle(w.a, wire::Edit{w.chat, mid, other, 0, u"from another device"_s});
    w.d->engine->editText(w.chat, mid, u"mine"_s);
    w.settle();
    QCOMPARE(w.server.message(mid)->body, u"mine"_s);
    QCOMPARE(w.server.message(mid)->ev, 2);
    QCOMPARE(w.d->message(mid)->row.body, u"mine"_s);
    QCOMPARE(w.d->read()->status()->waiting, 0);
}

/// Simulated (seed 72): typed while the chat was being made, and forgotten until the next connect.
void TestOutbox::theFirstDraftOfANewChatIsTold()
{
    Two w;
    w.goLive();
    w.server.refuse = [&](const wire::ClientFrame &f) -> std::optional<wire::Err> {
        if (!std::holds_alternative<wire::ChatNew>(f)) return std::nullopt;
        wire::Err e;
        e.code = wire::Code::Busy;
        e.errorClass = wire::classOf(e.code);
        return e;
    };
    const ChatId made = ChatId::mint(w.clock.wallMs(), w.random);
    w.d->engine->createGroup(made, u"new"_s, {});
    w.d->engine->setDraft(made, u"not yet"_s, {});
    w.pass(5'000);
    w.server.refuse = {};
    w.pass(20'000);
    QCOMPARE(w.d->read()->status()->waiting, 0);
    QCOMPARE(w.d->mirror->read([&] { return w.d->mirror->drafts.get(made).dirty; }).operator*(), false);
    QVERIFY(std::any_of(w.server.heard.begin(), w.server.heard.end(), [&](const wire::ClientFrame &f) {
        const auto *u = std::get_if<wire::Uset>(&f);
        return u && u->kind == u"draft"_s && u->key == made.text();
    }));
}

/// Simulated (seed 122): the draft's answer came after its words had been sent; the old draft stayed for
/// others.
void TestOutbox::aDraftSentWhileItWasBeingToldIsCleared()
{
    Two w;
    w.goLive();
    w.server.refuse = [&](const wire::ClientFrame &f) -> std::optional<wire::Err> {
        const auto *u = std::get_if<wire::Uset>(&f);
        if (!u || u->kind != u"draft"_s) return std::nullopt;
        wire::Err e;
        e.code = wire::Code::Busy;
        e.errorClass = wire::classOf(e.code);
        return e;
    };
    w.d->engine->setDraft(w.chat, u"almost"_s, {});
    w.pass(5'000);
    w.d->say(w.chat, u"almost done"_s);
    w.server.refuse = {};
    w.pass(30'000);
    QCOMPARE(w.d->read()->status()->waiting, 0);
    const auto kept = w.d->mirror->read([&] { return w.d->mirror->drafts.get(w.chat); });
    QCOMPARE(kept->text, QString());
    QVERIFY(!kept->dirty);
    const auto &state = w.server.users[w.a].state;
    QCOMPARE(state.at({u"draft"_s, w.chat.text()}).value, wire::removedValue());
}

/// Simulated (seed 692): each stale item steps aside at once, not only the lane's first.
void TestOutbox::staleItemsDoNotHoldTheirLane()
{
    Two w;
    w.goLive();
    w.d->engine->setOnline(false);
    for (int i = 0; i < 3; ++i) w.d->say(w.chat, u"old %1"_s.arg(i));
    w.clock.advance(limits::staleItemMs + 60'000);
    const Mid fresh = w.d->say(w.chat, u"new"_s);
    w.goLive();
    w.pass(5'000);
    QCOMPARE(w.d->read()->status()->waiting, 0);
    QCOMPARE(w.d->read()->status()->refused, 3);
    QVERIFY(w.server.message(fresh));
}

void TestOutbox::unsentEditsAndDeletesStayHome()
{
    Two w;
    w.goLive();
    w.d->engine->setOnline(false);
    const Mid kept = w.d->say(w.chat, u"tpyo"_s), gone = w.d->say(w.chat, u"gone"_s);
    w.d->engine->editText(w.chat, kept, u"typo"_s);
    w.d->engine->deleteForAll(w.chat, gone);
    w.goLive();
    QCOMPARE(w.heard<wire::Edit>() + w.heard<wire::Del>(), 0);
    QCOMPARE(w.server.message(kept)->body, u"typo"_s);
    QVERIFY(!w.server.message(gone) && !w.d->message(gone));
}

void TestOutbox::deleteOfAnUncertainSendMeetsIt()
{
    Two w;
    w.goLive();
    w.d->loseRequests = 1'000; // the send leaves and never arrives
    const Mid mid = w.d->say(w.chat, u"regretted"_s);
    w.settle();
    w.d->engine->deleteForAll(w.chat, mid);
    w.d->loseRequests = 0;
    w.d->wire.cut();
    w.pass(5'000);
    QVERIFY(w.server.message(mid)->dead);
    QCOMPARE(w.server.countOf(u"regretted"_s), 0);
    QVERIFY(w.d->message(mid)->row.dead);
}

void TestOutbox::draftsNeverOverwriteLiveTyping()
{
    Two w;
    w.goLive();
    Device &other = w.add(w.a);
    other.engine->setOnline(true);
    w.pass(2'000);
    w.d->engine->setDraft(w.chat, u"here"_s, {});
    other.engine->setDraft(w.chat, u"there"_s, {});
    w.pass(1'000);
    other.engine->setDraft(w.chat, u"there, longer"_s, {}); // its two seconds start again
    w.pass(1'500);
    QCOMPARE(other.read()->draft(w.chat)->text, u"there, longer"_s);
    w.pass(10'000);
    QCOMPARE(w.d->read()->draft(w.chat)->text, other.read()->draft(w.chat)->text);
    QCOMPARE(w.d->read()->draft(w.chat)->text, u"there, longer"_s);
    w.d->say(w.chat, u"sent"_s);
    w.pass(10'000);
    QVERIFY(other.read()->draft(w.chat)->text.isEmpty()); // no ghost comes back
    QVERIFY(w.d->read()->draft(w.chat)->text.isEmpty());
}

void TestOutbox::receiptsAreToldUntilConfirmed()
{
    Two w;
    w.goLive();
    w.d->loseAnswers = 1;
    const auto row = w.server.post(w.b, w.chat, u"read me"_s);
    w.settle();
    w.d->engine->markSeen(w.chat, row.seq);
    w.pass(limits::requestWaitMs + limits::backoffMaxMs);
    QCOMPARE(w.server.chats[w.chat].marks[w.a].first.seen, row.seq);
    QCOMPARE(w.server.chats[w.chat].marks[w.a].first.delivered, row.seq);
    QCOMPARE(w.d->read()->status()->receiptsWaiting, 0);
    const int told = w.heard<wire::Rcpt>();
    w.pass(60'000);
    QCOMPARE(w.heard<wire::Rcpt>(), told); // and then there is silence
}

void TestOutbox::aReceiptThatNobodyHeardOutlivesARestart()
{
    Two w;
    w.goLive();
    const auto row = w.server.post(w.b, w.chat, u"read me"_s);
    w.settle();
    w.d->loseRequests = 100;
    w.d->engine->markSeen(w.chat, row.seq);
    w.pass(5'000);
    QVERIFY(w.server.chats[w.chat].marks[w.a].first.seen < row.seq);
    w.d->stop();
    w.d->loseRequests = 0;
    w.d->start();
    w.goLive();
    w.pass(5'000);
    QCOMPARE(w.server.chats[w.chat].marks[w.a].first.seen, row.seq);
}

/// Simulated (seed 685): told to a database that had been put back, clamped there, and thought told for good.
void TestOutbox::aReceiptThatWasAnsweredLowerIsToldAgain()
{
    Two w;
    w.goLive();
    w.server.post(w.b, w.chat, u"kept"_s);
    w.pass(5'000);
    const auto backup = w.server.chats;
    w.d->loseRequests = 1; // wanted, and not yet told
    w.server.post(w.b, w.chat, u"lost"_s);
    w.pass(3'000);
    w.d->wire.cut();
    w.server.chats = backup;
    w.server.epoch = EpochId::mint(2, w.random);
    w.pass(20'000);
    QVERIFY(w.live());
    const auto last = w.server.post(w.b, w.chat, u"in its place"_s);
    w.pass(5'000);
    QVERIFY(w.live());
    QCOMPARE(w.server.chats[w.chat].marks.at(w.a).first.delivered, last.seq);
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
