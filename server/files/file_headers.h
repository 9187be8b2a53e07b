#pragma once
#include "server/storage/repository.h"

#include <QHash>
#include <optional>

namespace kith::server {

/// `Upload-Metadata` of tus: names and values; nullopt when it cannot be read or has a name twice.
std::optional<QHash<QByteArray, QByteArray>> tusMetadata(const QByteArray &line);
/// A header's whole number of at least 0; nullopt for everything else.
std::optional<qint64> headerNumber(const QByteArray &text);

struct ByteRange {
    qint64 from = 0, length = 0;
    bool outside = false; // nothing of it is in the file: 416
};
/// One range of `Range: bytes=…` over a file of `size` bytes; nullopt = answer with the whole file, as for
/// all that is not understood, several ranges among it.
std::optional<ByteRange> byteRange(const QByteArray &line, qint64 size);

/// `Content-Disposition: attachment` with the name in both spellings (RFC 6266, RFC 8187).
QByteArray attachmentLine(const QString &name);
/// What a browser may be told: never a type that it would run.
QByteArray servedType(const QString &mime);
QByteArray httpDate(qint64 unixMs);
/// The lines that describe an upload: offset, length, and what is known of a whole one or when it ends.
QByteArray uploadLines(const FileRow &file, qint64 offset, qint64 unfinishedMs);

} // namespace kith::server
