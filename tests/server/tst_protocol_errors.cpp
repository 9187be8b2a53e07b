#include "server/storage/db.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_node.h"
#include "tests/kit/ws_client.h"

#include <condition_variable>
#include <mutex>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;
using wire::Code;

namespace {

/// A disk that fails, or a writer that does not get on, when told to.
class Disk final : public server::StatementFaults {
public:
    bool fails(const char *sql) override
    {
        std::unique_lock lock(m_mutex);
        if (QByteArrayView(sql).startsWith("BEGIN")) m_changed.wait(lock, [this] { return !m_stuck; });
        return m_failing;
    }
    void set(bool failing, bool stuck)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_failing = failing;
            m_stuck = stuck;
        }
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_failing = false, m_stuck = false;
};

enum class Use { Sent, Elsewhere, Reserved }; // Elsewhere: reached by tst_files.cpp and tst_account_care.cpp

/// Whether this stage's server sends a code. A new code does not compile until it is named here, and then
/// fails everyCodeIsReached() until a test above has seen it.
constexpr Use useOf(Code code)
{
    switch (code) {
    case Code::Busy:
    case Code::Unavailable:
    case Code::Rate:
    case Code::Forbidden:
    case Code::NotMember:
    case Code::TooLong:
    case Code::MidConflict:
    case Code::NoSuchMessage:
    case Code::EditWindow:
    case Code::NotFound:
    case Code::Conflict:
    case Code::AuthExpired:
    case Code::AuthInvalid:
    case Code::DeviceRevoked:
    case Code::Version:
    case Code::BadRequest:
    case Code::Unknown:
        return Use::Sent;
    case Code::Timeout: // the client's own, when no answer comes
    case Code::SlowMode:
    case Code::AttTooBig:
        return Use::Reserved;
    case Code::AttMismatch:
    case Code::AttMissing:
    case Code::Blocked:
    case Code::Gone:
        return Use::Elsewhere;
    }
    return Use::Sent;
}

} // namespace

