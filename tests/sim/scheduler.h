#pragma once
#include "core/base/clock.h"

#include <functional>
#include <map>

namespace kith::sim {

/// Virtual time: everything that happens later stands in one queue, ordered by time and then by entry, so
/// that a seed replays to the byte.
class Scheduler {
public:
    using Job = std::function<void()>;

    qint64 nowMs() const { return m_nowMs; }
    void after(qint64 delayMs, Job job)
    {
        m_queue.emplace(std::pair(m_nowMs + delayMs, ++m_entry), std::move(job));
    }
    bool empty() const { return m_queue.empty(); }
    qint64 nextMs() const { return m_queue.begin()->first.first; }

    /// Runs the next job and moves time to it; false when there is none.
    bool step()
    {
        if (m_queue.empty()) return false;
        auto node = m_queue.extract(m_queue.begin());
        m_nowMs = node.key().first;
        node.mapped()();
        return true;
    }

private:
    qint64 m_nowMs = 0;
    quint64 m_entry = 0;
    std::map<std::pair<qint64, quint64>, Job> m_queue;
};

/// One machine's clocks on virtual time; the wall clock may be wrong and may jump.
class VirtualClock final : public Clock {
public:
    static constexpr qint64 startMs = 1'790'000'000'000;

    explicit VirtualClock(const Scheduler &scheduler)
        : m_scheduler(scheduler)
    {
    }
    qint64 wallMs() const override { return startMs + m_scheduler.nowMs() + skewMs; }
    qint64 steadyMs() const override { return m_scheduler.nowMs() - asleepMs; }

    qint64 skewMs = 0;
    qint64 asleepMs = 0; // a steady clock stands still while its machine sleeps

private:
    const Scheduler &m_scheduler;
};

} // namespace kith::sim
