#pragma once
#include "core/wire/codec.h"
#include "core/wire/digest.h"
#include "core/wire/service_note.h"
#include "core/wire/state_value.h"
#include "tests/server/repository_contract_reads.h"
#include "tests/server/repository_world.h"

#include <QtTest/QTest>
#include <algorithm>

/// What every Repository must do, whatever database it stands on. Each function is one test; `Rig` makes,
/// reopens and removes a real one.
namespace kith::testkit {

template <class Rig> void sendsAreDenseAndAnswerWithTheRow()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    ChatPosition at = w.head(a, chat).at;
    for (int i = 1; i <= 5; ++i) {
        const auto outcome = w.call(i % 2 ? a : b, w.text(chat, u"text %1"_s.arg(i)));
        const auto row = std::get<MessageRow>(std::get<Ok>(outcome.answer).rows.at(0));
        QCOMPARE(row.seq.value, i);
        QCOMPARE(outcome.events.size(), 1U);
        const auto &ev = std::get<Ev>(outcome.events[0].frame);
        QVERIFY(ev.f == at && ev.to.at == at.at.next() && ev.to.at == row.rev && ev.seq == row.seq);
        QVERIFY(outcome.events[0].relayId > 0);
        QCOMPARE(outcome.events[0].members, 2);
        auto audience = *outcome.events[0].audience;
        std::sort(audience.begin(), audience.end());
        std::vector<UserId> both{a.user, b.user};
        std::sort(both.begin(), both.end());
        QVERIFY(audience == both);
        at = ev.to;
    }
    QVERIFY(w.head(b, chat).at == at);
}

template <class Rig> void aRepeatMeetsItsRowWhateverHappenedMeanwhile()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.group(a, {b.user});
    const Send send = w.text(chat, u"once"_s);
    const Ok first = w.ok(b, send);
    QVERIFY(w.ok(b, send) == first);
    Send other = send;
    other.body = u"else"_s;
    QCOMPARE(w.code(b, other), Code::MidConflict);
    QCOMPARE(w.code(a, send), Code::MidConflict); // somebody else's mid
    Send shadow = send; // under another chat it would shadow the first in mirrors that hold both
    shadow.chat = w.direct(a, b);
    QCOMPARE(w.code(b, shadow), Code::MidConflict);
    QCOMPARE(w.code(a, shadow), Code::MidConflict);
    QCOMPARE(w.code(a, Del{shadow.chat, send.mid, w.op()}), Code::MidConflict);

    // Removed from the chat, and long after: still the original answer (R15).
    w.ok(a, Mem{chat, w.op(), MemAct::Remove, b.user, Role::Member});
    w.now += 60LL * 24 * 3600 * 1000;
    QVERIFY(w.ok(b, send) == first);
    QCOMPARE(w.code(b, w.text(chat, u"new"_s)), Code::NotMember);
}

template <class Rig> void twinsInOneBatchAreStoredOnce()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    const Send send = w.text(chat, u"once"_s);
    const Send blank = w.text(chat, u" \n"_s);
    const auto results = w.repo().commit({Call{a, send, w.now}, Call{a, blank, w.now}, Call{a, send, w.now},
                                          Call{b, w.text(chat, u"next"_s), w.now}});
    const auto first = std::get<Outcome>(results[0]), twin = std::get<Outcome>(results[2]);
    QVERIFY(first.answer == twin.answer);
    QVERIFY(twin.events.empty());
    QCOMPARE(std::get<Err>(std::get<Outcome>(results[1]).answer).code, Code::BadRequest);
    QCOMPARE(std::get<MessageRow>(std::get<Ok>(std::get<Outcome>(results[3]).answer).rows[0]).seq.value, 2);
}

