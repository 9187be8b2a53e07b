// The test of the way to a server names the hop that fails.
#include "sync/reach_test.h"
#include "tests/kit/test_node.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

/// An HTTP proxy that carries CONNECT for one name and password.
class SmallProxy : public QTcpServer {
public:
    SmallProxy()
    {
        if (!listen(QHostAddress::LocalHost)) qFatal("no proxy");
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection()) serve(client);
        });
    }
    QNetworkProxy as(const QString &password) const
    {
        QNetworkProxy proxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, serverPort(), u"mira"_s, password);
        proxy.setCapabilities(QNetworkProxy::TunnelingCapability | QNetworkProxy::HostNameLookupCapability);
        return proxy;
    }
    int carried = 0;

private:
    void serve(QTcpSocket *client)
    {
        client->setParent(this);
        connect(client, &QTcpSocket::readyRead, this, [this, client] {
            if (QTcpSocket *server = m_other.value(client)) {
                server->write(client->readAll());
                return;
            }
            m_head[client] += client->readAll();
            const QByteArray head = m_head.value(client);
            if (!head.contains("\r\n\r\n")) return;
            m_head.remove(client);
            if (!head.contains("Basic " + QByteArray("mira:right").toBase64())) {
                client->write("HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"p\"\r\n"
                              "Content-Length: 0\r\n\r\n");
                return;
            }
            const QUrl target(QString::fromLatin1("http://" + head.split(' ').value(1))); // CONNECT host:port
            auto *server = new QTcpSocket(this);
            m_other.insert(client, server);
            connect(server, &QTcpSocket::connected, client, [this, client] {
                ++carried;
                client->write("HTTP/1.1 200 Go on\r\n\r\n");
            });
            connect(server, &QTcpSocket::readyRead, client,
                    [client, server] { client->write(server->readAll()); });
            connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
            connect(client, &QTcpSocket::disconnected, server, [server] { server->disconnectFromHost(); });
            server->setProxy(QNetworkProxy::NoProxy);
            server->connectToHost(QHostAddress::LocalHost, quint16(target.port()));
        });
    }
    QHash<QTcpSocket *, QTcpSocket *> m_other;
    QHash<QTcpSocket *, QByteArray> m_head;
};

using Step = ReachTest::Step;

/// The steps that were good, and the one that was not.
struct Way {
    Way(const QString &server, const QNetworkProxy &proxy)
        : test(QUrl(server), proxy,
               {[this](Step step, bool good, const QString &what) {
                    (good ? passed : failed).append(step);
                    said = what;
                },
                [this] { done = true; }})
    {
        if (!QTest::qWaitFor([this] { return done; }, patience)) QTest::qFail("no end", __FILE__, __LINE__);
    }
    QList<Step> passed, failed;
    QString said;
    bool done = false;
    ReachTest test;
};

quint16 closedPort()
{
    QTcpServer taken;
    if (!taken.listen(QHostAddress::LocalHost)) qFatal("no port");
    return taken.serverPort();
}

QString local(quint16 port) { return u"http://127.0.0.1:%1"_s.arg(port); }

} // namespace

class TestReach : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWholeWay()
    {
        TestNode node;
        const QNetworkProxy none(QNetworkProxy::NoProxy);
        const Way direct(local(node.port()), none);
        QCOMPARE(direct.passed, QList<Step>({Step::Resolve, Step::Server, Step::Hello}));
        QVERIFY2(direct.failed.isEmpty(), qPrintable(direct.said));
        SmallProxy proxy;
        const Way over(local(node.port()), proxy.as(u"right"_s));
        QVERIFY2(over.failed.isEmpty(), qPrintable(over.said));
        QCOMPARE(over.passed, QList<Step>({Step::Resolve, Step::Proxy, Step::Server, Step::Hello}));
        QVERIFY2(over.failed.isEmpty(), qPrintable(over.said));
        QVERIFY(proxy.carried >= 2); // the hello went through it too
    }

    void theHopThatFails()
    {
        TestNode node;
        SmallProxy proxy;
        const QNetworkProxy none(QNetworkProxy::NoProxy);
        QCOMPARE(Way(u"https://no-such-host.invalid"_s, none).failed, QList<Step>{Step::Resolve});
        QCOMPARE(Way(local(closedPort()), none).failed, QList<Step>{Step::Server});
        QCOMPARE(Way(local(node.port()), {QNetworkProxy::HttpProxy, u"127.0.0.1"_s, closedPort()}).failed,
                 QList<Step>{Step::Proxy});
        QCOMPARE(Way(local(node.port()), proxy.as(u"wrong"_s)).failed, QList<Step>{Step::Proxy});
        const Way plain(u"https://127.0.0.1:%1"_s.arg(node.port()), none); // speaks no TLS
        QCOMPARE(plain.passed, QList<Step>({Step::Resolve, Step::Server}));
        QCOMPARE(plain.failed, QList<Step>{Step::Tls});
        QTcpServer page; // something else than a Kith server
        QVERIFY(page.listen(QHostAddress::LocalHost));
        connect(&page, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *client = page.nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, client,
                    [client] { client->write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"); });
        });
        QCOMPARE(Way(local(page.serverPort()), none).failed, QList<Step>{Step::Hello});
    }
};

QTEST_GUILESS_MAIN(TestReach)
#include "tst_reach.moc"
