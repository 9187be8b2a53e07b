#include "app/lab/tcp_proxy.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <chrono>
#include <deque>
#include <fcntl.h>
#include <list>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace kith::lab {
namespace {

using Clock = std::chrono::steady_clock;

int nonBlocking(int fd)
{
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL, 0) | O_NONBLOCK);
    fcntl(fd, F_SETFD, FD_CLOEXEC); // a child must not keep a connection alive
    return fd;
}

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

void end(int &fd, TcpProxy::Cut how)
{
    if (fd < 0) return;
    if (how == TcpProxy::Cut::Reset) {
        const linger now{1, 0};
        setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    }
    close(fd);
    fd = -1;
}

} // namespace

/// One connection: two sockets, and for each direction what has been read and not yet been written.
struct TcpProxy::Link {
    struct Piece {
        std::string bytes;
        Clock::time_point due;
    };
    struct Pipe {
        std::deque<Piece> pieces;
        size_t held = 0;
        bool ended = false; // its reader saw the end
        bool told = false;  // and its writer has been told
        bool lost = false;  // bytes of it were swallowed
    };
    int fd[2] = {-1, -1}; // of the client, of the server
    bool connecting = true;
    Pipe pipe[2];
    bool dead() const { return fd[0] < 0; }
    int from(int way) const { return fd[way]; }
    int to(int way) const { return fd[1 - way]; }
    void finish(Cut how)
    {
        end(fd[0], how);
        end(fd[1], how);
    }
};

/// What the thread does, over a copy of the faults taken for each turn.
struct TcpProxy::Loop {
    TcpProxy &proxy;
    Faults faults;
    std::list<Link> links;
    double credit[2] = {0, 0};
    Clock::time_point filled = Clock::now();

    void run()
    {
        for (;;) {
            {
                const std::lock_guard lock(proxy.m_mutex);
                faults = proxy.m_faults;
                proxy.m_faults.cutNow = false;
            }
            if (faults.stop) break;
            if (faults.cutNow)
                for (Link &link : links) cut(link, faults.cutNowHow);
            for (Link &link : links) // TCP never goes on behind bytes that were lost
                for (const int way : {Up, Down})
                    if (link.pipe[way].lost && !faults.swallow[way]) cut(link, Cut::Reset);
            turn();
            links.remove_if([](const Link &link) { return link.dead(); });
            const std::lock_guard lock(proxy.m_mutex);
            proxy.m_count.open = qint64(links.size());
            proxy.m_moved.notify_all();
        }
        for (Link &link : links) link.finish(Cut::Reset);
    }
    void cut(Link &link, Cut how)
    {
        if (link.dead()) return;
        link.finish(how);
        const std::lock_guard lock(proxy.m_mutex);
        ++proxy.m_count.cuts;
    }

