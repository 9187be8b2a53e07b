#include "core/wire/account_codec.h"

#include "core/base/limits.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kith::wire {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kTokenBytes = 512;
constexpr qsizetype kTextChars = 1024; // of any field that has no rule of its own

/// Reads fields and keeps the name of the first bad one; every read after a fault is harmless.
class Fields {
public:
    explicit Fields(QByteArrayView body)
    {
        if (body.size() > limits::httpBodyBytes) {
            m_bad = u"body too large"_s;
            return;
        }
        QJsonParseError fault;
        const auto document = QJsonDocument::fromJson(body.toByteArray(), &fault);
        if (fault.error != QJsonParseError::NoError || !document.isObject()) m_bad = u"not a JSON object"_s;
        m_object = document.object();
    }
    explicit Fields(const QJsonObject &object)
        : m_object(object)
    {
    }

    QString text(QLatin1StringView key, qsizetype max = kTextChars)
    {
        const auto value = m_object.value(key);
        const auto text = value.toString();
        if (!value.isString() || text.size() > max || !text.isValidUtf16()) fail(key);
        return text;
    }
    QString optionalText(QLatin1StringView key) { return m_object.contains(key) ? text(key) : QString(); }
    QByteArray token(QLatin1StringView key)
    {
        const auto bytes = text(key, kTokenBytes).toUtf8();
        if (bytes.isEmpty()) fail(key);
        for (const char c : bytes)
            if (c <= ' ' || c > '~') fail(key);
        return bytes;
    }
    QByteArray optionalToken(QLatin1StringView key)
    {
        return m_object.contains(key) ? token(key) : QByteArray();
    }
    qint64 number(QLatin1StringView key, qint64 min, qint64 max)
    {
        const auto value = m_object.value(key);
        const qint64 n = value.toInteger(min);
        if (!value.isDouble() || n < min || n > max || value.toDouble() != double(n)) fail(key);
        return n;
    }
    qint64 numberOr(QLatin1StringView key, qint64 fallback, qint64 min, qint64 max)
    {
        return m_object.contains(key) ? number(key, min, max) : fallback;
    }
    template <class I> I id(QLatin1StringView key)
    {
        const auto id = I::fromText(text(key, 36).toUtf8());
        if (!id) fail(key);
        return id.value_or(I{});
    }
    Fields object(QLatin1StringView key)
    {
        const auto value = m_object.value(key);
        if (!value.isObject()) fail(key);
        return Fields(value.toObject());
    }
    void adopt(const Fields &inner)
    {
        if (m_bad.isEmpty()) m_bad = inner.m_bad;
    }
    template <class T> Result<T> done(T value) const
    {
        if (!m_bad.isEmpty()) return Error{Errc::Corrupt, u"account body: "_s + m_bad};
        return value;
    }

private:
    void fail(QLatin1StringView key)
    {
        if (m_bad.isEmpty()) m_bad = u"field "_s + key;
    }
    QJsonObject m_object;
    QString m_bad;
};

constexpr qint64 kMaxInt = 2'147'483'647;

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }
QString ascii(const QByteArray &bytes) { return QString::fromLatin1(bytes); }

QJsonObject deviceObject(const DeviceInfo &device)
{
    return {{u"name"_s, device.name}, {u"app"_s, device.app}};
}

DeviceInfo deviceFrom(Fields &in)
{
    auto object = in.object("device"_L1);
    DeviceInfo device{object.text("name"_L1, 128), object.text("app"_L1, 64)};
    in.adopt(object);
    return device;
}

} // namespace

QByteArray encode(const ServerInfo &info)
{
    const auto &l = info.limits;
    const QJsonObject limitsObject{{u"text_bytes"_s, l.textBytes},
                                   {u"title_chars"_s, l.titleChars},
                                   {u"page_rows"_s, l.pageRows},
                                   {u"group_members"_s, l.groupMembers},
                                   {u"edit_window_ms"_s, l.editWindowMs}};
    return compact({{u"name"_s, info.name},
                    {u"version"_s, info.version},
                    {u"protocol"_s, QJsonObject{{u"min"_s, info.protocolMin}, {u"max"_s, info.protocolMax}}},
                    {u"registration"_s, info.registration},
                    {u"limits"_s, limitsObject},
                    {u"id"_s, info.id}});
}

