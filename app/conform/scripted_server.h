#pragma once
#include "app/conform/link.h"

#include <QPointer>
#include <QSet>
#include <QTcpServer>
#include <QWebSocketServer>

namespace kith::conform {

/// A server with one account, one other person ("ben") and one direct chat with him, honest unless a scenario
/// holds a kind of request back: those wait for the scenario to answer them. Says what a client may rely on
/// and notes whatever a client must not do.
class ScriptedServer : public QObject {
    Q_OBJECT

public:
    struct Request {
        int connection = 0;
        qint64 atMs = 0;
        QJsonObject frame;
        bool taken = false;
    };
    struct Http {
        QString path;
        QByteArray query;
        QJsonObject body;
    };

    explicit ScriptedServer(Notes &notes);
    ~ScriptedServer() override;
    QString url() const;

    // what the scenario bends
    QSet<QString> held;    // kinds of requests that are not answered
    QJsonObject helloMore; // replaces fields of hello_ok
    bool mute = false;     // nothing at all is answered
    QString nextRefresh;   // the next /v1/token answers with this refresh token
    QString offered;       // subprotocols that the last client offered

    // what it sees
    QList<Request> requests;
    QList<Http> https;
    int connections = 0; // WebSockets that said hello
    bool connected() const;

    /// The next untaken request of kind `t` that fits; waits at most `ms`, then throws Failure.
    Request next(const QString &t, const QString &what, int ms,
                 const std::function<bool(const QJsonObject &)> &fits = {});
    /// Until the client has said hello once more than `before`, and is caught up.
    void awaitHello(int before, int ms);

    void reply(const Request &to, QJsonObject frame); // gives it the request's id
    void push(const QJsonObject &frame);
    QJsonObject honest(const QJsonObject &request); // does it, gives the answer
    void err(const Request &to, const QString &code, const QString &errorClass, QJsonObject more = {});
    void cut();    // what was sent last may be lost
    void hangUp(); // after what was sent

    /// A message of Ben; its event is pushed unless it is to be lost. Gives the event.
    QJsonObject post(const QString &body, bool lose = false);
    QJsonArray at() const { return position(m_rev, m_tag); } // the chat's position
    QString chat() const { return m_chat; }
    QString epoch() const { return m_epoch; }
    QString user() const { return m_user; }
    QString ben() const { return m_ben; }
    qint64 seq() const { return m_seq; }
    int messagesWith(const QString &body) const;

private:
    void accepted();
    void readHttp(QTcpSocket *socket);
    QByteArray httpAnswer(const QByteArray &method, const QByteArray &path, const QJsonObject &body);
    QJsonObject signedIn(const QJsonObject &body);
    void greeted();
    void received(const QString &text);
    QJsonObject helloOk(const QJsonObject &request);
    QJsonObject write(const QJsonObject &request);
    QJsonObject store(QJsonObject row); // takes the next rev; the event goes out
    QJsonObject delta(const QJsonObject &request);
    QJsonObject member(const QString &user, const QString &login, const QString &name, qint64 rev) const;
    QJsonObject resetItem() const;

    Notes &m_notes;
    QTcpServer m_listener;
    QWebSocketServer m_upgrades;
    QPointer<QWebSocket> m_socket;
    int m_connection = 0;
    qint64 m_lastId = 0;
    QString m_user, m_ben, m_device, m_chat, m_epoch, m_refresh, m_login, m_name;
    QStringList m_mids;                     // by seq
    QHash<QString, QJsonObject> m_messages; // by mid
    qint64 m_rev = 3, m_seq = 0, m_rx = 0;
    QString m_tag;
    bool m_lose = false;
};

} // namespace kith::conform
