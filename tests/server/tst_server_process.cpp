#include "tests/kit/ws_client.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtEndian>
#include <csignal>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

struct Program {
    bool start(const QStringList &arguments)
    {
        process.start(QStringLiteral(KITH_BIN_DIR "/kith-server"), arguments);
        while (!process.canReadLine() && process.waitForReadyRead(20'000)) {
        }
        ready = process.readLine();
        port = ready.trimmed().mid(ready.trimmed().lastIndexOf(':') + 1).toUShort();
        return port != 0;
    }
    QStringList usual(const QString &dir) const
    {
        return {u"--listen"_s,        u"127.0.0.1:0"_s, u"--data"_s,        dir,
                u"--password-cost"_s, u"low"_s,         u"--rate-limits"_s, u"off"_s};
    }
    int finish()
    {
        if (process.state() != QProcess::NotRunning && !process.waitForFinished(20'000)) return -1;
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    }
    ~Program()
    {
        if (process.state() == QProcess::NotRunning) return;
        process.kill();
        process.waitForFinished();
    }
    QProcess process;
    QByteArray ready;
    quint16 port = 0;
};

/// As a newer server would have left it: the number stands in the header of the file.
void setSchema(const QString &path, quint32 version)
{
    constexpr qint64 userVersionAt = 60;
    QFile file(path);
    const quint32 bytes = qToBigEndian(version);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(userVersionAt) ||
        file.write(reinterpret_cast<const char *>(&bytes), sizeof bytes) != sizeof bytes)
        QTest::qFail("the schema cannot be changed", __FILE__, __LINE__);
}

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        QTest::qFail("the database cannot be read", __FILE__, __LINE__);
    return hash.result();
}

} // namespace

