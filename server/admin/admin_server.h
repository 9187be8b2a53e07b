#pragma once
#include "server/admin/admin_desk.h"

#include <QLocalServer>
#include <QObject>
#include <QTimer>

class QLocalSocket;

namespace kith::server {

/// The local socket that `kith-server admin` speaks to: for root and the server's own user only, one request
/// a connection. Belongs to the node's thread.
class AdminServer final : public QObject {
    Q_OBJECT
public:
    explicit AdminServer(AdminDesk &desk);
    ~AdminServer() override;
    /// Io: the socket cannot be made at `path` (too long, or the folder cannot be written to).
    Status listen(const QString &path);

private:
    void arrived();
    void readable(QLocalSocket *socket);
    static bool mayAsk(const QLocalSocket &socket);
    void reply(QLocalSocket *socket, const wire::AdminReply &reply);

    AdminDesk &m_desk;
    QLocalServer m_server;
    std::shared_ptr<AdminServer *> m_self; // emptied when this is gone, for late answers
    int m_open = 0;
};

/// Where the server of a data folder listens, and what `kith-server admin` does: asks, and waits for the
/// answer. Offline: no server listens there; Refused: it is not yours; Timeout.
QString adminSocketOf(const QString &dataDir);
Result<wire::AdminReply> askServer(const QString &path, const wire::AdminRequest &request);

} // namespace kith::server
