#pragma once
#include <QtGlobal>
#include <array>
#include <atomic>
#include <chrono>

/// Numbers that a busy thread keeps for the operator. Each is written by one thread only, so that counting
/// costs neither a lock nor a locked instruction; any thread may read.
namespace kith::server {

class Count {
public:
    void add(quint64 more = 1)
    {
        m_value.store(m_value.load(std::memory_order_relaxed) + more, std::memory_order_relaxed);
    }
    quint64 value() const { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<quint64> m_value{0};
};

/// Nanoseconds since an arbitrary start, for durations.
inline qint64 steadyNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// How many values fell below each of `bounds` (ascending); the last place counts the rest.
template <size_t Bounds> class Histogram {
public:
    constexpr explicit Histogram(const std::array<qint64, Bounds> &bounds)
        : m_bounds(bounds)
    {
    }
    void record(qint64 value)
    {
        size_t place = 0;
        while (place < Bounds && value > m_bounds[place]) ++place;
        m_counts[place].add();
        m_sum.add(quint64(std::max<qint64>(value, 0)));
    }
    const std::array<qint64, Bounds> &bounds() const { return m_bounds; }
    quint64 count(size_t place) const { return m_counts[place].value(); }
    quint64 sum() const { return m_sum.value(); }

private:
    const std::array<qint64, Bounds> &m_bounds;
    std::array<Count, Bounds + 1> m_counts;
    Count m_sum;
};

inline constexpr std::array<qint64, 14> durationBounds{
    500'000,     1'000'000,   2'500'000,   5'000'000,     10'000'000,    25'000'000,    50'000'000,
    100'000'000, 250'000'000, 500'000'000, 1'000'000'000, 2'500'000'000, 5'000'000'000, 10'000'000'000};
inline constexpr std::array<qint64, 9> sizeBounds{1, 2, 4, 8, 16, 32, 64, 128, 256};

/// Of durations in nanoseconds.
struct Durations : Histogram<durationBounds.size()> {
    Durations()
        : Histogram(durationBounds)
    {
    }
};
/// Of numbers of things.
struct Sizes : Histogram<sizeBounds.size()> {
    Sizes()
        : Histogram(sizeBounds)
    {
    }
};

} // namespace kith::server
