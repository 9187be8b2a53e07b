// kith-trial-safety: a real server on real sockets, set upon by those who mean harm while two people write to
// each other; what they notice is the figure. Run by hand: it takes some minutes and the machine's sockets.
#include "server/realtime/epoll_dispatcher.h"
#include "tests/bench/bench_kit.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QTimer>
#include <algorithm>
#include <arpa/inet.h>
#include <cstdio>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using namespace kith;
using namespace kith::bench;
using namespace Qt::StringLiterals;

SystemRandom entropy;
constexpr int patience = 180; // seconds

/// A socket of the kernel's alone: ten thousand of Qt's would cost this process more than the server.
int connectTo(quint16 port, quint32 from)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0) return -1;
    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_addr.s_addr = htonl(from);
    sockaddr_in there = here;
    there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    there.sin_port = htons(port);
    if (::bind(fd, reinterpret_cast<sockaddr *>(&here), sizeof here) == 0 &&
        ::connect(fd, reinterpret_cast<sockaddr *>(&there), sizeof there) == 0) {
        ::fcntl(fd, F_SETFL, O_NONBLOCK);
        return fd;
    }
    ::close(fd);
    return -1;
}

bool wasClosed(int fd)
{
    char room[512];
    for (;;) {
        const ssize_t n = ::recv(fd, room, sizeof room, MSG_DONTWAIT);
        if (n > 0) continue;
        return n == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
    }
}

class Trial {
public:
    explicit Trial(int sockets)
        : m_sockets(sockets)
    {
    }
    bool start();
    void halfOpen();
    void slowHeads();
    void slowBodies();
    void flood();
    void loginTime();
    void rates();
    int faults() const { return m_faults; }

private:
    struct Figures {
        double p50 = 0, p99 = 0, most = 0;
    };
    void say(std::function<void(double ms)> done);
    Figures talk(qint64 ms, const std::function<void()> &meanwhile = {});
    void hold(const char *what, const QByteArray &first, const std::function<QByteArray()> &more,
              int freedWithin);
    qint64 fds() const;
    void line(const char *what, const QString &figures, bool good);

    const int m_sockets;
    QTemporaryDir m_dir;
    ServerProcess m_server;
    std::unique_ptr<Client> m_ana, m_ben;
    ChatId m_chat;
    std::vector<double> m_latencies;
    qint64 m_sentAt = 0;
    std::function<void(double)> m_heard;
    int m_faults = 0;
};

void Trial::line(const char *what, const QString &figures, bool good)
{
    std::printf("%-28s %-6s %s\n", what, good ? "ok" : "FAULT", qUtf8Printable(figures));
    std::fflush(stdout);
    m_faults += good ? 0 : 1;
}

qint64 Trial::fds() const
{
    return QDir(u"/proc/%1/fd"_s.arg(m_server.pid()))
        .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
        .size();
}

bool Trial::start()
{
    if (!m_server.start(
            QCoreApplication::applicationDirPath() + u"/kith-server"_s,
            {u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, m_dir.path(), u"--log-level"_s, u"error"_s}))
        return false;
    const auto ana = makeUser(m_server.port(), u"ana"_s), ben = makeUser(m_server.port(), u"ben"_s);
    if (!ana || !ben) return false;
    int live = 0;
    m_ana = std::make_unique<Client>(m_server.port(), ana->access, [&](Client &) { ++live; });
    m_ben = std::make_unique<Client>(m_server.port(), ben->access, [&](Client &) { ++live; });
    waitUntil([&] { return live == 2; }, patience, "two people");
    wire::ChatNew make;
    make.chat = m_chat = ChatId::mint(QDateTime::currentMSecsSinceEpoch(), entropy);
    make.op = OpId::mint(QDateTime::currentMSecsSinceEpoch(), entropy);
    make.members = {ben->id};
    bool made = false;
    m_ana->request(make, [&](wire::ServerFrame &&f) { made = std::holds_alternative<wire::Ok>(f); });
    waitUntil([&] { return made; }, patience, "their chat");
    m_ben->pushed = [this](const QString &text) {
        if (text.contains(u"\"t\":\"ev\"") && m_heard) std::exchange(m_heard, {})(0);
    };
    return true;
}

