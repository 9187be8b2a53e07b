#include "core/store/safe_copy.h"

#include "core/store/db.h"

#include <QFile>
#include <QScopeGuard>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace kith {
namespace {

/// SQLite does not promise that a copy it makes has reached the disk.
bool flushed(QFile &file)
{
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return fsync(file.handle()) == 0;
#endif
}

Status check(const QString &copy, qint64 version)
{
    auto db = Db::open(copy, Db::Mode::Reader);
    if (!db) return db.error();
    const qint64 found = (*db)->number("PRAGMA user_version");
    QString verdict;
    {
        Query q = (*db)->query("PRAGMA integrity_check(1)");
        if (q.next()) verdict = q.text(0);
    }
    if ((*db)->failed()) return (*db)->error();
    if (found == version && verdict == u"ok"_s) return ok();
    return Error{Errc::Corrupt, u"the copy %1 is not whole: %2"_s.arg(copy, verdict)};
}

} // namespace

Status keepCopy(Db &db, const QString &target)
{
    const QString half = target + u".part"_s;
    QFile::remove(half); // of a run that was killed
    const auto cleared = qScopeGuard([&half] { QFile::remove(half); });
    const qint64 version = db.number("PRAGMA user_version");
    db.run("VACUUM INTO ?", {half});
    if (db.failed()) return db.error();
    if (const Status whole = check(half, version); !whole) return whole;
    QFile file(half);
    const auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
    if (!file.setPermissions(ownerOnly) || !file.open(QIODevice::ReadWrite) || !flushed(file))
        return Error{Errc::Io, u"the copy %1 cannot be written: %2"_s.arg(half, file.errorString())};
    file.close();
    QFile::remove(target);
    if (!file.rename(target))
        return Error{Errc::Io, u"the copy %1 cannot be named: %2"_s.arg(target, file.errorString())};
    return ok();
}

} // namespace kith
