#include "server/metrics/process_figures.h"

#include <QDir>
#include <QFile>
#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace kith::server {

ProcessFigures processFigures()
{
    ProcessFigures figures;
#ifdef Q_OS_UNIX
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) == 0) {
        const auto seconds = [](const timeval &time) {
            return double(time.tv_sec) + double(time.tv_usec) / 1e6;
        };
        figures.cpuSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    }
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0)
        figures.maxFiles = int(std::min<rlim_t>(files.rlim_cur, 1 << 30));
#endif
#ifdef Q_OS_LINUX
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (statm.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> pages = statm.readAll().split(' ');
        figures.residentBytes = pages.value(1).toULongLong() * quint64(sysconf(_SC_PAGESIZE));
    }
    const QDir descriptors(QStringLiteral("/proc/self/fd"));
    figures.openFiles =
        int(descriptors.entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size());
#endif
    return figures;
}

} // namespace kith::server
