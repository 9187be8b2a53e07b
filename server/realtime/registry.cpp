#include "server/realtime/registry.h"

namespace kith::server {

void Registry::add(Session &session)
{
    Session *&first = m_first[session.caller().user];
    session.nextOfUser = first;
    first = &session;
}

void Registry::remove(Session &session)
{
    unwatch(session);
    const auto found = m_first.find(session.caller().user);
    if (found == m_first.end()) return;
    Session **link = &found.value();
    while (*link && *link != &session) link = &(*link)->nextOfUser;
    if (*link) *link = session.nextOfUser;
    session.nextOfUser = nullptr;
    if (!found.value()) m_first.erase(found);
}

void Registry::unwatch(Session &session)
{
    for (const UserId &user : m_watching.take(&session)) {
        const auto watchers = m_watchers.find(user);
        if (watchers == m_watchers.end()) continue;
        std::erase(*watchers, &session);
        if (watchers->empty()) m_watchers.erase(watchers);
    }
}

void Registry::part(const UserId &watcher, const UserId &watched)
{
    for (Session *session = m_first.value(watcher); session; session = session->nextOfUser) {
        const auto watching = m_watching.find(session);
        if (watching == m_watching.end() || std::erase(*watching, watched) == 0) continue;
        const auto watchers = m_watchers.find(watched);
        if (watchers == m_watchers.end()) continue;
        std::erase(*watchers, session);
        if (watchers->empty()) m_watchers.erase(watchers);
    }
}

void Registry::watch(Session &session, const std::vector<UserId> &users)
{
    unwatch(session);
    if (users.empty()) return;
    for (const UserId &user : users) m_watchers[user].push_back(&session);
    m_watching.insert(&session, users);
}

void Registry::toUser(const UserId &user, const BusMessage &message, QByteArray &poke)
{
    // Hearing may close a session, but never deletes it: that comes with its socket's end.
    for (Session *session = m_first.value(user); session; session = session->nextOfUser)
        session->heard(message, poke);
}

void Registry::deliver(const std::vector<BusMessage> &messages)
{
    for (const BusMessage &message : messages) {
        QByteArray poke;
        if (message.kind == BusMessage::Kind::Presence) {
            for (Session *session : m_watchers.value(message.author)) session->heard(message, poke);
        } else if (message.kind == BusMessage::Kind::Parted) {
            for (const UserId &watcher : *message.audience) part(watcher, message.author);
        } else if (message.audience) {
            for (const UserId &user : *message.audience) toUser(user, message, poke);
        } else if (message.kind == BusMessage::Kind::EndDevice) { // rare: whoever it is
            for (auto it = m_first.cbegin(); it != m_first.cend(); ++it) toUser(it.key(), message, poke);
        }
    }
}

} // namespace kith::server
