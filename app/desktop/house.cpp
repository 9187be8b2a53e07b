#include "app/desktop/house.h"

#include "app/desktop/diagnostics_dialog.h"
#include "app/desktop/resources.h"
#include "ui/dialogs/rescue_dialog.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QMessageBox>
#include <QTimer>

#ifdef KITH_HAS_DBUS
#include "ui/notify/dbus_notices.h"
#endif

using namespace Qt::StringLiterals;

namespace kith {
namespace {

/// The desktop's own service where there is a session bus, else the tray.
std::unique_ptr<Notices> makeNotices(Tray &tray)
{
#ifdef KITH_HAS_DBUS
    // Asked for without an address the bus library would try to start one.
    const bool bus = !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS");
    if (bus && QDBusConnection::sessionBus().isConnected())
        return std::make_unique<DBusNotices>(QDBusConnection::sessionBus());
#endif
    return std::make_unique<TrayNotices>(tray);
}

} // namespace

QString House::preferencesFile(const Profile &profile) { return profile.dir() + u"/window.ini"_s; }

House::House(Profile profile, Secrets &secrets, Secrets &engineSecrets, Look &look, Options options)
    : m_profile(std::move(profile))
    , m_secrets(secrets)
    , m_engineSecrets(engineSecrets)
    , m_look(look)
    , m_options(options)
    , m_preferences(preferencesFile(m_profile), look)
    , m_network(m_preferences, secrets)
    , m_tray(m_preferences)
    , m_notices(makeNotices(m_tray))
    , m_window(look)
{
    registerFeedTypes();
    m_network.begin();
    connect(&m_network, &NetworkDesk::changed, this, [this] {
        if (!m_session || m_connection.phase == Connection::Phase::Off) return;
        m_session->commands().setOnline(false);
        m_session->commands().setOnline(true);
    });
    connect(&m_window, &MainWindow::diagnosticsWanted, this, &House::showDiagnostics);
    connect(m_notices.get(), &Notices::activated, this, [this](const ChatId &chat) {
        m_window.raiseToFront();
        if (m_window.workspace()) m_window.workspace()->openChat(chat);
    });
    connect(&m_tray, &Tray::openWanted, &m_window, &MainWindow::raiseToFront);
    connect(&m_tray, &Tray::quitWanted, &m_window, &MainWindow::quitWanted);
    connect(&m_window, &MainWindow::unreadChanged, &m_tray, &Tray::setUnread);
    connect(&m_window, &MainWindow::settingsWanted, this, [this](bool about) {
        showSettings(about ? SettingsDialog::Page::About : SettingsDialog::Page::Look);
    });
    // Out of sight only where there is an icon to bring it back.
    m_window.setMayHide([this] { return m_preferences.values().keepInTray && m_tray.isThere(); });
}

void House::showSettings(SettingsDialog::Page page)
{
    if (!m_settings) {
        SettingsDialog::Wishes wishes;
        if (m_notifier)
            wishes.testNotification = [this] {
                return m_notifier ? m_notifier->test() : NotifyVerdict::NobodyShows;
            };
        wishes.resources = [this] {
            ResourceReport report;
            report.memoryBytes = residentBytes();
            report.startMs = m_startMs;
            if (m_reader)
                if (const auto status = m_reader->status()) report.mirror = *status;
            return report;
        };
        if (m_window.workspace()) wishes.commands = m_window.workspace()->commands();
        wishes.trayThere = m_tray.isThere();
        wishes.network = &m_network;
        if (m_context) {
            wishes.context = &*m_context;
            wishes.account = m_desk.get();
            wishes.exportAll = [this] {
                if (m_window.workspace()) m_window.workspace()->exportHistory({});
            };
        }
        m_settings = new SettingsDialog(m_preferences, std::move(wishes), &m_window);
    }
    m_settings->open(page);
}

void House::open(const QString &link)
{
    m_window.raiseToFront();
    if (link.isEmpty() || !m_window.workspace()) return;
    if (!m_window.workspace()->follow(kithLink(link)))
        QMessageBox::information(&m_window, tr("Kith"),
                                 tr("This link leads to nothing that is on this computer."));
}

House::~House() { closeAccount(); }

Status House::start()
{
    const auto accounts = m_profile.accounts();
    if (accounts.empty()) {
        showSignIn(nullptr);
        return ok();
    }
    return openAccount(accounts.front(), {}, 0);
}

Status House::openAccount(const Account &account, const QByteArray &access, int ttlSeconds,
                          const QString &damage)
{
    closeAccount();
    m_feed = std::make_unique<Feed>();
    // The engine speaks at once, before the window listens: what it says is queued to this object and passed
    // on.
    connect(m_feed.get(), &Feed::connectionChanged, this,
            [this, opened = ++m_opened](const Connection &connection) {
                if (opened != m_opened) return; // of a session that is gone
                m_connection = connection;
                if (connection.phase == Connection::Phase::Damaged) damaged(connection.why);
                if (m_window.workspace()) m_window.workspace()->setConnection(connection);
            });
    auto session = AccountSession::open(m_profile, account, m_engineSecrets, *m_feed,
                                        {m_options.online, access, ttlSeconds, damage});
    if (!session) return session.error();
    m_session = *std::move(session);
    auto reader = Reader::open(m_session->mirrorFile());
    if (!reader) {
        closeAccount();
        return reader.error();
    }
    m_reader = *std::move(reader);
    // A damaged file may open and then fail at every page: that must not look like an account without chats.
    if (auto list = m_reader->chatPlaces(); !list) {
        closeAccount();
        if (list.error().code != Errc::Corrupt || !damage.isEmpty()) return list.error();
        return openAccount(account, access, ttlSeconds, list.error().what);
    }
    m_reader->setOnDamage([this](const Error &error) { damaged(error.what); });
    m_context.emplace(Context{*m_reader, m_session->commands(), *m_feed, m_clock, m_random, m_look,
                              m_profile.accountDir(account.id) + u"/outgoing"_s});
    m_session->commands().setCache(qint64(m_preferences.values().cacheMegabytes) * 1'000'000);
    m_desk = std::make_unique<AccountDesk>(*m_session, *m_reader, m_secrets, *this,
                                           [this] { return signedOut(); });
    m_network.setServer(account.server.toString());
    Workspace *workspace = m_window.showAccount(*m_context);
    m_notifier = std::make_unique<Notifier>(
        Context{*m_reader, m_session->commands(), *m_feed, m_clock, m_random, m_look}, *m_notices,
        m_preferences.values().notify, [this](const ChatId &chat) {
            return m_window.workspace() && m_window.workspace()->isOnScreen(chat);
        });
    Connection starting;
    starting.phase = m_options.online ? Connection::Phase::Connecting : Connection::Phase::Off;
    workspace->setConnection(starting);
    // Queued: the workspace that asks does not outlive the answer.
    connect(workspace, &Workspace::signInAgainWanted, this, &House::signInAgain, Qt::QueuedConnection);
    if (m_session->rescued()) QTimer::singleShot(0, this, &House::tellRescue); // when the window stands
    return ok();
}

/// Told from inside a read or by the sync thread; the account is closed when whoever said it is done.
void House::damaged(const QString &why)
{
    if (!m_damage.isEmpty()) return;
    m_damage = why;
    QMetaObject::invokeMethod(this, &House::rescueNow, Qt::QueuedConnection);
}

/// The account is closed, its file rescued while it is opened again.
void House::rescueNow()
{
    const QString damage = std::exchange(m_damage, QString());
    if (!m_session) return;
    const Account account = m_session->account();
    Composer::Unfinished written;
    if (m_window.workspace()) written = m_window.workspace()->pane()->composer()->unfinished();
    const Status opened = openAccount(account, {}, 0, damage);
    if (opened && written.chat) m_window.workspace()->resume(written);
    if (opened) return;
    QMessageBox::critical(&m_window, tr("Kith cannot repair the account"), words::fault(opened.error()));
    showSignIn(&account);
}

void House::tellRescue()
{
    if (!m_session) return;
    const auto report = m_session->rescued();
    if (!report) return;
    auto *dialog = new RescueDialog(*report, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this] {
        if (m_session) m_session->told();
    });
    dialog->open();
}

