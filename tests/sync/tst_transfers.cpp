#include "core/store/mirror.h"
#include "tests/kit/bytes.h"
#include "tests/kit/person.h"
#include "tests/kit/test_node.h"

#include <QDir>
#include <QTest>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;

/// Two people with real engines on a real server; each upload and download goes over real sockets.
struct World {
    explicit World(const std::function<void(server::NodeOptions &)> &change = {})
        : node(change)
        , ana(node.port(), u"ana"_s)
        , ben(node.port(), u"ben"_s)
    {
        if (!ana.signIn() || !ben.signIn() || !ana.open() || !ben.open())
            QTest::qFail("no start", __FILE__, __LINE__);
        chat = ana.mint.chat();
        ana.wish().createDirect(chat, ben.info());
        if (!QTest::qWaitFor([&] { return ben.knows(chat); }, patience))
            QTest::qFail("no chat", __FILE__, __LINE__);
    }
    QString file(const QString &name, const QByteArray &bytes)
    {
        const QString path = dir.filePath(name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            QTest::qFail("no file", __FILE__, __LINE__);
        return path;
    }
    OutgoingFile outgoing(const QString &path)
    {
        OutgoingFile out;
        out.att = AttId{ana.mint.mid().value};
        out.path = path;
        return out;
    }
    Mid send(const std::vector<OutgoingFile> &files, const QString &caption = {})
    {
        const Mid mid = ana.mint.mid();
        ana.wish().sendFiles(chat, mid, files, caption, {});
        return mid;
    }
    static AttachmentView first(Person &who, const Mid &mid)
    {
        const auto message = who.message(mid);
        return message && !message->attachments.empty() ? message->attachments.front() : AttachmentView{};
    }
    static QByteArray bytesAt(const QString &path)
    {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("(none)");
    }

    TestNode node;
    QTemporaryDir dir;
    Person ana, ben;
    ChatId chat;
};

} // namespace

class TestTransfers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anAlbumArrivesWithItsCaption();
    void filesForAChatThatTheServerDoesNotKnowYet();
    void textOvertakesAnUpload();
    void changesOfAWaitingMessageWaitWithIt();
    void anUploadGoesOnAfterARestart();
    void aChangedSourceIsRefusedAndCanBeRetried();
    void aVanishedSourceIsRefused();
    void wishesThatCannotBe();
    void takingBackCancelsTheUpload();
    void aDownloadGoesOnAndIsChecked();
    void aWrongDownloadIsThrownAway();
    void theServersQuotaIsToldInWords();
    void uploadsThatTheServerLostGoUpAgain();
};

