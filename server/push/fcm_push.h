#pragma once
#include "server/push/push.h"
#include "server/push/service_account.h"

#include <QNetworkAccessManager>
#include <deque>

namespace kith {
class Clock;
}

namespace kith::server {

/// Firebase Cloud Messaging over its HTTP v1 interface
/// (https://firebase.google.com/docs/reference/fcm/rest/v1/projects.messages). One access token for all
/// sends, renewed a minute before it ends; every note has the same collapse key, since FCM keeps few for a
/// device. An object of the thread it was made on, which needs an event loop.
class FcmPush final : public QObject, public Push {
    Q_OBJECT
public:
    struct Options {
        QUrl endpoint = QUrl(QStringLiteral("https://fcm.googleapis.com"));
        int timeoutMs = 20'000; // of one request
    };
    FcmPush(ServiceAccount account, Options options, const Clock &clock);

    QString provider() const override { return QStringLiteral("fcm"); }
    void send(const PushNote &note, Done done) override;
    qint64 pausedUntilMs() const override { return m_pausedUntilMs; }

private:
    struct Waiting {
        PushNote note;
        Done done;
    };
    void askToken();
    void tokenAnswered(QNetworkReply &reply);
    void failWaiting(const QString &why, qint64 retryMs);
    void post(Waiting &&waiting);
    PushResult judge(QNetworkReply &reply);
    qint64 retryAfterMs(const QNetworkReply &reply) const;

    const ServiceAccount m_account;
    const Options m_options;
    const Clock &m_clock;
    QNetworkAccessManager m_network;
    QByteArray m_access;
    qint64 m_accessUntilMs = 0; // steady
    qint64 m_pausedUntilMs = 0; // steady
    bool m_asking = false;
    std::deque<Waiting> m_waiting; // for an access token
};

} // namespace kith::server
