#include "server/bus/memory_bus.h"

#include "server/realtime/mailbox.h"

#include <algorithm>

namespace kith::server {

struct MemoryBus::Subscriber {
    explicit Subscriber(Heard heard)
        : box([heard = std::move(heard)](std::vector<BusMessage> &batch) { heard(batch); })
    {
    }
    Mailbox<BusMessage> box;
};

struct MemoryBus::Subscribers {
    std::mutex mutex;
    std::vector<Subscriber *> list;
};

std::shared_ptr<MemoryBus::Subscribers> MemoryBus::makeSubscribers()
{
    return std::make_shared<Subscribers>();
}

void MemoryBus::publish(std::vector<BusMessage> messages)
{
    const std::lock_guard lock(m_subscribers->mutex); // also what keeps the publish order
    if (m_subscribers->list.empty()) return;
    for (BusMessage &message : messages) {
        for (size_t i = 0; i + 1 < m_subscribers->list.size(); ++i) m_subscribers->list[i]->box.post(message);
        m_subscribers->list.back()->box.post(std::move(message));
    }
}

std::shared_ptr<void> MemoryBus::subscribe(Heard heard)
{
    auto *subscriber = new Subscriber(std::move(heard));
    {
        const std::lock_guard lock(m_subscribers->mutex);
        m_subscribers->list.push_back(subscriber);
    }
    return std::shared_ptr<void>(subscriber, [all = m_subscribers](void *gone) {
        auto *mine = static_cast<Subscriber *>(gone);
        {
            const std::lock_guard lock(all->mutex);
            std::erase(all->list, mine);
        }
        delete mine;
    });
}

} // namespace kith::server
