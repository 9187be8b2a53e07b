#pragma once
#include "core/wire/codec.h"
#include "core/wire/digest.h"
#include "core/wire/service_note.h"
#include "core/wire/state_value.h"
#include "tests/server/repository_world.h"

#include <QtTest/QTest>
#include <algorithm>

/// What every Repository must do, whatever database it stands on. Each function is one test; `Rig` makes,
/// reopens and removes a real one.
namespace kith::testkit {

template <class Rig> void aCursorThatCannotBeFollowedIsReset()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    for (int i = 0; i < 5; ++i) w.say(a, chat, u"x"_s);
    const auto delta = w.template ask<Delta>(b, w.from(chat, {}, 3));
    QVERIFY(delta.more && delta.rows.size() == 3);
    const auto diverged = [&](Sync sync) {
        const auto reset = w.template ask<Reset>(b, sync);
        return reset.diverged && reset.f == sync.at && reset.askedEpoch == sync.epoch &&
               reset.to == w.head(b, chat).at && reset.lo.value == 1 && reset.rows.size() == 7;
    };
    w.template ask<Delta>(b, w.from(chat, delta.to));
    auto bad = w.from(chat, delta.to);
    bad.at.tag ^= 1; // at a stored row
    QVERIFY(diverged(bad));
    bad = w.from(chat, w.head(b, chat).at);
    bad.at.tag ^= 1; // at the head
    QVERIFY(diverged(bad));
    bad = w.from(chat, {Rev{999}, 1});
    QVERIFY(diverged(bad));
    bad = w.from(chat, delta.to);
    bad.epoch = EpochId::mint(w.now, w.random);
    QVERIFY(diverged(bad));
    bad = w.from(chat, delta.to);
    bad.anchor = Anchor{Seq{1}, w.mid()};
    QVERIFY(diverged(bad));

    for (int i = 0; i < limits::resetAfter; ++i) w.say(a, chat, u"%1"_s.arg(i));
    const auto far = w.template ask<Reset>(b, w.from(chat, delta.to));
    QVERIFY(!far.diverged);
    QCOMPARE(far.lo.value, far.seq.value - limits::resetMessages + 1);
    QCOMPARE(far.unread, limits::unreadCap);
}

template <class Rig> void settingsAreCaughtUpInPages()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s);
    for (int i = 0; i < 450; ++i) w.ok(a, Uset{u"pin"_s, "k" + QByteArray::number(i), w.op(), 0, "1"});
    const auto first = w.template ask<Ureset>(a, Usync{{}, {}});
    QVERIFY(first.more && first.rows.size() == size_t(limits::pageRows));
    size_t rows = first.rows.size();
    UserPosition at = first.to;
    for (bool more = true; more;) {
        const auto page = w.template ask<Udelta>(a, Usync{w.epoch(), at});
        QVERIFY(page.f == at);
        rows += page.rows.size();
        at = page.to;
        more = page.more;
    }
    QCOMPARE(rows, 450U);
    QVERIFY(at == w.template ask<HelloOk>(a, Hello{}).upos);
    at.tag ^= 1;
    w.template ask<Ureset>(a, Usync{w.epoch(), at});
}

template <class Rig> void digestsProveAndHeadsTellTheRest()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s);
    std::vector<ChatId> chats;
    std::vector<DigestItem> items;
    for (int i = 0; i < 20; ++i) chats.push_back(w.direct(a, w.person(u"p%1"_s.arg(i))));
    for (const ChatId &c : chats) {
        const Head h = w.head(a, c);
        items.push_back({c, h.at, h.rx});
    }
    Hello hello;
    QVERIFY(w.template ask<HelloOk>(a, hello).dirty.empty());
    QVERIFY(w.template ask<HelloOk>(a, hello).more);
    hello.epoch = w.epoch();
    hello.dig = digests(hello.epoch, items);
    QVERIFY(w.template ask<HelloOk>(a, hello).dirty.empty());
    w.say(a, chats[3], u"x"_s);
    const auto dirty = w.template ask<HelloOk>(a, hello).dirty;
    QVERIFY(!dirty.empty() && dirty.size() < 20);
    QVERIFY(std::any_of(dirty.begin(), dirty.end(), [&](const Head &h) { return h.chat == chats[3]; }));
    const auto pong = w.template ask<Pong>(a, Ping{hello.epoch, {}, hello.dig});
    QVERIFY(pong.dirty == dirty);
    QVERIFY(!w.template ask<Pong>(a, Ping{}).dirty);
    hello.epoch = EpochId::mint(w.now, w.random); // of another history: all are dirty
    QCOMPARE(w.template ask<HelloOk>(a, hello).dirty.size(), 20U);
}