/// From Ana's request to Ben's event.
void Trial::say(std::function<void(double)> done)
{
    QElapsedTimer since;
    since.start();
    m_heard = [since, done = std::move(done)](double) { done(double(since.nsecsElapsed()) / 1e6); };
    wire::Send send;
    send.chat = m_chat;
    send.mid = Mid::mint(QDateTime::currentMSecsSinceEpoch(), entropy);
    send.kind = u"text"_s;
    send.body = u"still here"_s;
    m_ana->request(send);
}

/// Ana writes to Ben for a while; `meanwhile` runs again and again.
Trial::Figures Trial::talk(qint64 ms, const std::function<void()> &meanwhile)
{
    m_latencies.clear();
    QElapsedTimer since;
    since.start();
    bool idle = true;
    m_ana->request(wire::Ping{});
    m_ben->request(wire::Ping{});
    QTimer turns;
    QObject::connect(&turns, &QTimer::timeout, &turns, [&] {
        if (meanwhile) meanwhile();
        if (!idle || since.elapsed() >= ms) return;
        idle = false;
        say([&](double took) {
            m_latencies.push_back(took);
            QTimer::singleShot(100, &turns, [&] { idle = true; }); // within the rates of a person
        });
    });
    turns.start(10);
    QTimer pings; // Ben only listens, and the server would take him for dead
    QObject::connect(&pings, &QTimer::timeout, &pings, [this] {
        m_ana->request(wire::Ping{});
        m_ben->request(wire::Ping{});
    });
    pings.start(20'000);
    waitUntil([&] { return since.elapsed() >= ms && !m_heard; }, patience, "the conversation");
    std::sort(m_latencies.begin(), m_latencies.end());
    const auto at = [&](double part) {
        return m_latencies.empty() ? -1 : m_latencies[size_t(double(m_latencies.size() - 1) * part)];
    };
    return {at(0.5), at(0.99), at(1)};
}

/// Opens all sockets, says `first` on each and `more` from time to time, until the server has closed them.
void Trial::hold(const char *what, const QByteArray &first, const std::function<QByteArray()> &more,
                 int freedWithin)
{
    const qint64 fdsBefore = fds(), rssBefore = m_server.pssKb();
    std::vector<int> open;
    QElapsedTimer since;
    since.start();
    for (int i = 0; i < m_sockets; ++i) {
        const int fd = connectTo(m_server.port(), INADDR_LOOPBACK + quint32(i % 64));
        if (fd < 0) break;
        if (!first.isEmpty()) (void)::send(fd, first.constData(), size_t(first.size()), MSG_NOSIGNAL);
        open.push_back(fd);
    }
    const qint64 opened = since.elapsed();
    const size_t count = open.size();
    qint64 mostFds = 0, mostRss = 0, lastMs = 0, moreAt = 0;
    const Figures people = talk(freedWithin * 1'000LL, [&] {
        mostFds = std::max(mostFds, fds());
        if (since.elapsed() - moreAt > 2'000) {
            moreAt = since.elapsed();
            mostRss = std::max(mostRss, m_server.pssKb());
            const QByteArray piece = more ? more() : QByteArray();
            for (const int fd : open)
                if (!piece.isEmpty()) (void)::send(fd, piece.constData(), size_t(piece.size()), MSG_NOSIGNAL);
            std::erase_if(open, [](int fd) {
                if (!wasClosed(fd)) return false;
                ::close(fd);
                return true;
            });
            if (!open.empty()) lastMs = since.elapsed();
        }
    });
    const size_t left = open.size();
    for (const int fd : open) ::close(fd);
    const auto back = [&] { return fds() <= fdsBefore + 4; };
    waitUntil(back, patience, "descriptors come back");
    line(what,
         u"%1 sockets opened in %2 ms; the server held %3 descriptors and %4 MB more at most; all but %5 "
         u"closed "
         "by it within %6 s; meanwhile a message took p50 %7 ms, p99 %8 ms, at most %9 ms"_s.arg(count)
             .arg(opened)
             .arg(mostFds - fdsBefore)
             .arg(double(mostRss - rssBefore) / 1024, 0, 'f', 1)
             .arg(left)
             .arg(double(lastMs) / 1000, 0, 'f', 1)
             .arg(people.p50, 0, 'f', 1)
             .arg(people.p99, 0, 'f', 1)
             .arg(people.most, 0, 'f', 1),
         count == size_t(m_sockets) && left == 0 && people.p50 >= 0 && people.most < 5'000);
}

void Trial::halfOpen() { hold("half-open sockets", {}, {}, 25); }

void Trial::slowHeads()
{
    hold(
        "slow headers", "GET /v1/server HTTP/1.1\r\nHost: a\r\n", [] { return QByteArray("X-A: b\r\n"); },
        25);
}

void Trial::slowBodies()
{
    hold(
        "slow bodies", "POST /v1/login HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n{",
        [] { return QByteArray(" "); }, 50);
}

/// Connections that come and go as fast as one process can make them.
void Trial::flood()
{
    qint64 made = 0;
    const double cpuBefore = m_server.cpuSeconds();
    const Figures people = talk(15'000, [&] {
        for (int i = 0; i < 100; ++i) {
            const int fd = connectTo(m_server.port(), INADDR_LOOPBACK + quint32(made % 64));
            if (fd < 0) continue;
            (void)::send(fd, "GET / HTTP/1.1\r\n", 16, MSG_NOSIGNAL);
            const linger reset{1, 0};
            ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
            ::close(fd);
            ++made;
        }
    });
    line("connection flood",
         u"%1 connections in 15 s, %2 us of CPU each; a message took p50 %3 ms, p99 %4 ms, at most %5 ms"_s
             .arg(made)
             .arg((m_server.cpuSeconds() - cpuBefore) / double(std::max<qint64>(1, made)) * 1e6, 0, 'f', 0)
             .arg(people.p50, 0, 'f', 1)
             .arg(people.p99, 0, 'f', 1)
             .arg(people.most, 0, 'f', 1),
         made > 1'000 && people.p50 >= 0 && people.most < 5'000);
}

