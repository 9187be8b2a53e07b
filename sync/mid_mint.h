#pragma once
#include "core/base/clock.h"
#include "core/base/ids.h"

namespace kith {

/// Makes the ids of messages and chats on the caller's side, in server time: a machine whose clock is years
/// off still mints ids that the server takes. Thread: the owner's.
class MidMint {
public:
    /// `offsetMs`: server minus this machine; 0 until it is known. Both references outlive the mint.
    MidMint(const Clock &clock, Random &random, qint64 offsetMs = 0)
        : m_clock(clock)
        , m_random(random)
        , m_offsetMs(offsetMs)
    {
    }
    /// Connection::clockSkewMs is this machine minus the server: pass its negative.
    void setOffset(qint64 offsetMs) { m_offsetMs = offsetMs; }

    Mid mid() { return Mid::mint(nowMs(), m_random); }
    ChatId chat() { return ChatId::mint(nowMs(), m_random); }

private:
    qint64 nowMs() const { return m_clock.wallMs() + m_offsetMs; }

    const Clock &m_clock;
    Random &m_random;
    qint64 m_offsetMs;
};

} // namespace kith
