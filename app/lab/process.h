#pragma once
#include <QProcess>

namespace kith::lab {

/// A child that does not outlive the lab, however the lab ends. Its stderr goes to a file. Thread: main.
class Process : public QProcess {
    Q_OBJECT
public:
    explicit Process(const QString &logFile, QObject *parent = nullptr);
    /// Killed when it still runs.
    ~Process() override;

    bool isRunning() const { return state() != NotRunning; }
    /// Sends a signal; nothing when it is not running.
    void signal(int number);
    /// SIGTERM, and SIGKILL after `ms`. Runs no event loop. True: it ended by itself.
    bool end(int ms = 15'000);
    /// CPU time it has taken so far, in seconds; 0 when unknown (Linux).
    double cpuSeconds() const;
};

/// Where the programs are that the lab starts: beside its own.
QString programFile(const QString &name);

/// Runs a program to its end without the caller's event loop standing still.
struct Ran {
    int code = -1; // -1: it did not end in time, or crashed
    QByteArray out, err;
};
Ran runProgram(const QString &program, const QStringList &arguments, const QByteArray &input = {},
               int timeoutMs = 120'000);

} // namespace kith::lab