template <class Rig> void whatMayNotBeSentIsRefused()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s), c = w.person(u"cat"_s);
    const ChatId chat = w.direct(a, b);
    const auto before = w.head(a, chat);
    QCOMPARE(w.code(c, w.text(chat, u"hi"_s)), Code::NotMember);
    QCOMPARE(w.code(a, w.text(ChatId::mint(w.now, w.random), u"hi"_s)), Code::NotMember);
    QCOMPARE(w.code(a, w.text(chat, QString(limits::textBytes / 2, u'ä') + u'x')), Code::TooLong);
    QCOMPARE(w.code(a, w.text(chat, u"  \n\t"_s)), Code::BadRequest);
    QCOMPARE(w.code(a, w.text(chat, u"a"_s + QChar(0))), Code::BadRequest);
    QCOMPARE(w.code(a, w.text(chat, u"a"_s + QChar(0xd800))), Code::BadRequest);
    Send service = w.text(chat, u""_s);
    service.kind = u"service"_s;
    QCOMPARE(w.code(a, service), Code::Forbidden);
    QVERIFY(w.head(a, chat) == before);
    for (const qint64 years :
         {-40, 40}) { // no id is refused for its time, or devices would take new ones (P-6.19)
        Send aged = w.text(chat, u"of another age"_s);
        aged.mid = Mid::mint(w.now + years * 365LL * 24 * 3600 * 1000, w.random);
        QVERIFY(w.ok(a, aged) == w.ok(a, aged));
    }
    w.say(a, chat, QString(limits::textBytes / 2, u'ä')); // just fits
}

template <class Rig> void editsCompareAndKeepTheirAnswer()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    const MessageRow m = w.say(a, chat, u"first"_s);
    const Edit edit{chat, m.mid, w.op(), 0, u"second"_s};
    const Ok done = w.ok(a, edit);
    const auto row = std::get<MessageRow>(done.rows[0]);
    QVERIFY(row.ev == 1 && row.body == u"second"_s && row.seq == m.seq && row.rev > m.rev);
    QVERIFY(w.ok(a, edit) == done);
    const auto conflict = std::get<Err>(w.call(a, Edit{chat, m.mid, w.op(), 0, u"late"_s}).answer);
    QVERIFY(conflict.code == Code::Conflict && conflict.rows == done.rows && conflict.epoch == w.epoch());
    QCOMPARE(w.code(b, Edit{chat, m.mid, w.op(), 1, u"x"_s}), Code::Forbidden);
    QCOMPARE(w.code(a, Edit{chat, w.mid(), w.op(), 0, u"x"_s}), Code::NoSuchMessage);
    QCOMPARE(w.code(a, Edit{chat, m.mid, w.op(), 1, u" "_s}), Code::BadRequest);
    w.now += limits::editWindowMs + 1;
    QCOMPARE(w.code(a, Edit{chat, m.mid, w.op(), 1, u"x"_s}), Code::EditWindow);
    QVERIFY(w.ok(a, edit) == done); // the repeat still has its answer
}

template <class Rig> void deletesLeaveATombstoneAlsoForTheUnknown()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    const MessageRow m = w.say(a, chat, u"gone"_s);
    QCOMPARE(w.code(b, Del{chat, m.mid, w.op()}), Code::Forbidden);
    const Del del{chat, m.mid, w.op()};
    const Ok done = w.ok(a, del);
    const auto row = std::get<MessageRow>(done.rows[0]);
    QVERIFY(row.dead && row.body.isEmpty() && row.extra.isEmpty() && row.ev == 1);
    QVERIFY(w.ok(a, del) == done);
    QVERIFY(w.ok(a, Del{chat, m.mid, w.op()}) == done);
    QCOMPARE(std::get<Err>(w.call(a, Edit{chat, m.mid, w.op(), 1, u"x"_s}).answer).code, Code::Conflict);

    // R9: deleted before it came; the late send meets the dead row, whatever it says.
    const Send late = w.text(chat, u"late"_s);
    const Ok buried = w.ok(a, Del{chat, late.mid, w.op()});
    const auto tomb = std::get<MessageRow>(buried.rows[0]);
    QVERIFY(tomb.dead && tomb.seq.value == 2 && tomb.kind == u"text"_s && tomb.sender == a.user);
    QVERIFY(w.ok(a, late) == buried);
    QCOMPARE(w.code(b, late), Code::MidConflict);

    const ChatId group = w.group(a, {b.user});
    const MessageRow bobs = w.say(b, group, u"bob's"_s), anns = w.say(a, group, u"ann's"_s);
    QCOMPARE(w.code(b, Del{group, anns.mid, w.op()}), Code::Forbidden);
    QVERIFY(std::get<MessageRow>(w.ok(a, Del{group, bobs.mid, w.op()}).rows[0]).dead);
}

