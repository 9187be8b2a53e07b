#include "server/api/tokens.h"

#include <QCryptographicHash>
#include <QtEndian>
#include <sodium.h>

namespace kith::server {

namespace {

constexpr qsizetype payloadBytes = 16 + 16 + 8;
constexpr qsizetype tokenBytes = payloadBytes + qsizetype(crypto_auth_hmacsha256_BYTES);
constexpr qsizetype tokenChars = tokenBytes * 4 / 3;
static_assert(tokenBytes % 3 == 0, "no padding, one spelling");

using Mac = std::array<unsigned char, crypto_auth_hmacsha256_BYTES>;

Mac macOf(const QByteArray &key, QByteArrayView payload)
{
    // The name keeps a signature made with this key for another purpose from being taken for a token.
    static constexpr char purpose[] = "kith access 1";
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char *>(key.constData()),
                                size_t(key.size()));
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char *>(purpose), sizeof purpose);
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char *>(payload.data()),
                                  size_t(payload.size()));
    Mac mac;
    crypto_auth_hmacsha256_final(&state, mac.data());
    return mac;
}

QByteArray::FromBase64Result fromBase64Url(QByteArrayView text)
{
    return QByteArray::fromBase64Encoding(text.toByteArray(), QByteArray::Base64UrlEncoding |
                                                                  QByteArray::OmitTrailingEquals |
                                                                  QByteArray::AbortOnBase64DecodingErrors);
}

} // namespace

Tokens::Tokens(const QByteArray &key)
    : m_key(key)
{
    Q_ASSERT(key.size() == 32);
}

QByteArray Tokens::issue(const Access &access) const
{
    QByteArray token = access.user.blob() + access.device.blob();
    char expires[8];
    qToBigEndian(access.expiresMs, expires);
    token.append(expires, sizeof expires);
    const Mac mac = macOf(m_key, token);
    token.append(reinterpret_cast<const char *>(mac.data()), qsizetype(mac.size()));
    return token.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

std::variant<Access, TokenFault> Tokens::check(QByteArrayView token, qint64 nowMs) const
{
    if (token.size() != tokenChars) return TokenFault::Invalid;
    const auto decoded = fromBase64Url(token);
    if (!decoded || decoded.decoded.size() != tokenBytes) return TokenFault::Invalid;
    const QByteArrayView bytes(decoded.decoded);
    const QByteArrayView payload = bytes.first(payloadBytes);
    const Mac mac = macOf(m_key, payload);
    if (sodium_memcmp(mac.data(), bytes.data() + payloadBytes, mac.size()) != 0) return TokenFault::Invalid;
    Access access;
    access.user = UserId::fromBlob(payload.first(16));
    access.device = DeviceId::fromBlob(payload.sliced(16, 16));
    access.expiresMs = qFromBigEndian<qint64>(payload.data() + 32);
    if (access.expiresMs <= nowMs) return TokenFault::Expired;
    return access;
}

QByteArray newRefreshToken(Random &random)
{
    char bytes[32];
    random.fill(bytes, sizeof bytes);
    return QByteArray(bytes, sizeof bytes)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray refreshHash(QByteArrayView token)
{
    if (token.size() != 43) return {};
    const auto decoded = fromBase64Url(token);
    if (!decoded || decoded.decoded.size() != 32) return {};
    return QCryptographicHash::hash(decoded.decoded, QCryptographicHash::Sha256);
}

} // namespace kith::server
