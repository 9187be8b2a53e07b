#include "server/storage/write_queue.h"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace kith::server {
namespace {

bool isLazy(const Write &write)
{
    return std::holds_alternative<Published>(write) || std::holds_alternative<TouchPresence>(write);
}

/// Nothing of the batch was stored: every answer is the same error of the disk.
bool isFailure(const std::vector<WriteResult> &results)
{
    return std::all_of(results.begin(), results.end(), [](const WriteResult &result) {
        const auto *error = std::get_if<Error>(&result);
        return error && error->code != Errc::Refused && error->code != Errc::NotFound;
    });
}

} // namespace

WriteQueue::WriteQueue(std::unique_ptr<Repository> repository, Options options)
    : m_repository(std::move(repository))
    , m_options(std::move(options))
    , m_thread([this] { run(); })
{
}

WriteQueue::~WriteQueue() { stop(); }

bool WriteQueue::submit(Write item, Callback done)
{
    const bool lazy = isLazy(item);
    const std::lock_guard lock(m_mutex);
    if (m_stopping || m_items.size() >= m_options.waiting) return false;
    m_items.push_back({std::move(item), std::move(done)});
    // A lazy first item wakes the writer too: it starts the wait that ends with its commit.
    const bool wake = lazy ? m_items.size() == 1 : m_urgent == 0;
    m_urgent += lazy ? 0 : 1;
    if (wake) m_wake.notify_one();
    return true;
}

size_t WriteQueue::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_items.size();
}

void WriteQueue::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable()) m_thread.join();
}

std::vector<WriteQueue::Item> WriteQueue::take()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_stopping || !m_items.empty(); });
    if (m_urgent == 0 && !m_stopping)
        m_wake.wait_for(lock, std::chrono::milliseconds(m_options.lazyMs),
                        [this] { return m_stopping || m_urgent > 0; });
    std::vector<Item> batch;
    if (m_items.size() <= m_options.batch) {
        batch.swap(m_items);
        m_urgent = 0;
        return batch;
    }
    const auto end = m_items.begin() + std::ptrdiff_t(m_options.batch);
    batch.assign(std::make_move_iterator(m_items.begin()), std::make_move_iterator(end));
    m_items.erase(m_items.begin(), end);
    for (const Item &item : batch) m_urgent -= isLazy(item.write) ? 0 : 1;
    return batch;
}

void WriteQueue::run()
{
    std::vector<Write> writes;
    for (;;) {
        std::vector<Item> batch = take();
        if (batch.empty()) return;
        writes.clear();
        for (Item &item : batch) writes.push_back(std::move(item.write));
        const qint64 began = steadyNs();
        std::vector<WriteResult> results = m_repository->commit(writes);
        m_counts.commits.record(steadyNs() - began);
        m_counts.batches.record(qint64(batch.size()));
        if (isFailure(results)) m_counts.failed.add();
        Q_ASSERT(results.size() == batch.size());
        for (const WriteResult &result : results)
            if (const auto *outcome = std::get_if<Outcome>(&result))
                m_counts.pushesDropped.add(quint64(outcome->pushesDropped));
        for (size_t i = 0; i < batch.size(); ++i)
            if (batch[i].done) batch[i].done(std::move(results[i]));
        if (m_options.afterBatch) m_options.afterBatch();
    }
}

} // namespace kith::server
