#pragma once
#include "core/wire/group_values.h"
#include "tests/server/content_contract.h"

/// What every Repository must do where a group has rules: hidden history stays hidden whichever way somebody
/// asks, and what was scheduled meets the rules of its moment; see repository_contract.h.
namespace kith::testkit {

inline ChatSet setting(const ChatId &chat, const OpId &op, int base, const GroupSettings &settings)
{
    return {chat, op, base, {}, settings, {}, {}, {}};
}

/// A group of ann's with bob, where cat sees what is said from her joining on. `old` is from before.
template <class Rig> struct HiddenWorld : World<Rig> {
    Caller a = this->person(u"ann"_s), b = this->person(u"bob"_s), c = this->person(u"cat"_s);
    ChatId chat = this->group(a, {b.user});
    MessageRow old;

    void say(const Send &send)
    {
        old = messageOf(this->ok(a, send));
        this->now += 1'000;
        GroupSettings set;
        set.fromJoining = true;
        this->ok(a, setting(chat, this->op(), 0, set));
        this->ok(a, Mem{chat, this->op(), MemAct::Add, c.user, Role::Member});
    }
};

template <class Rig> void whatAHiddenMessageSaidBeforeIsHidden()
{
    HiddenWorld<Rig> w;
    w.say(w.text(w.chat, u"secret"_s));
    w.ok(w.a, Edit{w.chat, w.old.mid, w.op(), 0, u"secret still"_s});
    QCOMPARE(w.template ask<EditsPage>(w.b, Edits{w.chat, w.old.mid, 0}).versions.size(), size_t(1));
    QCOMPARE(w.askCode(w.c, Edits{w.chat, w.old.mid, 0}), Code::NoSuchMessage);
}

template <class Rig> void dateKnowsNoHiddenMoment()
{
    HiddenWorld<Rig> w;
    w.say(w.text(w.chat, u"secret"_s));
    QCOMPARE(w.template ask<DateFound>(w.b, FindDate{w.chat, w.old.atMs}).atMs, w.old.atMs);
    const auto found = w.template ask<DateFound>(w.c, FindDate{w.chat, w.old.atMs});
    QVERIFY(found.seq > w.old.seq && found.atMs > w.old.atMs);
    const auto first = w.template ask<HistPage>(w.c, Hist{w.chat, Seq{1}, Seq{100}, {}, 100});
    QVERIFY(std::any_of(first.rows.begin(), first.rows.end(), [&](const Row &row) {
        const auto *m = std::get_if<MessageRow>(&row);
        return m && m->seq == found.seq;
    }));
}

template <class Rig> void whatIsHiddenIsNotForwarded()
{
    HiddenWorld<Rig> w;
    w.say(w.text(w.chat, u"secret"_s));
    Send on = w.text(w.direct(w.c, w.b), u"secret"_s);
    on.extra = withForward({}, ForwardSource{w.old.mid, w.a.user, {}, 0});
    QCOMPARE(w.code(w.c, on), Code::Forbidden);
    w.ok(w.b, on); // who sees it may
}

template <class Rig> void filesOfHiddenMessagesAreHidden()
{
    HiddenWorld<Rig> w;
    const ChatId ab = w.direct(w.a, w.b);
    const AttId own = AttId::mint(w.now, w.random), lent = AttId::mint(w.now, w.random);
    const QByteArray sha(32, 'x');
    const auto upload = [&](const AttId &att, const ChatId &chat) {
        w.one(NewFile{att, w.a, chat, 3, u"a.txt"_s, sha, 1'000, w.now});
        w.one(FileDone{att, sha, u"text/plain"_s, w.now});
        Send send = w.text(chat, u""_s);
        send.extra = withAttachments(
            {}, {Attachment{att, u"a.txt"_s, 3, sha, u"text/plain"_s, false, 0, 0, 0, {}, {}}});
        return send;
    };
    const auto present = [&](const Caller &who, const AttId &att) {
        return (**w.repo().file(who, att)).present;
    };
    const MessageRow source = messageOf(w.ok(w.a, upload(lent, ab)));
    Send on = w.text(w.chat, u""_s);
    on.extra = forwardedExtra(source.extra, {source.mid, w.a.user, {}, 0}, false);
    w.ok(w.b, on); // by a second use
    w.say(upload(own, w.chat));
    for (const AttId &att : {own, lent}) QVERIFY(present(w.b, att) && !present(w.c, att));
    Send again = w.text(w.chat, u""_s); // shown since, so it is there
    again.extra = on.extra;
    w.ok(w.b, again);
    QVERIFY(present(w.c, lent) && !present(w.c, own));
}

template <class Rig> void whatIsScheduledMeetsTheRulesOfItsMoment()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.group(a, {b.user});
    const auto wish = [&](const Mid &mid, qint64 when) {
        OutgoingText out;
        out.text = u"later"_s;
        return Uset{u"sched"_s, mid.text(), w.op(), 0, encodeScheduled({mid, chat, when, out, {}, false})};
    };
    const auto failed = [&](const Mid &mid) -> std::optional<QString> {
        for (const StateRow &row : w.template ask<Ureset>(b, Usync{}).rows)
            if (row.kind == u"sched" && row.key == mid.text() && row.value != removedValue())
                return decodeScheduled(row.key, row.value)->failed;
        return std::nullopt;
    };
    const auto seq = [&] { return w.head(a, chat).seq.value; };
    GroupSettings set;
    set.slowSeconds = 60;
    w.ok(a, setting(chat, w.op(), 0, set));
    const Mid one = w.mid(), two = w.mid(), three = w.mid();
    for (const Mid &mid : {one, two}) w.ok(b, wish(mid, w.now + 1'000));
    w.ok(b, wish(three, w.now + 200'000));
    w.now += 1'000;
    const qint64 before = seq();
    contentRound(w);
    QCOMPARE(seq(), before + 1); // the other one waits as a send would
    QCOMPARE(w.code(b, w.text(chat, u"too fast"_s)), Code::SlowMode);
    w.now += 59'999;
    contentRound(w);
    QCOMPARE(seq(), before + 1);
    w.now += 1;
    contentRound(w);
    QCOMPARE(seq(), before + 2);
    QVERIFY(!failed(one) && !failed(two) && failed(three)->isEmpty());

    set.channel = true;
    w.ok(a, setting(chat, w.op(), 1, set));
    QCOMPARE(w.code(b, wish(w.mid(), w.now + 1'000)), Code::Forbidden); // nor is one taken
    w.now += 200'000;
    const qint64 last = seq();
    contentRound(w);
    QCOMPARE(seq(), last);
    QCOMPARE(failed(three), std::optional(u"forbidden"_s));
}

template <class Rig> void mentionsAreHeldToTheirBounds()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    std::vector<UserId> people{b.user};
    while (int(people.size()) < limits::mentionAllMembers)
        people.push_back(w.person(u"p%1"_s.arg(people.size())).user);
    const ChatId chat = w.group(a, people);
    const auto with = [&](const QByteArray &part, int times) {
        Send send = w.text(chat, u"@everyone"_s);
        QByteArrayList parts(times, part);
        send.extra = "{\"ents\":[" + parts.join(',') + "]}";
        return send;
    };
    const QByteArray all = R"(["all",0,4])", user = R"(["user",0,4,")" + a.user.text() + R"("])";
    QCOMPARE(w.code(b, with(all, 1)), Code::Forbidden);
    w.ok(a, with(all, 1));
    w.ok(b, with(user, limits::mentions));
    QCOMPARE(w.code(b, with(user, limits::mentions + 1)), Code::BadRequest);
    const MessageRow plain = w.say(b, chat, u"@everyone"_s);
    QCOMPARE(w.code(b, Edit{chat, plain.mid, w.op(), 0, u"@everyone"_s, with(all, 1).extra}),
             Code::Forbidden);
    w.ok(a, Mem{chat, w.op(), MemAct::Remove, people.back(), Role::Member}); // small enough now
    w.ok(b, with(all, 1));
}

/// However a message goes, it is pinned no more.
template <class Rig> void whatIsGoneIsNotPinned()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.group(a, {b.user});
    w.ok(a, SetTimer{chat, w.op(), 0, 60});
    const MessageRow row = w.say(b, chat, u"rules"_s);
    w.ok(a, ChatSet{chat, w.op(), 1, {}, {}, row.mid, {}, {}});
    w.now += 60'000;
    const Outcome round = contentRound(w);
    const auto &rows = std::get<Ev>(round.events.at(0).frame).rows;
    QVERIFY(std::any_of(rows.begin(), rows.end(), [](const Row &any) {
        const auto *info = std::get_if<ChatRow>(&any);
        return info && settingsOf(info->extra).pins.empty();
    }));
}

} // namespace kith::testkit
