#pragma once
#include "core/base/random.h"
#include "core/base/result.h"

#include <QString>

namespace kith::server {

/// Writes one moment of the database, whole and checked, to the new file `target`, while a server goes on
/// with it. Refused: something stands there already; Full, Io: nothing was written under that name.
Status backUp(const QString &databaseFile, const QString &target);

struct Restored {
    QString setAside; // where what stood there was put; empty = nothing did
    qint64 users = 0, messages = 0;
};
/// Puts a backup in place of the database in `dataDir`, under a new name for its history, so that clients
/// compare what they hold and bring back what was acknowledged after the backup (R10). The files that were
/// there are renamed, never deleted. Locked: a server is running there; Corrupt, TooNew: the backup cannot be
/// used. On an error what was there is there.
Result<Restored> restore(const QString &backup, const QString &dataDir, Random &random);

} // namespace kith::server
