#include "sync/token_source.h"

#include "core/base/clock.h"
#include "core/base/log.h"

#include <QPointer>

namespace kith {

using namespace Qt::StringLiterals;

TokenSource::TokenSource(Secrets &secrets, AccountApi &api, const Clock &clock, QString secretKey,
                         QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_api(api)
    , m_clock(clock)
    , m_key(std::move(secretKey))
{
}

void TokenSource::adopt(const QByteArray &access, int ttlSeconds)
{
    m_access = access;
    m_accessUntil = m_clock.steadyMs() + qint64(ttlSeconds) * 1000 - marginMs;
}

void TokenSource::token(std::function<void(const Answer &)> done)
{
    m_waiting.push_back(std::move(done));
    if (m_waiting.size() > 1) return; // one question is under way and will answer this one too
    // Later, never from inside: the asker is in the middle of something.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_access.isEmpty() && m_clock.steadyMs() < m_accessUntil)
                answer({Answer::Kind::Token, m_access, {}, 0});
            else if (m_refresh.isEmpty())
                readSecret();
            else
                refresh();
        },
        Qt::QueuedConnection);
}

void TokenSource::invalidate() { m_access.clear(); }

void TokenSource::readSecret()
{
    // The store outlives this object and may answer after it: a program can end while the keychain is asked.
    m_secrets.read(m_key, [this, self = QPointer(this)](const Result<QByteArray> &secret) {
        if (!self) return;
        if (secret) {
            m_refresh = *secret;
            refresh();
        } else if (secret.error().code == Errc::NotFound) {
            answer({Answer::Kind::SignInNeeded, {}, u"no sign-in is stored for this account"_s, 0});
        } else {
            answer({Answer::Kind::SecretsAway, {}, secret.error().what, 0});
        }
    });
}

void TokenSource::refresh()
{
    m_api.refresh(m_refresh, [this](const ApiResult<wire::Tokens> &result) { refreshed(result); });
}

void TokenSource::refreshed(const ApiResult<wire::Tokens> &result)
{
    if (const auto *fault = std::get_if<ApiFault>(&result)) {
        // Only the server's own plain "no" to this token signs out; a proxy's page or a cut never does.
        const bool over =
            fault->kind == ApiFault::Kind::Refused && (fault->code == QStringView(wire::api::authInvalid) ||
                                                       fault->code == QStringView(wire::api::deviceRevoked));
        if (over)
            m_refresh.clear(); // the stored one stays: a person decides; the next question reads it again
        answer({over ? Answer::Kind::SignInNeeded : Answer::Kind::Offline, {}, fault->what, fault->retryMs});
        return;
    }
    const auto &tokens = std::get<wire::Tokens>(result);
    adopt(tokens.access, tokens.accessTtlSeconds);
    if (!tokens.refresh.isEmpty() && tokens.refresh != m_refresh) keep(tokens.refresh);
    answer({Answer::Kind::Token, m_access, {}, 0});
}

// The server lets the old token work until the new one has been shown to it: so the new one is shown only
// once it is safely stored, and neither a crash nor a store that is away signs anybody out.
void TokenSource::keep(const QByteArray &refreshToken)
{
    m_secrets.write(m_key, refreshToken, [this, self = QPointer(this), refreshToken](const Status &written) {
        if (!self) return;
        if (written)
            m_refresh = refreshToken;
        else
            qCWarning(lcSync, "the new sign-in could not be stored; the old one is used on");
    });
}

void TokenSource::answer(const Answer &what)
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &done : waiting) done(what);
}

} // namespace kith
