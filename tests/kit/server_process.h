#pragma once
#include <QProcess>

namespace kith::test {

/// kith-server as its own process, on a free port; killed when it goes out of scope. Needs KITH_BIN_DIR.
class ServerProcess {
public:
    ~ServerProcess() { kill(); }
    /// False when it did not say that it is ready. `port` 0 = any. `more`: settings.
    bool start(const QString &dataDir, quint16 port = 0, const QStringList &more = {})
    {
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.start(QStringLiteral(KITH_BIN_DIR "/kith-server"),
                        QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port),
                                    QStringLiteral("--data"), dataDir, QStringLiteral("--password-cost"),
                                    QStringLiteral("low"), QStringLiteral("--rate-limits"),
                                    QStringLiteral("off")} +
                            more);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20'000)) {
        }
        m_ready = m_process.readLine().trimmed();
        m_port = m_ready.mid(m_ready.lastIndexOf(':') + 1).toUShort();
        return m_ready.startsWith("kith-server ready ");
    }
    /// The exit code after SIGTERM; -1: killed by something else, or it did not end.
    int stop()
    {
        m_process.terminate();
        return finish();
    }
    int finish()
    {
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(60'000)) return -1;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    QByteArray log() { return m_process.readAllStandardError(); } // what came since the last time
    void kill()
    {
        if (m_process.state() == QProcess::NotRunning) return;
        m_process.kill();
        m_process.waitForFinished();
    }
    QByteArray ready() const { return m_ready; }
    quint16 port() const { return m_port; } // 0 = no door for clients
    qint64 pid() const { return m_process.processId(); }

private:
    QProcess m_process;
    QByteArray m_ready;
    quint16 m_port = 0;
};

} // namespace kith::test
