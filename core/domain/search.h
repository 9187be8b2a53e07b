#pragma once
#include "core/base/ids.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <optional>

namespace kith {

/// What is looked for in the mirror. Everything that is set must fit.
struct SearchWish {
    enum class Has : quint8 { Anything, File, Picture, Link };
    QString words; // each must be in the text; empty = any text, when something else narrows the search
    std::optional<ChatId> chat;
    std::optional<UserId> from;
    Has has = Has::Anything;
    qint64 afterMs = 0, beforeMs = 0; // server's clock, afterMs ≤ at < beforeMs; 0 = open

    bool filters() const { return from || has != Has::Anything || afterMs > 0 || beforeMs > 0; }
    bool asksNothing() const { return words.trimmed().isEmpty() && !filters(); }
    friend bool operator==(const SearchWish &, const SearchWish &) = default;
};

/// What somebody typed into a search field, taken apart: from:NAME in:CHAT has:file|picture|link
/// after:DAY before:DAY and words. A value with blanks stands in quotes. A day is 2026-03-05, 2026-03, 2026,
/// today or yesterday; after: begins with it, before: ends before it. Names are still names.
struct TypedSearch {
    QString words;
    QString from, in;
    SearchWish::Has has = SearchWish::Has::Anything;
    QDate after, before;
    QStringList faults; // tokens that look like these and cannot be understood
    bool narrows() const
    {
        return !from.isEmpty() || !in.isEmpty() || has != SearchWish::Has::Anything || after.isValid() ||
               before.isValid();
    }
};
TypedSearch parseSearch(const QString &typed, const QDate &today);

/// The words of a search as they are looked for and marked: at most 16.
QStringList searchWords(const QString &words);

} // namespace kith
