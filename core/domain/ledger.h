#pragma once
#include "core/domain/chat.h"

#include <algorithm>

namespace kith {

/// How far this device and the server are known to agree. Derived, never stored.
struct Ledger {
    /// Everything that was entered on this device before this moment has been answered by the server (or was
    /// refused and is counted in `refused`). With waiting items: when the oldest of them was entered.
    /// Without: when the mirror was last known to be current, which is also the moment up to which everything
    /// from the server is here. Wall clock of this machine, never in its future; 0 = never yet.
    qint64 upToMs = 0;
    int waiting = 0; // changes of any kind that have no answer yet
    int refused = 0; // need the user's decision
    friend bool operator==(const Ledger &, const Ledger &) = default;
};

/// Pure. A clock that was ahead when an item was entered cannot make the ledger promise the future.
inline Ledger ledgerOf(const MirrorStatus &status, qint64 nowMs)
{
    const qint64 upTo = status.waiting > 0 ? status.oldestWaitingMs : status.lastSyncMs;
    return {std::min(upTo, nowMs), status.waiting, status.refused};
}

} // namespace kith
