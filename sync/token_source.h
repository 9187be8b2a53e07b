#pragma once
#include "sync/account_api.h"
#include "sync/account_auth.h"
#include "sync/secrets.h"

#include <QObject>
#include <vector>

namespace kith {

class Clock;

/// AccountAuth over the keychain and the HTTP API: the access token lives in memory only, the refresh token
/// is read from Secrets once and kept while this object lives. Concurrent questions share one request.
/// Thread: the one it lives on, which is also that of `secrets` and `api`; all three outlive it.
class TokenSource final : public QObject, public AccountAuth {
    Q_OBJECT
public:
    TokenSource(Secrets &secrets, AccountApi &api, const Clock &clock, QString secretKey,
                QObject *parent = nullptr);

    /// A token that signing in has just brought; saves the first refresh.
    void adopt(const QByteArray &access, int ttlSeconds);

    void token(std::function<void(const Answer &)> done) override;
    void invalidate() override;

private:
    void readSecret();
    void refresh();
    void refreshed(const ApiResult<wire::Tokens> &result);
    void keep(const QByteArray &refreshToken);
    void answer(const Answer &what);

    static constexpr qint64 marginMs = 30'000; // a token this close to its end is not used any more

    Secrets &m_secrets;
    AccountApi &m_api;
    const Clock &m_clock;
    const QString m_key;
    QByteArray m_access, m_refresh; // m_refresh is what the store holds
    qint64 m_accessUntil = 0;       // steady ms
    std::vector<std::function<void(const Answer &)>> m_waiting;
};

} // namespace kith
