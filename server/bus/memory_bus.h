#pragma once
#include "server/bus/bus.h"

#include <mutex>

namespace kith::server {

/// The bus of a single node: hands messages to subscribers in this process. A subscriber's thread needs a Qt
/// event loop.
class MemoryBus final : public Bus {
public:
    void publish(std::vector<BusMessage> messages) override;
    std::shared_ptr<void> subscribe(Heard heard) override;

private:
    struct Subscriber;
    struct Subscribers;
    std::shared_ptr<Subscribers> m_subscribers = makeSubscribers();
    static std::shared_ptr<Subscribers> makeSubscribers();
};

} // namespace kith::server
