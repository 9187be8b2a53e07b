#include "core/base/clock.h"

#include <chrono>

namespace kith {

template <class Source> static qint64 msOf()
{
    const auto since = Source::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

qint64 SystemClock::wallMs() const { return msOf<std::chrono::system_clock>(); }
qint64 SystemClock::steadyMs() const { return msOf<std::chrono::steady_clock>(); }

} // namespace kith
