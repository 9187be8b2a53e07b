#include "core/wire/account_codec.h"

#include "core/wire/frame_parts.h"

namespace kith::wire {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxTokenBytes = 512;
constexpr qsizetype maxTextBytes = 4096; // of a field that has no rule of its own
constexpr qint64 maxInt = 2'147'483'647;

FieldReader bodyReader(QByteArrayView body)
{
    QString what;
    FieldReader in(parseFrame(body, limits::httpBodyBytes, &what));
    if (!what.isEmpty()) in.fail("body", "is not a JSON object within the limit");
    return in;
}

template <class T> Result<T> done(const FieldReader &in, T value)
{
    if (in.failed()) return Error{Errc::Corrupt, u"account body: "_s + in.what()};
    return value;
}

QString ascii(const QByteArray &bytes) { return QString::fromLatin1(bytes); }

/// A token stands in a header line: one word.
QByteArray readToken(FieldReader &in, const char *key)
{
    const QByteArray token = in.ascii(key, maxTokenBytes, 1);
    if (token.contains(' ')) in.fail(key, "is not one word");
    return token;
}

QJsonObject deviceJson(const DeviceInfo &device)
{
    return {{u"name"_s, device.name}, {u"app"_s, device.app}};
}

DeviceInfo readDevice(FieldReader &in)
{
    FieldReader device(in.child("device"));
    DeviceInfo info{device.text("name", 512), device.text("app", 256)};
    if (device.failed()) in.fail("device", "lacks a name or an app, or they are too long");
    return info;
}

} // namespace

QByteArray encode(const ServerInfo &info)
{
    return compact({{u"name"_s, info.name},
                    {u"version"_s, info.version},
                    {u"protocol"_s, QJsonObject{{u"min"_s, info.protocolMin}, {u"max"_s, info.protocolMax}}},
                    {u"registration"_s, info.registration},
                    {u"limits"_s, toJson(info.limits)},
                    {u"id"_s, info.id}});
}

QByteArray encode(const RegisterRequest &request)
{
    QJsonObject object{{u"login"_s, request.login},
                       {u"password"_s, request.password},
                       {u"name"_s, request.name},
                       {u"device"_s, deviceJson(request.device)}};
    if (!request.invite.isEmpty()) object.insert(u"invite"_s, request.invite);
    return compact(object);
}

QByteArray encode(const LoginRequest &request)
{
    return compact({{u"login"_s, request.login},
                    {u"password"_s, request.password},
                    {u"device"_s, deviceJson(request.device)}});
}

QByteArray encode(const SignedIn &answer)
{
    return compact({{u"user"_s, ascii(answer.user.text())},
                    {u"login"_s, answer.login},
                    {u"name"_s, answer.name},
                    {u"device"_s, ascii(answer.device.text())},
                    {u"access"_s, ascii(answer.access)},
                    {u"access_ttl"_s, answer.accessTtlSeconds},
                    {u"refresh"_s, ascii(answer.refresh)}});
}

QByteArray encode(const TokenRequest &request) { return compact({{u"refresh"_s, ascii(request.refresh)}}); }

QByteArray encode(const Tokens &answer)
{
    QJsonObject object{{u"access"_s, ascii(answer.access)}, {u"access_ttl"_s, answer.accessTtlSeconds}};
    if (!answer.refresh.isEmpty()) object.insert(u"refresh"_s, ascii(answer.refresh));
    return compact(object);
}

QByteArray encode(const ApiError &error)
{
    QJsonObject object{{u"code"_s, error.code}, {u"message"_s, error.message}};
    if (error.retryMs > 0) object.insert(u"retry_ms"_s, error.retryMs);
    return compact(object);
}

