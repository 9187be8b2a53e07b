#include "sync/transfer_jobs.h"

#include "core/base/log.h"
#include "core/wire/account_codec.h"
#include "core/wire/attachment_codec.h"

#include <QNetworkReply>
#include <QPointer>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30'000; // without a byte either way
constexpr int toldEveryMs = 200;
constexpr qint64 answerBytes = 64 * 1024;

} // namespace

TransferJob::TransferJob(TransferLine &line, TransferTask task, QObject *parent)
    : QObject(parent)
    , m_line(line)
    , m_task(std::move(task))
{
}

TransferJob::~TransferJob()
{
    if (!m_reply) return;
    m_reply->disconnect(this); // aborting tells of itself, and what would listen is half gone
    m_reply->abort();
}

void TransferJob::start()
{
    m_line.token([this, guard = QPointer<TransferJob>(this)](const QByteArray &token) {
        if (!guard || m_over) return;
        if (token.isEmpty()) return later();
        m_token = token;
        begin();
    });
}

void TransferJob::stop()
{
    TransferReport report;
    report.kind = TransferReport::Kind::Stopped;
    end(std::move(report));
}

QNetworkReply *TransferJob::ask(const QByteArray &method,
                                const QList<std::pair<QByteArray, QByteArray>> &headers,
                                const QByteArray &body, bool top)
{
    QUrl url = m_line.server;
    url.setPath(url.path() + u"/v1/files"_s +
                (top ? QString() : u'/' + QString::fromLatin1(m_task.att.text())));
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setTransferTimeout(patienceMs);
    request.setRawHeader("Authorization", "Bearer " + m_token);
    // Bytes are sent as they are; without this Qt asks for gzip and would unpack it without bound.
    request.setRawHeader("Accept-Encoding", "identity");
    for (const auto &[name, value] : headers) request.setRawHeader(name, value);
    // As a custom verb Qt would wait for the body that the answer to a HEAD tells of.
    m_reply =
        method == "HEAD" ? m_line.net.head(request) : m_line.net.sendCustomRequest(request, method, body);
    m_reply->setParent(this);
    return m_reply;
}

void TransferJob::answered(QNetworkReply *reply, std::function<void(int, QNetworkReply &)> then)
{
    connect(reply, &QNetworkReply::finished, this, [this, reply, then = std::move(then)] {
        reply->deleteLater();
        if (m_reply == reply) m_reply = nullptr;
        if (m_over) return;
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        then(status, *reply);
    });
}

QByteArray TransferJob::codeOf(QNetworkReply &reply, qint64 *retryMs)
{
    const auto error = wire::decodeApiError(reply.read(answerBytes));
    *retryMs = error ? error->retryMs : 0;
    return error ? error->code.toLatin1() : QByteArray();
}

bool TransferJob::troubled(int status, QNetworkReply &reply)
{
    if (status == 0) {
        qCInfo(lcSync, "a transfer was cut: %s", qUtf8Printable(reply.errorString()));
        later();
        return true;
    }
    if (status == 401) {
        m_line.tokenRefused();
        if (std::exchange(m_renewed, true))
            later();
        else
            start(); // with a fresh token, from what the server says then
        return true;
    }
    if (status == 408 || status == 429 || status >= 500) {
        qint64 retryMs = 0;
        codeOf(reply, &retryMs);
        later(retryMs);
        return true;
    }
    return false;
}

void TransferJob::moved(qint64 done, bool durable)
{
    if (m_over) return;
    if (!durable && m_told.isValid() && m_told.elapsed() < toldEveryMs) return;
    m_told.start();
    TransferReport report;
    report.att = m_task.att;
    report.kind = TransferReport::Kind::Moved;
    report.done = done;
    report.durable = durable;
    m_line.report(report);
}

void TransferJob::later(qint64 retryMs)
{
    TransferReport report;
    report.retryMs = retryMs;
    end(std::move(report));
}

void TransferJob::refuse(const QString &code)
{
    TransferReport report;
    report.kind = TransferReport::Kind::Refused;
    report.code = code;
    end(std::move(report));
}

void TransferJob::end(TransferReport report)
{
    if (std::exchange(m_over, true)) return;
    if (m_reply) m_reply->abort();
    report.att = m_task.att;
    m_line.report(report);
    Q_EMIT over();
}

void TransferJob::nextTurn(std::function<void()> step)
{
    QMetaObject::invokeMethod(
        this,
        [this, step = std::move(step)] {
            if (!m_over) step();
        },
        Qt::QueuedConnection);
}

} // namespace kith
