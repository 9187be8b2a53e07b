#pragma once
#include "server/metrics/storage_counts.h"
#include "server/storage/repository.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace kith::server {

/// A few reader threads, each with a repository of its own, so that a long catch-up does not hold up the rest
/// and nothing that reads ever waits for the writer.
class ReadPool {
public:
    using Job = std::function<void(Repository &)>;
    using Answer = std::function<void(wire::ServerFrame &&)>;

    /// One thread for each of `repositories` (1 or 2 is right for SQLite); at most `waiting` jobs wait.
    explicit ReadPool(std::vector<std::unique_ptr<Repository>> repositories, size_t waiting = 10'000);
    /// As stop().
    ~ReadPool();

    /// Any thread. `job` is called on a reader thread; with several threads jobs may overtake each other.
    /// False: full or stopped, nothing will happen: answer `busy`.
    [[nodiscard]] bool run(Job job);
    /// Repository::read() on a reader thread; `done` is called there.
    [[nodiscard]] bool read(Caller caller, wire::ClientFrame frame, qint64 nowMs, Answer done);

    /// Takes no more, runs what waits, ends the threads. Not from a job.
    void stop();
    size_t waiting() const;
    /// One for each thread.
    std::vector<const ReadCounts *> counts() const;

private:
    void serve(Repository &repository, ReadCounts &counts);

    std::vector<std::unique_ptr<Repository>> m_repositories;
    const size_t m_limit;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_stopping = false;
    std::vector<std::unique_ptr<ReadCounts>> m_counts;
    std::vector<std::thread> m_threads;
};

} // namespace kith::server
