#include "ui/chat/read_decision.h"

#include <algorithm>

namespace kith {

bool halfVisible(const VisibleRow &row, int viewportHeight)
{
    const int enough = std::min(row.height, viewportHeight);
    return row.shown > 0 && row.shown * 2 >= enough;
}

Seq readUpTo(const std::vector<VisibleRow> &rows, int viewportHeight, bool windowActive, qint64 nowMs)
{
    Seq best;
    if (!windowActive) return best;
    for (const VisibleRow &row : rows) {
        if (row.seq > best && halfVisible(row, viewportHeight) && nowMs - row.sinceMs >= readAfterMs)
            best = row.seq;
    }
    return best;
}

} // namespace kith
