// UploadJob: a file of this machine on its way to the server.
#include "core/base/file_names.h"
#include "core/wire/attachment_codec.h"
#include "sync/transfer_jobs.h"

#include <QDateTime>
#include <QFileInfo>
#include <QNetworkReply>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr int surprisesMost = 5;
const std::pair<QByteArray, QByteArray> tus{"Tus-Resumable", "1.0.0"};

} // namespace

void UploadJob::begin()
{
    if (m_sha256.isEmpty()) m_sha256 = m_task.sha256;
    m_file.close();
    m_file.setFileName(m_task.path);
    if (!m_file.open(QIODevice::ReadOnly))
        return refuse(QFileInfo::exists(m_task.path) ? u"file_unreadable"_s : u"file_gone"_s);
    if (!isSame()) return refuse(u"file_changed"_s);
    if (!m_sha256.isEmpty()) return head();
    m_hash.reset();
    m_counted = 0;
    count();
}

bool UploadJob::isSame()
{
    const QFileInfo info(m_task.path);
    return info.isFile() && info.size() == m_task.size &&
           info.lastModified().toMSecsSinceEpoch() == m_task.mtimeMs;
}

void UploadJob::count()
{
    const QByteArray bytes = m_file.read(std::min(slice, m_task.size - m_counted));
    if (bytes.isEmpty() && m_counted < m_task.size) return refuse(u"file_changed"_s);
    m_hash.addData(bytes);
    m_counted += bytes.size();
    if (m_counted < m_task.size) return nextTurn([this] { count(); });
    if (!isSame()) return refuse(u"file_changed"_s);
    m_sha256 = m_hash.result();
    TransferReport report;
    report.att = m_task.att;
    report.kind = TransferReport::Kind::Counted;
    report.sha256 = m_sha256;
    m_file.seek(0);
    report.mime = sniffedMime(m_file.read(512));
    m_line.report(report);
    head();
}

/// How much does the server have? This also ends what an earlier connection of ours may still be doing.
void UploadJob::head()
{
    if (++m_surprises > surprisesMost) return later();
    answered(ask("HEAD", {tus}), [this](int status, QNetworkReply &reply) {
        if (status == 404 || status == 410) return create();
        if (troubled(status, reply)) return;
        if (status != 200) return refuse(u"upload_refused"_s);
        if (reply.rawHeader("Upload-Length").toLongLong() != m_task.size) return terminate();
        m_offset = reply.rawHeader("Upload-Offset").toLongLong();
        if (m_offset == m_task.size) return whole(reply);
        next();
    });
}

void UploadJob::create()
{
    const QByteArray metadata = "att " + m_task.att.text().toBase64() + ",chat " +
                                m_task.chat.text().toBase64() + ",filename " +
                                m_task.name.toUtf8().toBase64() + ",sha256 " + m_sha256.toHex().toBase64();
    auto *reply =
        ask("POST", {tus, {"Upload-Length", QByteArray::number(m_task.size)}, {"Upload-Metadata", metadata}},
            {}, true);
    answered(reply, [this](int status, QNetworkReply &answer) {
        if (status == 409) return terminate(); // an earlier version of the file stands there
        if (troubled(status, answer)) return;
        if (status == 201) {
            m_offset = 0;
            return m_task.size == 0 ? head() : next();
        }
        qint64 retryMs = 0;
        const QByteArray code = codeOf(answer, &retryMs);
        refuse(code.isEmpty() ? u"upload_refused"_s : QString::fromLatin1(code));
    });
}

void UploadJob::terminate()
{
    if (std::exchange(m_terminated, true)) return refuse(u"mid_conflict"_s);
    answered(ask("DELETE", {tus}), [this](int status, QNetworkReply &reply) {
        if (troubled(status, reply)) return;
        create();
    });
}

void UploadJob::next()
{
    if (!isSame()) return refuse(u"file_changed"_s);
    if (!m_file.seek(m_offset)) return refuse(u"file_unreadable"_s);
    const QByteArray piece = m_file.read(std::min(pieceBytes, m_task.size - m_offset));
    if (piece.isEmpty()) return refuse(u"file_changed"_s);
    auto *reply = ask("PATCH",
                      {tus,
                       {"Upload-Offset", QByteArray::number(m_offset)},
                       {"Content-Type", "application/offset+octet-stream"}},
                      piece);
    connect(reply, &QNetworkReply::uploadProgress, this,
            [this](qint64 sent, qint64) { moved(m_offset + sent, false); });
    answered(reply, [this](int status, QNetworkReply &answer) {
        if (status == 204) {
            const qint64 offset = answer.rawHeader("Upload-Offset").toLongLong();
            if (offset <= m_offset || offset > m_task.size) return head();
            m_surprises = 0;
            m_offset = offset;
            moved(m_offset, true);
            return m_offset == m_task.size ? whole(answer) : next();
        }
        if (status == 404 || status == 409 || status == 410) return head();
        if (status == 460) return refuse(u"file_changed"_s); // what was read is not what was counted
        if (troubled(status, answer)) return;
        qint64 retryMs = 0;
        const QByteArray code = codeOf(answer, &retryMs);
        refuse(code.isEmpty() ? u"upload_refused"_s : QString::fromLatin1(code));
    });
}

void UploadJob::whole(QNetworkReply &reply)
{
    if (reply.rawHeader("Kith-Sha256") != m_sha256.toHex()) return terminate();
    TransferReport report;
    report.kind = TransferReport::Kind::Done;
    report.mime = QString::fromLatin1(reply.rawHeader("Kith-Mime").left(limits::attMimeBytes));
    end(std::move(report));
}

} // namespace kith
