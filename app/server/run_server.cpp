#include "app/server/log_sink.h"
#include "app/server/node_options.h"
#include "app/server/signals.h"
#include "app/server/system_notes.h"
#include "app/server/verbs.h"
#include "core/base/log.h"

#include <QCoreApplication>
#include <cstdio>
#include <sys/resource.h>

namespace kith::app {

namespace {

void allowManyFiles()
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
}

QByteArray urlOf(const char *scheme, const QHostAddress &address, quint16 port)
{
    const QByteArray host = address.toString().toLatin1();
    const bool six = address.protocol() == QAbstractSocket::IPv6Protocol;
    return QByteArray(scheme) + "://" + (six ? '[' + host + ']' : host) + ':' + QByteArray::number(port);
}

/// The node, and the one that takes its place when the history got a new name.
class Running {
public:
    Running(server::NodeOptions options, const Clock &clock, Random &random)
        : m_options(std::move(options))
        , m_clock(clock)
        , m_random(random)
    {
    }
    Status start()
    {
        auto node = server::Node::start(m_options, m_clock, m_random);
        if (!node) return node.error();
        m_node = *std::move(node);
        // The same door the next time, also where any free one was asked for.
        if (m_node->port() != 0) m_options.port = m_node->port();
        if (m_options.operatorAddress) m_options.operatorPort = m_node->operatorPort();
        QObject::connect(m_node.get(), &server::Node::stopped, qApp, &QCoreApplication::quit,
                         Qt::QueuedConnection);
        QObject::connect(
            m_node.get(), &server::Node::historyRenamed, qApp, [this] { again(); }, Qt::QueuedConnection);
        return ok();
    }
    server::Node &node() { return *m_node; }

private:
    void again()
    {
        m_node->disconnect(qApp);
        m_node.reset();
        if (const Status started = start(); !started) {
            qCCritical(lcServer) << "the server cannot go on:" << started.error().what;
            QCoreApplication::exit(complain(started.error()));
        }
    }

    server::NodeOptions m_options;
    const Clock &m_clock;
    Random &m_random;
    std::unique_ptr<server::Node> m_node;
};

} // namespace

int runServer(const server::CommandLine &line)
{
    if (auto none = noWords(line); !none) return complain(none.error());
    const auto config = loadConfig(line);
    if (!config) return complain(config.error());
    auto options = nodeOptions(*config);
    if (!options) return complain(options.error());
    logToStderr(logLevel(*config), config->text("log-format") == u"json" ? LogFormat::Json : LogFormat::Text);
    allowManyFiles();
    for (const QString &warning : config->warnings()) qCWarning(lcServer) << warning;
    const SystemClock clock;
    SystemRandom random;
    const server::Roles roles = options->roles;
    const bool plainToAll = roles.clients() && !options->tls && !options->address.isLoopback();
    const char *scheme = options->tls ? "https" : "http";
    const auto operatorAddress = options->operatorAddress;
    Running running(std::move(*options), clock, random);
    if (const Status started = running.start(); !started) return complain(started.error());
    const Signals signals({.stop =
                               [&running] {
                                   qCInfo(lcServer, "asked to stop: draining");
                                   tellSystem("STOPPING=1");
                                   running.node().drain();
                               },
                           .reload = [&running] { std::ignore = running.node().reloadTls(); }});
    if (plainToAll) qCWarning(lcServer, "listening beyond this machine without TLS (allow-plain)");
    if (operatorAddress)
        qCInfo(lcServer) << "metrics at"
                         << urlOf("http", *operatorAddress, running.node().operatorPort()) + "/metrics";
    if (!roles.worker)
        qCWarning(lcServer,
                  "no worker here: pushes, sweeps and erasures wait until a server with it has this "
                  "data folder");
    tellSystem("READY=1");
    const QByteArray where = roles.clients() ? urlOf(scheme, running.node().address(), running.node().port())
                                             : QByteArray("worker");
    std::printf("kith-server ready %s\n", where.constData());
    std::fflush(stdout);
    const int code = QCoreApplication::exec();
    qCInfo(lcServer, "stopped");
    return code;
}

} // namespace kith::app
