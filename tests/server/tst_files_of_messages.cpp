#include "tests/kit/manual_clock.h"
#include "tests/server/files_world.h"

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;
using wire::Code;

/// Files as parts of messages, on a real server: who may have them, how they are served, when they go.
class TestFilesOfMessages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ranges();
    void servedHarmlessly_data();
    void servedHarmlessly();
    void whoMayRead();
    void whoMayWrite();
    void messagesCheckTheirFiles();
    void aRepeatedSendStaysOne();
    void deletingTheMessageReleasesTheFile();
    void sweepTakesWhatNothingNeeds();
};

void TestFilesOfMessages::ranges()
{
    FilesWorld w;
    const AttId att = w.mint();
    const QByteArray bytes = someBytes(500'000);
    QVERIFY(w.sent(att, bytes));
    const auto head = w.bens.ask("HEAD", FileClient::pathOf(att));
    QCOMPARE(head->status, 200);
    QCOMPARE(head->headers.value("content-length"), "500000");
    QCOMPARE(head->headers.value("accept-ranges"), "bytes");
    const QByteArray etag = head->headers.value("etag");
    QCOMPARE(etag, '"' + sha256Of(bytes).toHex() + '"');
    const auto part = w.bens.get(att, "Range: bytes=1000-300999\r\n");
    QCOMPARE(part->status, 206);
    QCOMPARE(part->headers.value("content-range"), "bytes 1000-300999/500000");
    QCOMPARE(part->body, bytes.mid(1'000, 300'000));
    QCOMPARE(w.bens.get(att, "Range: bytes=-5\r\n")->body, bytes.right(5));
    QCOMPARE(w.bens.get(att, "Range: bytes=499999-\r\nIf-Range: " + etag + "\r\n")->body, bytes.right(1));
    QCOMPARE(w.bens.get(att, "Range: bytes=499999-\r\nIf-Range: \"other\"\r\n")->body, bytes);
    QCOMPARE(w.bens.get(att, "Range: bytes=0-1,5-6\r\n")->body, bytes);
    const auto outside = w.bens.get(att, "Range: bytes=500000-\r\n");
    QCOMPARE(outside->status, 416);
    QCOMPARE(outside->headers.value("content-range"), "bytes */500000");
    QCOMPARE(w.bens.get(att, "If-None-Match: " + etag + "\r\n")->status, 304);
    HttpClient http(w.node.port()); // several on one connection
    for (int i = 0; i < 3; ++i) {
        const auto again = http.ask("GET", FileClient::pathOf(att), {}, w.bens.authorization());
        QVERIFY(again);
        QCOMPARE(again->body, bytes);
    }
}

void TestFilesOfMessages::servedHarmlessly_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1a\n....", 12) << QByteArray("image/png");
    QTest::newRow("html") << QByteArray("<html><script>alert(1)</script>")
                          << QByteArray("application/octet-stream");
    QTest::newRow("svg") << QByteArray("<svg onload='alert(1)'/>") << QByteArray("application/octet-stream");
    QTest::newRow("text") << QByteArray("just words") << QByteArray("text/plain");
    QTest::newRow("bytes") << QByteArray("\0\1\2", 3) << QByteArray("application/octet-stream");
}

void TestFilesOfMessages::servedHarmlessly()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, type);
    FilesWorld w;
    const AttId att = w.mint();
    QVERIFY(w.files.upload(att, w.chat, bytes, u"../../<evil>\r\nX: y.html"_s)); // the name says nothing
    const auto answer = w.files.get(att);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->headers.value("content-type"), type);
    QCOMPARE(answer->headers.value("x-content-type-options"), "nosniff");
    QVERIFY(answer->headers.value("content-security-policy").contains("sandbox"));
    QVERIFY(answer->headers.value("content-disposition").startsWith("attachment; filename=\"_.._"));
    QVERIFY(!answer->headers.contains("x"));
    for (const QString &file : w.filesOnDisk())
        QVERIFY(file.contains(QString::fromLatin1(att.blob().toHex())));
}

