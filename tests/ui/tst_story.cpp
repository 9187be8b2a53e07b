// The sentences that are made from what happened.
#include "ui/text/story_words.h"

#include <QTest>

using namespace kith;
using namespace kith::words;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kNow = 1'790'000'000'000;

MessageStory mine(MessageState state)
{
    MessageStory s;
    s.held = s.mine = s.current = true;
    s.state = state;
    s.row.mid = Mid::fromBlob(QByteArray::fromHex("01a0c450600070008000000000000001"));
    s.row.kind = u"text"_s;
    s.enteredMs = kNow - 600'000;
    if (state == MessageState::Sent) {
        s.row.seq = {812};
        s.row.atMs = kNow - 590'000;
    } else {
        s.waiting.push_back({u"send"_s, state == MessageState::Refused, 1, {}, s.enteredMs, 0, false});
    }
    return s;
}

StoryNow with(Connection::Phase phase)
{
    Connection c;
    c.phase = phase;
    StoryNow now;
    now.nowMs = kNow;
    now.connection = c;
    return now;
}

QString all(const StoryText &text)
{
    QString joined = text.headline;
    for (const StoryLine &line : text.lines) joined += u'\n' + line.text;
    return joined + u'\n' + text.next;
}

} // namespace

class TestStory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nextStepOfAWaitingMessage();
    void everyNoteHasItsSentence();
    void nothingIsClaimedThatIsNotKnown();
    void linesStandInTheirOrder();
    void theLine();
    void verdicts();
};

void TestStory::nextStepOfAWaitingMessage()
{
    auto s = mine(MessageState::Queued);
    auto now = with(Connection::Phase::Waiting);
    now.connection->retryAtMs = kNow + 12'000;
    now.connection->tries = 17;
    now.connection->downSinceMs = kNow - 420'000;
    now.connection->why = u"host unreachable"_s;
    const QString waits = story(s, now).next;
    QVERIFY2(waits.contains(u"12 s"_s) && waits.contains(u"17"_s) && waits.contains(u"host unreachable"_s),
             qPrintable(waits));
    now = with(Connection::Phase::Online);
    QVERIFY(story(s, now).next.contains(u"on its way"_s));
    now.laneUntilMs = kNow + 4'001;
    now.laneWhy = u"busy"_s;
    QVERIFY(story(s, now).next.contains(u"5 s"_s));
    now.laneUntilMs = 0;
    s.waiting[0].before = 3;
    QVERIFY(story(s, now).next.contains(u"3"_s));
    s.waiting[0].files = true;
    QVERIFY(story(s, now).next.contains(u"files"_s));
    s.waiting[0].files = false;
    now.connection.reset();
    QVERIFY(story(s, now).next.contains(u"Another Kith program"_s));
    QVERIFY(story(mine(MessageState::Refused), now).next.contains(u"discard"_s));
    QVERIFY(story(mine(MessageState::Sent), now).next.isEmpty());
    for (int phase = 0; phase <= int(Connection::Phase::Stopped); ++phase)
        QVERIFY(!story(s, with(Connection::Phase(phase))).next.isEmpty());
}

void TestStory::everyNoteHasItsSentence()
{
    QSet<QString> told;
    for (int what = 1; what <= int(JournalWhat::Outage); ++what) {
        auto s = mine(MessageState::Sent);
        s.notes.push_back(
            {s.row.mid, {}, u"send"_s, JournalWhat(what), u"busy"_s, 17, kNow - 500'000, kNow - 80'000});
        told.insert(all(story(s, with(Connection::Phase::Online))));
    }
    QCOMPARE(told.size(), int(JournalWhat::Outage));
    auto s = mine(MessageState::Sent);
    s.notes.push_back({s.row.mid, {}, u"edit"_s, JournalWhat::Refused, u"edit_window"_s, 1, kNow, kNow});
    const QString text = all(story(s, with(Connection::Phase::Online)));
    QVERIFY2(text.contains(u"Your edit: The server refused it. It is too old to be edited."_s),
             qPrintable(text));
}

