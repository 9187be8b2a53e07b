#pragma once
#include <QByteArray>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kith::server {

/// Argon2id (libsodium) in threads of its own, because one check costs tens of milliseconds and tens of
/// megabytes. Low is for tests and benches only. `done` is called on a pool thread.
class PasswordPool {
public:
    enum class Cost : quint8 { Normal, Low };
    explicit PasswordPool(Cost cost, int threads = 1, int queueMax = 64);
    /// As stop().
    ~PasswordPool();
    /// Forgets what waits and ends the threads. Not from a job.
    void stop();

    /// False: too many are waiting, `done` will not be called. An empty hash means that there was no memory
    /// for it.
    [[nodiscard]] bool hash(QByteArray password, std::function<void(QByteArray)> done);
    /// An empty `hash` (no such login) takes as long as a wrong password and is never right.
    [[nodiscard]] bool verify(QByteArray hash, QByteArray password, std::function<void(bool)> done);

    size_t waiting() const;

private:
    using Job = std::function<void()>;
    bool enqueue(Job job);
    void run();
    QByteArray hashNow(const QByteArray &password) const;

    const Cost m_cost;
    const size_t m_queueMax;
    mutable std::mutex m_mutex;
    std::condition_variable m_ready;
    std::deque<Job> m_jobs;
    bool m_stop = false;
    std::once_flag m_dummyOnce;
    QByteArray m_dummy;
    std::vector<std::thread> m_threads;
};

} // namespace kith::server
