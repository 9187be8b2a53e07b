#include "sync/account_api.h"

#include "core/base/limits.h"
#include "core/base/log.h"

#include <QHostAddress>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

ApiFault::Kind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return ApiFault::Kind::Tls;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
        return ApiFault::Kind::Timeout; // how the transfer timeout shows
    default:
        return ApiFault::Kind::Unreachable;
    }
}

QString sentence(ApiFault::Kind kind, const QUrl &server)
{
    const QString name = server.host();
    switch (kind) {
    case ApiFault::Kind::Unreachable:
        return u"the server %1 cannot be reached"_s.arg(name);
    case ApiFault::Kind::Timeout:
        return u"the server %1 does not answer"_s.arg(name);
    case ApiFault::Kind::Tls:
        return u"the secure connection to %1 cannot be trusted"_s.arg(name);
    case ApiFault::Kind::NotKith:
        return u"%1 answers, but not as a Kith server"_s.arg(name);
    case ApiFault::Kind::Refused:
        return u"%1 refused the request"_s.arg(name);
    case ApiFault::Kind::Busy:
        return u"%1 is busy"_s.arg(name);
    }
    return {};
}

ApiFault fault(ApiFault::Kind kind, const QUrl &server) { return {kind, {}, 0, sentence(kind, server)}; }

ApiFault faultOfAnswer(int status, const QByteArray &body, const QUrl &server)
{
    const auto error = wire::decodeApiError(body);
    if (!error) {
        // A proxy in front of a stopped server answers 502..504 in its own words: that is "not now", not "not
        // Kith".
        return fault(status >= 502 && status <= 504 ? ApiFault::Kind::Unreachable : ApiFault::Kind::NotKith,
                     server);
    }
    const bool later = status == 429 || status >= 500;
    auto result = fault(later ? ApiFault::Kind::Busy : ApiFault::Kind::Refused, server);
    result.code = error->code;
    result.retryMs = error->retryMs;
    result.what += u" ("_s + error->code + u')';
    return result;
}

Result<std::monostate> nothing(QByteArrayView) { return std::monostate{}; }

} // namespace

Errc ApiFault::errc() const
{
    switch (kind) {
    case Kind::Unreachable:
        return Errc::Offline;
    case Kind::Timeout:
        return Errc::Timeout;
    case Kind::Tls:
        return Errc::Refused;
    case Kind::NotKith:
        return Errc::Corrupt;
    case Kind::Refused:
        return Errc::Refused;
    case Kind::Busy:
        return Errc::Unavailable;
    }
    return Errc::Io;
}

AccountApi::AccountApi(QUrl server, QObject *parent)
    : QObject(parent)
    , m_server(std::move(server))
{
    m_net.setTransferTimeout(patienceMs);
    m_net.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_net.setAutoDeleteReplies(true);
}

AccountApi::~AccountApi() = default;

bool AccountApi::isThisMachine(const QUrl &url)
{
    const QString host = url.host();
    return host == u"localhost"_s || QHostAddress(host).isLoopback();
}

Result<QUrl> AccountApi::serverAddress(const QString &typed)
{
    QString text = typed.trimmed();
    if (!text.contains(u"://"_s)) text.prepend(u"https://"_s);
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() ||
        url.hasFragment())
        return Error{Errc::BadInput, u"this is not a server address"_s};
    if (url.scheme() == u"http"_s && !isThisMachine(url))
        return Error{Errc::BadInput,
                     u"plain http is used for this machine only; write https://%1"_s.arg(url.host())};
    if (url.scheme() != u"https"_s && url.scheme() != u"http"_s)
        return Error{Errc::BadInput, u"a server address starts with https://"_s};
    QString path = url.path();
    while (path.endsWith(u'/')) path.chop(1);
    url.setPath(path);
    return url;
}

QUrl AccountApi::socketUrl(const QUrl &server)
{
    QUrl url = server;
    url.setScheme(server.scheme() == u"http"_s && isThisMachine(server) ? u"ws"_s : u"wss"_s);
    url.setPath(server.path() + u"/v1/ws"_s);
    return url;
}

QNetworkReply *AccountApi::start(const char *path, const QByteArray &access, const QByteArray *body)
{
    QUrl url = m_server;
    url.setPath(m_server.path() + QString::fromLatin1(path));
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setRawHeader("Accept", "application/json");
    if (!access.isEmpty()) request.setRawHeader("Authorization", "Bearer " + access);
    if (!body) return m_net.get(request);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return m_net.post(request, *body);
}

