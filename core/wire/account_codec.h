#pragma once
#include "core/base/result.h"
#include "core/wire/frames.h"

#include <QByteArray>
#include <QString>

/// Bodies of the HTTP API (docs/protocol.md, "Accounts"): JSON in UTF-8, at most limits::httpBodyBytes. Both
/// sides use these, so that a field cannot be spelt in two ways. Readers ignore unknown fields.
namespace kith::wire {

/// GET /v1/server
struct ServerInfo {
    QString name;
    QString version;
    int protocolMin = limits::protocolMin, protocolMax = limits::protocolMax;
    QString registration; // "open", "invite" or "closed"; open set
    QString id;           // identity of the server's database, as text
    ServerLimits limits;
    friend bool operator==(const ServerInfo &, const ServerInfo &) = default;
};

struct DeviceInfo {
    QString name; // for the device list: "anna's laptop"
    QString app;  // "kith 0.1.0"
    friend bool operator==(const DeviceInfo &, const DeviceInfo &) = default;
};

/// POST /v1/register → 201 SignedIn
struct RegisterRequest {
    QString login, password, name;
    DeviceInfo device;
    QString invite = {}; // code, when the server asks for one; empty = none
    friend bool operator==(const RegisterRequest &, const RegisterRequest &) = default;
};

/// POST /v1/login → 200 SignedIn
struct LoginRequest {
    QString login, password;
    DeviceInfo device;
    friend bool operator==(const LoginRequest &, const LoginRequest &) = default;
};

struct SignedIn {
    UserId user;
    QString login, name;
    DeviceId device;
    QByteArray access; // short-lived bearer token, ASCII
    int accessTtlSeconds = 0;
    QByteArray refresh; // long-lived, bound to the device; ASCII
    friend bool operator==(const SignedIn &, const SignedIn &) = default;
};

/// POST /v1/token → 200 Tokens; POST /v1/logout → 200 {}
struct TokenRequest {
    QByteArray refresh;
    friend bool operator==(const TokenRequest &, const TokenRequest &) = default;
};

struct Tokens {
    QByteArray access;
    int accessTtlSeconds = 0;
    QByteArray refresh; // non-empty = replaces the stored one, which then no longer works
    friend bool operator==(const Tokens &, const Tokens &) = default;
};

/// Every answer that is not 2xx.
struct ApiError {
    QString code;    // the names in `api`; open set
    QString message; // English, for logs
    qint64 retryMs = 0;
    friend bool operator==(const ApiError &, const ApiError &) = default;
};

/// Codes of ApiError.
namespace api {
inline constexpr char16_t badRequest[] = u"bad_request";     // 400: the body cannot be read
inline constexpr char16_t badLogin[] = u"bad_login";         // 422: characters or length
inline constexpr char16_t badPassword[] = u"bad_password";   // 422: too short or too long
inline constexpr char16_t weakPassword[] = u"weak_password"; // 422: among the first that are guessed
inline constexpr char16_t badProfile[] = u"bad_profile";     // 422: about or picture breaks its bound
inline constexpr char16_t badName[] = u"bad_name";           // 422: empty or too long
inline constexpr char16_t loginTaken[] = u"login_taken";     // 409
inline constexpr char16_t closed[] = u"registration_closed"; // 403
inline constexpr char16_t inviteNeeded[] = u"invite_needed";   // 403: without a code
inline constexpr char16_t inviteInvalid[] = u"invite_invalid"; // 403: unknown, used up, revoked or expired
inline constexpr char16_t badCredentials[] =
    u"bad_credentials";                                    // 401: login or password wrong, not told which
inline constexpr char16_t authInvalid[] = u"auth_invalid"; // 401: the token is unknown, used up or expired
inline constexpr char16_t authExpired[] = u"auth_expired"; // 401: get a new access token
inline constexpr char16_t deviceRevoked[] = u"device_revoked"; // 401
inline constexpr char16_t notFound[] = u"not_found";           // 404, 405
inline constexpr char16_t tooLarge[] = u"too_large";           // 413
inline constexpr char16_t rate[] = u"rate";                    // 429, with retry_ms
inline constexpr char16_t unavailable[] = u"unavailable";      // 503, with retry_ms
} // namespace api

QByteArray encode(const ServerInfo &info);
QByteArray encode(const RegisterRequest &request);
QByteArray encode(const LoginRequest &request);
QByteArray encode(const SignedIn &answer);
QByteArray encode(const TokenRequest &request);
QByteArray encode(const Tokens &answer);
QByteArray encode(const ApiError &error);

/// All: Corrupt when the body is no such object; `what` names the field, never its value.
Result<ServerInfo> decodeServerInfo(QByteArrayView body);
Result<RegisterRequest> decodeRegister(QByteArrayView body);
Result<LoginRequest> decodeLogin(QByteArrayView body);
Result<SignedIn> decodeSignedIn(QByteArrayView body);
Result<TokenRequest> decodeTokenRequest(QByteArrayView body);
Result<Tokens> decodeTokens(QByteArrayView body);
Result<ApiError> decodeApiError(QByteArrayView body);

/// The one form of a login: trimmed, lower case, without a leading '@'.
QString normalLogin(const QString &typed);
/// Empty when the values keep the rules of limits.h; else the ApiError code. The form of sign-up and the
/// server ask the same function.
QString faultOfLogin(const QString &normal);
QString faultOfPassword(const QString &password);
QString faultOfName(const QString &trimmedName);

} // namespace kith::wire
