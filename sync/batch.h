#pragma once
#include "core/domain/change_set.h"

#include <functional>
#include <vector>

namespace kith {

/// What one transaction leads to once it is committed. After a failed one all of it is dropped, so memory
/// never runs ahead of the disk.
struct Batch {
    ChangeSet changes;
    std::vector<std::function<void()>> after;
};

} // namespace kith
