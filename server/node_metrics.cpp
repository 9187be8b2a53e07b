#include "server/metrics/exposition.h"
#include "server/metrics/process_figures.h"
#include "server/node_parts.h"

#include <QFileInfo>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

using Type = Exposition::Type;
constexpr double nanoseconds = 1e9;

class Report {
public:
    explicit Report(const Node::Parts &node);
    QByteArray text() const { return m_out.text(); }

private:
    void connections();
    void requests();
    void http();
    void storage();
    void process();
    template <class F> quint64 sum(F &&of) const
    {
        quint64 all = 0;
        for (const IoThread &io : m_node.threads) all += of(*io.worker);
        return all;
    }
    void counter(const char *name, const char *help, quint64 value)
    {
        m_out.family(name, Type::Counter, help);
        m_out.sample({}, value);
    }
    void gauge(const char *name, const char *help, double value)
    {
        m_out.family(name, Type::Gauge, help);
        m_out.sample({}, value);
    }

    const Node::Parts &m_node;
    Exposition m_out;
};

Report::Report(const Node::Parts &node)
    : m_node(node)
{
    m_out.family("kith_build_info", Type::Gauge, "Always 1; the version is in the label.");
    m_out.sample({{"version", KITH_VERSION}}, quint64(1));
    gauge("kith_draining", "1 once the server was asked to stop.", node.health->draining() ? 1 : 0);
    connections();
    requests();
    http();
    storage();
    process();
}

void Report::connections()
{
    m_out.family("kith_connections", Type::Gauge, "Open connections of clients.");
    const quint64 all = sum([](const IoWorker &w) { return quint64(std::max(0, w.connections())); });
    const quint64 sessions = sum([](const IoWorker &w) { return quint64(w.sessions()); });
    m_out.sample({{"kind", "websocket"}}, sessions);
    m_out.sample({{"kind", "http"}}, all - std::min(all, sessions));
    counter("kith_connections_total", "Connections taken.",
            sum([](const IoWorker &w) { return w.io().connections.value(); }));
    counter("kith_connections_refused_total", "Connections refused because there were too many.",
            sum([](const IoWorker &w) { return w.io().refused.value(); }));
    counter("kith_tls_handshakes_failed_total", "Connections that ended before their TLS handshake was done.",
            sum([](const IoWorker &w) { return w.io().tlsFailed.value(); }));
    counter("kith_received_bytes_total", "Bytes of WebSocket messages from clients.",
            sum([](const IoWorker &w) { return w.io().bytesIn.value(); }));
    counter("kith_sent_bytes_total", "Bytes of WebSocket messages to clients.",
            sum([](const IoWorker &w) { return w.io().bytesOut.value(); }));
    counter("kith_pushes_total", "Frames sent to sessions that had not asked for them.",
            sum([](const IoWorker &w) { return w.sessionCounts().pushes.value(); }));
    counter("kith_slow_sessions_total", "Times that a session did not read what was sent to it.",
            sum([](const IoWorker &w) { return w.sessionCounts().slow.value(); }));
    m_out.family("kith_byes_total", Type::Counter, "Sessions that the server ended, by reason.");
    static constexpr const char *reasons[] = {"drain", "kicked", "slow", "upgrade", "silent", "protocol"};
    for (size_t i = 0; i < std::size(reasons); ++i)
        m_out.sample({{"reason", reasons[i]}},
                     sum([i](const IoWorker &w) { return w.sessionCounts().byes[i].value(); }));
    if (!m_node.tls) return;
    gauge("kith_tls_certificate_expires_timestamp_seconds", "When the certificate in use expires.",
          double(m_node.tls->expiresMs()) / 1000);
}

