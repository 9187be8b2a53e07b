#pragma once
#include "core/wire/attachment_codec.h"
#include "core/wire/content_codec.h"
#include "core/wire/service_note.h"
#include "core/wire/state_value.h"
#include "tests/server/repository_world.h"

#include <QtTest/QTest>

/// What every Repository must do with what is in messages, and with time; see repository_contract.h.
namespace kith::testkit {

inline MessageRow messageOf(const Ok &ok) { return std::get<MessageRow>(ok.rows.at(0)); }

template <class Rig> Outcome contentRound(World<Rig> &w)
{
    return World<Rig>::template get<Outcome>(w.one(ContentRound{w.now}));
}

template <class Rig> MessageRow messageAt(World<Rig> &w, const Caller &who, const ChatId &chat, Seq seq)
{
    const auto page = w.template ask<HistPage>(who, Hist{chat, seq, seq, {}, 1});
    return std::get<MessageRow>(page.rows.at(0));
}

template <class Rig> void whatIsInATextIsCheckedAndKept()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    Send send = w.text(chat, u"Hi 👩‍🚀 there"_s);
    send.extra =
        R"({"ents":[["b",0,2],["user",3,5,")" + b.user.text() + R"("],["sparkle",0,1,"x"]],"silent":true})";
    QVERIFY(messageOf(w.ok(a, send)).extra == send.extra); // an unknown kind too
    for (const char *bad :
         {R"([["b",0,15]])", R"([["b",14,1]])", R"([["b",0,0]])", R"([["b",-1,2]])", R"([["b",0]])",
          R"([["b",4,1]])" /* half of a pair */, R"([["link",0,2,"javascript:x"]])",
          R"([["link",0,2,"https://"]])", R"([["link",0,2]])", R"([["user",0,2,"bob"]])", R"("b")",
          R"([["b",9007199254740993,2]])", R"([["b",2147483647,2147483647]])", R"([[1,0,2]])"}) {
        Send wrong = w.text(chat, send.body);
        wrong.extra = QByteArray(R"({"ents":)") + bad + "}";
        QVERIFY2(std::holds_alternative<Err>(w.call(a, wrong).answer), bad);
        QCOMPARE(w.code(a, wrong), Code::BadRequest);
    }
    std::vector<Entity> many(limits::entities + 1, Entity{EntityKind::Bold, 0, 1, {}, {}});
    Send crowd = w.text(chat, u"x"_s);
    crowd.extra = withEntities({}, many);
    QCOMPARE(w.code(a, crowd), Code::BadRequest);
    many.pop_back();
    crowd.extra = withEntities({}, many);
    w.ok(a, crowd);
    for (const char *bad : {R"({"link":{"url":"file:///etc/passwd"}})", R"({"link":{}})", R"({"silent":1})",
                            R"({"link":{"url":"https://a.example","thumb":"%%%"}})", R"({"fwd":true})"}) {
        Send wrong = w.text(chat, u"x"_s);
        wrong.extra = bad;
        QVERIFY2(std::holds_alternative<Err>(w.call(a, wrong).answer), bad);
    }
}

template <class Rig> void forwardsSayWhoseWordsTheyAre()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s), c = w.person(u"cat"_s);
    const ChatId ab = w.direct(a, b), bc = w.direct(b, c);
    const MessageRow said = w.say(a, ab, u"mine"_s);
    const auto forward = [&](const Mid &mid, const QString &body) {
        Send send = w.text(bc, body);
        send.extra = withForward({}, ForwardSource{mid, c.user, u"Somebody"_s, 1}); // as one would lie
        return send;
    };
    const Send send = forward(said.mid, u"mine"_s);
    const MessageRow row = messageOf(w.ok(b, send));
    const auto source = forwardSource(row.extra);
    QVERIFY(source && source->by == a.user && source->name == u"ANN" && source->atMs == said.atMs);
    QVERIFY(messageOf(w.ok(b, send)) == row); // a repeat

    QCOMPARE(w.code(b, forward(said.mid, u"made up"_s)), Code::Forbidden);
    QCOMPARE(w.code(c, forward(said.mid, u"mine"_s)), Code::Forbidden); // never saw it
    QCOMPARE(w.code(b, forward(w.mid(), u"mine"_s)), Code::Forbidden);
    QCOMPARE(w.code(b, Edit{bc, send.mid, w.op(), 0, u"other"_s}), Code::Forbidden);

    // Whoever sends it on names the first author; what was said before an edit was said too.
    const Send on = [&] {
        Send s = forward(send.mid, u"mine"_s);
        s.chat = w.direct(c, a);
        return s;
    }();
    QVERIFY(forwardSource(messageOf(w.ok(c, on)).extra)->by == a.user);
    w.ok(a, Edit{ab, said.mid, w.op(), 0, u"changed"_s});
    w.ok(b, forward(said.mid, u"mine"_s));
    w.ok(b, forward(said.mid, u"changed"_s));
    w.ok(a, Del{ab, said.mid, w.op()});
    QCOMPARE(w.code(b, forward(said.mid, u"changed"_s)), Code::Forbidden);
}