template <class Rig> void theChatListIsPagedToItsEnd()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s);
    std::vector<ChatId> chats;
    for (int i = 0; i < 23; ++i) {
        w.now += i % 3; // some at the same millisecond
        const Caller other = w.person(u"p%1"_s.arg(i));
        chats.push_back(w.direct(a, other));
        w.say(other, chats.back(), u"hello"_s);
    }
    std::vector<ChatId> seen;
    Chats ask{std::nullopt, 5};
    for (bool more = true; more;) {
        const auto page = w.template ask<ChatsPage>(a, ask);
        for (size_t i = 0; i < page.items.size(); ++i) {
            const Reset &item = page.items[i];
            seen.push_back(item.chat);
            QCOMPARE(item.unread, 1);
            QCOMPARE(item.rows.size(), 3U); // both members and the newest message
            QCOMPARE(item.lo, item.seq);
            QVERIFY(i == 0 || page.acts[i] <= page.acts[i - 1]);
        }
        more = page.more;
        ask.before = ChatsBefore{page.acts.back(), page.items.back().chat};
    }
    std::sort(seen.begin(), seen.end());
    std::sort(chats.begin(), chats.end());
    QVERIFY(seen == chats);

    // A new device takes a group's members and its cursor from the list.
    const Caller b = w.person(u"bob"_s), c = w.person(u"cyd"_s);
    ++w.now;
    const ChatId group = w.group(a, {b.user, c.user});
    const auto first = w.template ask<ChatsPage>(c, Chats{}).items.at(0);
    QCOMPARE(first.chat, group);
    QCOMPARE(std::count_if(first.rows.begin(), first.rows.end(),
                           [](const Row &row) { return std::holds_alternative<MemberRow>(row); }),
             3);
}

template <class Rig> void pagesStayBelowTheFrameLimit()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    std::vector<Mid> mids;
    for (int i = 0; i < 40; ++i) mids.push_back(w.say(a, chat, QString(limits::textBytes, QChar(1))).mid);
    const auto size = [](const ServerFrame &frame) { return encode(Reply{1, frame}).size(); };
    const auto page = w.template ask<HistPage>(b, Hist{chat, Seq{1}, Seq{40}, {}, 200});
    QVERIFY(page.lo.value > 1 && page.rows.size() == size_t(41 - page.lo.value));
    QVERIFY(size(page) <= limits::serverFrameBytes);
    const auto delta = w.template ask<Delta>(b, w.from(chat, {}));
    QVERIFY(delta.more && size(delta) <= limits::serverFrameBytes);
    auto other = w.from(chat, delta.to);
    other.epoch = EpochId::mint(w.now, w.random);
    QVERIFY(size(w.template ask<Reset>(b, other)) <= limits::serverFrameBytes);
    const auto have = w.template ask<HavePage>(b, Have{chat, mids});
    QVERIFY(have.missing.empty() && !have.rows.empty() && size(have) <= limits::serverFrameBytes);
    QVERIFY(size(w.template ask<ChatsPage>(b, Chats{})) <= limits::serverFrameBytes);
}

template <class Rig> void haveTellsWhatIsThere()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b), other = w.group(a, {});
    const MessageRow here = w.say(a, chat, u"here"_s), elsewhere = w.say(a, other, u"else"_s);
    const Mid none = w.mid();
    const auto page = w.template ask<HavePage>(b, Have{chat, {none, here.mid, elsewhere.mid}});
    QVERIFY(page.rows == std::vector<Row>{here});
    QVERIFY(page.missing == (std::vector<Mid>{none, elsewhere.mid}));
}

