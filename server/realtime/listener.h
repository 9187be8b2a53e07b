#pragma once
#include <QTcpServer>
#include <functional>

namespace kith::server {

/// Takes connections and hands the bare descriptor on: the socket is made in the thread that will serve it.
class Listener final : public QTcpServer {
    Q_OBJECT
public:
    explicit Listener(std::function<void(qintptr)> taken)
        : m_taken(std::move(taken))
    {
        setListenBacklogSize(1024); // a reconnect storm comes all at once
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_taken(descriptor); }

private:
    std::function<void(qintptr)> m_taken;
};

} // namespace kith::server
