// The planners alone: session, backoff, intervals, coverage.
#include "sync/backoff.h"
#include "sync/heartbeat.h"
#include "sync/outbox_rules.h"
#include "sync/ranges.h"
#include "sync/session.h"

#include <QTest>

using namespace kith;

class TestPure : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sessionIsTotalAndNeverStuck();
    void backoffStaysInItsBounds();
    void coverageAgreesWithAPlainSet();
    void staleAnswersDoNotComplete();
    void sleepIsNoticedOnEitherClock();
    void everyCodeHasAFate();
};

void TestPure::sessionIsTotalAndNeverStuck()
{
    for (int p = 0; p <= int(Phase::Stopped); ++p) {
        for (int i = 0; i <= int(Input::Broken); ++i) {
            const auto [next, action] = step({Phase(p)}, Input(i));
            QVERIFY(int(next.phase) <= int(Phase::Stopped));
            // Who leaves a phase with a socket for one without must close it or arrange to.
            if (hasSocket(Phase(p)) && !hasSocket(next.phase))
                QVERIFY(action == Action::Close || action == Action::Retry || action == Action::RetrySoon);
            if (retries(next.phase) && next.phase != Phase(p))
                QVERIFY(action == Action::Retry || action == Action::RetrySoon);
            QCOMPARE(next.phase == Phase::Token && Phase(p) != Phase::Token, action == Action::AskToken);
        }
        const Phase stays = Phase(p) == Phase::Damaged ? Phase::Damaged : Phase::Off;
        QCOMPARE(step({Phase(p)}, Input::GoOffline).first.phase, stays);
        if (retries(Phase(p))) QCOMPARE(step({Phase(p)}, Input::RetryDue).first.phase, Phase::Token);
    }
}

