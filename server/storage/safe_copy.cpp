#include "server/storage/safe_copy.h"

#include "server/storage/db.h"

#include <QFile>
#include <QScopeGuard>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace kith::server {

using namespace Qt::StringLiterals;

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

void check(const QString &copy, qint64 version)
{
    Db db(copy, false, nullptr);
    Statement whole(db, "PRAGMA integrity_check(1)");
    Rows rows = whole.rows();
    const QString verdict = rows.next() ? rows.text(0) : QString();
    if (verdict != u"ok"_s || db.number("PRAGMA user_version") != version)
        throw Failure{{Errc::Corrupt, u"the copy %1 is not whole: %2"_s.arg(copy, verdict)}};
}

} // namespace

void keepCopy(Db &db, const QString &target)
{
    const QString half = target + u".part"_s;
    QFile::remove(half); // of a run that was killed
    const auto cleared = qScopeGuard([&half] { QFile::remove(half); });
    Statement(db, "VACUUM INTO ?1").run(half);
    check(half, db.number("PRAGMA user_version"));
    QFile file(half);
    const auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
    if (!file.setPermissions(ownerOnly) || !file.open(QIODevice::ReadWrite) || !flushed(file))
        throw Failure{{Errc::Io, u"the copy %1 cannot be written: %2"_s.arg(half, file.errorString())}};
    file.close();
    QFile::remove(target);
    if (!file.rename(target))
        throw Failure{{Errc::Io, u"the copy %1 cannot be named: %2"_s.arg(target, file.errorString())}};
}

} // namespace kith::server
