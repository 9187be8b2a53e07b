#include "app/desktop/diagnostics.h"

#include "core/store/reader.h"
#include "ui/text/words.h"

#include <QFileInfo>
#include <QLocale>
#include <QNetworkProxyFactory>
#include <QPointer>
#include <QStorageInfo>
#include <QSystemTrayIcon>
#include <QThread>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr int keychainMs = 15'000; // a person may have to unlock it
constexpr qint64 skewMs = 60'000;
constexpr qint64 littleRoom = 200'000'000;

/// What is said in the middle of a log line, as a sentence.
QString sentence(QString text)
{
    if (text.isEmpty()) return text;
    text[0] = text[0].toUpper();
    return text.endsWith(u'.') ? text : text + u'.';
}

} // namespace

Diagnostics::Diagnostics(About about, Secrets &secrets, QObject *parent)
    : QObject(parent)
    , m_about(std::move(about))
    , m_secrets(secrets)
{
    const auto add = [this](const char *step, const QString &name, void (Diagnostics::*look)()) {
        m_findings.push_back({QString::fromLatin1(step), name, Finding::State::Waiting, {}, {}, {}});
        m_steps.push_back(look);
    };
    add("database", tr("Messages on this computer"), &Diagnostics::database);
    add("disk", tr("Room on the disk"), &Diagnostics::disk);
    add("keychain", tr("Keychain"), &Diagnostics::keychain);
    add("server", tr("Server"), &Diagnostics::server);
    add("tls", tr("Secure connection"), &Diagnostics::tls);
    add("clock", tr("Clock"), &Diagnostics::clock);
    add("proxy", tr("Proxy"), &Diagnostics::proxy);
    add("notifications", tr("Notifications"), &Diagnostics::notifications);
    add("tray", tr("Tray"), &Diagnostics::tray);
    m_patience.setSingleShot(true);
}

Diagnostics::~Diagnostics()
{
    if (m_thread) m_thread->wait();
}

void Diagnostics::start()
{
    if (m_now == 0) QMetaObject::invokeMethod(this, &Diagnostics::next, Qt::QueuedConnection);
}

void Diagnostics::next()
{
    if (!running()) return Q_EMIT finished();
    now().state = Finding::State::Looking;
    Q_EMIT changed(int(m_now));
    (this->*m_steps[m_now])();
}

void Diagnostics::tell(Finding::State state, const QString &says, const QString &advice,
                       const QString &outside)
{
    now().state = state;
    now().says = says;
    now().advice = advice;
    now().outside = outside;
    Q_EMIT changed(int(m_now++));
    QMetaObject::invokeMethod(this, &Diagnostics::next,
                              Qt::QueuedConnection); // the screen shows each as it comes
}

QString Diagnostics::asPage() const
{
    static constexpr const char *states[] = {"not looked at", "not looked at", "good",
                                             "odd",           "bad",           "unknown"};
    QString page;
    for (const Finding &finding : m_findings)
        page += u"%1: %2%3\n"_s.arg(finding.step, QLatin1StringView(states[int(finding.state)]),
                                    finding.outside.isEmpty() ? QString() : u" ("_s + finding.outside + u')');
    return page;
}

/// `work` runs on a thread of its own and gives what is done here afterwards.
void Diagnostics::onThread(std::function<std::function<void()>()> work)
{
    auto done = std::make_shared<std::function<void()>>();
    m_thread = QThread::create([work = std::move(work), done] { *done = work(); });
    m_thread->setParent(this);
    connect(m_thread, &QThread::finished, this, [this, done] {
        std::exchange(m_thread, nullptr)->deleteLater();
        (*done)();
    });
    m_thread->start();
}

void Diagnostics::database()
{
    using enum Finding::State;
    if (!m_about.account) return tell(Unknown, tr("Nobody is signed in yet."), {}, u"no account"_s);
    onThread([this, file = m_about.mirror]() -> std::function<void()> {
        const auto damage = inspect::damageOf(file);
        const auto status = [&]() -> Result<MirrorStatus> {
            auto reader = Reader::open(file);
            if (!reader) return reader.error();
            return (*reader)->status();
        }();
        return [this, damage, status] {
            if (!damage || !status) {
                const Error error = damage ? status.error() : damage.error();
                return tell(Bad, sentence(words::fault(error)),
                            tr("Start Kith again: it repairs the file and keeps the damaged one."),
                            u"cannot be read"_s);
            }
            if (!damage->isEmpty())
                return tell(Bad, tr("The file that holds your messages is damaged."),
                            tr("Start Kith again: it repairs the file and keeps the damaged one. What waits "
                               "to be sent"
                               " is taken over."),
                            u"damaged"_s);
            const QString counts = u"%1 messages, %2 waiting, %3 refused"_s.arg(status->messages)
                                       .arg(status->waiting)
                                       .arg(status->refused);
            if (status->refused > 0)
                return tell(Odd, tr("Messages that the server did not take: %1.").arg(status->refused),
                            tr("They are marked in their chats: try again or discard them."), counts);
            tell(Good,
                 tr("The file is sound: %1 messages, %2 wait to be sent.")
                     .arg(QLocale().toString(status->messages))
                     .arg(status->waiting),
                 {}, counts);
        };
    });
}

