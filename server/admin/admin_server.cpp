#include "server/admin/admin_server.h"

#include "core/base/log.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QPointer>
#ifdef Q_OS_LINUX
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int openAtOnce = 16;
constexpr int requestMs = 10'000;
constexpr int answerMs = 3'600'000; // a backup of a large database
constexpr int connectMs = 5'000;
#ifdef Q_OS_UNIX
constexpr qsizetype pathMost = 100; // of sockaddr_un's 108, with what Qt adds while it makes the socket
#endif

} // namespace

AdminServer::AdminServer(AdminDesk &desk)
    : m_desk(desk)
    , m_self(std::make_shared<AdminServer *>(this))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &AdminServer::arrived);
}

AdminServer::~AdminServer() { *m_self = nullptr; }

Status AdminServer::listen(const QString &path)
{
#ifdef Q_OS_UNIX
    if (QFile::encodeName(path).size() > pathMost)
        return Error{
            Errc::Io,
            u"the admin socket %1 has a longer path than the system allows: set admin-socket"_s.arg(path)};
#endif
    QLocalServer::removeServer(path); // left by a crash; the lock on the database says that nobody uses it
    if (!m_server.listen(path))
        return Error{Errc::Io, u"the admin socket %1 cannot be made: %2"_s.arg(path, m_server.errorString())};
    return ok();
}

bool AdminServer::mayAsk(const QLocalSocket &socket)
{
#ifdef Q_OS_LINUX
    ucred peer{};
    socklen_t size = sizeof peer;
    if (::getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0)
        return false;
    return peer.uid == 0 || peer.uid == ::geteuid();
#else
    Q_UNUSED(socket);
    return true; // the pipe's own rights say so
#endif
}

void AdminServer::arrived()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (m_open >= openAtOnce || !mayAsk(*socket)) {
            qCWarning(lcServer, "somebody was turned away at the admin socket");
            socket->abort();
            continue;
        }
        ++m_open;
        connect(socket, &QObject::destroyed, this, [this] { --m_open; });
        socket->setReadBufferSize(wire::adminLineBytes + 1);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { readable(socket); });
        QTimer::singleShot(requestMs, socket, [socket] {
            if (!socket->property("asked").toBool()) socket->abort();
        });
    }
}

void AdminServer::readable(QLocalSocket *socket)
{
    if (socket->property("asked").toBool()) return;
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() > wire::adminLineBytes) socket->abort();
        return;
    }
    socket->setProperty("asked", true);
    QByteArray line = socket->readLine().trimmed();
    const auto request = wire::decodeAdminRequest(line);
    if (!request) return reply(socket, {{}, false, {Errc::BadInput, request.error().what}});
    m_desk.run(*request, [self = m_self, socket = QPointer(socket)](wire::AdminReply answer) {
        // The owner of `self` waits for the threads that answer before it goes.
        if (!*self) return;
        QMetaObject::invokeMethod(
            *self,
            [self, socket, answer = std::move(answer)] {
                if (*self && socket) (*self)->reply(socket, answer);
            },
            Qt::QueuedConnection);
    });
}

void AdminServer::reply(QLocalSocket *socket, const wire::AdminReply &reply)
{
    socket->write(wire::encode(reply) + '\n');
    socket->flush();
    socket->disconnectFromServer();
}

QString adminSocketOf(const QString &dataDir)
{
    const QString path = QDir(QDir(dataDir).absolutePath()).filePath(u"admin.sock"_s);
#ifdef Q_OS_WIN
    return u"kith-server-"_s +
           QString::fromLatin1(
               QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
#else
    return path;
#endif
}

Result<wire::AdminReply> askServer(const QString &path, const wire::AdminRequest &request)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(connectMs)) {
        if (socket.error() == QLocalSocket::SocketAccessError)
            return Error{
                Errc::Refused,
                u"%1 belongs to somebody else: run this as root or as the server's user"_s.arg(path)};
        return Error{Errc::Offline,
                     u"no server is running at %1: start it, or name its data folder with --data or"
                     " --config"_s.arg(path)};
    }
    socket.write(wire::encode(request) + '\n');
    if (!socket.waitForBytesWritten(connectMs)) return Error{Errc::Timeout, u"the server does not read"_s};
    QByteArray line;
    while (!line.endsWith('\n') && line.size() <= wire::adminReplyBytes) {
        if (!socket.bytesAvailable() && !socket.waitForReadyRead(answerMs)) break;
        line += socket.read(wire::adminReplyBytes + 1 - line.size());
    }
    if (line.isEmpty())
        return Error{Errc::Refused, u"the server turned the request away: run this as root or as its user"_s};
    return wire::decodeAdminReply(line.trimmed());
}

} // namespace kith::server
