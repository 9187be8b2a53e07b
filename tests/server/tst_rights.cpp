#include "core/wire/poll_codec.h"
#include "core/wire/state_value.h"
#include "tests/kit/file_client.h"
#include "tests/kit/group_kit.h"
#include "tests/kit/test_node.h"

#include <QSet>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;
using wire::Code;

namespace {

enum As { Stranger, Former, Banned, Plain, Admin, Owner, Blocked, Count };
constexpr const char *names[]{"stranger", "former", "banned", "plain", "admin", "owner", "blocked"};

using Gets = std::array<std::optional<Code>, As::Count>;

/// What one request gets from whom; nullopt = it is answered. Blocked: the same request in the direct chat
/// with somebody who has blocked the caller.
struct Right {
    const char *name;
    std::function<wire::ClientFrame(const ChatId &chat)> make;
    Gets gets;
};

constexpr auto may = std::nullopt;
constexpr Code notMember = Code::NotMember, forbidden = Code::Forbidden;

bool isSilent(const wire::ClientFrame &frame)
{
    return std::holds_alternative<wire::TypingOut>(frame) || std::holds_alternative<wire::PresOut>(frame);
}

QByteArray said(const std::optional<Code> &code)
{
    return code ? QByteArray(wire::text(*code).data()) : "ok";
}

} // namespace

/// Every request of the protocol as everybody who might make it, over real sockets against a real database.
class TestRights : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_server = std::make_unique<TestNode>(); }
    void cleanup() { m_server.reset(); }

    void everyRequestAsEverybody()
    {
        People p(port());
        QVERIFY(p.group && p.direct && !p.code.isEmpty());
        QSet<size_t> tried;
        for (const Right &right : rights(p)) {
            tried.insert(right.make(p.group).index());
            for (int as = 0; as < As::Count; ++as) {
                Person &who = *p.all[size_t(as)];
                const wire::ClientFrame frame = right.make(as == Blocked ? p.direct : p.group);
                const QByteArray where = QByteArray(right.name) + " as " + names[as];
                if (isSilent(frame)) {
                    who.ws.send(frame);
                    QVERIFY2(!who.ws.codeOf(wire::Ping{}), where.constData());
                    continue;
                }
                const auto answer = who.ws.ask(frame);
                QVERIFY2(answer.has_value(), where.constData());
                const auto code = WsClient::codeIn(answer);
                const auto &wanted = right.gets[size_t(as)];
                QVERIFY2(code == wanted, (where + ": " + said(code) + ", not " + said(wanted)).constData());
            }
        }
        QCOMPARE(size_t(tried.size()), std::variant_size_v<wire::ClientFrame>); // a new request needs a row
        // What strangers and former members typed was told to nobody.
        for (const auto &heard : p.all[Owner]->ws.heard())
            if (const auto *typing = std::get_if<wire::TypingIn>(&heard.frame))
                QVERIFY(typing->user == p.all[Plain]->account.user ||
                        typing->user == p.all[Admin]->account.user);
    }

    /// Who has not said hello, and whose device has ended, is told nothing but that.
    void nobodyMayAnything()
    {
        People p(port());
        const auto body = wire::encode(wire::TokenRequest{p.all[Owner]->account.refresh});
        QCOMPARE(HttpClient(port()).ask("POST", "/v1/logout", body)->status, 200);
        QVERIFY(p.all[Owner]->ws.push<wire::Bye>() && p.all[Owner]->ws.waitClosed());
        wire::Hello ended;
        ended.token = p.all[Owner]->account.access;
        for (const Right &right : rights(p)) {
            const wire::ClientFrame frame = right.make(p.group);
            WsClient nobody(port()), revoked(port());
            nobody.sendRaw(wire::encode(wire::Request{isSilent(frame) ? 0 : 1, frame}));
            revoked.sendRaw(wire::encode(wire::Request{1, ended}));
            revoked.sendRaw(wire::encode(wire::Request{isSilent(frame) ? 0 : 2, frame}));
            for (WsClient *one : {&nobody, &revoked}) {
                QVERIFY2(one->waitClosed(), right.name);
                for (const auto &heard : one->heard())
                    QVERIFY2(std::holds_alternative<wire::Err>(heard.frame) ||
                                 std::holds_alternative<wire::Bye>(heard.frame),
                             right.name);
            }
        }
    }

    void everyHttpRequestWantsADeviceThatIsSignedIn()
    {
        Person ana(port(), u"ana"_s);
        const auto logout = wire::encode(wire::TokenRequest{ana.account.refresh});
        QCOMPARE(HttpClient(port()).ask("POST", "/v1/logout", logout)->status, 200);
        const QByteArray bearer = "Authorization: Bearer ";
        const ChatId chat = ChatId::mint(ana.clock.wallMs(), ana.random);
        const AttId att = AttId::mint(ana.clock.wallMs(), ana.random);
        const QByteArray tus = FileClient::creation(att, chat, 1);
        for (const char *route :
             {"POST /v1/password", "GET /v1/devices", "POST /v1/devices/end", "GET /v1/profile",
              "POST /v1/profile", "POST /v1/profile/of", "POST /v1/avatar", "POST /v1/account/delete",
              "POST /v1/report", "POST /v1/files", "HEAD /v1/files/AaDEUGwKf5KBkCN8sR-M8g",
              "GET /v1/files/AaDEUGwKf5KBkCN8sR-M8g", "DELETE /v1/files/AaDEUGwKf5KBkCN8sR-M8g"}) {
            const auto parts = QByteArray(route).split(' ');
            const bool json = parts[0] == "POST" && parts[1] != "/v1/files";
            for (const QByteArray &who :
                 {QByteArray(), bearer + "rubbish\r\n", bearer + ana.account.refresh + "\r\n",
                  bearer + ana.account.access + "\r\n"}) {
                const auto answer = HttpClient(port()).ask(parts[0], parts[1], json ? "{}" : "", who + tus);
                QVERIFY2(answer && answer->status == 401, route);
            }
        }
    }

