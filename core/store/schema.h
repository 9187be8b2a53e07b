#pragma once
#include "core/base/result.h"

#include <span>

namespace kith {

class Db;

namespace schema {

/// The version this program writes: the number of migrations.
int current();
/// Brings the file up to `target`, each step in its own transaction, or not at all. TooNew, and the file
/// untouched, when it was written by a newer version.
Status migrate(Db &db, int target = current());

/// One step from a version to the next.
struct Migration {
    std::span<const char *const> statements;
    /// Drops or rewrites what people wrote: FILE.before-schema-N is kept first (N: the new version), and the
    /// step is not taken when it cannot be. The copies of earlier steps go when a step has succeeded.
    bool destructive = false;
};
/// What current() counts.
std::span<const Migration> released();
/// The same over any list; tests bring their own.
Status migrate(Db &db, std::span<const Migration> all, int target);

/// For readers: Ok only if this version may read the file. NotFound: not a mirror yet. Unavailable: of an
/// older version; a writer brings it up to date.
Status checkReadable(Db &db);

} // namespace schema
} // namespace kith