void Diagnostics::disk()
{
    using enum Finding::State;
    const QString place =
        m_about.mirror.isEmpty() ? Profile::defaultDir() : QFileInfo(m_about.mirror).absolutePath();
    const qint64 room = QStorageInfo(place).bytesAvailable();
    if (room < 0) return tell(Unknown, tr("It cannot be told how much room there is."));
    const QString says = tr("%1 are free.").arg(QLocale().formattedDataSize(room));
    const QString outside = u"%1 MB free"_s.arg(room / 1'000'000);
    if (room < littleRoom)
        return tell(Bad, says, tr("Make room: without it nothing new can be kept."), outside);
    tell(Good, says, {}, outside);
}

void Diagnostics::keychain()
{
    using enum Finding::State;
    if (!m_about.account) return tell(Unknown, tr("Nobody is signed in yet."), {}, u"no account"_s);
    const auto told = std::make_shared<bool>(false);
    const auto once = [this, told](Finding::State state, const QString &says, const QString &advice,
                                   const QString &outside) {
        if (std::exchange(*told, true)) return;
        m_patience.stop();
        m_patience.disconnect(this);
        tell(state, says, advice, outside);
    };
    QString name = m_secrets.backendName();
    name[0] = name[0].toUpper();
    connect(&m_patience, &QTimer::timeout, this, [once, name] {
        once(Bad, tr("%1 does not answer.").arg(name),
             tr("Unlock it, or look whether it asks for a password."), u"no answer"_s);
    });
    m_patience.start(keychainMs);
    // The secrets outlive this object, and a locked keychain may answer long after it was closed.
    m_secrets.read(Profile::secretKey(*m_about.account), [once, name, here = QPointer(this)](
                                                             const Result<QByteArray> &secret) {
        if (!here) return;
        if (secret) return once(Good, tr("%1 has the sign-in of this account.").arg(name), {}, u"found"_s);
        if (secret.error().code == Errc::NotFound)
            return once(Bad, tr("%1 answers, but has no sign-in of this account.").arg(name),
                        tr("Sign in again; nothing on this computer is lost by that."), u"absent"_s);
        once(Bad, tr("%1 cannot answer now.").arg(name),
             tr("Unlock the keychain. Kith waits for it and never signs you out over this."),
             u"unavailable"_s);
    });
}

void Diagnostics::server()
{
    using enum Finding::State;
    if (!m_about.account) return tell(Unknown, tr("Nobody is signed in yet."), {}, u"no account"_s);
    m_api = std::make_unique<AccountApi>(m_about.account->server);
    m_api->serverInfo([this](const ApiResult<wire::ServerInfo> &answer) {
        m_answer = answer;
        if (const auto *info = std::get_if<wire::ServerInfo>(&answer)) {
            const bool speaks =
                info->protocolMin <= limits::protocolMax && info->protocolMax >= limits::protocolMin;
            if (!speaks)
                return tell(Bad, tr("The server and this Kith speak no common version."),
                            tr("Bring the older of the two up to date."), u"no common version"_s);
            return tell(Good, tr("%1 answers (version %2).").arg(m_api->server().host(), info->version), {},
                        u"answers"_s);
        }
        using Kind = ApiFault::Kind;
        const ApiFault &fault = std::get<ApiFault>(answer);
        switch (fault.kind) {
        case Kind::Unreachable:
            return tell(Bad, sentence(fault.what),
                        tr("Is this computer online? Does the address of the server still hold?"),
                        u"unreachable"_s);
        case Kind::Timeout:
            return tell(Bad, sentence(fault.what),
                        tr("A firewall or a portal of the network may be in between."), u"timeout"_s);
        case Kind::Tls:
            return tell(Bad, sentence(fault.what), tr("See \"Secure connection\" below."), u"tls"_s);
        case Kind::NotKith:
            return tell(Bad, sentence(fault.what),
                        tr("A portal of the network may answer in its place: open a web page once."),
                        u"not kith"_s);
        case Kind::Refused:
        case Kind::Busy:
            return tell(Odd, sentence(fault.what), tr("Try again in a minute."), u"busy"_s);
        }
    });
}

