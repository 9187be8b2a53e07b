#include "server/files/file_headers.h"

#include "core/base/file_names.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

namespace kith::server {

using namespace Qt::StringLiterals;

std::optional<QHash<QByteArray, QByteArray>> tusMetadata(const QByteArray &line)
{
    QHash<QByteArray, QByteArray> metadata;
    if (line.trimmed().isEmpty()) return metadata;
    for (const QByteArray &pair : line.split(',')) {
        const QList<QByteArray> parts = pair.simplified().split(' ');
        const QByteArray name = parts.first();
        if (parts.size() > 2 || name.isEmpty() || metadata.contains(name)) return std::nullopt;
        const auto value =
            QByteArray::fromBase64Encoding(parts.value(1), QByteArray::AbortOnBase64DecodingErrors);
        if (!value) return std::nullopt;
        metadata.insert(name, *value);
    }
    return metadata;
}

std::optional<qint64> headerNumber(const QByteArray &text)
{
    const bool digits = !text.isEmpty() && text.size() <= 18 &&
                        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? std::optional(text.toLongLong()) : std::nullopt;
}

std::optional<ByteRange> byteRange(const QByteArray &line, qint64 size)
{
    const QByteArray text = line.simplified().toLower();
    if (!text.startsWith("bytes=") || text.contains(',')) return std::nullopt;
    const QByteArray range = text.mid(6).trimmed();
    const qsizetype dash = range.indexOf('-');
    if (dash < 0) return std::nullopt;
    const QByteArray first = range.left(dash).trimmed(), last = range.mid(dash + 1).trimmed();
    const auto from = headerNumber(first), to = headerNumber(last);
    if ((!first.isEmpty() && !from) || (!last.isEmpty() && !to) || (!from && !to)) return std::nullopt;
    if (!from) { // the last so many bytes
        const qint64 length = std::min(*to, size);
        return ByteRange{size - length, length, length == 0};
    }
    if (to && *to < *from) return std::nullopt;
    if (*from >= size) return ByteRange{0, 0, true};
    const qint64 end = to ? std::min(*to, size - 1) : size - 1;
    return ByteRange{*from, end - *from + 1, false};
}

QByteArray attachmentLine(const QString &name)
{
    const QString safe = safeFileName(name);
    QByteArray ascii;
    for (const QChar c : safe) {
        const bool plain = c.unicode() >= 0x20 && c.unicode() < 0x7f && c != u'"' && c != u'\\' && c != u'%';
        ascii += plain ? char(c.unicode()) : '_';
    }
    return "Content-Disposition: attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" +
           safe.toUtf8().toPercentEncoding("!#$&+^`|") + "\r\n";
}

QByteArray servedType(const QString &mime)
{
    const bool active = mime.contains("html"_L1) || mime.contains("xml"_L1) || mime.contains("script"_L1);
    return mime.isEmpty() || active ? QByteArray("application/octet-stream") : mime.toLatin1();
}

QByteArray httpDate(qint64 unixMs)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(unixMs, Qt::UTC);
    return QLocale::c().toString(utc, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

QByteArray uploadLines(const FileRow &file, qint64 offset, qint64 unfinishedMs)
{
    QByteArray lines = "Upload-Offset: " + QByteArray::number(offset) +
                       "\r\nUpload-Length: " + QByteArray::number(file.size) + "\r\n";
    if (file.state == FileState::Uploading)
        return lines + "Upload-Expires: " + httpDate(file.createdMs + unfinishedMs) + "\r\n";
    return lines + "Kith-Sha256: " + file.sha256.toHex() + "\r\nKith-Mime: " + file.mime.toLatin1() + "\r\n";
}

} // namespace kith::server
