#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace kith::server {

/// The threads that wait for the disk, so that no I/O thread has to. Jobs with the same strand run one after
/// the other in order, on one thread; so what a strand owns needs no lock. One more thread is for work that
/// takes long and that nobody waits for.
class FilePool {
public:
    using Job = std::function<void()>;
    explicit FilePool(int threads, size_t waiting = 4'096);
    /// As stop().
    ~FilePool();

    /// Any thread. False: too much waits, or it has stopped; nothing will happen.
    [[nodiscard]] bool run(size_t strand, Job job);
    /// As run(), for what must not be lost while the pool lives: beyond the bound as well.
    bool runAnyway(size_t strand, Job job);
    /// On the thread apart.
    [[nodiscard]] bool runApart(Job job);
    /// Takes no more, runs what waits, ends the threads. Not from a job.
    void stop();

private:
    struct Lane {
        std::mutex mutex;
        std::condition_variable wake;
        std::deque<Job> jobs;
        bool stopping = false;
        std::thread thread;
    };
    size_t laneOf(size_t strand) const { return strand % (m_lanes.size() - 1); }
    bool add(size_t lane, Job job, size_t most);
    static void serve(Lane &lane);

    const size_t m_most;
    std::vector<std::unique_ptr<Lane>> m_lanes;
};

} // namespace kith::server
