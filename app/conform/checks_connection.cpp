#include "app/conform/bench.h"

using namespace Qt::StringLiterals;

/// Sections 1, 2, 5, 11 and 15: the line, the greeting, what cannot be read.
namespace kith::conform {

namespace {

void overTheRun(Bench &b, const QString &clause, const QString &expected)
{
    b.link(Bench::Ana).barrier();
    const QStringList broken = b.notes().broken.value(clause);
    require(broken.isEmpty(), expected, broken.join(u"; "_s));
}

void subprotocol(Bench &b)
{
    const auto link = b.fresh(u"new"_s);
    require(link->subprotocol() == u"kith.v1"_s, u"the subprotocol kith.v1"_s, link->subprotocol());
}

void queryIsIgnored(Bench &b)
{
    const auto link = b.fresh(u"new"_s, u"s=1&token=x"_s);
    link->hello(b.account(Bench::Ana2));
}

void fragmentsAndBinary(Bench &b)
{
    const auto link = b.fresh(u"new"_s);
    link->setFragmentBytes(9);
    link->hello(b.account(Bench::Ana2));
    link->sendBinary("{\"t\":\"ping\",\"id\":7}");
    const QJsonObject err = link->push(u"err bad_request to a binary message"_s,
                                       [](const QJsonObject &f) { return f[u"t"] == u"err"_s; });
    require(err[u"code"] == u"bad_request"_s, u"bad_request"_s, err);
    overTheRun(b, u"P-1.4"_s, u"text messages with one JSON object"_s);
}

void frameBounds(Bench &b)
{
    const auto link = b.fresh(u"new"_s);
    link->hello(b.account(Bench::Ana2));
    const QString frame = u"{\"t\":\"ping\",\"id\":50,\"pad\":\"%1\"}"_s;
    const qsizetype room = 65536 - (frame.size() - 2);
    link->sendText(frame.arg(QString(room, u'x')));
    require(link->answer(50)[u"t"] == u"pong"_s, u"pong to a frame of 65536 bytes"_s);
    link->sendText(frame.arg(QString(room + 100'000, u'x')).replace(u"\"id\":50"_s, u"\"id\":51"_s));
    waitFor([&] { return !link->isOpen() || link->mark() > 0 || link->answersTo(51) > 0; }, link->patience());
    const bool refused = !link->isOpen() || !link->pushes(u"err"_s).isEmpty() ||
                         (link->answersTo(51) > 0 && link->answer(51)[u"t"] == u"err"_s);
    require(refused, u"an err or the end to a frame of 165 kB"_s);
    overTheRun(b, u"P-1.5"_s, u"server frames of at most 262144 bytes"_s);
}

void answersKeepIds(Bench &b)
{
    Link &ana = b.link(Bench::Ana);
    const QString chat = b.direct();
    const QJsonObject requests[] = {
        {{u"t"_s, u"ping"_s}},
        {{u"t"_s, u"sync"_s}, {u"chat"_s, chat}, {u"at"_s, zero()}, {u"rx"_s, 0}},
        {{u"t"_s, u"users.find"_s}, {u"q"_s, u"zz"_s}},
        {{u"t"_s, u"usync"_s}, {u"at"_s, zero()}},
        {{u"t"_s, u"nonsense"_s}},
    };
    const QStringList wanted[] = {
        {u"pong"_s}, {u"delta"_s, u"reset"_s}, {u"ok"_s}, {u"ureset"_s, u"udelta"_s}, {u"err"_s}};
    QList<qint64> ids;
    for (const QJsonObject &request : requests) ids << ana.send(request);
    for (int i = 0; i < ids.size(); ++i) {
        const QJsonObject answer = ana.answer(ids[i]);
        require(wanted[i].contains(answer[u"t"].toString()) || answer[u"code"] == u"rate"_s,
                u"%1 with the id of its request"_s.arg(wanted[i].join(u" or "_s)), answer);
    }
    ana.barrier();
    for (const qint64 id : ids) require(ana.answersTo(id) == 1, u"exactly one answer to each request"_s);
}

void ids(Bench &b)
{
    const auto link = b.fresh(u"new"_s);
    const QJsonObject hello = link->hello(b.account(Bench::Ana2));
    require(isId(hello[u"user"]) && isId(hello[u"device"]) && isId(hello[u"epoch"]) &&
                isPosition(hello[u"upos"]),
            u"ids and a position"_s, hello);
}

void nullIsNoDefault(Bench &b)
{
    b.link(Bench::Ana)
        .askErr({{u"t"_s, u"sync"_s},
                 {u"chat"_s, b.direct()},
                 {u"at"_s, zero()},
                 {u"rx"_s, 0},
                 {u"anchor"_s, QJsonValue::Null}},
                u"bad_request"_s);
    overTheRun(b, u"P-2.3"_s, u"no null but a state row's value"_s);
}

void noKeyTwice(Bench &b) { overTheRun(b, u"P-2.4"_s, u"no key twice in an object"_s); }

void errWithoutId(Bench &b)
{
    const auto link = b.fresh(u"new"_s);
    link->hello(b.account(Bench::Ana2));
    for (const QString &text :
         {u"{"_s, u"[]"_s, u"{\"t\":\"ping\",\"id\":0}"_s, u"{\"t\":\"ping\",\"id\":1.5}"_s,
          u"{\"t\":\"ping\",\"id\":9007199254740992}"_s}) {
        const qsizetype from = link->mark();
        link->sendText(text);
        const QJsonObject err = link->push(
            u"err without id to "_s + text, [](const QJsonObject &f) { return f[u"t"] == u"err"_s; }, from);
        require(!err.contains(u"id"), u"err without id to "_s + text, err);
    }
}

void manyWaiting(Bench &b)
{
    const auto link = b.fresh(u"new"_s);
    link->hello(b.account(Bench::Ana2));
    QList<qint64> all;
    for (int i = 0; i < 150; ++i)
        all << link->send({{u"t"_s, u"sync"_s}, {u"chat"_s, b.direct()}, {u"at"_s, zero()}, {u"rx"_s, 0}});
    for (const qint64 id : all) {
        const QJsonObject answer = link->answer(id);
        const QString code = answer[u"code"].toString();
        require(answer[u"t"] != u"err"_s || code == u"busy"_s || code == u"rate"_s,
                u"the answer, busy or rate to each of 150 requests at once"_s, answer);
    }
}

void noChangeIsMissed(Bench &b)
{
    const QString chat = b.direct();
    for (int round = 0; round < 4; ++round) {
        const Cursor empty{chat, zero(), 0};
        Link &ana = b.link(Bench::Ana);
        const auto link = b.fresh(u"racer"_s);
        QList<qint64> sends;
        const auto sendOne = [&] {
            sends << ana.send(
                {{u"t"_s, u"send"_s}, {u"chat"_s, chat}, {u"mid"_s, b.id()}, {u"body"_s, u"race"_s}});
        };
        sendOne();
        const QJsonObject hello = link->hello(
            b.account(Bench::Ana2),
            {{u"epoch"_s, b.epoch()}, {u"upos"_s, zero()}, {u"dig"_s, digests(b.epoch(), {empty})}});
        sendOne();
        qint64 last = 0;
        for (const qint64 id : sends) {
            const QJsonObject ok = ana.answer(id);
            require(ok[u"t"] == u"ok"_s || ok[u"code"] == u"rate"_s, u"ok"_s, ok);
            last = std::max(last, ok[u"rows"].toArray().at(0).toObject()[u"rev"].toInteger());
        }
        qint64 head = -1;
        for (const auto &entry : hello[u"dirty"].toArray())
            if (entry.toArray().at(0) == chat) head = entry.toArray().at(1).toInteger();
        require(head >= 0, u"the chat's head in dirty"_s, hello);
        waitFor(
            [&] {
                for (const QJsonObject &ev : link->pushes(u"ev"_s))
                    if (ev[u"chat"] == chat && revOf(ev[u"f"]) <= head)
                        head = std::max(head, revOf(ev[u"to"]));
                return head >= last;
            },
            link->patience());
        require(head >= last, u"heads and events without a hole up to rev %1"_s.arg(last),
                u"up to %1"_s.arg(head));
    }
}

void resuming(Bench &b)
{
    const QString chat = b.direct();
    const Cursor before = b.cursor(Bench::Ana, chat);
    const QString mid = b.id();
    b.say(Bench::Ben, chat, u"while you were away"_s, mid);
    const auto link = b.fresh(u"new"_s);
    link->hello(b.account(Bench::Ana2));
    const QJsonObject delta = link->askOk({{u"t"_s, u"sync"_s},
                                           {u"chat"_s, chat},
                                           {u"epoch"_s, b.epoch()},
                                           {u"at"_s, before.at},
                                           {u"rx"_s, before.rx}},
                                          u"delta"_s);
    bool found = false;
    for (const auto &row : delta[u"rows"].toArray()) found = found || row[u"mid"] == mid;
    require(found, u"what was missed, asked from the cursor"_s, delta);
}

void helloFirstAndOnce(Bench &b)
{
    const auto early = b.fresh(u"new"_s);
    const QJsonObject no = early->answer(early->send({{u"t"_s, u"ping"_s}}));
    require(no[u"code"] == u"bad_request"_s, u"bad_request to a frame before hello"_s, no);
    const auto twice = b.fresh(u"new"_s);
    twice->hello(b.account(Bench::Ana2));
    const QJsonObject again = twice->answer(twice->send(
        {{u"t"_s, u"hello"_s}, {u"v"_s, QJsonArray{1, 1}}, {u"token"_s, b.account(Bench::Ana2).access}}));
    require(again[u"code"] == u"bad_request"_s, u"bad_request to a second hello"_s, again);
}

void credentials(Bench &b)
{
    const auto link = b.fresh(u"new"_s);
    link->hello(b.account(Bench::Ana2));
    link->askErr({{u"t"_s, u"auth"_s}, {u"token"_s, b.account(Bench::Ben).access}}, u"auth_invalid"_s);
    const HttpAnswer tokens = b.post(u"/v1/token"_s, {{u"refresh"_s, b.account(Bench::Ana2).refresh}});
    link->askOk({{u"t"_s, u"auth"_s}, {u"token"_s, tokens.body[u"access"]}});
    const auto stranger = b.fresh(u"new"_s);
    const QJsonObject no = stranger->answer(
        stranger->send({{u"t"_s, u"hello"_s}, {u"v"_s, QJsonArray{1, 1}}, {u"token"_s, u"x"_s}}));
    require(no[u"code"] == u"auth_invalid"_s, u"auth_invalid to a token of nobody"_s, no);
    require(stranger->ends(), u"the end of the connection"_s);
}

void expiry(Bench &b)
{
    const Account &cy = b.account(Bench::Cy);
    const HttpAnswer in = b.post(
        u"/v1/login"_s, {{u"login"_s, cy.login}, {u"password"_s, cy.password}, {u"device"_s, b.device()}});
    const qint64 ttlMs = in.body[u"access_ttl"].toInteger() * 1000;
    if (ttlMs > 1'000'000) throw Skipped{u"access tokens live longer than 1000 s here"_s};
    const auto link = b.fresh(u"cy2"_s);
    Account second = cy;
    second.access = in.body[u"access"].toString();
    link->hello(second);
    for (qint64 passed = 0; passed < ttlMs + 5'000 && link->isOpen(); passed += 20'000) {
        waitFor([&] { return !link->isOpen(); }, 20'000);
        if (link->isOpen()) link->send({{u"t"_s, u"ping"_s}});
    }
    require(!link->pushes(u"auth_soon"_s).isEmpty(), u"auth_soon before the token expires"_s);
    const QList<QJsonObject> errs = link->pushes(u"err"_s);
    require(!errs.isEmpty() && errs.last()[u"code"] == u"auth_expired"_s, u"err auth_expired and the end"_s);
}

void heartbeat(Bench &b)
{
    const QJsonObject pong = b.link(Bench::Ana).askOk({{u"t"_s, u"ping"_s}}, u"pong"_s);
    require(pong[u"now"].toInteger() > 1'600'000'000'000, u"pong with the server's clock"_s, pong);
    const auto link = b.fresh(u"new"_s);
    const QJsonObject hello = link->hello(b.account(Bench::Ana2));
    require(hello[u"hb"].toInteger() >= 1000 && hello[u"hb"].toInteger() <= 600'000, u"hb in 1000 … 600000"_s,
            hello);
}

void silence(Bench &b)
{
    const auto link = b.fresh(u"new"_s);
    link->hello(b.account(Bench::Ana2));
    waitFor([&] { return !link->isOpen(); }, 90'000);
    require(!link->isOpen(), u"the end after 70 s of silence"_s);
    const QList<QJsonObject> byes = link->pushes(u"bye"_s);
    require(!byes.isEmpty() && byes.last()[u"code"] == u"silent"_s, u"bye with silent"_s);
}

void errorsHaveAClass(Bench &b) { overTheRun(b, u"P-11.1"_s, u"the class of §11 with every err"_s); }

void rubbishEnds(Bench &b)
{
    const auto link = b.fresh(u"new"_s);
    link->hello(b.account(Bench::Ana2));
    for (int i = 0; i < 14 && link->isOpen(); ++i) link->sendText(u"{"_s);
    require(link->ends(), u"the end after more than ten unreadable frames"_s);
    const QList<QJsonObject> byes = link->pushes(u"bye"_s);
    require(!byes.isEmpty() && byes.last()[u"code"] == u"protocol"_s, u"bye with protocol"_s);
}

void versions(Bench &b)
{
    const auto both = b.fresh(u"new"_s);
    require(both->hello(b.account(Bench::Ana2), {{u"v"_s, QJsonArray{1, 99}}})[u"v"].toInt() >= 1,
            u"a version"_s);
    const auto none = b.fresh(u"new"_s);
    const QJsonObject no = none->answer(none->send(
        {{u"t"_s, u"hello"_s}, {u"v"_s, QJsonArray{90, 99}}, {u"token"_s, b.account(Bench::Ana2).access}}));
    require(no[u"code"] == u"version"_s, u"err version without one in common"_s, no);
    require(none->ends(), u"the end of the connection"_s);
}

void unknownFields(Bench &b)
{
    Link &ana = b.link(Bench::Ana);
    ana.askOk({{u"t"_s, u"ping"_s}, {u"moon"_s, u"full"_s}}, u"pong"_s);
    const QJsonObject ok = ana.askOk({{u"t"_s, u"send"_s},
                                      {u"chat"_s, b.direct()},
                                      {u"mid"_s, b.id()},
                                      {u"body"_s, u"x"_s},
                                      {u"moon"_s, QJsonObject{{u"phase"_s, 7}}},
                                      {u"seq"_s, 1},
                                      {u"dead"_s, true}});
    const QJsonObject row = ok[u"rows"].toArray().at(0).toObject();
    require(row[u"moon"].toObject()[u"phase"] == 7, u"the unknown field in the row"_s, ok);
    require(!row[u"dead"].toBool() && row[u"seq"].toInteger() > 0,
            u"the row's own fields ignored in a send"_s, ok);
}

void unknownRequests(Bench &b) { b.link(Bench::Ana).askErr({{u"t"_s, u"confetti"_s}}, u"unknown"_s); }

void unknownKinds(Bench &b)
{
    Link &ana = b.link(Bench::Ana);
    const QJsonObject ok = ana.askOk({{u"t"_s, u"send"_s},
                                      {u"chat"_s, b.direct()},
                                      {u"mid"_s, b.id()},
                                      {u"kind"_s, u"hologram"_s},
                                      {u"body"_s, u""_s}});
    require(ok[u"rows"].toArray().at(0)[u"kind"] == u"hologram"_s, u"a message of an unknown kind"_s, ok);
    const QJsonObject set = ana.askOk({{u"t"_s, u"uset"_s},
                                       {u"kind"_s, u"mood"_s},
                                       {u"key"_s, u"today"_s},
                                       {u"op"_s, b.id()},
                                       {u"base"_s, 0},
                                       {u"value"_s, u"fine"_s}});
    require(set[u"row"][u"value"] == u"fine"_s, u"a state row of an unknown kind"_s, set);
}

constexpr ServerCheck checks[] = {
    {"P-1.2", "the subprotocol kith.v1 is selected", subprotocol},
    {"P-1.3", "a query string on /v1/ws is ignored", queryIsIgnored},
    {"P-1.4", "fragments are read, binary messages refused", fragmentsAndBinary},
    {"P-1.5", "frames keep their bounds", frameBounds},
    {"P-1.6", "answers name their request", answersKeepIds},
    {"P-2.2", "ids have the form of ids", ids},
    {"P-2.3", "null stands for nothing", nullIsNoDefault},
    {"P-2.4", "no key comes twice", noKeyTwice},
    {"P-5.1", "each request gets exactly one answer", answersKeepIds},
    {"P-5.2", "a frame without a readable id gets an err without id", errWithoutId},
    {"P-5.4", "more requests than may wait are answered all the same", manyWaiting},
    {"P-5.5", "no change is missed between hello_ok and the first push", noChangeIsMissed},
    {"P-5.6", "a new connection goes on from the cursor", resuming},
    {"P-5.7", "hello comes first and once", helloFirstAndOnce},
    {"P-5.8", "auth takes a fresh token of the same device only", credentials},
    {"P-5.8", "auth_soon comes before the token expires", expiry, true},
    {"P-5.10", "ping is answered with the clock", heartbeat},
    {"P-5.11", "a silent connection is closed", silence, true},
    {"P-11.1", "every err has its class", errorsHaveAClass},
    {"P-11.2", "too many unreadable frames end the connection", rubbishEnds},
    {"P-15.1", "the highest common version, or err version", versions},
    {"P-15.2", "unknown fields are ignored, and kept in rows", unknownFields},
    {"P-15.3", "a request of unknown t gets unknown", unknownRequests},
    {"P-15.4", "unknown kinds of messages and state are kept", unknownKinds},
};

} // namespace

std::span<const ServerCheck> connectionChecks() { return checks; }

} // namespace kith::conform