/// The window lets go of the reader first, the reader closes before the writer does.
void House::closeAccount()
{
    delete m_settings; // its pages speak of the account
    m_notifier.reset();
    m_window.clear();
    m_desk.reset();
    m_context.reset();
    m_reader.reset();
    m_session.reset();
    m_feed.reset();
}

/// The server no longer knows this device: nothing of the account stays here.
Status House::signedOut()
{
    if (!m_session) return ok();
    const Account account = m_session->account();
    const QString folder = m_profile.accountDir(account.id);
    if (auto unlisted = m_profile.remove(account.id); !unlisted) return unlisted.error();
    closeAccount();
    if (!QDir(folder).removeRecursively())
        QMessageBox::warning(&m_window, tr("Kith"),
                             tr("You are signed out, but %1 could not be removed.").arg(folder));
    return start();
}

void House::showSignIn(const Account *again)
{
    m_flow = std::make_unique<SignInFlow>(m_profile, m_secrets);
    SignInPage *page = m_window.showSignIn(*m_flow);
    if (again)
        page->prefill(again->server.toString(QUrl::FullyEncoded), again->login,
                      tr("The server has signed this computer out. Everything you have is still here."));
    connect(page, &SignInPage::networkWanted, this, [this](const QString &server) {
        m_network.setServer(server);
        delete m_settings; // its page tests what is typed now
        showSettings(SettingsDialog::Page::Network);
    });
    connect(page, &SignInPage::signedIn, this, &House::signedIn, Qt::QueuedConnection);
}

void House::signInAgain()
{
    if (!m_session) return;
    const Account again = m_session->account();
    closeAccount();
    showSignIn(&again);
}

void House::showDiagnostics()
{
    Diagnostics::About about;
    if (m_session) {
        about.account = m_session->account();
        about.mirror = m_session->mirrorFile();
        about.connection = m_connection;
    }
    auto *dialog = new DiagnosticsDialog(about, m_secrets, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void House::signedIn()
{
    const SignedInAccount signedIn = m_flow->result();
    const Status opened = openAccount(signedIn.account, signedIn.access, signedIn.accessTtlSeconds);
    if (opened) return;
    QMessageBox::critical(&m_window, tr("Kith cannot open the account"), words::fault(opened.error()));
    showSignIn(&signedIn.account);
}

} // namespace kith
