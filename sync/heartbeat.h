#pragma once
#include "core/base/limits.h"
#include "sync/engine_core.h"

#include <algorithm>

namespace kith {

/// Knows when to ask whether the other end is still there, and notices that the machine slept.
class Heartbeat {
public:
    enum class Due : quint8 { Nothing, Ping, DigestPing, Dead };

    void connected(qint64 now, int everyMs)
    {
        m_everyMs = std::clamp(everyMs, 1'000, limits::serverSilenceMs - limits::pongWaitMs);
        m_nextPing = now + m_everyMs;
        m_nextDigest = now + limits::digestPingMs;
        m_pongBy = kNever;
    }
    void forget() { m_nextPing = m_nextDigest = m_pongBy = kNever; }
    void pong() { m_pongBy = kNever; }

    Due due(qint64 now)
    {
        if (now >= m_pongBy) return Due::Dead;
        if (m_pongBy != kNever || now < std::min(m_nextPing, m_nextDigest)) return Due::Nothing;
        const bool digest = now >= m_nextDigest;
        if (digest) m_nextDigest = now + limits::digestPingMs;
        m_nextPing = now + m_everyMs;
        m_pongBy = now + (m_hurry ? limits::wakePongWaitMs : limits::pongWaitMs);
        m_hurry = false;
        return digest ? Due::DigestPing : Due::Ping;
    }
    /// Nothing else is due while an answer is awaited: whoever asks in between would ask again and again.
    qint64 nextDue() const { return m_pongBy != kNever ? m_pongBy : std::min(m_nextPing, m_nextDigest); }

    /// True if this look comes so late that the machine must have slept. Both clocks are asked: some systems
    /// stop the steady one while asleep.
    bool slept(qint64 steady, qint64 wall)
    {
        const bool late = m_steady >= 0 && (steady - m_steady > limits::tickMs + limits::lateTickMs ||
                                            wall - m_wall > limits::tickMs + limits::lateTickMs);
        m_steady = steady;
        m_wall = wall;
        return late;
    }
    qint64 nextTick() const { return m_steady + limits::tickMs; }
    void hurry(qint64 now) // ask at once, with little patience
    {
        if (m_nextPing == kNever) return;
        m_nextPing = now;
        m_pongBy = kNever;
        m_hurry = true;
    }

private:
    int m_everyMs = limits::pingMs;
    qint64 m_nextPing = kNever, m_nextDigest = kNever, m_pongBy = kNever;
    qint64 m_steady = -1, m_wall = 0;
    bool m_hurry = false;
};

} // namespace kith
