#pragma once
#include "core/base/limits.h"
#include "core/base/random.h"

#include <algorithm>

namespace kith {

/// How long to wait before the next try: full jitter (uniform up to a bound that doubles), so that thousands
/// of clients of a server that has just come back do not knock at once. Starts over after a connection that
/// held.
class Backoff {
public:
    /// `atLeastMs`: what the server asked for; obeyed, with the jitter on top.
    qint64 next(Random &random, qint64 atLeastMs = 0)
    {
        const qint64 bound =
            std::min<qint64>(qint64(limits::backoffMinMs) << std::min(m_failures, 7), limits::backoffMaxMs);
        ++m_failures;
        const qint64 span = bound - limits::backoffMinMs;
        const qint64 jitter = limits::backoffMinMs + (span > 0 ? qint64(random.below(quint64(span) + 1)) : 0);
        return std::max<qint64>(atLeastMs, 0) + jitter;
    }
    /// The connection that ended now had been up for `upMs`.
    void ended(qint64 upMs)
    {
        if (upMs >= limits::stableMs) m_failures = 0;
    }
    void reset() { m_failures = 0; }
    int failures() const { return m_failures; }

private:
    int m_failures = 0;
};

} // namespace kith