void TestTransfers::anAlbumArrivesWithItsCaption()
{
    World w;
    const QByteArray png = QByteArray("\x89PNG\r\n\x1a\n", 8) + someBytes(300'000), text = "plain words\n";
    OutgoingFile picture = w.outgoing(w.file(u"../Ünï code.png"_s.mid(3), png));
    picture.width = 640;
    picture.height = 480;
    picture.thumb = someBytes(1'000, 7);
    OutgoingFile voice = w.outgoing(w.file(u"note.txt"_s, text));
    voice.voice = true;
    voice.durationMs = 1'500;
    voice.wave = someBytes(64, 8);
    const Mid mid = w.send({picture, voice}, u"  a caption "_s);
    QTRY_VERIFY_WITH_TIMEOUT(w.ana.tick(mid) >= Tick::Sent, patience);
    QTRY_VERIFY_WITH_TIMEOUT(w.ben.message(mid).has_value(), patience);
    const auto got = w.ben.message(mid);
    QCOMPARE(got->row.body, u"a caption"_s);
    QCOMPARE(got->attachments.size(), size_t(2));
    const Attachment &a = got->attachments[0].info, &b = got->attachments[1].info;
    QCOMPARE(a.name, u"Ünï code.png"_s);
    QCOMPARE(a.mime, u"image/png"_s);
    QCOMPARE(a.size, png.size());
    QCOMPARE(a.sha256, sha256Of(png));
    QCOMPARE(a.thumb, picture.thumb);
    QCOMPARE(a.width, 640);
    QCOMPARE(b.mime, u"text/plain"_s);
    QVERIFY(b.voice);
    QCOMPARE(b.durationMs, 1'500);
    QCOMPARE(b.wave, voice.wave);
    QCOMPARE(got->attachments[0].state, TransferState::None);
    QCOMPARE(World::first(w.ana, mid).state, TransferState::Done);
    QCOMPARE(World::first(w.ana, mid).path, picture.path);
    w.ben.wish().fetchFile(w.chat, mid, a.att);
    QTRY_COMPARE_WITH_TIMEOUT(World::first(w.ben, mid).state, TransferState::Done, patience);
    const QString path = World::first(w.ben, mid).path;
    QCOMPARE(World::bytesAt(path), png);
    QCOMPARE(QFileInfo(path).fileName(), u"Ünï code.png"_s);
}

void TestTransfers::filesForAChatThatTheServerDoesNotKnowYet()
{
    World w;
    const ChatId group = w.ana.mint.chat();
    const Mid mid = w.ana.mint.mid();
    w.ana.wish().createGroup(group, u"new"_s, {w.ben.info()});
    w.ana.wish().sendFiles(group, mid, {w.outgoing(w.file(u"a"_s, someBytes(1'000)))}, u"first"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(w.ben.message(mid).has_value(), patience);
    QCOMPARE(World::first(w.ben, mid).info.sha256, sha256Of(someBytes(1'000)));
}

void TestTransfers::textOvertakesAnUpload()
{
    World w;
    // The source stands still at once: its upload cannot begin before the text is through.
    const QString path = w.file(u"big"_s, someBytes(12'000'000));
    const Mid file = w.send({w.outgoing(path)});
    QTRY_VERIFY(w.ana.message(file).has_value());
    const Mid text = w.ana.say(w.chat, u"meanwhile"_s);
    QTRY_VERIFY_WITH_TIMEOUT(w.ana.tick(text) >= Tick::Sent, patience);
    QTRY_VERIFY_WITH_TIMEOUT(w.ana.tick(file) >= Tick::Sent, patience);
    QVERIFY(w.ana.message(text)->row.seq < w.ana.message(file)->row.seq);
    QTRY_VERIFY_WITH_TIMEOUT(w.ben.message(file).has_value(), patience);
}

void TestTransfers::changesOfAWaitingMessageWaitWithIt()
{
    World w;
    QVERIFY(w.ana.open(false)); // no network: everything stays where it was entered
    const Mid mid = w.send({w.outgoing(w.file(u"a"_s, someBytes(100'000)))}, u"first"_s);
    w.ana.wish().editText(w.chat, mid, u"second"_s);
    w.ana.wish().react(w.chat, mid, u"👍"_s, true);
    QCOMPARE(w.ana.message(mid)->row.body, u"second"_s);
    QCOMPARE(w.ana.status().waiting, 2);
    w.ana.wish().setOnline(true);
    QTRY_VERIFY_WITH_TIMEOUT(w.ben.message(mid) && w.ben.message(mid)->reactions.size() == 1, patience);
    QCOMPARE(w.ben.message(mid)->row.body, u"second"_s);
    QTRY_COMPARE_WITH_TIMEOUT(w.ana.status().waiting, 0, patience);
    QCOMPARE(w.ana.status().refused, 0);
}

void TestTransfers::anUploadGoesOnAfterARestart()
{
    World w;
    const QByteArray bytes = someBytes(24'000'000);
    const Mid mid = w.send({w.outgoing(w.file(u"big"_s, bytes))});
    // Some of it is on the server for good, then the program ends.
    QTRY_VERIFY_WITH_TIMEOUT(World::first(w.ana, mid).doneBytes > 0, patience);
    const qint64 before = World::first(w.ana, mid).doneBytes;
    w.ana.close();
    QVERIFY(w.ana.open());
    if (before < bytes.size()) QVERIFY(World::first(w.ana, mid).doneBytes >= before);
    QTRY_VERIFY_WITH_TIMEOUT(w.ana.tick(mid) >= Tick::Sent, patience);
    QTRY_VERIFY_WITH_TIMEOUT(w.ben.message(mid).has_value(), patience);
    w.ben.wish().fetchFile(w.chat, mid, World::first(w.ben, mid).info.att);
    QTRY_COMPARE_WITH_TIMEOUT(World::first(w.ben, mid).state, TransferState::Done, patience);
    QVERIFY(World::bytesAt(World::first(w.ben, mid).path) == bytes);
}

void TestTransfers::aChangedSourceIsRefusedAndCanBeRetried()
{
    World w;
    QVERIFY(w.ana.open(false));
    const QString path = w.file(u"a.txt"_s, "as it was");
    const Mid mid = w.send({w.outgoing(path)}, u"look"_s);
    QVERIFY(w.ana.message(mid));
    w.file(u"a.txt"_s, "as it is now, and longer");
    w.ana.wish().setOnline(true);
    QTRY_COMPARE_WITH_TIMEOUT(w.ana.tick(mid), Tick::Failed, patience);
    QCOMPARE(w.ana.message(mid)->refusedCode, u"file_changed"_s);
    QCOMPARE(World::first(w.ana, mid).state, TransferState::Failed);
    w.ana.wish().retry(w.chat, mid);
    QTRY_VERIFY_WITH_TIMEOUT(w.ana.tick(mid) >= Tick::Sent, patience);
    QTRY_VERIFY_WITH_TIMEOUT(w.ben.message(mid).has_value(), patience);
    QCOMPARE(World::first(w.ben, mid).info.sha256, sha256Of("as it is now, and longer"));
}

void TestTransfers::aVanishedSourceIsRefused()
{
    World w;
    QVERIFY(w.ana.open(false));
    const QString path = w.file(u"a.txt"_s, "soon gone");
    const Mid mid = w.send({w.outgoing(path)});
    const Mid text = w.ana.say(w.chat, u"goes on"_s);
    QVERIFY(QFile::remove(path));
    w.ana.wish().setOnline(true);
    QTRY_COMPARE_WITH_TIMEOUT(w.ana.tick(mid), Tick::Failed, patience);
    QCOMPARE(w.ana.message(mid)->refusedCode, u"file_gone"_s);
    QTRY_VERIFY_WITH_TIMEOUT(w.ana.tick(text) >= Tick::Sent, patience);
    w.ana.wish().discard(w.chat, mid);
    QTRY_VERIFY(!w.ana.message(mid));
    QCOMPARE(w.ana.status().refused, 0);
}

void TestTransfers::wishesThatCannotBe()
{
    World w;
    QStringList refused;
    QObject::connect(&w.ana.feed, &Feed::refused, this,
                     [&](const ChatId &, const QString &code) { refused.append(code); });
    const QString good = w.file(u"good"_s, "x");
    QVERIFY(!w.ana.message(w.send({w.outgoing(w.dir.filePath(u"nothing"_s))})));
    QVERIFY(!w.ana.message(w.send({w.outgoing(good), w.outgoing(w.dir.path())})));
    QVERIFY(!w.ana.message(w.send({})));
    QVERIFY(!w.ana.message(w.send(std::vector<OutgoingFile>(11, w.outgoing(good)))));
    QVERIFY(!w.ana.message(w.send({w.outgoing(good)}, QString(limits::textBytes + 1, u'x'))));
    QCOMPARE(refused, QStringList({u"file_gone"_s, u"file_gone"_s, u"too_many_files"_s, u"too_many_files"_s,
                                   u"too_long"_s}));
    w.ana.wish().fetchFile(w.chat, w.ana.mint.mid(), AttId{w.ana.mint.mid().value});
    QCOMPARE(refused.last(), u"no_such_message"_s);
    QCOMPARE(w.ana.status().waiting, 0);
}

void TestTransfers::takingBackCancelsTheUpload()
{
    World w([](server::NodeOptions &o) { o.files.userBytes = 30'000'000; });
    const QByteArray bytes = someBytes(24'000'000);
    const QString path = w.file(u"big"_s, bytes);
    const Mid mid = w.send({w.outgoing(path)});
    QTRY_VERIFY_WITH_TIMEOUT(World::first(w.ana, mid).doneBytes > 0 || w.ana.tick(mid) >= Tick::Sent,
                             patience);
    w.ana.wish().deleteForAll(w.chat, mid);
    QTRY_VERIFY_WITH_TIMEOUT(!w.ana.message(mid) || w.ana.message(mid)->row.dead, patience);
    // The server was told as well: there is room for the next one.
    const Mid again = w.send({w.outgoing(path)});
    const auto settled = [&] { return w.ana.tick(again) >= Tick::Sent; };
    for (int i = 0;
         i < 5 && !QTest::qWaitFor([&] { return settled() || w.ana.tick(again) == Tick::Failed; }, patience);
         ++i) {
    }
    if (!settled()) w.ana.wish().retry(w.chat, again); // asked before the other was gone
    QTRY_VERIFY_WITH_TIMEOUT(settled(), patience);
}

void TestTransfers::aDownloadGoesOnAndIsChecked()
{
    World w;
    const QByteArray bytes = someBytes(5'000'000);
    const Mid mid = w.send({w.outgoing(w.file(u"b"_s, bytes))});
    QTRY_VERIFY_WITH_TIMEOUT(w.ben.message(mid).has_value(), patience);
    const AttId att = World::first(w.ben, mid).info.att;
    // As a killed program leaves it: a part, and the wish in the mirror.
    const QString folder = QFileInfo(w.ben.file()).absolutePath() + u"/files"_s;
    QVERIFY(QDir().mkpath(folder));
    QFile part(folder + u'/' + QString::fromLatin1(att.blob().toHex()) + u".part"_s);
    QVERIFY(part.open(QIODevice::WriteOnly));
    part.write(bytes.left(3'000'000));
    part.close();
    w.ben.wish().fetchFile(w.chat, mid, att);
    w.ben.close();
    QVERIFY(w.ben.open());
    QTRY_COMPARE_WITH_TIMEOUT(World::first(w.ben, mid).state, TransferState::Done, patience);
    QVERIFY(World::bytesAt(World::first(w.ben, mid).path) == bytes);
    QVERIFY(!part.exists());
    // Asked for again, it is there; taken away by hand, it comes again.
    QVERIFY(QFile::remove(World::first(w.ben, mid).path));
    w.ben.wish().fetchFile(w.chat, mid, att);
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(World::first(w.ben, mid).path), patience);
}

void TestTransfers::aWrongDownloadIsThrownAway()
{
    World w;
    const QByteArray bytes = someBytes(1'000'000);
    const Mid mid = w.send({w.outgoing(w.file(u"b"_s, bytes))});
    QTRY_VERIFY_WITH_TIMEOUT(w.ben.message(mid).has_value(), patience);
    const AttId att = World::first(w.ben, mid).info.att;
    const QString folder = QFileInfo(w.ben.file()).absolutePath() + u"/files"_s;
    QVERIFY(QDir().mkpath(folder));
    QFile part(folder + u'/' + QString::fromLatin1(att.blob().toHex()) + u".part"_s);
    QVERIFY(part.open(QIODevice::WriteOnly));
    part.write(QByteArray(500'000, 'x')); // not the beginning of this file
    part.close();
    w.ben.wish().fetchFile(w.chat, mid, att);
    QTRY_COMPARE_WITH_TIMEOUT(World::first(w.ben, mid).state, TransferState::Failed, patience);
    QCOMPARE(World::first(w.ben, mid).error, u"file_wrong"_s);
    QCOMPARE(World::first(w.ben, mid).path, QString());
    QVERIFY(!part.exists());
    w.ben.wish().fetchFile(w.chat, mid, att); // from the start
    QTRY_COMPARE_WITH_TIMEOUT(World::first(w.ben, mid).state, TransferState::Done, patience);
    QVERIFY(World::bytesAt(World::first(w.ben, mid).path) == bytes);
}

void TestTransfers::theServersQuotaIsToldInWords()
{
    World w([](server::NodeOptions &o) {
        o.files.userBytes = 1'000;
        o.files.fileBytes = 900;
    });
    const Mid big = w.send({w.outgoing(w.file(u"big"_s, someBytes(901)))});
    QTRY_COMPARE_WITH_TIMEOUT(w.ana.tick(big), Tick::Failed, patience);
    QCOMPARE(w.ana.message(big)->refusedCode, u"att_too_big"_s);
    const Mid first = w.send({w.outgoing(w.file(u"a"_s, someBytes(900)))});
    QTRY_VERIFY_WITH_TIMEOUT(w.ana.tick(first) >= Tick::Sent, patience);
    const Mid second = w.send({w.outgoing(w.file(u"b"_s, someBytes(101)))});
    QTRY_COMPARE_WITH_TIMEOUT(w.ana.tick(second), Tick::Failed, patience);
    QCOMPARE(w.ana.message(second)->refusedCode, u"quota"_s);
}

void TestTransfers::uploadsThatTheServerLostGoUpAgain()
{
    World w;
    // Two files; the first is swept away while the second is not there yet: the send finds it missing.
    const QString path = w.file(u"a"_s, someBytes(50'000));
    QVERIFY(w.ana.open(false));
    const OutgoingFile out = w.outgoing(path);
    const Mid mid = w.send({out});
    {
        // The mirror believes that the file is there, as it may after the server was restored.
        auto mirror = Mirror::open(w.ana.file());
        w.ana.close();
        QVERIFY(mirror);
        QVERIFY((*mirror)->write([&] {
            auto transfer = (*mirror)->transfers.get(out.att);
            transfer->state = TransferState::Done;
            transfer->sha256 = sha256Of(someBytes(50'000));
            (*mirror)->transfers.put(*transfer);
            for (const OutboxEntry &e : (*mirror)->outbox.ofMid(mid))
                (*mirror)->outbox.setAfterAtt(e.pk, false);
        }));
    }
    QVERIFY(w.ana.open());
    QTRY_VERIFY_WITH_TIMEOUT(w.ana.tick(mid) >= Tick::Sent, patience);
    QTRY_VERIFY_WITH_TIMEOUT(w.ben.message(mid).has_value(), patience);
}

QTEST_GUILESS_MAIN(TestTransfers)
#include "tst_transfers.moc"
