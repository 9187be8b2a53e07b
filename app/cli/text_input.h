#pragma once
#include "core/base/result.h"

#include <QString>
#include <cstdio>

namespace kith::cli {

/// The message text that `word` stands for: itself, or the whole of `in` when it is "-", less one final line
/// break. BadInput: empty, longer than limits::textBytes, or not UTF-8.
Result<QString> messageText(const QString &word, FILE *in);

/// First line of `in`. BadInput: nothing there, too long, or not UTF-8.
Result<QString> passwordFrom(FILE *in);

} // namespace kith::cli
