#pragma once
#include "app/common/profile.h"
#include "core/domain/feed.h"
#include "inspect/bundle.h"
#include "sync/account_api.h"
#include "sync/secrets.h"

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

class QThread;

namespace kith {

/// One thing that was looked at.
struct Finding {
    enum class State : quint8 { Waiting, Looking, Good, Odd, Bad, Unknown };
    QString step; // untranslated, for bundles: "database", "keychain", …
    QString name; // for people
    State state = State::Waiting;
    QString says;    // one sentence
    QString advice;  // what to do; may be empty
    QString outside; // what a bundle tells of it: no names, no addresses
};

/// Looks, one after the other, whether everything that Kith needs is as it should be: database, keychain,
/// server, TLS, clock, proxy, notifications, tray, disk. Changes nothing.
class Diagnostics final : public QObject {
    Q_OBJECT
public:
    struct About {
        std::optional<Account> account; // absent: nobody is signed in
        QString mirror;                 // its file
        Connection connection;          // as the engine last told it
    };
    /// `secrets` are of this thread and outlive the object.
    Diagnostics(About about, Secrets &secrets, QObject *parent = nullptr);
    ~Diagnostics() override; // waits for the database step

    void start();
    const std::vector<Finding> &findings() const { return m_findings; }
    bool running() const { return m_now < m_findings.size(); }
    /// The findings as a page of a bundle.
    QString asPage() const;
    /// Makes a bundle of the account's mirror; made() or notMade() follows. Only when not running().
    void makeBundle();

Q_SIGNALS:
    void changed(int finding);
    void finished();
    void made(const std::shared_ptr<kith::inspect::Bundle> &bundle);
    void notMade(const kith::Error &error);

private:
    void next();
    void tell(Finding::State state, const QString &says, const QString &advice = {},
              const QString &outside = {});
    void database();
    void keychain();
    void server();
    void tls();
    void clock();
    void proxy();
    void notifications();
    void tray();
    void disk();
    void onThread(std::function<std::function<void()>()> work);
    Finding &now() { return m_findings[m_now]; }

    const About m_about;
    Secrets &m_secrets;
    std::vector<Finding> m_findings;
    std::vector<void (Diagnostics::*)()> m_steps;
    size_t m_now = 0;
    std::unique_ptr<AccountApi> m_api;
    std::optional<ApiResult<wire::ServerInfo>> m_answer;
    QThread *m_thread = nullptr;
    QTimer m_patience;
};

} // namespace kith