void TestFilesOfMessages::whoMayRead()
{
    FilesWorld w;
    const AttId att = w.mint();
    const QByteArray bytes = someBytes(1'000);
    QVERIFY(w.files.upload(att, w.chat, bytes));
    QCOMPARE(w.files.getStatus(att), 200); // the author, before it is sent
    QCOMPARE(w.bens.getStatus(att), 404);  // nobody else, even of the chat
    QVERIFY(std::holds_alternative<wire::Ok>(*w.ana.ws.ask(w.message({w.described(att, bytes)}))));
    QCOMPARE(w.bens.getStatus(att), 200);
    QCOMPARE(w.eves.getStatus(att), 404);
    QCOMPARE(FileClient(w.node.port(), "nonsense").getStatus(att), 401);
    const auto without = HttpClient(w.node.port()).ask("GET", FileClient::pathOf(att));
    QCOMPARE(without->status, 401);
    QCOMPARE(without->headers.value("www-authenticate"), "Bearer");

    // A group: who leaves loses the files with the chat.
    wire::ChatNew make;
    make.chat = ChatId::mint(w.ana.clock.wallMs(), w.ana.random);
    make.op = OpId::mint(w.ana.clock.wallMs(), w.ana.random);
    make.kind = ChatKind::Group;
    make.title = u"group"_s;
    make.members = {w.ben.account.user, w.eve.account.user};
    QVERIFY(std::holds_alternative<wire::Ok>(*w.ana.ws.ask(make)));
    w.chat = make.chat;
    const AttId shared = w.mint();
    QVERIFY(w.sent(shared, bytes));
    QCOMPARE(w.eves.getStatus(shared), 200);
    const OpId op = OpId::mint(w.ana.clock.wallMs(), w.ana.random);
    QVERIFY(std::holds_alternative<wire::Ok>(
        *w.ana.ws.ask(wire::Mem{make.chat, op, wire::MemAct::Remove, w.eve.account.user, Role::Member})));
    QCOMPARE(w.eves.getStatus(shared), 404);
    QCOMPARE(w.bens.getStatus(shared), 200);

    // A device that was signed out, though its token still runs.
    HttpClient http(w.node.port());
    QCOMPARE(http.ask("POST", "/v1/logout", wire::encode(wire::TokenRequest{w.ben.account.refresh}))->status,
             200);
    const auto revoked = w.bens.get(shared);
    QCOMPARE(revoked->status, 401);
    QCOMPARE(codeOf(revoked), "device_revoked");
}

void TestFilesOfMessages::whoMayWrite()
{
    FilesWorld w;
    const AttId att = w.mint();
    QCOMPARE(w.files.create(att, w.chat, 10), 201);
    QCOMPARE(w.bens.offset(att), -404);
    QCOMPARE(w.bens.patch(att, 0, "x"), 404);
    QCOMPARE(w.bens.create(att, w.chat, 10), 409);
    QCOMPARE(w.files.patch(w.mint(), 0, "x"), 404);
    QCOMPARE(w.files.offset(att), 0);
}

void TestFilesOfMessages::messagesCheckTheirFiles()
{
    FilesWorld w;
    const QByteArray bytes = someBytes(100);
    const AttId att = w.mint(), half = w.mint(), bens = w.mint();
    const auto refusalOf = [&](const wire::Send &send) { return w.ana.ws.codeOf(send); };
    QCOMPARE(refusalOf(w.message({w.described(att, bytes)})), Code::AttMissing);
    QCOMPARE(w.files.create(half, w.chat, 100), 201);
    QCOMPARE(refusalOf(w.message({w.described(half, bytes)})), Code::AttMissing);
    QVERIFY(w.bens.upload(bens, w.chat, bytes));
    QCOMPARE(refusalOf(w.message({w.described(bens, bytes)})), Code::AttMissing);
    QVERIFY(w.files.upload(att, w.chat, bytes));
    Attachment liar = w.described(att, bytes);
    liar.mime = u"image/png"_s;
    QCOMPARE(refusalOf(w.message({liar})), Code::AttMismatch);
    liar = w.described(att, bytes);
    liar.size = 99;
    QCOMPARE(refusalOf(w.message({liar})), Code::AttMismatch);
    liar = w.described(att, bytes);
    liar.sha256 = sha256Of("x");
    QCOMPARE(refusalOf(w.message({liar})), Code::AttMismatch);
    wire::Send elsewhere = w.message({w.described(att, bytes)});
    elsewhere.chat = w.ana.chatWith(w.eve);
    QCOMPARE(refusalOf(elsewhere), Code::AttMismatch);
    wire::Send blank = w.message({});
    QCOMPARE(refusalOf(blank), Code::BadRequest); // no file, no text
    blank.extra = "{\"atts\":[{\"id\":\"x\"}]}";
    QCOMPARE(refusalOf(blank), Code::BadRequest);
    blank.extra = wire::withAttachments({}, std::vector<Attachment>(11, w.described(att, bytes)));
    QCOMPARE(refusalOf(blank), Code::BadRequest);
    blank.extra = wire::withAttachments({}, {w.described(att, bytes), w.described(att, bytes)});
    QCOMPARE(refusalOf(blank), Code::BadRequest);

    const wire::Send good = w.message({w.described(att, bytes)}, u"a caption"_s);
    QVERIFY(std::holds_alternative<wire::Ok>(*w.ana.ws.ask(good)));
    QCOMPARE(refusalOf(w.message({w.described(att, bytes)})),
             Code::AttMismatch); // belongs to that message now
    const auto heard = w.ben.ws.push<wire::Ev>();
    QVERIFY(heard);
    QVERIFY(w.bens.get(att)->body == bytes);
}

void TestFilesOfMessages::aRepeatedSendStaysOne()
{
    FilesWorld w;
    const QByteArray bytes = someBytes(100);
    std::vector<Attachment> album;
    for (quint32 i = 0; i < 10; ++i) {
        const AttId att = w.mint();
        QVERIFY(w.files.upload(att, w.chat, bytes));
        album.push_back(w.described(att, bytes));
        album.back().thumb = someBytes(limits::attThumbBytes, i);
    }
    const wire::Send send = w.message(album, QString(limits::textBytes, u'x')); // the largest there is
    const auto first = w.ana.ws.ask(send), second = w.ana.ws.ask(send);
    QVERIFY(first && std::holds_alternative<wire::Ok>(*first));
    QVERIFY(std::get<wire::Ok>(*first).rows == std::get<wire::Ok>(*second).rows);
    const auto &row = std::get<MessageRow>(std::get<wire::Ok>(*first).rows.front());
    QVERIFY(*wire::attachments(row.extra) == album);
}

void TestFilesOfMessages::deletingTheMessageReleasesTheFile()
{
    FilesWorld w([](server::NodeOptions &o) { o.files.userBytes = 1'000; });
    const AttId att = w.mint();
    const Mid mid = w.sent(att, someBytes(1'000));
    QVERIFY(mid);
    QCOMPARE(w.bens.getStatus(att), 200);
    const OpId op = OpId::mint(w.ana.clock.wallMs(), w.ana.random);
    QVERIFY(std::holds_alternative<wire::Ok>(*w.ana.ws.ask(wire::Del{w.chat, mid, op})));
    QCOMPARE(w.bens.getStatus(att), 410);
    QCOMPARE(w.eves.getStatus(att), 404);
    QCOMPARE(w.files.create(w.mint(), w.chat, 1'000), 201); // and the quota is free again
    QCOMPARE(w.filesOnDisk().size(), 1);
    const auto dry = w.sweep(true);
    QCOMPARE(dry->released.files, 1);
    QCOMPARE(dry->released.bytes, 1'000);
    QCOMPARE(w.filesOnDisk().size(), 1);
    QCOMPARE(w.sweep(false)->released.files, 1);
    QCOMPARE(w.filesOnDisk(), QStringList());
    QCOMPARE(w.sweep(false)->released.files, 0);
}

void TestFilesOfMessages::sweepTakesWhatNothingNeeds()
{
    ManualClock clock(SystemClock().wallMs()); // the disk keeps real time
    FilesWorld w({}, &clock);
    const auto files = [&] { return w.filesOnDisk().size(); };
    const AttId half = w.mint(), unused = w.mint(), used = w.mint();
    QCOMPARE(w.files.create(half, w.chat, 10), 201);
    QCOMPARE(w.files.patch(half, 0, "half"), 204);
    QVERIFY(w.files.upload(unused, w.chat, "unused"));
    QVERIFY(w.sent(used, someBytes(10)));
    QDir().mkpath(w.node.dir.filePath(u"data/files/ab"_s));
    QFile stray(w.node.dir.filePath(u"data/files/ab/ab112233445566778899aabbccddeeff"_s));
    QVERIFY(stray.open(QIODevice::WriteOnly) && stray.write("stray") == 5);
    stray.close();
    QCOMPARE(w.sweep(false)->strays.files, 0);
    QCOMPARE(files(), 4);
    clock.advance(49LL * 3600 * 1000);
    const auto dry = w.sweep(true);
    QVERIFY(dry->complete);
    QCOMPARE(dry->unfinished.files, 1);
    QCOMPARE(dry->unused.files, 1);
    QCOMPARE(dry->strays.files, 1);
    QCOMPARE(files(), 4);
    const auto done = w.sweep(false);
    QVERIFY(done->complete);
    QCOMPARE(done->unfinished.files + done->unused.files + done->strays.files, 3);
    QCOMPARE(files(), 1);
    QVERIFY(w.filesOnDisk().first().contains(QString::fromLatin1(used.blob().toHex())));
}

QTEST_GUILESS_MAIN(TestFilesOfMessages)
#include "tst_files_of_messages.moc"
