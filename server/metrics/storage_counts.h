#pragma once
#include "server/metrics/counters.h"

namespace kith::server {

/// Written by the writer thread.
struct WriteCounts {
    Durations commits; // whole transactions, up to their being on disk
    Sizes batches;     // writes in one transaction
    Count failed;      // transactions that failed as a whole
    Count pushesDropped;
};

/// Written by one reader thread.
struct ReadCounts {
    Durations jobs;
};

} // namespace kith::server