void TestPure::backoffStaysInItsBounds()
{
    SeededRandom random(3);
    for (int run = 0; run < 200; ++run) {
        Backoff backoff;
        qint64 most = 0;
        for (int i = 0; i < 30; ++i) {
            const qint64 wait = backoff.next(random);
            QVERIFY(wait >= limits::backoffMinMs && wait <= limits::backoffMaxMs);
            most = std::max(most, wait);
            QVERIFY(backoff.next(random, 90'000) >= 90'000); // the server's wish is obeyed
        }
        QVERIFY(most > 5'000);
        backoff.ended(limits::stableMs - 1);
        QVERIFY(backoff.failures() > 0);
        backoff.ended(limits::stableMs);
        QCOMPARE(backoff.failures(), 0);
        QVERIFY(backoff.next(random) <= limits::backoffMinMs);
    }
}

namespace { // per seq: absent, live, or frozen at a revision
using Oracle = std::array<int, 41>;
constexpr int kAbsent = -1, kLive = 1'000'000;

Oracle read(const ranges::Ranges &held)
{
    Oracle out;
    out.fill(kAbsent);
    for (const HeldRange &r : held)
        for (qint64 s = r.lo.value; s <= r.hi.value; ++s) {
            if (out[size_t(s)] != kAbsent) out[0] = 99; // overlap
            out[size_t(s)] = r.asOf ? int(r.asOf->value) : kLive;
        }
    return out;
}
} // namespace

void TestPure::coverageAgreesWithAPlainSet()
{
    SeededRandom random(11);
    for (int run = 0; run < 3'000; ++run) {
        ranges::Ranges held;
        Oracle truth;
        truth.fill(kAbsent);
        for (int i = 0; i < 12; ++i) {
            const auto a = qint64(1 + random.below(40)), b = qint64(1 + random.below(40));
            const qint64 lo = std::min(a, b), hi = std::max(a, b);
            switch (random.below(4)) {
            case 0:
                held = ranges::cover(held, Seq{lo}, Seq{hi});
                for (qint64 s = lo; s <= hi; ++s) truth[size_t(s)] = kLive;
                break;
            case 1: {
                const int rev = int(random.below(50));
                held = ranges::freeze(held, Rev{rev});
                for (auto &v : truth)
                    if (v != kAbsent) v = std::min(v, rev);
                break;
            }
            case 2:
                held = ranges::clip(held, Seq{hi});
                for (qint64 s = hi + 1; s <= 40; ++s) truth[size_t(s)] = kAbsent;
                break;
            case 3:
                held = ranges::extend(held, Seq{lo}, Seq{hi});
                for (qint64 s = lo + 1; s <= hi; ++s) truth[size_t(s)] = kLive;
                break;
            }
            QCOMPARE(read(held), truth);
            for (size_t r = 1; r < held.size(); ++r) // ascending, and joined where they can be
                QVERIFY(held[r - 1].hi < held[r].lo &&
                        (held[r - 1].hi.next() != held[r].lo || held[r - 1].asOf != held[r].asOf));
        }
        qint64 tip = 0;
        for (qint64 s = 1; s <= 40; ++s)
            if (truth[size_t(s)] == kLive) tip = s;
        QCOMPARE(ranges::liveTip(held).value, tip);
        Oracle asked; // needs name exactly what is not live, with the right `since`
        asked.fill(kLive);
        for (const ranges::Need &need : ranges::needs(held, Seq{1}, Seq{40}))
            for (qint64 s = need.lo.value; s <= need.hi.value; ++s)
                asked[size_t(s)] =
                    need.since == Rev{} && truth[size_t(s)] != 0 ? kAbsent : int(need.since.value);
        for (size_t s = 1; s <= 40; ++s) QCOMPARE(asked[s], truth[s]);
    }
}

void TestPure::staleAnswersDoNotComplete()
{
    const ranges::Ranges held{{Seq{1}, Seq{10}, Rev{5}}, {Seq{11}, Seq{20}, Rev{9}}};
    QVERIFY(ranges::completes(held, Seq{1}, Seq{20}, Rev{5}));
    QVERIFY(!ranges::completes(held, Seq{1}, Seq{20}, Rev{9})); // was frozen earlier than what is answered
    QVERIFY(ranges::completes(held, Seq{11}, Seq{20}, Rev{9}));
    QVERIFY(!ranges::completes(held, Seq{15}, Seq{25}, Rev{9})); // 21..25 was never held
    QVERIFY(ranges::completes({}, Seq{15}, Seq{25}, Rev{0}));
}

void TestPure::sleepIsNoticedOnEitherClock()
{
    Heartbeat beat;
    QVERIFY(!beat.slept(0, 0));
    QVERIFY(!beat.slept(5'000, 5'000));
    QVERIFY(!beat.slept(24'000, 24'000));   // late, but not that late
    QVERIFY(beat.slept(24'100, 3'600'000)); // a steady clock that stops with the machine
    QVERIFY(beat.slept(90'000, 3'600'100));
    beat.connected(100'000, 25'000);
    QCOMPARE(beat.due(100'000), Heartbeat::Due::Nothing);
    beat.hurry(100'000);
    QCOMPARE(beat.due(100'000), Heartbeat::Due::Ping);
    QCOMPARE(beat.due(102'999), Heartbeat::Due::Nothing);
    QCOMPARE(beat.due(103'000), Heartbeat::Due::Dead);
}

void TestPure::everyCodeHasAFate()
{
    using wire::Code;
    for (int c = 0; c <= int(Code::Unknown); ++c) {
        const auto fate = fateOf(wire::classOf(Code(c)));
        const bool waits = Code(c) == Code::Busy || Code(c) == Code::Unavailable || Code(c) == Code::Timeout;
        QCOMPARE(fate == ItemFate::Retry, waits);
    }
    QCOMPARE(fateOf(wire::classOf(Code::Conflict)), ItemFate::Rebase);
    QCOMPARE(fateOf(wire::classOf(Code::Rate)), ItemFate::Wait);
    QCOMPARE(fateOf(wire::classOf(Code::AuthExpired)), ItemFate::Auth);
}

QTEST_APPLESS_MAIN(TestPure)
#include "tst_pure.moc"
