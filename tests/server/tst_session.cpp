#include "core/wire/codec.h"
#include "server/realtime/registry.h"
#include "tests/kit/manual_clock.h"

#include <QtTest>

using namespace kith;
using namespace kith::server;
using namespace Qt::StringLiterals;
using kith::test::ManualClock;

namespace {

/// Keeps what the session sent, decoded; `waiting` plays a peer that does not read.
class FakeSink final : public SessionSink {
public:
    void send(const QByteArray &frame) override
    {
        auto decoded = wire::decodeReply(frame);
        QVERIFY2(std::holds_alternative<wire::Reply>(decoded), frame.constData());
        sent.push_back(std::get<wire::Reply>(std::move(decoded)));
    }
    void close() override { closed = true; }
    qint64 bytesWaiting() const override { return waiting; }
    void tellDrained(bool on) override { listening = on; }

    template <class Frame> int count() const
    {
        return int(std::count_if(sent.begin(), sent.end(),
                                 [](const auto &one) { return std::holds_alternative<Frame>(one.frame); }));
    }
    template <class Frame> Frame last() const
    {
        if (sent.empty() || !std::holds_alternative<Frame>(sent.back().frame)) {
            QTest::qFail("another kind of frame was sent last", __FILE__, __LINE__);
            return {};
        }
        return std::get<Frame>(sent.back().frame);
    }
    wire::Code lastCode() const { return last<wire::Err>().code; }

    std::vector<wire::Reply> sent;
    qint64 waiting = 0;
    bool closed = false, listening = false;
};

/// Remembers what was asked for and answers nothing by itself.
class FakeHost final : public SessionHost {
public:
    bool write(SessionKey, qint64 request, Call call) override
    {
        writes.push_back({request, std::move(call)});
        return takes;
    }
    bool read(SessionKey, qint64 request, const Caller &, wire::ClientFrame frame) override
    {
        reads.push_back({request, std::move(frame)});
        return takes;
    }
    bool greet(SessionKey, qint64 request, const Caller &, wire::Hello) override
    {
        attachedAtGreet = attached;
        greets.push_back(request);
        return takes;
    }
    bool presence(SessionKey, qint64 request, const Caller &, std::vector<UserId> users) override
    {
        presences.push_back({request, std::move(users)});
        return takes;
    }
    bool typing(const Caller &, const ChatId &chat, bool on) override
    {
        typings.push_back({chat, on});
        return takes;
    }
    void attach(Session &session) override
    {
        ++attached;
        registry.add(session);
    }
    void detach(Session &session) override
    {
        --attached;
        registry.remove(session);
    }
    void watch(Session &session, const std::vector<UserId> &users) override
    {
        watchedUsers = users;
        registry.watch(session, users);
    }
    void setActive(const Caller &, bool active) override { activity.push_back(active); }
    qint64 helloRate(const DeviceId &) override { return helloWait; }
    std::shared_ptr<UserRates> rates(const UserId &) override { return limited; }