template <class T>
void AccountApi::request(const char *path, const QByteArray &access, const QByteArray *body,
                         Result<T> (*decode)(QByteArrayView), Done<T> done)
{
    auto *reply = start(path, access, body);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64 total) {
        if (received > limits::httpBodyBytes || total > limits::httpBodyBytes) {
            reply->setProperty("oversized", true); // abort() alone looks like a timeout afterwards
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, decode, done = std::move(done)] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (reply->property("oversized").toBool()) {
            done(fault(ApiFault::Kind::NotKith, m_server));
            return;
        }
        if (status == 0) {
            qCInfo(lcSync, "account request failed: %s", qUtf8Printable(reply->errorString()));
            const bool notHttp = reply->error() == QNetworkReply::ProtocolFailure ||
                                 reply->error() == QNetworkReply::ProtocolUnknownError;
            done(fault(notHttp ? ApiFault::Kind::NotKith : kindOf(reply->error()), m_server));
            return;
        }
        const auto cutShort = reply->error() == QNetworkReply::RemoteHostClosedError ||
                              reply->error() == QNetworkReply::OperationCanceledError ||
                              reply->error() == QNetworkReply::TimeoutError;
        if (cutShort) {
            done(fault(kindOf(reply->error()), m_server));
            return;
        }
        const QByteArray answer = reply->read(limits::httpBodyBytes + 1);
        if (status < 200 || status > 299) {
            done(faultOfAnswer(status, answer, m_server));
            return;
        }
        if (auto value = decode(answer))
            done(*std::move(value));
        else
            done(fault(ApiFault::Kind::NotKith, m_server));
    });
}

void AccountApi::serverInfo(Done<wire::ServerInfo> done)
{
    request("/v1/server", {}, nullptr, wire::decodeServerInfo, std::move(done));
}

void AccountApi::registerAccount(const wire::RegisterRequest &what, Done<wire::SignedIn> done)
{
    const auto body = wire::encode(what);
    request("/v1/register", {}, &body, wire::decodeSignedIn, std::move(done));
}

void AccountApi::login(const wire::LoginRequest &what, Done<wire::SignedIn> done)
{
    const auto body = wire::encode(what);
    request("/v1/login", {}, &body, wire::decodeSignedIn, std::move(done));
}

void AccountApi::refresh(const QByteArray &refreshToken, Done<wire::Tokens> done)
{
    const auto body = wire::encode(wire::TokenRequest{refreshToken});
    request("/v1/token", {}, &body, wire::decodeTokens, std::move(done));
}

void AccountApi::logout(const QByteArray &refreshToken, Done<std::monostate> done)
{
    const auto body = wire::encode(wire::TokenRequest{refreshToken});
    request("/v1/logout", {}, &body, nothing, std::move(done));
}

void AccountApi::changePassword(const QByteArray &access, const wire::PasswordChange &change,
                                Done<std::monostate> done)
{
    const auto body = wire::encode(change);
    request("/v1/password", access, &body, nothing, std::move(done));
}

void AccountApi::devices(const QByteArray &access, Done<wire::DeviceList> done)
{
    request("/v1/devices", access, nullptr, wire::decodeDeviceList, std::move(done));
}

void AccountApi::endDevices(const QByteArray &access, const wire::DeviceEnd &end, Done<std::monostate> done)
{
    const auto body = wire::encode(end);
    request("/v1/devices/end", access, &body, nothing, std::move(done));
}

void AccountApi::profile(const QByteArray &access, Done<wire::Profile> done)
{
    request("/v1/profile", access, nullptr, wire::decodeProfile, std::move(done));
}

void AccountApi::profileOf(const QByteArray &access, const UserId &user, Done<wire::Profile> done)
{
    const auto body = wire::encode(wire::ProfileQuery{user});
    request("/v1/profile/of", access, &body, wire::decodeProfile, std::move(done));
}

void AccountApi::changeProfile(const QByteArray &access, const wire::ProfileChange &change,
                               Done<wire::Profile> done)
{
    const auto body = wire::encode(change);
    request("/v1/profile", access, &body, wire::decodeProfile, std::move(done));
}

void AccountApi::avatar(const QByteArray &access, const AvatarId &avatar, Done<wire::Avatar> done)
{
    const auto body = wire::encode(wire::AvatarQuery{avatar});
    request("/v1/avatar", access, &body, wire::decodeAvatar, std::move(done));
}

void AccountApi::endAccount(const QByteArray &access, const wire::AccountEnd &end, Done<std::monostate> done)
{
    const auto body = wire::encode(end);
    request("/v1/account/delete", access, &body, nothing, std::move(done));
}

void AccountApi::report(const QByteArray &access, const wire::Report &report, Done<std::monostate> done)
{
    const auto body = wire::encode(report);
    request("/v1/report", access, &body, nothing, std::move(done));
}

} // namespace kith
