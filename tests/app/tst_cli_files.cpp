#include "tests/kit/bytes.h"
#include "tests/kit/cli_world.h"

#include <QDirIterator>
#include <QTest>

using namespace kith::test;

/// Files through the real programs, killed in the middle.
class TestCliFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sentListedAndFetched();
    void wordsForWhatCannotBe();
    void bothSidesAreKilledInTheMiddle();

private:
    static QString write(const CliWorld &world, const QString &name, const QByteArray &bytes)
    {
        const QString path = world.dir.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            QTest::qFail("no file", __FILE__, __LINE__);
        return path;
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }
    /// Bytes of the one unfinished upload of the server.
    static qint64 uploaded(const CliWorld &world)
    {
        QDirIterator it(world.dir.filePath(u"server/files"_s), {u"*.part"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        return it.hasNext() ? QFileInfo(it.next()).size() : 0;
    }
    static qint64 fetched(const PersonProcess &who)
    {
        QDirIterator it(who.profile(), {u"*.part"_s}, QDir::Files, QDirIterator::Subdirectories);
        return it.hasNext() ? QFileInfo(it.next()).size() : 0;
    }
};

void TestCliFiles::sentListedAndFetched()
{
    CliWorld world;
    QVERIFY(world.server.start());
    bool good = true;
    const PersonProcess ana = world.registered(u"ana"_s, &good), ben = world.registered(u"ben"_s, &good);
    QVERIFY(good);
    const QByteArray first = someBytes(200'000), second = "words\n";
    const Ran sent = ana.run({u"send"_s, u"ben"_s, u"--file"_s, write(world, u"a.bin"_s, first), u"--file"_s,
                              write(world, u"b.txt"_s, second), u"--caption"_s, u"two files"_s});
    QCOMPARE(sent.code, 0);
    QCOMPARE(sent.last()[u"state"_s].toString(), u"sent"_s);
    QCOMPARE(sent.last()[u"body"_s].toString(), u"two files"_s);
    QVERIFY2(sent.err.contains("a.bin: 100 %"), sent.err);
    QCOMPARE(ben.run({u"sync"_s, u"--once"_s}).code, 0);
    const Ran listed = ben.run({u"files"_s, sent.mid});
    QCOMPARE(listed.all(u"name"_s), QList<QString>({u"a.bin"_s, u"b.txt"_s}));
    QCOMPARE(listed.all(u"state"_s), QList<QString>({u"remote"_s, u"remote"_s}));
    QCOMPARE(listed.all(u"mime"_s), QList<QString>({u"application/octet-stream"_s, u"text/plain"_s}));
    const QString to = world.dir.filePath(u"to"_s);
    QVERIFY(QDir().mkpath(to));
    write(world, u"to/b.txt"_s, "not to be overwritten");
    const Ran got = ben.run({u"fetch"_s, sent.mid, u"--to"_s, to});
    QCOMPARE(got.code, 0);
    QCOMPARE(got.all(u"state"_s), QList<QString>({u"here"_s, u"here"_s}));
    QCOMPARE(read(to + u"/a.bin"_s), first);
    QCOMPARE(read(to + u"/b (2).txt"_s), second);
    QCOMPARE(read(to + u"/b.txt"_s), "not to be overwritten");
    const Ran again = ben.run({u"fetch"_s, sent.mid}); // is there already
    QCOMPARE(again.code, 0);
    QCOMPARE(read(again.last()[u"path"_s].toString()), second);
    // Deleted for all: gone for those who have not fetched it.
    QCOMPARE(ana.run({u"delete"_s, sent.mid}).code, 0);
    QCOMPARE(ben.run({u"sync"_s, u"--once"_s}).code, 0);
    QCOMPARE(ben.run({u"fetch"_s, sent.mid}).code, 65);
}

void TestCliFiles::wordsForWhatCannotBe()
{
    CliWorld world;
    QVERIFY(world.server.start());
    bool good = true;
    const PersonProcess ana = world.registered(u"ana"_s, &good), ben = world.registered(u"ben"_s, &good);
    QVERIFY(good);
    const QString path = write(world, u"a"_s, "x");
    QCOMPARE(ana.run({u"send"_s, u"ben"_s}).code, 64);
    QCOMPARE(ana.run({u"send"_s, u"ben"_s, u"text"_s, u"--file"_s, path, u"--caption"_s, u"more"_s}).code,
             64);
    const Ran none = ana.run({u"send"_s, u"ben"_s, u"--file"_s, world.dir.filePath(u"nothing"_s)});
    QCOMPARE(none.code, 65);
    QVERIFY2(none.err.contains("There is no file"), none.err);
    QStringList many{u"send"_s, u"ben"_s};
    for (int i = 0; i < 11; ++i) many << u"--file"_s << path;
    QCOMPARE(ana.run(many).code, 65);
    const Ran text = ana.run({u"send"_s, u"ben"_s, u"no files"_s});
    QCOMPARE(ana.run({u"fetch"_s, text.mid}).code, 65);
    QCOMPARE(ana.run({u"files"_s, text.mid}).objects.size(), 0);
    QCOMPARE(ana.run({u"fetch"_s, text.mid, u"--to"_s, path}).code, 65);
}

void TestCliFiles::bothSidesAreKilledInTheMiddle()
{
    CliWorld world;
    QVERIFY(world.server.start());
    bool good = true;
    const PersonProcess ana = world.registered(u"ana"_s, &good), ben = world.registered(u"ben"_s, &good);
    QVERIFY(good);
    const QByteArray bytes = someBytes(80'000'000);
    const QString path = write(world, u"big"_s, bytes);
    QString mid;
    {
        const auto sending = ana.start({u"send"_s, u"ben"_s, u"--file"_s, path});
        QVERIFY(sending->waitForLine([&](const QByteArray &line) {
            mid = QJsonDocument::fromJson(line).object()[u"mid"_s].toString();
            return !mid.isEmpty();
        }));
        QTRY_VERIFY_WITH_TIMEOUT(uploaded(world) > 5'000'000, patienceMs);
        world.server.kill9();
        sending->kill();
        sending->finish();
    }
    const qint64 there = uploaded(world);
    QVERIFY(there >= 5'000'000 && there < bytes.size());
    QVERIFY(world.server.start());
    {
        const auto going = ana.start({u"sync"_s, u"--once"_s, u"--timeout"_s, u"600"_s});
        QTRY_VERIFY_WITH_TIMEOUT(uploaded(world) > there || uploaded(world) == 0, patienceMs);
        going->kill();
        going->finish();
    }
    QVERIFY(uploaded(world) == 0 || uploaded(world) >= there); // nothing goes back
    const Ran done = ana.run({u"sync"_s, u"--once"_s, u"--timeout"_s, u"600"_s});
    QCOMPARE(done.code, 0);
    QCOMPARE(ben.run({u"sync"_s, u"--once"_s}).code, 0);
    {
        const auto fetching = ben.start({u"fetch"_s, mid});
        QTRY_VERIFY_WITH_TIMEOUT(fetched(ben) > 5'000'000, patienceMs);
        world.server.kill9();
        fetching->kill();
        fetching->finish();
    }
    const qint64 part = fetched(ben);
    QVERIFY(part > 0);
    QVERIFY(world.server.start());
    const Ran got = ben.run({u"fetch"_s, mid});
    QCOMPARE(got.code, 0);
    QVERIFY(read(got.last()[u"path"_s].toString()) == bytes);
}

QTEST_GUILESS_MAIN(TestCliFiles)
#include "tst_cli_files.moc"
