#include "server/api/passwords.h"

#include <sodium.h>

namespace kith::server {

PasswordPool::PasswordPool(Cost cost, int threads, int queueMax)
    : m_cost(cost)
    , m_queueMax(size_t(queueMax))
{
    if (sodium_init() < 0) qFatal("libsodium cannot be initialised");
    for (int i = 0; i < threads; ++i) m_threads.emplace_back([this] { run(); });
}

PasswordPool::~PasswordPool() { stop(); }

void PasswordPool::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
        m_jobs.clear();
    }
    m_ready.notify_all();
    for (auto &thread : m_threads)
        if (thread.joinable()) thread.join();
}

bool PasswordPool::enqueue(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stop || m_jobs.size() >= m_queueMax) return false;
        m_jobs.push_back(std::move(job));
    }
    m_ready.notify_one();
    return true;
}

size_t PasswordPool::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_jobs.size();
}

void PasswordPool::run()
{
    // Before the first job, so that no login can be told from another by waiting for it.
    std::call_once(m_dummyOnce, [this] { m_dummy = hashNow(QByteArrayLiteral("no such login")); });
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_ready.wait(lock, [this] { return m_stop || !m_jobs.empty(); });
            if (m_stop) return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job();
    }
}

QByteArray PasswordPool::hashNow(const QByteArray &password) const
{
    const bool low = m_cost == Cost::Low;
    const size_t memory = low ? 8u << 20 : 64u << 20;
    const unsigned long long turns = low ? 1 : 2;
    char out[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str(out, password.constData(), size_t(password.size()), turns, memory) != 0) return {};
    return QByteArray(out);
}

bool PasswordPool::hash(QByteArray password, std::function<void(QByteArray)> done)
{
    return enqueue([this, password = std::move(password), done = std::move(done)]() mutable {
        QByteArray hash = hashNow(password);
        sodium_memzero(password.data(), size_t(password.size()));
        done(std::move(hash));
    });
}

bool PasswordPool::verify(QByteArray hash, QByteArray password, std::function<void(bool)> done)
{
    return enqueue([this, hash = std::move(hash), password = std::move(password),
                    done = std::move(done)]() mutable {
        const QByteArray &against = hash.isEmpty() ? m_dummy : hash;
        const bool same =
            crypto_pwhash_str_verify(against.constData(), password.constData(), size_t(password.size())) == 0;
        sodium_memzero(password.data(), size_t(password.size()));
        done(same && !hash.isEmpty());
    });
}

} // namespace kith::server
