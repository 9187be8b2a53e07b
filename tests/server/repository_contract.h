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

    // Removed from the chat, and long after the mid's time: still the original answer (R15).
    w.ok(a, Mem{chat, w.op(), MemAct::Remove, b.user, Role::Member});
    w.now += 2 * limits::midOldestMs;
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
    Send old = w.text(chat, u"old"_s);
    old.mid = Mid::mint(w.now - limits::midOldestMs - 1, w.random);
    QCOMPARE(w.code(a, old), Code::BadMidTime);
    old.mid = Mid::mint(w.now + limits::midNewestMs + 1, w.random);
    QCOMPARE(w.code(a, old), Code::BadMidTime);
    QVERIFY(w.head(a, chat) == before);
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
    QCOMPARE(w.code(a, Del{chat, Mid::mint(w.now - limits::midOldestMs - 1, w.random), w.op()}),
             Code::NoSuchMessage);

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
    const Ok made = std::get<Ok>(out.answer);
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
    QVERIFY(!*w.repo().deviceByToken(token));
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
    QVERIFY(w.ok(a, send) == std::get<Ok>(out.answer));
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
