#pragma once
#include "server/storage/repository.h"

#include <functional>

namespace kith::server {

/// Something that must reach connected devices of some users, on whatever node they are. At most once: losing
/// a message is legal, the devices repair it (R3, R7).
struct BusMessage {
    std::shared_ptr<const std::vector<UserId>> audience;
    std::shared_ptr<const QByteArray> bytes; // the encoded push frame, the same for all
    ChatId chat;                             // null for user-state events
    UserId author;
    Rev rev;
    Rx rx;
    int members = 0;
    enum class Kind : quint8 {
        Event,
        Receipt,
        UserState,
        Typing,
        Presence,
        EndDevice,
        Parted // the audience no longer watches the author
    } kind = Kind::Event;
    DeviceId device; // EndDevice
};

/// Between the nodes of one installation. Memory here, NATS when there are several nodes.
/// Thread: publish from any; a subscriber is called on the thread that subscribed, in publish order per
/// publisher.
class Bus {
public:
    virtual ~Bus() = default;
    virtual void publish(std::vector<BusMessage> messages) = 0;
    using Heard = std::function<void(const std::vector<BusMessage> &)>;
    /// Everything published from now on, until the returned handle is destroyed (on the same thread).
    virtual std::shared_ptr<void> subscribe(Heard heard) = 0;
};

} // namespace kith::server
