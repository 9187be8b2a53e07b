#pragma once
#include "sync/attachments.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

class QNetworkReply;

namespace kith {

/// What the jobs of one account share. Everything on the transfer thread.
struct TransferLine {
    QUrl server;
    QString folder; // of downloads
    QNetworkAccessManager net;
    /// Gives an access token, later; an empty one when there is none now.
    std::function<void(std::function<void(QByteArray)>)> token;
    std::function<void()> tokenRefused;
    std::function<void(const TransferReport &)> report;
};

/// One task at work: asks for a token, speaks HTTP, reports once how it ended and then wants to be deleted
/// (`over`). It touches no database.
class TransferJob : public QObject {
    Q_OBJECT
public:
    TransferJob(TransferLine &line, TransferTask task, QObject *parent);
    ~TransferJob() override;
    void start();
    void stop(); // as the person wants; reported as Stopped

Q_SIGNALS:
    void over();

protected:
    static constexpr qint64 slice = 1024 * 1024; // hashed in one turn of the event loop
    virtual void begin() = 0;                    // the token is there

    QNetworkReply *ask(const QByteArray &method, const QList<std::pair<QByteArray, QByteArray>> &headers,
                       const QByteArray &body = {}, bool top = false);
    /// Runs `then` with the answer once it is whole, unless the job is over by then.
    void answered(QNetworkReply *reply, std::function<void(int status, QNetworkReply &)> then);
    /// What is the same for all: a lost connection, an old token, a busy server. True: taken care of.
    bool troubled(int status, QNetworkReply &reply);
    static QByteArray codeOf(QNetworkReply &reply, qint64 *retryMs);
    void moved(qint64 done, bool durable);
    void later(qint64 retryMs = 0);
    void refuse(const QString &code);
    void end(TransferReport report);
    void nextTurn(std::function<void()> step);

    TransferLine &m_line;
    const TransferTask m_task;
    bool m_over = false;

private:
    QByteArray m_token;
    QNetworkReply *m_reply = nullptr;
    bool m_renewed = false; // the token, once
    QElapsedTimer m_told;
};

/// A file of this machine on its way to the server (tus 1.0).
class UploadJob final : public TransferJob {
    Q_OBJECT
public:
    using TransferJob::TransferJob;

private:
    static constexpr qint64 pieceBytes = 4 * 1024 * 1024;
    void begin() override;
    void count();
    void head();
    void create();
    void terminate();
    void next();
    bool isSame(); // the source, since it was chosen
    void whole(QNetworkReply &reply);

    QFile m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QByteArray m_sha256;
    qint64 m_counted = 0, m_offset = 0;
    int m_surprises = 0; // answers that moved nothing
    bool m_terminated = false;
};

/// A file of the server on its way to the cache; checked, then named.
class DownloadJob final : public TransferJob {
    Q_OBJECT
public:
    using TransferJob::TransferJob;
    static QString partOf(const QString &folder, const AttId &att);

private:
    void begin() override;
    void count();
    void get();
    void store(QNetworkReply &reply);
    void finish();

    QFile m_part;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_have = 0, m_counted = 0;
    bool m_started = false; // the answer's head was looked at
};

} // namespace kith
