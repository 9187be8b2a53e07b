#pragma once
#include "core/base/result.h"

#include <QObject>
#include <memory>
#include <vector>

namespace kith::lab {

struct LoadPlan {
    quint16 port = 0;  // of a server on this machine
    int clients = 100; // made into pairs who write to each other
    double rate = 100; // messages a second, all together
    int seconds = 10;
};
struct LoadSecond {
    int second = 0;
    qint64 sent = 0, delivered = 0; // so far
    double p50 = 0, p99 = 0;        // of what was delivered in this second, ms
    double cpu = 0;                 // of the server in this second, in cores
};
struct LoadResult {
    LoadPlan plan;
    qint64 sent = 0, acknowledged = 0, delivered = 0, refused = 0,
           dropped = 0;                       // dropped: connections that ended
    double ackMs[5] = {}, deliveryMs[5] = {}; // p50, p90, p99, p99.9, most
    double seconds = 0, cpuSeconds = 0;
    std::vector<LoadSecond> course;
};
inline constexpr const char *loadPercentiles[5] = {"p50", "p90", "p99", "p99.9", "max"};

/// Connections that send at a fixed rate whatever the server does (an open loop: a slow server shows as
/// latency, not as less load) and measure from the moment a message was due. Accounts are made first. Thread:
/// main; runs the event loop.
class Load final : public QObject {
    Q_OBJECT
public:
    explicit Load(const LoadPlan &plan, QObject *parent = nullptr);
    ~Load() override;

    /// Registers and connects everybody. Unavailable: the server does not take them.
    Status prepare();
    /// `cpuSeconds` tells what the server has used so far; `each` hears of every second.
    LoadResult run(const std::function<double()> &cpuSeconds,
                   const std::function<void(const LoadSecond &)> &each);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace kith::lab
