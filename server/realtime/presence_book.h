#pragma once
#include "core/base/clock.h"
#include "core/domain/rows.h"
#include "server/bus/bus.h"

#include <QHash>
#include <mutex>

namespace kith::server {

/// Who is online on this node: a user with at least one active session. Going offline is told only after a
/// while, so that a reconnect does not blink. Thread-safe.
class PresenceBook {
public:
    static constexpr qint64 offlineAfterMs = 10'000;

    PresenceBook(const Clock &clock, Bus &bus)
        : m_clock(clock)
        , m_bus(bus)
    {
    }
    void sessionActive(const UserId &user);
    void sessionInactive(const UserId &user);
    /// Lays what this node knows over what the database knows.
    void fill(std::vector<Presence> &presence) const;
    /// Tells of those who have been gone long enough; call about once a second.
    void tick();

private:
    struct Entry {
        int active = 0;
        qint64 goneAtMs = 0; // steady; with active == 0: still shown online until it is told
        qint64 goneWallMs = 0;
    };
    void tell(const UserId &user, bool online, qint64 lastMs);

    const Clock &m_clock;
    Bus &m_bus;
    mutable std::mutex m_mutex;
    QHash<UserId, Entry> m_users; // online, or just gone
    int m_leaving = 0;
};

} // namespace kith::server
