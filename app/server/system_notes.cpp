#include "app/server/system_notes.h"

#include <QByteArray>
#include <cstddef>
#include <cstring>
#include <tuple>
#ifdef Q_OS_LINUX
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

namespace kith::app {

// One datagram; not worth a library.
void tellSystem(const char *note)
{
#ifdef Q_OS_LINUX
    const QByteArray path = qgetenv("NOTIFY_SOCKET");
    sockaddr_un address{};
    if (path.size() < 2 || size_t(path.size()) >= sizeof address.sun_path) return;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    if (path.startsWith('@')) address.sun_path[0] = '\0'; // Linux' abstract names
    const int fd = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd < 0) return;
    const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + size_t(path.size()));
    std::ignore = ::sendto(fd, note, std::strlen(note), MSG_NOSIGNAL,
                           reinterpret_cast<const sockaddr *>(&address), length);
    ::close(fd);
#else
    Q_UNUSED(note);
#endif
}

} // namespace kith::app
