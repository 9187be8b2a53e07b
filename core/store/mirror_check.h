#pragma once
#include "core/base/result.h"
#include "core/domain/verify.h"

namespace kith {

class Mirror;

/// Looks for what the file contradicts itself in (sync.md §5.1: invariants 9, 10, 13, 19), and with `repair`
/// mends it: a range that cannot be right becomes a hole, so that it is fetched again; a message that nothing
/// would send gets a refused item with the code "lost", for its author to decide. Writes in one transaction.
/// Takes seconds on a large mirror. Thread: the writer's.
Result<LocalVerdict> checkMirror(Mirror &mirror, bool repair);

} // namespace kith
