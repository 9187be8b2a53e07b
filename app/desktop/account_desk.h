#pragma once
#include "app/common/account_session.h"
#include "core/store/reader.h"
#include "sync/account_api.h"
#include "sync/secrets.h"
#include "ui/settings/account_port.h"

#include <QObject>

namespace kith {

/// The account's care over the HTTP API, with the tokens of the session: two that trade the same refresh
/// token would look like a thief to the server. Thread: GUI. Gone before the session is.
class AccountDesk final : public QObject, public AccountPort {
    Q_OBJECT
public:
    /// `relay` outlives the session and lives on the GUI thread. `signedOut`: the server has been told and
    /// the account may be removed here; answers what became of that.
    AccountDesk(AccountSession &session, Reader &reader, Secrets &secrets, QObject &relay,
                std::function<Status()> signedOut);
    ~AccountDesk() override;

    QString accountName() const override;
    void devices(std::function<void(const Result<std::vector<Device>> &)> done) override;
    void endDevice(const DeviceId &device, Done done) override;
    void changePassword(const QString &old, const QString &next, Done done) override;
    void deleteAccount(const QString &password, Done done) override;
    int unsent() const override;
    void signOut(Done done) override;

private:
    /// Asks with a token that is good now; `done` gets the answer or why there is none.
    template <class T>
    void withToken(std::function<void(const QByteArray &, AccountApi::Done<T>)> ask,
                   std::function<void(Result<T>)> done);

    AccountSession &m_session;
    Reader &m_reader;
    Secrets &m_secrets;
    QObject &m_relay;
    std::function<Status()> m_signedOut;
    AccountApi m_api;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); // looked at on the GUI thread only
};

} // namespace kith
