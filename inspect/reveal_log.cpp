#include "inspect/reveal_log.h"

#include "core/base/clock.h"
#include "inspect/veil.h"

#include <QDateTime>
#include <QFile>
#include <QSysInfo>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <pwd.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

constexpr int shortestReason = 8;

/// The account of the system, not what the environment says of it.
QString who()
{
#ifdef Q_OS_WIN
    return qEnvironmentVariable("USERNAME");
#else
    const passwd *entry = getpwuid(getuid());
    return u"%1 (%2)"_s.arg(entry ? QString::fromLocal8Bit(entry->pw_name) : u"?"_s).arg(getuid());
#endif
}

bool flushed(QFile &file)
{
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return fsync(file.handle()) == 0;
#endif
}

} // namespace

Status noteReveal(const QString &file, const QString &what, const QString &reason)
{
    if (reason.trimmed().size() < shortestReason)
        return Error{Errc::BadInput,
                     u"content is shown only for a reason: --reason \"ticket 4711, the sender asked"
                     " us to look\"."_s};
    QFile log(file + u".reveals"_s);
    const bool fresh = !log.exists();
    const QString line = u"%1\t%2\t%3\t%4\t%5\n"_s.arg(
        QDateTime::fromMSecsSinceEpoch(SystemClock().wallMs(), Qt::UTC).toString(Qt::ISODate),
        who() + u'@' + QSysInfo::machineHostName(), u"kith-inspect " KITH_VERSION ""_s, safeLine(what, 1'000),
        safeLine(reason.trimmed(), 1'000));
    const QByteArray bytes = line.toUtf8();
    if (!log.open(QIODevice::WriteOnly | QIODevice::Append) || log.write(bytes) != bytes.size() ||
        !log.flush() || !flushed(log))
        return Error{Errc::Io, u"%1 cannot be written (%2), so nothing is shown."_s.arg(log.fileName(),
                                                                                        log.errorString())};
    if (fresh) log.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return ok();
}

} // namespace kith::inspect
