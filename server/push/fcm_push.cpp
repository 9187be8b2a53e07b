#include "server/push/fcm_push.h"

#include "core/base/clock.h"
#include "core/base/log.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QNetworkReply>
#include <QUrlQuery>
#include <utility>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 renewEarlyMs = 60'000;
constexpr qint64 tokenRetryMs = 10'000;
constexpr qint64 quotaRetryMs = 60'000; // what FCM asks for when a 429 names no time
constexpr qint64 longestPauseMs = 24 * 3'600'000;
constexpr qint64 answerBytes = 64 * 1024;

/// Data values are texts; keys that begin with "google" or "gcm" and the word "from" are FCM's own.
QByteArray bodyOf(const PushNote &note)
{
    QJsonObject data{{u"kind"_s, note.chat ? u"news"_s : u"test"_s}, {u"news"_s, QString::number(note.news)}};
    if (note.chat) {
        data.insert("chat"_L1, QString::fromLatin1(note.chat.text()));
        data.insert("seq"_L1, QString::number(note.seq.value));
    }
    if (note.silent) data.insert("silent"_L1, u"1"_s);
    if (!note.title.isEmpty()) data.insert("title"_L1, note.title);
    if (!note.body.isEmpty()) data.insert("body"_L1, note.body);
    const QJsonObject android{{u"collapse_key"_s, u"kith"_s},
                              {u"priority"_s, note.silent ? u"NORMAL"_s : u"HIGH"_s},
                              {u"ttl"_s, u"2419200s"_s}};
    const QJsonObject message{
        {u"token"_s, QString::fromLatin1(note.token)},
        {u"data"_s, data},
        {u"android"_s, android},
        {u"webpush"_s, QJsonObject{{u"headers"_s, QJsonObject{{u"Topic"_s, u"kith"_s}}}}},
        {u"apns"_s, QJsonObject{{u"headers"_s, QJsonObject{{u"apns-collapse-id"_s, u"kith"_s}}}}}};
    return QJsonDocument(QJsonObject{{u"message"_s, message}}).toJson(QJsonDocument::Compact);
}

/// FCM's own code out of the details, else the general status.
QString codeOf(const QByteArray &answer)
{
    const QJsonObject error = QJsonDocument::fromJson(answer).object().value("error"_L1).toObject();
    const QJsonArray details = error.value("details"_L1).toArray();
    for (const QJsonValue &detail : details) {
        const QString code = detail.toObject().value("errorCode"_L1).toString();
        if (!code.isEmpty()) return code.left(64);
    }
    return error.value("status"_L1).toString().left(64);
}

/// INVALID_ARGUMENT speaks of the token only when no field of the body is named.
bool blamesToken(const QByteArray &answer)
{
    const QJsonArray details =
        QJsonDocument::fromJson(answer).object().value("error"_L1).toObject().value("details"_L1).toArray();
    bool fcm = false;
    for (const QJsonValue &detail : details) {
        const QJsonObject object = detail.toObject();
        fcm = fcm || !object.value("errorCode"_L1).toString().isEmpty();
        const QJsonArray violations = object.value("fieldViolations"_L1).toArray();
        for (const QJsonValue &violation : violations)
            if (violation.toObject().value("field"_L1).toString() != "message.token"_L1) return false;
    }
    return fcm;
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace

FcmPush::FcmPush(ServiceAccount account, Options options, const Clock &clock)
    : m_account(std::move(account))
    , m_options(std::move(options))
    , m_clock(clock)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy); // a token must not follow elsewhere
}

void FcmPush::send(const PushNote &note, Done done)
{
    Waiting waiting{note, std::move(done)};
    if (m_clock.steadyMs() < m_accessUntilMs) return post(std::move(waiting));
    m_waiting.push_back(std::move(waiting));
    askToken();
}

void FcmPush::askToken()
{
    if (std::exchange(m_asking, true)) return;
    const auto assertion = m_account.assertion(m_clock.wallMs() / 1000);
    if (!assertion) {
        m_asking = false;
        return failWaiting(assertion.error().what, tokenRetryMs);
    }
    QNetworkRequest request(m_account.tokenUrl());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    request.setTransferTimeout(m_options.timeoutMs);
    QUrlQuery form;
    form.addQueryItem(u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s);
    form.addQueryItem(u"assertion"_s, QString::fromLatin1(*assertion));
    QNetworkReply *reply = m_network.post(request, form.toString(QUrl::FullyEncoded).toLatin1());
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        m_asking = false;
        tokenAnswered(*reply);
    });
}

