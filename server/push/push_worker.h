#pragma once
#include "server/push/push.h"
#include "server/realtime/device_book.h"
#include "server/storage/read_pool.h"
#include "server/storage/write_queue.h"

#include <QThread>
#include <QTimer>

namespace kith {
class Clock;
}

namespace kith::server {

struct PushOptions {
    bool withContent = false; // names and the first line of texts travel with the push
    int lookMs = 500;         // how often the database is asked for due work
    int atOnce = 100;         // notes under way
    /// A connected device hears of a message by itself, unless its connection is dead and nobody knows yet.
    qint64 connectedRetryMs = 10'000;
    qint64 connectedMs = 75'000; // longer than it takes to find that out
};

/// Wakes devices that are not connected: looks for due work, claims it, hands notes to the provider, stores
/// what came of them. Has a thread of its own from start() to stop(). What it was doing when the process died
/// is done again: a notification may come twice, none is lost.
class PushWorker {
public:
    struct Borders { // all outlive the worker
        WriteQueue &writes;
        ReadPool &reads;
        const DeviceBook &devices;
        const Clock &clock;
    };
    /// `make` is called on the worker's thread.
    using Make = std::function<std::unique_ptr<Push>()>;
    PushWorker(Borders borders, PushOptions options, Make make);
    ~PushWorker();

    void start();
    /// Takes up nothing more; notes under way are left to the next start. Any thread but the worker's.
    void stop();

private:
    class Desk;
    QThread m_thread;
    std::unique_ptr<Desk> m_desk; // lives on m_thread
    bool m_running = false;
};

} // namespace kith::server
