#pragma once
#include "server/metrics/storage_counts.h"
#include "server/storage/repository.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace kith::server {

/// The one writer thread. Takes everything that waits into one transaction, so that the price of a durable
/// commit is shared by all who wrote meanwhile, and tells each caller after it.
class WriteQueue {
public:
    struct Options {
        size_t waiting = 10'000; // items; more are not taken
        size_t batch = 256;      // items of one transaction
        /// Housekeeping (Published, TouchPresence) never causes a commit of its own before this.
        int lazyMs = 1'000;
        /// Called once after the callbacks of each batch: the place to wake other threads once, not per item.
        std::function<void()> afterBatch;
    };
    using Callback = std::function<void(WriteResult &&)>;

    WriteQueue(std::unique_ptr<Repository> repository, Options options);
    /// As stop().
    ~WriteQueue();

    /// Any thread. False: the queue is full or stopped, nothing will happen: answer `busy`. Otherwise `done`
    /// (may be empty) is called once, on the writer thread, after the commit, in the order of submission.
    [[nodiscard]] bool submit(Write item, Callback done);
    size_t waiting() const;
    const WriteCounts &counts() const { return m_counts; }

    /// Takes no more, commits what waits, calls every callback, ends the thread. Not from a callback.
    void stop();

private:
    struct Item {
        Write write;
        Callback done;
    };
    void run();
    std::vector<Item> take(); // blocks; empty = stopped and nothing left

    std::unique_ptr<Repository> m_repository;
    const Options m_options;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Item> m_items; // in order
    size_t m_urgent = 0;       // of them, not lazy
    bool m_stopping = false;
    WriteCounts m_counts;
    std::thread m_thread;
};

} // namespace kith::server
