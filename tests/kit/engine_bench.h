#pragma once
#include "core/store/reader.h"
#include "sync/account_auth.h"
#include "sync/engine.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/model_server.h"

#include "core/store/mirror.h"
#include "sync/transport.h"

#include <QTemporaryDir>
#include <QTest>
#include <deque>

namespace kith::test {

/// A wire with two ends that a test can cut, stop and thin out.
class FakeTransport final : public Transport {
public:
    void setListener(Listener l) override { listener = std::move(l); }
    void open(const QUrl &) override
    {
        drop();
        opening = true;
        ++opens;
    }
    void send(const QByteArray &text) override
    {
        if (up) out.push_back(text);
    }
    void close() override { drop(); }
    qint64 bytesWaiting() const override { return 0; }
    void drop()
    {
        opening = up = false;
        out.clear();
        in.clear();
    }
    void cut() // by the network
    {
        const bool had = opening || up;
        drop();
        if (had && listener.closed) listener.closed(QStringLiteral("cut"));
    }

    Listener listener;
    bool opening = false, up = false;
    int opens = 0;
    std::deque<QByteArray> out, in;
};

class FakeAuth final : public AccountAuth {
public:
    void token(std::function<void(const Answer &)> done) override
    {
        ++asked;
        done(next);
    }
    void invalidate() override { ++invalidated; }
    Answer next{Answer::Kind::Token, "token", {}, 0};
    int asked = 0, invalidated = 0;
};

/// One device: real engine, real mirror file, fake everything else.
struct Device {
    Device(ModelServer &s, ManualClock &c, const UserId &u, quint64 seed)
        : server(s)
        , clock(c)
        , user(u)
        , random(seed)
        , id(DeviceId::mint(1, random))
    {
        QObject::connect(&feed, &Feed::refused, &feed,
                         [this](const ChatId &, const QString &code) { refusals.push_back(code); });
        start();
    }
    ~Device() { stop(); }

    void start(Db::Fault fault = {})
    {
        auto opened = Mirror::open(dir.filePath(QStringLiteral("kith.db")), std::move(fault));
        if (!opened) qFatal("%s", qPrintable(opened.error().what));
        mirror = std::move(*opened);
        (void)mirror->write([&] { mirror->meta.setUser(user); });
        engine = std::make_unique<Engine>(Engine::Borders{*mirror, wire, clock, random, auth, feed},
                                          Engine::Setup{QUrl(QStringLiteral("ws://localhost/v1/ws")), user,
                                                        id, QStringLiteral("kith-test 1")});
    }
    void stop() // as a crash does: nothing is said, nothing is saved
    {
        wire.drop();
        engine.reset();
        mirror.reset();
    }
    std::unique_ptr<Reader> read()
    {
        auto reader = Reader::open(dir.filePath(QStringLiteral("kith.db")));
        if (!reader) qFatal("%s", qPrintable(reader.error().what));
        return std::move(*reader);
    }
    Mid say(const ChatId &chat, const QString &text)
    {
        const Mid mid = Mid::mint(clock.wallMs(), random);
        engine->sendText(chat, mid, text, {});
        return mid;
    }
    std::optional<Message> message(const Mid &mid)
    {
        const auto m = read()->message(mid);
        return m ? *m : std::nullopt;
    }

    /// One frame each way, or one step of the engine; false = nothing to do now.
    bool step()
    {
        if (wire.opening) {
            wire.opening = false;
            wire.up = true;
            wire.listener.opened();
            return true;
        }
        if (!wire.out.empty()) {
            const auto bytes = wire.out.front();
            wire.out.pop_front();
            serve(bytes);
            return true;
        }
        if (!wire.in.empty()) {
            const auto bytes = wire.in.front();
            wire.in.pop_front();
            wire.listener.received(bytes);
            return true;
        }
        if (engine->nextDue() > clock.steadyMs()) return false;
        engine->advance();
        return true;
    }
    void serve(const QByteArray &bytes)
    {
        auto decoded = wire::decodeRequest(bytes);
        const auto *request = std::get_if<wire::Request>(&decoded);
        if (!request) qFatal("the engine sent what nobody can read");
        if (loseRequests > 0 && request->id > 1) {
            --loseRequests;
            return;
        }
        const auto answer = server.handle(user, request->frame);
        if (!answer || !wire.up) return;
        const bool isHello = std::holds_alternative<wire::Hello>(request->frame);
        if (!isHello && loseAnswers > 0) {
            --loseAnswers;
            return;
        }
        if (isHello) greeted = true;
        wire.in.push_back(wire::encode(wire::Reply{request->id, *answer}));
    }
    void push(const wire::ServerFrame &frame)
    {
        if (wire.up) wire.in.push_back(wire::encode(wire::Reply{0, frame}));
    }

    ModelServer &server;
    ManualClock &clock;
    UserId user;
    SeededRandom random;
    DeviceId id;
    QTemporaryDir dir;
    FakeTransport wire;
    FakeAuth auth;
    Feed feed;
    std::unique_ptr<Mirror> mirror;
    std::unique_ptr<Engine> engine;
    std::vector<QString> refusals;
    int loseAnswers = 0, loseRequests = 0;
    bool greeted = false;
};

/// A server and devices under one clock that tests turn by hand.
struct EngineBench {
    explicit EngineBench(quint64 seed = 1)
        : random(seed)
        , server(clock, random)
    {
        server.publish = [this](const UserId &to, const wire::ServerFrame &frame) {
            for (auto &d : devices)
                if ((!to || d->user == to) && !(loseEvent && loseEvent(*d, frame))) d->push(frame);
        };
    }
    Device &add(const UserId &user)
    {
        devices.push_back(std::make_unique<Device>(server, clock, user, random.next64()));
        return *devices.back();
    }
    void settle() // everything that can happen without time passing
    {
        for (int i = 0; i < 200'000; ++i) {
            bool moved = false;
            for (auto &d : devices) moved = (d->engine && d->step()) || moved;
            if (!moved) return;
        }
        QTest::qFail("the engines never come to rest", __FILE__, __LINE__);
    }
    void pass(qint64 ms) // from one due moment to the next
    {
        settle();
        const qint64 until = clock.steadyMs() + ms;
        while (clock.steadyMs() < until) {
            qint64 next = until;
            for (auto &d : devices)
                if (d->engine) next = std::min(next, d->engine->nextDue());
            clock.advance(std::max<qint64>(next - clock.steadyMs(), 1));
            settle();
        }
    }

    ManualClock clock;
    SeededRandom random;
    ModelServer server;
    std::vector<std::unique_ptr<Device>> devices;
    std::function<bool(Device &, const wire::ServerFrame &)> loseEvent;
};

} // namespace kith::test
