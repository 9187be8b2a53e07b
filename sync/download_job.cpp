// DownloadJob: a file of the server on its way to the cache.
#include "core/base/file_names.h"
#include "core/base/log.h"
#include "sync/transfer_jobs.h"

#include <QDir>
#include <QNetworkReply>
#include <QStorageInfo>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace kith {

using namespace Qt::StringLiterals;

namespace {

// Qt takes in what the line gives, whatever its read buffer's bound and however slow our disk: 1.9 GB of 2
// GiB were seen in memory. So no request asks for more than this.
constexpr qint64 pieceBytes = 8 * 1024 * 1024;
constexpr qint64 keepFree = 64LL * 1024 * 1024;

bool synced(QFile &file)
{
#ifdef Q_OS_UNIX
    return file.flush() && ::fsync(file.handle()) == 0;
#else
    return file.flush();
#endif
}

} // namespace

QString DownloadJob::partOf(const QString &folder, const AttId &att)
{
    return folder + u'/' + QString::fromLatin1(att.blob().toHex()) + u".part"_s;
}

void DownloadJob::begin()
{
    m_started = false;
    if (m_task.size > limits::fileBytes) return refuse(u"att_too_big"_s);
    if (!QDir().mkpath(m_line.folder)) return refuse(u"disk_error"_s);
    QFile::setPermissions(m_line.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_part.close();
    m_part.setFileName(partOf(m_line.folder, m_task.att));
    if (!m_part.open(QIODevice::ReadWrite)) return refuse(u"disk_error"_s);
    m_part.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    m_have = m_part.size();
    if (m_have > m_task.size) {
        m_part.resize(0);
        m_have = 0;
    }
    const QStorageInfo disk(m_line.folder);
    if (disk.isValid() && disk.bytesAvailable() < m_task.size - m_have + keepFree)
        return refuse(u"disk_full"_s);
    m_hash.reset();
    m_counted = 0;
    count();
}

/// What an earlier run left behind is hashed before more is put to it.
void DownloadJob::count()
{
    if (m_counted == m_have) return m_have == m_task.size && m_have > 0 ? finish() : get();
    m_part.seek(m_counted);
    const QByteArray bytes = m_part.read(std::min(slice, m_have - m_counted));
    if (bytes.isEmpty()) return refuse(u"disk_error"_s);
    m_hash.addData(bytes);
    m_counted += bytes.size();
    nextTurn([this] { count(); });
}

void DownloadJob::get()
{
    m_started = false;
    QList<std::pair<QByteArray, QByteArray>> headers;
    if (m_task.size > 0) {
        const qint64 last = std::min(m_have + pieceBytes, m_task.size) - 1;
        headers = {{"Range", "bytes=" + QByteArray::number(m_have) + '-' + QByteArray::number(last)},
                   {"If-Range", '"' + m_task.sha256.toHex() + '"'}};
    }
    auto *reply = ask("GET", headers);
    connect(reply, &QNetworkReply::readyRead, this, [this, reply] {
        if (!m_over) store(*reply);
    });
    answered(reply, [this, before = m_have](int status, QNetworkReply &answer) {
        if (status == 200 || status == 206) {
            store(answer);
            if (m_over) return;
            if (m_have == m_task.size) return finish();
            const bool whole = status == 206 && answer.error() == QNetworkReply::NoError && m_have > before;
            return whole ? get() : later(); // cut
        }
        if (status == 404 || status == 410) {
            m_part.remove();
            return refuse(u"gone"_s);
        }
        if (status == 416) { // another file than the part that is here
            m_part.resize(0);
            return later();
        }
        if (troubled(status, answer)) return;
        refuse(u"download_refused"_s);
    });
}

void DownloadJob::store(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 200 && status != 206) return;
    if (!std::exchange(m_started, true)) {
        const QByteArray range = reply.rawHeader("Content-Range");
        if (status == 206 && !range.startsWith("bytes " + QByteArray::number(m_have) + '-'))
            return refuse(u"file_wrong"_s);
        if (status == 200) { // from the start after all
            m_part.resize(0);
            m_have = 0;
            m_hash.reset();
        }
        m_part.seek(m_have);
    }
    while (reply.bytesAvailable() > 0) {
        const QByteArray bytes = reply.read(slice);
        if (m_have + bytes.size() > m_task.size) {
            m_part.remove();
            return refuse(u"file_wrong"_s); // longer than its message said
        }
        if (m_part.write(bytes) != bytes.size() || !m_part.flush()) {
            m_part.resize(m_have);
            return refuse(u"disk_full"_s);
        }
        m_hash.addData(bytes);
        m_have += bytes.size();
    }
    moved(m_have, false);
}

void DownloadJob::finish()
{
    if (m_hash.result() != m_task.sha256) {
        qCWarning(lcSync, "a file that came is not what its message said; it was thrown away");
        m_part.remove();
        return refuse(u"file_wrong"_s);
    }
    if (!synced(m_part)) return refuse(u"disk_error"_s);
    m_part.close();
    // A folder of its own: the name may be any, two files may have the same.
    const QString dir = m_line.folder + u'/' + QString::fromLatin1(m_task.att.blob().toHex());
    const QString path = dir + u'/' + safeFileName(m_task.name);
    QFile::remove(path);
    if (!QDir().mkpath(dir) || !QFile::rename(m_part.fileName(), path)) return refuse(u"disk_error"_s);
    TransferReport report;
    report.kind = TransferReport::Kind::Done;
    report.path = path;
    end(std::move(report));
}

} // namespace kith
