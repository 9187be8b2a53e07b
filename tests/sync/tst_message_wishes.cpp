// What the user does with messages beside saying them: real engine, real mirror, a model of the server, a
// clock that is turned by hand.
#include "core/wire/content_codec.h"
#include "core/wire/state_value.h"
#include "tests/kit/two_devices.h"

#include <QTest>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

/// A message of the other one that goes away `afterMs` from now.
Mid timed(Two &w, const QString &body, qint64 afterMs)
{
    const Mid mid = Mid::mint(w.clock.wallMs(), w.random);
    wire::Send send{w.chat, mid, u"text"_s, body, {}, {}, {}, 0};
    send.extra = wire::withExpiry({}, w.clock.wallMs() + afterMs);
    w.server.handle(w.b, send);
    w.settle();
    return mid;
}

bool shown(Two &w, Device &d, const Mid &mid)
{
    const auto page = d.read()->newest(w.chat, 200);
    return page && std::any_of(page->messages.begin(), page->messages.end(),
                               [&](const Message &m) { return m.row.mid == mid; });
}

OutgoingText marked(const QString &text, EntityKind kind, int at, int length)
{
    OutgoingText out;
    out.text = text;
    out.entities = {{kind, at, length, {}, {}}};
    return out;
}

} // namespace

class TestMessageWishes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void entitiesTravelAndAreEditedWithTheirText();
    void contentOutOfBoundsIsRefusedAtOnce();
    void forwardsRepeatWhatTheServerHas();
    void hidingWaitsLikeEverythingAndReachesTheOtherDevice();
    void whatNeverLeftIsTakenBack();
    void aServerThatLostItIsToldAgain();
    void hidingThatIsRefusedIsUndone();
    void expiredMessagesGoWithoutAConnection();
    void whatAWrongClockTookIsAskedForAgain();
    void aScheduledTextThatIsRefusedSaysSo();
    void questionsEndWithTheConnection();
};

void TestMessageWishes::entitiesTravelAndAreEditedWithTheirText()
{
    Two w;
    w.goLive(); // so that the chat is known
    w.d->engine->setOnline(false);
    const Mid mid = Mid::mint(w.clock.wallMs(), w.random);
    w.d->engine->send(w.chat, mid, marked(u"  bold words "_s, EntityKind::Bold, 2, 4));
    w.d->engine->edit(w.chat, mid, marked(u"in italics"_s, EntityKind::Italic, 3, 7)); // before it left
    const auto unsent = w.d->message(mid);
    QVERIFY(unsent->entities.size() == 1 && unsent->entities[0].kind == EntityKind::Italic);
    w.goLive();
    QCOMPARE(w.heard<wire::Edit>(), 0);
    QCOMPARE(w.server.message(mid)->extra, QByteArray(R"({"ents":[["i",3,7]]})"));
    w.d->engine->edit(w.chat, mid, marked(u"code"_s, EntityKind::Code, 0, 4));
    const auto waiting = w.d->message(mid);
    QVERIFY(waiting->changeWaiting && waiting->row.body == u"code" &&
            waiting->entities == marked({}, EntityKind::Code, 0, 4).entities);
}

void TestMessageWishes::contentOutOfBoundsIsRefusedAtOnce()
{
    Two w;
    w.goLive();
    const Mid mid = Mid::mint(w.clock.wallMs(), w.random);
    OutgoingText bad = marked(u"x"_s, EntityKind::Link, 0, 1);
    bad.entities[0].what = u"javascript:x"_s;
    w.d->engine->send(w.chat, mid, bad);
    QCOMPARE(w.d->refusals, std::vector<QString>{u"bad_request"_s});
    QVERIFY(!w.d->message(mid));
}

void TestMessageWishes::forwardsRepeatWhatTheServerHas()
{
    Two w;
    const ChatId other = w.server.addChat();
    w.goLive();
    const MessageRow said = w.server.post(w.b, w.chat, u"her words"_s);
    w.settle();
    const Mid mid = Mid::mint(w.clock.wallMs(), w.random), again = Mid::mint(w.clock.wallMs(), w.random);
    w.d->engine->forward(other, mid, said.mid, true);
    w.d->engine->forward(other, mid, said.mid, true); // the same wish, told twice
    w.settle();
    const MessageRow *row = w.server.message(mid);
    QVERIFY(row && row->body == u"her words");
    const auto source = wire::forwardSource(row->extra);
    QVERIFY(source && source->mid == said.mid && source->by == w.b && source->atMs == said.atMs);
    QVERIFY(w.d->message(mid)->forward && w.d->message(mid)->silent);

    w.d->engine->setOnline(false);
    const Mid unsent = w.d->say(w.chat, u"not there yet"_s);
    w.d->engine->forward(other, again, unsent, false);
    w.d->engine->editText(other, mid, u"other words"_s);
    QCOMPARE(w.d->refusals, (std::vector<QString>{u"not_sent"_s, u"forbidden"_s}));
    QVERIFY(!w.d->message(again));
}