/// Sums over what was read by other requests equal what `proof` says, whatever kind of row is in it.
template <class Rig> void proofSumsWhatIsThere()
{
    using namespace wire;
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s), stranger = w.person(u"eve"_s);
    const ChatId chat = w.group(a, {b.user});
    const MessageRow first = w.say(a, chat, u"one"_s);
    w.say(b, chat, u"Grüße 👋"_s);
    w.ok(a, React{chat, first.mid, w.op(), u"👍"_s, true, 0});
    w.ok(b, React{chat, first.mid, w.op(), u"👍"_s, true, 0});
    w.ok(b, React{chat, first.mid, w.op(), u"👍"_s, false, 1});
    w.ok(a, Edit{chat, first.mid, w.op(), 0, u"two"_s});
    const auto page = w.template ask<HistPage>(b, Hist{chat, Seq{1}, Seq{100}, {}, 200});
    quint64 sum = 0;
    qint64 messages = 0;
    for (const Row &row : page.rows) {
        const Row told = decodeRow(encodeRow(row)); // as a client holds it
        if (const auto *m = std::get_if<MessageRow>(&told)) sum ^= proofOf(*m), ++messages;
        if (const auto *r = std::get_if<ReactionRow>(&told)) sum ^= proofOf(*r);
    }
    const auto proof = w.template ask<ProofPage>(b, Proof{chat, Seq{1}, Seq{100}, true, true});
    QCOMPARE(proof.n, messages);
    QCOMPARE(proof.sum, sum);
    QCOMPARE(proof.at.at, page.asOf);
    QCOMPARE(proof.lo, Seq{1});
    quint64 members = 0;
    qint64 named = 0;
    for (const Row &row : proof.rows) {
        if (const auto *m = std::get_if<MemberRow>(&row)) members ^= proofOf(*m), ++named;
        if (const auto *c = std::get_if<ChatRow>(&row)) members ^= proofOf(*c);
    }
    QVERIFY(proof.mem && proof.mem->n == 2 && named == 2 && proof.mem->sum == members);
    const auto part = w.template ask<ProofPage>(b, Proof{chat, first.seq, first.seq, false, false});
    QVERIFY(part.n == 1 && part.sum != sum && !part.mem && part.rows.empty());
    QCOMPARE(w.template ask<ProofPage>(b, Proof{chat, Seq{1}, Seq{0}, false, false}).n, 0);
    QCOMPARE(w.askCode(stranger, Proof{chat, Seq{1}, Seq{9}, true, true}), Code::NotMember);
    w.ok(a, Del{chat, first.mid, w.op()});
    QVERIFY(w.template ask<ProofPage>(b, Proof{chat, first.seq, first.seq, false, false}).sum != part.sum);
}

/// A part that is too much for one answer comes back shorter, and the parts together make the whole.
template <class Rig> void proofIsBounded()
{
    using namespace wire;
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    const qint64 more = limits::proofRows + 50;
    for (qint64 i = 0; i < more; ++i) w.say(a, chat, u"m"_s);
    const auto newest = w.template ask<ProofPage>(b, Proof{chat, Seq{1}, Seq{more}, false, false});
    QCOMPARE(newest.n, qint64(limits::proofRows));
    QCOMPARE(newest.lo, Seq{51});
    const auto rest = w.template ask<ProofPage>(b, Proof{chat, Seq{1}, Seq{50}, false, false});
    QVERIFY(rest.n == 50 && rest.lo == Seq{1});
}

/// Nobody holds all members of a large group, so what is said there brings the names along.
template <class Rig> void largeGroupsBringTheNamesOfTheirWriters()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.group(a, {b.user});
    const auto named = [](const std::vector<Row> &rows, const UserId &user) {
        return std::count_if(rows.begin(), rows.end(), [&](const Row &row) {
            const auto *m = std::get_if<MemberRow>(&row);
            return m && m->user == user && !m->name.isEmpty();
        });
    };
    QCOMPARE(named(std::get<Ev>(w.call(b, w.text(chat, u"small"_s)).events.at(0).frame).rows, b.user), 0);
    for (int i = 0; i <= limits::receiptsPerMember; ++i) {
        const auto made =
            World<Rig>::template get<UserMade>(w.one(NewUser{u"member%1"_s.arg(i), u"Member"_s, "h", w.now}));
        w.ok(a, Mem{chat, w.op(), MemAct::Add, made.user, Role::Member});
    }
    const auto before = w.head(a, chat).at;
    const auto said = w.call(b, w.text(chat, u"large"_s));
    const auto ev = std::get<Ev>(said.events.at(0).frame);
    QCOMPARE(named(ev.rows, b.user), 1);
    QVERIFY(ev.f == before && ev.to.at == before.at.next()); // the interval is that of the message
    QCOMPARE(int(said.events[0].audience->size()), limits::receiptsPerMember + 3);
    const auto mid = std::get<MessageRow>(std::get<Ok>(said.answer).rows.at(0)).mid;
    w.ok(a, React{chat, mid, w.op(), u"+"_s, true, 0});
    const auto delta = w.template ask<Delta>(a, w.from(chat, before));
    QVERIFY(named(delta.rows, a.user) == 1 && named(delta.rows, b.user) == 1 && !delta.more);
    QVERIFY(delta.to == w.head(a, chat).at);
    const auto hist = w.template ask<HistPage>(a, Hist{chat, Seq{1}, Seq{9999}, {}, 200});
    QCOMPARE(named(hist.rows, b.user), 1);
    Sync other = w.from(chat, before);
    other.epoch = EpochId::mint(w.now, w.random);
    const auto reset = w.template ask<Reset>(a, other);
    QVERIFY(named(reset.rows, a.user) == 1 && named(reset.rows, b.user) == 1);
    QVERIFY(reset.rows.size() < 2 * size_t(limits::resetMessages) + 10); // and not of all the others
    w.ok(a, Mem{chat, w.op(), MemAct::Remove, b.user, Role::Member});
    const auto after = *w.call(a, w.text(chat, u"gone"_s)).events.at(0).audience;
    QVERIFY(std::find(after.begin(), after.end(), b.user) == after.end());
}

