#pragma once
#include "core/base/result.h"

namespace kith {

class Db;

namespace schema {

/// The version this program writes: the number of migrations.
int current();
/// Brings the file up to `target`, each step in its own transaction. TooNew, and the file untouched, when it
/// was written by a newer version.
Status migrate(Db &db, int target = current());
/// For readers: Ok only if this version may read the file. NotFound: not a mirror yet.
Status checkReadable(Db &db);

} // namespace schema
} // namespace kith
