#pragma once
#include "core/base/ids.h"

#include <QHash>
#include <mutex>

namespace kith::server {

/// Which devices have a session on this node. Thread-safe.
class DeviceBook {
public:
    void connected(const DeviceId &device)
    {
        const std::lock_guard lock(m_mutex);
        ++m_sessions[device];
    }
    void disconnected(const DeviceId &device)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_sessions.find(device);
        if (found != m_sessions.end() && --found.value() <= 0) m_sessions.erase(found);
    }
    bool contains(const DeviceId &device) const
    {
        const std::lock_guard lock(m_mutex);
        return m_sessions.contains(device);
    }

private:
    mutable std::mutex m_mutex;
    QHash<DeviceId, int> m_sessions;
};

} // namespace kith::server
