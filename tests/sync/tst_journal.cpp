// The journal of attempts: what is noted, when, and what is not.
#include "core/domain/ledger.h"
#include "tests/kit/two_devices.h"

#include <QTest>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

MessageStory storyOf(Device &d, const Mid &mid)
{
    auto story = d.read()->story(mid);
    if (!story) qFatal("%s", qPrintable(story.error().what));
    return *story;
}

std::vector<JournalWhat> whats(const MessageStory &story)
{
    std::vector<JournalWhat> all;
    for (const JournalNote &note : story.notes) all.push_back(note.what);
    return all;
}

wire::Err refusal(wire::Code code, qint64 retryMs = 0)
{
    wire::Err e;
    e.code = code;
    e.errorClass = wire::classOf(code);
    e.retryMs = retryMs;
    return e;
}

} // namespace

class TestJournal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstTryLeavesNothing();
    void aLostAnswerIsToldWithItsOutcome();
    void equalDelaysAreOneNote();
    void refusalAndRetryAreKept();
    void aDiscardedMessageKeepsItsStory();
    void anOutageIsOneNote();
    void aRestartInBetweenIsKnown();
    void theLineSaysWhatIsWaited();
    void notesAreBounded();
    void theLedgerNeverPromisesTheFuture();
    void aMessageElsewhereIsFound();
};

void TestJournal::theFirstTryLeavesNothing()
{
    Two w;
    w.goLive();
    const qint64 before = w.clock.wallMs();
    const Mid mid = w.d->say(w.chat, u"hello"_s);
    w.settle();
    const auto story = storyOf(*w.d, mid);
    QVERIFY(story.held && story.mine && story.row.seq > Seq{});
    QVERIFY(story.notes.empty() && story.outages.empty() && story.waiting.empty());
    QCOMPARE(story.enteredMs, before); // outlives the outbox row
    QCOMPARE(w.d->mirror->read([&] { return w.d->mirror->db().number("SELECT count(*) FROM journal"); })
                 .
                 operator*(),
             0);
    const MessageRow theirs = w.server.post(w.b, w.chat, u"hi"_s);
    w.settle();
    const auto other = storyOf(*w.d, theirs.mid);
    QVERIFY(other.held && !other.mine && other.enteredMs == 0 && other.current);
}

void TestJournal::aLostAnswerIsToldWithItsOutcome()
{
    Two w;
    w.goLive();
    w.loseEvent = [](Device &, const wire::ServerFrame &) { return true; };
    w.d->loseRequests = 1;
    const Mid mid = w.d->say(w.chat, u"once"_s);
    w.settle();
    QCOMPARE(storyOf(*w.d, mid).waiting.at(0).tries, 1);
    w.pass(limits::requestWaitMs + limits::backoffMaxMs);
    const auto story = storyOf(*w.d, mid);
    QCOMPARE(whats(story), (std::vector{JournalWhat::NoAnswer, JournalWhat::Answered}));
    QCOMPARE(story.notes[0].why, u"the server does not answer"_s);
    QCOMPARE(story.notes[0].kind, u"send"_s);
    QVERIFY(story.notes[0].lastMs - story.enteredMs >= limits::requestWaitMs);
    QVERIFY(story.notes[1].lastMs >= story.notes[0].lastMs);
}

