#pragma once
#include <QByteArray>
#include <QString>
#include <functional>

namespace kith {

/// Where the engine gets its access token. Refreshing, and the secret behind it, are not the engine's
/// business.
class AccountAuth {
public:
    virtual ~AccountAuth() = default;

    struct Answer {
        enum class Kind : quint8 {
            Token,
            SignInNeeded, // the server (or an empty keychain) says that this device is signed out
            Offline,      // the server cannot be reached or cannot answer now
            SecretsAway,  // the keychain cannot answer now; never taken for "signed out"
        };
        Kind kind = Kind::Offline;
        QByteArray token;   // with Token only
        QString why;        // one sentence for details, never a secret
        qint64 retryMs = 0; // the server asked for this much patience; 0 = it did not
    };
    /// Answers exactly once, maybe before it returns; not after this object or the request's context is gone.
    virtual void token(std::function<void(const Answer &)> done) = 0;
    /// The last token was refused: the next answer must be a new one.
    virtual void invalidate() = 0;
};

} // namespace kith