    void turn()
    {
        fill();
        std::vector<pollfd> all{{proxy.m_listener, POLLIN, 0}, {proxy.m_wake[0], POLLIN, 0}};
        int wait = 1'000;
        for (Link &link : links) {
            for (const int side : {0, 1}) {
                short events = 0;
                const auto &in = link.pipe[side], &out = link.pipe[1 - side];
                if (!link.connecting && !faults.stall && !in.ended && in.held < bufferBytes) events |= POLLIN;
                if (side == 1 && link.connecting) events |= POLLOUT;
                if (!out.pieces.empty() && !faults.stall) {
                    const int left = untilDue(out, 1 - side);
                    if (left == 0)
                        events |= POLLOUT;
                    else
                        wait = std::min(wait, left);
                }
                all.push_back(
                    {events ? link.fd[side] : -1, events, 0}); // a broken end is met when it is used
            }
        }
        poll(all.data(), all.size(), wait);
        if (all[1].revents) {
            char rubbish[64];
            while (read(proxy.m_wake[0], rubbish, sizeof rubbish) > 0) {
            }
        }
        size_t i = 2;
        for (Link &link : links) {
            serve(link, all[i], all[i + 1]);
            i += 2;
        }
        if (all[0].revents) accept();
    }
    void serve(Link &link, const pollfd &client, const pollfd &server)
    {
        if (link.connecting && server.revents) {
            int error = 0;
            socklen_t size = sizeof error;
            getsockopt(link.fd[1], SOL_SOCKET, SO_ERROR, &error, &size);
            if (error) return link.finish(Cut::Reset);
            link.connecting = false;
        }
        for (const int way : {Up, Down}) {
            const pollfd &source = way == Up ? client : server, &sink = way == Up ? server : client;
            if (!link.dead() && (source.revents & (POLLIN | POLLHUP | POLLERR)) && !faults.stall)
                take(link, way);
            if (!link.dead() && (sink.revents & POLLOUT) && !link.connecting) give(link, way);
        }
    }
    void take(Link &link, int way)
    {
        Link::Pipe &pipe = link.pipe[way];
        if (pipe.ended || link.connecting || pipe.held >= bufferBytes) return;
        std::string bytes(bufferBytes - pipe.held, '\0');
        const ssize_t got = recv(link.from(way), bytes.data(), bytes.size(), 0);
        if (got < 0) {
            if (errno != EAGAIN && errno != EINTR) link.finish(Cut::Reset); // it was reset there: here too
            return;
        }
        if (got == 0) {
            pipe.ended = true;
            tellEnd(link, way);
            return;
        }
        bytes.resize(size_t(got));
        if (faults.swallow[way]) {
            pipe.lost = true;
            const std::lock_guard lock(proxy.m_mutex);
            proxy.m_count.swallowed[way] += got;
            return;
        }
        pipe.held += bytes.size();
        pipe.pieces.push_back(
            {std::move(bytes), Clock::now() + std::chrono::milliseconds(faults.delayMs[way])});
    }
    void give(Link &link, int way)
    {
        Link::Pipe &pipe = link.pipe[way];
        while (!pipe.pieces.empty() && untilDue(pipe, way) == 0) {
            Link::Piece &piece = pipe.pieces.front();
            auto most = qint64(piece.bytes.size());
            if (faults.rate[way] > 0) most = std::min(most, qint64(credit[way]));
            if (faults.cutIn[way] >= 0) most = std::min(most, faults.cutIn[way]);
            const ssize_t sent =
                most > 0 ? send(link.to(way), piece.bytes.data(), size_t(most), MSG_NOSIGNAL) : 0;
            if (sent < 0) {
                if (errno != EAGAIN && errno != EINTR) link.finish(Cut::Reset);
                return;
            }
            credit[way] -= double(sent);
            pipe.held -= size_t(sent);
            piece.bytes.erase(0, size_t(sent));
            if (piece.bytes.empty()) pipe.pieces.pop_front();
            if (passed(way, sent)) return cut(link, faults.cutHow[way]);
            if (sent == 0) return;
        }
        tellEnd(link, way);
    }
    /// True: the byte at which the connection is to be cut has passed.
    bool passed(int way, ssize_t bytes)
    {
        const std::lock_guard lock(proxy.m_mutex);
        proxy.m_count.passed[way] += bytes;
        qint64 &left = proxy.m_faults.cutIn[way];
        if (left < 0) return false;
        left = std::max<qint64>(0, left - bytes);
        const bool now = left == 0;
        if (now) left = -1;
        faults.cutIn[way] = left;
        return now;
    }
    void tellEnd(Link &link, int way)
    {
        Link::Pipe &pipe = link.pipe[way];
        if (!pipe.ended || pipe.told || !pipe.pieces.empty()) return;
        pipe.told = true;
        shutdown(link.to(way), SHUT_WR);
        if (link.pipe[1 - way].told) link.finish(Cut::Fin);
    }
    void accept()
    {
        const int client = ::accept(proxy.m_listener, nullptr, nullptr);
        if (client < 0) return;
        Link link;
        link.fd[0] = nonBlocking(client);
        {
            const std::lock_guard lock(proxy.m_mutex);
            ++proxy.m_count.connections;
        }
        if (faults.refuse) return end(link.fd[0], Cut::Reset);
        link.fd[1] = nonBlocking(socket(AF_INET, SOCK_STREAM, 0));
        const sockaddr_in to = loopback(faults.target);
        const int one = 1;
        for (const int fd : link.fd) setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        if (connect(link.fd[1], reinterpret_cast<const sockaddr *>(&to), sizeof to) != 0 &&
            errno != EINPROGRESS)
            return link.finish(Cut::Reset);
        links.push_back(std::move(link));
    }