template <class Rig> void reactionsCompareAndAreBounded()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    const MessageRow m = w.say(a, chat, u"hi"_s);
    const React react{chat, m.mid, w.op(), u"👍"_s, true, 0};
    const Ok done = w.ok(b, react);
    QVERIFY(w.ok(b, react) == done);
    QCOMPARE(std::get<ReactionRow>(done.rows[0]).ver, 1);
    const auto conflict = std::get<Err>(w.call(b, React{chat, m.mid, w.op(), u"👍"_s, false, 0}).answer);
    QVERIFY(conflict.code == Code::Conflict && conflict.rows == done.rows);
    QVERIFY(!std::get<ReactionRow>(w.ok(b, React{chat, m.mid, w.op(), u"👍"_s, false, 1}).rows[0]).on);
    for (int i = 0; i < limits::reactionsPerUser; ++i)
        w.ok(b, React{chat, m.mid, w.op(), QString(QChar(u'a' + i)), true, 0});
    QCOMPARE(w.code(b, React{chat, m.mid, w.op(), u"z"_s, true, 0}), Code::Forbidden);
    QCOMPARE(w.code(b, React{chat, w.mid(), w.op(), u"z"_s, true, 0}), Code::NoSuchMessage);
    QCOMPARE(w.code(a, React{chat, m.mid, w.op(), QString(65, u'x'), true, 0}), Code::BadRequest);
    const auto page = w.template ask<HistPage>(a, Hist{chat, Seq{1}, Seq{1}, {}, 10});
    QCOMPARE(page.rows.size(), 2U + size_t(limits::reactionsPerUser));
}

template <class Rig> void receiptsOnlyGrow()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s), c = w.person(u"cat"_s);
    const ChatId chat = w.direct(a, b);
    for (int i = 0; i < 5; ++i) w.say(a, chat, u"x"_s);
    const auto rcpt = [&](qint64 delivered, qint64 seen) {
        return w.call(b, Rcpt{{{chat, Seq{delivered}, Seq{seen}}}});
    };
    auto out = rcpt(3, 0);
    QVERIFY(std::get<Ok>(out.answer).items == (std::vector<RcptAck>{{chat, Seq{3}, Seq{0}, 5}}));
    QCOMPARE(out.events.size(), 1U);
    auto rx = std::get<RxEv>(out.events[0].frame);
    QVERIFY(rx.f.value == 0 && rx.to.value == 1 &&
            rx.mem == (std::vector<Watermark>{{b.user, Seq{3}, Seq{0}}}));

    out = rcpt(2, 4); // seen lifts delivered; the lower one changes nothing
    QVERIFY(std::get<Ok>(out.answer).items == (std::vector<RcptAck>{{chat, Seq{4}, Seq{4}, 1}}));
    QCOMPARE(out.events.size(), 2U);
    const auto uev = std::get<Uev>(out.events[1].frame);
    QVERIFY(uev.rows[0].kind == u"seen"_s && decodeNumber(uev.rows[0].value) == 4);
    QVERIFY(*out.events[1].audience == std::vector<UserId>{b.user});

    const auto before = w.head(a, chat);
    QVERIFY(rcpt(1, 1).events.empty());
    QVERIFY(w.head(a, chat) == before);
    out = rcpt(99, 99); // no further than there are messages
    QVERIFY(std::get<Ok>(out.answer).items == (std::vector<RcptAck>{{chat, Seq{5}, Seq{5}, 0}}));
    QCOMPARE(w.code(c, Rcpt{{{chat, Seq{1}, Seq{1}}}}), Code::NotMember);

    // A hand-set unread mark goes with the next forward move.
    w.say(a, chat, u"y"_s);
    w.ok(b, Uset{u"unread"_s, chat.text(), w.op(), 0, encodeFlag(true)});
    out = rcpt(6, 6);
    QCOMPARE(out.events.size(), 3U);
    QVERIFY(std::get<Uev>(out.events[2].frame).rows[0].value == removedValue());
}

