#pragma once
#include "core/wire/poll_codec.h"
#include "tests/server/hidden_contract.h"

/// What every Repository must do with polls; see repository_contract.h.
namespace kith::testkit {

template <class Rig> struct PollWorld : World<Rig> {
    Caller a = this->person(u"ann"_s), b = this->person(u"bob"_s), c = this->person(u"cat"_s);
    ChatId chat = this->group(a, {b.user, c.user});

    Send asking(const ChatId &to, bool multiple = false, bool anonymous = false)
    {
        Send send = this->text(to, u"Which?"_s);
        const Poll poll{{{u"one"_s, 5, true}, {u"two"_s, 1, false}, {u"three"_s, 0, false}},
                        multiple,
                        anonymous,
                        false,
                        6}; // the sender's own count is nobody's business
        send.extra = withPoll({}, poll);
        return send;
    }
    Uset voting(const Mid &mid, int base, VoteMask options, const ChatId &in = {})
    {
        return {u"vote"_s, mid.text(), this->op(), base,
                options != 0 ? encodeVote({in ? in : chat, options}) : removedValue()};
    }
    Poll now(const Mid &mid, const ChatId &in = {})
    {
        const auto page = this->template ask<HavePage>(a, Have{in ? in : chat, {mid}});
        return pollOf(std::get<MessageRow>(page.rows.at(0)).extra).value();
    }
    std::vector<int> counts(const Mid &mid, const ChatId &in = {})
    {
        const Poll poll = now(mid, in);
        std::vector<int> all{poll.voters};
        for (const PollOption &one : poll.options) all.push_back(one.votes);
        return all;
    }
    std::vector<UserId> voters(const Caller &who, const Mid &mid, int option)
    {
        std::vector<UserId> all;
        const Ok ok =
            World<Rig>::plain(this->repo().read(who, ListMembers{chat, {}, {}, false, 10, mid, option}, 0));
        for (const Row &row : ok.rows) all.push_back(std::get<MemberRow>(row).user);
        return all;
    }
};

template <class Rig> void everybodyHasOneVote()
{
    PollWorld<Rig> w;
    const Send send = w.asking(w.chat);
    const MessageRow asked = messageOf(w.ok(w.a, send));
    QCOMPARE(w.counts(send.mid), (std::vector<int>{0, 0, 0, 0}));
    const auto before = w.head(w.a, w.chat).at;
    const Uset first = w.voting(send.mid, 0, 1);
    const Outcome heard = w.call(w.b, first);
    QVERIFY(World<Rig>::plain(heard.answer).state->ver == 1);
    w.ok(w.b, first); // a repetition
    w.ok(w.c, w.voting(send.mid, 0, 1));
    QCOMPARE(w.counts(send.mid), (std::vector<int>{2, 2, 0, 0}));
    QVERIFY(w.voters(w.a, send.mid, 0).size() == 2 && w.voters(w.a, send.mid, 1).empty());
    w.ok(w.b, w.voting(send.mid, 1, 4)); // another device, later
    QCOMPARE(w.counts(send.mid), (std::vector<int>{2, 1, 0, 1}));
    QCOMPARE(w.code(w.b, w.voting(send.mid, 1, 2)), Code::Conflict); // has not seen the other one yet
    w.ok(w.c, w.voting(send.mid, 1, 0));
    QCOMPARE(w.counts(send.mid), (std::vector<int>{1, 0, 0, 1}));
    QVERIFY(w.voters(w.a, send.mid, 2) == std::vector<UserId>{w.b.user});

    // Whoever was away has it from the row: a new revision of the same version of the message.
    const auto delta = w.template ask<Delta>(w.a, w.from(w.chat, before));
    QCOMPARE(delta.rows.size(), size_t(1));
    const auto &row = std::get<MessageRow>(delta.rows.at(0));
    QVERIFY(row.mid == send.mid && row.rev > asked.rev && row.ev == 0 && row.body == send.body);
    QVERIFY(messageOf(w.ok(w.a, send)) == row); // sent again: the row as it is
    Send again = send;                          // by a device that knows the count
    again.extra = row.extra;
    QVERIFY(messageOf(w.ok(w.a, again)) == row);
    w.rig.reopen();
    QCOMPARE(w.counts(send.mid), (std::vector<int>{1, 0, 0, 1}));
    w.ok(w.a, Del{w.chat, send.mid, w.op()});
    QCOMPARE(w.code(w.c, w.voting(send.mid, 2, 1)), Code::NoSuchMessage);
}

template <class Rig> void votesKeepToThePoll()
{
    PollWorld<Rig> w;
    const Caller d = w.person(u"dan"_s);
    const Send one = w.asking(w.chat), many = w.asking(w.chat, true, true);
    w.ok(w.a, one);
    w.ok(w.a, many);
    const MessageRow plain = w.say(w.a, w.chat, u"no poll"_s);
    QCOMPARE(w.code(w.b, w.voting(one.mid, 0, 3)), Code::BadRequest);
    QCOMPARE(w.code(w.b, w.voting(one.mid, 0, 8)), Code::BadRequest);
    QCOMPARE(w.code(w.b, w.voting(plain.mid, 0, 1)), Code::NoSuchMessage);
    QCOMPARE(w.code(d, w.voting(one.mid, 0, 1)), Code::NotMember);
    const ChatId elsewhere = w.direct(w.b, d);
    QCOMPARE(w.code(w.b, w.voting(one.mid, 0, 1, elsewhere)), Code::NoSuchMessage);
    Uset rubbish = w.voting(one.mid, 0, 1);
    for (const char *bad : {"{}", "1", R"({"chat":"x","opts":[0]})"}) {
        rubbish.value = bad;
        QCOMPARE(w.code(w.b, rubbish), Code::BadRequest);
    }
    w.ok(w.b, w.voting(many.mid, 0, 5));
    QCOMPARE(w.counts(many.mid), (std::vector<int>{1, 1, 0, 1}));
    QCOMPARE(w.askCode(w.a, ListMembers{w.chat, {}, {}, false, 10, many.mid, 0}), Code::Forbidden);
    QCOMPARE(w.askCode(w.a, ListMembers{w.chat, {}, {}, false, 10, one.mid, 3}), Code::BadRequest);
    QCOMPARE(w.askCode(w.a, ListMembers{w.chat, {}, {}, false, 10, plain.mid, 0}), Code::NoSuchMessage);
    QCOMPARE(w.askCode(d, ListMembers{w.chat, {}, {}, false, 10, one.mid, 0}), Code::NotMember);
    QCOMPARE(w.code(w.a, Edit{w.chat, one.mid, w.op(), 0, u"Which then?"_s}), Code::Forbidden);

    QCOMPARE(w.code(w.b, ClosePoll{w.chat, one.mid, w.op()}), Code::Forbidden);
    QCOMPARE(w.code(w.a, ClosePoll{w.chat, plain.mid, w.op()}), Code::NoSuchMessage);
    const ClosePoll close{w.chat, many.mid, w.op()};
    const MessageRow closed = messageOf(w.ok(w.a, close));
    QVERIFY(pollOf(closed.extra)->closed);
    QVERIFY(messageOf(w.ok(w.a, close)) == closed);
    QVERIFY(messageOf(w.ok(w.a, ClosePoll{w.chat, many.mid, w.op()})) == closed);
    const Outcome late = w.call(w.b, w.voting(many.mid, 1, 0));
    const Err err = std::get<Err>(late.answer);
    QVERIFY(err.code == Code::Forbidden && err.state && err.state->ver == 1 && late.events.empty());
    QCOMPARE(w.counts(many.mid), (std::vector<int>{1, 1, 0, 1}));

    // Forwarded it asks anew.
    Send on = w.text(w.direct(w.a, d), many.body);
    on.extra = forwardedExtra(closed.extra, {many.mid, w.a.user, {}, 0}, false);
    const auto anew = pollOf(messageOf(w.ok(w.a, on)).extra);
    QVERIFY(anew && !anew->closed && anew->voters == 0 && anew->multiple && anew->options.size() == 3);

    Send bad = w.asking(w.chat);
    for (const char *extra : {R"({"poll":{"opts":["alone"]}})", R"({"poll":{"opts":["a"," "]}})",
                              R"({"poll":1})", R"({"poll":{"opts":["a","b"],"multi":1}})"}) {
        bad.extra = extra;
        QCOMPARE(w.code(w.a, bad), Code::BadRequest);
    }
}

template <class Rig> void votesMayComeBeforeTheirPoll()
{
    PollWorld<Rig> w;
    const Send send = w.asking(w.chat);
    const ChatId other = w.direct(w.b, w.c);
    w.ok(w.a, w.voting(send.mid, 0, 1));
    w.ok(w.b, w.voting(send.mid, 0, 3));        // more than it will take
    w.ok(w.c, w.voting(send.mid, 0, 1, other)); // for a poll of another chat
    w.ok(w.a, send);
    QCOMPARE(w.counts(send.mid), (std::vector<int>{1, 1, 0, 0}));
    w.ok(w.b, w.voting(send.mid, 1, 2));
    QCOMPARE(w.counts(send.mid), (std::vector<int>{2, 1, 1, 0}));
    // Somebody who sends another poll under this id changes nothing here.
    Send stolen = w.asking(other);
    stolen.mid = send.mid;
    QCOMPARE(w.code(w.c, stolen), Code::MidConflict);
    QVERIFY(w.voters(w.a, send.mid, 0) == std::vector<UserId>{w.a.user});
}

template <class Rig> void hiddenAndBlockedPollsTakeNoVotes()
{
    HiddenWorld<Rig> w;
    Send send = w.text(w.chat, u"Which?"_s);
    send.extra = withPoll({}, {{{u"a"_s, 0, false}, {u"b"_s, 0, false}}, false, false, false, 0});
    w.say(send);
    const Uset vote{u"vote"_s, send.mid.text(), w.op(), 0, encodeVote({w.chat, 1})};
    QCOMPARE(w.code(w.c, vote), Code::NoSuchMessage);
    QCOMPARE(w.askCode(w.c, ListMembers{w.chat, {}, {}, false, 10, send.mid, 0}), Code::NoSuchMessage);
    QCOMPARE(w.code(w.c, ClosePoll{w.chat, send.mid, w.op()}), Code::NoSuchMessage);
    w.ok(w.b, vote);

    const ChatId direct = w.direct(w.a, w.b);
    Send there = send;
    there.chat = direct;
    there.mid = w.mid();
    w.ok(w.a, there);
    w.ok(w.a, Uset{u"block"_s, w.b.user.text(), w.op(), 0, "true"});
    QCOMPARE(w.code(w.b, Uset{u"vote"_s, there.mid.text(), w.op(), 0, encodeVote({direct, 1})}),
             Code::Blocked);
}

} // namespace kith::testkit
