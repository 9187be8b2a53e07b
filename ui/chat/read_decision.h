#pragma once
#include "core/base/ids.h"

#include <vector>

namespace kith {

/// A row on screen, as far as reading it is concerned.
struct VisibleRow {
    Seq seq;            // 0 = not placed by the server: cannot be marked
    int height = 0;     // of the row
    int shown = 0;      // of it inside the viewport
    qint64 sinceMs = 0; // steady clock: since when at least half of it has been visible in an active window
};

/// How far the reader has come: the highest seq whose row is at least half visible, in an active window, for
/// `readAfterMs`. A row taller than the viewport counts when it fills half of the viewport. 0 = nothing yet.
/// Never claims rows that were not on screen: loading, restoring a scroll position or an inactive window mark
/// nothing.
inline constexpr qint64 readAfterMs = 500;
bool halfVisible(const VisibleRow &row, int viewportHeight);
Seq readUpTo(const std::vector<VisibleRow> &rows, int viewportHeight, bool windowActive, qint64 nowMs);

} // namespace kith
