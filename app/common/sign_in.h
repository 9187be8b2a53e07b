#pragma once
#include "app/common/profile.h"
#include "sync/secrets.h"

#include <QObject>
#include <functional>

namespace kith {

class AccountApi;

struct SignInRequest {
    QUrl server; // see normalServerUrl()
    QString login;
    QString password;
    QString name; // registering: what others see; empty = the login
    bool registering = false;
};

/// "chat.example.org", "localhost:8080", "https://…" → URL with scheme, host and port, no path; https unless
/// the host is this machine. BadInput: not an address.
Result<QUrl> normalServerUrl(const QString &typed);

/// Registers or logs in and leaves a complete account behind, or none: server answers → mirror created in its
/// folder with meta.user → secret written → account listed last. A crash in between leaves an unlisted
/// folder, nothing else. Signing in again to an account of the profile (same server and user) keeps its
/// mirror and outbox.
class SignIn final : public QObject {
    Q_OBJECT
public:
    SignIn(Profile &profile, Secrets &secrets, AccountApi &api, QObject *parent = nullptr);

    /// One at a time. Errors: Offline, Timeout, Refused (what = the server's sentence, wrong password
    /// included), Unavailable (keychain), Io, Locked.
    void run(const SignInRequest &request, std::function<void(Result<Account>)> done);

private:
    struct Outcome;
    void answered(const Outcome &outcome);
    void keepSecret(const Account &account, const QByteArray &refreshToken);

    Profile &m_profile;
    Secrets &m_secrets;
    AccountApi &m_api;
    std::function<void(Result<Account>)> m_done;
};

} // namespace kith
