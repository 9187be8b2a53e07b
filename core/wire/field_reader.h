#pragma once
#include "core/base/ids.h"
#include "core/base/limits.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <optional>

namespace kith::wire {

/// Largest integer of the protocol: JSON numbers stay exact below it in every language.
inline constexpr qint64 maxInteger = (1LL << 53) - 1;

/// Well-formed UTF-16 without U+0000: what a text field may hold.
bool isCleanText(QStringView text);

/// Reads typed, bounded fields of one JSON object. The first fault is kept, later reads then give empty
/// values; the caller asks once, at the end. Faults name the field, never its content.
class FieldReader {
public:
    explicit FieldReader(QJsonObject object)
        : m_object(std::move(object))
    {
    }

    bool failed() const { return !m_what.isEmpty(); }
    const QString &what() const { return m_what; }
    /// A text was over its bound: the answer is too_long instead of bad_request.
    bool tooLong() const { return m_tooLong; }
    const QJsonObject &object() const { return m_object; }
    bool has(const char *key) const { return !value(key).isUndefined(); }
    void fail(const char *key, const char *why);

    qint64 integer(const char *key, qint64 min = 0, qint64 max = maxInteger);
    qint64 integerOr(const char *key, qint64 fallback, qint64 min = 0, qint64 max = maxInteger);
    bool flag(const char *key);
    bool flagOr(const char *key, bool fallback);
    /// At most `maxBytes` of UTF-8.
    QString text(const char *key, qsizetype maxBytes, qsizetype minBytes = 0);
    QString textOr(const char *key, QString fallback, qsizetype maxBytes);
    /// Printable ASCII.
    QByteArray ascii(const char *key, qsizetype maxBytes, qsizetype minBytes = 0);
    QJsonArray array(const char *key, qsizetype max, qsizetype min = 0);
    QJsonArray arrayOr(const char *key, qsizetype max);
    QJsonObject child(const char *key);
    /// Any JSON value as compact text.
    QByteArray json(const char *key, qsizetype maxBytes);

    template <class I> I id(const char *key)
    {
        const auto id = readId<I>(value(key));
        if (!id) fail(key, "is not an id");
        return id.value_or(I{});
    }
    template <class I> I idOr(const char *key) { return has(key) ? id<I>(key) : I{}; }
    template <class N> N number(const char *key, qint64 min = 0) { return N{integer(key, min)}; }
    template <class N> N numberOr(const char *key) { return N{integerOr(key, 0)}; }
    /// [number, "tag"]
    template <class N> Position<N> position(const char *key)
    {
        const QJsonValue v = value(key);
        const QJsonArray pair = v.toArray();
        const qint64 at = pair.size() == 2 ? pair[0].toInteger(-1) : -1;
        const auto tag = pair.size() == 2 ? tagFromText(pair[1]) : std::nullopt;
        if (at < 0 || at > maxInteger || !tag) {
            fail(key, "is not [number, tag]");
            return {};
        }
        return {N{at}, *tag};
    }
    quint64 tag(const char *key);

    template <class I> static std::optional<I> readId(const QJsonValue &v)
    {
        return v.isString() ? I::fromText(v.toString().toLatin1()) : std::nullopt;
    }
    static std::optional<quint64> tagFromText(const QJsonValue &v);

private:
    QJsonValue value(const char *key) const { return m_object.value(QLatin1StringView(key)); }

    QJsonObject m_object;
    QString m_what;
    bool m_tooLong = false;
};

/// 16 lower-case hex digits.
QString tagText(quint64 tag);

} // namespace kith::wire
