#pragma once
#include "core/base/ids.h"
#include "core/base/random.h"

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

/// Makes and checks access tokens: 96 characters of base64url over user, device, expiry and their
/// HMAC-SHA256. They are checked without the database. Immutable, any thread.
class Tokens {
public:
    explicit Tokens(const QByteArray &key); // Identity::tokenKey, 32 bytes
    QByteArray issue(const Access &access) const;
    std::variant<Access, TokenFault> check(QByteArrayView token, qint64 nowMs) const;

private:
    QByteArray m_key;
};

/// A refresh token: 32 random bytes as 43 characters of base64url. The database holds only its hash.
QByteArray newRefreshToken(Random &random);
/// SHA-256 of the token; empty when it is not 43 characters of base64url.
QByteArray refreshHash(QByteArrayView token);

} // namespace kith::server
