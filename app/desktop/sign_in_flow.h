#pragma once
#include "app/common/sign_in.h"
#include "sync/account_api.h"
#include "ui/login/sign_in_port.h"

namespace kith {

/// The sign-in page's port over the account API.
class SignInFlow final : public QObject, public SignInPort {
    Q_OBJECT
public:
    SignInFlow(Profile &profile, Secrets &secrets, QObject *parent = nullptr);

    void check(const QString &address, std::function<void(const ServerCheck &)> done) override;
    void signIn(const Request &request, std::function<void(Status)> done) override;
    const SignedInAccount &result() const { return m_result; } // after a signIn that succeeded

private:
    SignIn m_signIn;
    std::unique_ptr<AccountApi> m_checking;
    SignedInAccount m_result;
};

} // namespace kith
