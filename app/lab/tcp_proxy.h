#pragma once
#include <QtGlobal>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace kith::lab {

/// A TCP relay between a client and a server on this machine that behaves like a bad network. Bytes are never
/// invented, doubled or reordered (TCP would not do it either); they are held, dropped with their connection,
/// or lost on one that looks alive. Each side's bytes wait in a buffer of at most `bufferBytes`; then the
/// sender feels it. A thread of its own does the work; every call may come from any thread and holds for the
/// connections there are and for later ones. POSIX.
class TcpProxy {
public:
    static constexpr size_t bufferBytes = 64 * 1024;
    enum Way : quint8 { Up, Down };         // client to server, server to client
    enum class Cut : quint8 { Reset, Fin }; // RST to both sides; a polite end to both sides
    struct Count {
        qint64 connections = 0;       // accepted so far
        qint64 open = 0;              // of these, now
        qint64 cuts = 0;              // connections that a fault ended
        qint64 passed[2] = {0, 0};    // bytes handed on, by Way
        qint64 swallowed[2] = {0, 0}; // bytes taken and lost
    };

    /// Listens on a free port of 127.0.0.1; port() is 0 when that failed.
    explicit TcpProxy(quint16 target);
    ~TcpProxy();
    TcpProxy(const TcpProxy &) = delete;
    TcpProxy &operator=(const TcpProxy &) = delete;

    quint16 port() const { return m_port; }
    void setTarget(quint16 port); // of later connections

    /// Ends every connection now.
    void cut(Cut how);
    /// Ends the connection over which the `bytes`-th byte from now passes in that direction, right behind
    /// that byte.
    void cutAfter(Way way, qint64 bytes, Cut how);
    /// New connections are reset as soon as they are there.
    void refuse(bool on);
    /// Reads nothing from anybody: the other ends' buffers fill up.
    void stall(bool on);
    /// Half-open: bytes of that direction are taken and go nowhere. A connection that has lost some is reset
    /// when this ends.
    void swallow(Way way, bool on);
    /// At most so many bytes a second in that direction, all connections together; 0 = as they come.
    void throttle(Way way, qint64 bytesPerSecond);
    /// Each byte arrives so much later; the order stays.
    void delay(Way way, int ms);
    /// All faults off; connections that have lost nothing go on.
    void clear();

    Count count() const;
    /// Returns true as soon as `met` holds for the counts; false after `ms`.
    bool waitUntil(const std::function<bool(const Count &)> &met, int ms) const;

private:
    struct Link;
    struct Loop;
    struct Faults {
        bool refuse = false, stall = false;
        bool swallow[2] = {false, false};
        qint64 rate[2] = {0, 0};
        int delayMs[2] = {0, 0};
        qint64 cutIn[2] = {-1, -1}; // bytes until the cut; -1 = none asked
        Cut cutHow[2] = {Cut::Reset, Cut::Reset};
        bool cutNow = false;
        Cut cutNowHow = Cut::Reset;
        quint16 target = 0;
        bool stop = false;
    };
    void change(const std::function<void(Faults &)> &how);

    mutable std::mutex m_mutex;
    mutable std::condition_variable m_moved;
    Faults m_faults; // under m_mutex, as is m_count
    Count m_count;
    quint16 m_port = 0;
    int m_listener = -1;
    int m_wake[2] = {-1, -1};
    std::thread m_thread;
};

} // namespace kith::lab
