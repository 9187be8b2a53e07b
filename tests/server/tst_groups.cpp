#include "core/wire/group_values.h"
#include "core/wire/state_value.h"
#include "tests/kit/group_kit.h"
#include "tests/kit/test_node.h"
#include "tests/kit/ws_client.h"

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;
using wire::Code;

/// Groups and channels over real WebSockets against a real database.
class TestGroups : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_server = std::make_unique<TestNode>(); }
    void cleanup() { m_server.reset(); }

    void onlyAdminsWriteInAChannel()
    {
        Person ana(port(), u"ana"_s), bob(port(), u"bob"_s), carl(port(), u"carl"_s);
        const ChatId chat = groupOf(ana, {&bob});
        set(ana, chat, 0, [](GroupSettings &s) {
            s.channel = true;
            s.about = u" News "_s;
        });
        QCOMPARE(bob.ws.codeOf(bob.text(chat, u"me too"_s)), std::optional(Code::Forbidden));
        QCOMPARE(bob.ws.codeOf(memOf(bob, chat, wire::MemAct::Add, &carl)), std::optional(Code::Forbidden));
        const auto said = ana.text(chat, u"news"_s);
        QVERIFY(!ana.ws.codeOf(said));
        QVERIFY(!bob.ws.codeOf(wire::React{chat, said.mid, opOf(bob), u"👍"_s, true, 0}));
        const auto info = infoOf(bob, chat);
        QCOMPARE(wire::settingsOf(info.extra).about, std::optional(u"News"_s));
    }

    void slowModeHoldsPlainMembers()
    {
        Person ana(port(), u"ana"_s), bob(port(), u"bob"_s);
        const ChatId chat = groupOf(ana, {&bob});
        set(ana, chat, 0, [](GroupSettings &s) { s.slowSeconds = 60; });
        const auto first = bob.text(chat, u"one"_s);
        QVERIFY(!bob.ws.codeOf(first));
        const auto answer = bob.ws.ask(bob.text(chat, u"two"_s));
        const auto *err = std::get_if<wire::Err>(&*answer);
        QVERIFY(err && err->code == Code::SlowMode && err->retryMs > 50'000 && err->retryMs <= 60'000);
        QVERIFY(!bob.ws.codeOf(first)); // a repetition is none
        for (int i = 0; i < 3; ++i) QVERIFY(!ana.ws.codeOf(ana.text(chat, u"admin"_s)));
    }

    void whoMentionsAll()
    {
        Person ana(port(), u"ana"_s), bob(port(), u"bob"_s);
        const ChatId chat = groupOf(ana, {&bob});
        auto all = bob.text(chat, u"@all"_s);
        all.extra = R"({"ents":[["all",0,4]]})";
        QVERIFY(!bob.ws.codeOf(all)); // in a small group anybody may
        QVERIFY(!ana.ws.codeOf([&] {
            auto s = ana.text(chat, u"@all"_s);
            s.extra = all.extra;
            return s;
        }()));
        auto one = bob.text(chat, u"@ana"_s);
        one.extra = "{\"ents\":[[\"user\",0,4,\"" + ana.account.user.text() + "\"]]}";
        QVERIFY(!bob.ws.codeOf(one));
        one = bob.text(chat, u"?"_s);
        one.extra = R"({"ents":[["user",0,1,"nobody"]]})";
        QCOMPARE(bob.ws.codeOf(one), std::optional(Code::BadRequest));
    }

    void theBannedStayOut()
    {
        Person ana(port(), u"ana"_s), bob(port(), u"bob"_s), carl(port(), u"carl"_s);
        const ChatId chat = groupOf(ana, {&bob, &carl});
        const QByteArray code = inviteTo(ana, chat);
        QVERIFY(!ana.ws.codeOf(memOf(ana, chat, wire::MemAct::Ban, &bob)));
        QCOMPARE(bob.ws.codeOf(bob.text(chat, u"still?"_s)), std::optional(Code::NotMember));
        QVERIFY(wire::memberFacts(rowOf(carl, chat, bob).extra).banned);
        const wire::ListMembers banned{chat, {}, {}, true, 10};
        QCOMPARE(std::get<wire::Ok>(*ana.ws.ask(banned)).rows.size(), 1U);
        QCOMPARE(bob.ws.codeOf(wire::Join{code, opOf(bob)}), std::optional(Code::Forbidden));
        QCOMPARE(carl.ws.codeOf(memOf(carl, chat, wire::MemAct::Add, &bob)), std::optional(Code::Forbidden));
        QVERIFY(!ana.ws.codeOf(memOf(ana, chat, wire::MemAct::Unban, &bob)));
        QVERIFY(!bob.ws.codeOf(wire::Join{code, opOf(bob)}));
        QVERIFY(!bob.ws.codeOf(bob.text(chat, u"back"_s)));
    }

    void aGroupIsHandedOver()
    {
        Person ana(port(), u"ana"_s), bob(port(), u"bob"_s);
        const ChatId chat = groupOf(ana, {&bob});
        const auto over = memOf(ana, chat, wire::MemAct::Own, &bob);
        QVERIFY(!ana.ws.codeOf(over));
        QVERIFY(!ana.ws.codeOf(over)); // a repetition
        QCOMPARE(ana.ws.codeOf(memOf(ana, chat, wire::MemAct::Own, &bob)), std::optional(Code::Forbidden));
        QCOMPARE(rowOf(bob, chat, bob).role, Role::Owner);
        QCOMPARE(rowOf(bob, chat, ana).role, Role::Admin);
        QVERIFY(!bob.ws.codeOf(memOf(bob, chat, wire::MemAct::Leave, nullptr))); // back to the oldest admin
        QCOMPARE(rowOf(ana, chat, ana).role, Role::Owner);
    }

    void invitesEnd()
    {
        Person ana(port(), u"ana"_s), bob(port(), u"bob"_s), carl(port(), u"carl"_s), dora(port(), u"dora"_s);
        const ChatId chat = groupOf(ana, {});
        const wire::InviteSet once{chat, opOf(ana), wire::InviteAct::New, {}, 0, 1};
        const auto made = std::get<wire::Ok>(*ana.ws.ask(once)).invites.at(0);
        QVERIFY(std::get<wire::Ok>(*ana.ws.ask(once)).invites.at(0) == made); // a repetition: the same
        const wire::Join join{made.code, opOf(bob)};
        const auto joined = bob.ws.ask(join);
        QVERIFY(joined && std::holds_alternative<wire::Ok>(*joined));
        QVERIFY(bob.ws.push<wire::Uev>());
        QVERIFY(!bob.ws.codeOf(join)); // its answer was lost
        QCOMPARE(carl.ws.codeOf(wire::Join{made.code, opOf(carl)}), std::optional(Code::NotFound)); // used up
        const QByteArray other = inviteTo(ana, chat);
        QCOMPARE(bob.ws.codeOf(wire::InviteSet{chat, opOf(bob), wire::InviteAct::Revoke, other, 0, 0}),
                 std::optional(Code::Forbidden));
        QVERIFY(!ana.ws.codeOf(wire::InviteSet{chat, opOf(ana), wire::InviteAct::Revoke, other, 0, 0}));
        QCOMPARE(dora.ws.codeOf(wire::Join{other, opOf(dora)}), std::optional(Code::NotFound));
        QCOMPARE(ana.ws.codeOf(wire::InviteSet{chat, opOf(ana), wire::InviteAct::New, {}, 1000, 0}),
                 std::optional(Code::BadRequest)); // over before it begins
    }

    void historyFromJoining()
    {
        Person ana(port(), u"ana"_s), bob(port(), u"bob"_s);
        const ChatId chat = groupOf(ana, {});
        const auto secret = ana.text(chat, u"before bob"_s);
        QVERIFY(!ana.ws.codeOf(secret));
        set(ana, chat, 0, [](GroupSettings &s) { s.fromJoining = true; });
        QVERIFY(!ana.ws.codeOf(memOf(ana, chat, wire::MemAct::Add, &bob)));
        QVERIFY(!ana.ws.codeOf(ana.text(chat, u"hello bob"_s)));
        const auto knows = [&](const std::vector<Row> &rows) {
            return std::any_of(rows.begin(), rows.end(), [&](const Row &row) {
                const auto *m = std::get_if<MessageRow>(&row);
                return m && m->mid == secret.mid;
            });
        };
        wire::Sync sync;
        sync.chat = chat;
        const auto delta = std::get<wire::Delta>(*bob.ws.ask(sync));
        QVERIFY(!knows(delta.rows));
        const auto hist = std::get<wire::HistPage>(*bob.ws.ask(wire::Hist{chat, Seq{1}, Seq{100}, {}, 200}));
        QVERIFY(!knows(hist.rows) && !hist.rows.empty());
        QCOMPARE(hist.lo, Seq{1});
        const auto below = std::get<wire::HistPage>(*bob.ws.ask(wire::Hist{chat, Seq{1}, Seq{1}, {}, 200}));
        QVERIFY(below.rows.empty() && below.lo == Seq{1});
        QCOMPARE(std::get<wire::HavePage>(*bob.ws.ask(wire::Have{chat, {secret.mid}})).missing.size(), 1U);
        QCOMPARE(wire::memberFacts(rowOf(ana, chat, bob).extra).from.value, delta.seq.value - 1);
        QCOMPARE(bob.ws.codeOf(wire::React{chat, secret.mid, opOf(bob), u"👍"_s, true, 0}),
                 std::optional(Code::NoSuchMessage));
        const auto proof =
            std::get<wire::ProofPage>(*bob.ws.ask(wire::Proof{chat, Seq{1}, delta.seq, false, false}));
        QCOMPARE(proof.n, 2); // the note of his coming and what was said since
        // A change of what he may not see reaches him as a poke, and its catching up without the text.
        QVERIFY(!ana.ws.codeOf(wire::Edit{chat, secret.mid, opOf(ana), 0, u"still secret"_s}));
        QVERIFY(bob.ws.push<wire::Poke>());
        for (const auto &heard : bob.ws.heard())
            if (const auto *ev = std::get_if<wire::Ev>(&heard.frame)) QVERIFY(!knows(ev->rows));
        sync.epoch = delta.epoch;
        sync.at = delta.to;
        const auto after = std::get<wire::Delta>(*bob.ws.ask(sync));
        QVERIFY(!knows(after.rows) && after.to.at > delta.to.at);
        QVERIFY(!ana.ws.codeOf(wire::React{chat, secret.mid, opOf(ana), u"👍"_s, true, 0}));
        sync.at = after.to;
        const auto reacted = std::get<wire::Delta>(*bob.ws.ask(sync));
        QVERIFY(reacted.rows.empty() && reacted.to.at > after.to.at);
    }

    void whatWasSaidWhileAwayStaysHidden()
    {
        Person ana(port(), u"ana"_s), bob(port(), u"bob"_s);
        const ChatId chat = groupOf(ana, {&bob});
        const auto before = ana.text(chat, u"before"_s), away = ana.text(chat, u"while bob is away"_s);
        QVERIFY(!ana.ws.codeOf(before));
        set(ana, chat, 0, [](GroupSettings &s) { s.fromJoining = true; });
        QVERIFY(!ana.ws.codeOf(memOf(ana, chat, wire::MemAct::Remove, &bob)));
        QVERIFY(!ana.ws.codeOf(away));
        QVERIFY(!ana.ws.codeOf(memOf(ana, chat, wire::MemAct::Add, &bob)));
        const auto missing = [&] {
            return std::get<wire::HavePage>(*bob.ws.ask(wire::Have{chat, {before.mid, away.mid}})).missing;
        };
        QCOMPARE(missing().size(), 2U);
        // The group opens its history for all who come from now on: what was hidden from somebody stays so.
        set(ana, chat, 1, [](GroupSettings &s) { s.fromJoining = false; });
        QVERIFY(!bob.ws.codeOf(memOf(bob, chat, wire::MemAct::Leave, nullptr)));
        QVERIFY(!ana.ws.codeOf(memOf(ana, chat, wire::MemAct::Add, &bob)));
        QCOMPARE(missing().size(), 2U);
    }

    void aGroupHasAPicture()
    {
        Person ana(port(), u"ana"_s);
        const ChatId chat = groupOf(ana, {});
        const QByteArray png("\x89PNG\r\n\x1a\n-picture");
        wire::ChatSet f{chat, opOf(ana), 0, {}, {}, {}, {}, wire::Avatar{"image/png", png}};
        QVERIFY(!ana.ws.codeOf(f));
        const AvatarId picture = wire::settingsOf(infoOf(ana, chat).extra).avatar;
        QVERIFY(picture);
        const auto fetched =
            HttpClient(port()).ask("POST", "/v1/avatar", wire::encode(wire::AvatarQuery{picture}),
                                   "Authorization: Bearer " + ana.account.access + "\r\n");
        QCOMPARE(wire::decodeAvatar(fetched->body)->data, png);
        f = {chat, opOf(ana), 1, {}, {}, {}, {}, wire::Avatar{"image/png", "not a picture"}};
        QCOMPARE(ana.ws.codeOf(f), std::optional(Code::BadRequest));
        f = {chat, opOf(ana), 1, {}, {}, {}, {}, wire::Avatar{}};
        QVERIFY(!ana.ws.codeOf(f));
        QVERIFY(!wire::settingsOf(infoOf(ana, chat).extra).avatar);
    }

    void membersComeByThePage()
    {
        Person ana(port(), u"ana"_s), bob(port(), u"bob"_s), carl(port(), u"carl"_s);
        const ChatId chat = groupOf(ana, {&bob, &carl});
        QSet<UserId> seen;
        wire::ListMembers question{chat, {}, {}, false, 2};
        for (bool more = true; more;) {
            const auto page = std::get<wire::Ok>(*bob.ws.ask(question));
            for (const Row &row : page.rows) {
                const auto &member = std::get<MemberRow>(row);
                QVERIFY(!seen.contains(member.user) && question.after < member.user);
                seen.insert(question.after = member.user);
            }
            more = page.more;
        }
        QCOMPARE(seen.size(), 3);
    }

    void pinsAndTheLog()
    {
        Person ana(port(), u"ana"_s), bob(port(), u"bob"_s);
        const ChatId chat = groupOf(ana, {&bob});
        const auto said = ana.text(chat, u"rules"_s);
        QVERIFY(!ana.ws.codeOf(said));
        wire::ChatSet pin{chat, opOf(ana), 0, {}, {}, said.mid, {}, {}};
        QVERIFY(!ana.ws.codeOf(pin));
        QCOMPARE(wire::settingsOf(infoOf(bob, chat).extra).pins, std::vector<Mid>{said.mid});
        pin = {chat, opOf(ana), 1, {}, {}, Mid::mint(1, ana.random), {}, {}};
        QCOMPARE(ana.ws.codeOf(pin), std::optional(Code::NoSuchMessage));
        pin = {chat, opOf(ana), 1, {}, {}, {}, said.mid, {}};
        QVERIFY(!ana.ws.codeOf(pin));
        QVERIFY(wire::settingsOf(infoOf(bob, chat).extra).pins.empty());
        QVERIFY(!ana.ws.codeOf(wire::ChatSet{chat, opOf(ana), 2, {}, {}, said.mid, {}, {}}));
        QVERIFY(!ana.ws.codeOf(wire::Del{chat, said.mid, opOf(ana)}));
        QVERIFY(wire::settingsOf(infoOf(bob, chat).extra).pins.empty()); // what is deleted is pinned no more
        const auto page = std::get<wire::Ok>(*ana.ws.ask(wire::GroupLog{chat, 0, 1}));
        QVERIFY(page.more && page.log.size() == 1);
        QCOMPARE(page.log[0].act, u"set"_s);
        QCOMPARE(page.log[0].words, u"pin"_s);
        const auto rest = std::get<wire::Ok>(*ana.ws.ask(wire::GroupLog{chat, page.log[0].n, 200}));
        QVERIFY(!rest.more && rest.log.at(0).words == u"unpin"_s && rest.log.at(1).words == u"pin"_s);
    }

private:
    template <class Change> static void set(Person &who, const ChatId &chat, int base, Change change)
    {
        wire::ChatSet f{chat, opOf(who), base, {}, {}, {}, {}, {}};
        change(f.settings);
        QVERIFY(!who.ws.codeOf(f));
    }
    static ChatRow infoOf(Person &who, const ChatId &chat)
    {
        wire::Sync sync;
        sync.chat = chat;
        const auto answer = who.ws.ask(sync);
        ChatRow info;
        for (const Row &row : std::get<wire::Delta>(*answer).rows)
            if (const auto *c = std::get_if<ChatRow>(&row)) info = *c;
        return info;
    }
    static MemberRow rowOf(Person &who, const ChatId &chat, const Person &whom)
    {
        const auto answer = who.ws.ask(wire::ListMembers{chat, {}, {whom.account.user}, false, 1});
        return std::get<MemberRow>(std::get<wire::Ok>(*answer).rows.at(0));
    }
    quint16 port() const { return m_server->port(); }
    std::unique_ptr<TestNode> m_server;
};

QTEST_GUILESS_MAIN(TestGroups)
#include "tst_groups.moc"