class TestServerProcess : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void startsAndDrainsOnSigterm()
    {
        QTemporaryDir dir;
        Program server;
        QVERIFY(server.start(server.usual(dir.filePath(u"data"_s))));
        QCOMPARE(server.ready,
                 "kith-server ready http://127.0.0.1:" + QByteArray::number(server.port) + "\n");
        QCOMPARE(QFileInfo(dir.filePath(u"data"_s)).permissions() & QFile::Permissions(0x077),
                 QFile::Permissions());
        Person anna(server.port, u"anna"_s);
        server.process.terminate();
        const auto bye = anna.ws.push<wire::Bye>();
        QVERIFY(bye);
        QCOMPARE(bye->code, wire::ByeCode::Drain);
        QVERIFY(bye->retryMs >= 0 && bye->retryMs < 5'000);
        QCOMPARE(server.finish(), 0);
        QCOMPARE(server.process.readAllStandardOutput(), QByteArray()); // one line was all
        const QByteArray log = server.process.readAllStandardError();
        QVERIFY(!log.contains(anna.account.access) && !log.contains(anna.account.refresh));
    }

    void wrongOptions_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("none") << QStringList{} << 64;
        QTest::newRow("unknown") << QStringList{u"--colour"_s, u"red"_s} << 64;
        QTest::newRow("listen") << QStringList{u"--data"_s, u"x"_s, u"--listen"_s, u"nonsense"_s} << 64;
        QTest::newRow("threads") << QStringList{u"--data"_s, u"x"_s, u"--threads"_s, u"many"_s} << 64;
        QTest::newRow("folder") << QStringList{u"--data"_s, u"/dev/null/x"_s, u"--listen"_s, u"127.0.0.1:0"_s}
                                << 73;
    }
    void wrongOptions()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QTemporaryDir dir;
        Program server;
        server.process.setWorkingDirectory(dir.path());
        QVERIFY(!server.start(arguments));
        QCOMPARE(server.finish(), code);
        const QByteArray said = server.process.readAllStandardError();
        QCOMPARE(said.count('\n'), 1);
        QVERIFY(said.startsWith("kith-server: "));
        QVERIFY(QDir(dir.path()).isEmpty());
    }

    void helpAndVersion()
    {
        Program server;
        server.process.start(QStringLiteral(KITH_BIN_DIR "/kith-server"), {u"--help"_s});
        QCOMPARE(server.finish(), 0);
        QVERIFY(server.process.readAllStandardOutput().contains("--listen"));
        server.process.start(QStringLiteral(KITH_BIN_DIR "/kith-server"), {u"--version"_s});
        QCOMPARE(server.finish(), 0);
    }

    void portInUse()
    {
        QTemporaryDir dir;
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        Program server;
        QStringList arguments = server.usual(dir.filePath(u"data"_s));
        arguments[1] = u"127.0.0.1:%1"_s.arg(other.serverPort());
        QVERIFY(!server.start(arguments));
        QCOMPARE(server.finish(), 69);
        QVERIFY(!QFileInfo::exists(dir.filePath(u"data"_s))); // nothing changed
    }

    void folderInUse()
    {
        QTemporaryDir dir;
        Program first, second;
        QVERIFY(first.start(first.usual(dir.path())));
        QVERIFY(!second.start(second.usual(dir.path())));
        QCOMPARE(second.finish(), 75);
        QCOMPARE(second.process.readAllStandardError().count('\n'), 1);
        QCOMPARE(HttpClient(first.port).ask("GET", "/v1/health")->status, 200);
    }

    void databaseOfANewerServerIsLeftAlone()
    {
        QTemporaryDir dir;
        Program server;
        QVERIFY(server.start(server.usual(dir.path())));
        server.process.terminate();
        QCOMPARE(server.finish(), 0);
        const QString file = dir.filePath(u"kith-server.db"_s);
        QVERIFY(!QFileInfo::exists(file + u"-wal"_s)); // a clean end leaves one file
        setSchema(file, 999);
        const QByteArray before = hashOf(file);
        server.process.readAllStandardError();
        QVERIFY(!server.start(server.usual(dir.path())));
        QCOMPARE(server.finish(), 78);
        const QByteArray said = server.process.readAllStandardError();
        QCOMPARE(said.count('\n'), 1);
        QVERIFY2(said.startsWith("kith-server: ") && said.contains("newer server"), said.constData());
        QCOMPARE(hashOf(file), before);
    }

    void secondSignalEndsAtOnce()
    {
        QTemporaryDir dir;
        Program server;
        QVERIFY(server.start(server.usual(dir.path())));
        QTcpSocket slow; // half a request holds the drain up
        slow.connectToHost(QHostAddress::LocalHost, server.port);
        slow.write("GET /v1/health HTTP/1.1\r\nHost: localhost\r\n\r\nGET /v1/health HT");
        QTRY_VERIFY_WITH_TIMEOUT(slow.bytesAvailable() > 0, 20'000);
        server.process.terminate();
        QByteArray log;
        const auto isDraining = [&] {
            log += server.process.readAllStandardError();
            return log.contains("draining");
        };
        QTRY_VERIFY_WITH_TIMEOUT(isDraining(), 20'000);
        server.process.terminate();
        QCOMPARE(server.finish(), 128 + SIGTERM);
    }

    void killedUnderLoadKeepsWhatItAcknowledged()
    {
        QTemporaryDir dir;
        Program server;
        QVERIFY(server.start(server.usual(dir.path())));
        QSet<Mid> acknowledged, sent;
        ChatId chat;
        wire::SignedIn account;
        std::vector<wire::Send> unanswered;
        {
            Person anna(server.port, u"anna"_s), bert(server.port, u"bert"_s);
            chat = anna.chatWith(bert);
            account = anna.account;
            QHash<qint64, wire::Send> open;
            while (acknowledged.size() < 400) {
                while (open.size() < 32) {
                    const wire::Send message = anna.text(chat, u"message %1"_s.arg(sent.size()));
                    sent.insert(message.mid);
                    open.insert(anna.ws.send(message), message);
                }
                const qint64 first = *std::min_element(open.keyBegin(), open.keyEnd());
                const auto answer = anna.ws.answerTo(first);
                QVERIFY(answer && std::holds_alternative<wire::Ok>(*answer));
                acknowledged.insert(open.take(first).mid);
            }
            ::kill(pid_t(server.process.processId()), SIGKILL);
            QVERIFY(anna.ws.waitClosed());
            for (const auto &reply : anna.ws.heard()) // answers that had arrived
                if (std::holds_alternative<wire::Ok>(reply.frame) && open.contains(reply.id))
                    acknowledged.insert(open.take(reply.id).mid);
            unanswered = std::vector(open.cbegin(), open.cend());
        }
        server.finish();
        QVERIFY(server.start(server.usual(dir.path())));
        WsClient again(server.port);
        const auto hello = again.hello(account.access);
        QVERIFY(hello && std::holds_alternative<wire::HelloOk>(*hello));
        for (const wire::Send &message : unanswered) { // what a client does: the same id again
            const auto answer = again.ask(message);
            QVERIFY(answer && std::holds_alternative<wire::Ok>(*answer));
        }
        QHash<Mid, int> stored;
        qint64 seq = 0;
        for (qint64 lo = 1; lo <= sent.size(); lo += 100) {
            wire::Hist hist;
            hist.chat = chat;
            hist.lo = Seq{lo};
            hist.hi = Seq{lo + 99};
            const auto page = again.ask(hist);
            QVERIFY(page && std::holds_alternative<wire::HistPage>(*page));
            for (const Row &row : std::get<wire::HistPage>(*page).rows)
                if (const auto *message = std::get_if<MessageRow>(&row)) {
                    ++stored[message->mid];
                    QCOMPARE(message->seq.value, ++seq); // dense
                }
        }
        for (const Mid &mid : acknowledged) QCOMPARE(stored.value(mid), 1);
        for (const int times : stored) QCOMPARE(times, 1);
        QCOMPARE(stored.size(), sent.size());
    }
};

QTEST_GUILESS_MAIN(TestServerProcess)
#include "tst_server_process.moc"
