#pragma once
#include "app/common/account_session.h"
#include "app/common/sign_in.h"
#include "app/desktop/account_desk.h"
#include "app/desktop/network_desk.h"
#include "app/desktop/sign_in_flow.h"
#include "app/desktop/tray.h"
#include "ui/main_window.h"
#include "ui/notify/notifier.h"
#include "ui/settings/settings_dialog.h"

#include <QObject>
#include <QPointer>

namespace kith {

/// The desktop program put together: profile, one account's session on its own thread, its reader here, the
/// window.
class House final : public QObject {
    Q_OBJECT
public:
    struct Options {
        bool online = true;
    };
    /// `engineSecrets` are used by the sync thread only, `secrets` by this one only.
    House(Profile profile, Secrets &secrets, Secrets &engineSecrets, Look &look, Options options);
    ~House() override;

    /// Opens the account of the profile, or the sign-in page. An error needs a person; nothing is shown then.
    Status start();
    /// Where the choices of this profile are kept.
    static QString preferencesFile(const Profile &profile);
    MainWindow &window() { return m_window; }
    Preferences &preferences() { return m_preferences; }
    Tray &tray() { return m_tray; }
    /// A kith: link, or empty: only comes to the front.
    void open(const QString &link);
    /// From the start of the program to the first painted window; for "About".
    void setStartMs(qint64 ms) { m_startMs = ms; }
    void showSettings(SettingsDialog::Page page);

private:
    Status openAccount(const Account &account, const QByteArray &access, int ttlSeconds,
                       const QString &damage = {});
    void damaged(const QString &why);
    void rescueNow();
    void tellRescue();
    void showSignIn(const Account *again);
    void closeAccount();
    void signedIn();
    Status signedOut();
    void signInAgain();
    void showDiagnostics();

    Profile m_profile;
    Secrets &m_secrets, &m_engineSecrets;
    Look &m_look;
    const Options m_options;
    SystemClock m_clock;
    Preferences m_preferences;
    NetworkDesk m_network;
    Tray m_tray;
    std::unique_ptr<Notices> m_notices;
    qint64 m_startMs = -1;
    SystemRandom m_random;
    std::unique_ptr<SignInFlow> m_flow;
    std::unique_ptr<Feed> m_feed;
    std::unique_ptr<AccountSession> m_session;
    std::unique_ptr<Reader> m_reader;
    std::unique_ptr<AccountDesk> m_desk;
    std::optional<Context> m_context; // of the open account
    QString m_damage;                 // found, and not yet mended
    quint64 m_opened = 0;             // how often an account was
    Connection m_connection;          // as it was told last
    MainWindow m_window;
    std::unique_ptr<Notifier> m_notifier;
    QPointer<SettingsDialog> m_settings;
};

} // namespace kith
