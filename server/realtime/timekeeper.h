#pragma once
#include "server/realtime/publisher.h"
#include "server/storage/read_pool.h"
#include "server/storage/write_queue.h"

#include <atomic>

namespace kith {
class Clock;
}

namespace kith::server {

/// Sees to it that what is due happens: expired messages, scheduled ones. What was missed while the server
/// was down is done at its start. Outlives the read and the write threads.
class Timekeeper {
public:
    struct Parts { // all outlive it, or have ended before
        WriteQueue &writes;
        ReadPool &reads;
        Publisher &publisher;
        const Clock &clock;
    };
    explicit Timekeeper(Parts parts)
        : m_parts(parts)
    {
    }
    /// Any thread, as often as one likes; returns at once.
    void look();

private:
    void round();

    const Parts m_parts;
    std::atomic<bool> m_busy = false;
};

} // namespace kith::server
