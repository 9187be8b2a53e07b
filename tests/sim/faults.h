#pragma once
#include "core/base/random.h"

namespace kith::sim {

/// What can go wrong in one history, drawn from its seed; chances are per mille. A calm world has none.
struct Faults {
    int cutPerMille = 6;               // a connection is cut when a frame is sent
    int halfOpenPerMille = 2;          // … or goes silent without a word
    int lateServerFramePerMille = 500; // a frame in flight to the server at a cut is still processed
    int busLossPerMille = 60;          // a live event does not reach a session
    int busDoublePerMille = 40;
    int slowPerMille = 20; // a frame takes up to a minute
    int serverCrashPerMille =
        3; // per batch: before the commit, after it, or between publish and relay delete
    int deviceCrashPerMille = 2; // per database access
    int diskFaultPerMille = 2;   // full, busy, I/O error on one access

    static Faults drawn(Random &random)
    {
        Faults f;
        // Each history has its own weather, or every one would be the same mixture.
        for (int *chance :
             {&f.cutPerMille, &f.halfOpenPerMille, &f.busLossPerMille, &f.busDoublePerMille, &f.slowPerMille,
              &f.serverCrashPerMille, &f.deviceCrashPerMille, &f.diskFaultPerMille})
            *chance = int(random.below(4)) * *chance / 2;
        return f;
    }
    static Faults none() { return {0, 0, 0, 0, 0, 0, 0, 0, 0}; }
};

inline bool chance(Random &random, int perMille)
{
    return perMille > 0 && int(random.below(1000)) < perMille;
}

} // namespace kith::sim
