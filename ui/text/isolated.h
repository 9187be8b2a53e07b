#pragma once
#include <QString>

namespace kith::words {

/// `text` in the direction of its own first letter, whatever stands around it: for painting only, and may be
/// cut afterwards.
inline QString isolated(const QString &text) { return QChar(0x2068) + text; } // FIRST STRONG ISOLATE

} // namespace kith::words
