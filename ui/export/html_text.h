#pragma once
#include "core/domain/content.h"

/// Words of other people made safe for a page: nothing in them is ever markup, a script or a way out of an
/// attribute, and nothing that they contain is fetched by looking at the page.
namespace kith::html {

/// Markup characters escaped, control characters replaced. Good between tags and in double quotes.
QString escaped(const QString &text);
/// A relative path for href and src, each component percent-encoded.
QString pathUrl(const QString &path);
/// Entities become tags; only http, https and mailto become links. Line breaks stay (white-space: pre-wrap).
QString formatted(const QString &text, const std::vector<Entity> &entities);
/// The beginning of a page up to and with <body>; `title` is not escaped yet.
QString head(const QString &title);

} // namespace kith::html
