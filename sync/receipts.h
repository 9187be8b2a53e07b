#pragma once
#include "sync/engine_core.h"

namespace kith {

/// R12 on the wire: wanted watermarks are told until the server has confirmed them, at most once a second.
class Receipts {
public:
    explicit Receipts(EngineCore &core)
        : m_core(core)
    {
    }
    void changed() { m_look = true; }
    void connected();
    void advance();
    qint64 nextDue() const;
    void forget();
    bool idle() const { return !m_look && !m_asked; }

private:
    EngineCore &m_core;
    bool m_look = true, m_asked = false;
    qint64 m_notBefore = 0;
    // Told on this connection: a server that keeps a lower value of its own is not asked again and again.
    QHash<ChatId, std::pair<qint64, qint64>> m_told;
};

} // namespace kith
