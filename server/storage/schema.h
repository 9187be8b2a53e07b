#pragma once
#include <span>

namespace kith {
class Random;
}

namespace kith::server {

class Db;

inline constexpr int schemaVersion = 10;
inline constexpr int applicationId = 0x4b697468; // "Kith": tells our file from any other

/// Pragmas of one connection: before anything else is asked of it.
void setUp(Db &db, bool write);
/// Brings the file to `target`, in one transaction or not at all; makes it when it is empty. Throws Failure:
/// TooNew, Corrupt (not ours), with the file untouched. Tests stop at older versions.
void migrate(Db &db, Random &random, int target = schemaVersion);

/// One statement of the way from `version` - 1 to `version`.
struct Step {
    int version;
    const char *sql;
    /// Drops or rewrites what people wrote: FILE.before-schema-N is kept first (N: the version the file is
    /// brought to), and nothing is changed when it cannot be. A later copy replaces those of earlier
    /// versions.
    bool destructive = false;
};
/// The way to schemaVersion.
std::span<const Step> releasedSteps();
/// The same over any steps; tests bring their own.
void migrate(Db &db, Random &random, std::span<const Step> all, int target);
/// A reader's check that the file is ours and of this very version.
void requireSchema(Db &db);

} // namespace kith::server
