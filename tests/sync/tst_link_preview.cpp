#include "sync/link_preview.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

/// A web server that says the same to everybody.
class Place : public QTcpServer {
public:
    explicit Place(QByteArray answer)
        : m_answer(std::move(answer))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            ++asked;
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                head += socket->readAll();
                if (!head.endsWith("\r\n\r\n") || m_answer.isEmpty()) return;
                socket->write(m_answer);
                socket->disconnectFromHost();
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }
    QUrl url(const QString &path = u"/"_s) const
    {
        return QUrl(u"http://localhost:%1%2"_s.arg(serverPort()).arg(path));
    }
    int asked = 0;
    QByteArray head;

private:
    QByteArray m_answer;
};

QByteArray ok(const QByteArray &body, const QByteArray &type = "text/html; charset=utf-8")
{
    return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nConnection: close\r\n\r\n" + body;
}

struct Asked {
    bool answered = false;
    std::optional<LinkPreview> preview;
};

Asked ask(const QUrl &url, bool local, LinkPreviewer::Limits limits = {})
{
    LinkPreviewer previewer(local, limits);
    Asked result;
    previewer.ask(url, [&](std::optional<LinkPreview> preview) {
        result.answered = true;
        result.preview = std::move(preview);
    });
    std::ignore = QTest::qWaitFor([&] { return result.answered; }, 60'000);
    return result;
}

} // namespace

class TestLinkPreview : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPageSaysWhatItIs()
    {
        Place place(ok("<html><head><TITLE>Plain &amp; simple</title>"
                       "<meta content='The &quot;hut&quot;' property=\"og:title\">"
                       "<meta name=description content=\"A place\n to  sleep\"></head><body>…"));
        const Asked asked = ask(place.url(u"/a?b=1"_s), true);
        QVERIFY(asked.preview);
        QCOMPARE(asked.preview->title, u"The \"hut\""_s);
        QCOMPARE(asked.preview->words, u"A place to sleep"_s);
        QCOMPARE(asked.preview->site, u"localhost"_s);
        QCOMPARE(asked.preview->url, place.url(u"/a?b=1"_s).toString());
        QVERIFY(place.head.contains("Host: localhost:" + QByteArray::number(place.serverPort())));
        QVERIFY(!place.head.toLower().contains("cookie"));
    }
    void nothingInsideTheOwnNetworkIsAsked()
    {
        Place place(ok("<title>secret</title>"));
        const Asked asked = ask(place.url(), false);
        QVERIFY(asked.answered && !asked.preview);
        QCOMPARE(place.asked, 0);
        for (const char *inside : {"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254",
                                   "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "fe80::1",
                                   "fd00::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::a00:1"})
            QVERIFY2(!LinkPreviewer::isPublic(QHostAddress(QLatin1StringView(inside))), inside);
        for (const char *outside : {"9.9.9.9", "2620:fe::fe"})
            QVERIFY2(LinkPreviewer::isPublic(QHostAddress(QLatin1StringView(outside))), outside);
    }
    void aHopIsJudgedLikeTheFirst()
    {
        Place target(ok("<title>there</title>"));
        Place place("HTTP/1.1 302 Found\r\nLocation: " + target.url().toEncoded() + "\r\n\r\n");
        QCOMPARE(ask(place.url(), true).preview->title, u"there"_s);
        Place file("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n");
        QVERIFY(!ask(file.url(), true).preview);
        Place dead("HTTP/1.1 302 Found\r\nLocation: /again\r\n\r\n");
        QVERIFY(!ask(dead.url(), true).preview);
        QCOMPARE(dead.asked, 1 + LinkPreviewer::Limits().hops);
    }
    void boundsHold()
    {
        QVERIFY(!ask(Place(ok("<title>no page</title>", "image/png")).url(), true).preview);
        QVERIFY(!ask(Place("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<title>x</title>").url(),
                     true)
                     .preview);
        Place large(ok(QByteArray(3'000'000, ' ') + "<title>too late</title>"));
        QVERIFY(!ask(large.url(), true).preview);
        Place silent("");
        LinkPreviewer::Limits soon;
        soon.ms = 200;
        const Asked asked = ask(silent.url(), true, soon);
        QVERIFY(asked.answered && !asked.preview);
        const auto long_ = LinkPreviewer::read(QUrl(u"https://a.example"_s),
                                               "<title>" + QByteArray("ü").repeated(3'000) + "</title>");
        QVERIFY(long_ && long_->title.toUtf8().size() <= limits::linkTitleBytes);
        QVERIFY(!LinkPreviewer::read(QUrl(u"https://a.example"_s), "<title> </title>"));
    }
    void linksAreFoundInTexts()
    {
        QCOMPARE(LinkPreviewer::firstLink(u"see (https://a.example/x)."_s), QUrl(u"https://a.example/x"_s));
        QVERIFY(LinkPreviewer::firstLink(u"ftp://a.example and javascript:x"_s).isEmpty());
        QVERIFY(LinkPreviewer::firstLink(u"https://me:secret@a.example/"_s).isEmpty());
        QVERIFY(LinkPreviewer::isLocal(QUrl(u"http://127.0.0.1:8080"_s)));
        QVERIFY(LinkPreviewer::isLocal(QUrl(u"https://192.168.1.5"_s)));
        QVERIFY(!LinkPreviewer::isLocal(QUrl(u"https://kith.example"_s)));
    }
};

QTEST_GUILESS_MAIN(TestLinkPreview)
#include "tst_link_preview.moc"
