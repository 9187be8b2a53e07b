#include "sync/reach_test.h"

#include <QHostInfo>
#include <QSslCipher>
#include <QSslSocket>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace kith {

ReachTest::ReachTest(QUrl server, QNetworkProxy proxy, Told told, QObject *parent)
    : QObject(parent)
    , m_server(std::move(server))
    , m_proxy(std::move(proxy))
    , m_told(std::move(told))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { bad(u"no answer in time"_s); });
    QMetaObject::invokeMethod(this, &ReachTest::resolve, Qt::QueuedConnection);
}

ReachTest::~ReachTest()
{
    m_over = true;
    if (m_lookUp >= 0) QHostInfo::abortHostLookup(m_lookUp);
}

void ReachTest::begin(Step step)
{
    m_step = step;
    m_patience.start(patienceMs);
}

void ReachTest::good(const QString &what)
{
    if (m_over) return;
    m_patience.stop();
    m_told.step(m_step, true, what);
}

void ReachTest::bad(const QString &what)
{
    if (std::exchange(m_over, true)) return;
    m_patience.stop();
    m_told.step(m_step, false, what);
    m_told.done();
}

/// Behind a proxy only its own name is looked up here: the server's is its business.
void ReachTest::resolve()
{
    begin(Step::Resolve);
    const QString host = proxied() ? m_proxy.hostName() : m_server.host();
    m_lookUp = QHostInfo::lookupHost(host, this, [this, host](const QHostInfo &info) {
        m_lookUp = -1;
        if (info.error() != QHostInfo::NoError || info.addresses().isEmpty())
            return bad(u"%1: %2"_s.arg(host, info.errorString()));
        good(u"%1 is %2"_s.arg(host, info.addresses().constFirst().toString()));
        if (proxied())
            proxy();
        else
            reach();
    });
}

void ReachTest::proxy()
{
    begin(Step::Proxy);
    const QString where = u"%1:%2"_s.arg(m_proxy.hostName()).arg(m_proxy.port());
    m_toProxy = new QTcpSocket(this);
    m_toProxy->setProxy(QNetworkProxy::NoProxy);
    connect(m_toProxy, &QTcpSocket::connected, this, [this, where] {
        m_toProxy->disconnect(this);
        m_toProxy->abort();
        good(where);
        reach();
    });
    connect(m_toProxy, &QTcpSocket::errorOccurred, this,
            [this, where] { bad(u"%1: %2"_s.arg(where, m_toProxy->errorString())); });
    m_toProxy->connectToHost(m_proxy.hostName(), m_proxy.port());
}

void ReachTest::reach()
{
    begin(Step::Server);
    const quint16 port = quint16(m_server.port(m_server.scheme() == u"https" ? 443 : 80));
    const QString where = u"%1:%2"_s.arg(m_server.host()).arg(port);
    m_socket = new QSslSocket(this);
    m_socket->setProxy(m_proxy);
    connect(m_socket, &QSslSocket::connected, this, [this, where] {
        good(where);
        if (m_server.scheme() == u"https")
            encrypt();
        else
            hello(); // only to this machine
    });
    connect(m_socket, &QSslSocket::errorOccurred, this, [this, where](QAbstractSocket::SocketError error) {
        // What the proxy itself refuses is the proxy's hop, although it is met on the way to the server.
        const bool proxys = error == QAbstractSocket::ProxyAuthenticationRequiredError ||
                            error == QAbstractSocket::ProxyProtocolError ||
                            error == QAbstractSocket::ProxyConnectionRefusedError ||
                            error == QAbstractSocket::ProxyConnectionTimeoutError;
        if (m_step == Step::Server && proxys) m_step = Step::Proxy;
        bad(u"%1: %2"_s.arg(where, m_socket->errorString()));
    });
    m_socket->connectToHost(m_server.host(), port);
}

void ReachTest::encrypt()
{
    begin(Step::Tls);
    connect(m_socket, &QSslSocket::encrypted, this, [this] {
        good(m_socket->sessionCipher().protocolString());
        hello();
    });
    m_socket->setPeerVerifyName(m_server.host());
    m_socket->startClientEncryption(); // a doubtful certificate ends it with an error
}

void ReachTest::hello()
{
    begin(Step::Hello);
    m_socket->disconnect(this);
    m_socket->abort();
    m_api = std::make_unique<AccountApi>(m_server);
    m_api->setProxy(m_proxy);
    m_api->serverInfo([this](const ApiResult<wire::ServerInfo> &result) {
        if (const auto *fault = std::get_if<ApiFault>(&result)) return bad(fault->what);
        const auto &info = std::get<wire::ServerInfo>(result);
        good(u"%1 %2"_s.arg(info.name, info.version));
        m_over = true;
        m_told.done();
    });
}

} // namespace kith
