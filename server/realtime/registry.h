#pragma once
#include "server/realtime/session.h"

#include <QHash>

namespace kith::server {

/// The sessions of one I/O thread by user, and who watches whose presence. Belongs to that thread.
class Registry {
public:
    void add(Session &session);
    void remove(Session &session);
    void watch(Session &session, const std::vector<UserId> &users);
    /// Gives each message to the sessions it concerns.
    void deliver(const std::vector<BusMessage> &messages);

private:
    void unwatch(Session &session);
    void part(const UserId &watcher, const UserId &watched);
    void toUser(const UserId &user, const BusMessage &message, QByteArray &poke);

    QHash<UserId, Session *> m_first; // chained by Session::nextOfUser
    QHash<UserId, std::vector<Session *>> m_watchers;
    QHash<Session *, std::vector<UserId>> m_watching;
};

} // namespace kith::server
