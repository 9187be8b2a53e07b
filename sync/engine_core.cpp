#include "sync/engine_core.h"

#include "core/base/limits.h"

#include <algorithm>

namespace kith {

void EngineCore::request(wire::ClientFrame frame, Answered answered)
{
    const qint64 id = nextId++;
    pending.insert(id, {now() + limits::requestWaitMs, std::move(answered)});
    transport.send(wire::encode(wire::Request{id, std::move(frame)}));
}

void EngineCore::tell(wire::ClientFrame frame)
{
    transport.send(wire::encode(wire::Request{0, std::move(frame)}));
}

void EngineCore::forgetConnection()
{
    connected = false;
    nextId = 1;
    pending.clear();
}

qint64 EngineCore::earliestDeadline() const
{
    qint64 due = kNever;
    for (const Pending &p : pending) due = std::min(due, p.deadlineMs);
    return due;
}

void EngineCore::finish(Batch &batch)
{
    for (const auto &then : batch.after) then();
    if (!batch.changes.isEmpty()) Q_EMIT feed.changed(batch.changes);
}

} // namespace kith
