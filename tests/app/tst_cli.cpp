#include "core/base/ids.h"
#include "tests/kit/cli_world.h"

#include <QJsonArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList promised{u"mid"_s,    u"chat"_s,    u"seq"_s,      u"rev"_s,   u"sender"_s,
                           u"kind"_s,   u"body"_s,    u"at"_s,       u"state"_s, u"reply"_s,
                           u"edited"_s, u"deleted"_s, u"reactions"_s};

void change(const QString &file, const QString &sql)
{
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"change"_s);
        db.setDatabaseName(file);
        QVERIFY(db.open());
        QVERIFY(QSqlQuery(db).exec(sql));
    }
    QSqlDatabase::removeDatabase(u"change"_s);
}

} // namespace

/// kith-cli against kith-server, both as processes, as a script would use them.
class TestCli : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<CliWorld>();
        QVERIFY(m_world->server.start());
        bool good = true;
        m_ana = std::make_unique<PersonProcess>(m_world->registered(u"ana"_s, &good));
        m_bob = std::make_unique<PersonProcess>(m_world->registered(u"bob"_s, &good));
        QVERIFY(good);
    }
    void cleanup()
    {
        m_ana.reset();
        m_bob.reset();
        m_world.reset();
    }

    void twoPeopleTalk()
    {
        const Ran hello = m_ana->run({u"send"_s, u"bob"_s, u"Hello Bob"_s});
        QCOMPARE(hello.code, 0);
        QCOMPARE(hello.all(u"state"_s), (QStringList{u"queued"_s, u"sent"_s}));
        QVERIFY(Mid::fromText(hello.mid.toLatin1()));
        QCOMPARE(m_bob->run({u"sync"_s, u"--once"_s}).code, 0);
        const Ran answer = m_bob->run({u"send"_s, u"@ana"_s, u"-"_s}, "Hello Ana,\nhow are you?\n");
        QCOMPARE(answer.code, 0);
        QCOMPARE(m_ana->run({u"sync"_s, u"--once"_s}).code, 0);

        const Ran history = m_ana->run({u"history"_s, u"bob"_s});
        QCOMPARE(history.all(u"mid"_s), (QStringList{hello.mid, answer.mid}));
        for (const QJsonObject &row : history.objects)
            for (const QString &field : promised) QVERIFY2(row.contains(field), qPrintable(field));
        const QJsonObject first = history.objects[0], second = history.objects[1];
        QCOMPARE(first[u"sender"_s].toString(), u"ana"_s);
        QCOMPARE(first[u"seq"_s].toInt(), 1);
        QCOMPARE(first[u"state"_s].toString(), u"delivered"_s);
        QCOMPARE(second[u"sender"_s].toString(), u"bob"_s);
        QCOMPARE(second[u"body"_s].toString(), u"Hello Ana,\nhow are you?"_s);
        QVERIFY(second[u"reply"_s].isNull());
        const QDateTime at = QDateTime::fromString(second[u"at"_s].toString(), Qt::ISODateWithMs);
        QVERIFY(at.isValid() && at.timeSpec() == Qt::UTC);

        const Ran chats = m_ana->run({u"chats"_s});
        QCOMPARE(chats.objects.size(), 1);
        QCOMPARE(chats.last()[u"unread"_s].toInt(), 1);
        QCOMPARE(chats.last()[u"user"_s].toString(), u"bob"_s);
        QCOMPARE(m_ana->run({u"history"_s, u"bob"_s, u"--limit"_s, u"1"_s}).all(u"mid"_s),
                 QStringList{answer.mid});
        QCOMPARE(m_ana->run({u"history"_s, u"bob"_s, u"--before"_s, u"2"_s}).all(u"mid"_s),
                 QStringList{hello.mid});
    }

    void theMirrorIsComparedAndMended()
    {
        const Ran hello = m_ana->run({u"send"_s, u"bob"_s, u"Hello Bob"_s, u"--wait"_s, u"sent"_s});
        QCOMPARE(m_bob->run({u"sync"_s, u"--once"_s}).code, 0);
        const Ran equal = m_bob->run({u"verify"_s});
        QCOMPARE(equal.code, 0);
        QCOMPARE(equal.all(u"event"_s), (QStringList{u"chat"_s, u"verdict"_s}));
        QVERIFY(equal.last()[u"agrees"_s].toBool() && equal.last()[u"compared"_s].toInt() == 1);
        change(m_bob->mirror(), u"UPDATE messages SET body = 'Hello Eve'"_s);
        const Ran looked = m_bob->run({u"verify"_s, u"--check"_s});
        QCOMPARE(looked.code, 65);
        QVERIFY(looked.err.contains("Nothing was changed"));
        QCOMPARE(looked.objects[1][u"mid"_s].toString(), hello.mid);
        QCOMPARE(looked.objects[1][u"kind"_s].toString(), u"changed"_s);
        const Ran mended = m_bob->run({u"verify"_s, u"--chat"_s, u"ana"_s});
        QCOMPARE(mended.code, 0);
        QCOMPARE(mended.last()[u"mended"_s].toInt(), 1);
        QCOMPARE(m_bob->run({u"history"_s, u"ana"_s}).last()[u"body"_s].toString(), u"Hello Bob"_s);
        QCOMPARE(m_bob->run({u"verify"_s, u"--chat"_s, u"nobody"_s}).code, 65);
        m_world->server.stop();
        const Ran away = m_bob->run({u"verify"_s});
        QCOMPARE(away.code, 75); // nothing was compared, so nothing is claimed
        QVERIFY(away.objects.isEmpty());
    }

    void aMessageTellsItsStory()
    {
        m_world->server.stop();
        const Ran status = m_ana->run({u"status"_s});
        QVERIFY(status.last()[u"oldest_waiting"_s].isNull() && status.last()[u"waiting"_s].toInt() == 0);
        QVERIFY(m_world->server.start());
        const Ran sent = m_ana->run({u"send"_s, u"bob"_s, u"first"_s, u"--wait"_s, u"sent"_s});
        m_world->server.stop();
        const Ran hello = m_ana->run({u"send"_s, u"bob"_s, u"second"_s});
        QCOMPARE(hello.code, 0);
        const Ran waits = m_ana->run({u"explain"_s, hello.mid});
        QCOMPARE(waits.code, 0);
        QCOMPARE(waits.last()[u"state"_s].toString(), u"queued"_s);
        QVERIFY(waits.last()[u"seq"_s].isNull() && !waits.last()[u"entered"_s].isNull());
        QVERIFY(waits.last()[u"next"_s].toString().startsWith(u"No connection"_s));
        const QJsonObject line = m_ana->run({u"status"_s}).last();
        QCOMPARE(line[u"up_to"_s].toString(), waits.last()[u"entered"_s].toString());
        QVERIFY(line[u"text"_s].toString().endsWith(u"· 1 waiting"_s));
        QVERIFY(m_world->server.start());
        QCOMPARE(m_ana->run({u"sync"_s, u"--once"_s}).code, 0);
        const QJsonObject done = m_ana->run({u"explain"_s, hello.mid}).last();
        QCOMPARE(done[u"state"_s].toString(), u"sent"_s);
        QCOMPARE(done[u"seq"_s].toInt(), 2);
        QCOMPARE(done[u"sender"_s].toString(), u"ana"_s);
        QVERIFY(!done[u"outages"_s].toArray().isEmpty()); // it was told by the run that had failed
        QVERIFY(done[u"people"_s].toArray()[0][u"delivered"_s].isBool());
        QCOMPARE(m_bob->run({u"sync"_s, u"--once"_s}).code, 0);
        const QJsonObject theirs = m_bob->run({u"explain"_s, sent.mid}).last();
        QVERIFY(!theirs[u"mine"_s].toBool() && theirs[u"held"_s].toBool() && theirs[u"entered"_s].isNull());
        QCOMPARE(m_ana->run({u"explain"_s, u"AaDEUGwKf5KBkCN8sR-M8g"_s}).code, 65);
        QCOMPARE(m_ana->run({u"explain"_s, u"nonsense"_s}).code, 65);
    }

    void anAccountIsCaredFor()
    {
        QCOMPARE(m_ana->run({u"send"_s, u"bob"_s, u"before"_s, u"--wait"_s, u"sent"_s}).code, 0);
        const Ran named = m_ana->run({u"profile"_s, u"--name"_s, u"Ana D."_s, u"--about"_s, u"Hikes"_s});
        QCOMPARE(named.code, 0);
        QCOMPARE(named.last()[u"name"_s].toString(), u"Ana D."_s);
        QCOMPARE(m_ana->run({u"devices"_s}).objects.size(), 1);
        QCOMPARE(m_bob->run({u"sync"_s, u"--once"_s}).code, 0);
        QCOMPARE(m_bob->run({u"block"_s, u"ana"_s}).code, 0);
        QCOMPARE(m_ana->run({u"send"_s, u"bob"_s, u"unwanted"_s}).last()[u"error"_s].toString(),
                 u"blocked"_s);
        QCOMPARE(m_bob->run({u"block"_s, u"ana"_s, u"--off"_s}).code, 0);
        QCOMPARE(m_ana->run({u"send"_s, u"bob"_s, u"after"_s, u"--wait"_s, u"sent"_s}).code, 0);
        QCOMPARE(m_ana->run({u"report"_s, u"bob"_s, u"--reason"_s, u"spam"_s}).code, 0);
        QCOMPARE(m_ana->run({u"password"_s, u"--password-stdin"_s}, "not it\nbetter horses\n").code, 77);
        QCOMPARE(m_ana->run({u"delete-account"_s, u"--password-stdin"_s}, "not it\n").code, 77);
    }

    void writtenOfflineGoesOutOnce()
    {
        QCOMPARE(m_ana->run({u"send"_s, u"bob"_s, u"one"_s}).code, 0);
        QCOMPARE(m_world->server.stop(), 0);
        const Ran queued = m_ana->run({u"send"_s, u"bob"_s, u"two"_s});
        QCOMPARE(queued.code, 0);
        QCOMPARE(queued.all(u"state"_s), QStringList{u"queued"_s});
        QCOMPARE(m_ana->run({u"outbox"_s}).all(u"mid"_s), QStringList{queued.mid});
        QCOMPARE(m_ana->run({u"status"_s}).last()[u"waiting"_s].toInt(), 1);
        const Ran away = m_ana->run({u"sync"_s, u"--once"_s});
        QCOMPARE(away.code, 75);
        QCOMPARE(m_ana->run({u"send"_s, u"bob"_s, u"three"_s, u"--wait"_s, u"sent"_s, u"--timeout"_s, u"1"_s})
                     .code,
                 75);
        QCOMPARE(m_ana->run({u"send"_s, u"nobody"_s, u"x"_s}).code, 75); // asking needs the server

        QVERIFY(m_world->server.start());
        QCOMPARE(m_ana->run({u"sync"_s, u"--once"_s}).code, 0);
        QVERIFY(m_ana->run({u"outbox"_s}).objects.isEmpty());
        QCOMPARE(m_ana->run({u"sync"_s, u"--once"_s}).code, 0); // nothing is sent a second time
        QCOMPARE(m_bob->run({u"sync"_s, u"--once"_s}).code, 0);
        QCOMPARE(m_bob->run({u"history"_s, u"ana"_s}).all(u"body"_s),
                 (QStringList{u"one"_s, u"two"_s, u"three"_s}));
        QCOMPARE(m_ana->run({u"send"_s, u"nobody"_s, u"x"_s}).code, 65);
    }

    void waitsForDeliveredAndSeen()
    {
        const auto tail = m_bob->start({u"tail"_s});
        QVERIFY(tail->waitForLine([](const QByteArray &line) { return line.contains("\"online\""); }));
        const Ran sent = m_ana->run({u"send"_s, u"bob"_s, u"hi"_s, u"--wait"_s, u"delivered"_s});
        QCOMPARE(sent.code, 0);
        QCOMPARE(sent.last()[u"state"_s].toString(), u"delivered"_s);
        QVERIFY(
            tail->waitForLine([&](const QByteArray &line) { return line.contains(sent.mid.toLatin1()); }));
        const QJsonObject told = QJsonDocument::fromJson(tail->lines.last()).object();
        QCOMPARE(told[u"event"_s].toString(), u"message"_s);
        QCOMPARE(told[u"body"_s].toString(), u"hi"_s);

        const Ran second = m_bob->run({u"read"_s, u"ana"_s});
        QCOMPARE(second.code, 75); // tail has the account open
        QVERIFY(second.err.contains("Another kith program"));
        tail->signal(SIGINT);
        QCOMPARE(tail->finish(), 0);

        const auto waiting = m_ana->start(
            {u"send"_s, u"bob"_s, u"read me"_s, u"--wait"_s, u"seen"_s, u"--timeout"_s, u"60"_s});
        QVERIFY(waiting->waitForLine([](const QByteArray &line) { return line.contains("\"sent\""); }));
        QCOMPARE(m_bob->run({u"sync"_s, u"--once"_s}).code, 0);
        const Ran read = m_bob->run({u"read"_s, u"ana"_s});
        QCOMPARE(read.code, 0);
        QCOMPARE(read.last()[u"unread"_s].toInt(), 0);
        const Ran seen = PersonProcess::result(*waiting);
        QCOMPARE(seen.code, 0);
        QCOMPARE(seen.last()[u"state"_s].toString(), u"seen"_s);
        QCOMPARE(m_ana->run({u"history"_s, u"bob"_s}).last()[u"state"_s].toString(), u"seen"_s);
    }

    void changesReachTheOtherSide()
    {
        const QString first = m_ana->run({u"send"_s, u"bob"_s, u"frist"_s}).mid;
        const QString second = m_ana->run({u"send"_s, u"bob"_s, u"secret"_s}).mid;
        QCOMPARE(m_bob->run({u"sync"_s, u"--once"_s}).code, 0);
        const Ran reply = m_bob->run({u"reply"_s, first, u"you mean first?"_s});
        QCOMPARE(reply.code, 0);
        QCOMPARE(m_bob->run({u"react"_s, first, u"👍"_s}).code, 0);
        QCOMPARE(m_bob->run({u"edit"_s, first, u"not mine"_s}).code, 77);
        QCOMPARE(m_bob->run({u"delete"_s, first}).code, 77);
        const Ran edited = m_ana->run({u"edit"_s, first, u"first"_s});
        QCOMPARE(edited.code, 0);
        QVERIFY(edited.last()[u"edited"_s].toBool());
        QCOMPARE(m_ana->run({u"delete"_s, second}).code, 0);
        QCOMPARE(m_bob->run({u"sync"_s, u"--once"_s}).code, 0);
        QCOMPARE(m_ana->run({u"sync"_s, u"--once"_s}).code, 0);

        for (const PersonProcess *person : {m_ana.get(), m_bob.get()}) {
            const Ran history = person->run({u"history"_s, person == m_ana.get() ? u"bob"_s : u"ana"_s});
            QCOMPARE(history.all(u"body"_s), (QStringList{u"first"_s, u""_s, u"you mean first?"_s}));
            QVERIFY(history.objects[0][u"edited"_s].toBool());
            QVERIFY(history.objects[1][u"deleted"_s].toBool());
            QCOMPARE(history.objects[2][u"reply"_s].toString(), first);
            const QJsonArray reactions = history.objects[0][u"reactions"_s].toArray();
            QCOMPARE(reactions.size(), 1);
            QCOMPARE(reactions[0][u"emoji"_s].toString(), u"👍"_s);
            QCOMPARE(reactions[0][u"count"_s].toInt(), 1);
            QCOMPARE(reactions[0][u"mine"_s].toBool(), person == m_bob.get());
        }
        QCOMPARE(m_bob->run({u"react"_s, first, u"👍"_s, u"--off"_s}).code, 0);
        QVERIFY(m_bob->run({u"history"_s, u"ana"_s}).objects[0][u"reactions"_s].toArray().isEmpty());
        QCOMPARE(m_bob->run({u"search"_s, u"mean"_s, u"first"_s}).all(u"mid"_s), QStringList{reply.mid});
        QVERIFY(m_bob->run({u"search"_s, u"secret"_s}).objects.isEmpty());
    }

    void groupOfFiveWithOneOffline()
    {
        bool good = true;
        QStringList logins{u"bob"_s, u"cid"_s, u"dan"_s, u"eve"_s};
        std::vector<PersonProcess> others{*m_bob};
        for (const QString &login : logins.mid(1)) others.push_back(m_world->registered(login, &good));
        QVERIFY(good);
        const Ran group = m_ana->run(QStringList{u"group"_s, u"Trip"_s} + logins);
        QCOMPARE(group.code, 0);
        QCOMPARE(group.last()[u"members"_s].toInt(), 5);
        const Ran sent = m_ana->run({u"send"_s, u"trip"_s, u"Who comes?"_s});
        QCOMPARE(sent.code, 0);

        for (size_t i = 0; i < 3; ++i) {
            QCOMPARE(others[i].run({u"sync"_s, u"--once"_s}).code, 0);
            QCOMPARE(others[i].run({u"history"_s, u"Trip"_s}).last()[u"mid"_s].toString(), sent.mid);
        }
        QCOMPARE(m_ana->run({u"sync"_s, u"--once"_s}).code, 0);
        QCOMPARE(m_ana->run({u"history"_s, u"Trip"_s}).last()[u"state"_s].toString(), u"sent"_s);
        QCOMPARE(others[3].run({u"sync"_s, u"--once"_s}).code, 0);
        QCOMPARE(others[3].run({u"send"_s, u"Trip"_s, u"I do"_s}).code, 0);
        QCOMPARE(m_ana->run({u"sync"_s, u"--once"_s}).code, 0);
        const Ran history = m_ana->run({u"history"_s, u"Trip"_s});
        QCOMPARE(history.last()[u"sender"_s].toString(), u"eve"_s);
        QCOMPARE(history.objects[history.objects.size() - 2][u"state"_s].toString(), u"delivered"_s);
        QCOMPARE(m_ana->run({u"members"_s, u"Trip"_s}).objects.size(), 5);

        QCOMPARE(others[0].run({u"remove"_s, u"Trip"_s, u"cid"_s}).code, 77);
        QCOMPARE(m_ana->run({u"remove"_s, u"Trip"_s, u"cid"_s}).code, 0);
        QCOMPARE(others[1].run({u"sync"_s, u"--once"_s}).code, 0);
        QVERIFY(others[1].run({u"chats"_s}).last()[u"left"_s].toBool());
        QCOMPARE(others[1].run({u"send"_s, u"Trip"_s, u"too late"_s}).code, 77);
        QVERIFY(others[1].run({u"outbox"_s}).objects.isEmpty()); // known here: nothing was kept
        QCOMPARE(m_ana->run({u"add"_s, u"Trip"_s, u"cid"_s}).code, 0);
        QCOMPARE(others[1].run({u"sync"_s, u"--once"_s}).code, 0);
        QCOMPARE(others[1].run({u"send"_s, u"Trip"_s, u"back"_s, u"--wait"_s, u"sent"_s}).code, 0);
        QCOMPARE(others[2].run({u"leave"_s, u"Trip"_s}).code, 0);
        QVERIFY(others[2].run({u"chats"_s}).last()[u"left"_s].toBool());
    }

    void whatTheServerRefusesWaitsForItsAuthor()
    {
        QCOMPARE(m_ana->run({u"group"_s, u"Trip"_s, u"bob"_s}).code, 0);
        QCOMPARE(m_bob->run({u"sync"_s, u"--once"_s}).code, 0);
        QCOMPARE(m_world->server.stop(), 0);
        const Ran late = m_bob->run({u"send"_s, u"Trip"_s, u"too late"_s});
        QCOMPARE(late.last()[u"state"_s].toString(), u"queued"_s);
        QVERIFY(m_world->server.start());
        QCOMPARE(m_ana->run({u"remove"_s, u"Trip"_s, u"bob"_s}).code, 0);
        QCOMPARE(m_bob->run({u"sync"_s, u"--once"_s}).code, 0);

        const QJsonObject refused = m_bob->run({u"history"_s, u"Trip"_s}).last();
        QCOMPARE(refused[u"mid"_s].toString(), late.mid);
        QCOMPARE(refused[u"state"_s].toString(), u"refused"_s);
        QCOMPARE(refused[u"error"_s].toString(), u"not_member"_s);
        QCOMPARE(m_bob->run({u"outbox"_s}).last()[u"state"_s].toString(), u"refused"_s);
        QCOMPARE(m_bob->run({u"retry"_s, late.mid}).code, 77);
        const Ran gone = m_bob->run({u"discard"_s, late.mid});
        QCOMPARE(gone.code, 0);
        QCOMPARE(gone.last()[u"state"_s].toString(), u"gone"_s);
        QVERIFY(m_bob->run({u"outbox"_s}).objects.isEmpty());
        QCOMPARE(m_bob->run({u"discard"_s, late.mid}).code, 65);
    }

    void accountsAndRefusals()
    {
        QCOMPARE(m_world->person(u"ana2"_s).signIn(u"register"_s, m_world->server, "short").code, 69);
        PersonProcess second(m_world->dir.filePath(u"second"_s), u"ana"_s);
        QCOMPARE(second.signIn(u"login"_s, m_world->server, "not the password").code, 77);
        QCOMPARE(second.signIn(u"register"_s, m_world->server).code, 69); // taken
        QCOMPARE(second.run({u"chats"_s}).code, 77);                      // nobody is signed in
        QCOMPARE(second.signIn(u"login"_s, m_world->server).code, 0);
        QCOMPARE(second.run({u"accounts"_s}).last()[u"login"_s].toString(), u"ana"_s);

        QCOMPARE(m_ana->run({u"send"_s, u"bob"_s, u"for both devices"_s}).code, 0);
        QCOMPARE(second.run({u"sync"_s, u"--once"_s}).code, 0);
        QCOMPARE(second.run({u"history"_s, u"bob"_s}).last()[u"body"_s].toString(), u"for both devices"_s);

        QCOMPARE(second.run({u"logout"_s}).code, 0);
        QVERIFY(second.run({u"accounts"_s}).objects.isEmpty());
        QVERIFY(second.mirror().isEmpty());
        QCOMPARE(m_ana->run({u"sync"_s, u"--once"_s}).code, 0); // the other device stays signed in

        QCOMPARE(m_world->server.stop(), 0);
        QCOMPARE(second.signIn(u"login"_s, m_world->server).code, 75);
        QCOMPARE(m_ana->run({u"send"_s, u"bob"_s, u"waits"_s}).code, 0);
        QCOMPARE(m_ana->run({u"logout"_s}).code, 77); // something waits
    }

    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("verb");
        QTest::addColumn<int>("code");
        QTest::newRow("no verb") << QStringList{} << 64;
        QTest::newRow("unknown verb") << QStringList{u"fly"_s} << 64;
        QTest::newRow("missing word") << QStringList{u"send"_s, u"bob"_s} << 64;
        QTest::newRow("unknown option") << QStringList{u"chats"_s, u"--all"_s} << 64;
        QTest::newRow("password in the open")
            << QStringList{u"login"_s, u"--server"_s, u"x"_s, u"--user"_s, u"ana"_s, u"--password"_s, u"y"_s}
            << 64;
        QTest::newRow("sync for ever") << QStringList{u"sync"_s} << 64;
        QTest::newRow("not an id") << QStringList{u"edit"_s, u"zzz"_s, u"text"_s} << 65;
        QTest::newRow("unknown chat") << QStringList{u"history"_s, u"nowhere"_s} << 65;
        QTest::newRow("empty text") << QStringList{u"send"_s, u"bob"_s, u"  "_s} << 65;
        QTest::newRow("to oneself") << QStringList{u"send"_s, u"@ana"_s, u"me"_s} << 65;
        QTest::newRow("no such account") << QStringList{u"--account"_s, u"zoe"_s, u"chats"_s} << 65;
    }
    void wrongUse()
    {
        QFETCH(QStringList, verb);
        QFETCH(int, code);
        const Ran ran = m_ana->run(verb);
        QCOMPARE(ran.code, code);
        QCOMPARE(ran.out, QByteArray());
        QByteArray said = ran.err;
        said.replace(said.startsWith("Warning:") ? said.left(said.indexOf('\n') + 1) : QByteArray(), "");
        QVERIFY2(said.startsWith("kith-cli: ") && said.count('\n') == 1, ran.err.constData());
    }

private:
    std::unique_ptr<CliWorld> m_world;
    std::unique_ptr<PersonProcess> m_ana, m_bob;
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