template <class Rig> void unreadCountsWhatOthersWroteAndStillStands()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.group(a, {b.user}); // its note is seq 1
    const auto unread = [&] { return w.ok(b, Rcpt{{{chat, Seq{1}, Seq{0}}}}).items[0].unread; };
    QCOMPARE(unread(), 0);
    const MessageRow m = w.say(a, chat, u"1"_s);
    w.say(b, chat, u"own"_s);
    w.say(a, chat, u"2"_s);
    QCOMPARE(unread(), 2);
    w.ok(a, Del{chat, m.mid, w.op()});
    QCOMPARE(unread(), 1);
    for (int i = 0; i < limits::unreadCap + 5; ++i) w.say(a, chat, u"x"_s);
    QCOMPARE(unread(), limits::unreadCap);
}

template <class Rig> void settingsCompareAndSendingClearsItsDraft()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    const Uset set{u"draft"_s, chat.text(), w.op(), 0, encodeDraft({u"half"_s, {}})};
    const auto first = w.ok(a, set).state;
    QVERIFY(first && first->ver == 1 && first->device == a.device);
    QVERIFY(w.ok(a, set).state == first);
    const auto conflict = std::get<Err>(w.call(a, Uset{u"draft"_s, chat.text(), w.op(), 0, "1"}).answer);
    QVERIFY(conflict.code == Code::Conflict && conflict.state == first);
    QCOMPARE(w.code(a, Uset{u"seen"_s, chat.text(), w.op(), 0, "1"}), Code::Forbidden);
    QCOMPARE(w.code(a, Uset{u"chat"_s, chat.text(), w.op(), 0, "1"}), Code::Forbidden);
    QCOMPARE(w.code(a, Uset{u"x"_s, QByteArray(65, 'k'), w.op(), 0, "1"}), Code::BadRequest);
    QCOMPARE(w.code(a, Uset{u"x"_s, "k", w.op(), 0, QByteArray(limits::stateValueBytes + 1, '1')}),
             Code::TooLong);

    Send other = w.text(chat, u"not from the draft"_s);
    other.draftVer = 7;
    QCOMPARE(w.call(a, other).events.size(), 1U);
    Send send = w.text(chat, u"half done"_s);
    send.draftVer = 1;
    const auto out = w.call(a, send);
    QCOMPARE(out.events.size(), 2U);
    const auto row = std::get<Uev>(out.events[0].frame).rows[0];
    QVERIFY(row.kind == u"draft"_s && row.value == removedValue() && row.ver == 2);
}

template <class Rig> void aDirectChatIsOneForEachPair()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatNew make{ChatId::mint(w.now, w.random), w.op(), ChatKind::Direct, {b.user}, {}};
    const auto out = w.call(a, make);
    const Ok made = w.plain(out.answer);
    QVERIFY(made.chat == make.chat && made.rows.size() == 3);
    QCOMPARE(out.events.size(), 3U); // each member's own devices, then the chat
    QVERIFY(w.ok(a, make) == made);
    const Ok theirs = w.ok(b, ChatNew{ChatId::mint(w.now, w.random), w.op(), ChatKind::Direct, {a.user}, {}});
    QVERIFY(theirs == made);
    QCOMPARE(w.code(a, ChatNew{ChatId::mint(w.now, w.random), w.op(), ChatKind::Direct, {a.user}, {}}),
             Code::BadRequest);
    QCOMPARE(w.code(a, ChatNew{ChatId::mint(w.now, w.random),
                               w.op(),
                               ChatKind::Direct,
                               {UserId::mint(w.now, w.random)},
                               {}}),
             Code::NotFound);
    QCOMPARE(w.code(b, ChatNew{make.chat, w.op(), ChatKind::Group, {}, u"T"_s}), Code::MidConflict);
    QCOMPARE(w.code(a, Mem{make.chat, w.op(), MemAct::Leave, {}, Role::Member}), Code::Forbidden);
    QCOMPARE(w.code(a, ChatSet{make.chat, w.op(), 0, u"T"_s}), Code::Forbidden);
}

