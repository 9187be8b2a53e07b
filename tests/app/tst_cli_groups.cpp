#include "tests/kit/cli_world.h"

#include <QJsonArray>
#include <QTest>

using namespace kith::test;
using namespace Qt::StringLiterals;

/// Groups and channels as a tester drives them: the real server and kith-cli.
class TestCliGroups : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aGroupFromItsFirstDayToItsHandover()
    {
        CliWorld world;
        QVERIFY(world.server.start());
        bool good = true;
        const PersonProcess ana = world.registered(u"ana"_s, &good), ben = world.registered(u"ben"_s, &good),
                            cara = world.registered(u"cara"_s, &good);
        QVERIFY(good);
        QCOMPARE(ana.run({u"group"_s, u"Club"_s, u"ben"_s}).code, 0);
        const Ran said = ana.run({u"send"_s, u"Club"_s, u"from before"_s, u"--wait"_s, u"sent"_s});
        QCOMPARE(said.code, 0);

        const Ran set = ana.run({u"group-set"_s, u"Club"_s, u"--about"_s, u"For walkers"_s, u"--history"_s,
                                 u"joining"_s, u"--title"_s, u"Walkers"_s});
        QCOMPARE(set.code, 0);
        QCOMPARE(set.last()[u"about"_s].toString(), u"For walkers"_s);
        QCOMPARE(set.last()[u"history"_s].toString(), u"joining"_s);
        const Ran pinned = ana.run({u"pin"_s, said.mid});
        QCOMPARE(pinned.last()[u"pins"_s].toArray().first().toString(), said.mid);
        QCOMPARE(ben.run({u"sync"_s, u"--once"_s}).code, 0);
        QCOMPARE(ben.run({u"group-set"_s, u"Walkers"_s, u"--slow"_s, u"5"_s}).code, 77);
        QCOMPARE(ben.run({u"group-set"_s, u"Walkers"_s, u"--slow"_s, u"soon"_s}).code, 65);

        const Ran invite = ana.run({u"invite"_s, u"Walkers"_s, u"--uses"_s, u"1"_s, u"--hours"_s, u"1"_s});
        QCOMPARE(invite.code, 0);
        const QString code = invite.last()[u"code"_s].toString();
        QCOMPARE(cara.run({u"join"_s, u"no-such-code"_s}).code, 69);
        const Ran joined = cara.run({u"join"_s, code});
        QCOMPARE(joined.code, 0);
        QCOMPARE(joined.last()[u"title"_s].toString(), u"Walkers"_s);
        QCOMPARE(ana.run({u"send"_s, u"Walkers"_s, u"hello Cara"_s, u"--wait"_s, u"sent"_s}).code, 0);
        QCOMPARE(cara.run({u"sync"_s, u"--once"_s}).code, 0);
        // What was said before her time is not here, and nothing says that something is missing.
        const auto bodies = cara.run({u"history"_s, u"Walkers"_s}).all(u"body"_s);
        QVERIFY(bodies.contains(u"hello Cara"_s) && !bodies.contains(u"from before"_s));
        QCOMPARE(cara.run({u"status"_s}).last()[u"holes"_s].toInt(), 0);
        QCOMPARE(cara.run({u"verify"_s, u"--check"_s}).code, 0);

        QCOMPARE(cara.run({u"group-log"_s, u"Walkers"_s}).code, 77);
        const auto acts = ana.run({u"group-log"_s, u"Walkers"_s}).all(u"act"_s);
        QVERIFY(acts.contains(u"joined"_s) && acts.contains(u"invite.new"_s) && acts.contains(u"set"_s));

        QVERIFY(ana.run({u"ban"_s, u"Walkers"_s, u"cara"_s}).last()[u"banned"_s].toBool());
        QCOMPARE(ana.run({u"members"_s, u"Walkers"_s, u"--banned"_s}).all(u"user"_s), QStringList{u"cara"_s});
        QCOMPARE(cara.run({u"join"_s, inviteOf(ana)}).code, 77);
        QVERIFY(!ana.run({u"ban"_s, u"Walkers"_s, u"cara"_s, u"--off"_s}).last()[u"banned"_s].toBool());
        QCOMPARE(cara.run({u"join"_s, inviteOf(ana)}).code, 0);
        QCOMPARE(cara.run({u"verify"_s, u"--check"_s}).code, 0);

        const Ran over = ana.run({u"role"_s, u"Walkers"_s, u"ben"_s, u"owner"_s});
        QCOMPARE(over.last()[u"role"_s].toString(), u"owner"_s);
        QCOMPARE(ana.run({u"role"_s, u"Walkers"_s, u"ben"_s, u"member"_s}).code, 77);
        QCOMPARE(ben.run({u"group-set"_s, u"Walkers"_s, u"--channel"_s, u"on"_s}).code, 0);
        QCOMPARE(cara.run({u"sync"_s, u"--once"_s}).code, 0);
        QCOMPARE(cara.run({u"send"_s, u"Walkers"_s, u"may I?"_s, u"--wait"_s, u"sent"_s}).code, 77);
        const auto people = cara.run({u"members"_s, u"Walkers"_s, u"--all"_s}).all(u"user"_s);
        QCOMPARE(QSet<QString>(people.begin(), people.end()), (QSet<QString>{u"ana"_s, u"ben"_s, u"cara"_s}));
        // The server has it all in order, too.
        QCOMPARE(world.server.stop(), 0);
        Child check;
        check.start(QStringLiteral(KITH_BIN_DIR "/kith-server"),
                    {u"check"_s, u"--data"_s, world.dir.filePath(u"server"_s)});
        QCOMPARE(check.finish(), 0);
    }

private:
    static QString inviteOf(const PersonProcess &who)
    {
        return who.run({u"invite"_s, u"Walkers"_s}).last()[u"code"_s].toString();
    }
};

QTEST_GUILESS_MAIN(TestCliGroups)
#include "tst_cli_groups.moc"
