#include "tests/kit/mirror_fixture.h"

using namespace Qt::StringLiterals;
using namespace kith;

class TestTables : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void metaSurvivesReopening();
    void chatsSurviveReopening();
    void infoMovesOnlyForward();
    void messagesKeepEveryField();
    void upsertKnowsNewOldAndOrphan();
    void aQueuedMessageBecomesTheServersRow();
    void divergence();
    void membersAndMarks();
    void reactions();
    void ranges();
    void lanes();
    void aChatChangesItsId();
    void receipts();
    void drafts();
    void states();
    void quarantine();
    void aRolledBackKeyIsForgotten();
};

using Outcome = Upserted::Outcome;

void TestTables::metaSurvivesReopening()
{
    MirrorFixture f;
    const DeviceId device = f.id<DeviceId>();
    const EpochId epoch = f.id<EpochId>();
    const UserPosition at{{41}, 0xffff'0000'ffff'0001ULL};
    f.require(f.mirror->write([&] {
        f.mirror->meta.setDevice(device);
        f.mirror->meta.setServer(u"https://chat.example"_s);
        f.mirror->meta.setEpoch(epoch);
        f.mirror->meta.setUserPosition(at);
        f.mirror->meta.setClockOffsetMs(-1'500);
        f.mirror->meta.setLastSyncMs(123);
    }));
    f.openMirror();
    QCOMPARE(f.mirror->meta.user(), f.me);
    QCOMPARE(f.mirror->meta.device(), device);
    QCOMPARE(f.mirror->meta.server(), u"https://chat.example"_s);
    QCOMPARE(f.mirror->meta.epoch(), epoch);
    QCOMPARE(f.mirror->meta.userPosition(), at);
    QCOMPARE(f.mirror->meta.clockOffsetMs(), -1'500);
    QCOMPARE(f.mirror->meta.lastSyncMs(), 123);
}

void TestTables::chatsSurviveReopening()
{
    MirrorFixture f;
    StoredChat c;
    c.chat = f.id<ChatId>();
    c.info = {ChatKind::Group, u"Garden"_s, 4, 3, {9}, 0, R"({"about":"Beds","new":[1]})"};
    c.epoch = f.id<EpochId>();
    c.at = {{12}, 0x8000'0000'0000'0003ULL};
    c.rx = {5};
    c.seq = {8};
    c.actMs = 77;
    c.serverUnread = 6;
    c.serverUnreadUpTo = {8};
    c.known = true;
    f.require(f.mirror->write([&] { f.mirror->chats.put(c); }));
    f.openMirror();
    QCOMPARE(f.mirror->chats.find(c.chat), std::optional(c));
    QVERIFY(!f.mirror->chats.find(f.id<ChatId>()));
    f.require(f.mirror->write([&] {
        f.mirror->chats.raiseSeq(c.chat, {7});
        f.mirror->chats.raiseAct(c.chat, 78);
        f.mirror->chats.setRx(c.chat, {6});
    }));
    c.actMs = 78;
    c.rx = {6};
    QCOMPARE(f.mirror->chats.all(), std::vector{c});
    const auto items = f.mirror->chats.digestItems();
    QCOMPARE(items.size(), size_t(1));
    QCOMPARE(items[0].at, c.at);
    f.require(f.mirror->write([&] { f.mirror->chats.setLeft(c.chat, true); }));
    QVERIFY(f.mirror->chats.digestItems().empty());
}

void TestTables::infoMovesOnlyForward()
{
    MirrorFixture f;
    const ChatId chat = f.chat(ChatKind::Group, {}, u"Old"_s);
    f.require(f.mirror->write([&] {
        QVERIFY(f.mirror->chats.setInfo(chat, {ChatKind::Group, u"New"_s, 1, 2, {5}}));
        QVERIFY(!f.mirror->chats.setInfo(chat, {ChatKind::Group, u"Late"_s, 1, 1, {4}}));
        QVERIFY(!f.mirror->chats.setInfo(chat, {ChatKind::Group, u"New"_s, 1, 2, {5}})); // changes nothing
        QVERIFY(f.mirror->chats.setInfo(chat, {ChatKind::Group, u"New"_s, 1, 3, {6}, 0, R"({"slow":30})"}));
        QVERIFY(!f.mirror->chats.setInfo(chat, {ChatKind::Group, u"New"_s, 1, 3, {6}, 0, R"({"slow":30})"}));
    }));
    QCOMPARE(f.mirror->chats.find(chat)->info.extra, QByteArray(R"({"slow":30})"));
    QCOMPARE(f.mirror->chats.find(chat)->info.title, u"New"_s);
}

void TestTables::messagesKeepEveryField()
{
    MirrorFixture f;
    const ChatId chat = f.chat(ChatKind::Group, {});
    MessageRow row = f.row(4, f.id<UserId>(), u"naïve 🌍 text"_s);
    row.kind = u"poll"_s;
    row.reply = f.id<Mid>();
    row.root = f.id<Mid>();
    row.ev = 3;
    row.extra = R"({"silent":true,"w":"é"})";
    f.put(chat, row);
    f.openMirror();
    const auto found = f.mirror->messages.find(row.mid);
    QVERIFY(found);
    QCOMPARE(found->row, row);
    QCOMPARE(found->chat, chat);
    QCOMPARE(f.mirror->messages.atSeq(chat, {4}), found);
    QCOMPARE(f.mirror->messages.newestUpTo(chat, {99}), found);
    QVERIFY(!f.mirror->messages.newestUpTo(chat, {3}));
}

void TestTables::upsertKnowsNewOldAndOrphan()
{
    MirrorFixture f;
    const ChatId chat = f.chat(ChatKind::Group, {});
    MessageRow row = f.row(1, f.me, u"one"_s);
    row.rev = {10};
    MessageRow edited = row;
    edited.body = u"two"_s;
    edited.rev = {11};
    const MessageRow rival = f.row(1, f.me, u"other"_s);
    f.require(f.mirror->write([&] {
        QCOMPARE(f.mirror->messages.upsert(chat, row).outcome, Outcome::Inserted);
        QCOMPARE(f.mirror->messages.upsert(chat, row).outcome,
                 Outcome::Updated); // the same again is harmless
        QCOMPARE(f.mirror->messages.upsert(chat, edited).outcome, Outcome::Updated);
        QCOMPARE(f.mirror->messages.upsert(chat, row).outcome, Outcome::Stale);
        QCOMPARE(f.mirror->messages.upsert(chat, rival), (Upserted{Outcome::Blocked, row.mid}));
    }));
    QCOMPARE(f.mirror->messages.find(row.mid)->row, edited);
    QVERIFY(!f.mirror->messages.find(rival.mid));
    f.require(f.mirror->write([&] {
        f.mirror->messages.remove(row.mid);
        QCOMPARE(f.mirror->messages.upsert(chat, rival).outcome, Outcome::Inserted);
    }));
}

void TestTables::aQueuedMessageBecomesTheServersRow()
{
    MirrorFixture f;
    const ChatId chat = f.chat(ChatKind::Group, {});
    MessageRow first = f.row(0, f.me, u"first"_s), second = f.row(0, f.me, u"second"_s);
    f.require(f.mirror->write([&] {
        QCOMPARE(f.mirror->messages.insertQueued(chat, first), 1);
        QCOMPARE(f.mirror->messages.insertQueued(chat, second), 2);
        f.mirror->messages.setRefused(first.mid, u"too_long"_s);
    }));
    auto unsent = f.mirror->messages.unsent(chat, 10);
    QCOMPARE(unsent.size(), size_t(2));
    QCOMPARE(unsent[0].state, MessageState::Refused);
    QCOMPARE(unsent[0].refusedCode, u"too_long"_s);
    QCOMPARE(unsent[1].row.mid, second.mid);
    MessageRow stored = second;
    stored.seq = {1};
    stored.rev = {2};
    f.require(f.mirror->write([&] {
        QCOMPARE(f.mirror->messages.upsert(chat, stored).outcome, Outcome::Updated);
        f.mirror->messages.requeue(first.mid);
        f.mirror->messages.setUnsentBody(first.mid, u"shorter"_s);
        f.mirror->messages.setUnsentBody(second.mid, u"must not change"_s);
    }));
    const auto sent = f.mirror->messages.find(second.mid);
    QCOMPARE(sent->row, stored);
    QCOMPARE(sent->state, MessageState::Sent);
    unsent = f.mirror->messages.unsent(chat, 10);
    QCOMPARE(unsent.size(), size_t(1));
    QCOMPARE(unsent[0].state, MessageState::Queued);
    QCOMPARE(unsent[0].row.body, u"shorter"_s);
}

void TestTables::divergence()
{
    MirrorFixture f;
    const UserId other = f.user(u"ann"_s, u"Ann"_s);
    const ChatId chat = f.chat(ChatKind::Direct, {other});
    const qint64 start = f.nowMs;
    const auto rows = f.fill(chat, other, 6); // mine are the even ones
    f.require(f.mirror->write([&] {
        f.mirror->messages.markUnverified(chat);
        f.mirror->messages.upsert(chat, rows[2]); // confirmed
    }));
    QCOMPARE(f.mirror->messages.unverified(chat, {2}, {4}), (std::vector{rows[1].mid, rows[3].mid}));
    QCOMPARE(f.mirror->messages.find(rows[2].mid)->state, MessageState::Sent);
    auto own = f.mirror->messages.ownSince(chat, f.me, start, {}, 2);
    QCOMPARE(own.size(), size_t(2));
    QCOMPARE(own[0].row.mid, rows[1].mid);
    own = f.mirror->messages.ownSince(chat, f.me, start, own[1].row.mid, 2);
    QCOMPARE(own.size(), size_t(1));
    QCOMPARE(own[0].row.mid, rows[5].mid);
    QVERIFY(f.mirror->messages.ownSince(chat, f.me, f.nowMs + 1, {}, 9).empty());
}

void TestTables::membersAndMarks()
{
    MirrorFixture f;
    const UserId ann = f.id<UserId>(), bob = f.id<UserId>();
    const ChatId chat = f.chat(ChatKind::Group, {});
    f.require(f.mirror->write([&] {
        QVERIFY(f.mirror->members.raise(chat, {ann, {3}, {2}})); // the mark may come before the row
        QVERIFY(f.mirror->members.upsert(
            chat, {ann, u"ann"_s, u"Ann"_s, Role::Admin, false, {4}, R"({"new":true})"}));
        QVERIFY(!f.mirror->members.upsert(chat, {ann, u"ann"_s, u"Old"_s, Role::Member, false, {3}}));
        QVERIFY(f.mirror->members.raise(chat, {ann, {2}, {5}}));
        QVERIFY(!f.mirror->members.raise(chat, {ann, {4}, {5}}));
        QVERIFY(f.mirror->members.upsert(chat, {bob, u"bob"_s, u"Bob"_s, Role::Member, true, {5}}));
    }));
    f.openMirror();
    const auto found = f.mirror->members.find(chat, ann);
    QVERIFY(found);
    QCOMPARE(*found,
             (StoredMember{{ann, u"ann"_s, u"Ann"_s, Role::Admin, false, {4}, R"({"new":true})"}, {5}, {5}}));
    f.require(f.mirror->write([&] {
        f.mirror->members.lowerAll(chat, {4});
        f.mirror->members.keepOnly(chat, {ann});
    }));
    const auto all = f.mirror->members.all(chat, 10);
    QCOMPARE(all.size(), size_t(1));
    QCOMPARE(all[0].seen, Seq{4});
    QCOMPARE(f.mirror->members.user(bob), std::optional(UserInfo{bob, u"bob"_s, u"Bob"_s}));
}

void TestTables::reactions()
{
    MirrorFixture f;
    const ChatId chat = f.chat(ChatKind::Group, {});
    const MessageRow m = f.put(chat, f.row(1, f.me, u"x"_s));
    const ReactionRow on{m.mid, f.me, u"👍"_s, true, 1, {5}}, off{m.mid, f.me, u"👍"_s, false, 2, {6}};
    f.require(f.mirror->write([&] {
        QVERIFY(f.mirror->reactions.upsert(chat, on));
        QVERIFY(f.mirror->reactions.upsert(chat, off));
        QVERIFY(!f.mirror->reactions.upsert(chat, on));
    }));
    QCOMPARE(f.mirror->reactions.find(m.mid, f.me, u"👍"_s), std::optional(off));
    QCOMPARE(f.mirror->reactions.ofMessage(m.mid), std::vector{off});
    // Another history has it as it was before, under a lower rev. Simulated (seed 1430): also of a message
    // that is not held yet.
    const ReactionRow early{Mid::mint(1, f.random), f.me, u"👍"_s, false, 2, {7}};
    f.require(f.mirror->write([&] {
        QVERIFY(f.mirror->reactions.upsert(chat, early));
        f.mirror->reactions.markUnverified(chat);
        for (const Mid &mid : {m.mid, early.mid})
            QVERIFY(f.mirror->reactions.upsert(chat, {mid, f.me, u"👍"_s, true, 1, {5}}));
    }));
    for (const Mid &mid : {m.mid, early.mid})
        QVERIFY(f.mirror->reactions.find(mid, f.me, u"👍"_s)->on);
    f.require(f.mirror->write([&] { f.mirror->messages.remove(m.mid); }));
    QVERIFY(f.mirror->reactions.ofMessage(m.mid).empty());
}

void TestTables::ranges()
{
    MirrorFixture f;
    const ChatId chat = f.chat(ChatKind::Group, {});
    const std::vector<HeldRange> first{{{1}, {4}, Rev{9}}, {{8}, {20}, std::nullopt}};
    const std::vector<HeldRange> second{{{1}, {4}, Rev{12}}, {{6}, {7}, Rev{0}}, {{8}, {21}, std::nullopt}};
    f.require(f.mirror->write([&] { f.mirror->ranges.replace(chat, first); }));
    QCOMPARE(f.mirror->ranges.list(chat), first);
    f.require(f.mirror->write([&] { f.mirror->ranges.replace(chat, second); }));
    f.openMirror();
    QCOMPARE(f.mirror->ranges.list(chat), second);
}

void TestTables::lanes()
{
    MirrorFixture f;
    const ChatId a = f.chat(ChatKind::Group, {}), b = f.chat(ChatKind::Group, {});
    const Mid mid = f.id<Mid>();
    std::vector<qint64> pks;
    f.require(f.mirror->write([&] {
        const auto add = [&](const ChatId &chat, const QString &kind, const Mid &of) {
            OutboxEntry e;
            e.chat = chat;
            e.kind = kind;
            e.mid = of;
            e.op = f.id<OpId>();
            e.payload = "{\"t\":\"x\"}";
            e.enteredMs = f.nowMs;
            pks.push_back(f.mirror->outbox.append(e));
        };
        add(a, u"send"_s, mid);
        add(b, u"send"_s, f.id<Mid>());
        add({}, u"uset"_s, {});
        add(a, u"edit"_s, mid);
        add({}, u"uset"_s, {});
    }));
    const auto heads = [&] {
        std::vector<qint64> all;
        for (const auto &e : f.mirror->outbox.heads(10)) all.push_back(e.pk);
        return all;
    };
    QCOMPARE(heads(), (std::vector{pks[0], pks[1], pks[2]}));
    f.require(f.mirror->write([&] {
        f.mirror->outbox.bumpTries(pks[0]);
        f.mirror->outbox.refuse(pks[0], u"forbidden"_s);
        f.mirror->outbox.settle(pks[1]);
        f.mirror->outbox.settle(pks[2]);
        f.mirror->outbox.setPayload(pks[3], "new");
        f.mirror->outbox.setError(pks[3], u"busy"_s);
    }));
    f.openMirror();
    QCOMPARE(heads(), (std::vector{pks[3], pks[4]}));
    QCOMPARE(f.mirror->outbox.headOf(a)->payload, QByteArray("new"));
    QCOMPARE(f.mirror->outbox.headOf(a)->lastError, u"busy"_s);
    QCOMPARE(f.mirror->outbox.headOf({})->pk, pks[4]);
    QVERIFY(!f.mirror->outbox.headOf(b));
    QCOMPARE(f.mirror->outbox.ofMid(mid).size(), size_t(2));
    QCOMPARE(f.mirror->outbox.ofLane(a, 10).size(), size_t(2));
    const auto refused = f.mirror->outbox.get(pks[0]);
    QVERIFY(refused && refused->refused && refused->tries == 1 && refused->chat == a && refused->mid == mid);
    f.require(f.mirror->write([&] { f.mirror->outbox.retry(pks[0]); }));
    QCOMPARE(heads(), (std::vector{pks[0], pks[4]}));
    QCOMPARE(f.mirror->outbox.count(), 3);
    // A number is never used twice, even after the newest entry is gone.
    f.require(f.mirror->write([&] {
        f.mirror->outbox.settle(pks[4]);
        OutboxEntry e;
        e.kind = u"uset"_s;
        e.payload = "{}";
        QVERIFY(f.mirror->outbox.append(e) > pks[4]);
    }));
}

void TestTables::aChatChangesItsId()
{
    MirrorFixture f;
    const UserId ann = f.user(u"ann"_s, u"Ann"_s);
    const ChatId local = f.chat(ChatKind::Direct, {ann}), real = f.chat(ChatKind::Direct, {ann});
    const auto there = f.fill(real, ann, 3);
    const MessageRow a = f.row(0, f.me, u"a"_s), b = f.row(0, f.me, u"b"_s), c = f.row(0, f.me, u"c"_s);
    f.require(f.mirror->write([&] {
        f.mirror->messages.insertQueued(real, a);
        f.mirror->messages.insertQueued(local, b);
        f.mirror->messages.insertQueued(local, c);
        OutboxEntry e;
        e.chat = local;
        e.kind = u"send"_s;
        e.mid = b.mid;
        e.payload = "{}";
        f.mirror->outbox.append(e);
        f.mirror->drafts.put(local, {u"half"_s, {}, 0, true}, 5);
        f.mirror->receipts.want(real, {3}, {2});
        f.mirror->receipts.want(local, {9}, {9});
    }));
    f.require(f.mirror->write([&] { f.mirror->chats.remap(local, real); }));
    QVERIFY(!f.mirror->chats.find(local));
    std::vector<Mid> order;
    for (const auto &m : f.mirror->messages.unsent(real, 10)) order.push_back(m.row.mid);
    QCOMPARE(order, (std::vector{a.mid, b.mid, c.mid}));
    QCOMPARE(f.mirror->outbox.headOf(real)->mid, b.mid);
    QCOMPARE(f.mirror->drafts.get(real).text, u"half"_s);
    QCOMPARE(f.mirror->receipts.get(real).wantSeen, Seq{2}); // its own wins
    QCOMPARE(f.mirror->messages.find(there[0].mid)->chat, real);
    // To an id that is not held, everything stays and only the name changes.
    const ChatId fresh = f.id<ChatId>();
    f.require(f.mirror->write([&] { f.mirror->chats.remap(real, fresh); }));
    QCOMPARE(f.mirror->messages.find(there[0].mid)->chat, fresh);
    QCOMPARE(f.mirror->ranges.list(fresh).size(), size_t(1));
}

void TestTables::receipts()
{
    MirrorFixture f;
    const ChatId chat = f.chat(ChatKind::Group, {});
    f.require(f.mirror->write([&] {
        QVERIFY(f.mirror->receipts.want(chat, {5}, {3}));
        QVERIFY(!f.mirror->receipts.want(chat, {4}, {3}));
    }));
    f.openMirror();
    QCOMPARE(f.mirror->receipts.unequal(10), (std::vector{StoredReceipt{chat, {5}, {3}, {0}, {0}}}));
    f.require(f.mirror->write([&] { f.mirror->receipts.ack(chat, {5}, {4}); }));
    QCOMPARE(f.mirror->receipts.get(chat), (StoredReceipt{chat, {5}, {4}, {5}, {4}}));
    QVERIFY(f.mirror->receipts.unequal(10).empty());
    f.require(f.mirror->write([&] { f.mirror->receipts.lower(chat, {2}); }));
    QCOMPARE(f.mirror->receipts.get(chat), (StoredReceipt{chat, {2}, {2}, {0}, {0}}));
}

void TestTables::drafts()
{
    MirrorFixture f;
    const ChatId chat = f.chat(ChatKind::Group, {});
    const Draft draft{u"half a thou"_s, f.id<Mid>(), 2, true};
    f.require(f.mirror->write([&] {
        f.mirror->drafts.put(chat, draft, 10);
        f.mirror->drafts.remember(chat, u"older"_s, 1);
        f.mirror->drafts.remember(chat, u"newer"_s, 20);
    }));
    f.openMirror();
    QCOMPARE(f.mirror->drafts.get(chat), draft);
    QCOMPARE(f.mirror->drafts.dirty(10), std::vector{chat});
    f.require(f.mirror->write([&] {
        f.mirror->drafts.clear(chat, 11);
        f.mirror->drafts.forgetBefore(15);
    }));
    QCOMPARE(f.mirror->drafts.get(chat), (Draft{QString(u""_s), {}, 2, false}));
    QCOMPARE(f.mirror->drafts.history(chat, 10), std::vector{u"newer"_s});
}

void TestTables::states()
{
    MirrorFixture f;
    const StateRow a{u"mute"_s, "k1", "0", 1, f.id<DeviceId>(), {5}}, old{u"mute"_s, "k1", "9", 1, {}, {4}};
    const StateRow b{u"theme"_s, "", "{\"x\":[1]}", 1, {}, {6}};
    f.require(f.mirror->write([&] {
        QVERIFY(f.mirror->state.upsert(a));
        QVERIFY(!f.mirror->state.upsert(old));
        QVERIFY(f.mirror->state.upsert(b));
    }));
    f.openMirror();
    QCOMPARE(f.mirror->state.find(u"mute"_s, "k1"), std::optional(a));
    QCOMPARE(f.mirror->state.ofKind(u"theme"_s), std::vector{b});
    f.require(f.mirror->write([&] { f.mirror->state.replaceAll({old}); }));
    QCOMPARE(f.mirror->state.find(u"mute"_s, "k1"), std::optional(old));
    QVERIFY(f.mirror->state.ofKind(u"theme"_s).empty());
}

void TestTables::quarantine()
{
    MirrorFixture f;
    const ChatId chat = f.chat(ChatKind::Group, {});
    const UnknownRow row{u"poll"_s, {8}, "{\"k\":\"poll\",\"rev\":8}", {}};
    f.require(f.mirror->write([&] {
        f.mirror->quarantine.add(chat, row, u"0.1"_s);
        f.mirror->quarantine.add(chat, row, u"0.1"_s);
        f.mirror->quarantine.add({}, row, u"0.1"_s);
    }));
    f.openMirror();
    auto all = f.mirror->quarantine.list(0, 10);
    QCOMPARE(all.size(), size_t(2));
    QCOMPARE(all[0].row.raw, row.raw);
    QCOMPARE(all[0].chat, chat);
    QVERIFY(!all[1].chat);
    f.require(f.mirror->write([&] { f.mirror->quarantine.remove(all[0].pk); }));
    QCOMPARE(f.mirror->quarantine.count(), 1);
}

void TestTables::aRolledBackKeyIsForgotten()
{
    MirrorFixture f;
    const UserId ghost = f.id<UserId>();
    const Status failed = f.mirror->write([&] {
        f.mirror->members.putUser({ghost, u"ghost"_s, u"Ghost"_s});
        f.mirror->db().fail(Errc::Io, u"on purpose"_s);
    });
    QVERIFY(!failed);
    QVERIFY(!f.mirror->members.user(ghost));
    const ChatId chat = f.chat(ChatKind::Group, {});
    const MessageRow m = f.put(chat, f.row(1, ghost, u"hello"_s)); // must make the key anew
    QCOMPARE(f.mirror->messages.find(m.mid)->row.sender, ghost);
}

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
