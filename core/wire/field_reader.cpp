#include "core/wire/field_reader.h"

#include <QJsonDocument>

namespace kith::wire {

using namespace Qt::StringLiterals;

bool isCleanText(QStringView text) { return text.isValidUtf16() && !text.contains(QChar(0)); }

QString tagText(quint64 tag) { return u"%1"_s.arg(tag, 16, 16, QChar(u'0')); }

void FieldReader::fail(const char *key, const char *why)
{
    if (failed()) return;
    m_what = u"field '%1' %2"_s.arg(QLatin1StringView(key), QLatin1StringView(why));
}

qint64 FieldReader::integer(const char *key, qint64 min, qint64 max)
{
    const QJsonValue v = value(key);
    // toInteger gives the fallback for fractions, so two different fallbacks tell a real value from none.
    const qint64 n = v.toInteger(-1);
    if (!v.isDouble() || n != v.toInteger(-2) || n < min || n > max) {
        fail(key, v.isUndefined() ? "is missing" : "is not an integer within bounds");
        return 0;
    }
    return n;
}

qint64 FieldReader::integerOr(const char *key, qint64 fallback, qint64 min, qint64 max)
{
    return has(key) ? integer(key, min, max) : fallback;
}

bool FieldReader::flag(const char *key)
{
    if (!value(key).isBool()) fail(key, "is not true or false");
    return value(key).toBool();
}

bool FieldReader::flagOr(const char *key, bool fallback) { return has(key) ? flag(key) : fallback; }

QString FieldReader::text(const char *key, qsizetype maxBytes, qsizetype minBytes)
{
    const QJsonValue v = value(key);
    if (!v.isString()) {
        fail(key, "is not a text");
        return {};
    }
    const QString text = v.toString();
    if (!isCleanText(text)) {
        fail(key, "holds a lone surrogate or U+0000");
        return {};
    }
    const qsizetype bytes = text.toUtf8().size();
    if (bytes > maxBytes) {
        if (!failed()) m_tooLong = true;
        fail(key, "is too long");
        return {};
    }
    if (bytes < minBytes) fail(key, "is too short");
    return text;
}

QString FieldReader::textOr(const char *key, QString fallback, qsizetype maxBytes)
{
    return has(key) ? text(key, maxBytes) : std::move(fallback);
}

QByteArray FieldReader::ascii(const char *key, qsizetype maxBytes, qsizetype minBytes)
{
    const QString t = text(key, maxBytes, minBytes);
    for (const QChar c : t) {
        if (c.unicode() < 0x20 || c.unicode() > 0x7e) {
            fail(key, "is not ASCII");
            return {};
        }
    }
    return t.toLatin1();
}

QJsonArray FieldReader::array(const char *key, qsizetype max, qsizetype min)
{
    const QJsonValue v = value(key);
    if (!v.isArray()) {
        fail(key, "is not a list");
        return {};
    }
    QJsonArray a = v.toArray();
    if (a.size() > max || a.size() < min) {
        fail(key, "has too many or too few entries");
        return {};
    }
    return a;
}

QJsonArray FieldReader::arrayOr(const char *key, qsizetype max)
{
    return has(key) ? array(key, max) : QJsonArray();
}

QJsonObject FieldReader::child(const char *key)
{
    if (!value(key).isObject()) fail(key, "is not an object");
    return value(key).toObject();
}

QByteArray FieldReader::json(const char *key, qsizetype maxBytes)
{
    const QJsonValue v = value(key);
    if (v.isUndefined()) {
        fail(key, "is missing");
        return {};
    }
    // QJsonDocument holds only objects and lists at its top; a list of one, less its brackets, is any value.
    const QByteArray list = QJsonDocument(QJsonArray{v}).toJson(QJsonDocument::Compact);
    QByteArray text = list.mid(1, list.size() - 2);
    if (text.size() > maxBytes) {
        if (!failed()) m_tooLong = true;
        fail(key, "is too long");
        return {};
    }
    return text;
}

quint64 FieldReader::tag(const char *key)
{
    const auto tag = tagFromText(value(key));
    if (!tag) fail(key, "is not a tag of 16 hex digits");
    return tag.value_or(0);
}

std::optional<quint64> FieldReader::tagFromText(const QJsonValue &v)
{
    const QString t = v.toString();
    if (t.size() != 16) return std::nullopt;
    for (const QChar c : t)
        if (!(c >= u'0' && c <= u'9') && !(c >= u'a' && c <= u'f')) return std::nullopt;
    bool ok = false;
    const quint64 n = t.toULongLong(&ok, 16);
    return ok ? std::optional(n) : std::nullopt;
}

} // namespace kith::wire
