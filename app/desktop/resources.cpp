#include "app/desktop/resources.h"

#include <QFile>
#include <QList>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace kith {

qint64 residentBytes()
{
#ifdef Q_OS_LINUX
    QFile statm(QStringLiteral("/proc/self/statm")); // pages: size, resident, …
    if (!statm.open(QIODevice::ReadOnly)) return 0;
    const QList<QByteArray> numbers = statm.readAll().split(' ');
    return numbers.size() < 2 ? 0 : numbers[1].toLongLong() * ::sysconf(_SC_PAGESIZE);
#else
    return 0;
#endif
}

} // namespace kith
