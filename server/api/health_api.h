#pragma once
#include "server/api/router.h"
#include "server/storage/write_queue.h"

#include <atomic>

namespace kith::server {

/// GET /v1/health: does this server work? GET /v1/ready: should clients be sent here? The second says no from
/// the moment the server is asked to stop. Thread-safe.
class HealthApi {
public:
    /// `dataDir`: the folder of the database, whose disk must have room.
    HealthApi(WriteQueue &writes, QString dataDir)
        : m_writes(writes)
        , m_dataDir(std::move(dataDir))
    {
    }
    void addRoutes(Router &router);
    void setDraining() { m_draining = true; }
    bool draining() const { return m_draining; }

private:
    void probe(Respond respond);

    WriteQueue &m_writes;
    const QString m_dataDir;
    std::atomic<bool> m_draining{false};
};

} // namespace kith::server
