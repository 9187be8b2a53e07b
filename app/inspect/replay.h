#pragma once
#include "core/base/result.h"

namespace kith::inspect {

/// Opens a bundle in the `kith` that stands beside this program, without a network, in a profile that is
/// removed when its window is closed; waits for that. BadInput: not a bundle; NotFound: no kith; Io.
Status replay(const QString &bundle);

} // namespace kith::inspect
