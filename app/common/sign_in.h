#pragma once
#include "app/common/profile.h"
#include "sync/secrets.h"

#include <QObject>
#include <functional>
#include <memory>

namespace kith {

class AccountApi;
struct ApiFault;
namespace wire {
struct SignedIn;
}

struct SignInRequest {
    QUrl server; // as AccountApi::serverAddress() made it
    QString login;
    QString password;
    QString name; // registering: what others see; empty = the login
    bool registering = false;
    QString invite = {}; // registering: a code, when the server wants one
};

/// What signing in brings beside the account: a first access token for the engine.
struct SignedInAccount {
    Account account;
    QByteArray access;
    int accessTtlSeconds = 0;
};

/// The sentence-free error of a failed request: Refused with the server's code as `what`, or Offline,
/// Timeout, Unavailable with a sentence.
Error errorOf(const ApiFault &fault);

/// Registers or logs in and leaves a complete account behind, or none: server answers → lock and folder →
/// mirror with its user → secret written → account listed last. A crash in between leaves an unlisted folder,
/// nothing else. Signing in again to an account of the profile (same server and user) keeps its mirror and
/// outbox.
class SignIn final : public QObject {
    Q_OBJECT
public:
    SignIn(Profile &profile, Secrets &secrets, QObject *parent = nullptr);
    ~SignIn() override;

    /// One at a time. Errors: Offline, Timeout, Refused (`what` = the server's code), Unavailable (keychain),
    /// Io, Locked. The callback comes later and not after this object is gone.
    void run(const SignInRequest &request, std::function<void(Result<SignedInAccount>)> done);

private:
    void answered(const wire::SignedIn &answer);
    void finish(Result<SignedInAccount> result);

    Profile &m_profile;
    Secrets &m_secrets;
    QUrl m_server;
    std::unique_ptr<AccountApi> m_api;
    std::function<void(Result<SignedInAccount>)> m_done;
};

} // namespace kith
