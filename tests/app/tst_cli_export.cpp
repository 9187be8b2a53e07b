#include "tests/kit/bytes.h"
#include "tests/kit/cli_world.h"

#include <QJsonArray>
#include <QTest>

using namespace kith::test;

/// `kith-cli export` when there is nothing left but the profile.
class TestCliExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutServerAndSignIn();

private:
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }
};

void TestCliExport::withoutServerAndSignIn()
{
    CliWorld world;
    QVERIFY(world.server.start());
    bool good = true;
    const PersonProcess ana = world.registered(u"ana"_s, &good), ben = world.registered(u"ben"_s, &good);
    QVERIFY(good);
    const QByteArray bytes = someBytes(200'000);
    QFile file(world.dir.filePath(u"photo.bin"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const Ran sent = ana.run({u"send"_s, u"ben"_s, u"--file"_s, file.fileName(), u"--caption"_s, u"look"_s});
    QCOMPARE(sent.code, 0);
    QCOMPARE(ben.run({u"sync"_s, u"--once"_s}).code, 0);
    QCOMPARE(ben.run({u"fetch"_s, sent.mid}).code, 0);
    QCOMPARE(world.server.stop(), 0);
    QCOMPARE(ben.run({u"send"_s, u"ana"_s, u"waits"_s}).code, 0);
    QVERIFY(QFile::remove(ben.profile() + u"/secrets.ini"_s)); // signed out as it gets

    const QString folder = world.dir.filePath(u"mine"_s);
    const Ran done = ben.run({u"export"_s, folder, u"--format"_s, u"json"_s});
    QVERIFY2(done.code == 0, done.err);
    QCOMPARE(done.last()[u"messages"_s].toInt(), 2);
    QCOMPARE(done.last()[u"files"_s].toInt(), 1);
    const QJsonObject index = QJsonDocument::fromJson(read(folder + u"/index.json"_s)).object();
    const QJsonArray chats = index.value(u"chats"_s).toArray();
    QCOMPARE(chats.size(), 1);
    const QString inside = folder + u'/' + chats.at(0).toObject().value(u"file"_s).toString();
    const QJsonObject chat = QJsonDocument::fromJson(read(inside)).object();
    const QJsonArray messages = chat.value(u"messages"_s).toArray();
    QCOMPARE(messages.size(), 2);
    const QJsonObject first = messages.at(0).toObject(), second = messages.at(1).toObject();
    QCOMPARE(first.value(u"body"_s).toString(), u"look"_s);
    QCOMPARE(first.value(u"sender"_s).toString(), u"ana"_s);
    QCOMPARE(second.value(u"body"_s).toString(), u"waits"_s);
    QCOMPARE(second.value(u"state"_s).toString(), u"queued"_s);
    const QJsonObject told = first.value(u"files"_s).toArray().at(0).toObject();
    QCOMPARE(read(QFileInfo(inside).absolutePath() + u'/' + told.value(u"path"_s).toString()), bytes);

    const Ran again = ben.run({u"export"_s, folder});
    QCOMPARE(again.code, 65);
    QVERIFY2(again.err.contains("is there already"), again.err);
    const Ran pages = ben.run({u"export"_s, world.dir.filePath(u"pages"_s), u"--chat"_s, u"ana"_s});
    QVERIFY2(pages.code == 0, pages.err);
    QVERIFY(read(world.dir.filePath(u"pages/index.html"_s)).contains("2 message"));
    QCOMPARE(ben.run({u"export"_s, world.dir.filePath(u"no"_s), u"--chat"_s, u"nobody"_s}).code, 65);
    QCOMPARE(ben.run({u"export"_s, world.dir.filePath(u"no"_s), u"--format"_s, u"pdf"_s}).code, 64);
    QVERIFY(!QFileInfo::exists(world.dir.filePath(u"no"_s)));
}

QTEST_GUILESS_MAIN(TestCliExport)
#include "tst_cli_export.moc"
