#pragma once
#include <QProcess>

namespace kith::test {

/// kith-server as its own process, on a free port; killed when it goes out of scope. Needs KITH_BIN_DIR.
class ServerProcess {
public:
    ~ServerProcess() { kill(); }
    /// False when it did not say that it is ready. `port` 0 = any.
    bool start(const QString &dataDir, quint16 port = 0)
    {
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.start(QStringLiteral(KITH_BIN_DIR "/kith-server"),
                        {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port),
                         QStringLiteral("--data"), dataDir, QStringLiteral("--password-cost"),
                         QStringLiteral("low"), QStringLiteral("--rate-limits"), QStringLiteral("off")});
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20'000)) {
        }
        const QByteArray ready = m_process.readLine().trimmed();
        m_port = ready.mid(ready.lastIndexOf(':') + 1).toUShort();
        return m_port != 0;
    }
    void kill()
    {
        if (m_process.state() == QProcess::NotRunning) return;
        m_process.kill();
        m_process.waitForFinished();
    }
    quint16 port() const { return m_port; }
    qint64 pid() const { return m_process.processId(); }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace kith::test