void TestJournal::equalDelaysAreOneNote()
{
    Two w;
    w.goLive();
    int no = 4;
    w.server.refuse = [&](const wire::ClientFrame &f) -> std::optional<wire::Err> {
        if (!std::holds_alternative<wire::Send>(f) || no-- <= 0) return std::nullopt;
        return refusal(wire::Code::Busy);
    };
    std::vector<std::pair<qint64, QString>> told;
    QObject::connect(
        &w.d->feed, &Feed::laneWaits, &w.d->feed,
        [&](const ChatId &, qint64 until, const QString &code) { told.emplace_back(until, code); });
    const Mid mid = w.d->say(w.chat, u"patient"_s);
    w.settle();
    QVERIFY(storyOf(*w.d, mid).notes.empty()); // one delay is not worth a write of its own
    QCOMPARE(told.size(), size_t(1));
    QVERIFY(told[0].first > w.clock.wallMs() && told[0].second == u"busy"_s);
    w.pass(2'500);
    QVERIFY(!storyOf(*w.d, mid).notes.empty()); // a second one is
    w.pass(60'000);
    const auto story = storyOf(*w.d, mid);
    QCOMPARE(whats(story), (std::vector{JournalWhat::Delayed, JournalWhat::Answered}));
    QCOMPARE(story.notes[0].times, 4);
    QCOMPARE(story.notes[0].why, u"busy"_s);
    QVERIFY(story.notes[0].lastMs > story.notes[0].firstMs);
    QCOMPARE(told.back().first, 0);
}

void TestJournal::refusalAndRetryAreKept()
{
    Two w;
    w.goLive();
    w.server.refuse = [](const wire::ClientFrame &f) -> std::optional<wire::Err> {
        if (!std::holds_alternative<wire::Send>(f)) return std::nullopt;
        return refusal(wire::Code::Forbidden);
    };
    const Mid mid = w.d->say(w.chat, u"please"_s);
    w.settle();
    QVERIFY(storyOf(*w.d, mid).waiting.at(0).refused);
    w.d->stop();
    w.d->start(); // nothing of it lives in memory
    w.server.refuse = {};
    w.d->engine->retry(w.chat, mid);
    w.goLive();
    const auto story = storyOf(*w.d, mid);
    QCOMPARE(story.state, MessageState::Sent);
    QCOMPARE(whats(story), (std::vector{JournalWhat::Refused, JournalWhat::Retried, JournalWhat::Answered}));
    QCOMPARE(story.notes[0].why, u"forbidden"_s);
}

void TestJournal::aDiscardedMessageKeepsItsStory()
{
    Two w;
    w.goLive();
    w.server.refuse = [](const wire::ClientFrame &f) -> std::optional<wire::Err> {
        if (!std::holds_alternative<wire::Send>(f)) return std::nullopt;
        return refusal(wire::Code::TooLong);
    };
    const Mid mid = w.d->say(w.chat, u"no"_s);
    w.settle();
    w.d->engine->discard(w.chat, mid);
    w.settle();
    const auto story = storyOf(*w.d, mid);
    QVERIFY(!story.held);
    QCOMPARE(whats(story), (std::vector{JournalWhat::Refused, JournalWhat::Discarded}));
}

void TestJournal::anOutageIsOneNote()
{
    Two w;
    w.goLive();
    w.d->auth.next = {AccountAuth::Answer::Kind::Offline, {}, u"host unreachable"_s, 0};
    w.d->wire.cut();
    w.settle();
    const Mid mid = w.d->say(w.chat, u"later"_s), next = w.d->say(w.chat, u"behind it"_s);
    w.pass(600'000);
    const Connection down = w.d->engine->connection();
    QCOMPARE(down.phase, Connection::Phase::Waiting);
    QVERIFY(down.tries > 5 && down.downSinceMs > 0 && down.downSinceMs <= storyOf(*w.d, mid).enteredMs);
    QCOMPARE(storyOf(*w.d, next).waiting.at(0).before, 1);
    w.d->auth.next = {AccountAuth::Answer::Kind::Token, "token", {}, 0};
    w.pass(limits::backoffMaxMs * 2);
    for (const Mid &one : {mid, next}) {
        const auto story = storyOf(*w.d, one);
        QCOMPARE(story.state, MessageState::Sent);
        QVERIFY(story.notes.empty()); // their first try succeeded
        QCOMPARE(story.outages.size(), size_t(1));
        QVERIFY(story.outages[0].times > 5);
        QCOMPARE(story.outages[0].why, u"host unreachable"_s);
        QVERIFY(story.outages[0].lastMs - story.outages[0].firstMs >= 600'000);
    }
    QCOMPARE(w.d->engine->connection().tries, 0);
    QCOMPARE(w.d->engine->connection().downSinceMs, 0);
    w.pass(3'600'000); // long after it, nothing of it is told
    const Mid calm = w.d->say(w.chat, u"calm"_s);
    w.settle();
    QVERIFY(storyOf(*w.d, calm).outages.empty());
}

void TestJournal::aRestartInBetweenIsKnown()
{
    Two w;
    w.goLive();
    w.d->loseRequests = 1'000;
    const Mid mid = w.d->say(w.chat, u"cut off"_s);
    w.settle();
    w.d->stop();
    w.d->loseRequests = 0;
    w.d->start();
    w.goLive();
    const auto story = storyOf(*w.d, mid);
    QCOMPARE(whats(story), (std::vector{JournalWhat::NoAnswer, JournalWhat::Answered}));
    QCOMPARE(story.notes[0].why, u"restart"_s);
}

void TestJournal::theLineSaysWhatIsWaited()
{
    Two w;
    w.goLive();
    const qint64 now = w.clock.wallMs();
    auto line = [&] { return ledgerOf(*w.d->read()->status(), w.clock.wallMs()); };
    QVERIFY(line().waiting == 0 && line().upToMs > 0 && line().upToMs <= now);
    w.d->engine->setOnline(false);
    w.settle();
    w.clock.advance(60'000);
    const qint64 first = w.clock.wallMs();
    w.d->say(w.chat, u"1"_s);
    w.clock.advance(60'000);
    w.d->say(w.chat, u"2"_s);
    w.settle();
    QCOMPARE(line(), (Ledger{first, 2, 0}));
    w.goLive();
    QCOMPARE(line().waiting, 0);
    QVERIFY(line().upToMs > first);
}

void TestJournal::notesAreBounded()
{
    Two w;
    Mirror &m = *w.d->mirror;
    const Mid mid = Mid::mint(1, w.random);
    const auto add = [&](int count, qint64 at) {
        QVERIFY(m.write([&] {
            for (int i = 0; i < count; ++i)
                m.journal.add(
                    {mid, {}, u"send"_s, i % 2 ? JournalWhat::Refused : JournalWhat::Retried, {}, 1, at, at});
        }));
    };
    add(JournalTable::most + 500, 1'000);
    const auto count = [&] { return *m.read([&] { return m.db().number("SELECT count(*) FROM journal"); }); };
    QVERIFY(count() <= JournalTable::most);
    add(2'000, 1'001 + JournalTable::keepMs); // each new one may push out some that are too old
    QVERIFY2(count() <= 2'000, qPrintable(QString::number(count())));
}

void TestJournal::theLedgerNeverPromisesTheFuture()
{
    MirrorStatus status;
    QCOMPARE(ledgerOf(status, 1'000).upToMs, 0);
    status.lastSyncMs = 5'000;
    QCOMPARE(ledgerOf(status, 1'000).upToMs, 1'000); // the clock was ahead
    QCOMPARE(ledgerOf(status, 9'000).upToMs, 5'000);
    status.waiting = 1;
    status.oldestWaitingMs = 700;
    QCOMPARE(ledgerOf(status, 9'000).upToMs, 700);
}

void TestJournal::aMessageElsewhereIsFound()
{
    Two w;
    w.goLive();
    const MessageRow row = w.server.post(w.b, w.chat, u"m"_s);
    w.settle();
    std::vector<Whereabouts> told;
    QObject::connect(&w.d->feed, &Feed::found, &w.d->feed, [&](const Whereabouts &f) { told.push_back(f); });
    w.d->engine->lookUp(1, row.mid);
    w.d->engine->lookUp(2, row.mid); // ends the first
    w.settle();
    QCOMPARE(told.size(), size_t(2));
    QVERIFY(told[0].question == 1 && !told[0].asked);
    QCOMPARE(told[1], (Whereabouts{2, true, w.chat, row.seq, row.atMs}));
    w.d->engine->lookUp(3, Mid::mint(1, w.random));
    w.settle();
    QCOMPARE(told.at(2), (Whereabouts{3, true, {}, {}, 0}));
    w.d->engine->setOnline(false);
    w.settle();
    w.d->engine->lookUp(4, row.mid);
    QVERIFY(told.at(3).question == 4 && !told[3].asked);
}

QTEST_APPLESS_MAIN(TestJournal)
#include "tst_journal.moc"
