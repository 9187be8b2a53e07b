// The operator's side of a server, with the real programs: administration, backup and restore, TLS, logs.
#include "tests/kit/cli_world.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QLocalSocket>
#include <QTest>

using namespace kith::test;

namespace {

Ran server(const QStringList &arguments, const QByteArray &input = {})
{
    Child child;
    child.start(QStringLiteral(KITH_BIN_DIR "/kith-server"), arguments);
    child.write(input);
    return PersonProcess::result(child);
}

struct Rig {
    explicit Rig(const QStringList &more = {})
        : data(dir.filePath(u"data"_s))
        , program(data, more)
    {
        if (!program.start()) QTest::qFail("no server", __FILE__, __LINE__);
    }
    Ran admin(const QStringList &words, const QByteArray &input = {}) const
    {
        return server(QStringList{u"admin"_s, u"--data"_s, data, u"--json"_s} + words, input);
    }
    PersonProcess person(const QString &login) const { return {dir.filePath(login), login}; }

    QTemporaryDir dir;
    QString data;
    ServerProcess program;
};

} // namespace

class TestServerAdmin : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void peopleAreMadeResetAndShutOut()
    {
        Rig rig({u"--registration"_s, u"closed"_s});
        const PersonProcess anna = rig.person(u"anna"_s);
        QCOMPARE(anna.signIn(u"register"_s, rig.program).code, 69);
        const Ran made = rig.admin({u"create-user"_s, u"Anna"_s, u"--name"_s, u"Anna Duarte"_s});
        QCOMPARE(made.err, QByteArray());
        QCOMPARE(made.code, 0);
        const QByteArray password = made.last()[u"password"_s].toString().toUtf8();
        QVERIFY(password.size() >= 20);
        QCOMPARE(anna.signIn(u"login"_s, rig.program, password).code, 0);
        QCOMPARE(rig.admin({u"create-user"_s, u"anna"_s}).code, 69); // taken
        QCOMPARE(rig.admin({u"create-user"_s, u"bert"_s, u"--password-stdin"_s}, "password\n").code, 64);
        QCOMPARE(rig.admin({u"create-user"_s, u"bert"_s, u"--password-stdin"_s}, "a longer sentence\n").code,
                 0);
        QCOMPARE(rig.admin({u"users"_s}).all(u"login"_s), QList<QString>({u"anna"_s, u"bert"_s}));
        QCOMPARE(rig.admin({u"devices"_s, u"anna"_s}).objects.size(), 1);
        QCOMPARE(rig.admin({u"devices"_s, u"nobody"_s}).code, 66);

        // A live session ends at once when the account is disabled, and the device works again afterwards.
        const auto tail = anna.start({u"tail"_s});
        const auto connected = [&] { return rig.admin({u"stats"_s}).last()[u"sessions"_s].toInt(); };
        QTRY_COMPARE_WITH_TIMEOUT(connected(), 1, patienceMs);
        QCOMPARE(rig.admin({u"disable-user"_s, u"anna"_s}).last()[u"sessions_ended"_s].toInt(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(connected(), 0, patienceMs);
        tail->signal(SIGINT);
        QVERIFY(tail->finish() >= 0);
        QVERIFY(anna.run({u"sync"_s, u"--once"_s}).code != 0);
        QCOMPARE(rig.admin({u"enable-user"_s, u"anna"_s}).code, 0);
        QCOMPARE(anna.run({u"sync"_s, u"--once"_s}).code, 0);

        // A new password signs the devices out; the old one is over.
        const Ran reset = rig.admin({u"reset-password"_s, u"anna"_s});
        QVERIFY(anna.run({u"sync"_s, u"--once"_s}).code != 0);
        QCOMPARE(anna.signIn(u"login"_s, rig.program, password).code, 77);
        QCOMPARE(anna.signIn(u"login"_s, rig.program, reset.last()[u"password"_s].toString().toUtf8()).code,
                 0);
        const QString device = rig.admin({u"devices"_s, u"anna"_s}).objects.first()[u"device"_s].toString();
        QCOMPARE(rig.admin({u"revoke-device"_s, u"anna"_s, device}).code, 0);
        QVERIFY(anna.run({u"sync"_s, u"--once"_s}).code != 0);
    }

    void invitesAreForAsManyAsTheySay()
    {
        Rig rig({u"--registration"_s, u"invite"_s});
        const auto join = [&](const QString &login, const QString &code) {
            QStringList words{u"register"_s, u"--server"_s, rig.program.url(),
                              u"--user"_s,   login,         u"--password-stdin"_s};
            if (!code.isEmpty()) words += {u"--invite"_s, code};
            return rig.person(login).run(words, "correct horse\n");
        };
        QVERIFY(join(u"anna"_s, {}).err.contains("invite_needed"));
        QVERIFY(join(u"anna"_s, u"aaaaa-bbbbb-ccccc"_s).err.contains("invite_invalid"));
        const Ran invite = rig.admin({u"create-invite"_s, u"--uses"_s, u"2"_s, u"--note"_s, u"friends"_s});
        const QString code = invite.last()[u"code"_s].toString();
        QCOMPARE(join(u"anna"_s, code).code, 0);
        QVERIFY(join(u"anna"_s, code).err.contains("login_taken")); // costs no use
        QCOMPARE(join(u"bert"_s, code.toUpper().remove(u'-')).code, 0);
        QVERIFY(join(u"carl"_s, code).err.contains("invite_invalid"));
        const Ran listed = rig.admin({u"invites"_s});
        QCOMPARE(listed.last()[u"used"_s].toInt(), 2);
        QVERIFY(!listed.out.contains(code.toUtf8()));
        const QString second = rig.admin({u"create-invite"_s}).last()[u"code"_s].toString();
        QCOMPARE(rig.admin({u"revoke-invite"_s, u"2"_s}).code, 0);
        QVERIFY(join(u"carl"_s, second).err.contains("invite_invalid"));
        QCOMPARE(rig.admin({u"revoke-invite"_s, u"2"_s}).code, 66);
        QCOMPARE(rig.admin({u"sweep"_s, u"--dry-run"_s}).last()[u"invites"_s].toInt(), 2);
        QCOMPARE(rig.admin({u"sweep"_s}).last()[u"invites"_s].toInt(), 2);
        QCOMPARE(rig.admin({u"invites"_s}).objects.size(), 0);
        QCOMPARE(rig.admin({u"create-invite"_s, u"--expires"_s, u"soon"_s}).code, 64);
    }

    void aGroupIsHandedOver()
    {
        Rig rig;
        const PersonProcess anna = rig.person(u"anna"_s), bert = rig.person(u"bert"_s);
        QCOMPARE(anna.signIn(u"register"_s, rig.program).code, 0);
        QCOMPARE(bert.signIn(u"register"_s, rig.program).code, 0);
        QCOMPARE(anna.run({u"group"_s, u"Rowing"_s, u"bert"_s}).code, 0);
        QTRY_COMPARE_WITH_TIMEOUT(rig.admin({u"groups"_s, u"bert"_s}).objects.size(), 1, patienceMs);
        const QString chat = rig.admin({u"groups"_s, u"bert"_s}).last()[u"chat"_s].toString();
        QCOMPARE(rig.admin({u"group-owner"_s, chat, u"bert"_s}).code, 0);
        QCOMPARE(rig.admin({u"groups"_s, u"bert"_s}).last()[u"role"_s].toString(), u"owner"_s);
        QCOMPARE(rig.admin({u"groups"_s, u"anna"_s}).last()[u"role"_s].toString(), u"admin"_s);
        QCOMPARE(bert.run({u"sync"_s, u"--once"_s}).code, 0);
        QCOMPARE(bert.run({u"remove"_s, u"Rowing"_s, u"anna"_s}).code, 0);
        QCOMPARE(rig.admin({u"group-owner"_s, chat, u"anna"_s}).code, 66);
    }

    void theSocketIsTheOwnersAlone()
    {
        Rig rig;
        const QString path = rig.data + u"/admin.sock"_s;
        QCOMPARE(QFileInfo(path).permissions() & QFile::Permissions(0x077), QFile::Permissions());
        QLocalSocket rubbish;
        rubbish.connectToServer(path);
        QVERIFY(rubbish.waitForConnected(patienceMs));
        rubbish.write("{\"command\":[]}\n");
        QVERIFY(rubbish.waitForReadyRead(patienceMs));
        QVERIFY(rubbish.readAll().contains("bad_input"));
        QLocalSocket flood;
        flood.connectToServer(path);
        QVERIFY(flood.waitForConnected(patienceMs));
        flood.write(QByteArray(200'000, 'x'));
        QTRY_COMPARE_WITH_TIMEOUT(flood.state(), QLocalSocket::UnconnectedState, patienceMs);
        QCOMPARE(rig.admin({u"stats"_s}).code, 0);
        QCOMPARE(rig.admin({u"reload-tls"_s}).code, 66);
        QCOMPARE(rig.admin({u"walk"_s}).code, 64);
        QCOMPARE(rig.admin({u"users"_s, u"--uses"_s, u"2"_s}).code, 64);
        QCOMPARE(rig.admin({u"drain"_s}).code, 0);
        QCOMPARE(rig.program.child().finish(), 0);
        const Ran alone = rig.admin({u"stats"_s});
        QCOMPARE(alone.code, 75);
        QVERIFY(alone.err.contains("no server is running"));
    }

    void clientsSurviveARestore()
    {
        Rig rig;
        const PersonProcess anna = rig.person(u"anna"_s), bert = rig.person(u"bert"_s);
        QCOMPARE(anna.signIn(u"register"_s, rig.program).code, 0);
        QCOMPARE(bert.signIn(u"register"_s, rig.program).code, 0);
        QCOMPARE(anna.run({u"send"_s, u"bert"_s, u"before the backup"_s, u"--wait"_s, u"sent"_s}).code, 0);
        const QString backup = rig.dir.filePath(u"kept.db"_s);
        QCOMPARE(rig.admin({u"backup"_s, backup}).code, 0);
        QCOMPARE(QFileInfo(backup).permissions() & QFile::Permissions(0x077), QFile::Permissions());
        QCOMPARE(rig.admin({u"backup"_s, backup}).code, 69); // never over another
        QCOMPARE(anna.run({u"send"_s, u"bert"_s, u"acknowledged, then lost by the server"_s, u"--wait"_s,
                           u"sent"_s})
                     .code,
                 0);
        // Every run of the program renews its sign-in: the backup knows none of these.
        for (const PersonProcess *person : {&anna, &bert})
            for (int i = 0; i < 2; ++i) QCOMPARE(person->run({u"sync"_s, u"--once"_s}).code, 0);
        QCOMPARE(server({u"restore"_s, backup, u"--data"_s, rig.data}).code, 75); // it is running
        QCOMPARE(rig.program.stop(), 0);
        QCOMPARE(server({u"restore"_s, rig.dir.filePath(u"none"_s), u"--data"_s, rig.data}).code, 66);
        QCOMPARE(server({u"restore"_s, rig.data + u".log"_s, u"--data"_s, rig.data}).code, 78);
        const Ran restored = server({u"restore"_s, backup, u"--data"_s, rig.data});
        QVERIFY2(restored.code == 0, restored.err);
        QVERIFY(rig.program.start());
        // The sign-ins renewed since the backup prove themselves. The author's device brings its message
        // back; the other one reads all, each once, in order.
        QCOMPARE(anna.run({u"sync"_s, u"--once"_s}).code, 0);
        QCOMPARE(bert.run({u"sync"_s, u"--once"_s}).code, 0);
        const auto back = anna.start({u"tail"_s}); // its engine brings back what the server lost
        const auto heard = [&] {
            std::ignore = bert.run({u"sync"_s, u"--once"_s});
            return bert.run({u"history"_s, u"anna"_s}).all(u"body"_s);
        };
        QTRY_COMPARE_WITH_TIMEOUT(
            heard(), QList<QString>({u"before the backup"_s, u"acknowledged, then lost by the server"_s}),
            patienceMs);
        back->signal(SIGINT);
        QVERIFY(back->finish() >= 0);
        QCOMPARE(bert.run({u"send"_s, u"anna"_s, u"and on"_s, u"--wait"_s, u"sent"_s}).code, 0);
        QCOMPARE(rig.program.stop(), 0);
        const Ran checked = server({u"check"_s, u"--data"_s, rig.data});
        QVERIFY2(checked.code == 0, checked.out);
        QVERIFY(!QDir(rig.data).entryList({u"*.before-restore-*"_s}).isEmpty());
    }

    void tlsFromEndToEnd()
    {
        const QString tls = QStringLiteral(KITH_SOURCE_DIR "/tests/data/tls/");
        Rig rig({u"--tls-cert"_s, tls + u"first.pem"_s, u"--tls-key"_s, tls + u"first.key"_s});
        const PersonProcess anna = rig.person(u"anna"_s);
        QVERIFY(anna.signIn(u"register"_s, rig.program).err.contains("cannot be trusted"));
        const QStringList trusting{u"--ca"_s, tls + u"ca.pem"_s};
        QCOMPARE(anna.run(trusting + QStringList{u"register"_s, u"--server"_s, rig.program.url(), u"--user"_s,
                                                 u"anna"_s, u"--password-stdin"_s},
                          "correct horse\n")
                     .code,
                 0);
        const PersonProcess bert = rig.person(u"bert"_s);
        QCOMPARE(bert.run(trusting + QStringList{u"register"_s, u"--server"_s, rig.program.url(), u"--user"_s,
                                                 u"bert"_s, u"--password-stdin"_s},
                          "correct horse\n")
                     .code,
                 0);
        QCOMPARE(
            anna.run(trusting + QStringList{u"send"_s, u"bert"_s, u"under TLS"_s, u"--wait"_s, u"sent"_s})
                .code,
            0);
        QCOMPARE(rig.admin({u"reload-tls"_s}).code, 0);
        rig.program.child().signal(SIGHUP);
        QCOMPARE(bert.run(trusting + QStringList{u"sync"_s, u"--once"_s}).code, 0);
        QCOMPARE(bert.run({u"history"_s, u"anna"_s}).all(u"body"_s), QList<QString>({u"under TLS"_s}));
        QCOMPARE(rig.program.stop(), 0);
    }

    void plainBeyondThisMachineIsAskedFor()
    {
        QTemporaryDir dir;
        const QStringList open{u"--data"_s, dir.path(), u"--listen"_s, u"0.0.0.0:0"_s};
        const Ran refused = server(open);
        QCOMPARE(refused.code, 78);
        QVERIFY(refused.err.contains("allow-plain"));
        Child allowed;
        allowed.start(QStringLiteral(KITH_BIN_DIR "/kith-server"),
                      open + QStringList{u"--allow-plain"_s, u"yes"_s});
        QVERIFY(allowed.waitForLine(
            [](const QByteArray &line) { return line.startsWith("kith-server ready "); }));
        allowed.signal(SIGTERM);
        QCOMPARE(allowed.finish(), 0);
    }

    void logsHoldNothingOfWhatPeopleWrote()
    {
        for (const QString &format : {u"text"_s, u"json"_s}) {
            Rig rig({u"--log-level"_s, u"debug"_s, u"--log-format"_s, format});
            const PersonProcess anna = rig.person(u"anna"_s), bert = rig.person(u"bert"_s);
            QCOMPARE(anna.signIn(u"register"_s, rig.program, "canary-password-1").code, 0);
            QCOMPARE(bert.signIn(u"register"_s, rig.program, "canary-password-2").code, 0);
            QCOMPARE(anna.run({u"send"_s, u"bert"_s, u"canary-body"_s, u"--wait"_s, u"sent"_s}).code, 0);
            QCOMPARE(anna.run({u"group"_s, u"canary-title"_s, u"bert"_s}).code, 0);
            QCOMPARE(bert.signIn(u"login"_s, rig.program, "canary-wrong-one").code, 77);
            const QByteArray secret =
                rig.admin({u"reset-password"_s, u"bert"_s}).last()[u"password"_s].toString().toUtf8();
            QCOMPARE(
                rig.admin({u"create-user"_s, u"carl"_s, u"--password-stdin"_s}, "canary-password-3\n").code,
                0);
            const QByteArray code = rig.admin({u"create-invite"_s}).last()[u"code"_s].toString().toUtf8();
            QCOMPARE(rig.program.stop(), 0);
            QFile file(rig.program.log());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray log = file.readAll();
            QVERIFY(log.contains("http request") && log.contains("send"));
            for (const QByteArray &word : {QByteArray("canary"), secret, code})
                QVERIFY2(!word.isEmpty() && !log.contains(word), word);
            QFile tokens(anna.profile() + u"/secrets.ini"_s);
            QVERIFY(tokens.open(QIODevice::ReadOnly));
            for (const QByteArray &line : tokens.readAll().split('\n')) {
                const QByteArray value = line.mid(line.lastIndexOf('=') + 1).trimmed();
                if (value.size() >= 40) QVERIFY(!log.contains(value));
            }
            if (format != u"json") continue;
            for (const QByteArray &line : log.split('\n'))
                if (!line.isEmpty()) QVERIFY2(QJsonDocument::fromJson(line).isObject(), line);
        }
    }
};

QTEST_GUILESS_MAIN(TestServerAdmin)
#include "tst_server_admin.moc"
