#pragma once
#include "core/base/result.h"

namespace kith::inspect {

/// Writes who saw content of `file`, when, what and why, at the end of FILE.reveals, before it is shown.
/// Flushed to the disk. Io: it could not be written, so nothing may be shown; BadInput: no reason was given
/// (at least 8 characters, not only spaces).
Status noteReveal(const QString &file, const QString &what, const QString &reason);

} // namespace kith::inspect
