#pragma once
#include <QHash>
#include <QHostAddress>
#include <mutex>
#include <utility>

namespace kith::server {

/// How many connections there may be, in all and of one address. Thread-safe.
class ConnectionLimits {
public:
    struct Options {
        int total = 50'000;
        int perAddress = 500;
        int perLoopback = 20'000; // everything behind a proxy on this machine
    };
    explicit ConnectionLimits(Options options)
        : m_options(options)
    {
    }

    /// A place that is given back when it is destroyed; false = none was free.
    class Place {
    public:
        Place() = default;
        Place(Place &&other) noexcept
            : m_limits(std::exchange(other.m_limits, nullptr))
            , m_key(other.m_key)
        {
        }
        Place &operator=(Place &&other) noexcept
        {
            std::swap(m_limits, other.m_limits);
            std::swap(m_key, other.m_key);
            return *this;
        }
        ~Place()
        {
            if (m_limits) m_limits->release(m_key);
        }
        explicit operator bool() const { return m_limits != nullptr; }

    private:
        friend class ConnectionLimits;
        ConnectionLimits *m_limits = nullptr;
        size_t m_key = 0;
    };

    Place take(const QHostAddress &address)
    {
        const size_t key = qHash(address);
        const std::lock_guard lock(m_mutex);
        const int most = address.isLoopback() ? m_options.perLoopback : m_options.perAddress;
        if (m_total >= m_options.total || m_open.value(key) >= most) return {};
        ++m_total;
        ++m_open[key];
        Place place;
        place.m_limits = this;
        place.m_key = key;
        return place;
    }

private:
    void release(size_t key)
    {
        const std::lock_guard lock(m_mutex);
        --m_total;
        const auto found = m_open.find(key);
        if (found != m_open.end() && --*found == 0) m_open.erase(found);
    }

    const Options m_options;
    std::mutex m_mutex;
    QHash<size_t, int> m_open;
    int m_total = 0;
};

} // namespace kith::server
