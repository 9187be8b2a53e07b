#include "app/conform/bench.h"

using namespace Qt::StringLiterals;

/// Section 6.2 and 9: what writes do, once and again, and who may.
namespace kith::conform {

namespace {

QJsonObject first(const QJsonObject &ok) { return ok[u"rows"].toArray().at(0).toObject(); }

QJsonObject sending(const QString &chat, const QString &mid, const QString &body)
{
    return {{u"t"_s, u"send"_s}, {u"chat"_s, chat}, {u"mid"_s, mid}, {u"body"_s, body}};
}
QJsonObject editing(const QString &chat, const QString &mid, const QString &op, qint64 base,
                    const QString &body)
{
    return {{u"t"_s, u"edit"_s}, {u"chat"_s, chat}, {u"mid"_s, mid},
            {u"op"_s, op},       {u"base"_s, base}, {u"body"_s, body}};
}
QJsonObject deleting(const QString &chat, const QString &mid, const QString &op)
{
    return {{u"t"_s, u"del"_s}, {u"chat"_s, chat}, {u"mid"_s, mid}, {u"op"_s, op}};
}
QJsonObject member(const QString &chat, const QString &op, const QString &act, const QString &user)
{
    return {{u"t"_s, u"mem"_s}, {u"chat"_s, chat}, {u"op"_s, op}, {u"act"_s, act}, {u"user"_s, user}};
}

void writesCarryRows(Bench &b)
{
    Link &ana = b.link(Bench::Ana);
    const QString mid = b.id();
    const QJsonObject ok = ana.askOk(sending(b.direct(), mid, u"hello"_s));
    const QJsonObject row = first(ok);
    require(ok[u"chat"] == b.direct() && ok[u"epoch"] == b.epoch(), u"chat and epoch"_s, ok);
    require(row[u"mid"] == mid && row[u"seq"].toInteger() >= 1 && row[u"rev"].toInteger() >= 1 &&
                row[u"by"] == b.account(Bench::Ana).user && row[u"body"] == u"hello"_s &&
                row[u"at"].toInteger() > 0,
            u"the stored message"_s, ok);
}

void deleteOfTheUnknown(Bench &b)
{
    Link &ana = b.link(Bench::Ana);
    const QString mid = b.id();
    const QJsonObject grave = first(ana.askOk(deleting(b.direct(), mid, b.id())));
    require(grave[u"dead"].toBool() && grave[u"mid"] == mid, u"a tombstone for a mid never seen"_s, grave);
    const QJsonObject late = first(ana.askOk(sending(b.direct(), mid, u"too late"_s)));
    require(late[u"dead"].toBool() && late[u"seq"] == grave[u"seq"], u"the tombstone to a late send"_s, late);
}

void dense(Bench &b)
{
    const QString chat = b.group();
    const Bench::Who who[] = {Bench::Ana, Bench::Ben, Bench::Cy};
    QList<std::pair<Link *, qint64>> asked;
    for (int i = 0; i < 12; ++i) {
        Link &link = b.link(who[i % 3]);
        asked.emplaceBack(&link, link.send(sending(chat, b.id(), u"at once %1"_s.arg(i))));
    }
    for (const auto &[link, id] : asked) link->answer(id);
    const QJsonObject whole = b.whole(Bench::Ana, chat);
    QList<qint64> seqs, revs;
    for (const auto &row : whole[u"rows"].toArray()) {
        revs << row[u"rev"].toInteger();
        if (row[u"k"].isUndefined()) seqs << row[u"seq"].toInteger();
    }
    require(std::is_sorted(revs.begin(), revs.end()), u"rows ascending by rev"_s, whole);
    std::sort(seqs.begin(), seqs.end());
    for (qsizetype i = 0; i < seqs.size() && whole[u"t"] == u"delta"_s; ++i)
        require(seqs[i] == i + 1, u"seqs 1, 2, 3 … without a hole"_s,
                u"%1 at place %2"_s.arg(seqs[i]).arg(i + 1));
    std::sort(revs.begin(), revs.end());
    require(std::adjacent_find(revs.begin(), revs.end()) == revs.end(), u"no rev twice"_s, whole);
}

void sendTwice(Bench &b)
{
    Link &ana = b.link(Bench::Ana);
    const QString mid = b.id();
    const QJsonObject once = first(ana.askOk(sending(b.direct(), mid, u"once"_s)));
    const Cursor before = b.cursor(Bench::Ana, b.direct());
    const QJsonObject again = first(b.link(Bench::Ana2).askOk(sending(b.direct(), mid, u"once"_s)));
    require(again == once, u"the stored row again, also to another device"_s, again);
    const Cursor after = b.cursor(Bench::Ana, b.direct());
    require(after.at == before.at, u"no change by a repetition"_s, u"the chat's position moved"_s);
}

void changesTwice(Bench &b)
{
    Link &ana = b.link(Bench::Ana);
    const QString mid = b.id(), op = b.id(), chat = b.direct();
    ana.askOk(sending(chat, mid, u"a"_s));
    const QJsonObject edit = first(ana.askOk(editing(chat, mid, op, 0, u"b"_s)));
    require(edit[u"ev"] == 1 && edit[u"body"] == u"b"_s, u"ev 1 after an edit"_s, edit);
    require(first(ana.askOk(editing(chat, mid, op, 0, u"b"_s))) == edit, u"the same row for the same op"_s);
    const QJsonObject react{{u"t"_s, u"react"_s},  {u"chat"_s, chat}, {u"mid"_s, mid}, {u"op"_s, b.id()},
                            {u"emoji"_s, u"+1"_s}, {u"on"_s, true},   {u"base"_s, 0}};
    const QJsonObject reaction = first(ana.askOk(react));
    require(first(ana.askOk(react)) == reaction, u"the same reaction for the same op"_s);
    const QJsonObject uset{{u"t"_s, u"uset"_s}, {u"kind"_s, u"pin"_s}, {u"key"_s, chat},
                           {u"op"_s, b.id()},   {u"base"_s, 0},        {u"value"_s, 3}};
    const QJsonObject row = ana.askOk(uset)[u"row"].toObject();
    require(ana.askOk(uset)[u"row"] == row, u"the same state row for the same op"_s);
    const QJsonObject make{{u"t"_s, u"chat.new"_s},
                           {u"chat"_s, b.id()},
                           {u"op"_s, b.id()},
                           {u"kind"_s, u"group"_s},
                           {u"members"_s, QJsonArray{b.account(Bench::Ben).user}},
                           {u"title"_s, u"Twice"_s}};
    ana.askOk(make);
    const Cursor made = b.cursor(Bench::Ana, make[u"chat"].toString());
    ana.askOk(make);
    require(b.cursor(Bench::Ana, make[u"chat"].toString()).at == made.at, u"one chat for one op"_s);
}

void rememberedAfterRemoval(Bench &b)
{
    const QString chat = b.newGroup({Bench::Cy});
    Link &cy = b.link(Bench::Cy), &ana = b.link(Bench::Ana);
    const QString mid = b.id();
    const QJsonObject row = first(cy.askOk(sending(chat, mid, u"before"_s)));
    ana.askOk(member(chat, b.id(), u"remove"_s, b.account(Bench::Cy).user));
    const QJsonObject again = first(cy.askOk(sending(chat, mid, u"before"_s)));
    require(again[u"seq"] == row[u"seq"], u"the stored row to a repetition after the removal"_s, again);
    cy.askErr(sending(chat, b.id(), u"after"_s), u"not_member"_s);
}

void rights(Bench &b)
{
    const QString chat = b.group();
    Link &ana = b.link(Bench::Ana), &ben = b.link(Bench::Ben), &cy = b.link(Bench::Cy);
    const QString mid = first(ana.askOk(sending(chat, b.id(), u"mine"_s)))[u"mid"].toString();
    ben.askErr(editing(chat, mid, b.id(), 0, u"yours"_s), u"forbidden"_s);
    ben.askErr(deleting(chat, mid, b.id()), u"forbidden"_s);
    ben.askErr({{u"t"_s, u"chat.set"_s},
                {u"chat"_s, chat},
                {u"op"_s, b.id()},
                {u"base"_s, 0},
                {u"title"_s, u"Ben's"_s}},
               u"forbidden"_s);
    ben.askErr(member(chat, b.id(), u"remove"_s, b.account(Bench::Cy).user), u"forbidden"_s);
    QJsonObject role = member(chat, b.id(), u"role"_s, b.account(Bench::Cy).user);
    role[u"role"] = u"admin"_s;
    ben.askErr(role, u"forbidden"_s);
    ana.askErr(member(b.direct(), b.id(), u"add"_s, b.account(Bench::Cy).user), u"forbidden"_s);
    const QString direct = b.direct();
    const QJsonObject asked[] = {
        sending(direct, b.id(), u"intruder"_s),
        {{u"t"_s, u"sync"_s}, {u"chat"_s, direct}, {u"at"_s, zero()}, {u"rx"_s, 0}},
        {{u"t"_s, u"hist"_s}, {u"chat"_s, direct}, {u"lo"_s, 1}, {u"hi"_s, 5}},
        {{u"t"_s, u"have"_s}, {u"chat"_s, direct}, {u"mids"_s, QJsonArray{mid}}},
        {{u"t"_s, u"sync"_s}, {u"chat"_s, b.id()}, {u"at"_s, zero()}, {u"rx"_s, 0}},
    };
    for (const QJsonObject &request : asked) cy.askErr(request, u"not_member"_s);
}

void everyDeviceHears(Bench &b)
{
    const QString chat = b.direct();
    Link *links[] = {&b.link(Bench::Ana), &b.link(Bench::Ana2), &b.link(Bench::Ben)};
    qsizetype marks[3] = {};
    for (int i = 0; i < 3; ++i) marks[i] = links[i]->mark();
    const QString mid = b.id();
    b.say(Bench::Ana, chat, u"to all"_s, mid);
    for (int i = 0; i < 3; ++i)
        links[i]->push(
            u"an ev with the message on every device of every member"_s,
            [&](const QJsonObject &f) {
                return f[u"t"] == u"ev"_s && f[u"rows"].toArray().at(0)[u"mid"] == mid;
            },
            marks[i]);
}

void nothingAfterRemoval(Bench &b)
{
    const QString chat = b.newGroup({Bench::Ben, Bench::Cy});
    Link &ana = b.link(Bench::Ana), &cy = b.link(Bench::Cy);
    ana.askOk(member(chat, b.id(), u"remove"_s, b.account(Bench::Cy).user));
    cy.push(u"a uev with left true"_s, [&](const QJsonObject &f) {
        const auto row = f[u"rows"].toArray().at(0);
        return f[u"t"] == u"uev"_s && row[u"key"] == chat && row[u"value"][u"left"].toBool();
    });
    const qsizetype from = cy.mark();
    Link &ben = b.link(Bench::Ben);
    const qsizetype benFrom = ben.mark();
    b.say(Bench::Ana, chat, u"without Cy"_s);
    ben.push(
        u"an ev at the member"_s, [&](const QJsonObject &f) { return f[u"chat"] == chat; }, benFrom);
    cy.barrier();
    for (const QJsonObject &ev : cy.pushes(u"ev"_s, from))
        require(ev[u"chat"] != chat, u"no event after the removal"_s, ev);
}

void watermarks(Bench &b)
{
    const QString chat = b.direct();
    Link &ben = b.link(Bench::Ben);
    const qint64 seq = b.say(Bench::Ana, chat, u"seen?"_s)[u"seq"].toInteger();
    const auto receipt = [&](qint64 delivered, qint64 seen) {
        const QJsonObject ok =
            ben.askOk({{u"t"_s, u"rcpt"_s}, {u"items"_s, QJsonArray{QJsonArray{chat, delivered, seen}}}});
        const QJsonArray item = ok[u"items"].toArray().at(0).toArray();
        require(item.size() == 4 && item[0] == chat, u"[chat, delivered, seen, unread]"_s, ok);
        return std::pair(item[1].toInteger(), item[2].toInteger());
    };
    require(receipt(seq, seq - 1) == std::pair(seq, seq - 1), u"the watermarks as they were sent"_s);
    require(receipt(1, 0) == std::pair(seq, seq - 1), u"watermarks that never fall"_s);
    require(receipt(seq + 1000, seq + 1000) == std::pair(seq, seq),
            u"watermarks of at most the chat's seq"_s);
}

void receiptsOfOthers(Bench &b)
{
    Link &cy = b.link(Bench::Cy);
    const QString group = b.group();
    b.say(Bench::Ana, group, u"for Cy"_s);
    const QJsonObject ok =
        cy.askOk({{u"t"_s, u"rcpt"_s},
                  {u"items"_s, QJsonArray{QJsonArray{b.direct(), 1, 1}, QJsonArray{group, 0, 1}}}});
    const QJsonArray items = ok[u"items"].toArray();
    require(items.size() == 1 && items[0].toArray()[0] == group, u"only chats of the caller in the answer"_s,
            ok);
    require(items[0].toArray()[1].toInteger() >= 1, u"seen raises delivered with it"_s, ok);
    cy.askErr({{u"t"_s, u"rcpt"_s}, {u"items"_s, QJsonArray{QJsonArray{b.direct(), 1, 1}}}}, u"not_member"_s);
}

void addedLearn(Bench &b)
{
    Link &cy = b.link(Bench::Cy);
    const qsizetype from = cy.mark();
    const QString chat = b.newGroup({Bench::Ben});
    b.link(Bench::Ana).askOk(member(chat, b.id(), u"add"_s, b.account(Bench::Cy).user));
    cy.push(
        u"a uev with the state row chat"_s,
        [&](const QJsonObject &f) {
            const auto row = f[u"rows"].toArray().at(0);
            return f[u"t"] == u"uev"_s && row[u"kind"] == u"chat"_s && row[u"key"] == chat &&
                   row[u"value"][u"left"] == false;
        },
        from);
    const QJsonObject whole = b.whole(Bench::Cy, chat);
    require(whole[u"seq"].toInteger() >= 1, u"the whole history for the added"_s, whole);
}

void stateOfTheServer(Bench &b)
{
    for (const QString &kind : {u"seen"_s, u"chat"_s})
        b.link(Bench::Ana)
            .askErr({{u"t"_s, u"uset"_s},
                     {u"kind"_s, kind},
                     {u"key"_s, b.direct()},
                     {u"op"_s, b.id()},
                     {u"base"_s, 0},
                     {u"value"_s, 1}},
                    u"forbidden"_s);
}

void blocking(Bench &b)
{
    Link &ben = b.link(Bench::Ben);
    const auto block = [&](const QJsonValue &value, qint64 base) {
        return ben
            .askOk({{u"t"_s, u"uset"_s},
                    {u"kind"_s, u"block"_s},
                    {u"key"_s, b.account(Bench::Ana).user},
                    {u"op"_s, b.id()},
                    {u"base"_s, base},
                    {u"value"_s, value}})[u"row"][u"ver"]
            .toInteger();
    };
    const QString chat = b.direct();
    const qint64 ver = block(true, 0);
    const QJsonObject sends[] = {b.link(Bench::Ana).ask(sending(chat, b.id(), u"blocked"_s)),
                                 ben.ask(sending(chat, b.id(), u"blocked"_s))};
    block(QJsonValue::Null, ver); // before anything is judged: the chat is shared
    for (const QJsonObject &answer : sends)
        require(answer[u"code"] == u"blocked"_s, u"blocked, for both"_s, answer);
    b.say(Bench::Ana, chat, u"unblocked"_s);
}

void rowAsItIsNow(Bench &b)
{
    Link &ana = b.link(Bench::Ana);
    const QString chat = b.direct(), mid = b.id();
    ana.askOk(sending(chat, mid, u"one"_s));
    ana.askOk(editing(chat, mid, b.id(), 0, u"two"_s));
    require(first(ana.askOk(sending(chat, mid, u"one"_s)))[u"body"] == u"two"_s,
            u"the edited row to a repetition"_s);
    ana.askErr(editing(chat, mid, b.id(), 0, u"three"_s), u"conflict"_s);
    const QJsonObject grave = first(ana.askOk(deleting(chat, mid, b.id())));
    require(grave[u"dead"].toBool() && grave[u"body"].toString().isEmpty() && grave[u"ev"] == 2,
            u"a tombstone, ev 2"_s, grave);
    require(first(ana.askOk(sending(chat, mid, u"one"_s)))[u"dead"].toBool(),
            u"the tombstone to a repetition"_s);
}

void otherContent(Bench &b)
{
    Link &ana = b.link(Bench::Ana);
    const QString mid = b.id();
    ana.askOk(sending(b.direct(), mid, u"this"_s));
    ana.askErr(sending(b.direct(), mid, u"that"_s), u"mid_conflict"_s);
    ana.askErr(sending(b.group(), mid, u"this"_s), u"mid_conflict"_s);
    b.link(Bench::Ben).askErr(sending(b.direct(), mid, u"this"_s), u"mid_conflict"_s);
}

void conflicts(Bench &b)
{
    Link &ana = b.link(Bench::Ana);
    const QString chat = b.direct(), mid = b.id(), op = b.id();
    ana.askOk(sending(chat, mid, u"one"_s));
    ana.askOk(editing(chat, mid, b.id(), 0, u"two"_s));
    const QJsonObject err = ana.askErr(editing(chat, mid, op, 0, u"three"_s), u"conflict"_s);
    require(err[u"chat"] == chat && err[u"epoch"] == b.epoch() && first(err)[u"body"] == u"two"_s,
            u"chat, epoch and the stored row with a conflict"_s, err);
    require(first(ana.askOk(editing(chat, mid, op, 1, u"three"_s)))[u"ev"] == 2,
            u"the same op on the new base"_s);
    const auto draft = [&](const QString &text, qint64 base) {
        return QJsonObject{{u"t"_s, u"uset"_s}, {u"kind"_s, u"draft"_s},
                           {u"key"_s, chat},    {u"op"_s, b.id()},
                           {u"base"_s, base},   {u"value"_s, QJsonObject{{u"text"_s, text}}}};
    };
    const qint64 ver = ana.askOk(draft(u"a"_s, 0))[u"row"][u"ver"].toInteger();
    ana.askOk(draft(u"b"_s, ver));
    const QJsonObject state = ana.askErr(draft(u"c"_s, ver), u"conflict"_s);
    require(state[u"row"][u"ver"].toInteger() == ver + 1, u"the stored state row with a conflict"_s, state);
}

void oldMids(Bench &b)
{
    Link &ana = b.link(Bench::Ana);
    const qint64 day = 86'400'000;
    ana.askOk(sending(b.direct(), mint(Bench::now() - 4'000 * day), u"old"_s));
    ana.askOk(sending(b.direct(), mint(Bench::now() + 4'000 * day), u"early"_s));
    ana.askOk(deleting(b.direct(), mint(Bench::now() - 40 * day), b.id()));
}

void refusals(Bench &b)
{
    Link &ana = b.link(Bench::Ana);
    const QString chat = b.direct();
    ana.askErr(sending(chat, b.id(), u" \n "_s), u"bad_request"_s);
    ana.askErr(sending(chat, b.id(), QString(20'000, u'x')), u"too_long"_s);
    QJsonObject service = sending(chat, b.id(), u"x"_s);
    service[u"kind"] = u"service"_s;
    ana.askErr(service, u"bad_request"_s);
    ana.askErr(editing(chat, b.id(), b.id(), 0, u"x"_s), u"no_such_message"_s);
    ana.askErr({{u"t"_s, u"react"_s},
                {u"chat"_s, chat},
                {u"mid"_s, b.id()},
                {u"op"_s, b.id()},
                {u"emoji"_s, u"+1"_s},
                {u"on"_s, true},
                {u"base"_s, 0}},
               u"no_such_message"_s);
    ana.askErr({{u"t"_s, u"chat.new"_s},
                {u"chat"_s, b.id()},
                {u"op"_s, b.id()},
                {u"kind"_s, u"direct"_s},
                {u"members"_s, QJsonArray{b.id()}}},
               u"not_found"_s);
}

void oneDirectChat(Bench &b)
{
    const QJsonObject ok = b.link(Bench::Ben)
                               .askOk({{u"t"_s, u"chat.new"_s},
                                       {u"chat"_s, b.id()},
                                       {u"op"_s, b.id()},
                                       {u"kind"_s, u"direct"_s},
                                       {u"members"_s, QJsonArray{b.account(Bench::Ana).user}}});
    require(ok[u"chat"] == b.direct(), u"the chat that exists"_s, ok);
}

void receiptsArePushed(Bench &b)
{
    const QString chat = b.direct();
    const qint64 seq = b.say(Bench::Ana, chat, u"tick"_s)[u"seq"].toInteger();
    Link &ana = b.link(Bench::Ana);
    const qsizetype from = ana.mark();
    b.link(Bench::Ben).askOk({{u"t"_s, u"rcpt"_s}, {u"items"_s, QJsonArray{QJsonArray{chat, seq, seq}}}});
    const QJsonObject rx = ana.push(
        u"rx with the new watermark"_s,
        [&](const QJsonObject &f) {
            const QJsonArray mark = f[u"mem"].toArray().at(0).toArray();
            return f[u"t"] == u"rx"_s && f[u"chat"] == chat && mark.at(2).toInteger() == seq;
        },
        from);
    require(rx[u"to"].toInteger() > rx[u"f"].toInteger(-1), u"an interval of plain numbers"_s, rx);
}

void oneChangeOneInterval(Bench &b)
{
    const QString chat = b.newGroup({Bench::Ben});
    Link &ana = b.link(Bench::Ana);
    const Cursor before = b.cursor(Bench::Ana, chat);
    const qsizetype from = ana.mark();
    ana.askOk(member(chat, b.id(), u"add"_s, b.account(Bench::Cy).user));
    const QJsonObject ev = ana.push(
        u"an ev for the new member"_s,
        [&](const QJsonObject &f) {
            return f[u"t"] == u"ev"_s && f[u"chat"] == chat && revOf(f[u"f"]) >= revOf(before.at);
        },
        from);
    require(ev[u"f"].toArray() == before.at, u"an interval that begins where the last ended"_s, ev);
    bool memberRow = false, service = false;
    for (const auto &row : ev[u"rows"].toArray()) {
        memberRow = memberRow || row[u"k"] == u"mem"_s;
        service = service || row[u"kind"] == u"service"_s;
    }
    require(memberRow && service, u"the member and the service message in one ev"_s, ev);
}

constexpr ServerCheck checks[] = {
    {"P-6.3", "the answer to a write carries the stored rows", writesCarryRows},
    {"P-6.18", "a conflict carries the stored row; the same op goes on", conflicts},
    {"P-6.19", "mids of any age are taken", oldMids},
    {"P-6.20", "del of a mid never seen leaves a tombstone", deleteOfTheUnknown},
    {"P-6.22", "seq and rev are dense under concurrent writers", dense},
    {"P-6.24", "the same send twice is one message", sendTwice},
    {"P-6.24", "the same op twice is one change", changesTwice},
    {"P-6.24", "a repetition is known after the removal", rememberedAfterRemoval},
    {"P-6.25", "rights are checked for every request", rights},
    {"§9", "requests are refused for the reason that is told", refusals},
    {"P-6.28", "each change is pushed to all devices", everyDeviceHears},
    {"P-6.29", "nobody hears what came after their removal", nothingAfterRemoval},
    {"P-6.30", "watermarks never fall and keep their bounds", watermarks},
    {"P-8.1", "the added learn of the chat and get all of it", addedLearn},
    {"P-8.2", "seen and chat are the server's", stateOfTheServer},
    {"P-8.4", "a blocked direct chat is blocked for both", blocking},
    {"P-9.5", "a repetition gets the row as it is now", rowAsItIsNow},
    {"P-9.6", "the same mid with other content is mid_conflict", otherContent},
    {"P-9.7", "receipts for chats of others are left out", receiptsOfOthers},
    {"P-9.8", "two people have one direct chat", oneDirectChat},
    {"P-9.9", "added users learn of it by uev", addedLearn},
    {"P-10.1", "rx moves by plain numbers", receiptsArePushed},
    {"P-10.2", "one change is one interval", oneChangeOneInterval},
};

} // namespace

std::span<const ServerCheck> writingChecks() { return checks; }

} // namespace kith::conform
