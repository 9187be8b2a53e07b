#include "core/base/picture_privacy.h"

#include <QtEndian>
#include <algorithm>
#include <array>

namespace kith {
namespace {

using Bytes = QByteArrayView;

quint32 big32(Bytes at) { return qFromBigEndian<quint32>(at.data()); }
quint32 little32(Bytes at) { return qFromLittleEndian<quint32>(at.data()); }

/// Which way is up: the orientation in an Exif block, 1..8; 1 = as it stands, also for rubbish.
int orientationIn(Bytes tiff)
{
    if (tiff.size() < 8) return 1;
    const bool little = tiff.startsWith("II");
    if (!little && !tiff.startsWith("MM")) return 1;
    const auto u16 = [&](qsizetype at) -> int {
        if (at < 0 || at + 2 > tiff.size()) return 0;
        const char *p = tiff.data() + at;
        return little ? qFromLittleEndian<quint16>(p) : qFromBigEndian<quint16>(p);
    };
    const qsizetype directory = qsizetype(little ? little32(tiff.sliced(4)) : big32(tiff.sliced(4)));
    if (directory > tiff.size() - 2) return 1;
    const int entries = u16(directory);
    for (int i = 0; i < entries; ++i) {
        const qsizetype entry = directory + 2 + qsizetype(i) * 12;
        if (entry + 12 > tiff.size()) break;
        if (u16(entry) != 0x0112) continue;
        const int value = u16(entry + 8);
        return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
}

/// An Exif segment that says only which way is up: big-endian, one entry, nothing after it.
QByteArray orientationSegment(int orientation)
{
    return QByteArray::fromHex("ffe10022457869660000"  // APP1, its length, "Exif"
                               "4d4d002a000000080001"  // "MM", where the entries are, how many
                               "011200030000000100") + // orientation, one short
           char(orientation) +
           QByteArray::fromHex("000000000000"); // filling, no further directory
}

std::optional<QByteArray> ofJpeg(Bytes in)
{
    QByteArray out(in.first(2).toByteArray());
    int orientation = 1;
    bool dropped = false;
    qsizetype at = 2, afterFirst = 2; // where an Exif segment of ours goes: behind a JFIF header
    while (at + 4 <= in.size()) {
        if (quint8(in[at]) != 0xff) return std::nullopt;
        const quint8 kind = quint8(in[at + 1]);
        if (kind == 0xff) { // filling
            ++at;
            continue;
        }
        if (kind == 0xda) { // the picture itself begins; it goes to the end
            if (!dropped) return std::nullopt;
            if (orientation != 1) out.insert(afterFirst, orientationSegment(orientation));
            return out + in.sliced(at).toByteArray();
        }
        const qsizetype length = 2 + qFromBigEndian<quint16>(in.data() + at + 2);
        if (length < 4 || at + length > in.size()) return std::nullopt;
        const Bytes segment = in.sliced(at, length), body = segment.sliced(4);
        at += length;
        if (kind == 0xe1 && body.startsWith(Bytes("Exif\0", 5)) && body.size() > 6)
            orientation = orientationIn(body.sliced(6));
        // Kept: JFIF, ICC profile, Adobe's note on colours. Gone: Exif, XMP, IPTC, makers' own, comments.
        const bool ours = kind == 0xe0 || kind == 0xee || (kind == 0xe2 && body.startsWith("ICC_PROFILE"));
        if (((kind >= 0xe0 && kind <= 0xef) || kind == 0xfe) && !ours) {
            dropped = true;
            continue;
        }
        out += segment.toByteArray();
        if (kind == 0xe0 && out.size() == 2 + length) afterFirst = out.size();
    }
    return std::nullopt;
}

std::optional<QByteArray> ofPng(Bytes in)
{
    static constexpr std::array<Bytes, 5> notes{"eXIf", "tEXt", "zTXt", "iTXt", "tIME"};
    QByteArray out(in.first(8).toByteArray());
    bool dropped = false;
    for (qsizetype at = 8; at + 12 <= in.size();) {
        const qsizetype length = 12 + qsizetype(big32(in.sliced(at)));
        if (at + length > in.size()) return std::nullopt;
        const Bytes chunk = in.sliced(at, length), kind = chunk.sliced(4, 4);
        at += length;
        if (std::find(notes.begin(), notes.end(), kind) != notes.end())
            dropped = true;
        else
            out += chunk.toByteArray();
        if (kind == Bytes("IEND")) { // what hangs behind the end is no part of the picture
            if (!dropped && at == in.size()) return std::nullopt;
            return out;
        }
    }
    return std::nullopt;
}

std::optional<QByteArray> ofWebp(Bytes in)
{
    QByteArray out(in.first(12).toByteArray());
    bool dropped = false;
    qsizetype extended = -1; // the byte of flags
    qsizetype at = 12;
    while (at + 8 <= in.size()) {
        const qsizetype length = 8 + qsizetype(little32(in.sliced(at + 4))), padded = length + (length & 1);
        if (at + length > in.size()) return std::nullopt;
        const Bytes chunk = in.sliced(at, std::min(padded, in.size() - at)), kind = chunk.first(4);
        at += padded;
        if (kind == Bytes("EXIF") || kind == Bytes("XMP ")) {
            dropped = true;
            continue;
        }
        if (kind == Bytes("VP8X") && length >= 9) extended = out.size() + 8;
        out += chunk.toByteArray();
    }
    if (!dropped) return std::nullopt;
    if (extended >= 0) out[extended] = char(quint8(out[extended]) & ~0x0c);
    qToLittleEndian<quint32>(quint32(out.size() - 8), out.data() + 4);
    return out;
}

} // namespace

std::optional<QByteArray> withoutPrivateNotes(QByteArrayView picture)
{
    if (picture.startsWith("\xff\xd8\xff")) return ofJpeg(picture);
    if (picture.startsWith("\x89PNG\r\n\x1a\n")) return ofPng(picture);
    if (picture.size() > 16 && picture.startsWith("RIFF") && picture.sliced(8).startsWith("WEBP"))
        return ofWebp(picture);
    return std::nullopt;
}

} // namespace kith
