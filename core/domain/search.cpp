#include "core/domain/search.h"

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr qsizetype typedMost = 1'000, wordsMost = 16;

/// Split at blanks, but not inside quotes; the quotes of a value go, those around words stay words.
QStringList tokensOf(const QString &typed)
{
    QStringList tokens;
    QString token;
    bool quoted = false;
    for (const QChar c : typed.left(typedMost)) {
        const bool blank = c.isSpace() || c.unicode() < 0x20;
        if (c == u'"' && (quoted || token.endsWith(u':'))) {
            quoted = !quoted;
            continue;
        }
        if (blank && !quoted) {
            if (!token.isEmpty()) tokens.append(token);
            token.clear();
        } else {
            token.append(blank ? u' ' : c);
        }
    }
    if (!token.isEmpty()) tokens.append(token);
    return tokens;
}

QDate dayOf(const QString &value, const QDate &today)
{
    if (value.compare(u"today", Qt::CaseInsensitive) == 0) return today;
    if (value.compare(u"yesterday", Qt::CaseInsensitive) == 0) return today.addDays(-1);
    for (const QString &rest : {QString(), u"-01"_s, u"-01-01"_s}) {
        const QDate day = QDate::fromString(value + rest, u"yyyy-MM-dd"_s);
        if (day.isValid()) return day;
    }
    return {};
}

std::optional<SearchWish::Has> hasOf(const QString &value)
{
    using Has = SearchWish::Has;
    const QString v = value.toLower();
    if (v == u"file" || v == u"files") return Has::File;
    if (v == u"picture" || v == u"pictures" || v == u"photo" || v == u"image") return Has::Picture;
    if (v == u"link" || v == u"links") return Has::Link;
    return std::nullopt;
}

} // namespace

TypedSearch parseSearch(const QString &typed, const QDate &today)
{
    TypedSearch found;
    QStringList words;
    for (const QString &token : tokensOf(typed)) {
        const qsizetype colon = token.indexOf(u':');
        const QString key = token.left(qMax<qsizetype>(0, colon)).toLower(),
                      value = token.mid(colon + 1).trimmed();
        const bool known =
            key == u"from" || key == u"in" || key == u"has" || key == u"after" || key == u"before";
        if (!known) {
            words.append(token);
            continue;
        }
        if (value.isEmpty()) continue; // still being typed
        if (key == u"from") {
            found.from = value;
        } else if (key == u"in") {
            found.in = value;
        } else if (key == u"has") {
            const auto has = hasOf(value);
            if (has)
                found.has = *has;
            else
                found.faults.append(token);
        } else {
            const QDate day = dayOf(value, today);
            if (!day.isValid()) found.faults.append(token);
            (key == u"after" ? found.after : found.before) = day;
        }
    }
    found.words = words.join(u' ');
    return found;
}

QStringList searchWords(const QString &words)
{
    QString clean = words.left(typedMost);
    for (QChar &c : clean)
        if (c.unicode() < 0x20) c = u' ';
    return clean.split(u' ', Qt::SkipEmptyParts).mid(0, wordsMost);
}

} // namespace kith
