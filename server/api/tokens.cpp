#include "server/api/tokens.h"

#include <QCryptographicHash>
#include <QtEndian>
#include <sodium.h>

namespace kith::server {

namespace {

constexpr qsizetype payloadBytes = 16 + 16 + 8;
constexpr qsizetype tokenBytes = payloadBytes + qsizetype(crypto_auth_hmacsha256_BYTES);
constexpr qsizetype tokenChars = tokenBytes * 4 / 3;
constexpr qsizetype secretBytes = 32;
constexpr qsizetype claimBytes = secretBytes + 16 + 4;
constexpr qsizetype refreshBytes = claimBytes + qsizetype(crypto_auth_hmacsha256_BYTES);
constexpr qsizetype refreshChars = refreshBytes * 4 / 3;
constexpr qsizetype bareChars = 43; // a secret alone, as the first servers issued it
static_assert(tokenBytes % 3 == 0 && refreshBytes % 3 == 0, "no padding, one spelling");

using Mac = std::array<unsigned char, crypto_auth_hmacsha256_BYTES>;

// The names keep a signature made with this key for another purpose from being taken for a token.
constexpr char forAccess[] = "kith access 1";
constexpr char forRefresh[] = "kith refresh 1";

template <size_t N> Mac macOf(const QByteArray &key, const char (&purpose)[N], QByteArrayView payload)
{
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

/// What was signed and its signature, as text.
QByteArray sealed(QByteArray bytes, const Mac &mac)
{
    bytes.append(reinterpret_cast<const char *>(mac.data()), qsizetype(mac.size()));
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
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
    return sealed(token, macOf(m_key, forAccess, token));
}

std::variant<Access, TokenFault> Tokens::check(QByteArrayView token, qint64 nowMs) const
{
    if (token.size() != tokenChars) return TokenFault::Invalid;
    const auto decoded = fromBase64Url(token);
    if (!decoded || decoded.decoded.size() != tokenBytes) return TokenFault::Invalid;
    const QByteArrayView bytes(decoded.decoded);
    const QByteArrayView payload = bytes.first(payloadBytes);
    const Mac mac = macOf(m_key, forAccess, payload);
    if (sodium_memcmp(mac.data(), bytes.data() + payloadBytes, mac.size()) != 0) return TokenFault::Invalid;
    Access access;
    access.user = UserId::fromBlob(payload.first(16));
    access.device = DeviceId::fromBlob(payload.sliced(16, 16));
    access.expiresMs = qFromBigEndian<qint64>(payload.data() + 32);
    if (access.expiresMs <= nowMs) return TokenFault::Expired;
    return access;
}

QByteArray Tokens::refreshToken(const QByteArray &secret, const TokenClaim &claim) const
{
    Q_ASSERT(secret.size() == secretBytes);
    char generation[4];
    qToBigEndian(quint32(claim.generation), generation);
    QByteArray token = secret + claim.device.blob();
    token.append(generation, sizeof generation);
    return sealed(token, macOf(m_key, forRefresh, token));
}

std::optional<ShownRefresh> Tokens::readRefresh(QByteArrayView token) const
{
    if (token.size() != bareChars && token.size() != refreshChars) return std::nullopt;
    const auto decoded = fromBase64Url(token);
    if (!decoded) return std::nullopt;
    const QByteArrayView bytes(decoded.decoded);
    if (bytes.size() == secretBytes) return ShownRefresh{refreshHash(decoded.decoded), std::nullopt};
    if (bytes.size() != refreshBytes) return std::nullopt;
    const Mac mac = macOf(m_key, forRefresh, bytes.first(claimBytes));
    if (sodium_memcmp(mac.data(), bytes.data() + claimBytes, mac.size()) != 0) return std::nullopt;
    return ShownRefresh{refreshHash(bytes.first(secretBytes).toByteArray()),
                        TokenClaim{DeviceId::fromBlob(bytes.sliced(secretBytes, 16)),
                                   qFromBigEndian<quint32>(bytes.data() + secretBytes + 16)}};
}

QByteArray newRefreshSecret(Random &random)
{
    QByteArray secret(secretBytes, Qt::Uninitialized);
    random.fill(secret.data(), size_t(secret.size()));
    return secret;
}

QByteArray refreshHash(const QByteArray &secret)
{
    return QCryptographicHash::hash(secret, QCryptographicHash::Sha256);
}

} // namespace kith::server
