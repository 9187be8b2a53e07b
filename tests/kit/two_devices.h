#pragma once
#include "tests/kit/engine_bench.h"

namespace kith::test {

/// Two users, one chat, and the first one's device.
struct Two : EngineBench {
    Two()
        : a(server.addUser(QStringLiteral("anna")))
        , b(server.addUser(QStringLiteral("ben")))
        , chat(server.addChat())
        , d(&add(a))
    {
    }
    void goLive()
    {
        d->engine->setOnline(true);
        pass(2'000);
    }
    bool live() const { return d->engine->connection().phase == Connection::Phase::Online; }
    template <class F> int heard()
    {
        return int(std::count_if(server.heard.begin(), server.heard.end(),
                                 [](const auto &f) { return std::holds_alternative<F>(f); }));
    }
    UserId a, b;
    ChatId chat;
    Device *d;
};

} // namespace kith::test