void Diagnostics::tls()
{
    using enum Finding::State;
    if (!m_about.account) return tell(Unknown, tr("Nobody is signed in yet."), {}, u"no account"_s);
    if (m_about.account->server.scheme() != u"https")
        return tell(Odd, tr("Not used: the server is on this very computer."), {}, u"not used"_s);
    const auto *fault = m_answer ? std::get_if<ApiFault>(&*m_answer) : nullptr;
    if (!fault)
        return tell(Good, tr("The server's certificate is trusted by this computer."), {}, u"trusted"_s);
    if (fault->kind == ApiFault::Kind::Tls)
        return tell(
            Bad, sentence(fault->what),
            tr("Do not go around it. Is the clock right? Does an antivirus or a company's proxy look into"
               " connections? Ask who runs the server."),
            u"not trusted"_s);
    tell(Unknown, tr("The server has to answer first."), {}, u"no answer"_s);
}

void Diagnostics::clock()
{
    using enum Finding::State;
    if (m_about.connection.phase != Connection::Phase::Online)
        return tell(Unknown, tr("It is compared with the server's while Kith is connected."), {},
                    u"not connected"_s);
    const qint64 skew = m_about.connection.clockSkewMs;
    const QString outside = u"%1 ms"_s.arg(skew);
    if (std::abs(skew) < skewMs) return tell(Good, tr("It agrees with the server's."), {}, outside);
    tell(Odd,
         skew > 0 ? tr("It is %1 min ahead of the server's.").arg(skew / 60'000)
                  : tr("It is %1 min behind the server's.").arg(-skew / 60'000),
         tr("Let the system set its time by itself. Messages are in order all the same."), outside);
}

void Diagnostics::proxy()
{
    using enum Finding::State;
    if (!m_about.account) return tell(Unknown, tr("Nobody is signed in yet."), {}, u"no account"_s);
    const auto proxies =
        QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(m_about.account->server));
    const QNetworkProxy first = proxies.value(0, QNetworkProxy(QNetworkProxy::NoProxy));
    if (first.type() == QNetworkProxy::NoProxy)
        return tell(Good, tr("None: the server is reached directly."), {}, u"none"_s);
    const bool answers = m_answer && std::holds_alternative<wire::ServerInfo>(*m_answer);
    tell(answers ? Good : Odd,
         tr("The system says: by way of %1, port %2.").arg(first.hostName()).arg(first.port()),
         answers
             ? QString()
             : tr("If the server cannot be reached, the proxy may be why: it has to let WebSockets pass."),
         u"set"_s);
}

void Diagnostics::notifications()
{
    using enum Finding::State;
    if (QSystemTrayIcon::supportsMessages())
        return tell(Good, tr("The system shows them."), {}, u"supported"_s);
    tell(Odd, tr("The system says that it shows none."),
         tr("Look in the system's settings for notifications."), u"not supported"_s);
}

void Diagnostics::tray()
{
    using enum Finding::State;
    if (QSystemTrayIcon::isSystemTrayAvailable()) return tell(Good, tr("There is one."), {}, u"available"_s);
    tell(Odd, tr("This desktop has none."),
         tr("Kith works without it; keep its window open to be told of news."), u"not available"_s);
}

void Diagnostics::makeBundle()
{
    if (running() || m_thread || !m_about.account) return;
    onThread([this, file = m_about.mirror, page = asPage()]() -> std::function<void()> {
        auto bundle = [&]() -> Result<inspect::Bundle> {
            const auto key = inspect::Veil::keyOf(u"default"_s);
            if (!key) return key.error();
            const auto opened = inspect::openOwn(file, inspect::Veil(*key));
            if (!opened) return opened.error();
            return inspect::Bundle::make(*opened, {{u"diagnostics"_s, page}});
        }();
        if (!bundle) return [this, error = bundle.error()] { Q_EMIT notMade(error); };
        auto shared = std::make_shared<inspect::Bundle>(*std::move(bundle));
        return [this, shared] { Q_EMIT made(shared); };
    });
}

} // namespace kith
