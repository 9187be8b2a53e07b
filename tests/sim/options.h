#pragma once
#include "tests/sim/plan.h"

#include <QStringList>
#include <variant>

namespace kith::sim {

/// The command line of kith-sim.
struct Options {
    History history;  // of the first seed
    qint64 count = 1; // histories with rising seeds
    qint64 fresh = 0; // and as many with seeds that nobody chose
    int jobs = 1;     // worker processes
    double hours = 0; // > 0: as many histories as fit
    bool untilFailure = false;
    bool shrink = false;
    bool worker = false; // prints for another kith-sim
    bool list = false;   // print the plan, simulate nothing
    bool log = false;    // the programs' own log to stderr
    QStringList args;    // as given, to be handed to workers
};

struct BadOptions {
    QString why;
};
struct HelpWanted {
    QString text;
};

std::variant<Options, BadOptions, HelpWanted> readOptions(const QStringList &args);
/// The command line that runs this history again.
QString replayOf(const History &history);

} // namespace kith::sim
