#include "sync/transfers.h"

#include "sync/transfer_jobs.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QEventLoop>
#include <QFileInfo>
#include <QNetworkReply>
#include <QThread>
#include <future>

namespace kith {

using namespace Qt::StringLiterals;

/// What lives on the thread.
class TransferThread::Desk final : public QObject {
public:
    Desk(QUrl server, QString folder, QString outgoing)
        : m_outgoing(std::move(outgoing))
    {
        m_line.server = std::move(server);
        m_line.folder = std::move(folder);
        m_line.net.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    }
    ~Desk() override
    {
        for (TransferJob *job : std::exchange(m_jobs, {})) delete job;
    }
    TransferLine &line() { return m_line; }

    void start(const TransferTask &task)
    {
        if (m_jobs.contains(task.att)) return;
        TransferJob *job = task.upload ? static_cast<TransferJob *>(new UploadJob(m_line, task, this))
                                       : static_cast<TransferJob *>(new DownloadJob(m_line, task, this));
        m_jobs.insert(task.att, job);
        connect(job, &TransferJob::over, this, [this, att = task.att, job] {
            m_jobs.remove(att);
            job->deleteLater();
        });
        job->start();
    }
    void cancel(const AttId &att, bool upload)
    {
        if (TransferJob *job = m_jobs.value(att)) job->stop();
        if (!upload) {
            QFile::remove(DownloadJob::partOf(m_line.folder, att));
            return;
        }
        // The server would give it up by itself in time; this frees the quota now.
        m_line.token([this, att](const QByteArray &token) {
            if (token.isEmpty()) return;
            QUrl url = m_line.server;
            url.setPath(url.path() + u"/v1/files/"_s + QString::fromLatin1(att.text()));
            QNetworkRequest request(url);
            request.setRawHeader("Authorization", "Bearer " + token);
            request.setRawHeader("Tus-Resumable", "1.0.0");
            QNetworkReply *reply = m_line.net.sendCustomRequest(request, "DELETE");
            connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
        });
    }
    /// Only inside the device's own folders, whatever a database says.
    void erase(const QString &path)
    {
        const QString clean = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
        for (const QString &folder : folders()) {
            if (!clean.startsWith(folder + u'/')) continue;
            QFile::remove(clean);
            QDir().rmdir(QFileInfo(clean).absolutePath());
        }
    }
    void sweep(const QSet<QString> &kept)
    {
        const QDateTime before = QDateTime::currentDateTimeUtc().addDays(-1);
        for (const QString &folder : folders()) {
            QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks,
                            QDirIterator::Subdirectories);
            while (it.hasNext()) {
                const QFileInfo file(it.next());
                if (kept.contains(file.absoluteFilePath()) || kept.contains(file.fileName()) ||
                    file.lastModified() > before)
                    continue;
                erase(file.absoluteFilePath());
            }
        }
    }

private:
    QStringList folders() const
    {
        QStringList all{QDir(m_line.folder).absolutePath()};
        if (!m_outgoing.isEmpty()) all += QDir(m_outgoing).absolutePath();
        return all;
    }

    const QString m_outgoing;
    TransferLine m_line;
    QHash<AttId, TransferJob *> m_jobs;
};

TransferThread::TransferThread(Setup setup)
    : m_outgoing(setup.outgoing)
    , m_owner(std::make_unique<QObject>())
    , m_alive(std::make_shared<bool>(true))
{
    std::promise<void> running;
    m_thread = std::thread([this, &setup, &running] {
        QThread::currentThread()->setObjectName(u"transfers"_s);
        QEventLoop loop;
        Desk desk(setup.server, setup.folder, setup.outgoing);
        m_loop = &loop;
        m_desk = &desk;
        wire(desk, setup);
        running.set_value();
        loop.exec();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    });
    running.get_future().wait();
}

/// What the desk tells goes over to the owner; only the answer about a token comes back.
void TransferThread::wire(Desk &desk, const Setup &setup)
{
    const auto owner = [there = m_owner.get()](std::function<void()> task) {
        QMetaObject::invokeMethod(there, std::move(task), Qt::QueuedConnection);
    };
    desk.line().report = [owner, report = setup.report](const TransferReport &what) {
        owner([report, what] { report(what); });
    };
    desk.line().tokenRefused = [owner, refused = setup.tokenRefused] { owner(refused); };
    desk.line().token = [owner, ask = setup.token, alive = m_alive,
                         back = &desk](std::function<void(QByteArray)> then) {
        owner([ask, alive, back, then = std::move(then)] {
            ask([alive, back, then](const QByteArray &token) {
                if (*alive)
                    QMetaObject::invokeMethod(
                        back, [then, token] { then(token); }, Qt::QueuedConnection);
            });
        });
    };
}

TransferThread::~TransferThread()
{
    *m_alive = false;
    QMetaObject::invokeMethod(
        m_desk, [loop = m_loop] { loop->quit(); }, Qt::QueuedConnection);
    m_thread.join();
    m_owner.reset(); // what the thread has still told is for nobody
}

void TransferThread::run(std::function<void(Desk &)> task)
{
    QMetaObject::invokeMethod(
        m_desk, [desk = m_desk, task = std::move(task)] { task(*desk); }, Qt::QueuedConnection);
}

Attachments::Carrier TransferThread::carrier()
{
    Attachments::Carrier carrier;
    carrier.start = [this](const TransferTask &task) { run([task](Desk &desk) { desk.start(task); }); };
    carrier.cancel = [this](const AttId &att, bool upload) {
        run([att, upload](Desk &desk) { desk.cancel(att, upload); });
    };
    carrier.erase = [this](const QString &path) { run([path](Desk &desk) { desk.erase(path); }); };
    carrier.sweep = [this](QSet<QString> kept) {
        run([kept = std::move(kept)](Desk &desk) { desk.sweep(kept); });
    };
    carrier.outgoing = m_outgoing;
    return carrier;
}

} // namespace kith