void FcmPush::tokenAnswered(QNetworkReply &reply)
{
    const QJsonObject answer = QJsonDocument::fromJson(reply.read(answerBytes)).object();
    const QString access = answer.value("access_token"_L1).toString();
    const qint64 lifeMs = std::clamp<qint64>(answer.value("expires_in"_L1).toInteger(0), 0, 86'400) * 1000;
    if (statusOf(reply) != 200 || access.isEmpty()) {
        const QString told = answer.value("error"_L1).toString().left(64);
        const QString why =
            u"no access token for FCM: %1"_s.arg(!told.isEmpty()        ? told
                                                 : statusOf(reply) != 0 ? u"HTTP %1"_s.arg(statusOf(reply))
                                                                        : u"no connection"_s);
        qCWarning(lcServer) << qUtf8Printable(why);
        return failWaiting(why, std::max(tokenRetryMs, retryAfterMs(reply)));
    }
    m_access = access.toLatin1();
    m_accessUntilMs = m_clock.steadyMs() + std::max<qint64>(lifeMs - renewEarlyMs, lifeMs / 2);
    for (Waiting &waiting : std::exchange(m_waiting, {})) post(std::move(waiting));
}

void FcmPush::failWaiting(const QString &why, qint64 retryMs)
{
    m_pausedUntilMs = m_clock.steadyMs() + retryMs;
    for (Waiting &waiting : std::exchange(m_waiting, {})) waiting.done({PushOutcome::Retry, retryMs, why});
}

void FcmPush::post(Waiting &&waiting)
{
    QUrl url = m_options.endpoint;
    url.setPath(u"/v1/projects/%1/messages:send"_s.arg(m_account.project()));
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Authorization", "Bearer " + m_access);
    request.setTransferTimeout(m_options.timeoutMs);
    QNetworkReply *reply = m_network.post(request, bodyOf(waiting.note));
    connect(reply, &QNetworkReply::finished, this, [this, reply, done = std::move(waiting.done)] {
        reply->deleteLater();
        done(judge(*reply));
    });
}

PushResult FcmPush::judge(QNetworkReply &reply)
{
    const int status = statusOf(reply);
    if (status == 200) return {PushOutcome::Sent, 0, u"taken by FCM"_s};
    if (status == 0) return {PushOutcome::Retry, 0, u"no connection to FCM"_s};
    const QByteArray answer = reply.read(answerBytes);
    const QString code = codeOf(answer);
    const QString why = code.isEmpty() ? u"HTTP %1"_s.arg(status) : code;
    switch (status) {
    case 400:
        return {blamesToken(answer) ? PushOutcome::DeadToken : PushOutcome::Refused, 0, why};
    case 401: // the access token ended early: a fresh one for the next try
        m_accessUntilMs = 0;
        return {PushOutcome::Retry, 0, why};
    case 403: // another sender's token; without that code our account may not send at all
        return {code == "SENDER_ID_MISMATCH"_L1 ? PushOutcome::DeadToken : PushOutcome::Retry,
                code == "SENDER_ID_MISMATCH"_L1 ? 0 : quotaRetryMs, why};
    case 404:
        // Only this word condemns the token; a bare 404 may be a wrong project or a proxy.
        return {code == "UNREGISTERED"_L1 ? PushOutcome::DeadToken : PushOutcome::Retry, 0, why};
    default:
        break;
    }
    if (status == 429 || status >= 500) {
        const qint64 asked = retryAfterMs(reply);
        const qint64 wait = asked > 0 ? asked : status == 429 ? quotaRetryMs : 0;
        if (wait > 0) m_pausedUntilMs = std::max(m_pausedUntilMs, m_clock.steadyMs() + wait);
        return {PushOutcome::Retry, wait, why};
    }
    return {PushOutcome::Refused, 0, why};
}

/// RFC 9110 §10.2.3: seconds, or a date.
qint64 FcmPush::retryAfterMs(const QNetworkReply &reply) const
{
    const QByteArray value = reply.rawHeader("Retry-After").trimmed();
    if (value.isEmpty()) return 0;
    bool isNumber = false;
    const qint64 seconds = value.toLongLong(&isNumber);
    qint64 ms = std::clamp<qint64>(seconds, 0, longestPauseMs / 1000) * 1000;
    if (!isNumber) {
        QDateTime at =
            QLocale::c().toDateTime(QString::fromLatin1(value), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
        at.setTimeSpec(Qt::UTC);
        ms = at.isValid() ? at.toMSecsSinceEpoch() - m_clock.wallMs() : 0;
    }
    return std::clamp<qint64>(ms, 0, longestPauseMs);
}

} // namespace kith::server
