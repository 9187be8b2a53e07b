#pragma once
#include <QtGlobal>

namespace kith {

/// Memory that this program holds now (resident, bytes); 0 where the system does not tell.
qint64 residentBytes();

} // namespace kith
