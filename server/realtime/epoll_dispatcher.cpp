#include "server/realtime/epoll_dispatcher.h"

#include "core/base/log.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSocketNotifier>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

// Qt's libraries are not instrumented: without these the sanitizer does not see that what happened before
// wakeUp() happened before the events are delivered.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define KITH_TSAN 1
#endif
#elif defined(__SANITIZE_THREAD__)
#define KITH_TSAN 1
#endif
#ifdef KITH_TSAN
extern "C" void __tsan_acquire(void *address);
extern "C" void __tsan_release(void *address);
#endif

namespace kith::server {

namespace {

constexpr int readyMax = 256; // events taken from the kernel in one turn
constexpr qint64 nsPerMs = 1'000'000;

qint64 nowNs()
{
    timespec t{};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return qint64(t.tv_sec) * 1'000'000'000 + t.tv_nsec;
}

/// Very coarse timers may share a wake-up: their due time is rounded up to a full second.
qint64 dueAfter(qint64 fromNs, qint64 intervalMs, Qt::TimerType type)
{
    const qint64 due = fromNs + intervalMs * nsPerMs;
    if (type != Qt::VeryCoarseTimer || intervalMs < 2000) return due;
    constexpr qint64 second = 1000 * nsPerMs;
    return (due + second - 1) / second * second;
}

void acquireFromWakers([[maybe_unused]] void *address)
{
#ifdef KITH_TSAN
    __tsan_acquire(address);
#endif
}

} // namespace

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_wakeFd(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (m_epoll < 0 || m_wakeFd < 0) qFatal("epoll dispatcher: %s", std::strerror(errno));
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = quint32(m_wakeFd); // generation 0 is no socket's
    if (epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeFd, &event) != 0)
        qFatal("epoll dispatcher: %s", std::strerror(errno));
}

EpollDispatcher::~EpollDispatcher()
{
    ::close(m_wakeFd);
    ::close(m_epoll);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_interrupted.store(false);
    Q_EMIT awake();
    acquireFromWakers(this);
    QCoreApplication::sendPostedEvents();

    const bool includeTimers = !(flags & QEventLoop::X11ExcludeTimers);
    const bool includeSockets = !(flags & QEventLoop::ExcludeSocketNotifiers);
    const bool wait = (flags & QEventLoop::WaitForMoreEvents) && !m_interrupted.load();
    if (wait) Q_EMIT aboutToBlock();
    if (m_interrupted.load()) return false;

    // An event posted meanwhile has written to m_wakeFd, so that the wait ends at once.
    bool any = activateSockets(includeSockets, wait ? waitMs(includeTimers) : 0);
    if (includeTimers && !m_interrupted.load()) any |= activateTimers();
    return any;
}

// ---- sockets
// ---------------------------------------------------------------------------------------------------

quint32 EpollDispatcher::Watched::wanted() const
{
    quint32 events = 0;
    if (notifiers[QSocketNotifier::Read]) events |= EPOLLIN;
    if (notifiers[QSocketNotifier::Write]) events |= EPOLLOUT;
    if (notifiers[QSocketNotifier::Exception]) events |= EPOLLPRI;
    return events;
}

void EpollDispatcher::noteChange(int fd, Watched &watched)
{
    if (watched.queued) return;
    watched.queued = true;
    m_changed.push_back(fd);
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int fd = int(notifier->socket());
    Watched &watched = m_watched[fd];
    if (watched.wanted() == 0) {
        if (++m_generation == 0) ++m_generation;
        watched.generation = m_generation;
        watched.stale = true;
    }
    if (watched.notifiers[notifier->type()])
        qCWarning(lcServer, "two notifiers of one kind on descriptor %d", fd);
    watched.notifiers[notifier->type()] = notifier;
    noteChange(fd, watched);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const int fd = int(notifier->socket());
    const auto found = m_watched.find(fd);
    if (found == m_watched.end() || found->notifiers[notifier->type()] != notifier) return;
    found->notifiers[notifier->type()] = nullptr;
    noteChange(fd, *found);
}

void EpollDispatcher::tell(int fd, Watched &watched)
{
    const quint32 wanted = watched.wanted();
    if (wanted == watched.known && !watched.stale) return;
    epoll_event event{};
    event.events = wanted;
    event.data.u64 = (quint64(watched.generation) << 32) | quint32(fd);
    if (wanted == 0) {
        // A closed descriptor has left the set by itself; then this fails, which is fine.
        if (watched.known) epoll_ctl(m_epoll, EPOLL_CTL_DEL, fd, &event);
    } else if (epoll_ctl(m_epoll, watched.known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, fd, &event) != 0) {
        const int other = errno == ENOENT ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;
        if ((errno != ENOENT && errno != EEXIST) || epoll_ctl(m_epoll, other, fd, &event) != 0)
            qCWarning(lcServer, "descriptor %d cannot be watched: %s", fd, std::strerror(errno));
    }
    watched.known = wanted;
    watched.stale = false;
}

void EpollDispatcher::applyInterest()
{
    for (const int fd : m_changed) {
        const auto found = m_watched.find(fd);
        if (found == m_watched.end()) continue;
        found->queued = false;
        tell(fd, *found);
        if (found->known == 0) m_watched.erase(found);
    }
    m_changed.clear();
}

