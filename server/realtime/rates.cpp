#include "server/realtime/rates.h"

#include <algorithm>

namespace kith::server {

namespace {

constexpr Rate rateOf(RateKind kind)
{
    switch (kind) {
    case RateKind::Send:
        return {600, 30};
    case RateKind::Change:
        return {300, 15};
    case RateKind::Receipt:
        return {300, 15};
    case RateKind::Sync:
        return {3000, 200};
    case RateKind::History:
        return {600, 30};
    case RateKind::Setting:
        return {300, 30};
    case RateKind::NewChat:
        return {1, 20}; // 20 at once, then one a minute: the hour sees about 60 at most
    case RateKind::Find:
        return {300, 15};
    case RateKind::Light:
        return {600, 60};
    case RateKind::Count:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace

qint64 Bucket::take(qint64 nowUs, const Rate &rate)
{
    const qint64 everyUs = 60'000'000 / rate.perMinute;
    const qint64 fullAt = std::max(m_fullAtUs, nowUs);
    const qint64 overUs = fullAt - nowUs - everyUs * (rate.burst - 1);
    if (overUs > 0) return (overUs + 999) / 1000;
    m_fullAtUs = fullAt + everyUs;
    return 0;
}

qint64 UserRates::take(RateKind kind, qint64 nowMs)
{
    const std::lock_guard lock(m_mutex);
    return m_buckets[size_t(kind)].take(nowMs * 1000, rateOf(kind));
}

qint64 KeyedRates::take(const QByteArray &key, qint64 nowMs)
{
    const qint64 nowUs = nowMs * 1000;
    const std::lock_guard lock(m_mutex);
    if (m_buckets.size() >= m_sweepAt) {
        m_buckets.removeIf([nowUs](const auto &entry) { return entry.value().full(nowUs); });
        m_sweepAt = std::max(sweepAt, m_buckets.size() * 2);
    }
    if (m_buckets.size() >= keysMax && !m_buckets.contains(key))
        return 1000; // under attack: slow, not unbounded
    return m_buckets[key].take(nowUs, m_rate);
}

std::shared_ptr<UserRates> UserRateBook::of(const UserId &user)
{
    const std::lock_guard lock(m_mutex);
    if (m_users.size() >= m_sweepAt) {
        m_users.removeIf([](const auto &entry) { return entry.value().expired(); });
        m_sweepAt = std::max<qsizetype>(1024, m_users.size() * 2);
    }
    auto &known = m_users[user];
    auto rates = known.lock();
    if (!rates) known = rates = std::make_shared<UserRates>();
    return rates;
}

} // namespace kith::server
