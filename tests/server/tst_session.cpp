#include "tests/server/session_world.h"

#include <QTest>

using namespace kith;
using namespace kith::server;
using namespace Qt::StringLiterals;
using namespace kith::test;

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
        w.session->notTaken(2);
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
    }

    void refreshTokensProveWhatTheServerWroteIntoThem()
    {
        World w;
        const QByteArray secret = newRefreshSecret(w.random);
        const TokenClaim claim{DeviceId::mint(1, w.random), 4'000'000'000};
        const QByteArray token = w.tokens.refreshToken(secret, claim);
        const auto read = w.tokens.readRefresh(token);
        QVERIFY(read && read->claim == claim && read->hash == refreshHash(secret));
        for (qsizetype i = 0; i < token.size(); i += 7) {
            QByteArray forged = token;
            forged[i] = forged[i] == 'A' ? 'B' : 'A';
            QVERIFY(!w.tokens.readRefresh(forged));
        }
        QVERIFY(!Tokens(QByteArray(32, 'z')).readRefresh(token)); // another server's
        QVERIFY(!w.tokens.readRefresh(w.tokens.issue({UserId::mint(1, w.random), claim.device, 5'000})));
        // The first servers issued the secret alone.
        const auto bare = w.tokens.readRefresh(
            secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
        QVERIFY(bare && !bare->claim && bare->hash == refreshHash(secret));
        for (const char *rubbish : {"", "short", "............................................"})
            QVERIFY(!w.tokens.readRefresh(rubbish));
    }
};

QTEST_APPLESS_MAIN(TestSession)
#include "tst_session.moc"