template <class Rig> void accountsAndDevices()
{
    World<Rig> w;
    const Caller a = w.person(u"anna"_s), b = w.person(u"annb"_s), c = w.person(u"cat"_s);
    QCOMPARE(std::get<Error>(w.one(NewUser{u"anna"_s, u"A"_s, "h", w.now})).code, Errc::Refused);
    QCOMPARE(std::get<Error>(w.one(NewDevice{UserId::mint(w.now, w.random), {}, {}, "t", w.now})).code,
             Errc::NotFound);
    const auto account = *w.repo().accountByLogin(u"anna"_s);
    QVERIFY(account && account->user == a.user && account->passwordHash == "hash" && !account->disabled);
    QVERIFY(!*w.repo().accountByLogin(u"nobody"_s));

    const QByteArray token(32, 't');
    const auto made =
        World<Rig>::template get<DeviceMade>(w.one(NewDevice{a.user, u"d"_s, u"k"_s, token, w.now}));
    QVERIFY((*w.repo().deviceByToken(token))->device == made.device);
    const auto ended = World<Rig>::template get<Outcome>(w.one(EndDevice{made.device}));
    QVERIFY(ended.ended.size() == 1 && ended.ended[0].device == made.device);
    QVERIFY((*w.repo().deviceByToken(token))->revoked);
    QVERIFY((*w.repo().device(made.device))->revoked);

    const auto found = w.template ask<Ok>(c, UsersFind{u"@ANN"_s}).users;
    QVERIFY(found.size() == 2 && found[0].user == a.user && found[1].user == b.user);
    QCOMPARE(w.template ask<Ok>(a, UsersFind{u"ann"_s}).users.size(), 1U); // never oneself
    QVERIFY(w.template ask<Ok>(c, UsersFind{u"a"_s}).users.empty());

    const ChatId chat = w.direct(a, b);
    w.one(TouchPresence{b.user, b.device, w.now + 5});
    const auto presence = *w.repo().presence(a, {b.user, c.user});
    QVERIFY(presence == (std::vector<Presence>{{b.user, false, w.now + 5}}));
    QVERIFY(*w.repo().typingAudience(a, chat) == std::vector<UserId>{b.user});
}

template <class Rig> void whatWasAnsweredSurvivesReopening()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    const Send send = w.text(chat, u"durable"_s);
    const auto out = w.call(a, send);
    w.ok(b, Rcpt{{{chat, Seq{1}, Seq{1}}}});
    const auto head = w.head(a, chat);
    const auto epoch = w.epoch();
    w.rig.reopen();
    QVERIFY(w.epoch() == epoch && w.head(a, chat) == head);
    QVERIFY(w.ok(a, send) == w.plain(out.answer));
    QCOMPARE(w.say(b, chat, u"next"_s).seq.value, 2);
    // Not yet published: three rows of making the chat, and one for each message.
    const auto waiting = *w.repo().unpublished(100);
    QCOMPARE(waiting.size(), 5U);
    QVERIFY(waiting[3].relayId == out.events[0].relayId && waiting[3].chat == chat);
    Published published;
    for (const auto &u : waiting) published.relayIds.push_back(u.relayId);
    w.one(published);
    QVERIFY((*w.repo().unpublished(100)).empty());
}

