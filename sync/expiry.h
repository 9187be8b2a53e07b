#pragma once
#include "sync/engine_core.h"

namespace kith {

/// Messages whose timer is over go from this device on time, with or without a connection. The server's
/// tombstones come when they come.
class Expiry {
public:
    explicit Expiry(EngineCore &core)
        : m_core(core)
    {
    }
    /// What a wrong clock took away too early is asked for again.
    void connected();
    void advance();
    qint64 nextDue();

private:
    EngineCore &m_core;
    quint64 m_lookedAt = ~quint64(0); // commit
    qint64 m_nextMs = 0;              // server's clock; 0 = none
};

} // namespace kith
