#include "server/realtime/publisher.h"

#include "core/wire/codec.h"

namespace kith::server {

void Publisher::publish(std::vector<Event> &&events, const std::vector<DeviceEnded> &ended)
{
    std::vector<BusMessage> messages;
    messages.reserve(events.size() + ended.size());
    std::vector<qint64> relayed;
    for (Event &event : events) {
        BusMessage message;
        if (std::holds_alternative<wire::RxEv>(event.frame))
            message.kind = BusMessage::Kind::Receipt;
        else if (std::holds_alternative<wire::Uev>(event.frame))
            message.kind = BusMessage::Kind::UserState;
        message.audience = std::move(event.audience);
        message.chat = event.chat;
        message.author = event.author;
        message.rev = event.rev;
        message.rx = event.rx;
        message.members = event.members;
        if (!std::holds_alternative<wire::Poke>(event.frame)) // each session has its own pace of those
            message.bytes = std::make_shared<const QByteArray>(wire::encode(wire::Reply{0, event.frame}));
        if (event.relayId) relayed.push_back(event.relayId);
        messages.push_back(std::move(message));
    }
    for (const DeviceEnded &one : ended) {
        BusMessage message;
        message.kind = BusMessage::Kind::EndDevice;
        message.device = one.device;
        messages.push_back(std::move(message));
    }
    if (!messages.empty()) m_bus.publish(std::move(messages));
    if (relayed.empty()) return;
    const std::lock_guard lock(m_mutex);
    m_published.insert(m_published.end(), relayed.begin(), relayed.end());
}

void Publisher::part(const std::vector<std::pair<UserId, UserId>> &pairs)
{
    std::vector<BusMessage> messages;
    for (const auto &[a, b] : pairs)
        for (const auto &[author, watcher] : {std::pair{a, b}, std::pair{b, a}}) {
            BusMessage message;
            message.kind = BusMessage::Kind::Parted;
            message.author = author;
            message.audience = std::make_shared<const std::vector<UserId>>(1, watcher);
            messages.push_back(std::move(message));
        }
    if (!messages.empty()) m_bus.publish(std::move(messages));
}

std::vector<qint64> Publisher::takePublished()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_published, {});
}

} // namespace kith::server
