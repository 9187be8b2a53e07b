#pragma once
#include "core/domain/content.h"

#include <functional>

namespace kith::markup {

/// Who is meant by @login; nullopt = nobody.
using UserOf = std::function<std::optional<UserId>(const QString &login)>;

/// Text as one types it, with marks: *bold* _italic_ ~struck~ `code` ||spoiler|| [words](address),
/// ```language and lines of code ```, lines that begin with "> ", @login and @all. A mark counts where it
/// stands at the edge of a word and has its partner in the same line; a backslash before it makes it plain.
/// What is no mark stays as it is.
OutgoingText read(const QString &typed, const UserOf &userOf);

/// The same, and where each UTF-16 unit of the text stands in what was typed: what stands nowhere is a mark.
struct Traced {
    OutgoingText text;
    std::vector<int> origin; // as many as the text has units, ascending
};
Traced trace(const QString &typed, const UserOf &userOf);

/// How somebody is called behind an @; empty = not known.
using LoginOf = std::function<QString(const UserId &user)>;

/// What one would type to get this text: read() gives it back. A part whose marks could not be read again
/// (half of a word, overlapping another) comes without them.
QString write(const QString &text, const std::vector<Entity> &entities, const LoginOf &loginOf);

} // namespace kith::markup
