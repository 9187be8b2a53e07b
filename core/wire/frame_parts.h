#pragma once
#include "core/wire/field_reader.h"
#include "core/wire/frames.h"

/// Pieces that both directions share; used by the frame codecs only.
namespace kith::wire {

/// 64 × 8 bytes big endian, base64url without padding: 683 characters. Empty = not sent.
QString digestsText(const Digests &digests);
/// Empty when the text is not exactly that.
Digests digestsFromText(const QString &text);

QByteArray compact(const QJsonObject &object);

QJsonObject toJson(const ServerLimits &limits);
/// Missing or unreadable values keep the defaults of limits.h.
ServerLimits serverLimitsFromJson(const QJsonObject &object);

/// Parses one JSON object of at most `maxBytes`; an empty object and `what` otherwise.
QJsonObject parseFrame(QByteArrayView bytes, qsizetype maxBytes, QString *what);

} // namespace kith::wire
