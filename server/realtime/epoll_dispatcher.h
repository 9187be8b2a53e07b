#pragma once
#include <QAbstractEventDispatcher>
#include <QHash>
#include <atomic>
#include <memory>
#include <set>
#include <vector>

namespace kith::server {

/// Qt's event loop on epoll (Linux): the cost of a turn follows the sockets that are ready, not those that
/// are open. Give it to a thread before its start (QThread::setEventDispatcher), to the main thread before
/// the application object (QCoreApplication::setEventDispatcher). All calls but wakeUp() and interrupt()
/// belong to that thread. Regular files cannot be watched.
class EpollDispatcher final : public QAbstractEventDispatcher {
    Q_OBJECT
public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;
    void wakeUp() override;
    void interrupt() override;

private:
    struct Watched {                        // one descriptor
        QSocketNotifier *notifiers[3] = {}; // by QSocketNotifier::Type
        quint32 known = 0;                  // interest the kernel has
        quint32 generation = 0;             // tells a late report about an earlier user of the number
        bool stale = false;                 // interest must be told again: the number may name another socket
        bool queued = false;                // in m_changed
        quint32 wanted() const;
    };
    struct Timer {
        QObject *object = nullptr;
        qint64 intervalMs = 0;
        qint64 dueNs = 0;
        Qt::TimerType type = Qt::CoarseTimer;
        bool running = false; // its handler is on the stack: not again from a nested loop
    };
    using Due = std::pair<qint64, int>; // (when, timer id)

    void applyInterest();
    void tell(int fd, Watched &watched);
    void noteChange(int fd, Watched &watched);
    bool activateSockets(bool dispatch, int timeoutMs);
    bool activateTimers();
    bool activateTimer(int timerId, qint64 nowNs);
    int waitMs(bool includeTimers) const;
    void drainWake();

    int m_epoll = -1;
    int m_wakeFd = -1;
    std::atomic<bool> m_woken{false};
    std::atomic<bool> m_interrupted{false};
    QHash<int, Watched> m_watched;
    std::vector<int> m_changed; // descriptors whose interest differs from what the kernel knows
    quint32 m_generation = 0;
    QHash<int, Timer> m_timers;
    std::set<Due> m_due;
};

/// For a thread that is going to serve sockets; null where Qt's own dispatcher is to be used.
std::unique_ptr<QAbstractEventDispatcher> makeSocketDispatcher();

} // namespace kith::server
