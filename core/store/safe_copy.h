#pragma once
#include "core/base/result.h"

namespace kith {

class Db;

/// Keeps a whole copy of the file of `db` as `target`, replacing what stands there: written by SQLite itself
/// (never by copying the live file), checked, on the disk, readable by its owner alone, and only then under
/// its name. Not inside a transaction. On error (Full, Io, …) nothing stands under that name that did not
/// before, and the database is untouched.
Status keepCopy(Db &db, const QString &target);

} // namespace kith
