#pragma once
#include "core/base/result.h"

namespace kith {

/// From now on this process trusts the certificates of `file` (PEM) beside those of the system, for every TLS
/// connection that begins later. BadInput: no file, or no certificate in it.
Status trustAlso(const QString &file);

} // namespace kith
