#include "app/desktop/network_desk.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr int mostPassword = 255; // bytes; what both kinds of proxies take

QNetworkProxy proxyOf(const ProxyChoice &choice, const QString &password, const QUrl &server)
{
    switch (choice.kind) {
    case ProxyChoice::Kind::None:
        return QNetworkProxy(QNetworkProxy::NoProxy);
    case ProxyChoice::Kind::Http: {
        QNetworkProxy proxy(QNetworkProxy::HttpProxy, choice.host, quint16(choice.port), choice.user,
                            password);
        // Always a tunnel: what is asked of a server is not the proxy's to read or to keep.
        proxy.setCapabilities(QNetworkProxy::TunnelingCapability | QNetworkProxy::HostNameLookupCapability);
        return proxy;
    }
    case ProxyChoice::Kind::Socks5:
        return {QNetworkProxy::Socks5Proxy, choice.host, quint16(choice.port), choice.user, password};
    case ProxyChoice::Kind::System:
        break;
    }
    const auto found = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(server));
    return found.value(0, QNetworkProxy(QNetworkProxy::NoProxy));
}

Hop::Kind kindOf(ReachTest::Step step)
{
    switch (step) {
    case ReachTest::Step::Resolve:
        return Hop::Kind::Resolve;
    case ReachTest::Step::Proxy:
        return Hop::Kind::Proxy;
    case ReachTest::Step::Server:
        return Hop::Kind::Server;
    case ReachTest::Step::Tls:
        return Hop::Kind::Tls;
    case ReachTest::Step::Hello:
        return Hop::Kind::Hello;
    }
    return Hop::Kind::Hello;
}

/// A secret is one ASCII line.
QByteArray kept(const QString &password) { return password.toUtf8().toBase64(); }
QString read(const QByteArray &secret) { return QString::fromUtf8(QByteArray::fromBase64(secret)); }

} // namespace

NetworkDesk::NetworkDesk(Preferences &preferences, Secrets &secrets, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_secrets(secrets)
{
}

NetworkDesk::~NetworkDesk() = default;

ProxyChoice NetworkDesk::proxy() const { return m_preferences.values().proxy; }

void NetworkDesk::begin()
{
    use();
    if (proxy().user.isEmpty()) return;
    m_secrets.read(secretKey(), [this](const Result<QByteArray> &secret) {
        if (!secret) return; // the proxy says so itself, and the page asks again
        m_password = read(*secret);
        use();
        Q_EMIT changed();
    });
}

void NetworkDesk::use()
{
    const ProxyChoice choice = proxy();
    QNetworkProxyFactory::setUseSystemConfiguration(choice.kind == ProxyChoice::Kind::System);
    if (choice.kind != ProxyChoice::Kind::System)
        QNetworkProxy::setApplicationProxy(proxyOf(choice, m_password, {}));
}

void NetworkDesk::setProxy(const ProxyChoice &proxy, const std::optional<QString> &password,
                           std::function<void(const Status &)> done)
{
    if (password && password->toUtf8().size() > mostPassword) {
        QTimer::singleShot(0, this, [done] {
            done(Error{Errc::BadInput, tr("The password is longer than a proxy takes.")});
        });
        return;
    }
    Preferences::Values values = m_preferences.values();
    values.proxy = proxy;
    const Status saved = m_preferences.set(values);
    if (password) m_password = *password;
    use();
    Q_EMIT changed();
    if (!password || !saved) {
        QTimer::singleShot(0, this, [done, saved] { done(saved); });
        return;
    }
    if (password->isEmpty())
        m_secrets.remove(secretKey(), std::move(done));
    else
        m_secrets.write(secretKey(), kept(*password), std::move(done));
}

void NetworkDesk::test(const QString &server, const ProxyChoice &proxy,
                       const std::optional<QString> &password, std::function<void(const Hop &)> hop,
                       std::function<void()> done)
{
    m_test.reset();
    const auto url = AccountApi::serverAddress(server);
    if (!url) {
        QTimer::singleShot(0, this, [hop, done, what = url.error().what] {
            hop({Hop::Kind::Resolve, false, what});
            done();
        });
        return;
    }
    m_test = std::make_unique<ReachTest>(
        *url, proxyOf(proxy, password.value_or(m_password), *url),
        ReachTest::Told{[hop = std::move(hop)](ReachTest::Step step, bool good, const QString &what) {
                            hop({kindOf(step), good, what});
                        },
                        std::move(done)});
}

} // namespace kith
