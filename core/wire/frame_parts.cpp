#include "core/wire/frame_parts.h"

#include <QJsonDocument>
#include <QtEndian>

namespace kith::wire {

using namespace Qt::StringLiterals;

QString digestsText(const Digests &digests)
{
    QByteArray bytes(qsizetype(digests.size() * sizeof(quint64)), Qt::Uninitialized);
    for (size_t i = 0; i < digests.size(); ++i) qToBigEndian(digests[i], bytes.data() + i * sizeof(quint64));
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Digests digestsFromText(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        text.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    constexpr size_t count = limits::digestBuckets;
    if (!decoded || (*decoded).size() != qsizetype(count * sizeof(quint64))) return {};
    Digests digests(count);
    for (size_t i = 0; i < count; ++i)
        digests[i] = qFromBigEndian<quint64>((*decoded).constData() + i * sizeof(quint64));
    return digests;
}

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

QJsonObject toJson(const ServerLimits &l)
{
    return {{u"text_bytes"_s, l.textBytes},
            {u"title_chars"_s, l.titleChars},
            {u"page_rows"_s, l.pageRows},
            {u"group_members"_s, l.groupMembers},
            {u"edit_window_ms"_s, l.editWindowMs}};
}

ServerLimits serverLimitsFromJson(const QJsonObject &object)
{
    const ServerLimits own;
    constexpr qint64 maxInt = 2'000'000'000;
    FieldReader in(object);
    return {int(in.integerOr("text_bytes", own.textBytes, 1, maxInt)),
            int(in.integerOr("title_chars", own.titleChars, 1, maxInt)),
            int(in.integerOr("page_rows", own.pageRows, 1, maxInt)),
            int(in.integerOr("group_members", own.groupMembers, 1, maxInt)),
            in.integerOr("edit_window_ms", own.editWindowMs)};
}

QJsonObject parseFrame(QByteArrayView bytes, qsizetype maxBytes, QString *what)
{
    if (bytes.size() > maxBytes) {
        *what = u"frame of %1 bytes is over the limit of %2"_s.arg(bytes.size()).arg(maxBytes);
        return {};
    }
    QJsonParseError error;
    const auto document =
        QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size()), &error);
    if (error.error != QJsonParseError::NoError) {
        *what = u"frame is not JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset);
        return {};
    }
    if (!document.isObject()) *what = u"frame is not a JSON object"_s;
    return document.object();
}

} // namespace kith::wire