struct Asked {
    int status = 0;
    double ms = 0;
};
Asked login(quint16 port, const QString &name, quint32 from)
{
    const int fd = connectTo(port, from);
    if (fd < 0) return {};
    wire::LoginRequest request;
    request.login = name;
    request.password = u"not the password"_s;
    request.device = {u"trial"_s, u"trial 1"_s};
    const QByteArray body = wire::encode(request);
    const QByteArray text = "POST /v1/login HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: " +
                            QByteArray::number(body.size()) + "\r\n\r\n" + body;
    ::fcntl(fd, F_SETFL, 0);
    QElapsedTimer since;
    since.start();
    (void)::send(fd, text.constData(), size_t(text.size()), MSG_NOSIGNAL);
    QByteArray all;
    char room[4096];
    double ms = 0;
    for (ssize_t n = 0; (n = ::recv(fd, room, sizeof room, 0)) > 0;) {
        if (all.isEmpty()) ms = double(since.nsecsElapsed()) / 1e6;
        all.append(room, n);
    }
    ::close(fd);
    return {all.mid(9, 3).toInt(), ms};
}

/// Refusals of a login that exists and of one that does not, in turns; the rates are those of a server of its
/// own.
void Trial::loginTime()
{
    ServerProcess server;
    QTemporaryDir dir;
    if (!server.start(QCoreApplication::applicationDirPath() + u"/kith-server"_s,
                      {u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, dir.path(), u"--rate-limits"_s, u"off"_s,
                       u"--log-level"_s, u"error"_s}) ||
        !makeUser(server.port(), u"exists"_s))
        return line("login time", u"no server"_s, false);
    constexpr int tries = 200;
    std::vector<double> known, unknown;
    for (int i = 0; i < tries; ++i) {
        known.push_back(login(server.port(), u"exists"_s, INADDR_LOOPBACK).ms);
        unknown.push_back(login(server.port(), u"absent%1"_s.arg(i), INADDR_LOOPBACK).ms);
    }
    // How often a guess by the time would be right: 1/2 is no better than a coin.
    qint64 slower = 0;
    for (const double a : known)
        for (const double b : unknown) slower += a > b ? 1 : 0;
    const double area = double(slower) / tries / tries;
    std::sort(known.begin(), known.end());
    std::sort(unknown.begin(), unknown.end());
    const auto row = [](const std::vector<double> &all) {
        return u"p10 %1 p50 %2 p90 %3 ms"_s.arg(all[tries / 10], 0, 'f', 2)
            .arg(all[tries / 2], 0, 'f', 2)
            .arg(all[tries * 9 / 10], 0, 'f', 2);
    };
    // With 200 and 200 the area of equal distributions has a deviation of 0.029.
    line("login time",
         u"%1 refusals each: known %2; unknown %3; the known one is slower in %4 % of the pairs"_s.arg(tries)
             .arg(row(known), row(unknown))
             .arg(area * 100, 0, 'f', 1),
         area > 0.38 && area < 0.62);
}

