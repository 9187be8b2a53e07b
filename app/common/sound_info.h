#pragma once
#include <QByteArray>
#include <QString>
#include <optional>

namespace kith {

/// What a voice note says of itself beside its sound.
struct SoundInfo {
    qint64 durationMs = 0;
    QByteArray wave; // loudness over time, a byte for each bar; empty = not known
    friend bool operator==(const SoundInfo &, const SoundInfo &) = default;
};

/// Of WAV files (PCM, 16 bits) and Ogg files with Opus or Vorbis, of which only the length is told. nullopt:
/// the file is none of these, or broken.
std::optional<SoundInfo> soundInfo(const QString &path);

} // namespace kith
