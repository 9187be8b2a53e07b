#pragma once
#include "core/base/ids.h"
#include "core/base/random.h"
#include "server/storage/account_requests.h"

#include <optional>
#include <variant>

namespace kith::server {

/// What an access token says.
struct Access {
    UserId user;
    DeviceId device;
    qint64 expiresMs = 0; // Unix time
    friend bool operator==(const Access &, const Access &) = default;
};
enum class TokenFault : quint8 { Invalid, Expired };

/// A refresh token that somebody shows: the hash under which the database knows it, and what it proves by
/// itself (the shorter ones of before say nothing).
struct ShownRefresh {
    QByteArray hash;
    std::optional<TokenClaim> claim;
};

/// Makes and checks tokens with the server's key. Immutable, any thread.
/// Access tokens: 96 characters of base64url over user, device, expiry and their HMAC-SHA256. They are
/// checked without the database. Refresh tokens: 112 characters of base64url over a secret, device,
/// generation and their HMAC-SHA256. The database holds the secret's hash and decides; the rest counts only
/// where it lost what it knew.
class Tokens {
public:
    explicit Tokens(const QByteArray &key); // Identity::tokenKey, 32 bytes
    QByteArray issue(const Access &access) const;
    std::variant<Access, TokenFault> check(QByteArrayView token, qint64 nowMs) const;
    QByteArray refreshToken(const QByteArray &secret, const TokenClaim &claim) const;
    /// nullopt: not a refresh token of this server.
    std::optional<ShownRefresh> readRefresh(QByteArrayView token) const;

private:
    QByteArray m_key;
};

/// What is secret in a refresh token: 32 random bytes.
QByteArray newRefreshSecret(Random &random);
/// SHA-256 of the secret: the database holds only that.
QByteArray refreshHash(const QByteArray &secret);

} // namespace kith::server
