#pragma once
#include <QByteArray>
#include <optional>

namespace kith {

/// A picture without what its camera or editor wrote beside the pixels: place, time, owner, comments. Its
/// pixels, colour profile and, for JPEG, which way is up stay as they are; nothing is encoded again.
/// JPEG, PNG and WebP. Nothing when there is nothing to take out, or it is no such picture.
std::optional<QByteArray> withoutPrivateNotes(QByteArrayView picture);

} // namespace kith
