#pragma once
#include <QByteArray>

namespace kith::wire {

/// Whether the sender of a message with these further fields asked for no sound.
bool isSilent(const QByteArray &extra);

} // namespace kith::wire
