#pragma once
#include "core/domain/rows.h"

namespace kith::wire {

/// The note inside a "service" message's extra; nullopt when there is none or it cannot be read.
std::optional<ServiceNote> serviceNote(const QByteArray &extra);
QByteArray serviceExtra(const ServiceNote &note);

} // namespace kith::wire
