#pragma once
#include <QDeadlineTimer>
#include <QTcpServer>
#include <functional>

namespace kith::server {

/// Takes connections and hands the bare descriptor on: the socket is made in the thread that will serve it.
/// The last descriptors of the process are not given to connections: the database, files and the
/// administrator need some.
class Listener final : public QTcpServer {
    Q_OBJECT
public:
    explicit Listener(std::function<void(qintptr)> taken);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    std::function<void(qintptr)> m_taken;
    QDeadlineTimer m_quiet; // what has been said is not said again before
};

} // namespace kith::server