private:
    /// The people of the table and what they have to do with each other.
    struct People {
        explicit People(quint16 port)
        {
            for (const char *name : names)
                all.push_back(std::make_unique<Person>(port, QString::fromLatin1(name)));
            for (const char16_t *name : {u"by.one", u"by.two", u"by.three", u"blocker"})
                others.push_back(std::make_unique<Person>(port, QString::fromUtf16(name)));
            Person &owner = *all[Owner], &blocker = *others[3];
            group = groupOf(owner, {all[Former].get(), all[Banned].get(), all[Plain].get(), all[Admin].get(),
                                    others[1].get(), others[2].get()});
            owner.ws.ask(memOf(owner, group, wire::MemAct::SetRole, all[Admin].get(), Role::Admin));
            owner.ws.ask(memOf(owner, group, wire::MemAct::Remove, all[Former].get()));
            owner.ws.ask(memOf(owner, group, wire::MemAct::Ban, all[Banned].get()));
            for (wire::Send *one : {&kept, &edited, &deleted})
                owner.ws.ask(*one = owner.text(group, u"said"_s));
            const Poll poll{{{u"a"_s, 0, false}, {u"b"_s, 0, false}}, false, false, false, 0};
            polled = owner.text(group, u"which?"_s);
            polled.extra = wire::withPoll({}, poll);
            owner.ws.ask(polled);
            code = inviteTo(owner, group);
            direct = all[Blocked]->chatWith(blocker);
            directSaid = blocker.text(direct, u"said"_s);
            directSaid.extra = wire::withPoll({}, poll);
            blocker.ws.ask(directSaid);
            blocker.ws.ask(
                wire::Uset{u"block"_s, all[Blocked]->account.user.text(), opOf(blocker), 0, "true"});
        }
        std::vector<std::unique_ptr<Person>> all, others;
        ChatId group, direct;
        QByteArray code;
        wire::Send kept, edited, deleted, polled, directSaid;
    };

    static std::vector<Right> rights(People &p)
    {
        const auto by = [&p](int i) { return p.others[size_t(i)]->account.user; };
        const auto newOp = [&p] { return opOf(*p.all[Owner]); };
        const auto midOf = [&p](const ChatId &chat, const wire::Send &m) {
            return chat == p.direct ? p.directSaid.mid : m.mid;
        };
        using wire::MemAct;
        const auto change = [=, &p](MemAct act, int whom, Role role = Role::Member) {
            return [=, &p](const ChatId &c) { return wire::Mem{c, newOp(), act, by(whom), role}; };
        };
        const Gets anybody{may, may, may, may, may, may, may},
            members{notMember, notMember, notMember, may, may, may, may},
            admins{notMember, notMember, notMember, forbidden, may, may, forbidden},
            owners{notMember, notMember, notMember, forbidden, forbidden, may, forbidden};
        Gets writers = members;
        writers[Blocked] = Code::Blocked;
        const auto allGet = [](Code code) { return Gets{code, code, code, code, code, code, code}; };
        auto groupMembers = members, banLists = admins;
        groupMembers[Blocked] = forbidden; // in a direct chat
        return {
            {"hello", [](const ChatId &) { return wire::Hello{1, 1, "token", {}, {}, {}, {}, {}}; },
             allGet(Code::BadRequest)},
            {"auth", [](const ChatId &) { return wire::Auth{"token"}; }, allGet(Code::AuthInvalid)},
            {"sync", [](const ChatId &c) { return wire::Sync{c, {}, {}, {}, {}, 10}; }, members},
            {"usync", [](const ChatId &) { return wire::Usync{}; }, anybody},
            {"send", [&p](const ChatId &c) { return p.all[Owner]->text(c, u"x"_s); }, writers},
            {"edit",
             [=, &p](const ChatId &c) {
                 return wire::Edit{c, midOf(c, p.edited), newOp(), 0, u"y"_s};
             },
             owners},
            {"del",
             [=, &p](const ChatId &c) {
                 return wire::Del{c, midOf(c, p.deleted), newOp()};
             },
             admins},
            {"react",
             [=, &p](const ChatId &c) { return wire::React{c, midOf(c, p.kept), newOp(), u"👍"_s, true, 0}; },
             writers},
            {"rcpt",
             [](const ChatId &c) {
                 return wire::Rcpt{{{c, Seq{1}, Seq{1}}}};
             },
             members},
            {"uset",
             [=, &p](const ChatId &c) {
                 return wire::Uset{u"mute"_s, c.text(), newOp(), 0, "0"};
             },
             anybody},
            {"uset seen",
             [=, &p](const ChatId &c) {
                 return wire::Uset{u"seen"_s, c.text(), newOp(), 0, "0"};
             },
             allGet(forbidden)},
            {"chat.new",
             [=, &p](const ChatId &) {
                 return wire::ChatNew{
                     ChatId::mint(1, p.all[0]->random), newOp(), ChatKind::Group, {by(0)}, u"New"_s};
             },
             anybody},
            {"chat.set",
             [=, &p](const ChatId &c) { return wire::ChatSet{c, newOp(), 0, u"Title"_s, {}, {}, {}, {}}; },
             {notMember, notMember, notMember, forbidden, may, Code::Conflict,
              forbidden}}, // the admin was first
            {"mem add", change(MemAct::Add, 0), groupMembers},
            {"mem role", change(MemAct::SetRole, 0, Role::Admin), owners},
            {"mem own",
             [=, &p](const ChatId &c) {
                 return wire::Mem{c, newOp(), MemAct::Own, p.all[Owner]->account.user, Role::Member};
             },
             {notMember, notMember, notMember, forbidden, forbidden, forbidden, forbidden}},
            {"mem remove", change(MemAct::Remove, 1), admins},
            {"mem ban", change(MemAct::Ban, 2), admins},
            {"mem unban", change(MemAct::Unban, 2), admins},
            {"hist",
             [](const ChatId &c) {
                 return wire::Hist{c, Seq{1}, Seq{9}, {}, 10};
             },
             members},
            {"have",
             [&p](const ChatId &c) {
                 return wire::Have{c, {p.kept.mid}};
             },
             members},
            {"chats", [](const ChatId &) { return wire::Chats{}; }, anybody},
            {"watch",
             [](const ChatId &c) {
                 return wire::Watch{{c}, {}};
             },
             anybody},
            {"typing",
             [](const ChatId &c) {
                 return wire::TypingOut{c, true};
             },
             anybody},
            {"pres", [](const ChatId &) { return wire::PresOut{true}; }, anybody},
            {"users.find", [](const ChatId &) { return wire::UsersFind{u"by"_s}; }, anybody},
            {"ping", [](const ChatId &) { return wire::Ping{}; }, anybody},
            {"proof",
             [](const ChatId &c) {
                 return wire::Proof{c, Seq{1}, Seq{9}, false, false};
             },
             members},
            {"members",
             [](const ChatId &c) {
                 return wire::ListMembers{c, {}, {}, false, 10};
             },
             members},
            {"members banned",
             [](const ChatId &c) {
                 return wire::ListMembers{c, {}, {}, true, 10};
             },
             banLists},
            {"invite",
             [](const ChatId &c) { return wire::InviteSet{c, {}, wire::InviteAct::List, {}, 0, 0}; }, admins},
            {"invite new",
             [=, &p](const ChatId &c) { return wire::InviteSet{c, newOp(), wire::InviteAct::New, {}, 0, 0}; },
             admins},
            {"join",
             [=, &p](const ChatId &) {
                 return wire::Join{"no-such-code", newOp()};
             },
             allGet(Code::NotFound)},
            {"log",
             [](const ChatId &c) {
                 return wire::GroupLog{c, 0, 10};
             },
             admins},
            {"edits",
             [=, &p](const ChatId &c) {
                 return wire::Edits{c, midOf(c, p.kept), 0};
             },
             members},
            {"date",
             [](const ChatId &c) {
                 return wire::FindDate{c, 1};
             },
             members},
            {"vote",
             [=, &p](const ChatId &c) {
                 return wire::Uset{u"vote"_s, midOf(c, p.polled).text(), newOp(), 0,
                                   wire::encodeVote({c, 1})};
             },
             writers},
            {"poll.close",
             [=, &p](const ChatId &c) {
                 return wire::ClosePoll{c, midOf(c, p.polled), newOp()};
             },
             admins},
            {"timer",
             [=](const ChatId &c) {
                 return wire::SetTimer{c, newOp(), 0, 60};
             },
             {notMember, notMember, notMember, forbidden, Code::Conflict, Code::Conflict, may}},
            {"push", [](const ChatId &) { return wire::PushSet{}; }, anybody},
            {"push.get", [](const ChatId &) { return wire::PushGet{}; }, anybody},
            // The last one: whoever may come in has come in.
            {"join by invite",
             [=, &p](const ChatId &) {
                 return wire::Join{p.code, newOp()};
             },
             {may, may, forbidden, may, may, may, may}},
        };
    }

    quint16 port() const { return m_server->port(); }
    std::unique_ptr<TestNode> m_server;
};

QTEST_GUILESS_MAIN(TestRights)
#include "tst_rights.moc"
