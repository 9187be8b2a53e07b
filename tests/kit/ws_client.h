#pragma once
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/wire/account_codec.h"
#include "core/wire/codec.h"
#include "tests/kit/http_client.h"

#include <QWebSocket>
#include <deque>

namespace kith::test {

/// Makes an account through the real API.
inline wire::SignedIn signUp(quint16 port, const QString &login)
{
    HttpClient http(port);
    wire::RegisterRequest request;
    request.login = login;
    request.name = login;
    request.password = QStringLiteral("correct horse");
    request.device = {QStringLiteral("test"), QStringLiteral("test 1")};
    const auto answer = http.ask("POST", "/v1/register", wire::encode(request));
    if (!answer || answer->status != 201) {
        QTest::qFail("registration failed", __FILE__, __LINE__);
        return {};
    }
    return *wire::decodeSignedIn(answer->body);
}

/// One WebSocket to a server; frames as values or as raw text.
class WsClient {
public:
    explicit WsClient(quint16 port)
    {
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket, [this](const QString &text) {
            auto decoded = wire::decodeReply(text.toUtf8());
            if (auto *reply = std::get_if<wire::Reply>(&decoded))
                m_heard.push_back(std::move(*reply));
            else
                QTest::qFail(qPrintable(text), __FILE__, __LINE__);
        });
        m_socket.open(QUrl(QStringLiteral("ws://127.0.0.1:%1/v1/ws").arg(port)));
        if (!QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::ConnectedState; }, 10'000))
            QTest::qFail("no WebSocket", __FILE__, __LINE__);
    }

    void sendRaw(const QByteArray &text) { m_socket.sendTextMessage(QString::fromUtf8(text)); }
    qint64 send(wire::ClientFrame frame)
    {
        const bool silent =
            std::holds_alternative<wire::TypingOut>(frame) || std::holds_alternative<wire::PresOut>(frame);
        const qint64 id = silent ? 0 : ++m_lastId;
        sendRaw(wire::encode(wire::Request{id, std::move(frame)}));
        return id;
    }
    /// Sends and waits for the answer; nullopt when the connection ended first.
    std::optional<wire::ServerFrame> ask(wire::ClientFrame frame) { return answerTo(send(std::move(frame))); }
    std::optional<wire::ServerFrame> answerTo(qint64 id)
    {
        return take([id](const wire::Reply &reply) { return reply.id == id; });
    }
    /// Waits for the next push of a kind, dropping none of the others.
    template <class Frame> std::optional<Frame> push()
    {
        auto frame =
            take([](const wire::Reply &r) { return r.id == 0 && std::holds_alternative<Frame>(r.frame); });
        return frame ? std::optional(std::get<Frame>(*frame)) : std::nullopt;
    }
    /// The code of the err that answers; nullopt when the answer is none.
    std::optional<wire::Code> codeOf(wire::ClientFrame frame) { return codeIn(ask(std::move(frame))); }
    static std::optional<wire::Code> codeIn(const std::optional<wire::ServerFrame> &frame)
    {
        if (!frame || !std::holds_alternative<wire::Err>(*frame)) return std::nullopt;
        return std::get<wire::Err>(*frame).code;
    }
    std::optional<wire::ServerFrame> hello(const QByteArray &token)
    {
        wire::Hello hello;
        hello.token = token;
        hello.app = QStringLiteral("test 1");
        return ask(hello);
    }
    bool waitClosed()
    {
        return QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; },
                               15'000);
    }
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    QWebSocket &socket() { return m_socket; }
    std::deque<wire::Reply> &heard() { return m_heard; }

private:
    template <class Want> std::optional<wire::ServerFrame> take(Want want)
    {
        const auto find = [&] { return std::find_if(m_heard.begin(), m_heard.end(), want); };
        std::ignore = QTest::qWaitFor([&] { return find() != m_heard.end() || !isOpen(); }, 15'000);
        const auto found = find();
        if (found == m_heard.end()) return std::nullopt;
        wire::ServerFrame frame = std::move(found->frame);
        m_heard.erase(found);
        return frame;
    }

    QWebSocket m_socket;
    std::deque<wire::Reply> m_heard;
    qint64 m_lastId = 0;
};

/// A signed-in user with a live connection, for tests that are about something else.
struct Person {
    Person(quint16 port, const QString &login)
        : account(signUp(port, login))
        , ws(port)
    {
        const auto answer = ws.hello(account.access);
        if (!answer || !std::holds_alternative<wire::HelloOk>(*answer))
            QTest::qFail("hello was refused", __FILE__, __LINE__);
    }
    /// A direct chat with `other`; null when it was refused.
    ChatId chatWith(const Person &other)
    {
        wire::ChatNew make;
        make.chat = ChatId::mint(clock.wallMs(), random);
        make.op = OpId::mint(clock.wallMs(), random);
        make.kind = ChatKind::Direct;
        make.members = {other.account.user};
        const auto answer = ws.ask(make);
        if (!answer || !std::holds_alternative<wire::Ok>(*answer)) return {};
        return std::get<wire::Ok>(*answer).chat;
    }
    wire::Send text(const ChatId &chat, const QString &body)
    {
        wire::Send send;
        send.chat = chat;
        send.mid = Mid::mint(clock.wallMs(), random);
        send.kind = QStringLiteral("text");
        send.body = body;
        return send;
    }

    SystemClock clock;
    SystemRandom random;
    wire::SignedIn account;
    WsClient ws;
};

} // namespace kith::test