template <class Rig> void aForwardedFileOutlivesItsFirstMessage()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s), c = w.person(u"cat"_s);
    const ChatId ab = w.direct(a, b), bc = w.direct(b, c);
    const AttId att = AttId::mint(w.now, w.random);
    const QByteArray sha(32, 'x');
    w.one(NewFile{att, a, ab, 3, u"a.txt"_s, sha, 1'000, w.now});
    w.one(FileDone{att, sha, u"text/plain"_s, w.now});
    Send send = w.text(ab, u""_s);
    send.extra =
        withAttachments({}, {Attachment{att, u"a.txt"_s, 3, sha, u"text/plain"_s, false, 0, 0, 0, {}, {}}});
    const MessageRow first = messageOf(w.ok(a, send));
    const auto present = [&](const Caller &who) { return (**w.repo().file(who, att)).present; };
    QVERIFY(present(b) && !present(c));

    Send on = w.text(bc, u""_s);
    on.extra = forwardedExtra(first.extra, {first.mid, a.user, {}, 0}, false);
    Send stolen = on; // without the message that lends it
    stolen.mid = w.mid();
    stolen.extra = withForward(on.extra, std::nullopt);
    QCOMPARE(w.code(b, stolen), Code::AttMissing);
    w.ok(b, on);
    QVERIFY(present(b) && present(c));
    w.ok(a, Del{ab, first.mid, w.op()});
    const auto file = **w.repo().file(c, att);
    QVERIFY(file.present && file.state == FileState::Used && file.mid == on.mid && file.owner == b.user);
    QVERIFY(!present(a));
    w.ok(b, Del{bc, on.mid, w.op()});
    QVERIFY((**w.repo().file(c, att)).state == FileState::Released);
}

template <class Rig> void editsKeepWhatWasSaidBefore()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s), c = w.person(u"cat"_s);
    const ChatId chat = w.direct(a, b);
    Send send = w.text(chat, u"version 0"_s);
    send.extra = R"({"ents":[["b",0,7]],"keep":1,"silent":true})";
    w.ok(a, send);
    Edit edit{chat, send.mid, w.op(), 0, u"v1"_s, R"({"ents":[["b",0,7]]})"};
    QCOMPARE(w.code(a, edit), Code::BadRequest); // outside the new text
    edit.extra = R"({"ents":[["i",0,2]]})";
    const MessageRow now = messageOf(w.ok(a, edit));
    QCOMPARE(now.extra, QByteArray(R"({"ents":[["i",0,2]],"keep":1,"silent":true})"));
    const int last = limits::keptVersions + 20;
    for (int ev = 1; ev < last; ++ev) {
        w.now += 1'000;
        w.ok(a, Edit{chat, send.mid, w.op(), ev, u"v%1"_s.arg(ev + 1)});
    }
    QCOMPARE(w.askCode(c, Edits{chat, send.mid, 0}), Code::NotMember);
    QCOMPARE(w.askCode(b, Edits{chat, w.mid(), 0}), Code::NoSuchMessage);
    std::vector<EditsPage::Version> all;
    for (bool more = true; more;) {
        const auto page =
            w.template ask<EditsPage>(b, Edits{chat, send.mid, all.empty() ? 0 : all.back().ev});
        QVERIFY(int(page.versions.size()) <= limits::versionsPage);
        all.insert(all.end(), page.versions.begin(), page.versions.end());
        more = page.more;
    }
    QCOMPARE(int(all.size()), limits::keptVersions);
    QCOMPARE(all.front().ev, last - 1);
    QCOMPARE(all.front().body, u"v%1"_s.arg(last - 1));
    QCOMPARE(all.back().ev, last - limits::keptVersions);
    w.ok(a, Del{chat, send.mid, w.op()});
    QVERIFY(w.template ask<EditsPage>(b, Edits{chat, send.mid, 0}).versions.empty());
}

