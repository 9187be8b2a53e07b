#include "core/base/file_names.h"

#include <QStringList>
#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 200;   // bytes; a file system takes 255, and " (2)" may come behind
constexpr qsizetype endingMost = 16; // characters, with the dot

bool isUnsafe(QChar c)
{
    // Separators of any system, what shells and Windows read into, and marks that reverse the reading order,
    // so that "gpj.exe" cannot pose as "exe.jpg".
    if (c.unicode() < 0x20 || c.unicode() == 0x7f) return true;
    if (u"/\\:*?\"<>|"_s.contains(c)) return true;
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
           c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
}

bool isDeviceName(const QString &stem)
{
    static const QStringList names{u"con"_s, u"prn"_s, u"aux"_s, u"nul"_s};
    const QString lower = stem.toLower();
    if (names.contains(lower)) return true;
    return lower.size() == 4 && (lower.startsWith("com"_L1) || lower.startsWith("lpt"_L1)) &&
           lower.back().isDigit();
}

void shorten(QString &text, qsizetype bytes)
{
    while (text.toUtf8().size() > bytes) {
        text.chop(1);
        if (!text.isEmpty() && text.back().isHighSurrogate()) text.chop(1);
    }
}

struct Magic {
    qsizetype at;
    QByteArrayView bytes;
    const char16_t *mime;
};

bool has(QByteArrayView head, qsizetype at, QByteArrayView bytes)
{
    return head.size() >= at + bytes.size() && head.sliced(at, bytes.size()) == bytes;
}

/// Text has no control characters but white space, and no NUL.
bool isText(QByteArrayView head)
{
    return std::all_of(head.begin(), head.end(), [](char c) {
        const auto u = quint8(c);
        return u >= 0x20 || u == '\t' || u == '\n' || u == '\r' || u == '\f' || u == 0x1b;
    });
}

QString isoMedia(QByteArrayView head)
{
    const QByteArrayView brand = head.sliced(8, 4);
    if (brand == "heic" || brand == "heix" || brand == "mif1" || brand == "heim") return u"image/heic"_s;
    if (brand == "avif" || brand == "avis") return u"image/avif"_s;
    if (brand == "M4A " || brand == "M4B ") return u"audio/mp4"_s;
    if (brand == "qt  ") return u"video/quicktime"_s;
    if (brand.startsWith("3gp")) return u"video/3gpp"_s;
    return u"video/mp4"_s;
}

QString markup(QByteArrayView head)
{
    const QByteArray start = head.toByteArray().trimmed().toLower();
    if (start.startsWith("<svg")) return u"image/svg+xml"_s;
    if (start.startsWith("<?xml")) return start.contains("<svg") ? u"image/svg+xml"_s : u"text/xml"_s;
    for (const char *tag : {"<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<!--"})
        if (start.startsWith(tag)) return u"text/html"_s;
    return u"text/plain"_s;
}

} // namespace

QString safeFileName(const QString &name)
{
    QString safe;
    for (const QChar c : name) safe += isUnsafe(c) ? QChar(u'_') : c;
    while (!safe.isEmpty() && (safe.front() == u'.' || safe.front().isSpace())) safe.remove(0, 1);
    while (!safe.isEmpty() && (safe.back() == u'.' || safe.back().isSpace())) safe.chop(1);
    const qsizetype dot = safe.lastIndexOf(u'.');
    QString ending = dot > 0 && safe.size() - dot <= endingMost ? safe.mid(dot) : QString();
    QString stem = safe.left(safe.size() - ending.size());
    shorten(stem, longest - ending.toUtf8().size());
    if (isDeviceName(stem.section(u'.', 0, 0))) stem.prepend(u'_');
    safe = stem + ending;
    return safe.isEmpty() ? u"file"_s : safe;
}

QString sniffedMime(QByteArrayView head)
{
    static const Magic magics[] = {
        {0, QByteArrayView("\x89PNG\r\n\x1a\n", 8), u"image/png"},
        {0, QByteArrayView("\xff\xd8\xff", 3), u"image/jpeg"},
        {0, "GIF87a", u"image/gif"},
        {0, "GIF89a", u"image/gif"},
        {0, QByteArrayView("II*\0", 4), u"image/tiff"},
        {0, QByteArrayView("MM\0*", 4), u"image/tiff"},
        {0, "%PDF-", u"application/pdf"},
        {0, QByteArrayView("PK\x03\x04", 4), u"application/zip"},
        {0, QByteArrayView("PK\x05\x06", 4), u"application/zip"},
        {0, QByteArrayView("\x1f\x8b", 2), u"application/gzip"},
        {0,
         QByteArrayView("\xfd"
                        "7zXZ\0",
                        6),
         u"application/x-xz"},
        {0, QByteArrayView("7z\xbc\xaf\x27\x1c", 6), u"application/x-7z-compressed"},
        {0, QByteArrayView("Rar!\x1a\x07", 6), u"application/vnd.rar"},
        {0, QByteArrayView("\x28\xb5\x2f\xfd", 4), u"application/zstd"},
        {0, "OggS", u"audio/ogg"},
        {0, "fLaC", u"audio/flac"},
        {0, "ID3", u"audio/mpeg"},
        {0, QByteArrayView("\xff\xfb", 2), u"audio/mpeg"},
        {0, QByteArrayView("\xff\xf3", 2), u"audio/mpeg"},
        {0, QByteArrayView("\x1a\x45\xdf\xa3", 4), u"video/webm"},
        {0,
         QByteArrayView("\x7f"
                        "ELF",
                        4),
         u"application/x-executable"},
        {0, "MZ", u"application/vnd.microsoft.portable-executable"},
        {0, "#!", u"text/x-shellscript"},
        {0, QByteArrayView("SQLite format 3\0", 16), u"application/vnd.sqlite3"},
        {257, "ustar", u"application/x-tar"},
    };
    for (const Magic &magic : magics)
        if (has(head, magic.at, magic.bytes)) return QString::fromUtf16(magic.mime);
    if (has(head, 4, "ftyp") && head.size() >= 12) return isoMedia(head);
    if (has(head, 0, "RIFF") && has(head, 8, "WEBP")) return u"image/webp"_s;
    if (has(head, 0, "RIFF") && has(head, 8, "WAVE")) return u"audio/wav"_s;
    if (has(head, 0, "BM") && has(head, 6, QByteArrayView("\0\0\0\0", 4))) return u"image/bmp"_s;
    if (!head.isEmpty() && isText(head)) return markup(head);
    return u"application/octet-stream"_s;
}

} // namespace kith
