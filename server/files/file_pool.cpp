#include "server/files/file_pool.h"

#include <limits>

namespace kith::server {

FilePool::FilePool(int threads, size_t waiting)
    : m_most(waiting)
{
    for (int i = 0; i < threads + 1; ++i) m_lanes.push_back(std::make_unique<Lane>());
    for (auto &lane : m_lanes) lane->thread = std::thread([raw = lane.get()] { serve(*raw); });
}

FilePool::~FilePool() { stop(); }

bool FilePool::run(size_t strand, Job job) { return add(laneOf(strand), std::move(job), m_most); }

bool FilePool::runAnyway(size_t strand, Job job)
{
    return add(laneOf(strand), std::move(job), std::numeric_limits<size_t>::max());
}

bool FilePool::runApart(Job job) { return add(m_lanes.size() - 1, std::move(job), m_most); }

bool FilePool::add(size_t number, Job job, size_t most)
{
    Lane &lane = *m_lanes[number];
    {
        const std::lock_guard lock(lane.mutex);
        if (lane.stopping || lane.jobs.size() >= most) return false;
        lane.jobs.push_back(std::move(job));
    }
    lane.wake.notify_one();
    return true;
}

void FilePool::serve(Lane &lane)
{
    for (;;) {
        Job job;
        {
            std::unique_lock lock(lane.mutex);
            lane.wake.wait(lock, [&] { return lane.stopping || !lane.jobs.empty(); });
            if (lane.jobs.empty()) return;
            job = std::move(lane.jobs.front());
            lane.jobs.pop_front();
        }
        job();
    }
}

void FilePool::stop()
{
    for (auto &lane : m_lanes) {
        {
            const std::lock_guard lock(lane->mutex);
            lane->stopping = true;
        }
        lane->wake.notify_one();
    }
    for (auto &lane : m_lanes)
        if (lane->thread.joinable()) lane->thread.join();
}

} // namespace kith::server
