#include "server/storage/read_pool.h"

namespace kith::server {

ReadPool::ReadPool(std::vector<std::unique_ptr<Repository>> repositories, size_t waiting)
    : m_repositories(std::move(repositories))
    , m_limit(waiting)
{
    for (const auto &repository : m_repositories) {
        m_counts.push_back(std::make_unique<ReadCounts>());
        m_threads.emplace_back(
            [this, &repository, counts = m_counts.back().get()] { serve(*repository, *counts); });
    }
}

ReadPool::~ReadPool() { stop(); }

bool ReadPool::run(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_jobs.size() >= m_limit) return false;
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
    return true;
}

bool ReadPool::read(Caller caller, wire::ClientFrame frame, qint64 nowMs, Answer done)
{
    return run([caller, frame = std::move(frame), nowMs, done = std::move(done)](Repository &repository) {
        done(repository.read(caller, frame, nowMs));
    });
}

void ReadPool::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        if (thread.joinable()) thread.join();
}

size_t ReadPool::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_jobs.size();
}

std::vector<const ReadCounts *> ReadPool::counts() const
{
    std::vector<const ReadCounts *> all;
    for (const auto &one : m_counts) all.push_back(one.get());
    return all;
}

void ReadPool::serve(Repository &repository, ReadCounts &counts)
{
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
            if (m_jobs.empty()) return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        const qint64 began = steadyNs();
        job(repository);
        counts.jobs.record(steadyNs() - began);
    }
}

} // namespace kith::server