void Report::requests()
{
    m_out.family("kith_request_duration_seconds", Type::Histogram,
                 "From the arrival of a request over WebSocket to its answer, by operation.");
    for (size_t i = 0; i < operations; ++i) {
        std::vector<const Durations *> parts;
        for (const IoThread &io : m_node.threads) parts.push_back(&io.worker->io().requests[i]);
        m_out.histogram({{"op", operationName(i)}}, parts, nanoseconds);
    }
    m_out.family("kith_errors_total", Type::Counter, "Requests over WebSocket answered with an error.");
    for (size_t i = 0; i < errorCodes; ++i)
        m_out.sample({{"code", wire::text(wire::Code(i)).toString().toLatin1()}},
                     sum([i](const IoWorker &w) { return w.sessionCounts().errors[i].value(); }));
}

void Report::http()
{
    std::map<std::pair<std::string, int>, quint64> byStatus;
    std::map<std::string, std::vector<const Durations *>> durations;
    for (const IoThread &io : m_node.threads)
        io.worker->io().http.each([&](const std::string &path, const HttpCounts::Path &one) {
            durations[path].push_back(&one.durations); // paths are never taken out again
            for (const auto &[status, count] : one.byStatus) byStatus[{path, status}] += count.value();
        });
    m_out.family("kith_http_requests_total", Type::Counter, "Answered HTTP requests.");
    for (const auto &[key, count] : byStatus)
        m_out.sample(
            {{"path", QByteArray::fromStdString(key.first)}, {"status", QByteArray::number(key.second)}},
            count);
    m_out.family("kith_http_request_duration_seconds", Type::Histogram,
                 "From the end of the request's head to its answer.");
    for (const auto &[path, parts] : durations)
        m_out.histogram({{"path", QByteArray::fromStdString(path)}}, parts, nanoseconds);
}

void Report::storage()
{
    m_out.family("kith_queue_depth", Type::Gauge, "Items that wait for a thread.");
    m_out.sample({{"queue", "write"}}, quint64(m_node.writes->waiting()));
    m_out.sample({{"queue", "read"}}, quint64(m_node.reads->waiting()));
    m_out.sample({{"queue", "password"}}, quint64(m_node.passwords->waiting()));
    const WriteCounts &writes = m_node.writes->counts();
    m_out.family("kith_commit_duration_seconds", Type::Histogram,
                 "Transactions of the writer, up to their being on disk.");
    m_out.histogram<Durations>({}, {&writes.commits}, nanoseconds);
    m_out.family("kith_commit_writes", Type::Histogram, "Writes that shared one transaction.");
    m_out.histogram<Sizes>({}, {&writes.batches}, 1);
    counter("kith_commits_failed_total", "Transactions of which nothing was stored.", writes.failed.value());
    counter("kith_push_jobs_dropped_total",
            "Messages nobody is woken for: too many waited for a process with the role worker.",
            writes.pushesDropped.value());
    m_out.family("kith_read_duration_seconds", Type::Histogram, "Jobs of the reader threads.");
    std::vector<const Durations *> jobs;
    for (const ReadCounts *counts : m_node.reads->counts()) jobs.push_back(&counts->jobs);
    m_out.histogram({}, jobs, nanoseconds);
    m_out.family("kith_database_bytes", Type::Gauge, "Size of the database's files.");
    const QString file = m_node.databaseFile();
    m_out.sample({{"file", "database"}}, quint64(QFileInfo(file).size()));
    m_out.sample({{"file", "wal"}}, quint64(QFileInfo(file + u"-wal"_s).size()));
}

void Report::process()
{
    const ProcessFigures figures = processFigures();
    m_out.family("process_cpu_seconds_total", Type::Counter, "CPU time of the process.");
    m_out.sample({}, figures.cpuSeconds);
    gauge("process_resident_memory_bytes", "Resident memory.", double(figures.residentBytes));
    gauge("process_open_fds", "Open file descriptors.", figures.openFiles);
    gauge("process_max_fds", "Most file descriptors there may be.", figures.maxFiles);
    gauge("process_start_time_seconds", "When the process started, Unix time.",
          double(m_node.startedMs) / 1000);
}

} // namespace

QByteArray Node::Parts::metrics() const { return Report(*this).text(); }

} // namespace kith::server