/// A seeded workload, watched by a naive reader who only puts rows on a shelf: events must chain without a
/// hole, and whoever catches up, from any cursor and in pages of any size, must end with the same shelf.
template <class Rig> void everyWayOfCatchingUpEndsTheSame()
{
    World<Rig> w;
    std::vector<Caller> people;
    for (int i = 0; i < 5; ++i) people.push_back(w.person(u"user%1"_s.arg(i)));
    const Caller a = people[0];
    const ChatId chat = w.group(a, {people[1].user, people[2].user});
    SeededRandom dice(20261124);
    Shelf truth;
    truth.put(w.template ask<Delta>(a, w.from(chat, {})).rows);
    ChatPosition at = w.head(a, chat).at;
    std::vector<std::pair<ChatPosition, Shelf>> earlier{{{}, {}}};
    std::vector<Mid> mids;
    std::map<QByteArray, Watermark> marks;
    const auto pick = [&dice](auto &from) -> auto & { return from[dice.below(from.size())]; };
    const auto request = [&]() -> ClientFrame {
        const auto what = mids.empty() ? 0 : dice.below(10);
        if (what < 4) {
            Send send = w.text(chat, QString(int(dice.below(300)) + 1, u'x'));
            mids.push_back(send.mid);
            return send;
        }
        const Mid mid = pick(mids);
        if (what == 4) return Edit{chat, mid, w.op(), int(dice.below(3)), u"edited"_s};
        if (what == 5) return Del{chat, dice.below(4) ? mid : w.mid(), w.op()};
        if (what == 6)
            return React{chat,
                         mid,
                         w.op(),
                         QString(QChar(u'a' + int(dice.below(3)))),
                         dice.below(2) == 0,
                         int(dice.below(3))};
        if (what == 7) return Rcpt{{{chat, Seq{qint64(dice.below(200))}, Seq{qint64(dice.below(200))}}}};
        if (what == 8)
            return Mem{chat, w.op(), dice.below(2) ? MemAct::Add : MemAct::Remove,
                       people[1 + dice.below(4)].user, Role::Member};
        return ChatSet{chat, w.op(), int(dice.below(4)), u"Title"_s};
    };
    for (int round = 0; round < 150; ++round) {
        std::vector<Write> batch;
        for (quint64 i = 0; i <= dice.below(6); ++i)
            batch.push_back(Call{dice.below(2) ? a : pick(people), request(), w.now});
        if (dice.below(3) == 0) batch.push_back(batch.front()); // a repeat
        for (WriteResult &result : w.repo().commit(batch)) {
            const Outcome out = World<Rig>::template get<Outcome>(std::move(result));
            for (const Event &event : out.events) {
                if (const auto *rx = std::get_if<RxEv>(&event.frame))
                    for (const Watermark &mark : rx->mem) {
                        Watermark &old = marks[mark.user.blob()];
                        QVERIFY(mark.delivered >= old.delivered && mark.seen >= old.seen &&
                                mark.seen <= mark.delivered &&
                                mark.delivered.value <= w.head(a, chat).seq.value);
                        old = mark;
                    }
                const auto *ev = std::get_if<Ev>(&event.frame);
                if (!ev) continue;
                QVERIFY(ev->f == at);
                at = ev->to;
                truth.put(ev->rows);
                if (dice.below(8) == 0) earlier.emplace_back(at, truth);
            }
        }
        if (round % 50 == 49) w.rig.reopen();
        w.now += qint64(dice.below(1000));
    }
    QVERIFY(w.head(a, chat).at == at);

    for (auto &[cursor, shelf] : earlier) {
        for (bool more = true; more;) {
            Sync sync = w.from(chat, cursor, 1 + int(dice.below(40)));
            const auto delta = w.template ask<Delta>(a, sync);
            QVERIFY(delta.f == cursor && (!delta.more || int(delta.rows.size()) == sync.max));
            shelf.put(delta.rows);
            cursor = delta.to;
            more = delta.more;
            if (more) continue;
            for (const Watermark &mark : delta.mem) QVERIFY(marks[mark.user.blob()] == mark);
        }
        QVERIFY(cursor == at && shelf == truth);
    }

    Shelf paged; // backwards through the history, page by page
    const Seq last = w.head(a, chat).seq;
    for (Seq hi = last; hi.value > 0;) {
        const auto page = w.template ask<HistPage>(a, Hist{chat, Seq{1}, hi, {}, 1 + int(dice.below(30))});
        QVERIFY(page.hi == hi && page.lo <= hi && page.asOf == at.at);
        paged.put(page.rows);
        hi = Seq{page.lo.value - 1};
    }
    qint64 messages = 0;
    for (const auto &[key, row] : truth.rows) {
        messages += std::holds_alternative<MessageRow>(row);
        if (std::holds_alternative<MessageRow>(row) || std::holds_alternative<ReactionRow>(row))
            QVERIFY(paged.rows[key] == row);
    }
    QCOMPARE(messages, last.value);
}

} // namespace kith::testkit
