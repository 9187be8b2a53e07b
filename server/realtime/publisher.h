#pragma once
#include "server/bus/bus.h"

#include <functional>
#include <mutex>

namespace kith::server {

/// Turns what a commit made into bus messages: each push frame is encoded once, whoever hears it.
/// Called on the writer thread, in commit order.
class Publisher {
public:
    explicit Publisher(Bus &bus)
        : m_bus(bus)
    {
    }
    void publish(std::vector<Event> &&events, const std::vector<DeviceEnded> &ended);
    /// They no longer hear of each other.
    void part(const std::vector<std::pair<UserId, UserId>> &pairs);
    /// What was published since the last call, for the Published write that deletes the relay rows.
    std::vector<qint64> takePublished();

private:
    Bus &m_bus;
    std::mutex m_mutex;
    std::vector<qint64> m_published;
};

} // namespace kith::server