QByteArray encode(const RegisterRequest &request)
{
    return compact({{u"login"_s, request.login},
                    {u"password"_s, request.password},
                    {u"name"_s, request.name},
                    {u"device"_s, deviceObject(request.device)}});
}

QByteArray encode(const LoginRequest &request)
{
    return compact({{u"login"_s, request.login},
                    {u"password"_s, request.password},
                    {u"device"_s, deviceObject(request.device)}});
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
    Fields in(body);
    ServerInfo info{.name = in.text("name"_L1),
                    .version = in.text("version"_L1),
                    .registration = in.text("registration"_L1),
                    .id = in.text("id"_L1),
                    .limits = {}};
    auto protocol = in.object("protocol"_L1);
    info.protocolMin = int(protocol.number("min"_L1, 1, kMaxInt));
    info.protocolMax = int(protocol.number("max"_L1, info.protocolMin, kMaxInt));
    in.adopt(protocol);
    auto limits = in.object("limits"_L1);
    auto &l = info.limits;
    l.textBytes = int(limits.numberOr("text_bytes"_L1, l.textBytes, 1, kMaxInt));
    l.titleChars = int(limits.numberOr("title_chars"_L1, l.titleChars, 1, kMaxInt));
    l.pageRows = int(limits.numberOr("page_rows"_L1, l.pageRows, 1, kMaxInt));
    l.groupMembers = int(limits.numberOr("group_members"_L1, l.groupMembers, 1, kMaxInt));
    l.editWindowMs = limits.numberOr("edit_window_ms"_L1, l.editWindowMs, 0, qint64(1) << 53);
    in.adopt(limits);
    return in.done(std::move(info));
}

Result<RegisterRequest> decodeRegister(QByteArrayView body)
{
    Fields in(body);
    RegisterRequest request{
        in.text("login"_L1), in.text("password"_L1, limits::passwordMaxBytes + 1), in.text("name"_L1), {}};
    request.device = deviceFrom(in);
    return in.done(std::move(request));
}

Result<LoginRequest> decodeLogin(QByteArrayView body)
{
    Fields in(body);
    LoginRequest request{in.text("login"_L1), in.text("password"_L1, limits::passwordMaxBytes + 1), {}};
    request.device = deviceFrom(in);
    return in.done(std::move(request));
}

Result<SignedIn> decodeSignedIn(QByteArrayView body)
{
    Fields in(body);
    SignedIn answer;
    answer.user = in.id<UserId>("user"_L1);
    answer.login = in.text("login"_L1);
    answer.name = in.text("name"_L1);
    answer.device = in.id<DeviceId>("device"_L1);
    answer.access = in.token("access"_L1);
    answer.accessTtlSeconds = int(in.number("access_ttl"_L1, 1, kMaxInt));
    answer.refresh = in.token("refresh"_L1);
    return in.done(std::move(answer));
}

Result<TokenRequest> decodeTokenRequest(QByteArrayView body)
{
    Fields in(body);
    TokenRequest request{in.token("refresh"_L1)};
    return in.done(std::move(request));
}

Result<Tokens> decodeTokens(QByteArrayView body)
{
    Fields in(body);
    Tokens answer;
    answer.access = in.token("access"_L1);
    answer.accessTtlSeconds = int(in.number("access_ttl"_L1, 1, kMaxInt));
    answer.refresh = in.optionalToken("refresh"_L1);
    return in.done(std::move(answer));
}

Result<ApiError> decodeApiError(QByteArrayView body)
{
    Fields in(body);
    ApiError error;
    error.code = in.text("code"_L1, 64);
    error.message = in.optionalText("message"_L1);
    error.retryMs = in.numberOr("retry_ms"_L1, 0, 0, qint64(1) << 53);
    if (error.code.isEmpty()) return Error{Errc::Corrupt, u"account body: field code"_s};
    return in.done(std::move(error));
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
