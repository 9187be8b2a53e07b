#include "app/conform/client_stage.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

/// What a client does that writes: each scenario has a client of its own.
namespace kith::conform {

namespace {

const QString first = QStringLiteral("conform-1"), second = QStringLiteral("conform-2");

/// The client's next send of this text.
ScriptedServer::Request nextSend(Stage &stage, ScriptedServer &server, const QString &body,
                                 const QString &why)
{
    return server.next(u"send"_s, u"a send of '%1' %2"_s.arg(body, why), stage.patience() + 25'000,
                       [&](const QJsonObject &f) { return f[u"body"] == body; });
}

/// A send on a connection that stays: some clients write from programs that come and go.
ScriptedServer::Request settledSend(Stage &stage, ScriptedServer &server, const QString &body)
{
    for (;;) {
        const auto sent = nextSend(stage, server, body, u"at all"_s);
        if (!waitFor([&] { return server.connections > sent.connection; }, 2'500)) return sent;
    }
}

/// The same message once more: the same identity and content.
void requireSame(const ScriptedServer::Request &a, const ScriptedServer::Request &b)
{
    for (const QString &key : {u"mid"_s, u"chat"_s, u"body"_s, u"kind"_s, u"reply"_s})
        require(a.frame[key] == b.frame[key], u"the same '%1' in a repetition"_s.arg(key), b.frame);
}

void holdSends(ScriptedServer &server) { server.held << u"send"_s; }

/// Lets the rest go through and sees that both messages are there, once each, in order.
void finish(Stage &stage, ScriptedServer &server)
{
    server.held.clear();
    for (auto &request : server.requests)
        if (!request.taken && request.frame[u"t"] == u"send"_s) {
            request.taken = true;
            server.reply(request, server.honest(request.frame));
        }
    require(waitFor([&] { return server.messagesWith(second) > 0; }, stage.patience() + 25'000),
            u"both messages in the log"_s);
    require(server.messagesWith(first) == 1 && server.messagesWith(second) == 1, u"each message once"_s);
}

void lostAnswer(Stage &stage)
{
    ScriptedServer &server = stage.begin(u"send"_s, holdSends);
    const auto sent = nextSend(stage, server, first, u"at all"_s);
    server.honest(sent.frame); // stored; nobody hears of it
    server.cut();
    const auto again = nextSend(stage, server, first, u"after a lost answer"_s);
    requireSame(sent, again);
    server.reply(again, server.honest(again.frame));
    finish(stage, server);
}

void lostRequest(Stage &stage)
{
    ScriptedServer &server = stage.begin(u"send"_s, holdSends);
    const auto sent = nextSend(stage, server, first, u"at all"_s);
    server.cut();
    const auto again = nextSend(stage, server, first, u"after the connection was cut"_s);
    requireSame(sent, again);
    server.cut();
    const auto third = nextSend(stage, server, first, u"after a second cut"_s);
    requireSame(sent, third);
    server.reply(third, server.honest(third.frame));
    finish(stage, server);
}

void unanswered(Stage &stage)
{
    ScriptedServer &server = stage.begin(u"send"_s, holdSends);
    const auto sent = settledSend(stage, server, first);
    const auto again = nextSend(stage, server, first, u"when no answer comes in 20 s"_s);
    requireSame(sent, again);
    server.reply(again, server.honest(again.frame));
    finish(stage, server);
}

void oneInALane(Stage &stage)
{
    ScriptedServer &server = stage.begin(u"send"_s, holdSends);
    const auto sent = settledSend(stage, server, first);
    const auto early = [&] {
        for (const auto &request : server.requests)
            if (request.frame[u"t"] == u"send"_s && request.frame[u"body"] == second) return true;
        return false;
    };
    require(!early(), u"the second message only after the first is answered"_s);
    server.reply(sent, server.honest(sent.frame));
    finish(stage, server);
}

void waiting(Stage &stage, const QString &code, const QString &errorClass, int retryMs)
{
    ScriptedServer &server = stage.begin(u"send"_s, holdSends);
    const auto sent = settledSend(stage, server, first);
    server.err(sent, code, errorClass, {{u"retry_ms"_s, retryMs}});
    const qint64 toldMs = QDateTime::currentMSecsSinceEpoch();
    const auto again = nextSend(stage, server, first, u"after "_s + code);
    requireSame(sent, again);
    require(again.atMs - toldMs >= retryMs - 50, u"a wait of retry_ms"_s,
            QString::number(again.atMs - toldMs));
    server.reply(again, server.honest(again.frame));
    finish(stage, server);
}

void rate(Stage &stage) { waiting(stage, u"rate"_s, u"wait"_s, 1200); }
void unknownCode(Stage &stage) { waiting(stage, u"code_of_tomorrow"_s, u"retry"_s, 1200); }

void refused(Stage &stage)
{
    ScriptedServer &server = stage.begin(u"send"_s, holdSends);
    const auto sent = nextSend(stage, server, first, u"at all"_s);
    server.err(sent, u"code_of_tomorrow"_s, u"refused"_s);
    nextSend(stage, server, second, u"after the first was refused"_s);
    const auto again = [&] {
        int count = 0;
        for (const auto &request : server.requests) count += request.frame[u"body"] == first ? 1 : 0;
        return count > 1;
    };
    require(!waitFor(again, 1'000), u"no repetition of what was refused"_s);
}

void resetKeepsTheOutbox(Stage &stage)
{
    ScriptedServer &server = stage.begin(u"send"_s, holdSends);
    const auto sent = nextSend(stage, server, first, u"at all"_s);
    server.held << u"sync"_s;
    server.post(u"while cut off"_s, true);
    server.cut();
    const auto sync = server.next(u"sync"_s, u"a sync after the cut"_s, stage.patience());
    server.reply(
        sync, {{u"t"_s, u"reset"_s},
               {u"chat"_s, server.chat()},
               {u"fe"_s, sync.frame[u"epoch"]},
               {u"f"_s, sync.frame[u"at"]},
               {u"epoch"_s, server.epoch()},
               {u"to"_s, server.at()},
               {u"rows"_s, QJsonArray{}},
               {u"lo"_s, server.seq() + 1},
               {u"seq"_s, server.seq()},
               {u"info"_s,
                QJsonObject{{u"k"_s, u"chat"_s}, {u"kind"_s, u"direct"_s}, {u"members"_s, 2}, {u"rev"_s, 3}}},
               {u"rx"_s, 0},
               {u"mem"_s, QJsonArray{}},
               {u"unread"_s, 0}});
    const auto again = nextSend(stage, server, first, u"after a reset"_s);
    requireSame(sent, again);
    server.reply(again, server.honest(again.frame));
    finish(stage, server);
}

void conflict(Stage &stage)
{
    ScriptedServer &server = stage.begin(u"edit"_s, [](ScriptedServer &s) { s.held << u"edit"_s; });
    const auto edit = server.next(u"edit"_s, u"an edit"_s, stage.patience() + 25'000);
    QJsonObject rival = edit.frame;
    rival[u"body"] = u"meanwhile"_s;
    const QJsonObject stored = server.honest(rival);
    server.err(edit, u"conflict"_s, u"rebase"_s,
               {{u"chat"_s, server.chat()}, {u"epoch"_s, server.epoch()}, {u"rows"_s, stored[u"rows"]}});
    const auto again = server.next(u"edit"_s, u"the edit again"_s, stage.patience(),
                                   [](const QJsonObject &f) { return f[u"base"] == 1; });
    require(again.frame[u"op"] == edit.frame[u"op"] && again.frame[u"body"] == edit.frame[u"body"],
            u"the same op and text on the new base"_s, again.frame);
    server.reply(again, server.honest(again.frame));
}

constexpr ClientCheck checks[] = {
    {"P-6.1", "a lost answer is settled by the same mid", lostAnswer},
    {"P-6.2", "a write waits in the outbox until it is answered", lostRequest},
    {"P-9.6", "a repetition carries the same content", lostRequest},
    {"P-5.3", "no answer is no answer: the write is repeated", unanswered},
    {"P-6.3", "the answer settles the write, without any push", lostAnswer},
    {"P-6.4", "one write of a lane at a time, in order", oneInALane},
    {"P-6.4", "a refused write steps aside and the lane goes on", refused},
    {"P-11.1", "class wait: the same again after retry_ms", rate},
    {"P-15.4", "an unknown code is handled by its class", unknownCode},
    {"P-6.10", "a reset keeps the outbox", resetKeepsTheOutbox},
    {"P-6.18", "a conflict is repeated on the new base under the same op", conflict},
};

} // namespace

std::span<const ClientCheck> sendingChecks() { return checks; }

} // namespace kith::conform
