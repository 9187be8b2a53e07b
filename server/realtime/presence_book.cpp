#include "server/realtime/presence_book.h"

#include "core/wire/codec.h"

namespace kith::server {

void PresenceBook::tell(const UserId &user, bool online, qint64 lastMs)
{
    BusMessage message;
    message.kind = BusMessage::Kind::Presence;
    message.author = user; // the audience is whoever watches this user
    wire::PresIn pres;
    pres.presence = {user, online, lastMs};
    message.bytes = std::make_shared<const QByteArray>(wire::encode(wire::Reply{0, pres}));
    std::vector<BusMessage> messages;
    messages.push_back(std::move(message));
    m_bus.publish(std::move(messages));
}

void PresenceBook::sessionActive(const UserId &user)
{
    const std::lock_guard lock(m_mutex);
    const bool known = m_users.contains(user);
    Entry &entry = m_users[user];
    if (known && entry.active == 0) --m_leaving;
    ++entry.active;
    if (!known) tell(user, true, m_clock.wallMs());
}

void PresenceBook::sessionInactive(const UserId &user)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_users.find(user);
    if (found == m_users.end() || found->active == 0) return;
    if (--found->active > 0) return;
    found->goneAtMs = m_clock.steadyMs();
    found->goneWallMs = m_clock.wallMs();
    ++m_leaving;
}

void PresenceBook::fill(std::vector<Presence> &presence) const
{
    const std::lock_guard lock(m_mutex);
    for (Presence &one : presence) one.online = m_users.contains(one.user);
}

void PresenceBook::tick()
{
    const std::lock_guard lock(m_mutex);
    if (m_leaving == 0) return;
    const qint64 now = m_clock.steadyMs();
    for (auto it = m_users.begin(); it != m_users.end();) {
        if (it->active > 0 || now - it->goneAtMs < offlineAfterMs) {
            ++it;
            continue;
        }
        tell(it.key(), false, it->goneWallMs);
        --m_leaving;
        it = m_users.erase(it);
    }
}

} // namespace kith::server
