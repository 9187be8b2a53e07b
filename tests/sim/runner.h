#pragma once
#include "tests/sim/options.h"

namespace kith::sim {

struct Tally {
    qint64 histories = 0, steps = 0, messages = 0, crashes = 0, failures = 0, broken = 0;
};

/// Runs histories here, one after the other, and prints what failed.
Tally runHere(const Options &options);
/// Runs them in worker processes of this program.
Tally runInWorkers(const Options &options);
/// Prints the plan of one history.
void printPlan(const History &history);

} // namespace kith::sim
