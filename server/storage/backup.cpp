#include "server/storage/backup.h"

#include "server/storage/db.h"
#include "server/storage/safe_copy.h"
#include "server/storage/schema.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QScopeGuard>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

void requireOurs(Db &db, const QString &file)
{
    if (db.number("PRAGMA application_id") != applicationId)
        throw Failure{{Errc::Corrupt, u"%1 is not a database of a Kith server"_s.arg(file)}};
    if (db.number("PRAGMA user_version") > schemaVersion)
        throw Failure{{Errc::TooNew, u"%1 was made by a newer server"_s.arg(file)}};
}

/// As a copy beside the database, in one file, with a history of a new name.
void prepare(const QString &backup, const QString &copy, Random &random)
{
    {
        Db source(backup, false, nullptr);
        requireOurs(source, backup);
        keepCopy(source, copy);
    }
    QByteArray epoch(16, Qt::Uninitialized);
    random.fill(epoch.data(), 16);
    Db db(copy, true, nullptr);
    db.exec("PRAGMA synchronous = FULL");
    Statement(db, "UPDATE meta SET epoch = ?1").run(epoch);
}

} // namespace

Status backUp(const QString &databaseFile, const QString &target)
{
    if (QFileInfo::exists(target))
        return Error{Errc::Refused, u"%1 is there already; choose another name"_s.arg(target)};
    if (!QFileInfo(QFileInfo(target).path()).isDir())
        return Error{Errc::NotFound, u"there is no folder %1"_s.arg(QFileInfo(target).path())};
    try {
        Db db(databaseFile, false, nullptr);
        db.exec("PRAGMA wal_autocheckpoint = 0"); // the writer's business
        keepCopy(db, target);
        return ok();
    } catch (const Failure &failure) {
        return failure.error;
    }
}

Result<Restored> restore(const QString &backup, const QString &dataDir, Random &random)
{
    if (!QFileInfo(backup).isFile()) return Error{Errc::NotFound, u"there is no file %1"_s.arg(backup)};
    if (!QDir().mkpath(dataDir)) return Error{Errc::Io, u"the folder %1 cannot be made"_s.arg(dataDir)};
    const QString file = QDir(dataDir).filePath(u"kith-server.db"_s), copy = file + u".restoring"_s;
    QLockFile lock(file + u".lock"_s); // that of the server's writer
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0))
        return lock.error() == QLockFile::LockFailedError
                   ? Error{Errc::Locked, u"a server is running on %1: stop it first"_s.arg(dataDir)}
                   : Error{Errc::Io, u"the folder %1 cannot be written to"_s.arg(dataDir)};
    QFile::remove(copy);
    const auto cleared = qScopeGuard([&copy] { QFile::remove(copy); });
    Restored restored;
    try {
        prepare(backup, copy, random);
        Db db(copy, false, nullptr);
        restored.users = db.number("SELECT count(*) FROM users");
        restored.messages = db.number("SELECT ifnull(sum(seq), 0) FROM chats");
    } catch (const Failure &failure) {
        return failure.error;
    }
    if (QFileInfo::exists(file)) {
        restored.setAside =
            file + u".before-restore-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
        // Its write-ahead log belongs to it: it goes first and comes along under the new name.
        for (const QString &part : {u"-wal"_s, u"-shm"_s, QString()})
            if (QFileInfo::exists(file + part) && !QFile::rename(file + part, restored.setAside + part))
                return Error{Errc::Io, u"%1 cannot be put aside"_s.arg(file + part)};
    }
    if (!QFile::rename(copy, file)) {
        if (!restored.setAside.isEmpty())
            for (const QString &part : {u"-wal"_s, u"-shm"_s, QString()})
                QFile::rename(restored.setAside + part, file + part);
        return Error{Errc::Io, u"the copy cannot be named %1"_s.arg(file)};
    }
    return restored;
}

} // namespace kith::server
