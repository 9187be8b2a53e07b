#pragma once
#include "core/wire/frames.h"
#include "server/metrics/counters.h"

#include <map>
#include <mutex>
#include <string>

namespace kith::server {

inline constexpr size_t operations = std::variant_size_v<wire::ClientFrame>;
inline constexpr size_t errorCodes = size_t(wire::Code::Unknown) + 1;

/// The name of a frame of the protocol, by its place in wire::ClientFrame.
const char *operationName(size_t index);

/// What the sessions of one I/O thread do. Written by that thread.
struct SessionCounts {
    std::array<Count, errorCodes> errors;
    Count pushes;              // frames nobody asked for
    Count slow;                // sessions that did not read
    std::array<Count, 6> byes; // by wire::ByeCode
};

/// Answered HTTP requests. The paths are those of the router, so there are few.
class HttpCounts {
public:
    void record(const QByteArray &path, int status, qint64 ns);

    struct Path {
        std::map<int, Count> byStatus;
        Durations durations;
    };
    template <class F> void each(F &&f) const
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &[path, one] : m_paths) f(path, one);
    }

private:
    mutable std::mutex m_mutex;
    std::map<std::string, Path> m_paths;
};

/// What one I/O thread counts beside its sessions.
struct IoCounts {
    std::array<Durations, operations> requests; // from the frame's arrival to its answer
    Count connections;                          // taken, ever
    Count refused;                              // because there were too many
    Count tlsFailed;                            // ended before their handshake was done
    Count bytesIn, bytesOut;                    // of WebSocket frames, without their headers
    HttpCounts http;
};

} // namespace kith::server
