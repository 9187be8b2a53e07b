#include "tests/sim/story.h"

#include "tests/sim/scheduler.h"

namespace kith::sim {

void Story::line(const QString &what) const
{
    std::printf("%10.3f s  %s\n", double(m_scheduler.nowMs()) / 1000.0, qUtf8Printable(what));
}

} // namespace kith::sim