template <class Rig> void rightsInAGroup()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s), c = w.person(u"cat"_s),
                 d = w.person(u"dan"_s);
    const ChatId chat = w.group(a, {b.user, c.user});
    QCOMPARE(w.code(d, Mem{chat, w.op(), MemAct::Add, d.user, Role::Member}), Code::NotMember);
    const Mem add{chat, w.op(), MemAct::Add, d.user, Role::Member};
    const auto out = w.call(b, add); // any member adds
    const auto added = std::get<Ok>(out.answer);
    QCOMPARE(added.rows.size(), 3U);
    QCOMPARE(std::get<ChatRow>(added.rows[1]).members, 4);
    QCOMPARE(serviceNote(std::get<MessageRow>(added.rows[2]).extra)->act, u"added"_s);
    QVERIFY(std::get<Uev>(out.events[0].frame).rows[0].kind == u"chat"_s);
    QVERIFY(w.call(b, add).events.empty());

    QCOMPARE(w.code(b, Mem{chat, w.op(), MemAct::Remove, d.user, Role::Member}), Code::Forbidden);
    QCOMPARE(w.code(b, Mem{chat, w.op(), MemAct::SetRole, d.user, Role::Admin}), Code::Forbidden);
    QCOMPARE(w.code(b, ChatSet{chat, w.op(), 0, u"New"_s}), Code::Forbidden);
    w.ok(a, Mem{chat, w.op(), MemAct::SetRole, c.user, Role::Admin});
    QCOMPARE(w.code(c, Mem{chat, w.op(), MemAct::Remove, a.user, Role::Member}), Code::Forbidden);
    const ChatSet set{chat, w.op(), 0, u" New "_s};
    QVERIFY(std::get<ChatRow>(w.ok(c, set).rows[0]).title == u"New"_s);
    QVERIFY(w.call(c, set).events.empty());
    QCOMPARE(std::get<Err>(w.call(c, ChatSet{chat, w.op(), 0, u"Late"_s}).answer).code, Code::Conflict);
    QCOMPARE(w.code(c, ChatSet{chat, w.op(), 1, QString(limits::titleChars + 1, u'x')}), Code::TooLong);

    // The owner leaves: the oldest admin takes over; a repeat of the leave keeps its answer.
    const Mem leave{chat, w.op(), MemAct::Leave, {}, Role::Member};
    w.ok(a, leave);
    QVERIFY(std::get<MemberRow>(w.ok(a, leave).rows[0]).left);
    QCOMPARE(w.code(a, w.text(chat, u"x"_s)), Code::NotMember);
    w.ok(c, Mem{chat, w.op(), MemAct::SetRole, b.user, Role::Admin}); // c is the owner now
    w.ok(c, Mem{chat, w.op(), MemAct::Leave, {}, Role::Member});
    w.ok(b, Mem{chat, w.op(), MemAct::Remove, d.user, Role::Member}); // and b after c
    w.ok(b, Mem{chat, w.op(), MemAct::Leave, {}, Role::Member});      // nobody is left
}

template <class Rig> void whoIsRemovedHearsNothingMoreAndMayComeBack()
{
    World<Rig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.group(a, {b.user});
    w.say(b, chat, u"hi"_s);
    const auto hears = [](const Outcome &out, const UserId &user) {
        return std::any_of(out.events.begin(), out.events.end(), [&](const Event &e) {
            return e.chat && std::count(e.audience->begin(), e.audience->end(), user) > 0;
        });
    };
    const auto out = w.call(a, Mem{chat, w.op(), MemAct::Remove, b.user, Role::Member});
    QVERIFY(!hears(out, b.user) && hears(out, a.user));
    const auto uev = std::get<Uev>(out.events[0].frame);
    QVERIFY(decodeMembership(uev.rows[0].value)->left &&
            *out.events[0].audience == std::vector<UserId>{b.user});
    QVERIFY(!hears(w.call(a, w.text(chat, u"secret"_s)), b.user));
    QCOMPARE(w.askCode(b, w.from(chat, {})), Code::NotMember);
    QCOMPARE(w.askCode(b, Hist{chat, Seq{1}, Seq{9}, {}, 10}), Code::NotMember);
    QCOMPARE(w.askCode(b, Have{chat, {w.mid()}}), Code::NotMember);
    QCOMPARE(w.code(b, Rcpt{{{chat, Seq{1}, Seq{1}}}}), Code::NotMember);
    QVERIFY(w.template ask<ChatsPage>(b, Chats{}).items.empty());
    QVERIFY((*w.repo().typingAudience(b, chat)).empty());

    w.ok(a, Mem{chat, w.op(), MemAct::Add, b.user, Role::Member});
    QVERIFY(hears(w.call(a, w.text(chat, u"hello again"_s)), b.user));
    QCOMPARE(w.template ask<Delta>(b, w.from(chat, {})).seq, w.head(a, chat).seq);
}

} // namespace kith::testkit
