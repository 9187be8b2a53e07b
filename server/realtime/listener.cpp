#include "server/realtime/listener.h"

#include "core/base/log.h"

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace kith::server {

namespace {

constexpr qint64 reserve = 32, quietMs = 10'000;

} // namespace

Listener::Listener(std::function<void(qintptr)> taken)
    : m_taken(std::move(taken))
{
    setListenBacklogSize(1024); // a reconnect storm comes all at once
}

void Listener::incomingConnection(qintptr descriptor)
{
#ifdef Q_OS_UNIX
    // The kernel gives the lowest number that is free. With none left Qt would ask again and again, at full
    // speed.
    rlimit most{};
    if (getrlimit(RLIMIT_NOFILE, &most) == 0 && most.rlim_cur != RLIM_INFINITY &&
        descriptor >= qint64(most.rlim_cur) - reserve) {
        ::close(int(descriptor));
        if (m_quiet.hasExpired())
            qCWarning(lcServer, "connections are refused: %llu descriptors are too few (LimitNOFILE)",
                      static_cast<unsigned long long>(most.rlim_cur));
        m_quiet.setRemainingTime(quietMs);
        return;
    }
#endif
    m_taken(descriptor);
}

} // namespace kith::server
