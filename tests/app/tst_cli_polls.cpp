#include "tests/kit/cli_world.h"

#include <QJsonArray>
#include <QTest>

using namespace kith::test;
using namespace Qt::StringLiterals;

/// Polls as a tester drives them: the real server and kith-cli.
class TestCliPolls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPollFromItsQuestionToItsEnd()
    {
        CliWorld world;
        QVERIFY(world.server.start());
        bool good = true;
        const PersonProcess ana = world.registered(u"ana"_s, &good), ben = world.registered(u"ben"_s, &good);
        QVERIFY(good);
        QCOMPARE(ana.run({u"group"_s, u"Club"_s, u"ben"_s}).code, 0);
        QCOMPARE(ana.run({u"poll"_s, u"Club"_s, u"Which hut?"_s, u"one"_s, u"  "_s}).code, 65);
        const Ran asked = ana.run({u"poll"_s, u"Club"_s, u"Which hut?"_s, u"The old one"_s, u"The new one"_s,
                                   u"--wait"_s, u"sent"_s});
        QCOMPARE(asked.code, 0);
        QCOMPARE(ben.run({u"sync"_s, u"--once"_s}).code, 0);
        const auto seen = pollOf(ben.run({u"history"_s, u"Club"_s}), asked.mid);
        QCOMPARE(seen[u"options"_s].toArray().size(), 2);
        QVERIFY(!seen[u"multiple"_s].toBool() && !seen[u"closed"_s].toBool());

        QCOMPARE(ben.run({u"vote"_s, asked.mid}).code, 65);
        QCOMPARE(ben.run({u"vote"_s, asked.mid, u"3"_s}).code, 65);
        QCOMPARE(ben.run({u"vote"_s, asked.mid, u"1"_s, u"2"_s}).code, 65);
        QCOMPARE(ben.run({u"vote"_s, asked.mid, u"1"_s}).code, 0);
        QCOMPARE(ana.run({u"vote"_s, asked.mid, u"2"_s}).code, 0);
        QCOMPARE(ben.run({u"vote"_s, asked.mid, u"2"_s}).code, 0); // thinks again
        QCOMPARE(ben.run({u"close-poll"_s, asked.mid}).code, 77);
        QCOMPARE(ben.run({u"discard"_s, asked.mid}).code, 65); // nothing of it is refused on the message

        // A vote that was entered without a network goes out with the next connection.
        QCOMPARE(world.server.stop(), 0);
        QCOMPARE(ana.run({u"vote"_s, asked.mid, u"1"_s}).code, 0);
        QVERIFY(world.server.start());
        QCOMPARE(ana.run({u"sync"_s, u"--once"_s}).code, 0);
        QCOMPARE(ben.run({u"sync"_s, u"--once"_s}).code, 0);
        for (const PersonProcess *who : {&ana, &ben}) {
            const auto poll = pollOf(who->run({u"history"_s, u"Club"_s}), asked.mid);
            const auto options = poll[u"options"_s].toArray();
            QCOMPARE(poll[u"voters"_s].toInt(), 2);
            QCOMPARE(options[0].toObject()[u"votes"_s].toInt(), 1);
            QCOMPARE(options[1].toObject()[u"votes"_s].toInt(), 1);
            QCOMPARE(options[0].toObject()[u"mine"_s].toBool(), who == &ana);
            QCOMPARE(who->run({u"verify"_s, u"--check"_s}).code, 0);
        }
        QCOMPARE(ana.run({u"voters"_s, asked.mid, u"2"_s}).all(u"user"_s), QStringList{u"ben"_s});

        // Ben does not know yet that it is over: his vote is refused, and the old one is his again.
        QCOMPARE(ana.run({u"close-poll"_s, asked.mid}).last()[u"poll"_s].toObject()[u"closed"_s].toBool(),
                 true);
        QCOMPARE(ben.run({u"vote"_s, asked.mid, u"1"_s}).code, 77);
        QCOMPARE(ben.run({u"sync"_s, u"--once"_s}).code, 0);
        const auto over = pollOf(ben.run({u"history"_s, u"Club"_s}), asked.mid);
        QVERIFY(over[u"closed"_s].toBool());
        QVERIFY(over[u"options"_s].toArray()[1].toObject()[u"mine"_s].toBool());
        QCOMPARE(ben.run({u"verify"_s, u"--check"_s}).code, 0);
        QCOMPARE(world.server.stop(), 0);
    }

private:
    static QJsonObject pollOf(const Ran &history, const QString &mid)
    {
        for (const QJsonObject &line : history.objects)
            if (line[u"mid"_s].toString() == mid) return line[u"poll"_s].toObject();
        return {};
    }
};

QTEST_GUILESS_MAIN(TestCliPolls)
#include "tst_cli_polls.moc"
