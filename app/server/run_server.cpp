#include "app/server/log_sink.h"
#include "app/server/node_options.h"
#include "app/server/signals.h"
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

QByteArray urlOf(const server::Node &node)
{
    const QString host = node.address().toString();
    const bool six = node.address().protocol() == QAbstractSocket::IPv6Protocol;
    return "http://" + (six ? '[' + host.toLatin1() + ']' : host.toLatin1()) + ':' +
           QByteArray::number(node.port());
}

} // namespace

int runServer(const server::CommandLine &line)
{
    if (auto none = noWords(line); !none) return complain(none.error());
    const auto config = loadConfig(line);
    if (!config) return complain(config.error());
    auto options = nodeOptions(*config);
    if (!options) return complain(options.error());
    logToStderr(logLevel(*config));
    allowManyFiles();
    for (const QString &warning : config->warnings()) qCWarning(lcServer) << warning;
    const SystemClock clock;
    SystemRandom random;
    const bool open = !options->address.isLoopback();
    auto node = server::Node::start(std::move(*options), clock, random);
    if (!node) return complain(node.error());
    QObject::connect(node->get(), &server::Node::stopped, qApp, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    const StopSignals signals([&node] {
        qCInfo(lcServer, "asked to stop: draining");
        (*node)->drain();
    });
    if (open) qCWarning(lcServer, "listening beyond this machine without TLS: put a TLS proxy in front");
    std::printf("kith-server ready %s\n", urlOf(**node).constData());
    std::fflush(stdout);
    const int code = QCoreApplication::exec();
    qCInfo(lcServer, "stopped");
    return code;
}

} // namespace kith::app
