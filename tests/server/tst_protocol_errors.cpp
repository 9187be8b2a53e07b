#include "tests/kit/test_node.h"
#include "tests/kit/ws_client.h"

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;
using wire::Code;

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
        QCOMPARE(WsClient::codeIn(invalid.hello("nonsense")), std::optional(Code::AuthInvalid));
        QVERIFY(invalid.waitClosed());
        WsClient version(port());
        wire::Hello future;
        future.vMin = future.vMax = limits::protocolMax + 1;
        future.token = m_anna->account.access;
        QCOMPARE(version.codeOf(future), std::optional(Code::Version));
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
        QCOMPARE(WsClient::codeIn(again.hello(dora.account.access)), std::optional(Code::DeviceRevoked));
    }

    void badRequestUnknownAndProtocol()
    {
        Person erna(port(), u"erna"_s);
        erna.ws.sendRaw("{\"t\":\"teleport\",\"id\":77}");
        QCOMPARE(WsClient::codeIn(erna.ws.answerTo(77)), std::optional(Code::Unknown));
        for (int i = 0; i < 12; ++i) erna.ws.sendRaw("{\"t\":\"send\",\"id\":78}");
        QCOMPARE(WsClient::codeIn(erna.ws.answerTo(78)), std::optional(Code::BadRequest));
        const auto bye = erna.ws.push<wire::Bye>();
        QVERIFY(bye);
        QCOMPARE(bye->code, wire::ByeCode::Protocol);
        QVERIFY(erna.ws.waitClosed());
    }

    void writesThatAreRefused()
    {
        QCOMPARE(m_carl->ws.codeOf(m_carl->text(m_chat, u"let me in"_s)), std::optional(Code::NotMember));
        auto first = m_anna->text(m_chat, u"one"_s);
        QVERIFY(m_anna->ws.ask(first));
        auto other = first;
        other.body = u"two"_s;
        QCOMPARE(m_anna->ws.codeOf(other), std::optional(Code::MidConflict));
        QCOMPARE(m_anna->ws.codeOf(m_anna->text(m_chat, QString(limits::textBytes + 1, u'x'))),
                 std::optional(Code::TooLong));
        auto old = m_anna->text(m_chat, u"old"_s);
        old.mid = Mid::mint(m_anna->clock.wallMs() - limits::midOldestMs - 60'000, m_anna->random);
        QCOMPARE(m_anna->ws.codeOf(old), std::optional(Code::BadMidTime));
        wire::Edit edit;
        edit.chat = m_chat;
        edit.mid = first.mid;
        edit.op = OpId::mint(m_bert->clock.wallMs(), m_bert->random);
        edit.body = u"changed"_s;
        QCOMPARE(m_bert->ws.codeOf(edit), std::optional(Code::Forbidden));
        edit.base = 7;
        QCOMPARE(m_anna->ws.codeOf(edit), std::optional(Code::Conflict));
        edit.mid = Mid::mint(m_anna->clock.wallMs(), m_anna->random);
        QCOMPARE(m_anna->ws.codeOf(edit), std::optional(Code::NoSuchMessage));
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
            QVERIFY(err->code == Code::Rate || err->code == Code::Busy);
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

private:
    quint16 port() const { return m_server->port(); }
    std::unique_ptr<TestNode> m_server;
    std::unique_ptr<Person> m_anna, m_bert, m_carl;
    ChatId m_chat;
};

QTEST_GUILESS_MAIN(TestProtocolErrors)
#include "tst_protocol_errors.moc"
