#pragma once
#include "tests/sim/plan.h"

#include <QStringList>

namespace kith::sim {

struct Shrunk {
    History history;
    QStringList faults; // of the smaller history
    int runs = 0;
};

/// The invariant that the first of `faults` is about.
QString invariantOf(const QStringList &faults);

/// A smaller history that breaks the same invariant: fewer devices, kinds of mishaps, deeds and mishaps.
/// Stops after `mostRuns` histories.
Shrunk shrink(const History &history, const QStringList &faults, int mostRuns = 600);

} // namespace kith::sim