void Trial::rates()
{
    int refused = 0, asked = 0;
    for (; asked < 400 && refused < 5; ++asked)
        refused += login(m_server.port(), u"ana"_s, INADDR_LOOPBACK).status == 429 ? 1 : 0;
    line("guessing passwords", u"refused for the rate after %1 tries at one login"_s.arg(asked - refused),
         refused == 5 && asked < 50);
    int sent = 0, rated = 0, answered = 0;
    for (; sent < 200; ++sent) {
        wire::Send send;
        send.chat = m_chat;
        send.mid = Mid::mint(QDateTime::currentMSecsSinceEpoch(), entropy);
        send.kind = u"text"_s;
        send.body = u"spam"_s;
        m_ana->request(send, [&](wire::ServerFrame &&frame) {
            ++answered;
            const auto *err = std::get_if<wire::Err>(&frame);
            rated += err && (err->code == wire::Code::Rate || err->code == wire::Code::Busy) ? 1 : 0;
        });
    }
    waitUntil([&] { return answered == sent; }, patience, "answers");
    line("flood of messages", u"of %1 at once %2 were refused for the rate"_s.arg(sent).arg(rated),
         rated >= sent - 80);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(server::makeSocketDispatcher().release());
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"sockets"_s, u"How many at once (10000)."_s, u"N"_s, u"10000"_s});
    parser.addPositionalArgument(u"trial"_s,
                                 u"half-open, slow-headers, slow-bodies, flood, login-time, rates."_s);
    parser.process(app);
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    const int sockets = parser.value(u"sockets"_s).toInt();
    if (sockets < 1 || rlim_t(sockets) + 1'000 > files.rlim_max) {
        std::fprintf(stderr, "kith-trial-safety: %d sockets want ulimit -n of 1,000 more\n", sockets);
        return 64;
    }
    Trial trial(sockets);
    if (!trial.start()) return 1;
    const QStringList only = parser.positionalArguments();
    const std::pair<QString, void (Trial::*)()> all[] = {
        {u"half-open"_s, &Trial::halfOpen},
        {u"slow-headers"_s, &Trial::slowHeads},
        {u"slow-bodies"_s, &Trial::slowBodies},
        {u"flood"_s, &Trial::flood},
        {u"rates"_s, &Trial::rates},
        {u"login-time"_s, &Trial::loginTime},
    };
    for (const auto &[name, run] : all)
        if (only.isEmpty() || only.contains(name)) (trial.*run)();
    std::printf("%s\n", trial.faults() ? "FAULTS" : "all well");
    return trial.faults() ? 1 : 0;
}
