#include "app/server/log_sink.h"
#include "app/server/options.h"
#include "app/server/signals.h"
#include "core/base/log.h"
#ifdef Q_OS_LINUX
#include "server/realtime/epoll_dispatcher.h"
#endif

#include <QCoreApplication>
#include <cstdio>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sysexits.h>

namespace {

using namespace kith;

int exitCodeOf(Errc code)
{
    switch (code) {
    case Errc::BadInput:
        return EX_USAGE;
    case Errc::Refused:
        return EX_UNAVAILABLE; // the address
    case Errc::Locked:
        return EX_TEMPFAIL;
    case Errc::TooNew:
    case Errc::Corrupt:
        return EX_CONFIG;
    case Errc::Offline:
    case Errc::Timeout:
    case Errc::NotFound:
    case Errc::Full:
    case Errc::Io:
    case Errc::Unavailable:
        return EX_CANTCREAT;
    }
    return EX_SOFTWARE;
}

int complain(const Error &error)
{
    std::fprintf(stderr, "kith-server: %s\n", qPrintable(error.what));
    return exitCodeOf(error.code);
}

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

int main(int argc, char **argv)
{
    umask(077); // whatever is made is the owner's alone
#ifdef Q_OS_LINUX
    QCoreApplication::setEventDispatcher(server::makeSocketDispatcher().release());
#endif
    QCoreApplication application(argc, argv);
    auto parsed = app::parseServerOptions(application.arguments());
    if (!parsed) return complain(parsed.error());
    if (const auto *show = std::get_if<app::ShowText>(&*parsed)) {
        std::fputs(qPrintable(show->text), stdout);
        return EX_OK;
    }
    auto &options = std::get<app::ServerOptions>(*parsed);
    app::logToStderr(options.logLevel);
    allowManyFiles();
    const SystemClock clock;
    SystemRandom random;
    const bool open = !options.node.address.isLoopback();
    auto node = server::Node::start(std::move(options.node), clock, random);
    if (!node) return complain(node.error());
    QObject::connect(node->get(), &server::Node::stopped, &application, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    const app::StopSignals signals([&node] {
        qCInfo(lcServer, "asked to stop: draining");
        (*node)->drain();
    });
    if (open) qCWarning(lcServer, "listening beyond this machine without TLS: put a TLS proxy in front");
    std::printf("kith-server ready %s\n", urlOf(**node).constData());
    std::fflush(stdout);
    const int code = application.exec();
    qCInfo(lcServer, "stopped");
    return code;
}