/// Each error code of the protocol, reached over a real WebSocket against a real database.
class TestProtocolErrors : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestNode>();
        m_anna = std::make_unique<Person>(port(), u"anna"_s);
        m_bert = std::make_unique<Person>(port(), u"bert"_s);
        m_carl = std::make_unique<Person>(port(), u"carl"_s);
        m_chat = m_anna->chatWith(*m_bert);
        QVERIFY(bool(m_chat));
    }
    void cleanupTestCase()
    {
        m_anna.reset();
        m_bert.reset();
        m_carl.reset();
        m_server.reset();
    }

    void talking()
    {
        const auto send = m_anna->text(m_chat, u"hello"_s);
        const auto ok = m_anna->ws.ask(send);
        QVERIFY(ok && std::holds_alternative<wire::Ok>(*ok));
        const auto ev = m_bert->ws.push<wire::Ev>();
        QVERIFY(ev);
        const auto again = m_anna->ws.ask(send); // answer lost, sent again: the same row
        QVERIFY(again && std::get<wire::Ok>(*again).rows == std::get<wire::Ok>(*ok).rows);
        const Seq seq = std::get<wire::Ok>(*ok).rows.empty()
                            ? Seq{}
                            : std::get<MessageRow>(std::get<wire::Ok>(*ok).rows.front()).seq;
        const auto acked = m_bert->ws.ask(wire::Rcpt{{{m_chat, seq, seq}}});
        QVERIFY(acked && std::get<wire::Ok>(*acked).items.front().seen == seq);
        const auto rx = m_anna->ws.push<wire::RxEv>();
        QVERIFY(rx);
        QCOMPARE(rx->mem.front().seen, seq);
    }

    void authentication()
    {
        WsClient invalid(port());
        QCOMPARE(reached(WsClient::codeIn(invalid.hello("nonsense"))), std::optional(Code::AuthInvalid));
        QVERIFY(invalid.waitClosed());
        WsClient version(port());
        wire::Hello future;
        future.vMin = future.vMax = limits::protocolMax + 1;
        future.token = m_anna->account.access;
        QCOMPARE(reached(version.codeOf(future)), std::optional(Code::Version));
        QVERIFY(version.waitClosed());
    }

    void deviceRevoked()
    {
        Person dora(port(), u"dora"_s);
        HttpClient http(port());
        QCOMPARE(
            http.ask("POST", "/v1/logout", wire::encode(wire::TokenRequest{dora.account.refresh}))->status,
            200);
        const auto bye = dora.ws.push<wire::Bye>();
        QVERIFY(bye);
        QCOMPARE(bye->code, wire::ByeCode::Kicked);
        QVERIFY(dora.ws.waitClosed());
        WsClient again(port());
        QCOMPARE(reached(WsClient::codeIn(again.hello(dora.account.access))),
                 std::optional(Code::DeviceRevoked));
    }

    void badRequestUnknownAndProtocol()
    {
        Person erna(port(), u"erna"_s);
        erna.ws.sendRaw("{\"t\":\"teleport\",\"id\":77}");
        QCOMPARE(reached(WsClient::codeIn(erna.ws.answerTo(77))), std::optional(Code::Unknown));
        for (int i = 0; i < 12; ++i) erna.ws.sendRaw("{\"t\":\"send\",\"id\":78}");
        QCOMPARE(reached(WsClient::codeIn(erna.ws.answerTo(78))), std::optional(Code::BadRequest));
        const auto bye = erna.ws.push<wire::Bye>();
        QVERIFY(bye);
        QCOMPARE(bye->code, wire::ByeCode::Protocol);
        QVERIFY(erna.ws.waitClosed());
    }

    void writesThatAreRefused()
    {
        QCOMPARE(reached(m_carl->ws.codeOf(m_carl->text(m_chat, u"let me in"_s))),
                 std::optional(Code::NotMember));
        auto first = m_anna->text(m_chat, u"one"_s);
        QVERIFY(m_anna->ws.ask(first));
        auto other = first;
        other.body = u"two"_s;
        QCOMPARE(reached(m_anna->ws.codeOf(other)), std::optional(Code::MidConflict));
        QCOMPARE(reached(m_anna->ws.codeOf(m_anna->text(m_chat, QString(limits::textBytes + 1, u'x')))),
                 std::optional(Code::TooLong));
        wire::Edit edit;
        edit.chat = m_chat;
        edit.mid = first.mid;
        edit.op = OpId::mint(m_bert->clock.wallMs(), m_bert->random);
        edit.body = u"changed"_s;
        QCOMPARE(reached(m_bert->ws.codeOf(edit)), std::optional(Code::Forbidden));
        edit.base = 7;
        QCOMPARE(reached(m_anna->ws.codeOf(edit)), std::optional(Code::Conflict));
        edit.mid = Mid::mint(m_anna->clock.wallMs(), m_anna->random);
        QCOMPARE(reached(m_anna->ws.codeOf(edit)), std::optional(Code::NoSuchMessage));
    }

    void nobodyThere()
    {
        wire::ChatNew make;
        make.chat = ChatId::mint(m_anna->clock.wallMs(), m_anna->random);
        make.op = OpId::mint(m_anna->clock.wallMs(), m_anna->random);
        make.members = {UserId::mint(1, m_anna->random)};
        QCOMPARE(reached(m_anna->ws.codeOf(make)), std::optional(Code::NotFound));
    }

    void timePasses()
    {
        ManualClock clock(SystemClock().wallMs());
        const TestNode node([](auto &options) { options.session.silenceMs = INT_MAX; }, &clock);
        Person anna(node.port(), u"anna"_s), bert(node.port(), u"bert"_s);
        const ChatId chat = anna.chatWith(bert);
        const auto old = anna.text(chat, u"old"_s);
        QVERIFY(std::holds_alternative<wire::Ok>(*anna.ws.ask(old)));
        clock.advance(limits::accessTokenSeconds * 1000LL);
        const auto ended = anna.ws.push<wire::Err>(); // whoever did not renew
        QVERIFY(ended);
        QCOMPARE(reached(ended->code), std::optional(Code::AuthExpired));
        QVERIFY(anna.ws.waitClosed());
        WsClient late(node.port());
        QCOMPARE(reached(WsClient::codeIn(late.hello(anna.account.access))),
                 std::optional(Code::AuthExpired));
        clock.advance(limits::editWindowMs);
        HttpClient http(node.port());
        const auto renewed =
            http.ask("POST", "/v1/token", wire::encode(wire::TokenRequest{anna.account.refresh}));
        QCOMPARE(renewed->status, 200);
        WsClient again(node.port());
        const auto hello = again.hello(wire::decodeTokens(renewed->body)->access);
        QVERIFY(hello && std::holds_alternative<wire::HelloOk>(*hello));
        wire::Edit edit;
        edit.chat = chat;
        edit.mid = old.mid;
        edit.op = OpId::mint(clock.wallMs(), anna.random);
        edit.body = u"too late"_s;
        QCOMPARE(reached(again.codeOf(edit)), std::optional(Code::EditWindow));
    }

    void storageThatFails()
    {
        Disk disk;
        const TestNode node([&](auto &options) { options.faults = &disk; });
        Person anna(node.port(), u"anna"_s), bert(node.port(), u"bert"_s);
        const ChatId chat = anna.chatWith(bert);
        const auto message = anna.text(chat, u"on a bad day"_s);
        disk.set(true, false);
        const auto answer = anna.ws.ask(message);
        const auto *err = answer ? std::get_if<wire::Err>(&*answer) : nullptr;
        QVERIFY(err);
        QCOMPARE(reached(err->code), std::optional(Code::Unavailable));
        QCOMPARE(err->errorClass, wire::ErrorClass::Retry);
        QVERIFY(err->retryMs > 0);
        wire::Hist hist;
        hist.chat = chat;
        hist.lo = hist.hi = Seq{1};
        QCOMPARE(reached(anna.ws.codeOf(hist)), std::optional(Code::Unavailable));
        disk.set(false, false);
        const auto repeated = anna.ws.ask(message); // R8: the same again settles it
        QVERIFY(repeated && std::holds_alternative<wire::Ok>(*repeated));
    }

    void moreThanCanWait()
    {
        Disk disk;
        const TestNode node([&](auto &options) { options.faults = &disk; });
        Person anna(node.port(), u"anna"_s), bert(node.port(), u"bert"_s);
        const ChatId chat = anna.chatWith(bert);
        disk.set(false, true);
        std::vector<qint64> ids;
        for (int i = 0; i < limits::requestsWaiting; ++i)
            ids.push_back(anna.ws.send(anna.text(chat, u"waits"_s)));
        const auto answer = anna.ws.ask(anna.text(chat, u"one too many"_s));
        disk.set(false, false);
        const auto *err = answer ? std::get_if<wire::Err>(&*answer) : nullptr;
        QVERIFY(err);
        QCOMPARE(reached(err->code), std::optional(Code::Busy));
        QVERIFY(err->retryMs > 0);
        for (const qint64 id : ids) {
            const auto stored = anna.ws.answerTo(id);
            QVERIFY(stored && std::holds_alternative<wire::Ok>(*stored));
        }
    }

    void rate()
    {
        const TestNode limited([](auto &options) { options.rateLimits = true; });
        Person anna(limited.port(), u"anna"_s), bert(limited.port(), u"bert"_s);
        const ChatId chat = anna.chatWith(bert);
        std::vector<qint64> ids;
        for (int i = 0; i < 60; ++i) ids.push_back(anna.ws.send(anna.text(chat, u"flood"_s)));
        int refused = 0;
        for (const qint64 id : ids) {
            const auto answer = anna.ws.answerTo(id);
            QVERIFY(answer);
            const auto *err = std::get_if<wire::Err>(&*answer);
            if (!err) continue;
            if (err->code != Code::Busy) QCOMPARE(reached(err->code), std::optional(Code::Rate));
            QVERIFY(err->retryMs > 0);
            ++refused;
        }
        QVERIFY(refused > 0 && refused < 60);
    }

    void tooLargeAFrame()
    {
        Person fred(port(), u"fred"_s);
        fred.ws.sendRaw(QByteArray(limits::clientFrameBytes + 1, ' '));
        QVERIFY(fred.ws.waitClosed());
        QCOMPARE(fred.ws.socket().closeCode(), QWebSocketProtocol::CloseCodeTooMuchData);
    }

    void everyCodeIsReached()
    {
        if (m_reached.isEmpty()) QSKIP("only with all the others");
        constexpr auto last = int(Code::Unknown); // codes.cpp asserts that it is
        for (int i = 0; i <= last; ++i)
            QVERIFY2(m_reached.contains(i) == (useOf(Code(i)) == Use::Sent), wire::text(Code(i)).data());
    }

private:
    std::optional<Code> reached(std::optional<Code> code)
    {
        if (code) m_reached.insert(int(*code));
        return code;
    }
    QSet<int> m_reached;
    quint16 port() const { return m_server->port(); }
    std::unique_ptr<TestNode> m_server;
    std::unique_ptr<Person> m_anna, m_bert, m_carl;
    ChatId m_chat;
};

QTEST_GUILESS_MAIN(TestProtocolErrors)
#include "tst_protocol_errors.moc"
