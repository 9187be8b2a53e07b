// The planners alone, by the million, each against an oracle that is too simple to be wrong. KITH_SEED
// changes what is drawn; every failure names its seed and case.
#include "sync/backoff.h"
#include "sync/heartbeat.h"
#include "sync/interval.h"
#include "sync/outbox_rules.h"
#include "sync/ranges.h"
#include "sync/session.h"
#include "tests/kit/mirror_fixture.h"

#include <array>
#include <bitset>

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

quint64 baseSeed()
{
    bool given = false;
    const quint64 seed = qEnvironmentVariable("KITH_SEED").toULongLong(&given);
    return given ? seed : 1;
}

// Cheap enough for the inside of a loop of millions, where QVERIFY would be most of the time.
#define HOLDS(condition, n)                                                                                  \
    do {                                                                                                     \
        if (!(condition))                                                                                    \
            QFAIL(qPrintable(                                                                                \
                u"seed %1, case %2: %3"_s.arg(m_seed).arg(n).arg(QLatin1StringView(#condition))));           \
    } while (false)

} // namespace

class TestPlanners : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_random = SeededRandom(m_seed); }
    void aChangeAppliesOnlyWhereItBegins();
    void anyDeliveryEndsWithEachChangeOnce();
    void coverageIsASet();
    void aConnectionAlwaysComesBack();
    void waitsAreDrawnFromADoublingBound();
    void aSilentServerIsAlwaysNoticed();
    void anItemIsNeverLeftWithoutAFate();
    void lanesAreServedFromTheirHeads();
    void unreadIsWhatOneWouldCount();

private:
    quint64 below(quint64 bound) { return m_random.below(bound); }
    const quint64 m_seed = baseSeed();
    SeededRandom m_random{m_seed};
};

// ---- R3

/// One server history; the same revs with other tags are another one. The oracle compares places in the list.
void TestPlanners::aChangeAppliesOnlyWhereItBegins()
{
    const EpochId here = EpochId::mint(1, m_random), elsewhere = EpochId::mint(1, m_random);
    std::array<ChatPosition, 16> history{}, other{};
    for (size_t i = 1; i < history.size(); ++i) {
        history[i] = {Rev{qint64(i)}, m_random.next64()};
        other[i] = {Rev{qint64(i)}, m_random.next64()};
    }
    for (int n = 0; n < 3'000'000; ++n) {
        const size_t have = below(16), f = below(15), to = f + 1 + below(15 - f);
        const bool sameEpoch = below(8) != 0, sameHistory = below(8) != 0 || f == 0;
        const auto verdict = judge(here, history[have], sameEpoch ? here : elsewhere,
                                   sameHistory ? history[f] : other[f], history[to]);
        Interval expected = Interval::Gap;
        if (sameEpoch && to <= have)
            expected = Interval::Ignore;
        else if (sameEpoch && sameHistory && f == have)
            expected = Interval::Apply;
        HOLDS(verdict == expected, n);
        HOLDS((judge(Rx{qint64(have)}, Rx{qint64(f)}, Rx{qint64(to)}) == (to <= have  ? Interval::Ignore
                                                                          : f == have ? Interval::Apply
                                                                                      : Interval::Gap)),
              n);
    }
}

/// Frames lost, doubled and in any order; whoever has a gap asks in the end. The oracle marks each change.
void TestPlanners::anyDeliveryEndsWithEachChangeOnce()
{
    for (int n = 0; n < 100'000; ++n) {
        const int changes = 1 + int(below(20));
        std::bitset<32> applied;
        int have = 0;
        const auto apply = [&](int f, int to) {
            for (int c = f + 1; c <= to; ++c) {
                if (applied[size_t(c)]) return false; // twice
                applied[size_t(c)] = true;
            }
            have = to;
            return true;
        };
        for (int frame = 0; frame < 2 * changes; ++frame) {
            const int f = int(below(quint64(changes))),
                      to = f + 1 + int(below(quint64(std::min(3, changes - f))));
            if (judge(Rx{have}, Rx{f}, Rx{to}) == Interval::Apply) HOLDS(apply(f, to), n);
            HOLDS((applied >> 1).count() == size_t(have), n); // never a hole
        }
        if (have < changes) HOLDS(apply(have, changes), n); // sync: from where one stands
        HOLDS(int(applied.count()) == changes, n);
    }
}

// ---- R6

/// What is known of each place: absent, live, or right as of a rev. Everything is done place by place.
void TestPlanners::coverageIsASet()
{
    constexpr int places = 24, absent = -2, live = -1;
    using Set = std::array<int, places + 2>;
    for (int n = 0; n < 150'000; ++n) {
        ranges::Ranges held;
        Set set;
        set.fill(absent);
        for (int i = 0; i < 8; ++i) {
            const int a = 1 + int(below(places)), b = 1 + int(below(places)), lo = std::min(a, b),
                      hi = std::max(a, b);
            const int rev = 1 + int(below(9));
            switch (below(4)) {
            case 0:
                held = ranges::cover(held, Seq{lo}, Seq{hi});
                for (int s = lo; s <= hi; ++s) set[size_t(s)] = live;
                break;
            case 1:
                held = ranges::freeze(held, Rev{rev});
                for (int &s : set) s = s == live ? rev : s == absent ? absent : std::min(s, rev);
                break;
            case 2:
                held = ranges::clip(held, Seq{hi});
                std::fill(set.begin() + hi + 1, set.end(), absent);
                break;
            default:
                held = ranges::extend(held, Seq{lo}, Seq{hi});
                for (int s = lo + 1; s <= hi; ++s) set[size_t(s)] = live;
            }
        }
        Set seen;
        seen.fill(absent);
        for (size_t r = 0; r < held.size(); ++r) {
            HOLDS(held[r].lo <= held[r].hi && (r == 0 || held[r - 1].hi < held[r].lo), n);
            for (qint64 s = held[r].lo.value; s <= held[r].hi.value; ++s)
                seen[size_t(s)] = held[r].asOf ? int(held[r].asOf->value) : live;
        }
        HOLDS(seen == set, n);
        const int lo = 1 + int(below(places)), hi = lo + int(below(quint64(places - lo + 1)));
        Set asked;
        asked.fill(live);
        qint64 last = places + 1;
        for (const ranges::Need &need : ranges::needs(held, Seq{lo}, Seq{hi})) {
            HOLDS(need.hi.value < last && need.lo <= need.hi, n); // newest first, disjoint
            last = need.lo.value;
            for (qint64 s = need.lo.value; s <= need.hi.value; ++s)
                asked[size_t(s)] = need.since == Rev{} ? absent : int(need.since.value);
        }
        const int since = int(below(10));
        bool complete = true;
        for (int s = 1; s <= places; ++s) {
            const bool inside = s >= lo && s <= hi;
            HOLDS(asked[size_t(s)] == (inside ? set[size_t(s)] : live), n);
            if (inside && since > 0)
                complete = complete && set[size_t(s)] != absent &&
                           (set[size_t(s)] == live || set[size_t(s)] >= since);
        }
        HOLDS(ranges::completes(held, Seq{lo}, Seq{hi}, Rev{since}) == complete, n);
        qint64 tip = places;
        while (tip > 0 && set[size_t(tip)] != live) --tip;
        HOLDS(ranges::liveTip(held).value == tip, n);
    }
}

// ---- the connection

/// A world with one socket, one question for a token and one timer, which does what it is told and never
/// lies.
void TestPlanners::aConnectionAlwaysComesBack()
{
    Session s;
    bool wanted = false, socket = false, asked = false, timer = false, greeted = false;
    const auto feed = [&](Input in) {
        const auto [next, action] = step(s, in);
        const bool moved = next.phase != s.phase;
        s = next;
        switch (action) {
        case Action::AskToken:
            asked = true;
            timer = false;
            break;
        case Action::Open:
            if (socket) return false; // a second socket
            asked = false;
            socket = true;
            break;
        case Action::SendHello:
            if (!socket || greeted) return false; // one hello for each connection
            greeted = true;
            break;
        case Action::Retry:
        case Action::RetrySoon:
            socket = asked = greeted = false;
            timer = true;
            break;
        case Action::Close:
            socket = asked = greeted = timer = false;
            break;
        case Action::Welcome:
            if (!socket || !greeted) return false;
            break;
        case Action::None:
            break;
        }
        if (in == Input::GoOffline) wanted = false;
        if (in == Input::GoOnline && moved) wanted = true;
        return hasSocket(s.phase) == socket && (s.phase == Phase::Token) == asked &&
               retries(s.phase) == timer && (s.phase != Phase::Off) >= wanted;
    };
    for (int n = 0; n < 4'000'000; ++n) {
        auto in = Input(below(quint64(Input::Broken) + 1));
        if ((in == Input::Broken || in == Input::FileDamaged) && below(50)) in = Input::Lost;
        HOLDS(feed(in), n);
        if (s.phase == Phase::Damaged) { // for good; its owner has the file rescued and starts another
            HOLDS(!socket && !asked && !timer && feed(Input::TryNow) && feed(Input::GoOnline), n);
            HOLDS(s.phase == Phase::Damaged, n);
            s = {};
            wanted = false;
        }
        if (n % 64) continue;
        // From wherever it is: the user wants to be online, and everything works from now on.
        if (s.phase == Phase::Stopped || s.phase == Phase::Off)
            HOLDS(feed(Input::GoOffline) && feed(Input::GoOnline), n);
        if (retries(s.phase) || s.phase == Phase::SignIn || s.phase == Phase::Update)
            HOLDS(feed(Input::TryNow), n);
        for (const Input then : {Input::GotToken, Input::Opened, Input::Welcomed, Input::CaughtUp})
            HOLDS(feed(then), n);
        HOLDS(s.phase == Phase::Live, n);
    }
}

void TestPlanners::waitsAreDrawnFromADoublingBound()
{
    Backoff backoff;
    int failures = 0;
    qint64 shortest = limits::backoffMaxMs, longest = 0, sum = 0;
    for (int n = 0; n < 2'000'000; ++n) {
        qint64 bound = limits::backoffMinMs;
        for (int i = 0; i < failures && bound < limits::backoffMaxMs; ++i) bound *= 2;
        bound = std::min<qint64>(bound, limits::backoffMaxMs);
        const qint64 asked = below(4) ? 0 : qint64(below(100'000));
        const qint64 wait = backoff.next(m_random, asked) - asked;
        HOLDS(wait >= limits::backoffMinMs && wait <= bound, n);
        HOLDS(backoff.failures() == ++failures, n);
        if (failures > 10) { // at the bound: uniform, so that a crowd spreads
            shortest = std::min(shortest, wait);
            longest = std::max(longest, wait);
            sum += wait - (limits::backoffMinMs + limits::backoffMaxMs) / 2;
        }
        const qint64 up = qint64(below(2 * limits::stableMs));
        if (below(40) == 0) {
            backoff.ended(up);
            if (up >= limits::stableMs) failures = 0;
        }
    }
    HOLDS(shortest < limits::backoffMinMs + 100 && longest > limits::backoffMaxMs - 100, 0);
    HOLDS(std::abs(sum / 2'000'000) < 500, 0);
}

/// The oracle remembers one number: when the other end was last asked without an answer.
void TestPlanners::aSilentServerIsAlwaysNoticed()
{
    for (int n = 0; n < 20'000; ++n) {
        Heartbeat beat;
        qint64 now = qint64(below(1'000'000)), silentSince = -1, lastAsk = now;
        const int every = 1'000 + int(below(30'000));
        beat.connected(now, every);
        for (int i = 0; i < 60; ++i) {
            now = std::max(now, beat.nextDue());
            const auto due = beat.due(now);
            HOLDS(due != Heartbeat::Due::Nothing, n); // woken for nothing: would be woken again at once
            if (silentSince >= 0) {
                HOLDS(due == Heartbeat::Due::Dead && now - silentSince <= limits::pongWaitMs, n);
                break;
            }
            HOLDS(due == Heartbeat::Due::Ping || due == Heartbeat::Due::DigestPing, n);
            HOLDS(now - lastAsk <= limits::digestPingMs + limits::pongWaitMs, n);
            lastAsk = now;
            HOLDS(beat.due(now) == Heartbeat::Due::Nothing, n);
            if (below(20) == 0)
                silentSince = now;
            else
                now += qint64(below(limits::pongWaitMs)), beat.pong();
        }
    }
}

// ---- the outbox

void TestPlanners::anItemIsNeverLeftWithoutAFate()
{
    using wire::ErrorClass;
    for (int n = 0; n < 1'000'000; ++n) {
        const auto its = ErrorClass(below(quint64(ErrorClass::Bug) + 1));
        const ItemFate fate = fateOf(its);
        const bool again = fate == ItemFate::Retry || fate == ItemFate::Wait || fate == ItemFate::Rebase;
        if (its == ErrorClass::Retry || its == ErrorClass::Wait || its == ErrorClass::Rebase) {
            HOLDS(again, n); // patience cures it: a person must not be asked
        } else if (its == ErrorClass::Refused || its == ErrorClass::Bug) {
            HOLDS(fate == ItemFate::Refuse, n); // else it would be sent for ever
        } else if (its == ErrorClass::Auth || its == ErrorClass::Stop) {
            HOLDS(!again && fate != ItemFate::Refuse, n); // not the item's fault
        }
    }
}

/// The oracle is the whole outbox in memory; one look walks all of it.
void TestPlanners::lanesAreServedFromTheirHeads()
{
    MirrorFixture f(m_seed);
    const UserId other = f.user(u"ann"_s, u"Ann"_s);
    std::vector<ChatId> lanes{ChatId{}};
    for (int i = 0; i < 6; ++i) lanes.push_back(f.chat(ChatKind::Group, {other}, u"Group"_s));
    std::vector<OutboxEntry> all;
    for (int n = 0; n < 8'000; ++n) {
        QVERIFY(bool(f.mirror->write([&] {
            auto &outbox = f.mirror->outbox;
            const auto dice = below(10);
            if (all.empty() || dice < 5) {
                OutboxEntry entry;
                entry.chat = lanes[below(lanes.size())];
                entry.kind = u"send"_s;
                entry.payload = "{}";
                entry.pk = outbox.append(entry);
                all.push_back(entry);
                return;
            }
            const size_t at = below(all.size());
            if (dice < 8 || all.size() > 40) {
                outbox.settle(all[at].pk);
                all.erase(all.begin() + std::ptrdiff_t(at));
            } else if (dice == 8) {
                outbox.refuse(all[at].pk, u"forbidden"_s);
                all[at].refused = true;
            } else {
                outbox.retry(all[at].pk);
                all[at].refused = false;
            }
        })));
        std::vector<qint64> expected, found;
        for (const OutboxEntry &e : all) { // in the order of entering
            const bool first = std::none_of(all.begin(), all.end(), [&e](const OutboxEntry &before) {
                return before.pk < e.pk && before.chat == e.chat && !before.refused;
            });
            if (first && !e.refused) expected.push_back(e.pk);
        }
        QVERIFY(bool(f.mirror->read([&] {
            for (const OutboxEntry &e : f.mirror->outbox.heads(64)) found.push_back(e.pk);
            return true;
        })));
        HOLDS(found == expected, n);
    }
}

// ---- R13

/// The oracle knows every message there is and counts those that a person would call unread.
void TestPlanners::unreadIsWhatOneWouldCount()
{
    MirrorFixture f(m_seed);
    const UserId other = f.user(u"ann"_s, u"Ann"_s);
    const auto reader = f.reader();
    int exact = 0;
    for (int n = 0; n < 4'000; ++n) {
        const ChatId chat = f.chat(ChatKind::Group, {other}, u"Group"_s);
        const int head = int(below(20)), seen = int(below(quint64(head) + 1)),
                  told = int(below(quint64(head) + 1));
        std::vector<MessageRow> log;
        for (int seq = 1; seq <= head; ++seq) {
            log.push_back(f.row(seq, below(3) ? other : f.me, u"text"_s));
            log.back().dead = below(5) == 0;
            if (below(8) == 0) log.back().kind = u"service"_s;
        }
        const auto count = [&](int after, int upTo) {
            return int(std::count_if(log.begin(), log.end(), [&](const MessageRow &m) {
                return m.seq.value > after && m.seq.value <= upTo && m.sender != f.me && !m.dead &&
                       m.kind != u"service"_s;
            }));
        };
        // Held: some pieces, live or frozen; the server counted up to `told` when we had seen as much as now.
        std::vector<HeldRange> held;
        for (int lo = 1; lo <= head;) {
            const int hi = std::min(head, lo + int(below(8)));
            if (below(3)) held.push_back({Seq{lo}, Seq{hi}, below(4) ? std::nullopt : std::optional(Rev{1})});
            lo = hi + 1 + int(below(2));
        }
        if (below(2)) held = {{Seq{1}, Seq{std::max(head, 1)}, std::nullopt}};
        bool covered = true;
        int here = 0;
        for (int seq = seen + 1; seq <= head; ++seq) {
            const auto in = std::find_if(held.begin(), held.end(), [&](const HeldRange &r) {
                return r.lo.value <= seq && seq <= r.hi.value;
            });
            covered = covered && in != held.end() && !in->asOf;
            here += in != held.end() ? count(seq - 1, seq) : 0;
        }
        QVERIFY(bool(f.mirror->write([&] {
            for (const MessageRow &m : log)
                for (const HeldRange &r : held)
                    if (r.lo <= m.seq && m.seq <= r.hi) f.mirror->messages.upsert(chat, m);
            f.mirror->chats.setSeq(chat, Seq{head});
            f.mirror->chats.setServerUnread(chat, count(seen, told), Seq{told});
            f.mirror->ranges.replace(chat, held);
            f.mirror->receipts.want(chat, Seq{}, Seq{seen});
        })));
        const auto summary = reader->chat(chat);
        QVERIFY(bool(summary));
        if (covered || seen == head) {
            HOLDS(summary->unread == count(seen, head), n);
            ++exact;
        } else { // never more than there are, never fewer than are seen to be there
            HOLDS(summary->unread >= here && summary->unread <= count(seen, head), n);
        }
    }
    HOLDS(exact > 1'000, 0);
}

QTEST_GUILESS_MAIN(TestPlanners)
#include "tst_planners.moc"
