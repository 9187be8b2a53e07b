#include "app/conform/bench.h"

using namespace Qt::StringLiterals;

/// Sections 6.2, 9 and 14: cursors, pages, resets, digests.
namespace kith::conform {

namespace {

QJsonObject syncing(const QString &chat, const QString &epoch, const QJsonArray &at, qint64 rx)
{
    QJsonObject request{{u"t"_s, u"sync"_s}, {u"chat"_s, chat}, {u"at"_s, at}, {u"rx"_s, rx}};
    if (!epoch.isEmpty()) request[u"epoch"] = epoch;
    return request;
}

void intervals(Bench &b)
{
    const QString chat = b.direct();
    Link &ben = b.link(Bench::Ben);
    Cursor cursor = b.cursor(Bench::Ben, chat);
    const qsizetype from = ben.mark();
    for (int i = 0; i < 3; ++i) b.say(Bench::Ana, chat, u"event %1"_s.arg(i));
    const qint64 end = revOf(cursor.at) + 3;
    ben.push(
        u"three events"_s, [&](const QJsonObject &f) { return f[u"chat"] == chat && revOf(f[u"to"]) >= end; },
        from);
    for (const QJsonObject &ev : ben.pushes(u"ev"_s, from)) {
        if (ev[u"chat"] != chat) continue;
        require(ev[u"epoch"] == b.epoch() && isPosition(ev[u"f"]) && isPosition(ev[u"to"]),
                u"epoch, f and to"_s, ev);
        require(ev[u"f"].toArray() == cursor.at, u"f where the last event ended"_s, ev);
        cursor.at = ev[u"to"].toArray();
    }
}

void answersNameTheQuestion(Bench &b)
{
    const QString chat = b.direct();
    Link &ana = b.link(Bench::Ana);
    const Cursor cursor = b.cursor(Bench::Ana, chat);
    require(ana.askOk(syncing(chat, b.epoch(), cursor.at, cursor.rx), u"delta"_s)[u"f"].toArray() ==
                cursor.at,
            u"f as asked"_s);
    const QString other = b.id();
    const QJsonObject reset =
        ana.askOk(syncing(chat, other, position(1, u"00000000000000aa"_s), 0), u"reset"_s);
    require(reset[u"fe"] == other && reset[u"f"].toArray() == position(1, u"00000000000000aa"_s),
            u"fe and f as asked"_s, reset);
    const QJsonObject hist = ana.askOk(
        {{u"t"_s, u"hist"_s}, {u"chat"_s, chat}, {u"lo"_s, 1}, {u"hi"_s, 3}, {u"since"_s, 2}}, u"hist"_s);
    require(hist[u"since"] == 2, u"since as asked"_s, hist);
    const QJsonObject user =
        ana.askOk({{u"t"_s, u"usync"_s}, {u"epoch"_s, other}, {u"at"_s, zero()}}, u"ureset"_s);
    require(user[u"fe"] == other && user[u"f"].toArray() == zero(), u"fe and f as asked"_s, user);
}

void witnesses(Bench &b)
{
    const QString chat = b.direct();
    Link &ana = b.link(Bench::Ana);
    const QString first = ana.askOk({{u"t"_s, u"send"_s},
                                     {u"chat"_s, chat},
                                     {u"mid"_s, b.id()},
                                     {u"body"_s, u"vouched for"_s}})[u"wit"].toString();
    require(!first.isEmpty() && first.size() <= 128, u"a wit in the ok of a write"_s, first);
    const auto again = b.fresh(u"new"_s);
    const QJsonObject greeted = again->hello(b.account(Bench::Ana2), {{u"wit"_s, first}});
    require(!greeted[u"wit"].toString().isEmpty(), u"a wit in hello_ok"_s, greeted);
}

void strangeWitness(Bench &b)
{
    for (const QString &strange : {u"nobody's word"_s, QString(128, u'A')}) {
        const auto link = b.fresh(u"new"_s);
        const QJsonObject greeted = link->hello(b.account(Bench::Ana2), {{u"wit"_s, strange}});
        require(greeted[u"epoch"] == b.epoch(), u"the same epoch after a wit that proves nothing"_s, greeted);
    }
}

void otherHistories(Bench &b)
{
    const QString chat = b.direct();
    Link &ana = b.link(Bench::Ana);
    const Cursor now = b.cursor(Bench::Ana, chat);
    const qint64 rev = revOf(now.at);
    QJsonObject anchored = syncing(chat, b.epoch(), now.at, now.rx);
    anchored[u"anchor"] = QJsonArray{1, b.id()};
    const QJsonObject asked[] = {
        syncing(chat, b.id(), now.at, 0),
        syncing(chat, b.epoch(), position(rev + 100, u"00000000000000aa"_s), 0),
        syncing(chat, b.epoch(), position(rev, u"00000000000000aa"_s), 0),
        anchored,
    };
    for (const QJsonObject &request : asked) {
        const QJsonObject reset = ana.askOk(request, u"reset"_s);
        require(reset[u"diverged"].toBool(), u"reset with diverged"_s, reset);
        const qint64 lo = reset[u"lo"].toInteger(), seq = reset[u"seq"].toInteger();
        qint64 next = lo;
        for (const auto &row : reset[u"rows"].toArray())
            if (row[u"k"].isUndefined())
                require(row[u"seq"].toInteger() == next++, u"messages lo … seq without a gap"_s, reset);
        require(next == seq + 1 && reset[u"info"][u"k"] == u"chat"_s, u"lo … seq and the chat's data"_s,
                reset);
    }
    const QJsonObject fromZero = ana.ask(syncing(chat, {}, zero(), 0));
    require(!fromZero[u"diverged"].toBool(), u"no contradiction from the zero position"_s, fromZero);
}

void farBehind(Bench &b)
{
    const QString chat = b.newGroup({Bench::Ben});
    Link &ana = b.link(Bench::Ana);
    const Cursor old = b.cursor(Bench::Ana, chat);
    constexpr int changes = 1010, atOnce = 50;
    for (int sent = 0; sent < changes; sent += atOnce) {
        QList<qint64> ids;
        for (int i = 0; i < atOnce; ++i)
            ids << ana.send(
                {{u"t"_s, u"send"_s}, {u"chat"_s, chat}, {u"mid"_s, b.id()}, {u"body"_s, u"x"_s}});
        for (const qint64 id : ids)
            if (ana.answer(id)[u"code"] == u"rate"_s)
                throw Skipped{u"this server limits how often one may send"_s};
    }
    const QJsonObject reset = ana.askOk(syncing(chat, b.epoch(), old.at, old.rx), u"reset"_s);
    require(!reset[u"diverged"].toBool(), u"reset without diverged"_s, reset);
    require(reset[u"seq"].toInteger() - reset[u"lo"].toInteger() + 1 <= 50, u"at most 50 messages"_s, reset);
}

void pages(Bench &b)
{
    const QString chat = b.group();
    for (int i = 0; i < 3; ++i) b.say(Bench::Ben, chat, u"page %1"_s.arg(i));
    Link &ana = b.link(Bench::Ana);
    const QJsonObject whole = b.whole(Bench::Ana, chat);
    QJsonObject request = syncing(chat, {}, zero(), 0);
    request[u"max"] = 2;
    QJsonArray rows;
    bool more = true;
    for (int pages = 0; more; ++pages) {
        require(pages < 1000, u"an end of the pages"_s);
        const QJsonObject page = ana.askOk(request, u"delta"_s);
        const QJsonArray these = page[u"rows"].toArray();
        more = page[u"more"].toBool();
        require(these.size() <= 2, u"at most `max` rows"_s, page);
        for (const auto &row : these) rows << row;
        if (more) {
            require(revOf(page[u"to"]) == these.last()[u"rev"].toInteger(), u"to at the last row"_s, page);
            require(page[u"mem"].toArray().isEmpty() && page[u"rx"] == page[u"rxf"],
                    u"no watermarks before the last page"_s, page);
        }
        request[u"at"] = page[u"to"];
        request[u"epoch"] = page[u"epoch"];
    }
    require(rows == whole[u"rows"].toArray(), u"the same rows in pages of two as in one"_s);
}

void allWatermarks(Bench &b)
{
    const QString chat = b.direct();
    const qint64 seq = b.say(Bench::Ana, chat, u"marks"_s)[u"seq"].toInteger();
    b.link(Bench::Ben).askOk({{u"t"_s, u"rcpt"_s}, {u"items"_s, QJsonArray{QJsonArray{chat, seq, seq}}}});
    const Cursor now = b.cursor(Bench::Ana, chat);
    Link &ana = b.link(Bench::Ana);
    const QJsonObject same = ana.askOk(syncing(chat, b.epoch(), now.at, now.rx), u"delta"_s);
    require(same[u"mem"].toArray().isEmpty() && same[u"rx"].toInteger() == now.rx, u"nothing new"_s, same);
    const QJsonObject all = ana.askOk(syncing(chat, b.epoch(), now.at, now.rx + 1000), u"delta"_s);
    require(all[u"rxf"] == 0 && !all[u"mem"].toArray().isEmpty(), u"all watermarks and rxf 0"_s, all);
}

void greeting(Bench &b)
{
    b.direct();
    const auto link = b.fresh(u"new"_s);
    const QJsonObject hello = link->hello(b.account(Bench::Ana2));
    require(hello[u"user"] == b.account(Bench::Ana2).user &&
                hello[u"device"] == b.account(Bench::Ana2).device,
            u"the user and device of the token"_s, hello);
    require(hello[u"dirty"].toArray().isEmpty() && hello[u"more"].toBool(),
            u"no heads without digests, more true"_s, hello);
}

void heads(Bench &b)
{
    const QString chat = b.direct();
    const Cursor now = b.cursor(Bench::Ana, chat);
    const auto link = b.fresh(u"new"_s);
    const QJsonObject hello =
        link->hello(b.account(Bench::Ana2),
                    {{u"epoch"_s, b.epoch()}, {u"upos"_s, zero()}, {u"dig"_s, digests(b.epoch(), {})}});
    bool found = false;
    for (const auto &entry : hello[u"dirty"].toArray()) {
        const QJsonArray head = entry.toArray();
        require(head.size() == 6 && isId(head[0]) && isTag(head[2]), u"[chat, rev, tag, rx, seq, act]"_s,
                hello);
        found = found || (head[0] == chat && head[1].toInteger() == revOf(now.at) && head[2] == now.at[1] &&
                          head[3].toInteger() == now.rx);
    }
    require(found, u"the chat's head, as sync gives it"_s, hello);
}

QList<Cursor> everyCursor(Bench &b)
{
    QList<Cursor> cursors;
    QJsonObject request{{u"t"_s, u"chats"_s}, {u"n"_s, 50}};
    for (bool more = true; more;) {
        const QJsonObject page = b.link(Bench::Ana).askOk(request, u"chats"_s);
        const QJsonArray items = page[u"items"].toArray();
        for (const auto &item : items)
            cursors << Cursor{item[u"chat"].toString(), item[u"to"].toArray(), item[u"rx"].toInteger()};
        more = page[u"more"].toBool() && !items.isEmpty();
        if (more) request[u"before"] = QJsonArray{items.last()[u"act"], items.last()[u"chat"]};
    }
    return cursors;
}

void digestsProve(Bench &b)
{
    b.direct();
    QList<Cursor> cursors = everyCursor(b);
    const auto ping = [&] {
        return b.link(Bench::Ana)
            .askOk({{u"t"_s, u"ping"_s},
                    {u"epoch"_s, b.epoch()},
                    {u"upos"_s, zero()},
                    {u"dig"_s, digests(b.epoch(), cursors)}},
                   u"pong"_s);
    };
    const QJsonObject equal = ping();
    require(equal[u"dirty"].isArray() && equal[u"dirty"].toArray().isEmpty() && isPosition(equal[u"upos"]),
            u"no heads to equal digests"_s, equal);
    for (Cursor &cursor : cursors)
        if (cursor.chat == b.direct()) cursor.rx += 1;
    const QJsonObject other = ping();
    bool found = false;
    for (const auto &entry : other[u"dirty"].toArray()) found = found || entry.toArray().at(0) == b.direct();
    require(found, u"the head of the chat whose cursor differs"_s, other);
}

void leftChatsDoNotCount(Bench &b)
{
    const QString chat = b.newGroup({Bench::Ben});
    b.link(Bench::Ana)
        .askOk({{u"t"_s, u"mem"_s}, {u"chat"_s, chat}, {u"op"_s, b.id()}, {u"act"_s, u"leave"_s}});
    for (const Cursor &cursor : everyCursor(b))
        require(cursor.chat != chat, u"chats without those that were left"_s);
    digestsProve(b);
}

void history(Bench &b)
{
    const QString chat = b.direct();
    for (int i = 0; i < 4; ++i) b.say(Bench::Ana, chat, u"old %1"_s.arg(i));
    Link &ana = b.link(Bench::Ana);
    const QJsonObject page = ana.askOk(
        {{u"t"_s, u"hist"_s}, {u"chat"_s, chat}, {u"lo"_s, 1}, {u"hi"_s, 4}, {u"n"_s, 2}}, u"hist"_s);
    require(page[u"hi"] == 4 && page[u"lo"].toInteger() > 1, u"the newest part, lo raised"_s, page);
    require(page[u"as_of"].toInteger() > 0 && page[u"chat"] == chat && page[u"epoch"] == b.epoch(),
            u"chat, epoch, as_of"_s, page);
    const QJsonObject none = ana.askOk(
        {{u"t"_s, u"hist"_s}, {u"chat"_s, chat}, {u"lo"_s, 1}, {u"hi"_s, 4}, {u"since"_s, page[u"as_of"]}},
        u"hist"_s);
    require(none[u"rows"].toArray().isEmpty(), u"no rows when nothing changed since"_s, none);
}

void sums(Bench &b)
{
    const QString chat = b.newGroup({Bench::Ben});
    const QString mid = b.say(Bench::Ana, chat, u"sum"_s)[u"mid"].toString();
    Link &ana = b.link(Bench::Ana);
    ana.askOk({{u"t"_s, u"send"_s},
               {u"chat"_s, chat},
               {u"mid"_s, b.id()},
               {u"body"_s, u"of it"_s},
               {u"reply"_s, mid},
               {u"silent"_s, true}});
    ana.askOk({{u"t"_s, u"react"_s},
               {u"chat"_s, chat},
               {u"mid"_s, mid},
               {u"op"_s, b.id()},
               {u"emoji"_s, u"+1"_s},
               {u"on"_s, true},
               {u"base"_s, 0}});
    ana.askOk({{u"t"_s, u"edit"_s},
               {u"chat"_s, chat},
               {u"mid"_s, mid},
               {u"op"_s, b.id()},
               {u"base"_s, 0},
               {u"body"_s, u"Sum"_s}});
    const QJsonObject whole = b.whole(Bench::Ana, chat);
    quint64 sum = 0;
    int messages = 0;
    for (const auto &row : whole[u"rows"].toArray()) {
        const bool message = row[u"k"].isUndefined();
        if (message || row[u"k"] == u"react"_s) sum ^= shareOf(row.toObject());
        messages += message ? 1 : 0;
    }
    const QJsonObject proof =
        ana.ask({{u"t"_s, u"proof"_s}, {u"chat"_s, chat}, {u"lo"_s, 1}, {u"hi"_s, whole[u"seq"]}});
    if (proof[u"code"] == u"unknown"_s) throw Skipped{u"this server does not know proof (P-9.13)"_s};
    require(proof[u"t"] == u"proof"_s && proof[u"epoch"] == b.epoch() && proof[u"at"] == whole[u"to"] &&
                proof[u"lo"] == 1 && proof[u"hi"] == whole[u"seq"] && proof[u"n"] == messages,
            u"epoch, at, lo, hi and n of the state that sync gives"_s, proof);
    require(proof[u"sum"] == u"%1"_s.arg(sum, 16, 16, QLatin1Char('0')),
            u"the sum %1"_s.arg(sum, 16, 16, QLatin1Char('0')), proof);
    const QJsonObject none =
        ana.askOk({{u"t"_s, u"proof"_s}, {u"chat"_s, chat}, {u"lo"_s, 1}, {u"hi"_s, 0}}, u"proof"_s);
    require(none[u"n"] == 0 && none[u"sum"] == QString(16, u'0'), u"the sum 0 of no message"_s, none);
    b.link(Bench::Cy).askErr({{u"t"_s, u"proof"_s}, {u"chat"_s, chat}, {u"lo"_s, 1}, {u"hi"_s, 1}},
                             u"not_member"_s);
}

void having(Bench &b)
{
    const QString known = b.say(Bench::Ana, b.direct(), u"have"_s)[u"mid"].toString(), unknown = b.id();
    const QJsonObject page =
        b.link(Bench::Ana)
            .askOk({{u"t"_s, u"have"_s}, {u"chat"_s, b.direct()}, {u"mids"_s, QJsonArray{known, unknown}}},
                   u"have"_s);
    require(page[u"rows"].toArray().at(0)[u"mid"] == known &&
                page[u"missing"].toArray() == QJsonArray{unknown},
            u"one row, one missing"_s, page);
}

void userState(Bench &b)
{
    Link &ana = b.link(Bench::Ana);
    const QJsonObject all = ana.askOk({{u"t"_s, u"usync"_s}, {u"at"_s, zero()}}, u"ureset"_s);
    const qsizetype from = ana.mark();
    ana.askOk({{u"t"_s, u"uset"_s},
               {u"kind"_s, u"mood"_s},
               {u"key"_s, u"usync"_s},
               {u"op"_s, b.id()},
               {u"base"_s, 0},
               {u"value"_s, b.id()}});
    const QJsonObject uev = ana.push(
        u"uev"_s, [](const QJsonObject &f) { return f[u"t"] == u"uev"_s; }, from);
    require(isPosition(uev[u"f"]) && revOf(uev[u"to"]) > revOf(uev[u"f"]), u"an interval"_s, uev);
    const QJsonObject delta =
        ana.askOk({{u"t"_s, u"usync"_s}, {u"epoch"_s, b.epoch()}, {u"at"_s, all[u"to"]}}, u"udelta"_s);
    require(!delta[u"rows"].toArray().isEmpty() && delta[u"f"] == all[u"to"], u"the row that was set"_s,
            delta);
}

void watching(Bench &b)
{
    Link &ana = b.link(Bench::Ana), &ben = b.link(Bench::Ben);
    const QString chat = b.direct(), benUser = b.account(Bench::Ben).user;
    const QJsonObject ok = ana.askOk(
        {{u"t"_s, u"watch"_s}, {u"chats"_s, QJsonArray{chat}}, {u"users"_s, QJsonArray{benUser, b.id()}}});
    require(ok[u"presence"].toArray().size() == 1, u"the presence of those who share a chat"_s, ok);
    const qsizetype from = ana.mark();
    ben.send({{u"t"_s, u"typing"_s}, {u"chat"_s, chat}, {u"on"_s, true}, {u"id"_s, 0}});
    ben.barrier();
    ben.send({{u"t"_s, u"pres"_s}, {u"active"_s, true}, {u"id"_s, 0}});
    ana.push(
        u"pres online of the watched"_s,
        [&](const QJsonObject &f) {
            return f[u"t"] == u"pres"_s && f[u"presence"].toArray().at(0) == benUser &&
                   f[u"presence"].toArray().at(1) == u"online"_s;
        },
        from);
}

void finding(Bench &b)
{
    const QString login = b.account(Bench::Ben).login;
    Link &ana = b.link(Bench::Ana);
    const QJsonObject found =
        ana.askOk({{u"t"_s, u"users.find"_s}, {u"q"_s, u'@' + login.toUpper().left(30)}});
    require(found[u"users"].toArray().at(0)[u"login"] == login, u"the user, whatever the case and with @"_s,
            found);
    const QJsonObject self = ana.askOk({{u"t"_s, u"users.find"_s}, {u"q"_s, b.account(Bench::Ana).login}});
    for (const auto &user : self[u"users"].toArray())
        require(user[u"user"] != b.account(Bench::Ana).user, u"never oneself"_s, self);
    require(ana.askOk({{u"t"_s, u"users.find"_s}, {u"q"_s, u"b"_s}})[u"users"].toArray().isEmpty(),
            u"none for one character"_s);
}

void pushRegistration(Bench &b)
{
    Link &ana = b.link(Bench::Ana), &ben = b.link(Bench::Ben);
    const QString token = u"conform-"_s + b.id();
    const QJsonObject wish{{u"t"_s, u"push"_s}, {u"provider"_s, u"fcm"_s}, {u"token"_s, token}};
    const QJsonObject first = ana.ask(wish);
    if (first[u"code"] == u"unknown"_s) throw Skipped{u"this server does not know push"_s};
    require(first[u"t"] == u"push"_s && first[u"provider"] == u"fcm"_s && first[u"registered"] == true,
            u"push that says registered"_s, first);
    require(ben.ask(wish)[u"registered"] == true, u"the other device to be registered under the token"_s);
    const QJsonObject robbed = ana.ask({{u"t"_s, u"push.get"_s}});
    require(robbed[u"t"] == u"push"_s && !robbed.contains(u"provider"_s),
            u"the first device to be forgotten when another registers its token"_s, robbed);
    require(!ben.ask({{u"t"_s, u"push"_s}}).contains(u"provider"_s),
            u"no registration after push without provider"_s);
    require(!ben.ask({{u"t"_s, u"push.get"_s}}).contains(u"provider"_s), u"that to last"_s);
}

constexpr ServerCheck checks[] = {
    {"P-6.5", "events chain: epoch, f, to", intervals},
    {"P-6.8", "answers name their question", answersNameTheQuestion},
    {"P-6.26", "another history gets reset with diverged", otherHistories},
    {"P-6.26", "more than resetAfter behind gets a plain reset", farBehind},
    {"P-6.27", "pages are cut at rows and go on", pages},
    {"P-6.31", "hello_ok and writes carry a witness", witnesses},
    {"P-6.32", "a witness of somebody else's proves nothing", strangeWitness},
    {"P-9.1", "hello_ok names the token's user; no heads without digests", greeting},
    {"P-9.2", "heads equal what sync gives", heads},
    {"P-9.4", "watermarks come with the last page, all when asked beyond", allWatermarks},
    {"§9", "hist gives the newest part, and what changed since", history},
    {"§9", "have tells what is there and what is missing", having},
    {"§9", "user state: usync, uev, udelta", userState},
    {"§9", "watch tells presence and hears it", watching},
    {"§9", "users.find", finding},
    {"P-9.12", "proof names its state", sums},
    {"P-9.16", "a push token names one device", pushRegistration},
    {"P-14.3", "proof sums messages and reactions", sums},
    {"P-14.1", "chats that were left do not count", leftChatsDoNotCount},
    {"P-14.2", "equal digests prove the cursors current", digestsProve},
};

} // namespace

std::span<const ServerCheck> readingChecks() { return checks; }

} // namespace kith::conform
