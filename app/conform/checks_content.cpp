#include "app/conform/bench.h"

using namespace Qt::StringLiterals;

/// What is in messages, and what the server does by the clock.
namespace kith::conform {

namespace {

QJsonObject first(const QJsonObject &ok) { return ok[u"rows"].toArray().at(0).toObject(); }

QJsonObject sending(Bench &b, const QString &chat, const QString &body, const QJsonObject &more)
{
    QJsonObject o = more;
    o.insert(u"t"_s, u"send"_s);
    o.insert(u"chat"_s, chat);
    o.insert(u"mid"_s, b.id());
    o.insert(u"body"_s, body);
    return o;
}
/// The pushed row of a message, once it `fits`.
QJsonObject pushed(Link &link, qsizetype from, const QJsonValue &mid, bool dead)
{
    QJsonObject found;
    link.push(
        dead ? u"the tombstone in its time"_s : u"the message in its time"_s,
        [&](const QJsonObject &frame) {
            if (frame[u"t"] != u"ev"_s) return false;
            for (const auto &one : frame[u"rows"].toArray())
                if (one.toObject()[u"mid"] == mid && one.toObject()[u"dead"].toBool() == dead)
                    found = one.toObject();
            return !found.isEmpty();
        },
        from);
    return found;
}
QJsonObject setting(Bench &b, const QString &key, qint64 base, const QJsonValue &value)
{
    return {{u"t"_s, u"uset"_s}, {u"kind"_s, u"sched"_s}, {u"key"_s, key},
            {u"op"_s, b.id()},   {u"base"_s, base},       {u"value"_s, value}};
}

void contentIsChecked(Bench &b)
{
    Link &ana = b.link(Bench::Ana);
    const QJsonArray good{QJsonArray{u"b"_s, 0, 2}, QJsonArray{u"user"_s, 3, 3, b.account(Bench::Ben).user},
                          QJsonArray{u"glow"_s, 3, 3}};
    const QJsonObject row = first(ana.askOk(sending(b, b.direct(), u"Hi Ben"_s, {{u"ents"_s, good}})));
    require(row[u"ents"] == good, u"the parts as they were sent, an unknown kind too"_s, row);
    for (const QJsonArray &bad :
         {QJsonArray{u"b"_s, 0, 9}, QJsonArray{u"b"_s, 0, 0}, QJsonArray{u"b"_s, -1, 2},
          QJsonArray{u"link"_s, 0, 2, u"javascript:alert(1)"_s}})
        ana.askErr(sending(b, b.direct(), u"Hi Ben"_s, {{u"ents"_s, QJsonArray{bad}}}), u"bad_request"_s);
    ana.askErr(sending(b, b.direct(), u"x"_s, {{u"link"_s, QJsonObject{{u"url"_s, u"file:///x"_s}}}}),
               u"bad_request"_s);
}

void forwardsAreTrue(Bench &b)
{
    Link &ben = b.link(Bench::Ben);
    const QString mid = b.id();
    b.say(Bench::Ana, b.direct(), u"Ana's own words"_s, mid);
    const auto forward = [&](const QString &of, const QString &body) {
        const QJsonObject fwd{{u"mid"_s, of}, {u"by"_s, b.account(Bench::Cy).user}, {u"name"_s, u"Cy"_s}};
        return sending(b, b.group(), body, {{u"fwd"_s, fwd}});
    };
    const QJsonObject row = first(ben.askOk(forward(mid, u"Ana's own words"_s)));
    require(row[u"fwd"].toObject()[u"by"] == b.account(Bench::Ana).user, u"fwd.by is the author"_s, row);
    ben.askErr(forward(mid, u"words she never said"_s), u"forbidden"_s);
    ben.askErr(forward(b.id(), u"Ana's own words"_s), u"forbidden"_s);
    // Cy is not in that chat.
    b.link(Bench::Cy).askErr(forward(mid, u"Ana's own words"_s), u"forbidden"_s);
    ben.askErr({{u"t"_s, u"edit"_s},
                {u"chat"_s, b.group()},
                {u"mid"_s, row[u"mid"]},
                {u"op"_s, b.id()},
                {u"base"_s, 0},
                {u"body"_s, u"other words"_s}},
               u"forbidden"_s);
}

void timerTakesAway(Bench &b)
{
    Link &ana = b.link(Bench::Ana);
    const QString chat = b.newGroup({Bench::Ben});
    const auto timer = [&](qint64 base, int seconds) {
        return QJsonObject{{u"t"_s, u"timer"_s},
                           {u"chat"_s, chat},
                           {u"op"_s, b.id()},
                           {u"base"_s, base},
                           {u"seconds"_s, seconds}};
    };
    b.link(Bench::Ben).askErr(timer(0, 5), u"forbidden"_s);
    const qsizetype mark = b.link(Bench::Ben).mark();
    const QJsonObject info = first(ana.askOk(timer(0, 5)));
    require(info[u"timer"].toInteger() == 5, u"chat data with the timer"_s, info);
    const QJsonObject row = first(ana.askOk(sending(b, chat, u"goes away"_s, {{u"exp"_s, 1}})));
    require(row[u"exp"].toInteger() == row[u"at"].toInteger() + 5'000, u"exp is at and 5 s"_s, row);
    const QJsonObject now = pushed(b.link(Bench::Ben), mark, row[u"mid"], true);
    require(now[u"body"].toString().isEmpty() && now[u"exp"].isUndefined(), u"nothing of what it said"_s,
            now);
}

void scheduledOnce(Bench &b)
{
    Link &ana = b.link(Bench::Ana);
    const QString chat = b.newGroup({Bench::Ben}), mid = b.id(), back = b.id();
    const auto wish = [&](qint64 afterMs) {
        return QJsonObject{{u"chat"_s, chat}, {u"when"_s, Bench::now() + afterMs}, {u"body"_s, u"in time"_s}};
    };
    ana.askErr(setting(b, b.id(), 0, QJsonObject{{u"chat"_s, chat}}), u"bad_request"_s);
    b.link(Bench::Cy).askErr(setting(b, b.id(), 0, wish(1'000)), u"not_member"_s);
    ana.askOk(setting(b, back, 0, wish(60'000)));
    ana.askOk(setting(b, back, 1, QJsonValue::Null));
    const qsizetype mark = b.link(Bench::Ben).mark();
    const QJsonObject held = ana.askOk(setting(b, mid, 0, wish(-1'000)))[u"row"].toObject();
    require(held[u"value"].toObject()[u"body"] == u"in time"_s, u"the row as it is held"_s, held);
    const auto copies = [&](const QString &id) {
        int n = 0;
        for (const auto &one : b.whole(Bench::Ben, chat)[u"rows"].toArray())
            n += one.toObject()[u"mid"] == id;
        return n;
    };
    pushed(b.link(Bench::Ben), mark, mid, false);
    const QJsonObject after = ana.askOk(setting(b, mid, held[u"ver"].toInteger() + 1, wish(-1'000)));
    require(after[u"row"].toObject()[u"value"].isNull(), u"the removed row to a wish that comes late"_s,
            after);
    require(copies(mid) == 1 && copies(back) == 0, u"sent once, and what was taken back never"_s);
}

void editsAreKept(Bench &b)
{
    Link &ana = b.link(Bench::Ana);
    const QString mid = b.id();
    b.say(Bench::Ana, b.direct(), u"first"_s, mid);
    for (int base = 0; base < 2; ++base)
        ana.askOk({{u"t"_s, u"edit"_s},
                   {u"chat"_s, b.direct()},
                   {u"mid"_s, mid},
                   {u"op"_s, b.id()},
                   {u"base"_s, base},
                   {u"body"_s, u"text %1"_s.arg(base + 2)}});
    const QJsonObject question{{u"t"_s, u"edits"_s}, {u"chat"_s, b.direct()}, {u"mid"_s, mid}};
    const QJsonArray versions = b.link(Bench::Ben).askOk(question, u"edits"_s)[u"versions"].toArray();
    require(versions.size() == 2 && versions[0].toObject()[u"body"] == u"text 2"_s &&
                versions[1].toObject()[u"body"] == u"first"_s,
            u"both earlier texts, newest first"_s, QString::fromUtf8(compact({{u"versions"_s, versions}})));
    b.link(Bench::Cy).askErr(question, u"not_member"_s);
}

QJsonObject polling(const QJsonArray &options, bool multiple, bool anonymous)
{
    QJsonObject poll{{u"opts"_s, options}};
    if (multiple) poll[u"multi"] = true;
    if (anonymous) poll[u"anon"] = true;
    return {{u"poll"_s, poll}};
}
QJsonObject voting(Bench &b, const QString &chat, const QString &mid, qint64 base, const QJsonArray &options)
{
    return {{u"t"_s, u"uset"_s},
            {u"kind"_s, u"vote"_s},
            {u"key"_s, mid},
            {u"op"_s, b.id()},
            {u"base"_s, base},
            {u"value"_s, options.isEmpty()
                             ? QJsonValue()
                             : QJsonValue(QJsonObject{{u"chat"_s, chat}, {u"opts"_s, options}})}};
}
QJsonObject pollIn(Bench &b, const QString &chat, const QString &mid)
{
    for (const auto &one : b.whole(Bench::Ben, chat)[u"rows"].toArray())
        if (one.toObject()[u"mid"] == mid) return one.toObject()[u"poll"].toObject();
    return {};
}

void pollsAreCounted(Bench &b)
{
    Link &ana = b.link(Bench::Ana), &ben = b.link(Bench::Ben);
    const QString chat = b.newGroup({Bench::Ben});
    const QJsonArray two{u"yes"_s, u"no"_s};
    ana.askErr(sending(b, chat, u"?"_s, polling({u"alone"_s}, false, false)), u"bad_request"_s);
    ana.askErr(sending(b, chat, u"?"_s, polling({u"a"_s, u" "_s}, false, false)), u"bad_request"_s);
    QJsonObject ask = sending(b, chat, u"?"_s, polling(two, false, false));
    QJsonObject lie = ask[u"poll"].toObject();
    lie[u"n"] = QJsonArray{7, 7};
    lie[u"voters"] = 14;
    ask[u"poll"] = lie;
    const QJsonObject row = first(ana.askOk(ask));
    require(!row[u"poll"].toObject().contains(u"voters"_s), u"no votes that the sender counted"_s, row);
    const QString mid = row[u"mid"].toString();
    ben.askOk(voting(b, chat, mid, 0, {1}));
    require(pollIn(b, chat, mid)[u"n"] == QJsonArray{0, 1}, u"the vote in the row"_s);
    ana.askErr({{u"t"_s, u"edit"_s},
                {u"chat"_s, chat},
                {u"mid"_s, mid},
                {u"op"_s, b.id()},
                {u"base"_s, 0},
                {u"body"_s, u"another question"_s}},
               u"forbidden"_s);
}

void votesAreTheUsers(Bench &b)
{
    Link &ana = b.link(Bench::Ana), &ben = b.link(Bench::Ben), &cy = b.link(Bench::Cy);
    const QString chat = b.newGroup({Bench::Ben}), early = b.id();
    const QJsonArray two{u"yes"_s, u"no"_s};
    const QString mid =
        first(ana.askOk(sending(b, chat, u"?"_s, polling(two, false, true))))[u"mid"].toString();
    const QJsonObject vote = voting(b, chat, mid, 0, {0});
    ben.askOk(vote);
    ben.askOk(vote); // a repetition
    ben.askErr(voting(b, chat, mid, 1, {0, 1}), u"bad_request"_s);
    ben.askErr(voting(b, chat, mid, 1, {2}), u"bad_request"_s);
    cy.askErr(voting(b, chat, mid, 0, {0}), u"not_member"_s);
    ben.askOk(voting(b, chat, mid, 1, {1}));
    const QJsonObject poll = pollIn(b, chat, mid);
    require(poll[u"n"] == QJsonArray{0, 1} && poll[u"voters"] == 1, u"one vote, the last one"_s, poll);
    ana.askErr({{u"t"_s, u"members"_s}, {u"chat"_s, chat}, {u"poll"_s, mid}, {u"option"_s, 1}},
               u"forbidden"_s);
    ben.askErr({{u"t"_s, u"poll.close"_s}, {u"chat"_s, chat}, {u"mid"_s, mid}, {u"op"_s, b.id()}},
               u"forbidden"_s);
    ana.askOk({{u"t"_s, u"poll.close"_s}, {u"chat"_s, chat}, {u"mid"_s, mid}, {u"op"_s, b.id()}});
    const QJsonObject late = ben.askErr(voting(b, chat, mid, 2, {0}), u"forbidden"_s);
    require(late[u"row"].toObject()[u"ver"] == 2, u"the vote that counts instead"_s, late);

    ben.askOk(voting(b, chat, early, 0, {1})); // its message is not there
    QJsonObject ask = sending(b, chat, u"?"_s, polling(two, false, false));
    ask[u"mid"] = early;
    const QJsonObject row = first(ana.askOk(ask));
    require(row[u"poll"].toObject()[u"n"] == QJsonArray{0, 1}, u"the vote that was there before"_s, row);
    const QJsonObject who =
        ana.askOk({{u"t"_s, u"members"_s}, {u"chat"_s, chat}, {u"poll"_s, early}, {u"option"_s, 1}});
    require(first(who)[u"user"] == b.account(Bench::Ben).user, u"who voted for it"_s, who);
}

constexpr ServerCheck all[] = {
    {"P-7.1", "what is in a text is checked, and kept", contentIsChecked},
    {"P-7.2", "a forwarded message says whose words it is", forwardsAreTrue},
    {"P-7.3", "a timer takes messages away", timerTakesAway},
    {"P-7.5", "a poll has its votes in its row", pollsAreCounted},
    {"P-8.7", "a vote is the user's, and counts once", votesAreTheUsers},
    {"P-8.6", "a scheduled message is sent once", scheduledOnce},
    {"P-9.17", "what a message said before is kept", editsAreKept},
};

} // namespace

std::span<const ServerCheck> contentChecks() { return all; }

} // namespace kith::conform
