// Polls as the client keeps them: real engine, real mirror, a model of the server, a clock turned by hand.
#include "core/wire/poll_codec.h"
#include "core/wire/state_value.h"
#include "tests/kit/two_devices.h"

#include <QTest>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

struct PollWorld : Two {
    PollWorld()
    {
        goLive();
        OutgoingText question;
        question.text = u"Which?"_s;
        mid = Mid::mint(clock.wallMs(), random);
        d->engine->sendPoll(chat, mid, question,
                            {{{u" one "_s, 3, true}, {u"two"_s, 0, false}}, false, false, true, 3});
        settle();
    }
    Poll poll() { return d->message(mid)->poll.value(); }
    /// Places of the user's own vote, as this device shows it.
    std::vector<int> mine()
    {
        std::vector<int> all;
        const Poll now = poll();
        for (size_t i = 0; i < now.options.size(); ++i)
            if (now.options[i].mine) all.push_back(int(i));
        return all;
    }
    wire::VoteMask held()
    {
        const auto &state = server.users[a].state;
        const auto it = state.find({u"vote"_s, mid.text()});
        return it == state.end() ? 0 : wire::decodeVote(it->second.value).value_or(wire::Vote{}).options;
    }
    Mid mid;
};

} // namespace

class TestPolls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aVoteIsShownAtOnceAndOutlivesTheProgram();
    void nonsenseIsRefusedHere();
    void aServerThatLostVotesIsToldAgain();
    void aVoteThatIsRefusedGivesWayToWhatCounts();
};

void TestPolls::aVoteIsShownAtOnceAndOutlivesTheProgram()
{
    PollWorld w;
    QVERIFY(!w.poll().closed && w.poll().voters == 0 && w.mine().empty());
    QCOMPARE(w.poll().options[0].text, u"one"_s);
    w.d->engine->setOnline(false);
    w.settle();
    w.d->engine->vote(w.chat, w.mid, {1});
    QCOMPARE(w.mine(), std::vector<int>{1});
    QCOMPARE(w.held(), 0U);
    w.d->engine->vote(w.chat, w.mid, {0});
    w.goLive();
    QCOMPARE(w.held(), 1U);
    QCOMPARE(w.mine(), std::vector<int>{0});
    const int told = w.heard<wire::Uset>();
    w.d->engine->vote(w.chat, w.mid, {0}); // as it is
    w.settle();
    QCOMPARE(w.heard<wire::Uset>(), told);
    w.d->engine->vote(w.chat, w.mid, {});
    w.settle();
    QCOMPARE(w.held(), 0U);
    QVERIFY(w.mine().empty());
}

void TestPolls::nonsenseIsRefusedHere()
{
    PollWorld w;
    const Mid plain = w.server.post(w.b, w.chat, u"no poll"_s).mid;
    w.settle();
    QStringList refused;
    QObject::connect(&w.d->feed, &Feed::refused, &w.d->feed,
                     [&](const ChatId &, const QString &code) { refused << code; });
    w.d->engine->vote(w.chat, w.mid, {0, 1});
    w.d->engine->vote(w.chat, w.mid, {2});
    w.d->engine->vote(w.chat, w.mid, {-1});
    w.d->engine->vote(w.chat, plain, {0});
    w.d->engine->closePoll(w.chat, plain);
    OutgoingText text;
    text.text = u"Which then?"_s;
    w.d->engine->edit(w.chat, w.mid, text);
    w.d->engine->sendPoll(w.chat, Mid::mint(1, w.random), text,
                          {{{u"alone"_s, 0, false}}, false, false, false, 0});
    w.settle();
    QCOMPARE(refused, QStringList({u"bad_request"_s, u"bad_request"_s, u"bad_request"_s, u"no_such_message"_s,
                                   u"no_such_message"_s, u"forbidden"_s, u"bad_request"_s}));
    QCOMPARE(w.d->read()->status()->waiting, 0);
}

/// Its database was put back to an older copy: once to before the vote, once to before it was changed.
void TestPolls::aServerThatLostVotesIsToldAgain()
{
    PollWorld w;
    auto before = w.server.users;
    w.d->engine->vote(w.chat, w.mid, {1});
    w.settle();
    for (const wire::VoteMask wanted : {2U, 1U}) {
        QCOMPARE(w.held(), wanted);
        w.server.users = before;
        w.server.epoch = EpochId::mint(2, w.random);
        w.d->wire.cut();
        w.pass(10'000);
        QVERIFY(w.live());
        QCOMPARE(w.held(), wanted);
        QCOMPARE(w.mine(), std::vector<int>{wanted == 2 ? 1 : 0});
        QCOMPARE(w.d->read()->status()->waiting, 0);
        before = w.server.users;
        w.d->engine->vote(w.chat, w.mid, {0});
        w.settle();
    }
}

void TestPolls::aVoteThatIsRefusedGivesWayToWhatCounts()
{
    PollWorld w;
    w.d->engine->vote(w.chat, w.mid, {1});
    w.settle();
    QString refused;
    QObject::connect(&w.d->feed, &Feed::refused, &w.d->feed,
                     [&](const ChatId &, const QString &code) { refused = code; });
    w.server.refuse = [&w](const wire::ClientFrame &frame) -> std::optional<wire::Err> {
        if (!std::holds_alternative<wire::Uset>(frame)) return std::nullopt;
        wire::Err err;
        err.code = wire::Code::Forbidden;
        err.errorClass = wire::classOf(err.code);
        err.state = w.server.users[w.a].state.at({u"vote"_s, w.mid.text()});
        return err;
    };
    w.d->engine->vote(w.chat, w.mid, {0});
    w.settle();
    QCOMPARE(refused, u"forbidden"_s);
    QCOMPARE(w.mine(), std::vector<int>{1});
    QVERIFY(w.d->read()->outbox(10)->empty());
}

QTEST_GUILESS_MAIN(TestPolls)
#include "tst_polls.moc"
