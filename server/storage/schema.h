#pragma once

namespace kith {
class Random;
}

namespace kith::server {

class Db;

inline constexpr int schemaVersion = 1;
inline constexpr int applicationId = 0x4b697468; // "Kith": tells our file from any other

/// Pragmas of one connection: before anything else is asked of it.
void setUp(Db &db, bool write);
/// Brings the file to `target`, in one transaction or not at all; makes it when it is empty. Throws Failure:
/// TooNew, Corrupt (not ours), with the file untouched. Tests stop at older versions.
void migrate(Db &db, Random &random, int target = schemaVersion);
/// A reader's check that the file is ours and of this very version.
void requireSchema(Db &db);

} // namespace kith::server
