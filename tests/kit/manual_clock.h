#pragma once
#include "core/base/clock.h"

#include <atomic>

namespace kith::test {

/// Time that passes only when it is told to.
class ManualClock final : public Clock {
public:
    explicit ManualClock(qint64 wallMs = 1'750'000'000'000)
        : m_wallMs(wallMs)
    {
    }
    qint64 wallMs() const override { return m_wallMs.load(); }
    qint64 steadyMs() const override { return m_steadyMs.load(); }
    void advance(qint64 ms)
    {
        m_wallMs += ms;
        m_steadyMs += ms;
    }

private:
    std::atomic<qint64> m_wallMs;
    std::atomic<qint64> m_steadyMs{1'000'000};
};

} // namespace kith::test
