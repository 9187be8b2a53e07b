#include "app/lab/ctl.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QPointer>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kith::lab {
namespace {

constexpr size_t mostWaiting = 1'000;
constexpr qint64 longestLine = 256 * 1024;

QString pointerFile() { return QDir::temp().filePath(u"kith-lab-%1.current"_s.arg(::getuid())); }
QString socketFile(const QString &dir) { return QDir(dir).filePath(u"ctl.sock"_s); }

QByteArray answerLine(const Result<QString> &result)
{
    return QJsonDocument(
               QJsonObject{{u"ok"_s, bool(result)}, {u"text"_s, result ? *result : result.error().what}})
               .toJson(QJsonDocument::Compact) +
           '\n';
}

} // namespace

CtlServer::CtlServer(Orders &orders, QObject *parent)
    : QObject(parent)
    , m_orders(orders)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &CtlServer::connected);
}

CtlServer::~CtlServer()
{
    m_server.close();
    QFile pointer(pointerFile());
    if (!m_pointer.isEmpty() && pointer.open(QIODevice::ReadOnly) &&
        pointer.readAll().trimmed() == m_pointer.toUtf8())
        pointer.remove();
}

Status CtlServer::listen(const QString &labDir)
{
    const QString socket = socketFile(labDir);
    QLocalServer::removeServer(socket); // of a lab in this folder that ended badly
    if (!m_server.listen(socket))
        return Error{Errc::Io,
                     u"The control socket %1 cannot be made: %2."_s.arg(socket, m_server.errorString())};
    m_pointer = QDir(labDir).absolutePath();
    QFile pointer(pointerFile());
    if (pointer.open(QIODevice::WriteOnly | QIODevice::Truncate)) pointer.write(m_pointer.toUtf8() + '\n');
    return ok();
}

void CtlServer::connected()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > longestLine && !socket->canReadLine()) socket->abort();
            while (socket->canReadLine()) {
                QStringList words;
                const QJsonArray given = QJsonDocument::fromJson(socket->readLine()).array();
                for (const auto &word : given) words.append(word.toString());
                const QPointer<QLocalSocket> asker(socket);
                obey(words, [asker](const Result<QString> &result) {
                    if (asker) asker->write(answerLine(result));
                });
            }
        });
    }
}

void CtlServer::obey(const QStringList &words, std::function<void(const Result<QString> &)> done)
{
    if (m_items.size() >= mostWaiting) return done(Error{Errc::Unavailable, u"Too many orders wait."_s});
    m_items.push_back({words, std::move(done)});
    QMetaObject::invokeMethod(this, &CtlServer::next, Qt::QueuedConnection);
}

void CtlServer::next()
{
    if (m_busy || m_items.empty()) return;
    m_busy = true; // an order may run the event loop while it waits
    const Item item = std::move(m_items.front());
    m_items.pop_front();
    if (item.words == QStringList{u"quit"_s}) {
        item.done(QString(u"the lab ends"_s));
        Q_EMIT quitWanted();
    } else {
        item.done(m_orders.run(item.words));
    }
    m_busy = false;
    if (!m_items.empty()) QMetaObject::invokeMethod(this, &CtlServer::next, Qt::QueuedConnection);
}

QString currentLab()
{
    QFile pointer(pointerFile());
    if (!pointer.open(QIODevice::ReadOnly)) return {};
    const QString dir = QString::fromUtf8(pointer.readLine().trimmed());
    return QFile::exists(socketFile(dir)) ? dir : QString();
}

Result<QString> tellLab(const QString &dir, const QStringList &words)
{
    QLocalSocket socket;
    socket.connectToServer(socketFile(dir));
    if (dir.isEmpty() || !socket.waitForConnected(5'000))
        return Error{Errc::NotFound, dir.isEmpty()
                                         ? u"No lab runs here; `kith-lab up` starts one."_s
                                         : u"No lab runs in %1; `kith-lab up` starts one."_s.arg(dir)};
    socket.write(QJsonDocument(QJsonArray::fromStringList(words)).toJson(QJsonDocument::Compact) + '\n');
    socket.flush();
    while (!socket.canReadLine())
        if (!socket.waitForReadyRead(-1)) return Error{Errc::Io, u"The lab ended before it answered."_s};
    const QJsonObject answer = QJsonDocument::fromJson(socket.readLine()).object();
    if (answer[u"ok"_s].toBool()) return answer[u"text"_s].toString();
    return Error{Errc::Refused, answer[u"text"_s].toString()};
}

} // namespace kith::lab
