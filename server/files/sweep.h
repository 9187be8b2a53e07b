#pragma once
#include <QtGlobal>

namespace kith::server {

struct FilesDesk;

/// What a sweep took away, or would take away.
struct SweepReport {
    struct Part {
        qint64 files = 0, bytes = 0;
    };
    Part unfinished;       // uploads that were not completed in time
    Part unused;           // whole files that no message came to use
    Part released;         // of deleted messages
    Part strays;           // blobs that the database does not know
    bool complete = false; // false: stopped early by an error or a shutdown; the next sweep goes on
};

/// Removes what nothing needs any more. Blocking, for a thread of the file pool. With `dryRun` it only
/// counts.
SweepReport sweepFiles(FilesDesk &desk, bool dryRun);

} // namespace kith::server