void TestMessageWishes::hidingWaitsLikeEverythingAndReachesTheOtherDevice()
{
    Two w;
    Device &second = w.add(w.a);
    const Mid mid = w.server.post(w.b, w.chat, u"not for me"_s).mid;
    w.goLive();
    second.engine->setOnline(true);
    w.pass(2'000);
    QVERIFY(shown(w, *w.d, mid) && shown(w, second, mid));
    w.d->engine->setOnline(false);
    w.d->engine->deleteForMe(w.chat, mid, true);
    QVERIFY(!shown(w, *w.d, mid));
    QVERIFY(w.d->message(mid)->hidden);
    QVERIFY(w.d->read()->search(u"for me"_s, std::nullopt, 0, 10)->empty());
    QVERIFY(w.d->read()->chat(w.chat)->preview.isEmpty());
    w.d->stop();
    w.d->start();
    QVERIFY(!shown(w, *w.d, mid));
    second.engine->deleteForMe(w.chat, mid, true); // there too, meanwhile: a conflict about nothing
    w.settle();
    w.d->engine->setOnline(true);
    w.pass(2'000);
    QCOMPARE(w.d->read()->status()->waiting, 0);
    second.engine->deleteForMe(w.chat, mid, false);
    w.pass(2'000);
    QVERIFY(shown(w, *w.d, mid) && shown(w, second, mid));
}

void TestMessageWishes::whatNeverLeftIsTakenBack()
{
    Two w;
    w.goLive();
    w.d->engine->setOnline(false);
    const Mid mid = w.d->say(w.chat, u"oh no"_s);
    QVERIFY(w.d->message(mid));
    w.d->engine->deleteForMe(w.chat, mid, true);
    QVERIFY(!w.d->message(mid));
    w.goLive();
    QCOMPARE(w.heard<wire::Send>(), 0);
    QCOMPARE(w.heard<wire::Uset>(), 0);
}

/// Its database was put back to an older copy.
void TestMessageWishes::aServerThatLostItIsToldAgain()
{
    Two w;
    const Mid mid = w.server.post(w.b, w.chat, u"hidden"_s).mid;
    w.goLive();
    const auto before = w.server.users;
    w.d->engine->deleteForMe(w.chat, mid, true);
    const Mid later = Mid::mint(w.clock.wallMs(), w.random);
    OutgoingText text;
    text.text = u"in an hour"_s;
    w.d->engine->schedule(w.chat, later, text, w.clock.wallMs() + 3'600'000);
    w.settle();
    QCOMPARE(w.server.users[w.a].state.size(), before.at(w.a).state.size() + 2);
    w.server.users = before;
    w.server.epoch = EpochId::mint(2, w.random);
    w.d->wire.cut();
    w.pass(10'000);
    QVERIFY(w.live());
    QVERIFY(!shown(w, *w.d, mid));
    QCOMPARE(w.server.users[w.a].state.size(), before.at(w.a).state.size() + 2);
    QCOMPARE(w.d->read()->scheduled({})->size(), size_t(1));
    QCOMPARE(w.d->read()->status()->waiting, 0);
}

void TestMessageWishes::hidingThatIsRefusedIsUndone()
{
    Two w;
    const Mid mid = w.server.post(w.b, w.chat, u"stays"_s).mid;
    w.goLive();
    w.server.refuse = [](const wire::ClientFrame &frame) -> std::optional<wire::Err> {
        if (!std::holds_alternative<wire::Uset>(frame)) return std::nullopt;
        wire::Err err;
        err.code = wire::Code::Forbidden;
        err.errorClass = wire::classOf(err.code);
        return err;
    };
    w.d->engine->deleteForMe(w.chat, mid, true);
    w.settle();
    QVERIFY(shown(w, *w.d, mid));
    QVERIFY(w.d->read()->outbox(10)->empty());
}

void TestMessageWishes::expiredMessagesGoWithoutAConnection()
{
    Two w;
    w.goLive();
    const Mid soon = timed(w, u"soon gone"_s, 60'000), later = timed(w, u"gone later"_s, 3'600'000);
    w.d->engine->react(w.chat, soon, u"👍"_s, true);
    w.settle();
    w.d->engine->setOnline(false);
    w.d->engine->react(w.chat, soon, u"👍"_s, false);
    w.pass(59'000);
    QCOMPARE(w.d->message(soon)->row.body, u"soon gone"_s);
    w.pass(2'000);
    const auto gone = w.d->message(soon);
    QVERIFY(gone->row.dead && gone->row.body.isEmpty() && gone->row.extra.isEmpty());
    QVERIFY(w.d->read()->search(u"soon"_s, std::nullopt, 0, 10)->empty());
    QVERIFY(w.d->read()->outbox(10)->empty());
    w.d->stop(); // while it is off its time comes as well
    w.clock.advance(4'000'000);
    w.d->start();
    w.settle();
    QVERIFY(w.d->message(later)->row.dead);
    // Rows of before that come again bring nothing back.
    w.d->engine->setOnline(true);
    w.pass(5'000);
    QVERIFY(w.live());
    w.d->engine->loadHole(w.chat, Seq{1}, Seq{10});
    w.pass(5'000);
    QVERIFY(w.d->message(soon)->row.dead && w.d->message(later)->row.dead);
}

void TestMessageWishes::whatAWrongClockTookIsAskedForAgain()
{
    Two w;
    w.goLive();
    const Mid mid = timed(w, u"a day"_s, 24 * 3'600'000);
    w.d->engine->setOnline(false);
    w.clock.advance(48 * 3'600'000); // of this machine and, as far as it knows, of the server
    w.settle();
    QVERIFY(w.d->message(mid)->row.dead);
    w.server.aheadMs = -48 * 3'600'000;
    w.d->engine->setOnline(true);
    w.pass(5'000);
    QVERIFY(w.live());
    const auto back = w.d->message(mid);
    QVERIFY(!back->row.dead && back->row.body == u"a day" && back->expiresMs > 0);
}

void TestMessageWishes::aScheduledTextThatIsRefusedSaysSo()
{
    Two w;
    w.goLive();
    w.d->engine->setOnline(false);
    const Mid mid = Mid::mint(w.clock.wallMs(), w.random);
    OutgoingText text = marked(u"later"_s, EntityKind::Bold, 0, 5);
    w.d->engine->schedule(w.chat, mid, text, w.clock.wallMs() + 60'000);
    QVERIFY(w.d->read()->scheduled(w.chat)->at(0).waiting);
    w.server.refuse = [](const wire::ClientFrame &frame) -> std::optional<wire::Err> {
        if (!std::holds_alternative<wire::Uset>(frame)) return std::nullopt;
        wire::Err err;
        err.code = wire::Code::NotMember;
        err.errorClass = wire::classOf(err.code);
        return err;
    };
    w.goLive();
    const auto list = w.d->read()->scheduled({});
    QCOMPARE(list->size(), size_t(1));
    QVERIFY(list->at(0).failed == u"not_member" && list->at(0).text == text && !list->at(0).waiting);
    QVERIFY(w.d->read()->outbox(10)->empty());
    w.server.refuse = {};
    w.d->engine->cancelScheduled(mid);
    w.settle();
    QVERIFY(w.d->read()->scheduled({})->empty());
}

void TestMessageWishes::questionsEndWithTheConnection()
{
    Two w;
    w.goLive();
    const Mid mid = w.server.post(w.b, w.chat, u"held"_s).mid;
    w.settle();
    std::vector<MessageVersions> versions;
    std::vector<DatePlace> places;
    QObject::connect(&w.d->feed, &Feed::versionsTold, &w.d->feed,
                     [&](const auto &v) { versions.push_back(v); });
    QObject::connect(&w.d->feed, &Feed::dateFound, &w.d->feed, [&](const auto &p) { places.push_back(p); });
    w.d->loseRequests = 2;
    w.d->engine->askVersions(1, w.chat, mid);
    w.d->engine->findDate(2, w.chat, 0);
    w.settle();
    QVERIFY(versions.empty() && places.empty());
    w.d->wire.cut();
    w.settle();
    QCOMPARE(versions.size(), size_t(1));
    QVERIFY(versions[0].question == 1 && versions[0].errorCode == u"offline" && !versions[0].whole);
    QVERIFY(places.size() == 1 && places[0].question == 2 && places[0].held && places[0].seq == Seq{1});
}

QTEST_GUILESS_MAIN(TestMessageWishes)
#include "tst_message_wishes.moc"
