#include "app/conform/client_stage.h"

using namespace Qt::StringLiterals;

/// What a client does that only listens. The scenarios share one client where they leave it connected.
namespace kith::conform {

namespace {

constexpr int shortly = 6'000; // ms

bool sameChat(ScriptedServer &server, const QJsonObject &frame) { return frame[u"chat"] == server.chat(); }

ScriptedServer::Request nextSync(ScriptedServer &server, const QString &why)
{
    return server.next(u"sync"_s, u"a sync of the chat "_s + why, shortly,
                       [&](const QJsonObject &f) { return sameChat(server, f); });
}

/// Makes a gap and gives the sync that it leads to: its `at` is the client's cursor.
ScriptedServer::Request gap(ScriptedServer &server)
{
    server.held << u"sync"_s;
    server.post(u"lost"_s, true);
    server.post(u"shows the gap"_s);
    return nextSync(server, u"after a gap"_s);
}

void settle(ScriptedServer &server, const ScriptedServer::Request &sync)
{
    server.held.remove(u"sync"_s);
    server.reply(sync, server.honest(sync.frame));
    const qint64 seq = server.seq();
    server.next(u"rcpt"_s, u"a receipt up to the newest message"_s, shortly, [&](const QJsonObject &f) {
        return f[u"items"].toArray().at(0).toArray().at(1).toInteger() == seq;
    });
}

void subprotocol(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    require(server.offered.split(u',').contains(u"kith.v1"_s), u"the subprotocol kith.v1 offered"_s,
            server.offered);
}

void noSecretsInAddresses(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    for (const auto &seen : server.https) {
        const QByteArray query = seen.query.toLower();
        require(!query.contains("token") && !query.contains("password") && !query.contains("secret"),
                u"no secret in an address"_s, seen.path + u'?' + QString::fromLatin1(query));
    }
}

void digestsOfTheMirror(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    const int before = server.connections;
    server.cut();
    server.awaitHello(before, stage.patience());
    QJsonObject hello;
    for (const auto &request : server.requests)
        if (request.frame[u"t"] == u"hello"_s) hello = request.frame;
    require(hello[u"epoch"] == server.epoch() && isPosition(hello[u"upos"]),
            u"epoch and upos of what is held"_s, hello);
    if (!hello.contains(u"dig")) throw Skipped{u"this client sends no digests"_s};
    require(hello[u"dig"].toString() == digests(server.epoch(), {{server.chat(), server.at(), 0}}),
            u"the digests of §14"_s, hello);
}

void eventsApply(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    const QJsonArray first = server.post(u"one"_s)[u"to"].toArray();
    require(first == server.at(), u"a cursor"_s);
    const auto sync = gap(server);
    require(sync.frame[u"at"].toArray() == first && sync.frame[u"epoch"] == server.epoch(),
            u"a sync from the cursor that the last event made"_s, sync.frame);
    settle(server, sync);
}

void doubledPush(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    const QJsonObject event = server.post(u"twice"_s);
    server.push(event);
    const auto sync = gap(server);
    require(sync.frame[u"at"] == event[u"to"], u"the cursor unmoved by a doubled event"_s, sync.frame);
    settle(server, sync);
}

void staleAnswer(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    const auto sync = gap(server);
    QJsonObject stale = server.honest(sync.frame);
    stale[u"f"] = position(1, u"00000000000000aa"_s);
    stale[u"to"] = position(2, u"00000000000000bb"_s);
    stale[u"rows"] = QJsonArray{};
    server.reply(sync, stale);
    const auto again = nextSync(server, u"after an answer to another question"_s);
    require(again.frame[u"at"] == sync.frame[u"at"], u"the same cursor as before"_s, again.frame);
    settle(server, again);
}

void lateAnswer(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    const auto sync = gap(server);
    QJsonObject answer = server.honest(sync.frame);
    settle(server, sync);
    answer[u"id"] = sync.frame[u"id"];
    server.push(answer); // once more
    const QJsonArray before = server.at();
    const auto next = gap(server);
    require(next.frame[u"at"].toArray() == before, u"the cursor unmoved by a second answer"_s, next.frame);
    settle(server, next);
}

void unknownThings(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    const int connections = server.connections;
    server.push({{u"t"_s, u"confetti"_s}, {u"chat"_s, 5}});
    server.push({{u"t"_s, u"pong"_s}, {u"id"_s, 999'999}, {u"now"_s, 1}, {u"moon"_s, u"full"_s}});
    QJsonObject event = server.post(u"with a hologram"_s, true);
    QJsonArray rows = event[u"rows"].toArray();
    rows << QJsonObject{{u"k"_s, u"hologram"_s}, {u"rev"_s, revOf(event[u"to"])}, {u"x"_s, 1}};
    event[u"rows"] = rows;
    event[u"moon"] = u"full"_s;
    server.push(event);
    const auto sync = gap(server);
    require(server.connections == connections, u"a connection that stays"_s, u"a new one"_s);
    require(sync.frame[u"at"] == event[u"to"], u"the cursor past the row of an unknown kind"_s, sync.frame);
    settle(server, sync);
}

void unreadableRow(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    QJsonObject event = server.post(u"good"_s, true);
    QJsonArray rows = event[u"rows"].toArray();
    rows << QJsonObject{{u"k"_s, u"react"_s}, {u"rev"_s, revOf(event[u"to"])}, {u"emoji"_s, 5}};
    event[u"rows"] = rows;
    server.push(event);
    const auto sync = gap(server);
    require(sync.frame[u"at"] == event[u"to"], u"the cursor past a row that cannot be read"_s, sync.frame);
    settle(server, sync);
}

void otherEpoch(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    QJsonObject event = server.post(u"elsewhere"_s, true);
    event[u"epoch"] = server.ben(); // any other id
    server.held << u"sync"_s;
    server.push(event);
    settle(server, nextSync(server, u"after an event of another epoch"_s));
}

void poke(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    server.held << u"sync"_s;
    server.post(u"only poked"_s, true);
    server.push(
        {{u"t"_s, u"poke"_s}, {u"chat"_s, server.chat()}, {u"rev"_s, revOf(server.at())}, {u"rx"_s, 0}});
    settle(server, nextSync(server, u"after a poke"_s));
}

void receipts(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    server.held << u"rcpt"_s;
    server.post(u"tell me"_s);
    const qint64 seq = server.seq();
    const auto fits = [&](const QJsonObject &f) {
        return f[u"items"].toArray().at(0).toArray().at(1).toInteger() == seq;
    };
    server.next(u"rcpt"_s, u"a receipt with delivered %1"_s.arg(seq), shortly, fits);
    server.held.clear();
    const int before = server.connections;
    server.cut();
    server.awaitHello(before, stage.patience());
    server.next(u"rcpt"_s, u"the receipt again, as it was not acknowledged"_s, stage.patience(), fits);
}

void newChat(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    const QString chat = mint(1'790'000'000'000);
    server.push({{u"t"_s, u"uev"_s},
                 {u"epoch"_s, server.epoch()},
                 {u"f"_s, position(1, u"8fe0feb17b4aa559"_s)},
                 {u"to"_s, position(2, u"57501fe0ca9a7fd1"_s)},
                 {u"rows"_s, QJsonArray{QJsonObject{{u"kind"_s, u"chat"_s},
                                                    {u"key"_s, chat},
                                                    {u"value"_s, QJsonObject{{u"left"_s, false}}},
                                                    {u"ver"_s, 1},
                                                    {u"urev"_s, 2}}}}});
    const auto sync = server.next(u"sync"_s, u"a sync of the new chat"_s, shortly,
                                  [&](const QJsonObject &f) { return f[u"chat"] == chat; });
    require(sync.frame[u"at"].toArray() == zero(), u"a sync at the zero position"_s, sync.frame);
}

void bye(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    const int before = server.connections;
    server.push({{u"t"_s, u"bye"_s}, {u"code"_s, u"drain"_s}, {u"retry_ms"_s, 1500}});
    server.hangUp();
    const bool tooEarly = waitFor([&] { return server.connections > before; }, 1'400);
    require(!tooEarly, u"no new connection before retry_ms"_s);
    server.awaitHello(before, stage.patience());
}

void expired(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    const auto tokens = [&] {
        return std::count_if(server.https.begin(), server.https.end(),
                             [](const auto &h) { return h.path == u"/v1/token"_s; });
    };
    server.nextRefresh = u"a-refresh-token-that-replaces-the-old-one-xx"_s;
    for (int round = 0; round < 2; ++round) {
        const auto asked = tokens();
        const int before = server.connections;
        server.push({{u"t"_s, u"err"_s},
                     {u"code"_s, u"auth_expired"_s},
                     {u"class"_s, u"auth"_s},
                     {u"message"_s, u"expired"_s}});
        server.hangUp();
        server.awaitHello(before, stage.patience());
        require(tokens() > asked, u"a new access token by POST /v1/token"_s);
    }
    QString last;
    for (const auto &seen : server.https)
        if (seen.path == u"/v1/token"_s) last = seen.body[u"refresh"].toString();
    require(last == u"a-refresh-token-that-replaces-the-old-one-xx"_s,
            u"the refresh token that replaced the old one"_s);
}

void authSoon(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    server.push({{u"t"_s, u"auth_soon"_s}});
    server.next(u"auth"_s, u"auth with a fresh token"_s, stage.patience());
}

void moreChats(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    server.helloMore = {{u"more"_s, true}};
    const int before = server.connections;
    for (auto &request : server.requests) request.taken = true;
    server.cut();
    server.awaitHello(before, stage.patience());
    server.next(u"chats"_s, u"chats when hello_ok says more"_s, shortly);
}

void witnessComesBack(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    server.helloMore = {{u"wit"_s, u"said-at-hello"_s}};
    int before = server.connections;
    server.cut();
    server.awaitHello(before, stage.patience());
    server.post(u"after the greeting"_s);
    server.next(u"rcpt"_s, u"a receipt, so that the greeting was taken"_s, stage.patience());
    before = server.connections;
    server.cut();
    server.awaitHello(before, stage.patience());
    QJsonObject hello;
    for (const auto &request : server.requests)
        if (request.frame[u"t"] == u"hello"_s) hello = request.frame;
    require(hello[u"wit"] == u"said-at-hello"_s, u"the newest wit in hello"_s, hello);
}

void foreignUser(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    server.helloMore = {{u"user"_s, server.ben()}};
    const int before = server.connections;
    server.cut();
    server.awaitHello(before, stage.patience());
    require(waitFor([&] { return !server.connected() || server.connections > before + 1; }, shortly),
            u"the end of a connection of another user"_s);
    stage.end();
}

void heartbeat(Stage &stage)
{
    ScriptedServer &server = stage.listening();
    server.helloMore = {{u"hb"_s, 1000}};
    const int before = server.connections;
    server.cut();
    server.awaitHello(before, stage.patience());
    for (auto &request : server.requests) request.taken = true;
    server.next(u"ping"_s, u"a ping within hb"_s, 3'000);
    server.mute = true; // half open: everything is swallowed
    const int live = server.connections;
    require(waitFor([&] { return server.connections > live || !server.connected(); }, 14'000),
            u"another connection when no pong comes"_s);
    server.mute = false;
    server.helloMore = {};
    server.awaitHello(live, stage.patience());
}

constexpr ClientCheck checks[] = {
    {"P-1.2", "the subprotocol kith.v1 is offered", subprotocol},
    {"P-4.3", "no secrets in addresses", noSecretsInAddresses},
    {"P-6.5", "events move the cursor; a gap is asked for", eventsApply},
    {"P-6.6", "after a gap the client asks from its cursor", eventsApply},
    {"P-6.9", "a doubled or lost push does no harm", doubledPush},
    {"P-6.8", "an answer to another question is dropped", staleAnswer},
    {"P-6.8", "a late second answer is dropped", lateAnswer},
    {"P-6.13", "a row that cannot be read is skipped", unreadableRow},
    {"P-15.2", "unknown fields are ignored", unknownThings},
    {"P-15.3", "unknown pushes and answers are ignored", unknownThings},
    {"P-15.4", "rows of unknown kinds are passed over", unknownThings},
    {"P-6.5", "another epoch is a gap", otherEpoch},
    {"P-13.2", "a poke in place of an event", poke},
    {"P-6.14", "receipts are sent until acknowledged", receipts},
    {"P-14.2", "hello carries the digests of the mirror", digestsOfTheMirror},
    {"P-9.3", "more chats are paged", moreChats},
    {"P-5.8", "auth_soon is answered by auth", authSoon},
    {"P-5.9", "auth_expired leads to a new token and goes on", expired},
    {"P-4.6", "a refresh token that replaces the old one is used", expired},
    {"P-5.15", "retry_ms of a bye is waited", bye},
    {"P-5.10", "pings come, and no pong means a dead connection", heartbeat},
    {"P-8.1", "a new chat is asked for at the zero position", newChat},
    {"P-6.31", "the newest witness comes back in hello", witnessComesBack},
    {"P-9.1", "a hello_ok of another user ends the connection", foreignUser},
};

} // namespace

std::span<const ClientCheck> listeningChecks() { return checks; }

} // namespace kith::conform