template <class Rig> void timersTakeMessagesAway()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s), c = w.person(u"cat"_s);
    const ChatId chat = w.direct(a, b), group = w.group(a, {b.user});
    QCOMPARE(w.code(b, SetTimer{group, w.op(), 0, 60}), Code::Forbidden);
    QCOMPARE(w.code(c, SetTimer{chat, w.op(), 0, 60}), Code::NotMember);
    QCOMPARE(w.code(b, SetTimer{chat, w.op(), 0, 1}), Code::BadRequest);
    const MessageRow before = w.say(a, chat, u"stays"_s);
    const SetTimer set{chat, w.op(), 0, 60};
    const Ok ok = w.ok(b, set); // between two people either may
    QCOMPARE(std::get<ChatRow>(ok.rows.at(0)).timerSeconds, 60);
    QCOMPARE(serviceNote(std::get<MessageRow>(ok.rows.at(1)).extra)->seconds, 60);
    QVERIFY(std::get<ChatRow>(w.ok(b, set).rows.at(0)) == std::get<ChatRow>(ok.rows.at(0)));
    QCOMPARE(w.code(a, SetTimer{chat, w.op(), 0, 120}), Code::Conflict);

    Send send = w.text(chat, u"goes"_s);
    send.extra = R"({"exp":1})"; // not the sender's to say
    const MessageRow row = messageOf(w.ok(a, send));
    QCOMPARE(expiryMs(row.extra), w.now + 60'000);
    w.ok(a, Edit{chat, row.mid, w.op(), 0, u"goes too"_s});
    QVERIFY(!*w.repo().contentDue(w.now + 59'999));
    QVERIFY(contentRound(w).events.empty());
    w.now += 60'000;
    QVERIFY(*w.repo().contentDue(w.now));
    const auto at = w.head(a, chat).at;
    const Outcome round = contentRound(w);
    QCOMPARE(round.events.size(), size_t(1));
    const auto &ev = std::get<Ev>(round.events.front().frame);
    QVERIFY(ev.f == at && ev.rows.size() == 1);
    const MessageRow gone = std::get<MessageRow>(ev.rows.front());
    QVERIFY(gone.mid == row.mid && gone.dead && gone.body.isEmpty() && gone.extra.isEmpty());
    QVERIFY(messageAt(w, b, chat, row.seq) == gone);
    QVERIFY(w.template ask<EditsPage>(b, Edits{chat, row.mid, 0}).versions.empty());
    QVERIFY(!*w.repo().contentDue(w.now + 1'000'000'000));
    QVERIFY(!messageAt(w, b, chat, before.seq).dead);
    QVERIFY(messageOf(w.ok(a, send)) == gone); // a late repeat meets the tombstone

    w.ok(a, SetTimer{chat, w.op(), 1, 0});
    QVERIFY(w.say(a, chat, u"stays again"_s).extra.isEmpty());
}

template <class Rig> void scheduledMessagesAreSentOnceInTheirTime()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s), c = w.person(u"cat"_s);
    const ChatId chat = w.group(a, {b.user});
    const auto wish = [&](const Mid &mid, qint64 when, const QString &text = u"later"_s) {
        OutgoingText out;
        out.text = text;
        out.silent = true;
        return Uset{u"sched"_s, mid.text(), w.op(), 0, encodeScheduled({mid, chat, when, out, {}, false})};
    };
    const auto rowOf = [&](const Caller &who, const Mid &mid) {
        for (const StateRow &row : w.template ask<Ureset>(who, Usync{}).rows)
            if (row.kind == u"sched" && row.key == mid.text()) return row;
        return StateRow{};
    };
    const Mid one = w.mid(), two = w.mid(), three = w.mid();
    const Uset first = wish(one, w.now + 10'000);
    w.ok(b, first);
    QCOMPARE(w.code(c, wish(w.mid(), w.now + 10'000)), Code::NotMember);
    QCOMPARE(w.code(b, wish(w.mid(), w.now + limits::scheduleAheadMs + 1)), Code::BadRequest);
    QCOMPARE(w.code(b, Uset{u"sched"_s, w.mid().text(), w.op(), 0, "{}"}), Code::BadRequest);
    w.ok(b, wish(two, w.now + 10'000, u"taken back"_s));
    w.ok(b, Uset{u"sched"_s, two.text(), w.op(), 1, removedValue()});
    w.ok(b, wish(three, w.now + 60'000, u"too late"_s));
    w.now += 9'999;
    QVERIFY(!*w.repo().contentDue(w.now));
    QVERIFY(contentRound(w).events.empty());
    w.now += 1;
    const Seq before = w.head(a, chat).seq;
    const Outcome round = contentRound(w);
    QCOMPARE(w.head(a, chat).seq.value, before.value + 1);
    const MessageRow row = messageAt(w, a, chat, before.next());
    QVERIFY(row.mid == one && row.sender == b.user && row.body == u"later" && row.atMs == w.now);
    QCOMPARE(row.extra, QByteArray(R"({"silent":true})"));
    QCOMPARE(round.events.size(), size_t(2)); // to the chat; to the author's devices
    QCOMPARE(rowOf(b, one).value, removedValue());
    w.rig.reopen();
    QVERIFY(contentRound(w).events.empty());
    // Told again by a device that was away, even under a new op: it is sent already.
    Uset late = wish(one, w.now + 5);
    late.base = rowOf(b, one).ver;
    QCOMPARE(w.ok(b, late).state->value, removedValue());
    w.now += 10;
    QVERIFY(contentRound(w).events.empty());

    w.ok(a, Mem{chat, w.op(), MemAct::Remove, b.user, Role::Member});
    w.now += 60'000;
    const Seq seq = w.head(a, chat).seq;
    contentRound(w);
    QCOMPARE(w.head(a, chat).seq.value, seq.value);
    QCOMPARE(decodeScheduled(three.text(), rowOf(b, three).value)->failed, u"not_member"_s);
    QVERIFY(!*w.repo().contentDue(w.now + 1'000'000'000));
}

template <class Rig> void aDateIsFoundInAChat()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s), c = w.person(u"cat"_s);
    const ChatId chat = w.direct(a, b);
    const auto find = [&](qint64 at) { return w.template ask<DateFound>(b, FindDate{chat, at}).seq.value; };
    QCOMPARE(find(0), 0);
    const qint64 start = w.now;
    for (int i = 1; i <= 9; ++i, w.now += 1'000) w.say(a, chat, u"text %1"_s.arg(i));
    QCOMPARE(find(0), 1);
    for (int i = 0; i < 9; ++i) {
        QCOMPARE(find(start + i * 1'000), i + 1);
        QCOMPARE(find(start + i * 1'000 - 1), i + 1);
    }
    QCOMPARE(find(start + 8'001), 0);
    QCOMPARE(w.askCode(c, FindDate{chat, start}), Code::NotMember);
}

} // namespace kith::testkit
