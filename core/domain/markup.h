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

} // namespace kith::markup
