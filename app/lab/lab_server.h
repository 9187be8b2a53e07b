#pragma once
#include "app/lab/process.h"
#include "core/base/result.h"

#include <QObject>
#include <memory>

namespace kith::lab {

/// The bundled kith-server of a lab: a process on a free port of 127.0.0.1, over one folder. Thread: main.
class LabServer final : public QObject {
    Q_OBJECT
public:
    LabServer(const QString &dir, QObject *parent = nullptr);
    ~LabServer() override;

    /// The first start chooses the ports; later ones take the same again.
    Status start();
    /// Politely: SIGTERM, as a stop or an upgrade does.
    Status stop();
    void kill9();
    void sleep(bool on);
    bool isRunning() const { return m_process && m_process->isRunning(); }
    bool isAsleep() const { return m_asleep; }
    /// Another program from the next start on: what an upgrade brings.
    void setProgram(const QString &program) { m_program = program; }

    quint16 port() const { return m_port; }
    qint64 pid() const { return m_process ? m_process->processId() : 0; }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    QString dataDir() const { return m_data; }
    QString database() const { return m_data + QStringLiteral("/kith-server.db"); }
    QString log() const { return m_data + QStringLiteral(".log"); }
    double cpuSeconds() const { return m_process ? m_process->cpuSeconds() : 0; }

    /// Every write to its disk takes so much longer (0 = as fast as it is). Error: this machine or this build
    /// cannot.
    Status setSlowDisk(int ms);
    int slowDisk() const { return m_slowMs; }
    /// A checked copy of its database while it runs; the server says where.
    Result<QString> backup();
    /// Stops, restores the copy, starts.
    Status restore(const QString &copy);
    /// What `kith-server check` finds; empty = every promise holds.
    QStringList check() const;
    /// `kith-server admin WORDS…`.
    Ran admin(const QStringList &words) const;

    /// Times when it ended in a way that no server may.
    const QStringList &crashes() const { return m_crashes; }

Q_SIGNALS:
    void ended(const QString &how); // without having been asked to

private:
    QString slowFile() const { return m_data + QStringLiteral(".slow"); }

    QString m_data, m_program;
    quint16 m_port = 0;
    std::unique_ptr<Process> m_process;
    bool m_wanted = false, m_asleep = false;
    int m_slowMs = 0;
    QStringList m_crashes;
};

/// Why a library cannot be put in front of the programs of this build; empty = it can.
QString preloadFault(const QString &library);

} // namespace kith::lab