Result<ServerInfo> decodeServerInfo(QByteArrayView body)
{
    FieldReader in = bodyReader(body);
    ServerInfo info;
    info.name = in.text("name", maxTextBytes);
    info.version = in.text("version", maxTextBytes);
    info.registration = in.text("registration", maxTextBytes);
    info.id = in.text("id", maxTextBytes);
    FieldReader protocol(in.child("protocol"));
    info.protocolMin = int(protocol.integer("min", 1, maxInt));
    info.protocolMax = int(protocol.integer("max", info.protocolMin, maxInt));
    if (protocol.failed()) in.fail("protocol", "is not {min, max}");
    info.limits = serverLimitsFromJson(in.child("limits"));
    return done(in, std::move(info));
}

Result<RegisterRequest> decodeRegister(QByteArrayView body)
{
    FieldReader in = bodyReader(body);
    RegisterRequest request{in.text("login", maxTextBytes), in.text("password", maxTextBytes),
                            in.text("name", maxTextBytes), readDevice(in),
                            in.textOr("invite", QString(), 256)};
    return done(in, std::move(request));
}

Result<LoginRequest> decodeLogin(QByteArrayView body)
{
    FieldReader in = bodyReader(body);
    LoginRequest request{in.text("login", maxTextBytes), in.text("password", maxTextBytes), readDevice(in)};
    return done(in, std::move(request));
}

Result<SignedIn> decodeSignedIn(QByteArrayView body)
{
    FieldReader in = bodyReader(body);
    SignedIn answer;
    answer.user = in.id<UserId>("user");
    answer.login = in.text("login", maxTextBytes);
    answer.name = in.text("name", maxTextBytes);
    answer.device = in.id<DeviceId>("device");
    answer.access = readToken(in, "access");
    answer.accessTtlSeconds = int(in.integer("access_ttl", 1, maxInt));
    answer.refresh = readToken(in, "refresh");
    return done(in, std::move(answer));
}

Result<TokenRequest> decodeTokenRequest(QByteArrayView body)
{
    FieldReader in = bodyReader(body);
    TokenRequest request{readToken(in, "refresh")};
    return done(in, std::move(request));
}

Result<Tokens> decodeTokens(QByteArrayView body)
{
    FieldReader in = bodyReader(body);
    Tokens answer;
    answer.access = readToken(in, "access");
    answer.accessTtlSeconds = int(in.integer("access_ttl", 1, maxInt));
    if (in.has("refresh")) answer.refresh = readToken(in, "refresh");
    return done(in, std::move(answer));
}

Result<ApiError> decodeApiError(QByteArrayView body)
{
    FieldReader in = bodyReader(body);
    ApiError error{in.text("code", 64, 1), in.textOr("message", QString(), maxTextBytes),
                   in.integerOr("retry_ms", 0)};
    return done(in, std::move(error));
}

QString normalLogin(const QString &typed)
{
    QString login = typed.trimmed().toLower();
    if (login.startsWith(u'@')) login.remove(0, 1);
    return login;
}

QString faultOfLogin(const QString &normal)
{
    bool good = normal.size() >= limits::loginMinChars && normal.size() <= limits::loginMaxChars;
    for (const QChar c : normal) {
        const char16_t u = c.unicode();
        good = good &&
               ((u >= u'a' && u <= u'z') || (u >= u'0' && u <= u'9') || u == u'.' || u == u'_' || u == u'-');
    }
    return good ? QString() : QString::fromUtf16(api::badLogin);
}

QString faultOfPassword(const QString &password)
{
    const bool good = password.size() >= limits::passwordMinChars && password.isValidUtf16() &&
                      password.toUtf8().size() <= limits::passwordMaxBytes;
    return good ? QString() : QString::fromUtf16(api::badPassword);
}

QString faultOfName(const QString &trimmedName)
{
    bool good =
        !trimmedName.isEmpty() && trimmedName.size() <= limits::nameChars && trimmedName.isValidUtf16();
    for (const QChar c : trimmedName) good = good && c.category() != QChar::Other_Control;
    return good ? QString() : QString::fromUtf16(api::badName);
}

} // namespace kith::wire
