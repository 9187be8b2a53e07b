#include "app/common/sound_info.h"

#include <QFile>
#include <QtEndian>
#include <algorithm>

namespace kith {

namespace {

constexpr qint64 bars = 64;
constexpr qint64 lookedBytes = 64 * 1024; // of an Ogg file's end; no page is longer
constexpr qint64 samplesOfBar = 4'096;    // looked at, spread over it

quint32 number(const QByteArray &bytes, qsizetype at)
{
    return at + 4 <= bytes.size() ? qFromLittleEndian<quint32>(bytes.constData() + at) : 0;
}
quint16 half(const QByteArray &bytes, qsizetype at)
{
    return at + 2 <= bytes.size() ? qFromLittleEndian<quint16>(bytes.constData() + at) : 0;
}

/// The loudest of some samples of each bar, 0 to 255.
QByteArray waveOf(QFile &file, qint64 from, qint64 bytes, qint64 frame)
{
    QByteArray wave;
    for (qint64 bar = 0; bar < bars; ++bar) {
        const qint64 begin = from + bytes * bar / bars / frame * frame;
        const qint64 length = std::min(bytes / bars / frame, samplesOfBar) * frame;
        if (!file.seek(begin)) return {};
        const QByteArray part = file.read(length);
        int loudest = 0;
        for (qsizetype at = 0; at + 2 <= part.size(); at += 2)
            loudest = std::max(loudest, std::abs(int(qint16(half(part, at)))));
        wave += char(std::min(loudest >> 7, 255));
    }
    return wave;
}

std::optional<SoundInfo> wav(QFile &file)
{
    qint64 at = 12;
    quint32 rate = 0;
    quint16 frame = 0;
    for (int chunks = 0; chunks < 64; ++chunks) {
        if (!file.seek(at)) return std::nullopt;
        const QByteArray chunk = file.read(24);
        if (chunk.size() < 8) return std::nullopt;
        const qint64 size = number(chunk, 4);
        if (chunk.startsWith("fmt ")) {
            const bool plain = half(chunk, 8) == 1 && half(chunk, 22) == 16;
            rate = number(chunk, 12);
            frame = half(chunk, 20);
            if (!plain || rate == 0 || frame == 0 || frame % 2 != 0) return std::nullopt;
        } else if (chunk.startsWith("data") && rate > 0) {
            const qint64 bytes = std::min<qint64>(size, file.size() - at - 8);
            return SoundInfo{bytes / frame * 1000 / rate, waveOf(file, at + 8, bytes, frame)};
        }
        at += 8 + size + size % 2;
    }
    return std::nullopt;
}

std::optional<SoundInfo> ogg(QFile &file, const QByteArray &head)
{
    qint64 rate = 0, skipped = 0;
    if (const auto opus = head.indexOf("OpusHead"); opus >= 0) {
        rate = 48'000; // whatever it was recorded with
        skipped = half(head, opus + 10);
    } else if (const auto vorbis = head.indexOf("\x01vorbis"); vorbis >= 0) {
        rate = number(head, vorbis + 12);
    }
    if (rate <= 0 || !file.seek(std::max<qint64>(0, file.size() - lookedBytes))) return std::nullopt;
    const QByteArray end = file.read(lookedBytes);
    const auto page = end.lastIndexOf("OggS");
    if (page < 0 || page + 14 > end.size()) return std::nullopt;
    const auto samples = qFromLittleEndian<qint64>(end.constData() + page + 6) - skipped;
    return samples > 0 ? std::optional(SoundInfo{samples / rate * 1000 + samples % rate * 1000 / rate, {}})
                       : std::nullopt;
}

} // namespace

std::optional<SoundInfo> soundInfo(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    const QByteArray head = file.read(512);
    if (head.startsWith("RIFF") && head.mid(8, 4) == "WAVE") return wav(file);
    if (head.startsWith("OggS")) return ogg(file, head);
    return std::nullopt;
}

} // namespace kith
