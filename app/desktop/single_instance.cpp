#include "app/desktop/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace kith {

SingleInstance::SingleInstance(const QString &profileDir, QObject *parent)
    : QObject(parent)
{
    const QByteArray who = QDir(profileDir).canonicalPath().toUtf8();
    m_name = u"kith-"_s +
             QString::fromLatin1(QCryptographicHash::hash(who, QCryptographicHash::Sha256).toHex().left(24));
#ifdef Q_OS_UNIX
    // Where only this user comes to; what is in /tmp by that name could be somebody else's.
    const QString own = qEnvironmentVariable("XDG_RUNTIME_DIR");
    m_name = QDir(!own.isEmpty() && QFileInfo(own).isWritable() ? own : profileDir).filePath(m_name);
#endif
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::take);
}

bool SingleInstance::handOver(const QString &link)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(waitMs)) return false;
    socket.write(link.toUtf8().left(mostBytes - 1) + '\n');
    if (!socket.waitForBytesWritten(waitMs)) return false;
    return socket.waitForReadyRead(waitMs) && socket.readAll() == "ok\n";
}

bool SingleInstance::listen()
{
    if (m_server.listen(m_name)) return true;
    QLocalServer::removeServer(m_name); // left behind by a program that was killed: nobody answered there
    return m_server.listen(m_name);
}

void SingleInstance::take()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(waitMs, socket, &QLocalSocket::abort); // who says nothing is not waited for
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > mostBytes) return socket->abort();
            if (!socket->canReadLine()) return;
            const QString link = QString::fromUtf8(socket->readLine(mostBytes)).trimmed();
            socket->write("ok\n");
            socket->disconnectFromServer();
            Q_EMIT wanted(link);
        });
    }
}

} // namespace kith
