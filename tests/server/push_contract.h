#pragma once
#include "core/wire/state_value.h"
#include "tests/server/repository_world.h"

#include <QtTest/QTest>

/// What every Repository must do for devices that are not connected. As repository_contract.h.
namespace kith::testkit {

template <class Rig> struct PushWorld : World<Rig> {
    void registered(const Caller &who, const QByteArray &token)
    {
        std::get<PushInfo>(World<Rig>::checked(this->call(who, PushSet{u"fcm"_s, token}).answer));
    }
    std::vector<PushClaim> round(qint64 afterMs, bool withContent = false)
    {
        this->now += afterMs;
        return World<Rig>::template get<PushClaims>(this->one(PushRound{this->now, 100, withContent})).claims;
    }
    void told(const PushClaim &claim, PushOutcome outcome, qint64 retryMs = 0)
    {
        World<Rig>::template get<Done>(
            this->one(PushTold{{{claim, outcome, retryMs, u"because"_s}}, this->now}));
    }
    PushInfo info(const Caller &who) { return this->template ask<PushInfo>(who, PushGet{}); }
    bool due(qint64 afterMs)
    {
        const auto due = this->repo().pushDue(this->now + afterMs);
        if (!due) throw std::runtime_error(due.error().what.toStdString());
        return *due;
    }
};

template <class Rig> void nobodyWantsPushesNothingIsKept()
{
    PushWorld<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    w.say(a, w.direct(a, b), u"hi"_s);
    QVERIFY(!w.due(3'600'000));
    QVERIFY(w.info(b) == PushInfo{});
    QCOMPARE(std::get<PushInfo>(w.call(b, PushGet{true}).answer), PushInfo{}); // a test needs a registration
    QVERIFY(w.round(3'600'000).empty());
}

template <class Rig> void oneDeviceIsWokenOnceForAllThatWaits()
{
    PushWorld<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    w.registered(b, "token-b");
    w.registered(a, "token-a");
    w.say(a, chat, u"one"_s);
    QVERIFY(!w.due(0)); // a moment for a screen that shows it
    w.say(a, chat, u"two"_s);
    QVERIFY(w.due(1'000));
    const auto claims = w.round(1'000);
    QCOMPARE(claims.size(), 1U); // the author's device is not woken
    QCOMPARE(claims[0].token, QByteArrayLiteral("token-b"));
    QVERIFY(claims[0].device == b.device && claims[0].chat == chat);
    QCOMPARE(claims[0].seq.value, 2);
    QCOMPARE(claims[0].news, 2);
    QVERIFY(claims[0].title.isEmpty() && claims[0].body.isEmpty());
    QVERIFY(w.info(b).waiting);

    // Claimed: nobody else gets it while it is under way, and what comes meanwhile waits for its turn.
    w.say(a, chat, u"three"_s);
    QVERIFY(w.round(1'000).empty());
    w.told(claims[0], PushOutcome::Sent);
    QVERIFY(w.round(4'999).empty());
    const auto next = w.round(1);
    QCOMPARE(next.size(), 1U);
    QCOMPARE(next[0].news, 1);
    w.told(next[0], PushOutcome::Sent);
    QVERIFY(!w.due(3'600'000));
    const PushInfo info = w.info(b);
    QCOMPARE(info.sent, 2);
    QCOMPARE(info.result, u"sent"_s);
    QCOMPARE(info.lastMs, w.now);
    QVERIFY(info.registered && !info.waiting);
}

template <class Rig> void aClaimThatNobodyReportsIsMadeAgain()
{
    PushWorld<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    w.registered(b, "token-b");
    w.say(a, w.direct(a, b), u"one"_s);
    QCOMPARE(w.round(1'000).size(), 1U);
    w.rig.reopen();
    QVERIFY(w.round(59'000).empty());
    QCOMPARE(w.round(1'000).size(), 1U);
}

template <class Rig> void whoHasSeenOrMutedOrLeftIsNotWoken()
{
    PushWorld<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s), c = w.person(u"cid"_s),
                 d = w.person(u"dee"_s);
    const ChatId chat = w.group(a, {b.user, c.user, d.user});
    for (const Caller &who : {b, c, d}) w.registered(who, who.device.text());
    w.ok(c, Uset{u"mute"_s, chat.text(), w.op(), 0, encodeNumber(w.now + 10'000)});
    w.ok(a, Mem{chat, w.op(), MemAct::Remove, d.user, Role::Member});
    const MessageRow row = w.say(a, chat, u"one"_s);
    w.ok(b, Rcpt{{{chat, row.seq, row.seq}}});
    QVERIFY(w.round(2'000).empty());

    // Who is named is woken all the same, and only they.
    Send named = w.text(chat, u"@cid look"_s);
    named.extra = "{\"ents\":[[\"user\",0,4,\"" + c.user.text() + "\"]]}";
    w.ok(a, named);
    const auto woken = w.round(2'000);
    QCOMPARE(woken.size(), 2U); // b is not muted
    QVERIFY(woken[0].user == c.user || woken[1].user == c.user);
    for (const PushClaim &claim : woken) w.told(claim, PushOutcome::Sent, 0);

    // Seen between claim and push counts too; a mute that has run out does not.
    w.now += 20'000;
    const MessageRow late = w.say(a, chat, u"two"_s);
    w.repo().commit({PushRound{w.now, 100, false}});
    auto claims = w.round(1'000);
    QCOMPARE(claims.size(), 2U);
    for (const PushClaim &claim : claims) w.told(claim, PushOutcome::Retry, 30'000);
    w.ok(b, Rcpt{{{chat, late.seq, late.seq}}});
    claims = w.round(30'000);
    QCOMPARE(claims.size(), 1U);
    QVERIFY(claims[0].user == c.user);
    QCOMPARE(w.info(b).result, u"seen"_s);
    QVERIFY(!w.info(b).waiting);
}

template <class Rig> void deletedMessagesWakeNobodyAndSilentOnesSoftly()
{
    PushWorld<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    w.registered(b, "token-b");
    const MessageRow gone = w.say(a, chat, u"oops"_s);
    w.ok(a, Del{chat, gone.mid, w.op()});
    QVERIFY(w.round(2'000).empty());
    Send soft = w.text(chat, u"psst"_s);
    soft.extra = R"({"silent":true})";
    w.ok(a, soft);
    auto claims = w.round(2'000);
    QCOMPARE(claims.size(), 1U);
    QVERIFY(claims[0].silent);
    w.told(claims[0], PushOutcome::Sent);
    w.ok(
        a, soft = [&] {
            Send again = w.text(chat, u"psst"_s);
            again.extra = R"({"silent":true})";
            return again;
        }());
    w.say(a, chat, u"HELLO"_s); // one loud message makes the whole push loud
    claims = w.round(10'000, true);
    QCOMPARE(claims.size(), 1U);
    QVERIFY(!claims[0].silent);
    QCOMPARE(claims[0].body, u"HELLO"_s);
    QCOMPARE(claims[0].title, u"ANN"_s);
}

template <class Rig> void deadTokensAreNotUsedAgain()
{
    PushWorld<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    w.registered(b, "old");
    w.say(a, chat, u"one"_s);
    w.told(w.round(1'000).at(0), PushOutcome::DeadToken);
    PushInfo info = w.info(b);
    QCOMPARE(info.result, u"dead"_s);
    QCOMPARE(info.provider, u"fcm"_s); // the last result stays to be seen
    QVERIFY(!info.registered && !info.waiting);
    w.say(a, chat, u"two"_s);
    QVERIFY(w.round(60'000).empty());
    w.registered(b, "new");
    w.say(a, chat, u"three"_s);
    const PushClaim claim = w.round(1'000).at(0);
    QCOMPARE(claim.token, QByteArrayLiteral("new"));
    // A verdict about a token that has been replaced meanwhile says nothing about the new one.
    w.registered(b, "newer");
    w.told(claim, PushOutcome::DeadToken);
    QVERIFY(w.info(b).registered);

    // The same installation under another account: the first is not woken any more.
    w.registered(a, "newer");
    QVERIFY(w.info(b) == PushInfo{});
    QVERIFY(w.call(a, PushSet{}).events.empty());
    QVERIFY(w.info(a) == PushInfo{});
}

template <class Rig> void whatFailsIsTriedLaterAndGivenUpAtLast()
{
    PushWorld<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    w.registered(b, "token-b");
    w.say(a, w.direct(a, b), u"one"_s);
    int tries = 0;
    PushClaim claim = w.round(1'000).at(0);
    w.told(claim, PushOutcome::Retry, 90'000); // as the provider asked
    QVERIFY(w.round(89'999).empty());
    qint64 waited = 0;
    for (w.now += 1; tries < 100; ++tries) {
        const auto claims = w.round(0);
        if (claims.empty()) break;
        w.told(claims[0], PushOutcome::Retry);
        QCOMPARE(w.info(b).result, u"retry"_s);
        if (!w.info(b).waiting) break;
        qint64 wait = 0;
        while (!w.due(wait)) wait += 1'000;
        QVERIFY(wait >= waited || wait == 3'600'000); // never sooner than before, never over an hour
        waited = wait;
        w.now += wait;
    }
    QCOMPARE(tries, 22); // and one before: 24 with the last
    QVERIFY(!w.info(b).waiting);
    QCOMPARE(w.info(b).detail, u"because"_s);
}

template <class Rig> void endedDevicesAndAccountsAreForgotten()
{
    PushWorld<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    w.registered(b, "token-b");
    w.say(a, chat, u"one"_s);
    w.one(EndDevice{b.device});
    QVERIFY(w.round(10'000).empty());
    QVERIFY(w.info(b) == PushInfo{});
}

template <class Rig> void aBigGroupIsSpreadInParts()
{
    PushWorld<Rig> w;
    const Caller owner = w.person(u"owner"_s);
    const ChatId chat = w.group(owner, {});
    constexpr int people = 1'100;
    // Everything of one kind in one transaction, or the disk's syncs would take a minute.
    std::vector<Write> writes;
    for (int i = 0; i < people; ++i)
        writes.push_back(NewUser{u"p%1"_s.arg(i), u"P%1"_s.arg(i), QByteArrayLiteral("hash"), w.now});
    std::vector<UserId> users;
    for (WriteResult &made : w.repo().commit(writes))
        users.push_back(w.template get<UserMade>(std::move(made)).user);
    writes.clear();
    for (int i = 0; i < people; i += 10) {
        const QByteArray token = OpId::mint(w.now, w.random).blob() + OpId::mint(w.now, w.random).blob();
        writes.push_back(NewDevice{users[size_t(i)], u"phone"_s, u"kith/1"_s, token, w.now});
    }
    std::vector<Write> more;
    int device = 0;
    for (WriteResult &made : w.repo().commit(writes)) {
        const DeviceId id = w.template get<DeviceMade>(std::move(made)).device;
        more.push_back(Call{{users[size_t(device)], id}, PushSet{u"fcm"_s, id.text()}, w.now});
        device += 10;
    }
    for (const UserId &user : users)
        more.push_back(Call{owner, Mem{chat, w.op(), MemAct::Add, user, Role::Member}, w.now});
    for (WriteResult &result : w.repo().commit(more))
        w.checked(w.template get<Outcome>(std::move(result)).answer);
    w.say(owner, chat, u"all"_s);
    size_t woken = 0;
    int rounds = 0;
    for (qint64 wait = 1'000; w.due(wait); wait = 0) {
        for (const PushClaim &claim : w.round(wait)) {
            w.told(claim, PushOutcome::Sent);
            ++woken;
        }
        QVERIFY(++rounds < 20);
    }
    QCOMPARE(woken, 110U);
    QVERIFY(rounds > 1);
}

} // namespace kith::testkit
