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
    auto node = server::Node::start(std::move(*options), clock, random);
    if (!node) return complain(node.error());
    QObject::connect(node->get(), &server::Node::stopped, qApp, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    const Signals signals({.stop =
                               [&node] {
                                   qCInfo(lcServer, "asked to stop: draining");
                                   tellSystem("STOPPING=1");
                                   (*node)->drain();
                               },
                           .reload = [&node] { std::ignore = (*node)->reloadTls(); }});
    if (plainToAll) qCWarning(lcServer, "listening beyond this machine without TLS (allow-plain)");
    if (operatorAddress)
        qCInfo(lcServer) << "metrics at"
                         << urlOf("http", *operatorAddress, (*node)->operatorPort()) + "/metrics";
    if (!roles.worker)
        qCWarning(lcServer,
                  "no worker here: pushes, sweeps and erasures wait until a server with it has this "
                  "data folder");
    tellSystem("READY=1");
    const QByteArray where =
        roles.clients() ? urlOf(scheme, (*node)->address(), (*node)->port()) : QByteArray("worker");
    std::printf("kith-server ready %s\n", where.constData());
    std::fflush(stdout);
    const int code = QCoreApplication::exec();
    qCInfo(lcServer, "stopped");
    return code;
}

} // namespace kith::app
