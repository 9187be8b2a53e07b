#include "core/wire/codec.h"
#include "tests/kit/mirror_fixture.h"

#include <map>

using namespace Qt::StringLiterals;
using namespace kith;

class TestTimeline : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithAPlainList_data();
    void agreesWithAPlainList();
    void waitingChangesAreLaidOver();
    void ticksFollowTheSlowestMember();
};

void TestTimeline::agreesWithAPlainList_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 25; ++seed) QTest::addRow("seed %d", int(seed)) << seed;
}

void TestTimeline::agreesWithAPlainList()
{
    QFETCH(quint64, seed);
    MirrorFixture f(seed);
    const UserId ann = f.user(u"ann"_s, u"Ann"_s);
    const ChatId chat = f.chat(ChatKind::Direct, {ann});
    const qint64 head = 1 + qint64(f.random.below(60));
    std::vector<HeldRange> ranges;
    std::map<qint64, MessageRow> held;
    for (qint64 at = 1; at <= head;) {
        const qint64 to = std::min(head, at + qint64(f.random.below(12)));
        if (f.random.below(3) != 0) {
            ranges.push_back({{at}, {to}, f.random.below(4) == 0 ? std::optional(Rev{1}) : std::nullopt});
            for (qint64 seq = at; seq <= to; ++seq) {
                MessageRow row = f.row(seq, f.random.below(2) ? f.me : ann, u"m%1"_s.arg(seq));
                row.dead = f.random.below(6) == 0;
                if (row.dead) row.body.clear();
                held[seq] = row;
            }
        }
        at = to + 1;
    }
    const qint64 seen = qint64(f.random.below(quint64(head) + 1));
    f.require(f.mirror->write([&] {
        for (const auto &[seq, row] : held) f.mirror->messages.upsert(chat, row);
        f.mirror->chats.raiseSeq(chat, {head});
        f.mirror->ranges.replace(chat, ranges);
        f.mirror->receipts.want(chat, {seen}, {seen});
    }));
    auto reader = f.reader();
    // From the newest page to the oldest: every held message once, in order, and every hole named.
    const int limit = 1 + int(f.random.below(9));
    std::vector<qint64> walked;
    QSet<qint64> missing;
    auto page = reader->newest(chat, limit);
    QVERIFY(page);
    for (int guard = 0; guard < 100; ++guard) {
        std::vector<qint64> part;
        for (const Message &m : page->messages) part.push_back(m.row.seq.value);
        QVERIFY(std::is_sorted(part.begin(), part.end()));
        walked.insert(walked.begin(), part.begin(), part.end());
        for (const Hole &hole : page->holes)
            for (qint64 seq = hole.lo.value; seq <= hole.hi.value; ++seq) missing.insert(seq);
        if (part.empty() || part.front() == held.begin()->first) break;
        page = reader->before(chat, {part.front()}, limit);
        QVERIFY(page);
    }
    std::vector<qint64> expected;
    QSet<qint64> absent;
    int unread = 0;
    bool live = true;
    for (qint64 seq = 1; seq <= head; ++seq) {
        const auto it = held.find(seq);
        if (it == held.end())
            absent.insert(seq);
        else
            expected.push_back(seq);
        if (seq <= seen) continue;
        bool covered = false;
        for (const HeldRange &r : ranges) covered |= !r.asOf && r.lo.value <= seq && seq <= r.hi.value;
        live &= covered;
        if (it != held.end() && it->second.sender == ann && !it->second.dead) ++unread;
    }
    QCOMPARE(walked, expected);
    QCOMPARE(missing, absent);
    QCOMPARE(page->atOldest,
             !absent.contains(1) || expected.empty() ? absent.isEmpty() || !absent.contains(1) : false);
    QCOMPARE(reader->chat(chat)->unread, unread); // the server told no count, so what is held counts
    QCOMPARE(*reader->countNewer(chat, {seen}, 1'000), unread);
    QCOMPARE(reader->status()->holes, absent.size());
    // The server's count fills in for what is not held live, and never for more than is unseen.
    f.require(f.mirror->write([&] { f.mirror->chats.setServerUnread(chat, 90, {head}); }));
    const int told = int(std::min<qint64>(90, head - seen));
    QCOMPARE(reader->chat(chat)->unread, live ? unread : std::max(unread, told));
}

void TestTimeline::waitingChangesAreLaidOver()
{
    MirrorFixture f;
    const UserId ann = f.user(u"ann"_s, u"Ann"_s);
    const ChatId chat = f.chat(ChatKind::Direct, {ann});
    const auto rows = f.fill(chat, ann, 4);
    f.require(f.mirror->write([&] {
        const auto add = [&](const QString &kind, const Mid &mid, const wire::ClientFrame &frame,
                             bool refused) {
            OutboxEntry e;
            e.chat = chat;
            e.kind = kind;
            e.mid = mid;
            e.payload = wire::encode(wire::Request{1, frame});
            e.refused = refused;
            e.lastError = refused ? u"edit_window"_s : QString();
            f.mirror->outbox.append(e);
        };
        add(u"edit"_s, rows[1].mid, wire::Edit{chat, rows[1].mid, f.id<OpId>(), 0, u"better"_s}, false);
        add(u"del"_s, rows[3].mid, wire::Del{chat, rows[3].mid, f.id<OpId>()}, false);
        add(u"react"_s, rows[0].mid, wire::React{chat, rows[0].mid, f.id<OpId>(), u"👍"_s, true, 0}, false);
        add(u"edit"_s, rows[2].mid, wire::Edit{chat, rows[2].mid, f.id<OpId>(), 0, u"refused"_s}, true);
    }));
    auto reader = f.reader();
    const auto page = reader->newest(chat, 10);
    QVERIFY(page);
    QCOMPARE(page->messages[1].row.body, u"better"_s);
    QVERIFY(page->messages[1].changeWaiting);
    QVERIFY(page->messages[3].row.dead && page->messages[3].row.body.isEmpty());
    QCOMPARE(page->messages[0].reactions, (std::vector{ReactionCount{u"👍"_s, 1, true}}));
    QCOMPARE(page->messages[2].row.body, rows[2].body);
    QCOMPARE(page->messages[2].refusedCode, u"edit_window"_s);
    QVERIFY(reader->chat(chat)->previewDead);
    QCOMPARE(f.mirror->messages.find(rows[1].mid)->row, rows[1]); // the stored row stays the server's
}

void TestTimeline::ticksFollowTheSlowestMember()
{
    MirrorFixture f;
    const UserId ann = f.user(u"ann"_s, u"Ann"_s), bob = f.user(u"bob"_s, u"Bob"_s);
    const ChatId chat = f.chat(ChatKind::Group, {ann, bob});
    f.fill(chat, ann, 4);
    auto reader = f.reader();
    const auto tick = [&] { return reader->newest(chat, 1)->messages[0].tick; };
    QCOMPARE(tick(), Tick::Sent);
    f.require(f.mirror->write([&] { f.mirror->members.raise(chat, {ann, {4}, {4}}); }));
    QCOMPARE(tick(), Tick::Sent);
    f.require(f.mirror->write([&] { f.mirror->members.raise(chat, {bob, {4}, {3}}); }));
    QCOMPARE(tick(), Tick::Delivered);
    f.require(f.mirror->write([&] { f.mirror->members.raise(chat, {bob, {4}, {4}}); }));
    QCOMPARE(tick(), Tick::Seen);
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
