#include "tests/bench/bench_kit.h"

#include <QEventLoop>
#include <QFile>
#include <QHostAddress>
#include <QTimer>
#include <cstdio>
#include <unistd.h>

namespace kith::bench {

using namespace Qt::StringLiterals;

bool ServerProcess::start(const QString &program, const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program, arguments);
    while (m_process.waitForReadyRead(20'000)) {
        if (!m_process.canReadLine()) continue;
        const QByteArray line = m_process.readLine().trimmed();
        m_port = line.mid(line.lastIndexOf(':') + 1).toUShort();
        return m_port != 0;
    }
    std::fprintf(stderr, "%s did not start\n", qPrintable(program));
    return false;
}

ServerProcess::~ServerProcess()
{
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.terminate();
    if (!m_process.waitForFinished(15'000)) m_process.kill();
}

double ServerProcess::cpuSeconds() const
{
    QFile stat(u"/proc/%1/stat"_s.arg(m_process.processId()));
    if (!stat.open(QIODevice::ReadOnly)) return 0;
    const QByteArray all = stat.readAll();
    const auto fields = all.mid(all.lastIndexOf(')') + 2).split(' ');
    return double(fields.value(11).toLongLong() + fields.value(12).toLongLong()) /
           double(sysconf(_SC_CLK_TCK));
}

qint64 ServerProcess::pssKb() const
{
    QFile smaps(u"/proc/%1/smaps_rollup"_s.arg(m_process.processId()));
    if (!smaps.open(QIODevice::ReadOnly)) return 0;
    for (const QByteArray &line : smaps.readAll().split('\n'))
        if (line.startsWith("Pss:")) return line.mid(4).simplified().split(' ').first().toLongLong();
    return 0;
}

std::optional<User> makeUser(quint16 port, const QString &login)
{
    QTcpSocket http;
    http.connectToHost(QHostAddress::LocalHost, port);
    wire::RegisterRequest request;
    request.login = login;
    request.name = login;
    request.password = u"bench password"_s;
    request.device = {u"bench"_s, u"bench 1"_s};
    const QByteArray body = wire::encode(request);
    http.write("POST /v1/register HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " +
               QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray answer;
    while (http.waitForReadyRead(10'000)) answer += http.readAll();
    answer += http.readAll();
    const auto signedIn = wire::decodeSignedIn(answer.mid(answer.indexOf("\r\n\r\n") + 4));
    if (!signedIn) return std::nullopt;
    return User{signedIn->user, signedIn->device, signedIn->access};
}

Client::Client(quint16 port, const QByteArray &access, std::function<void(Client &)> liveNow)
{
    QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket,
                     [this](const QString &t) { received(t); });
    QObject::connect(&socket, &QWebSocket::connected, &socket, [this, access, liveNow = std::move(liveNow)] {
        wire::Hello hello;
        hello.token = access;
        hello.app = u"bench 1"_s;
        request(hello, [this, liveNow](wire::ServerFrame &&frame) {
            live = std::holds_alternative<wire::HelloOk>(frame);
            if (live && liveNow) liveNow(*this);
        });
    });
    socket.open(QUrl(u"ws://127.0.0.1:%1/v1/ws"_s.arg(port)));
}

void Client::request(wire::ClientFrame frame, std::function<void(wire::ServerFrame &&)> done)
{
    const qint64 id = ++m_lastId;
    if (done) m_waiting.insert(id, std::move(done));
    socket.sendTextMessage(QString::fromUtf8(wire::encode(wire::Request{id, std::move(frame)})));
}

void Client::received(const QString &text)
{
    const qint64 id = numberAfter(text, u"\"id\":");
    if (id <= 0) {
        if (pushed) pushed(text);
        return;
    }
    auto done = m_waiting.take(id);
    if (!done) return;
    auto decoded = wire::decodeReply(text.toUtf8());
    if (auto *reply = std::get_if<wire::Reply>(&decoded)) done(std::move(reply->frame));
}

qint64 numberAfter(const QString &text, const char16_t *key)
{
    const QStringView wanted(key);
    const qsizetype at = text.lastIndexOf(wanted);
    if (at < 0) return -1;
    qint64 number = 0;
    qsizetype i = at + wanted.size();
    if (i >= text.size() || !text[i].isDigit()) return -1;
    for (; i < text.size() && text[i].isDigit(); ++i) number = number * 10 + text[i].digitValue();
    return number;
}

void waitUntil(const std::function<bool()> &done, int seconds, const char *what)
{
    QEventLoop loop;
    QElapsedTimer since;
    since.start();
    while (!done()) {
        if (since.elapsed() > seconds * 1000LL) {
            std::fprintf(stderr, "gave up waiting: %s\n", what);
            std::exit(1);
        }
        QTimer::singleShot(50, &loop, &QEventLoop::quit);
        loop.exec();
    }
}

void report(const char *name, double figure, const char *unit, double must, bool less)
{
    const bool good = less ? figure <= must : figure >= must;
    const double ratio = must > 0 ? figure / must : 0;
    std::printf("%-34s %12.2f %-22s must %s %.2f  (x%.2f) %s\n", name, figure, unit, less ? "<=" : ">=", must,
                ratio, good ? "ok" : "MISSED");
    std::fflush(stdout);
}

} // namespace kith::bench
