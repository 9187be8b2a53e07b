#include "core/wire/account_care.h"
#include "core/wire/state_value.h"
#include "server/api/password_rules.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_node.h"
#include "tests/kit/ws_client.h"

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;
using wire::Code;

namespace {

QByteArray bearer(const QByteArray &access) { return "Authorization: Bearer " + access + "\r\n"; }

QString codeOf(const std::optional<HttpAnswer> &answer)
{
    if (!answer) return u"(no answer)"_s;
    const auto error = wire::decodeApiError(answer->body);
    return error ? error->code : QString();
}

const QByteArray png("\x89PNG\r\n\x1a\n-picture");

} // namespace

/// What a user does to their own account, over real HTTP and WebSockets against a real database.
class TestAccountCare : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestNode>(); }
    void cleanupTestCase() { m_server.reset(); }

    void aRefreshTokenIsTradedAndOldOnesTellOfAThief()
    {
        Person ana(port(), u"turner"_s);
        const QByteArray first = ana.account.refresh;
        const QByteArray lost = refreshed(first).refresh; // the answer is lost on the way
        const auto second = refreshed(first);             // so the old one must still work
        QVERIFY(!second.refresh.isEmpty() && second.refresh != first && second.refresh != lost);
        const auto third = refreshed(second.refresh);
        QVERIFY(!third.refresh.isEmpty());
        QVERIFY(ana.ws.isOpen());
        // The second was used, so its siblings and its parent are spent: whoever shows one has copied it.
        QCOMPARE(refreshCode(lost), u"device_revoked"_s);
        const auto bye = ana.ws.push<wire::Bye>();
        QVERIFY(bye);
        QCOMPARE(bye->code, wire::ByeCode::Kicked);
        for (const QByteArray &token : {first, second.refresh, third.refresh})
            QVERIFY(!refreshCode(token).isEmpty()); // the whole family is over
        QCOMPARE(refreshCode(third.refresh), u"device_revoked"_s);
        WsClient again(port());
        QCOMPARE(WsClient::codeIn(again.hello(third.access)), std::optional(Code::DeviceRevoked));
    }

    void aLostAnswerNeverSignsOut()
    {
        Person ana(port(), u"unlucky"_s);
        QByteArray token = ana.account.refresh;
        for (int turn = 0; turn < 5; ++turn) {
            for (int lost = 0; lost < 20; ++lost) QVERIFY(!refreshed(token).refresh.isEmpty());
            token = refreshed(token).refresh;
        }
        QVERIFY(ana.ws.isOpen());
    }

    void changingThePasswordEndsTheOthersByChoice()
    {
        Person ana(port(), u"changer"_s);
        const auto other = login(u"changer"_s, u"correct horse"_s);
        WsClient elsewhere(port());
        QVERIFY(elsewhere.hello(other->access));
        const auto ask = [&](const QString &old, const QString &next, bool end) {
            return http("/v1/password", wire::encode(wire::PasswordChange{old, next, end}), ana);
        };
        QCOMPARE(codeOf(ask(u"wrong horse"_s, u"battery staple"_s, true)), u"bad_credentials"_s);
        QCOMPARE(codeOf(ask(u"correct horse"_s, u"short"_s, true)), u"bad_password"_s);
        QCOMPARE(codeOf(ask(u"correct horse"_s, u"Passw0rd2024!"_s, true)), u"weak_password"_s);
        QCOMPARE(codeOf(ask(u"correct horse"_s, u"changer-1999"_s, true)), u"weak_password"_s);
        QCOMPARE(ask(u"correct horse"_s, u"battery staple"_s, false)->status, 200);
        QVERIFY(elsewhere.isOpen());
        QVERIFY(!login(u"changer"_s, u"correct horse"_s));
        QCOMPARE(ask(u"battery staple"_s, u"another staple"_s, true)->status, 200);
        QVERIFY(elsewhere.push<wire::Bye>());
        QCOMPARE(refreshCode(other->refresh), u"device_revoked"_s);
        QVERIFY(ana.ws.isOpen());
        QVERIFY(!refreshed(ana.account.refresh).access.isEmpty());
        QVERIFY(login(u"changer"_s, u"another staple"_s));
    }

    void devicesAreListedAndEnded()
    {
        Person ana(port(), u"lister"_s), bob(port(), u"stranger"_s);
        const auto phone = login(u"lister"_s, u"correct horse"_s);
        WsClient onPhone(port());
        QVERIFY(onPhone.hello(phone->access));
        const auto list = wire::decodeDeviceList(get("/v1/devices", ana)->body);
        QVERIFY(list);
        QCOMPARE(list->devices.size(), 2U);
        for (const auto &one : list->devices) QCOMPARE(one.current, one.device == ana.account.device);

        const QByteArray end = wire::encode(wire::DeviceEnd{phone->device});
        QCOMPARE(codeOf(http("/v1/devices/end", end, bob)), u"not_found"_s); // not his
        QVERIFY(onPhone.isOpen());
        QCOMPARE(http("/v1/devices/end", end, ana)->status, 200);
        const auto bye = onPhone.push<wire::Bye>();
        QVERIFY(bye && bye->code == wire::ByeCode::Kicked);
        // Its access token has not expired, but the device is over here too.
        QCOMPARE(codeOf(HttpClient(port()).ask("GET", "/v1/devices", {}, bearer(phone->access))),
                 u"device_revoked"_s);
        const auto tablet = login(u"lister"_s, u"correct horse"_s);
        QCOMPARE(http("/v1/devices/end", wire::encode(wire::DeviceEnd{}), ana)->status, 200);
        QCOMPARE(refreshCode(tablet->refresh), u"device_revoked"_s);
        QVERIFY(ana.ws.isOpen());
    }

    void aNewNameAndPictureReachTheChats()
    {
        Person ana(port(), u"painter"_s), bob(port(), u"viewer"_s);
        const ChatId chat = ana.chatWith(bob);
        QVERIFY(bob.ws.push<wire::Ev>()); // the new chat
        wire::ProfileChange change;
        change.name = u" Ana P. "_s;
        change.about = u"Paints."_s;
        change.avatar = wire::Avatar{"image/png", png};
        const auto shown = wire::decodeProfile(http("/v1/profile", wire::encode(change), ana)->body);
        QVERIFY(shown);
        QCOMPARE(shown->name, u"Ana P."_s);
        QCOMPARE(shown->about, u"Paints."_s);
        const auto ev = bob.ws.push<wire::Ev>();
        QVERIFY(ev && ev->chat == chat);
        const auto row = std::get<MemberRow>(ev->rows.at(0));
        QCOMPARE(row.name, u"Ana P."_s);
        QVERIFY(bool(wire::avatarOf(row)) && wire::avatarOf(row) == shown->avatar);
        const auto picture =
            wire::decodeAvatar(http("/v1/avatar", wire::encode(wire::AvatarQuery{shown->avatar}), bob)->body);
        QVERIFY(picture);
        QCOMPARE(picture->data, png);
        const auto seen = wire::decodeProfile(
            http("/v1/profile/of", wire::encode(wire::ProfileQuery{ana.account.user}), bob)->body);
        QVERIFY(seen && *seen == *shown);

        change = {};
        change.avatar = wire::Avatar{"image/png", "GIF89a"};
        QCOMPARE(codeOf(http("/v1/profile", wire::encode(change), ana)), u"bad_profile"_s);
        change.avatar = wire::Avatar{};
        const auto bare = wire::decodeProfile(http("/v1/profile", wire::encode(change), ana)->body);
        QVERIFY(bare && !bare->avatar && bare->name == u"Ana P."_s);
        QCOMPARE(codeOf(http("/v1/avatar", wire::encode(wire::AvatarQuery{shown->avatar}), bob)),
                 u"not_found"_s);
    }

    void theBlockedAreNotHeard()
    {
        Person ana(port(), u"blocker"_s), bob(port(), u"pest"_s);
        const ChatId chat = ana.chatWith(bob);
        const auto early = bob.text(chat, u"first"_s);
        QVERIFY(std::holds_alternative<wire::Ok>(*bob.ws.ask(early)));
        wire::ChatNew group;
        group.chat = ChatId::mint(ana.clock.wallMs(), ana.random);
        group.op = OpId::mint(ana.clock.wallMs(), ana.random);
        group.kind = ChatKind::Group;
        group.title = u"Both"_s;
        group.members = {bob.account.user};
        QVERIFY(std::holds_alternative<wire::Ok>(*ana.ws.ask(group)));
        bob.ws.ask(wire::Watch{{}, {ana.account.user}});

        QVERIFY(std::holds_alternative<wire::Ok>(*ana.ws.ask(block(ana, bob, true, 0))));
        QCOMPARE(bob.ws.codeOf(bob.text(chat, u"second"_s)), std::optional(Code::Blocked));
        QCOMPARE(ana.ws.codeOf(ana.text(chat, u"nor back"_s)), std::optional(Code::Blocked));
        const auto again = bob.ws.ask(early); // a repetition gets its row, as always
        QVERIFY(again && std::holds_alternative<wire::Ok>(*again));
        QVERIFY(std::holds_alternative<wire::Ok>(*bob.ws.ask(bob.text(group.chat, u"the group goes on"_s))));

        const auto watched = std::get<wire::Ok>(*bob.ws.ask(wire::Watch{{}, {ana.account.user}}));
        QVERIFY(watched.presence.empty());
        bob.ws.send(wire::TypingOut{chat, true});
        ana.ws.send(wire::PresOut{true});
        bob.ws.send(wire::TypingOut{group.chat, true}); // the first that may arrive is this one
        const auto typing = ana.ws.push<wire::TypingIn>();
        QVERIFY(typing);
        QCOMPARE(typing->chat, group.chat);
        for (const auto &heard : bob.ws.heard()) QVERIFY(!std::holds_alternative<wire::PresIn>(heard.frame));

        Person carl(port(), u"carl.b"_s);
        QVERIFY(std::holds_alternative<wire::Ok>(*carl.ws.ask(block(carl, bob, true, 0))));
        wire::ChatNew direct = group;
        direct.chat = ChatId::mint(bob.clock.wallMs(), bob.random);
        direct.kind = ChatKind::Direct;
        direct.title.clear();
        direct.members = {carl.account.user};
        QCOMPARE(bob.ws.codeOf(direct), std::optional(Code::Blocked));
        wire::Mem add{group.chat, OpId::mint(bob.clock.wallMs(), bob.random), wire::MemAct::Add,
                      carl.account.user, Role::Member};
        QCOMPARE(bob.ws.codeOf(add), std::optional(Code::Blocked));

        QVERIFY(std::holds_alternative<wire::Ok>(*ana.ws.ask(block(ana, bob, false, 1))));
        QVERIFY(std::holds_alternative<wire::Ok>(*bob.ws.ask(bob.text(chat, u"welcome again"_s))));
    }

    void aBlockEndsPresenceThatIsWatched()
    {
        Person ana(port(), u"quiet"_s), bob(port(), u"watcher"_s), carl(port(), u"friend"_s);
        ana.chatWith(bob);
        ana.chatWith(carl);
        for (Person *one : {&bob, &carl}) one->ws.ask(wire::Watch{{}, {ana.account.user}});
        QVERIFY(std::holds_alternative<wire::Ok>(*ana.ws.ask(block(ana, bob, true, 0))));
        ana.ws.send(wire::PresOut{true});
        QVERIFY(carl.ws.push<wire::PresIn>());
        bob.ws.ask(wire::Ping{}); // whatever was on its way is here now
        for (const auto &heard : bob.ws.heard()) QVERIFY(!std::holds_alternative<wire::PresIn>(heard.frame));
    }

    void whoMayBeFound()
    {
        Person ana(port(), u"hidden.ana"_s), bob(port(), u"seeker"_s);
        const auto found = [&](const QString &q) {
            return std::get<wire::Ok>(*bob.ws.ask(wire::UsersFind{q})).users.size();
        };
        const auto set = [&](const QByteArray &value, int base) {
            return ana.ws.ask(
                wire::Uset{u"privacy"_s, "search", OpId::mint(ana.clock.wallMs(), ana.random), base, value});
        };
        QCOMPARE(found(u"hidden"_s), 1U);
        QVERIFY(set("\"exact\"", 0));
        QCOMPARE(found(u"hidden"_s), 0U);
        QCOMPARE(found(u"@Hidden.Ana"_s), 1U);
        QVERIFY(set("\"none\"", 1));
        QCOMPARE(found(u"hidden.ana"_s), 0U);
        QVERIFY(set("\"all\"", 2));
        QCOMPARE(found(u"hid"_s), 1U);
    }

    void anAccountEndsWithAllItWrote()
    {
        Person ana(port(), u"leaver"_s), bob(port(), u"stayer"_s);
        const ChatId direct = ana.chatWith(bob);
        wire::ChatNew group;
        group.chat = ChatId::mint(ana.clock.wallMs(), ana.random);
        group.op = OpId::mint(ana.clock.wallMs(), ana.random);
        group.kind = ChatKind::Group;
        group.title = u"Left behind"_s;
        group.members = {bob.account.user};
        QVERIFY(std::holds_alternative<wire::Ok>(*ana.ws.ask(group)));
        constexpr int said = 130; // more than one step of erasing
        for (int i = 0; i < said; ++i)
            QVERIFY(std::holds_alternative<wire::Ok>(*ana.ws.ask(ana.text(group.chat, u"secret"_s))));
        QVERIFY(std::holds_alternative<wire::Ok>(*bob.ws.ask(bob.text(group.chat, u"mine stays"_s))));
        QVERIFY(std::holds_alternative<wire::Ok>(*ana.ws.ask(ana.text(direct, u"secret"_s))));

        const auto end = [&](const QString &password) {
            return http("/v1/account/delete", wire::encode(wire::AccountEnd{password}), ana);
        };
        QCOMPARE(codeOf(end(u"wrong horse"_s)), u"bad_credentials"_s);
        QCOMPARE(end(u"correct horse"_s)->status, 200);
        QVERIFY(ana.ws.push<wire::Bye>());
        QCOMPARE(refreshCode(ana.account.refresh), u"device_revoked"_s);
        QVERIFY(!login(u"leaver"_s, u"correct horse"_s));
        wire::RegisterRequest again;
        again.login = u"leaver"_s;
        again.name = u"Somebody else"_s;
        again.password = u"correct horse"_s;
        again.device = {u"t"_s, u"t"_s};
        QCOMPARE(codeOf(HttpClient(port()).ask("POST", "/v1/register", wire::encode(again))),
                 u"login_taken"_s);

        const auto textsOf = [&](const ChatId &chat) { // what bob gets to read, and by whom
            int alive = 0, dead = 0;
            wire::Hist hist;
            hist.chat = chat;
            hist.lo = Seq{1};
            hist.hi = Seq{500};
            const auto page = bob.ws.ask(hist);
            for (const Row &row : std::get<wire::HistPage>(*page).rows) {
                const auto *m = std::get_if<MessageRow>(&row);
                if (!m || m->sender != ana.account.user || m->kind == u"service"_s) continue;
                (m->dead ? dead : alive) += 1;
                if (m->dead && !m->body.isEmpty()) alive += 1000;
            }
            return std::pair(alive, dead);
        };
        QTRY_COMPARE_WITH_TIMEOUT(textsOf(group.chat), std::pair(0, said), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(textsOf(direct), std::pair(0, 1), 20'000);
        wire::Sync sync;
        sync.chat = group.chat;
        const auto state = bob.ws.ask(sync);
        const auto *delta = state ? std::get_if<wire::Delta>(&*state) : nullptr;
        QVERIFY(delta);
        int owners = 0;
        for (const Row &row : delta->rows)
            if (const auto *m = std::get_if<MemberRow>(&row)) {
                if (m->user == ana.account.user) QVERIFY(m->left && m->name.isEmpty() && m->login.isEmpty());
                owners += m->role == Role::Owner && m->user == bob.account.user ? 1 : 0;
            }
        QCOMPARE(owners, 1); // the group is bob's now
        QCOMPARE(bob.ws.codeOf(bob.text(direct, u"still there?"_s)), std::optional(Code::Blocked));
        QVERIFY(std::get<wire::Ok>(*bob.ws.ask(wire::UsersFind{u"leaver"_s})).users.empty());
    }

    void reportsNeedSomethingToReport()
    {
        Person ana(port(), u"reporter"_s), bob(port(), u"rude"_s), carl(port(), u"outsider"_s);
        const ChatId chat = ana.chatWith(bob);
        const auto rude = bob.text(chat, u"rude words"_s);
        QVERIFY(std::holds_alternative<wire::Ok>(*bob.ws.ask(rude)));
        wire::Report report;
        report.chat = chat;
        report.mid = rude.mid;
        report.reason = u"abuse"_s;
        report.text = u"see above"_s;
        QCOMPARE(http("/v1/report", wire::encode(report), ana)->status, 201);
        QCOMPARE(codeOf(http("/v1/report", wire::encode(report), carl)), u"not_found"_s);
        report.mid = Mid::mint(1, ana.random);
        QCOMPARE(codeOf(http("/v1/report", wire::encode(report), ana)), u"not_found"_s);
        QCOMPARE(codeOf(http("/v1/report", "{\"reason\":\"spam\"}", ana)), u"bad_request"_s);
    }

    void nobodyCaresForSomebodyElsesAccount()
    {
        const char *posts[] = {"/v1/password", "/v1/devices/end",    "/v1/profile", "/v1/profile/of",
                               "/v1/avatar",   "/v1/account/delete", "/v1/report"};
        for (const char *path : posts) {
            QCOMPARE(codeOf(HttpClient(port()).ask("POST", path, "{}")), u"auth_invalid"_s);
            QCOMPARE(codeOf(HttpClient(port()).ask("POST", path, "{}", bearer("rubbish"))),
                     u"auth_invalid"_s);
        }
        for (const char *path : {"/v1/devices", "/v1/profile"})
            QCOMPARE(codeOf(HttpClient(port()).ask("GET", path)), u"auth_invalid"_s);
        ManualClock clock(SystemClock().wallMs());
        const TestNode node([](auto &) {}, &clock);
        const auto ana = signUp(node.port(), u"late"_s);
        clock.advance(limits::accessTokenSeconds * 1000LL);
        QCOMPARE(codeOf(HttpClient(node.port()).ask("GET", "/v1/profile", {}, bearer(ana.access))),
                 u"auth_expired"_s);
    }

    void tooManyDevicesEndTheOldest()
    {
        Person ana(port(), u"collector"_s);
        for (int i = 0; i < limits::devicesPerUser; ++i) QVERIFY(login(u"collector"_s, u"correct horse"_s));
        const auto last = login(u"collector"_s, u"correct horse"_s);
        const auto list = wire::decodeDeviceList(
            HttpClient(port()).ask("GET", "/v1/devices", {}, bearer(last->access))->body);
        QVERIFY(list);
        QCOMPARE(int(list->devices.size()), limits::devicesPerUser);
    }

    void firstGuesses_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<bool>("weak");
        const auto row = [](const char16_t *password, bool weak) {
            QTest::newRow(qPrintable(QString::fromUtf16(password))) << QString::fromUtf16(password) << weak;
        };
        for (const auto *weak : {u"password", u"P4SSW0RD!!", u"12345678", u"87654321", u"abcdefgh",
                                 u"aaaaaaaa", u"qwertyui", u"letmein123", u"abcabcabc", u"anna1990",
                                 u"4nna4nna", u"24121990", u"Sommer2024", u"kith.test1"})
            row(weak, true);
        for (const auto *good : {u"correct horse", u"pass-word-1", u"a long enough secret", u"83920174",
                                 u"verylongpassphrase", u"annabelle rides", u"kiths and kin", u"zebra lamp"})
            row(good, false);
    }
    void firstGuesses()
    {
        QFETCH(QString, password);
        QFETCH(bool, weak);
        QCOMPARE(server::isWeakPassword(password, {u"anna"_s, u"Anna Berg"_s, u"kith.test"_s}), weak);
    }

private:
    quint16 port() const { return m_server->port(); }
    wire::Tokens refreshed(const QByteArray &refresh)
    {
        const auto answer =
            HttpClient(port()).ask("POST", "/v1/token", wire::encode(wire::TokenRequest{refresh}));
        return answer && answer->status == 200 ? *wire::decodeTokens(answer->body) : wire::Tokens{};
    }
    QString refreshCode(const QByteArray &refresh)
    {
        return codeOf(HttpClient(port()).ask("POST", "/v1/token", wire::encode(wire::TokenRequest{refresh})));
    }
    std::optional<wire::SignedIn> login(const QString &login, const QString &password)
    {
        wire::LoginRequest request;
        request.login = login;
        request.password = password;
        request.device = {u"phone"_s, u"test 1"_s};
        const auto answer = HttpClient(port()).ask("POST", "/v1/login", wire::encode(request));
        if (!answer || answer->status != 200) return std::nullopt;
        return *wire::decodeSignedIn(answer->body);
    }
    std::optional<HttpAnswer> http(const QByteArray &path, const QByteArray &body, const Person &who)
    {
        return HttpClient(port()).ask("POST", path, body, bearer(who.account.access));
    }
    std::optional<HttpAnswer> get(const QByteArray &path, const Person &who)
    {
        return HttpClient(port()).ask("GET", path, {}, bearer(who.account.access));
    }
    static wire::Uset block(Person &who, const Person &whom, bool on, int base)
    {
        return {u"block"_s, whom.account.user.text(), OpId::mint(who.clock.wallMs(), who.random), base,
                on ? wire::encodeFlag(true) : wire::removedValue()};
    }
    std::unique_ptr<TestNode> m_server;
};

QTEST_GUILESS_MAIN(TestAccountCare)
#include "tst_account_care.moc"