bool EpollDispatcher::activateSockets(bool dispatch, int timeoutMs)
{
    applyInterest();
    std::array<epoll_event, readyMax> ready;
    const int n = epoll_wait(m_epoll, ready.data(), readyMax, timeoutMs);
    bool any = false;
    for (int i = 0; i < n; ++i) {
        const int fd = int(quint32(ready[size_t(i)].data.u64));
        const auto generation = quint32(ready[size_t(i)].data.u64 >> 32);
        if (generation == 0) {
            drainWake();
            any = true;
            continue;
        }
        if (!dispatch) continue;
        constexpr quint32 over = EPOLLHUP | EPOLLERR;
        constexpr quint32 masks[3] = {EPOLLIN | over, EPOLLOUT | over, EPOLLPRI | over};
        for (int type = 0; type < 3; ++type) {
            if (!(ready[size_t(i)].events & masks[type])) continue;
            // Looked up each time: any handler may take any notifier away.
            const auto found = m_watched.constFind(fd);
            if (found == m_watched.cend() || found->generation != generation) break;
            QSocketNotifier *notifier = found->notifiers[type];
            if (!notifier) continue;
            QEvent event(QEvent::SockAct);
            QCoreApplication::sendEvent(notifier, &event);
            any = true;
        }
    }
    return any;
}

void EpollDispatcher::drainWake()
{
    quint64 count = 0;
    [[maybe_unused]] const auto got = ::read(m_wakeFd, &count, sizeof count);
    // After the read: a waker that still sees the flag set posted before it, and the next turn delivers that
    // event before it waits.
    m_woken.store(false);
}

void EpollDispatcher::wakeUp()
{
#ifdef KITH_TSAN
    __tsan_release(this);
#endif
    if (m_woken.exchange(true)) return;
    const quint64 one = 1;
    [[maybe_unused]] const auto put = ::write(m_wakeFd, &one, sizeof one);
}

void EpollDispatcher::interrupt()
{
    m_interrupted.store(true);
    wakeUp();
}

// ---- timers
// ----------------------------------------------------------------------------------------------------

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    Timer timer{object, interval, dueAfter(nowNs(), interval, timerType), timerType, false};
    m_due.insert({timer.dueNs, timerId});
    m_timers.insert(timerId, timer);
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    const auto found = m_timers.constFind(timerId);
    if (found == m_timers.cend()) return false;
    m_due.erase({found->dueNs, timerId});
    m_timers.erase(found);
    return true;
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    bool any = false;
    for (auto it = m_timers.cbegin(); it != m_timers.cend();) {
        if (it->object != object) {
            ++it;
            continue;
        }
        m_due.erase({it->dueNs, it.key()});
        it = m_timers.erase(it);
        any = true;
    }
    return any;
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> list;
    for (auto it = m_timers.cbegin(); it != m_timers.cend(); ++it)
        if (it->object == object) list.append(TimerInfo(it.key(), int(it->intervalMs), it->type));
    return list;
}

int EpollDispatcher::remainingTime(int timerId)
{
    const auto found = m_timers.constFind(timerId);
    if (found == m_timers.cend()) return -1;
    return int(std::max<qint64>(0, (found->dueNs - nowNs() + nsPerMs - 1) / nsPerMs));
}

int EpollDispatcher::waitMs(bool includeTimers) const
{
    if (!includeTimers) return -1;
    for (const auto &[due, id] : m_due) {
        if (m_timers.value(id).running) continue;
        const qint64 ms = (due - nowNs() + nsPerMs - 1) / nsPerMs; // up: never early
        return int(std::clamp<qint64>(ms, 0, 60'000));
    }
    return -1;
}

bool EpollDispatcher::activateTimers()
{
    if (m_due.empty()) return false;
    const qint64 now = nowNs();
    std::vector<int>
        ids; // due now; what handlers start comes in the next turn, so that sockets are not starved
    for (const auto &[due, id] : m_due) {
        if (due > now) break;
        ids.push_back(id);
    }
    bool any = false;
    for (const int id : ids) any |= activateTimer(id, now);
    return any;
}

bool EpollDispatcher::activateTimer(int timerId, qint64 now)
{
    const auto found = m_timers.find(timerId);
    if (found == m_timers.end() || found->running || found->dueNs > now) return false;
    m_due.erase({found->dueNs, timerId});
    qint64 next = dueAfter(found->dueNs, found->intervalMs, found->type);
    if (next < now) next = dueAfter(now, found->intervalMs, found->type); // missed turns are not made up for
    found->dueNs = next;
    m_due.insert({next, timerId});
    found->running = true;
    QObject *object = found->object;
    QTimerEvent event(timerId);
    QCoreApplication::sendEvent(object, &event);
    // The handler may have stopped the timer; the number may even name another object's timer by now.
    const auto again = m_timers.find(timerId);
    if (again != m_timers.end() && again->object == object) again->running = false;
    return true;
}

std::unique_ptr<QAbstractEventDispatcher> makeSocketDispatcher()
{
    return std::make_unique<EpollDispatcher>();
}

} // namespace kith::server