    void fill()
    {
        const auto now = Clock::now();
        const double seconds = std::chrono::duration<double>(now - filled).count();
        filled = now;
        for (const int way : {Up, Down}) // at most a tenth of a second's worth is saved up
            credit[way] =
                std::min(credit[way] + seconds * double(faults.rate[way]), double(faults.rate[way]) / 10 + 1);
    }
    /// Milliseconds until the next byte of this pipe may go; 0 = now.
    int untilDue(const Link::Pipe &pipe, int way) const
    {
        const auto now = Clock::now();
        const auto late = pipe.pieces.front().due - now;
        if (late > Clock::duration::zero())
            return int(std::chrono::duration_cast<std::chrono::milliseconds>(late).count()) + 1;
        if (faults.rate[way] > 0 && credit[way] < 1)
            return std::max(1, int((1 - credit[way]) * 1000 / double(faults.rate[way])) + 1);
        return 0;
    }
};

TcpProxy::TcpProxy(quint16 target)
{
    m_faults.target = target;
    m_listener = nonBlocking(socket(AF_INET, SOCK_STREAM, 0));
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(m_listener, 64) != 0 ||
        getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0 || pipe(m_wake) != 0)
        return;
    nonBlocking(m_wake[0]);
    nonBlocking(m_wake[1]);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { Loop{*this, {}, {}}.run(); });
}

TcpProxy::~TcpProxy()
{
    change([](Faults &f) { f.stop = true; });
    if (m_thread.joinable()) m_thread.join();
    for (const int fd : {m_listener, m_wake[0], m_wake[1]})
        if (fd >= 0) close(fd);
}

void TcpProxy::change(const std::function<void(Faults &)> &how)
{
    {
        const std::lock_guard lock(m_mutex);
        how(m_faults);
    }
    if (m_wake[1] >= 0 && write(m_wake[1], "", 1) < 0) return; // full: it is awake
}

void TcpProxy::setTarget(quint16 port)
{
    change([&](Faults &f) { f.target = port; });
}
void TcpProxy::cut(Cut how)
{
    change([&](Faults &f) {
        f.cutNow = true;
        f.cutNowHow = how;
    });
}
void TcpProxy::cutAfter(Way way, qint64 bytes, Cut how)
{
    change([&](Faults &f) {
        f.cutIn[way] = std::max<qint64>(1, bytes);
        f.cutHow[way] = how;
    });
}
void TcpProxy::refuse(bool on)
{
    change([&](Faults &f) { f.refuse = on; });
}
void TcpProxy::stall(bool on)
{
    change([&](Faults &f) { f.stall = on; });
}
void TcpProxy::swallow(Way way, bool on)
{
    change([&](Faults &f) { f.swallow[way] = on; });
}
void TcpProxy::throttle(Way way, qint64 bytesPerSecond)
{
    change([&](Faults &f) { f.rate[way] = bytesPerSecond; });
}
void TcpProxy::delay(Way way, int ms)
{
    change([&](Faults &f) { f.delayMs[way] = ms; });
}
void TcpProxy::clear()
{
    change([](Faults &f) {
        Faults none;
        none.target = f.target;
        none.cutNow = f.cutNow; // asked for a moment ago
        none.cutNowHow = f.cutNowHow;
        none.stop = f.stop;
        f = none;
    });
}

TcpProxy::Count TcpProxy::count() const
{
    const std::lock_guard lock(m_mutex);
    return m_count;
}

bool TcpProxy::waitUntil(const std::function<bool(const Count &)> &met, int ms) const
{
    std::unique_lock lock(m_mutex);
    return m_moved.wait_for(lock, std::chrono::milliseconds(ms), [&] { return met(m_count); });
}

} // namespace kith::lab
