#pragma once
#include "core/wire/codec.h"
#include "server/realtime/registry.h"
#include "tests/kit/manual_clock.h"

#include <QTest>

/// A session alone: a sink that keeps what it sends, a host that answers when told to, a clock turned by
/// hand.
namespace kith::test {

using namespace kith::server;
using namespace Qt::StringLiterals;

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

} // namespace kith::test
