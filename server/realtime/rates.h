#pragma once
#include "core/base/ids.h"

#include <QHash>
#include <array>
#include <memory>
#include <mutex>

namespace kith::server {

/// How often something may happen: `perMinute` in the long run, `burst` at once.
struct Rate {
    int perMinute = 60;
    int burst = 1;
};

/// A token bucket in eight bytes: the time at which it will be full again.
class Bucket {
public:
    /// 0 = go ahead (one token is taken); else milliseconds until the next token (nothing is taken).
    qint64 take(qint64 nowUs, const Rate &rate);
    bool full(qint64 nowUs) const { return m_fullAtUs <= nowUs; }

private:
    qint64 m_fullAtUs = 0;
};

/// What a user may do on a connection (sync.md §3.4).
enum class RateKind : quint8 { Send, Change, Receipt, Sync, History, Setting, NewChat, Find, Light, Count };

/// The buckets of one user, shared by all their sessions. Thread-safe.
class UserRates {
public:
    qint64 take(RateKind kind, qint64 nowMs);

private:
    std::mutex m_mutex;
    std::array<Bucket, size_t(RateKind::Count)> m_buckets;
};

/// Buckets by any key (address, login, device), forgotten once they are full again. Thread-safe, bounded.
class KeyedRates {
public:
    explicit KeyedRates(Rate rate)
        : m_rate(rate)
    {
    }
    /// As Bucket::take.
    qint64 take(const QByteArray &key, qint64 nowMs);

private:
    static constexpr qsizetype sweepAt = 4096, keysMax = 100'000;
    const Rate m_rate;
    std::mutex m_mutex;
    QHash<QByteArray, Bucket> m_buckets;
    qsizetype m_sweepAt = sweepAt;
};

/// Finds the shared buckets of a user while any session of them lives. Thread-safe.
class UserRateBook {
public:
    std::shared_ptr<UserRates> of(const UserId &user);

private:
    std::mutex m_mutex;
    QHash<UserId, std::weak_ptr<UserRates>> m_users;
    qsizetype m_sweepAt = 1024;
};

} // namespace kith::server
