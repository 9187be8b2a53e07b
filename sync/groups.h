#pragma once
#include "core/domain/group.h"
#include "sync/engine_core.h"

namespace kith {

/// Questions about groups that are asked at once or not at all: pages of members, invites, the log.
class Groups {
public:
    explicit Groups(EngineCore &core)
        : m_core(core)
    {
    }
    void ask(quint64 query, const GroupWish &wish);
    void forget(); // the connection ended: nothing under way will be answered

private:
    EngineCore &m_core;
    QSet<quint64> m_queries; // under way
};

} // namespace kith
