#pragma once
#include "core/wire/frames.h"

#include <QByteArray>

namespace kith::wire {

/// The frames that answer and spread a sent message, as `encode` would write them, but without building JSON
/// objects first. Empty for every other frame and row: those are rare and take the general way.
QByteArray encodeHot(const Reply &reply);
/// The general way, for every frame; tests compare the other one with it.
QByteArray encodeByObject(const Reply &reply);

} // namespace kith::wire
