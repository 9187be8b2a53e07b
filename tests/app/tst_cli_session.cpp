#include "tests/kit/cli_world.h"

#include <QJsonArray>
#include <QTest>

using namespace kith::test;
using namespace Qt::StringLiterals;

/// `kith-cli session`: commands on stdin, one connection for all of them.
class TestCliSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<CliWorld>();
        QVERIFY(m_world->server.start());
        bool good = true;
        m_ana = std::make_unique<PersonProcess>(m_world->registered(u"ana"_s, &good));
        m_bob = std::make_unique<PersonProcess>(m_world->registered(u"bob"_s, &good));
        QVERIFY(good);
    }

    void eachCommandHasItsAnswer()
    {
        const auto child = m_ana->start({u"session"_s});
        tell(*child, {u"send"_s, u"bob"_s, u"Hello [\"Bob\"]\n"_s, u"--wait"_s, u"sent"_s});
        tell(*child, {u"chats"_s});
        child->write("this is no command\n[]\n[1]\n");
        tell(*child, {u"fly"_s});
        tell(*child, {u"tail"_s});
        tell(*child, {u"send"_s, u"bob"_s, u"-"_s}); // stdin is the commands'
        tell(*child, {u"send"_s, u"@nobody-of-this-name"_s, u"x"_s});
        tell(*child, {u"outbox"_s});
        const QList<int> wanted{0, 0, 64, 64, 64, 64, 64, 64, 65, 0};
        QList<int> codes;
        QVERIFY(child->waitForLine([&](const QByteArray &line) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            if (object[u"event"_s].toString() == u"done") {
                codes.append(object[u"exit"_s].toInt());
                if (object[u"n"_s].toInt() != codes.size()) return true;
                if (codes.last() != 0 && object[u"why"_s].toString().isEmpty()) return true;
            }
            return codes.size() == wanted.size();
        }));
        QCOMPARE(codes, wanted);
        QCOMPARE(child->finish(), 0); // the end of stdin ends it
        QCOMPARE(m_bob->run({u"sync"_s, u"--once"_s}).code, 0);
        QCOMPARE(m_bob->run({u"history"_s, u"ana"_s}).last()[u"body"_s].toString(), u"Hello [\"Bob\"]"_s);
    }

    void savedIsAsFarAsItWaits()
    {
        m_world->server.kill9();
        const auto child = m_ana->start({u"session"_s});
        tell(*child, {u"send"_s, u"bob"_s, u"later"_s, u"--wait"_s, u"saved"_s});
        QVERIFY(child->waitForLine([](const QByteArray &line) { return line.contains("\"done\""); }));
        QVERIFY(child->lines.last().contains("\"exit\":0"));
        QVERIFY(m_world->server.start());
        // It stays connected: the message goes out by itself.
        QVERIFY(child->waitForLine([](const QByteArray &line) {
            return line.contains("\"later\"") && line.contains("\"state\":\"sent\"");
        }));
        child->signal(SIGTERM);
        QVERIFY(child->waitForFinished(patienceMs));
        QCOMPARE(child->exitCode(), 0);
    }

    void aLineWithoutEndIsNotKept()
    {
        const auto child = m_ana->start({u"session"_s});
        child->write("[\"send\",\"bob\",\"" + QByteArray(1'000'000, 'x') + "\"]\n");
        tell(*child, {u"status"_s});
        QList<QByteArray> done;
        QVERIFY(child->waitForLine([&](const QByteArray &line) {
            if (line.contains("\"done\"")) done.append(line);
            return done.size() == 2;
        }));
        QVERIFY(done[0].contains("\"exit\":64"));
        QVERIFY(done[1].contains("\"exit\":0"));
        QCOMPARE(child->finish(), 0);
    }

private:
    static void tell(Child &child, const QStringList &words)
    {
        child.write(QJsonDocument(QJsonArray::fromStringList(words)).toJson(QJsonDocument::Compact) + '\n');
    }
    std::unique_ptr<CliWorld> m_world;
    std::unique_ptr<PersonProcess> m_ana, m_bob;
};

QTEST_GUILESS_MAIN(TestCliSession)
#include "tst_cli_session.moc"
