#pragma once
#include <QLocalServer>

namespace kith {

/// One window program for each profile: a second one hands over what it was asked for and ends.
class SingleInstance final : public QObject {
    Q_OBJECT
public:
    /// `profileDir` names who belongs together.
    explicit SingleInstance(const QString &profileDir, QObject *parent = nullptr);

    /// True: a running program has taken it (an empty link only raises its window). Waits a second at most.
    bool handOver(const QString &link);
    /// From now on others hand over to this one. False: the system does not let it; nothing else is lost.
    bool listen();

Q_SIGNALS:
    void wanted(const QString &link);

private:
    static constexpr qint64 mostBytes = 2'048;
    static constexpr int waitMs = 1'000;
    void take();

    QString m_name;
    QLocalServer m_server;
};

} // namespace kith