void TestStory::nothingIsClaimedThatIsNotKnown()
{
    auto s = mine(MessageState::Sent);
    s.others = 2;
    s.people = {{u"Ana"_s, true, true}, {u"Ben"_s, false, false}};
    const StoryText text = story(s, with(Connection::Phase::Online));
    QCOMPARE(text.headline, u"It is on the server."_s);
    QVERIFY(all(text).contains(u"Seen by Ana."_s) && all(text).contains(u"Not yet on a device of Ben."_s));
    for (const StoryLine &line : text.lines)
        if (line.text.contains(u"Ana"_s) || line.text.contains(u"Ben"_s))
            QCOMPARE(line.atMs, 0); // no time is known
    s.people.clear();               // a large group
    QVERIFY(!all(story(s, with(Connection::Phase::Online))).contains(u"everybody has"_s));
    s.mine = false;
    s.senderName = u"Ana"_s;
    s.enteredMs = 0;
    s.current = false;
    const QString theirs = all(story(s, with(Connection::Phase::Online)));
    QVERIFY(theirs.contains(u"not recorded"_s) && theirs.contains(u"since a gap"_s));
    MessageStory unknown;
    QVERIFY(!story(unknown, with(Connection::Phase::Online)).next.isEmpty());
}

void TestStory::linesStandInTheirOrder()
{
    auto s = mine(MessageState::Sent);
    s.row.atMs = kNow - 100'000;
    s.outages.push_back({{}, {}, {}, JournalWhat::Outage, u"x"_s, 3, kNow - 550'000, kNow - 150'000});
    s.notes.push_back(
        {s.row.mid, {}, u"send"_s, JournalWhat::Delayed, u"busy"_s, 2, kNow - 140'000, kNow - 110'000});
    const StoryText text = story(s, with(Connection::Phase::Online));
    qint64 last = 0;
    for (const StoryLine &line : text.lines) {
        if (line.atMs == 0) break;
        QVERIFY(line.atMs >= last);
        last = line.atMs;
    }
    QCOMPARE(text.lines.size(), size_t(4));
}

void TestStory::theLine()
{
    const QString at = moment(kNow - 60'000, kNow);
    QCOMPARE(ledger({kNow - 60'000, 0, 0}, true, kNow), u"Everything is on the server"_s);
    QCOMPARE(ledger({kNow - 60'000, 0, 0}, false, kNow), u"Everything up to %1 is on the server"_s.arg(at));
    QCOMPARE(ledger({kNow - 60'000, 3, 0}, true, kNow),
             u"Everything up to %1 is on the server · 3 waiting"_s.arg(at));
    QCOMPARE(ledger({kNow - 60'000, 3, 1}, false, kNow),
             u"Everything up to %1 is on the server · 3 waiting · 1 not sent"_s.arg(at));
    QCOMPARE(ledger({kNow, 0, 1}, true, kNow), u"Everything else is on the server · 1 not sent"_s);
    QCOMPARE(ledger({0, 0, 0}, false, kNow), u"Not in touch with the server yet"_s);
    QVERIFY(moment(kNow - 40LL * 24 * 3'600'000, kNow).size() > at.size()); // with its day
}

void TestStory::verdicts()
{
    VerifyReport r;
    r.compared = 812;
    QVERIFY(verdict(r).contains(u"agree"_s) && verdict(r).contains(u"812"_s));
    r.notHeld = 12;
    QVERIFY(verdict(r).contains(u"12"_s));
    r.found = r.mended = 2;
    QVERIFY(verdict(r).contains(u"mended: 2"_s));
    r.mended = 0;
    r.chats.push_back({{}, ChatVerdict::How::Differs, {}, 812, 0, 0, 0, 2});
    QVERIFY(verdict(r).contains(u"Nothing was changed"_s));
    r.end = VerifyReport::End::TooOld;
    QVERIFY(verdict(r).contains(u"too old"_s));
    QSet<QString> told;
    for (const auto &why : {u"left"_s, u"waits"_s, u"busy"_s, u"refused"_s})
        told.insert(chatVerdict({{}, ChatVerdict::How::NotCompared, why, 0, 0, 0, 0, 0}, u"Ana"_s));
    QCOMPARE(told.size(), 4);
    QVERIFY(localVerdict({}).isEmpty());
    QCOMPARE(localVerdict({false, 1, 1, 1, true}).size(), 5);
}

QTEST_GUILESS_MAIN(TestStory)
#include "tst_story.moc"
