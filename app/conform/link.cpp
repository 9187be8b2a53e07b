#include "app/conform/link.h"

#include <QJsonDocument>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QWebSocketHandshakeOptions>

using namespace Qt::StringLiterals;

namespace kith::conform {

namespace {
constexpr qsizetype talkMax = 12, lineMax = 600, serverFrameBytes = 262144;
constexpr int rateTries = 20;

QString withoutSecrets(QString text)
{
    static const QRegularExpression token(
        uR"re("(token|access|refresh|password|old|new|invite)":"[^"]*")re"_s);
    return text.replace(token, u"\"\\1\":\"…\""_s);
}
} // namespace

void Notes::say(const QString &line)
{
    talk << withoutSecrets(line).left(lineMax);
    while (talk.size() > talkMax) talk.removeFirst();
}

void Notes::judge(const QString &clause, bool kept, const QString &what)
{
    ++seen[clause];
    if (!kept && broken[clause].size() < 5) broken[clause] << withoutSecrets(what).left(lineMax);
}

Link::Link(Notes &notes, QString name, int patienceMs)
    : m_notes(notes)
    , m_name(std::move(name))
    , m_patience(patienceMs)
{
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &Link::received);
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this,
            [this] { m_notes.judge(u"P-1.4"_s, false, u"the server sent a binary message"_s); });
    connect(&m_socket, &QWebSocket::disconnected, this, [this] {
        m_ended = true;
        m_notes.say(m_name + u" | the connection ended"_s);
    });
}

Link::~Link() { m_socket.disconnect(this); }

void Link::open(const QUrl &url, const QString &subprotocol)
{
    QNetworkRequest request(url);
    QWebSocketHandshakeOptions options;
    if (!subprotocol.isEmpty()) options.setSubprotocols({subprotocol});
    m_socket.open(request, options);
    const auto settled = [this] {
        return isOpen() || m_ended || m_socket.state() == QAbstractSocket::UnconnectedState;
    };
    waitFor(settled, m_patience);
    require(isOpen(), u"a WebSocket at %1"_s.arg(url.toString()), m_socket.errorString());
}

bool Link::isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

QJsonObject Link::hello(const Account &account, QJsonObject more)
{
    QJsonObject hello{{u"t"_s, u"hello"_s},
                      {u"v"_s, QJsonArray{1, 1}},
                      {u"token"_s, account.access},
                      {u"app"_s, u"kith-conform"_s}};
    for (auto it = more.begin(); it != more.end(); ++it) hello[it.key()] = it.value();
    const QJsonObject answered = answer(send(hello));
    require(answered[u"t"] == u"hello_ok"_s, u"hello_ok"_s, answered);
    return answered;
}

qint64 Link::send(QJsonObject request)
{
    if (!request.contains(u"id")) request[u"id"] = m_lastId + 1;
    m_lastId = std::max(m_lastId, request[u"id"].toInteger());
    sendText(QString::fromUtf8(compact(request)));
    return request[u"id"].toInteger();
}

void Link::sendText(const QString &text)
{
    m_notes.say(m_name + u" > "_s + text);
    m_socket.sendTextMessage(text);
}

void Link::sendBinary(const QByteArray &bytes) { m_socket.sendBinaryMessage(bytes); }

QJsonObject Link::answer(qint64 id)
{
    waitFor([&] { return m_answers.contains(id) || m_ended; }, m_patience);
    require(m_answers.contains(id), u"an answer to request %1 within %2 ms"_s.arg(id).arg(m_patience),
            m_ended ? u"the connection ended"_s : u"nothing"_s);
    return m_answers[id].first();
}

QJsonObject Link::ask(const QJsonObject &request)
{
    for (int tries = 0;; ++tries) {
        const QJsonObject answered = answer(send(request));
        if (answered[u"code"] != u"rate"_s || tries >= rateTries) return answered;
        const int wait = int(std::clamp<qint64>(answered[u"retry_ms"].toInteger(), 10, 70'000));
        waitFor([] { return false; }, wait);
    }
}

QJsonObject Link::askOk(const QJsonObject &request, const QString &t)
{
    const QJsonObject answered = ask(request);
    require(answered[u"t"] == t, u"an answer '%1' to %2"_s.arg(t, request[u"t"].toString()), answered);
    return answered;
}

QJsonObject Link::askErr(const QJsonObject &request, const QString &code)
{
    const QJsonObject answered = ask(request);
    require(answered[u"t"] == u"err"_s && answered[u"code"] == code,
            u"err '%1' to %2"_s.arg(code, request[u"t"].toString()), answered);
    return answered;
}

void Link::barrier() { askOk({{u"t"_s, u"ping"_s}}, u"pong"_s); }

QJsonObject Link::push(const QString &what, const std::function<bool(const QJsonObject &)> &fits,
                       qsizetype from)
{
    qsizetype at = from;
    const auto found = [&] {
        for (; at < m_pushes.size(); ++at)
            if (fits(m_pushes[at])) return true;
        return m_ended;
    };
    waitFor(found, m_patience);
    require(at < m_pushes.size(), what, m_ended ? u"the connection ended"_s : u"nothing"_s);
    return m_pushes[at];
}

QList<QJsonObject> Link::pushes(const QString &t, qsizetype from) const
{
    QList<QJsonObject> found;
    for (qsizetype i = from; i < m_pushes.size(); ++i)
        if (m_pushes[i][u"t"] == t) found << m_pushes[i];
    return found;
}

bool Link::ends()
{
    waitFor([this] { return m_ended; }, m_patience);
    return m_ended;
}

void Link::close() { m_socket.close(); }

void Link::received(const QString &text)
{
    m_notes.say(m_name + u" < "_s + text);
    const QByteArray bytes = text.toUtf8();
    const auto document = QJsonDocument::fromJson(bytes);
    m_notes.judge(u"P-1.4"_s, document.isObject(), u"not one JSON object: "_s + text);
    judge(bytes, document.object());
    const qint64 id = document.object()[u"id"].toInteger(0);
    if (id > 0)
        m_answers[id] << document.object();
    else
        m_pushes << document.object();
}

void Link::judge(const QByteArray &text, const QJsonObject &frame)
{
    m_notes.judge(u"P-1.5"_s, text.size() <= serverFrameBytes, u"%1 bytes in a frame"_s.arg(text.size()));
    const QString key = doubledKey(text);
    m_notes.judge(u"P-2.4"_s, key.isEmpty(), u"the key '%1' twice in %2"_s.arg(key, QString::fromUtf8(text)));
    const QString null = strayNull(frame);
    m_notes.judge(u"P-2.3"_s, null.isEmpty(), u"null at %1 in %2"_s.arg(null, QString::fromUtf8(text)));
    if (frame[u"t"] == u"err"_s) {
        const QString code = frame[u"code"].toString(), expected = classOf(code);
        const QString came = frame[u"class"].toString();
        m_notes.judge(u"P-11.1"_s, !came.isEmpty() && (expected.isEmpty() || came == expected),
                      u"class '%1' with code '%2'"_s.arg(came, code));
    }
}

} // namespace kith::conform
