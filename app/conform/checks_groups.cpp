#include "app/conform/bench.h"

#include <algorithm>

using namespace Qt::StringLiterals;

/// Section 9: what a group may ask of its members.
namespace kith::conform {

namespace {

QJsonObject setting(Bench &b, const QString &chat, qint64 base, const QString &key, const QJsonValue &value)
{
    return {{u"t"_s, u"chat.set"_s}, {u"chat"_s, chat}, {u"op"_s, b.id()}, {u"base"_s, base}, {key, value}};
}
QJsonObject sending(Bench &b, const QString &chat, const QJsonValue &ents = QJsonValue::Undefined)
{
    QJsonObject send{{u"t"_s, u"send"_s}, {u"chat"_s, chat}, {u"mid"_s, b.id()}, {u"body"_s, u"@cy hello"_s}};
    if (!ents.isUndefined()) send[u"ents"] = ents;
    return send;
}

bool holds(const QJsonObject &answer, const QString &mid)
{
    const QJsonArray rows = answer[u"rows"].toArray();
    return std::any_of(rows.begin(), rows.end(), [&](const QJsonValue &row) { return row[u"mid"] == mid; });
}

void hiddenHistory(Bench &b)
{
    const QString chat = b.newGroup({Bench::Ben});
    Link &ana = b.link(Bench::Ana), &cy = b.link(Bench::Cy);
    const QString secret = b.say(Bench::Ana, chat, u"before Cy"_s)[u"mid"].toString();
    ana.askOk(setting(b, chat, 0, u"from_joining"_s, true));
    ana.askOk({{u"t"_s, u"mem"_s},
               {u"chat"_s, chat},
               {u"op"_s, b.id()},
               {u"act"_s, u"add"_s},
               {u"user"_s, b.account(Bench::Cy).user}});
    b.say(Bench::Ana, chat, u"hello Cy"_s);
    const QJsonObject whole = b.whole(Bench::Cy, chat);
    require(!holds(whole, secret), u"nothing from before the joining in sync"_s, whole);
    const QJsonObject hist = cy.ask({{u"t"_s, u"hist"_s}, {u"chat"_s, chat}, {u"lo"_s, 1}, {u"hi"_s, 100}});
    require(!holds(hist, secret) && hist[u"lo"].toInteger() == 1 && !hist[u"rows"].toArray().isEmpty(),
            u"hist that covers the hidden stretch with nothing"_s, hist);
    const QJsonObject have =
        cy.ask({{u"t"_s, u"have"_s}, {u"chat"_s, chat}, {u"mids"_s, QJsonArray{secret}}});
    require(have[u"missing"].toArray() == QJsonArray{secret}, u"the hidden message as missing"_s, have);
    const qsizetype from = cy.mark();
    ana.askOk({{u"t"_s, u"edit"_s},
               {u"chat"_s, chat},
               {u"mid"_s, secret},
               {u"op"_s, b.id()},
               {u"base"_s, 0},
               {u"body"_s, u"still before Cy"_s}});
    const QJsonObject heard = cy.push(
        u"a poke for a change of a hidden message"_s,
        [&](const QJsonObject &f) {
            return (f[u"t"] == u"poke"_s || f[u"t"] == u"ev"_s) && f[u"chat"] == chat;
        },
        from);
    require(heard[u"t"] == u"poke"_s, u"a poke in place of the ev"_s, heard);
}

void channelsAndSlowMode(Bench &b)
{
    const QString chat = b.newGroup({Bench::Ben});
    Link &ana = b.link(Bench::Ana), &ben = b.link(Bench::Ben);
    ana.askOk(setting(b, chat, 0, u"slow"_s, 600));
    const QJsonObject first = sending(b, chat);
    ben.askOk(first);
    const QJsonObject second = ben.askErr(sending(b, chat), u"slow_mode"_s);
    require(second[u"retry_ms"].toInteger() > 0, u"how long to wait"_s, second);
    ben.askOk(first); // a repetition is no second message
    ana.askOk(setting(b, chat, 1, u"channel"_s, true));
    ben.askErr(sending(b, chat), u"forbidden"_s);
    const QString mid = b.say(Bench::Ana, chat, u"news"_s)[u"mid"].toString();
    ben.askOk({{u"t"_s, u"react"_s},
               {u"chat"_s, chat},
               {u"mid"_s, mid},
               {u"op"_s, b.id()},
               {u"emoji"_s, u"👍"_s},
               {u"on"_s, true},
               {u"base"_s, 0}});
}

void mentions(Bench &b)
{
    const QString chat = b.group();
    Link &ana = b.link(Bench::Ana);
    const auto mention = [](int times, const QString &user) {
        QJsonArray ents;
        for (int i = 0; i < times; ++i) ents.append(QJsonArray{u"user"_s, 0, 3, user});
        return ents;
    };
    const QString cy = b.account(Bench::Cy).user;
    ana.askOk(sending(b, chat, mention(1, cy)));
    ana.askOk(sending(b, chat, QJsonArray{QJsonArray{u"all"_s, 0, 3}}));
    ana.askErr(sending(b, chat, mention(1, u"nobody"_s)), u"bad_request"_s);
    ana.askOk(sending(b, chat, mention(50, cy)));
    ana.askErr(sending(b, chat, mention(51, cy)), u"bad_request"_s);
}

constexpr ServerCheck checks[] = {
    {"P-9.18", "who joins sees nothing from before, where the group wants it so", hiddenHistory},
    {"P-9.19", "channels and slow mode hold plain members", channelsAndSlowMode},
    {"P-9.20", "a mention names a user or all", mentions},
};

} // namespace

std::span<const ServerCheck> groupChecks() { return checks; }

} // namespace kith::conform
