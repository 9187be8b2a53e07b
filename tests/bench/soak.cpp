// kith-soak: a real server under thousands of connections that come and go, for as long as wanted. Memory has
// to stay flat, nothing may leak, nobody may be stuck, and what was acknowledged is there.
#include "server/realtime/epoll_dispatcher.h"
#include "server/storage/check.h"
#include "server/storage/db.h"
#include "tests/bench/soak_world.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <sys/resource.h>

namespace {

using namespace kith;
using namespace kith::bench;
using namespace Qt::StringLiterals;

struct Sample {
    qint64 rssKb = 0, fds = 0, sessions = 0, connections = 0;
    qint64 cacheKb = 0; // what one writer and two readers may hold of the database's pages
    double cpu = 0;
};

class Soak {
public:
    Soak(const QString &program, int connections)
        : m_program(program)
        , m_connections(connections)
    {
    }
    int run(qint64 ms, qint64 everyMs);

private:
    QJsonObject stats() const;
    Sample sample() const;
    void show(const char *when, const Sample &sample) const;
    void live(qint64 ms, qint64 everyMs);
    void judge();
    void judgeStorage();
    void must(bool good, const QString &what);

    const QString m_program;
    const int m_connections;
    QTemporaryDir m_dir;
    ServerProcess m_server;
    std::unique_ptr<SoakWorld> m_world;
    Sample m_before, m_after;
    std::vector<Sample> m_samples;
    int m_faults = 0;
};

QJsonObject Soak::stats() const
{
    QProcess admin;
    admin.start(m_program, {u"admin"_s, u"--data"_s, m_dir.path(), u"--json"_s, u"stats"_s});
    admin.waitForFinished(60'000);
    return QJsonDocument::fromJson(admin.readAllStandardOutput()).object();
}

Sample Soak::sample() const
{
    Sample now;
    const QString proc = u"/proc/%1/"_s.arg(m_server.pid());
    QFile status(proc + u"status"_s);
    if (status.open(QIODevice::ReadOnly))
        for (const QByteArray &line : status.readAll().split('\n'))
            if (line.startsWith("VmRSS:"))
                now.rssKb = line.mid(6).simplified().split(' ').first().toLongLong();
    now.fds = QDir(proc + u"fd"_s).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size();
    const QJsonObject told = stats();
    const qint64 pages = told[u"database_bytes"_s].toInteger() / 1024;
    now.cacheKb = std::min<qint64>(pages, 32 * 1024) + 2 * std::min<qint64>(pages, 8 * 1024);
    now.sessions = told[u"sessions"_s].toInteger(-1);
    now.connections = told[u"connections"_s].toInteger(-1);
    now.cpu = m_server.cpuSeconds();
    return now;
}

void Soak::show(const char *when, const Sample &s) const
{
    const auto &f = m_world->figures();
    std::printf("%-9s rss %6.1f MB (pages up to %4.1f)  fds %5lld  sessions %5lld  live %5d  cpu %6.1f s  "
                "connects %lld  acked %lld  "
                "heard %lld  refused %lld  lost %lld\n",
                when, double(s.rssKb) / 1024, double(s.cacheKb) / 1024, s.fds, s.sessions, m_world->live(),
                s.cpu, f.connects, f.acknowledged, f.heard, f.refused, f.lost);
    std::fflush(stdout);
}

void Soak::must(bool good, const QString &what)
{
    std::printf("%-6s %s\n", good ? "ok" : "FAULT", qUtf8Printable(what));
    m_faults += good ? 0 : 1;
}

void Soak::live(qint64 ms, qint64 everyMs)
{
    QElapsedTimer since;
    since.start();
    QTimer turns;
    QObject::connect(&turns, &QTimer::timeout, &turns, [this] { m_world->turn(); });
    turns.start(100);
    while (since.elapsed() < ms) {
        const qint64 until = std::min(ms, qint64(m_samples.size() + 1) * everyMs);
        waitUntil([&] { return since.elapsed() >= until; }, 3'600, "the next look");
        m_samples.push_back(sample());
        show(qPrintable(u"%1 s"_s.arg(since.elapsed() / 1000)), m_samples.back());
    }
}

void Soak::judge()
{
    // Pages of the database are cached up to a bound of their own; the rest has to stand still once the
    // first quarter has filled what there is to fill.
    const size_t n = m_samples.size();
    if (n >= 8) {
        const auto highest = [&](size_t from, size_t to) {
            qint64 most = 0;
            for (size_t i = from; i < to; ++i)
                most = std::max(most, m_samples[i].rssKb - m_samples[i].cacheKb);
            return most;
        };
        const qint64 middle = highest(n / 4, n / 2), end = highest(n - n / 4, n);
        must(end <= middle + middle / 10 + 4'096,
             u"memory beside cached pages is flat: %1 kB at most in the second quarter, %2 kB in the last"_s
                 .arg(middle)
                 .arg(end));
    }
    for (const Sample &s : m_samples)
        if (s.sessions > m_connections * 5 / 2) must(false, u"%1 sessions at once"_s.arg(s.sessions));
    must(m_after.sessions == 0, u"no session is stuck: %1 left"_s.arg(m_after.sessions));
    must(m_after.fds <= m_before.fds + 4,
         u"descriptors: %1 before, %2 after"_s.arg(m_before.fds).arg(m_after.fds));
    const auto &f = m_world->figures();
    must(f.lost == 0, u"no well connection was ended by the server: %1"_s.arg(f.lost));
    must(f.refused == 0, u"no request was refused: %1"_s.arg(f.refused));
    must(f.acknowledged > 0 && f.heard > 0,
         u"%1 messages acknowledged, %2 events heard, %3 connections: %4 farewells, %5 resets, %6 silences; "
         "%7 sign-ins"_s.arg(f.acknowledged)
             .arg(f.heard)
             .arg(f.connects)
             .arg(f.farewells)
             .arg(f.resets)
             .arg(f.silences)
             .arg(f.signIns));
}

void Soak::judgeStorage()
{
    const QString file = m_dir.filePath(u"kith-server.db"_s);
    qint64 found = 0;
    {
        server::Db db(file, false, nullptr);
        server::Statement one(db, "SELECT 1 FROM messages WHERE mid = ?1");
        for (const Mid &mid : m_world->acknowledged()) {
            server::Rows rows = one.rows(mid);
            found += rows.next() ? 1 : 0;
        }
    }
    must(found == m_world->acknowledged().size(),
         u"of %1 acknowledged messages %2 are stored"_s.arg(m_world->acknowledged().size()).arg(found));
    const auto report = server::check(file);
    must(report && report->holds(),
         report ? u"the database keeps %1 promises"_s.arg(report->rules) : report.error().what);
}

int Soak::run(qint64 ms, qint64 everyMs)
{
    if (!m_server.start(m_program,
                        {u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, m_dir.path(), u"--password-cost"_s,
                         u"low"_s, u"--rate-limits"_s, u"off"_s, u"--log-level"_s, u"warning"_s}))
        return 1;
    m_world = std::make_unique<SoakWorld>(m_server.port(), m_connections);
    if (!m_world->prepare()) {
        std::fprintf(stderr, "the server refused accounts or groups\n");
        return 1;
    }
    waitUntil([this] { return stats()[u"connections"_s].toInteger(-1) == 0; }, 120, "quiet");
    m_before = sample();
    show("before", m_before);
    live(ms, everyMs);
    m_world->leave(ms < 2 * limits::serverSilenceMs); // else the server finds the silent ones out by itself
    waitUntil([this] { return stats()[u"connections"_s].toInteger(-1) == 0; }, 180, "everybody gone");
    m_after = sample();
    show("after", m_after);
    judge();
    judgeStorage();
    std::printf("%s\n", m_faults ? "FAULTS" : "all well");
    return m_faults ? 1 : 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(server::makeSocketDispatcher().release());
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"minutes"_s, u"How long (20)."_s, u"M"_s, u"20"_s},
                       {u"seconds"_s, u"The same, in seconds."_s, u"S"_s},
                       {u"connections"_s, u"How many at once (2000)."_s, u"N"_s, u"2000"_s},
                       {u"every"_s, u"Seconds between two looks (60)."_s, u"S"_s, u"60"_s}});
    parser.process(app);
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    const qint64 seconds = parser.isSet(u"seconds"_s) ? parser.value(u"seconds"_s).toLongLong()
                                                      : parser.value(u"minutes"_s).toLongLong() * 60;
    const int connections = parser.value(u"connections"_s).toInt();
    if (seconds < 1 || connections < 2) {
        std::fprintf(stderr, "kith-soak: --minutes and --connections want numbers\n");
        return 64;
    }
    Soak soak(QCoreApplication::applicationDirPath() + u"/kith-server"_s, connections);
    return soak.run(seconds * 1000, parser.value(u"every"_s).toLongLong() * 1000);
}
