#pragma once
#include "core/wire/frames.h"

namespace kith::server {

/// Why a message body of `kind` may not be stored; nullopt = it may.
std::optional<wire::Err> bodyFault(const QString &kind, const QString &body);
/// Trimmed, or the refusal of a title that is blank, too long or not plain text.
std::variant<QString, wire::Err> cleanTitle(const QString &title);
bool isPlainText(const QString &text); // no NUL, no lone surrogate
qsizetype utf8Size(const QString &text);

/// FNV-1a over what the sender wrote: tells a repeat from other content under the same mid. Stored: never
/// changes.
qint64 contentHash(const wire::Send &send);

} // namespace kith::server