    Registry registry;
    std::vector<std::pair<qint64, Call>> writes;
    std::vector<std::pair<qint64, wire::ClientFrame>> reads;
    std::vector<qint64> greets;
    std::vector<std::pair<qint64, std::vector<UserId>>> presences;
    std::vector<std::pair<ChatId, bool>> typings;
    std::vector<bool> activity;
    std::vector<UserId> watchedUsers;
    std::shared_ptr<UserRates> limited;
    qint64 helloWait = 0;
    int attached = 0, attachedAtGreet = 0;
    bool takes = true;
};

struct World {
    World()
        : random(7)
        , tokens(QByteArray(32, 'k'))
        , user(UserId::mint(1, random))
        , device(DeviceId::mint(1, random))
        , chat(ChatId::mint(1, random))
        , session(std::make_unique<Session>(1, sink, host, tokens, clock, config))
    {
    }
    void say(qint64 id, wire::ClientFrame frame)
    {
        session->received(wire::encode(wire::Request{id, std::move(frame)}));
    }
    QByteArray token(qint64 livesMs = 900'000)
    {
        return tokens.issue({user, device, clock.wallMs() + livesMs});
    }
    void hello(qint64 livesMs = 900'000)
    {
        wire::Hello hello;
        hello.token = token(livesMs);
        hello.app = u"test"_s;
        say(1, hello);
    }
    void goLive(qint64 livesMs = 900'000)
    {
        hello(livesMs);
        session->greeted(1, greeting());
        QVERIFY(session->live());
    }
    Greeting greeting()
    {
        wire::HelloOk ok;
        ok.epoch = EpochId::mint(1, random);
        return {true, ok};
    }
    wire::Send message()
    {
        wire::Send send;
        send.chat = chat;
        send.mid = Mid::mint(clock.wallMs(), random);
        send.kind = u"text"_s;
        send.body = u"hi"_s;
        return send;
    }
    wire::Sync sync()
    {
        wire::Sync sync;
        sync.chat = chat;
        sync.epoch = EpochId::mint(1, random);
        return sync;
    }
    BusMessage event(int members = 2)
    {
        BusMessage message;
        message.audience = std::make_shared<const std::vector<UserId>>(std::vector{user});
        message.chat = chat;
        message.rev = Rev{++rev};
        message.members = members;
        wire::Ev ev;
        ev.chat = chat;
        ev.epoch = EpochId::mint(1, random);
        ev.f.at = Rev{rev - 1};
        ev.to.at = Rev{rev};
        message.bytes = std::make_shared<const QByteArray>(wire::encode(wire::Reply{0, ev}));
        return message;
    }
    void hear(const BusMessage &message) { host.registry.deliver({message}); }

    ManualClock clock;
    SeededRandom random;
    Tokens tokens;
    SessionConfig config;
    FakeHost host;
    FakeSink sink;
    UserId user;
    DeviceId device;
    ChatId chat;
    qint64 rev = 0;
    std::unique_ptr<Session> session;
};

} // namespace

class TestSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void helloIsAnswered()
    {
        World w;
        w.goLive();
        const auto ok = w.sink.last<wire::HelloOk>();
        QCOMPARE(ok.user, w.user);
        QCOMPARE(ok.device, w.device);
        QCOMPARE(ok.nowMs, w.clock.wallMs());
        QCOMPARE(w.sink.sent.back().id, 1);
        QVERIFY(!w.sink.closed);
    }

    void registersWithTheBusBeforeHeadsAreRead()
    {
        World w;
        w.hello();
        QCOMPARE(w.host.attachedAtGreet, 1);
        w.hear(w.event()); // between registration and hello_ok
        QCOMPARE(w.sink.sent.size(), size_t(0));
        w.session->greeted(1, w.greeting());
        QCOMPARE(w.sink.sent.size(), size_t(2)); // nothing lost, hello_ok first
        QVERIFY(std::holds_alternative<wire::HelloOk>(w.sink.sent[0].frame));
        QVERIFY(std::holds_alternative<wire::Ev>(w.sink.sent[1].frame));
    }

    void tokenFaults()
    {
        {
            World w;
            w.hello(-1);
            QCOMPARE(w.sink.lastCode(), wire::Code::AuthExpired);
            QVERIFY(w.sink.closed);
            QCOMPARE(w.host.attached, 0);
        }
        {
            World w;
            wire::Hello hello;
            hello.token = w.token();
            hello.token[10] = hello.token[10] == 'A' ? 'B' : 'A';
            w.say(1, hello);
            QCOMPARE(w.sink.lastCode(), wire::Code::AuthInvalid);
            QVERIFY(w.sink.closed);
        }
        {
            World w;
            w.hello();
            w.session->greeted(1, Greeting{});
            QCOMPARE(w.sink.lastCode(), wire::Code::DeviceRevoked);
            QVERIFY(w.sink.closed);
        }
    }

    void versionsThatDoNotMeet()
    {
        World w;
        wire::Hello hello;
        hello.vMin = hello.vMax = limits::protocolMax + 1;
        hello.token = w.token();
        w.say(1, hello);
        QCOMPARE(w.sink.lastCode(), wire::Code::Version);
        QVERIFY(w.sink.closed);
    }

    void helloComesFirstAndSoon()
    {
        World w;
        w.say(1, wire::Ping{});
        QCOMPARE(w.sink.lastCode(), wire::Code::BadRequest);
        QVERIFY(w.sink.closed);
        World slow;
        slow.clock.advance(limits::helloWaitMs);
        slow.session->tick(slow.clock.steadyMs());
        QCOMPARE(slow.sink.last<wire::Bye>().code, wire::ByeCode::Silent);
        QVERIFY(slow.sink.closed);
    }

    void helloTooOften()
    {
        World w;
        w.host.helloWait = 500;
        w.hello();
        QCOMPARE(w.sink.lastCode(), wire::Code::Rate);
        QCOMPARE(w.sink.last<wire::Err>().retryMs, 500);
        QVERIFY(w.sink.closed);
    }

    void rubbishIsAnsweredThenEnded()
    {
        World w;
        w.goLive();
        for (int i = 0; i < 10; ++i) w.session->received("{\"t\":");
        QCOMPARE(w.sink.lastCode(), wire::Code::BadRequest);
        QVERIFY(!w.sink.closed);
        w.session->received("no json");
        QCOMPARE(w.sink.last<wire::Bye>().code, wire::ByeCode::Protocol);
        QVERIFY(w.sink.closed);
    }

    void unknownRequestIsNamedSo()
    {
        World w;
        w.goLive();
        w.session->received("{\"t\":\"teleport\",\"id\":9}");
        QCOMPARE(w.sink.lastCode(), wire::Code::Unknown);
        QCOMPARE(w.sink.sent.back().id, 9);
    }

    void writesAndReadsAreRoutedAndAnsweredById()
    {
        World w;
        w.goLive();
        w.say(2, w.message());
        w.say(3, w.sync());
        QCOMPARE(w.host.writes.size(), size_t(1));
        QCOMPARE(w.host.writes[0].second.caller.user, w.user);
        QCOMPARE(w.host.reads.size(), size_t(1));
        w.session->answered(3, wire::Ok{});
        QCOMPARE(w.sink.sent.back().id, 3);
        w.session->notTaken(2, Error{Errc::Unavailable, u"disk"_s});
        QCOMPARE(w.sink.lastCode(), wire::Code::Unavailable); // the outcome is unknown: nothing definite
        QCOMPARE(w.session->unanswered(), 0);
    }

    void unansweredRequestsAreBounded()
    {
        World w;
        w.goLive();
        for (int i = 0; i < limits::requestsWaiting; ++i) w.say(10 + i, w.message());
        QCOMPARE(w.sink.count<wire::Err>(), 0);
        w.say(500, w.message());
        QCOMPARE(w.sink.lastCode(), wire::Code::Busy);
        QCOMPARE(w.host.writes.size(), size_t(limits::requestsWaiting));
    }

    void overloadIsBusy()
    {
        World w;
        w.goLive();
        w.host.takes = false;
        w.say(2, w.message());
        QCOMPARE(w.sink.lastCode(), wire::Code::Busy);
        QCOMPARE(w.session->unanswered(), 0);
    }

    void sendsAreRateLimitedPerUser()
    {
        World w;
        w.host.limited = std::make_shared<UserRates>();
        w.goLive();
        for (int i = 0; i < 30; ++i) {
            w.say(10 + i, w.message());
            w.session->answered(10 + i, wire::Ok{});
        }
        QCOMPARE(w.host.writes.size(), size_t(30));
        w.say(100, w.message());
        QCOMPARE(w.sink.lastCode(), wire::Code::Rate);
        const qint64 wait = w.sink.last<wire::Err>().retryMs;
        QVERIFY(wait > 0 && wait <= 100);
        w.clock.advance(wait);
        w.say(101, w.message());
        QCOMPARE(w.host.writes.size(), size_t(31)); // retry_ms was the truth
    }

    void silenceAndExpiry()
    {
        World w;
        w.goLive(199'000);
        w.clock.advance(limits::serverSilenceMs - 1);
        w.session->tick(w.clock.steadyMs());
        w.say(2, wire::Ping{});
        QCOMPARE(w.sink.last<wire::Pong>().nowMs, w.clock.wallMs());
        w.clock.advance(limits::serverSilenceMs - 1);
        w.session->tick(w.clock.steadyMs());
        QCOMPARE(w.sink.count<wire::AuthSoon>(), 1); // 60 s before the token ends, once
        w.session->tick(w.clock.steadyMs());
        QCOMPARE(w.sink.count<wire::AuthSoon>(), 1);
        w.say(3, wire::Auth{w.token(200'000)});
        QCOMPARE(w.sink.count<wire::Ok>(), 1);
        w.clock.advance(61'000);
        w.session->tick(w.clock.steadyMs());
        QVERIFY(!w.sink.closed);
        w.say(4, wire::Ping{});
        w.clock.advance(limits::serverSilenceMs);
        w.session->tick(w.clock.steadyMs());
        QCOMPARE(w.sink.last<wire::Bye>().code, wire::ByeCode::Silent);
        World expiring;
        expiring.goLive(30'000);
        expiring.clock.advance(30'000);
        expiring.session->tick(expiring.clock.steadyMs());
        QCOMPARE(expiring.sink.lastCode(), wire::Code::AuthExpired);
        QVERIFY(expiring.sink.closed);
    }

    void anothersTokenIsNoRenewal()
    {
        World w;
        w.goLive();
        const Access other{UserId::mint(2, w.random), w.device, w.clock.wallMs() + 900'000};
        w.say(2, wire::Auth{w.tokens.issue(other)});
        QCOMPARE(w.sink.lastCode(), wire::Code::AuthInvalid);
    }

    void slowReaderIsPokedOnceItHasRead()
    {
        World w;
        w.goLive();
        w.sink.waiting = limits::sessionBufferBytes + 1;
        w.hear(w.event()); // goes out and fills the buffer
        QVERIFY(w.session->dirty());
        QVERIFY(w.sink.listening);
        const size_t before = w.sink.sent.size();
        for (int i = 0; i < 50; ++i) w.hear(w.event());
        BusMessage typing = w.event();
        typing.kind = BusMessage::Kind::Typing;
        w.hear(typing);
        w.say(2, w.sync()); // waits too: its answer is large
        QCOMPARE(w.sink.sent.size(), before);
        QCOMPARE(w.host.reads.size(), size_t(0));
        w.sink.waiting = limits::sessionDrainedBytes;
        w.session->drained();
        QVERIFY(w.session->dirty());
        w.sink.waiting = limits::sessionDrainedBytes - 1;
        w.session->drained();
        QCOMPARE(w.sink.sent.size(), before + 1);
        QCOMPARE(w.sink.last<wire::Poke>().rev.value,
                 w.rev - 1); // the newest event; typing has no rev of its own
        QCOMPARE(w.host.reads.size(), size_t(1));
        QVERIFY(!w.sink.listening);
        w.hear(w.event());
        QCOMPARE(w.sink.count<wire::Ev>(), 2);
    }

    void readerThatNeverReadsIsLetGo()
    {
        World w;
        w.goLive();
        w.sink.waiting = limits::sessionBufferBytes + 1;
        w.hear(w.event());
        w.clock.advance(limits::slowMs - 1);
        w.session->tick(w.clock.steadyMs());
        QVERIFY(!w.sink.closed);
        w.clock.advance(1);
        w.session->tick(w.clock.steadyMs());
        QCOMPARE(w.sink.last<wire::Bye>().code, wire::ByeCode::Slow);
        QVERIFY(w.sink.closed);
    }

    void largeGroupsPokeThoseWhoDoNotWatch()
    {
        World w;
        w.goLive();
        constexpr int large = limits::fullEventMembers + 1;
        w.hear(w.event(large));
        QCOMPARE(w.sink.count<wire::Poke>(), 1);
        for (int i = 0; i < 20; ++i) w.hear(w.event(large));
        QCOMPARE(w.sink.count<wire::Poke>(), 1); // at most one in 5 s
        w.clock.advance(w.config.pokeEveryMs);
        w.session->tick(w.clock.steadyMs());
        QCOMPARE(w.sink.count<wire::Poke>(), 2); // … but the last one is not swallowed
        QCOMPARE(w.sink.last<wire::Poke>().rev.value, w.rev);
        wire::Watch watch;
        watch.chats = {w.chat};
        w.say(2, watch);
        w.hear(w.event(large));
        QCOMPARE(w.sink.count<wire::Ev>(), 1);
    }

    void receiptsOfMiddleGroupsGoToWatchersAndAuthors()
    {
        World w;
        w.goLive();
        BusMessage receipt = w.event(limits::receiptsToAll + 1);
        receipt.kind = BusMessage::Kind::Receipt;
        w.hear(receipt);
        QCOMPARE(w.sink.sent.size(), size_t(1)); // hello_ok only
        receipt.author = w.user;
        w.hear(receipt);
        QCOMPARE(w.sink.sent.size(), size_t(2));
        wire::Watch watch;
        watch.chats = {w.chat};
        w.say(2, watch);
        receipt.author = {};
        w.hear(receipt);
        QCOMPARE(w.sink.count<wire::Ev>(), 2);
    }

    void watchShowsOnlyAllowedUsers()
    {
        World w;
        w.goLive();
        const UserId friendly = UserId::mint(3, w.random), stranger = UserId::mint(4, w.random);
        wire::Watch watch;
        watch.users = {friendly, stranger};
        w.say(2, watch);
        QCOMPARE(w.host.presences.size(), size_t(1));
        w.session->presenceRead(2, {Presence{friendly, true, 5}});
        QCOMPARE(w.host.watchedUsers, std::vector<UserId>{friendly});
        BusMessage pres;
        pres.kind = BusMessage::Kind::Presence;
        pres.bytes = std::make_shared<const QByteArray>(
            wire::encode(wire::Reply{0, wire::PresIn{Presence{friendly, true, 5}}}));
        pres.author = stranger;
        const size_t before = w.sink.sent.size();
        w.hear(pres);
        QCOMPARE(w.sink.sent.size(), before);
        pres.author = friendly;
        w.hear(pres);
        QCOMPARE(w.sink.sent.size(), before + 1);
    }

    void typingIsThinned()
    {
        World w;
        w.goLive();
        for (int i = 0; i < 5; ++i) w.say(0, wire::TypingOut{w.chat, true});
        QCOMPARE(w.host.typings.size(), size_t(1));
        w.clock.advance(limits::typingEveryMs);
        w.say(0, wire::TypingOut{w.chat, true});
        QCOMPARE(w.host.typings.size(), size_t(2));
        w.say(0, wire::TypingOut{w.chat, false});
        w.say(0, wire::TypingOut{w.chat, false});
        QCOMPARE(w.host.typings.size(), size_t(3));
    }

    void activityEndsWithTheSession()
    {
        World w;
        w.goLive();
        w.say(0, wire::PresOut{true});
        w.say(0, wire::PresOut{true});
        w.session.reset();
        QCOMPARE(w.host.activity, (std::vector<bool>{true, false}));
        QCOMPARE(w.host.attached, 0);
    }

    void endedDeviceIsKicked()
    {
        World w;
        w.goLive();
        BusMessage end;
        end.kind = BusMessage::Kind::EndDevice;
        end.device = DeviceId::mint(9, w.random);
        w.hear(end);
        QVERIFY(!w.sink.closed);
        end.device = w.device;
        w.hear(end);
        QCOMPARE(w.sink.last<wire::Bye>().code, wire::ByeCode::Kicked);
        QVERIFY(w.sink.closed);
    }

    void requestsBeforeHelloOkWait()
    {
        World w;
        w.hello();
        w.say(2, w.message());
        QCOMPARE(w.host.writes.size(), size_t(0));
        w.session->greeted(1, w.greeting());
        QCOMPARE(w.host.writes.size(), size_t(1));
    }

    void tokensHoldWhatWasSigned()
    {
        World w;
        const Access access{w.user, w.device, 5'000};
        const QByteArray token = w.tokens.issue(access);
        QCOMPARE(token.size(), 96);
        QCOMPARE(std::get<Access>(w.tokens.check(token, 4'999)), access);
        QCOMPARE(std::get<TokenFault>(w.tokens.check(token, 5'000)), TokenFault::Expired);
        const Tokens others(QByteArray(32, 'z'));
        QCOMPARE(std::get<TokenFault>(others.check(token, 1)), TokenFault::Invalid);
        for (qsizetype i = 0; i < token.size(); ++i) {
            QByteArray forged = token;
            forged[i] = forged[i] == 'Q' ? 'R' : 'Q';
            QVERIFY(std::holds_alternative<TokenFault>(w.tokens.check(forged, 1)));
        }
        QVERIFY(refreshHash(newRefreshToken(w.random)).size() == 32);
        QVERIFY(refreshHash("short").isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestSession)
#include "tst_session.moc"
