#include "tests/server/files_world.h"

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

/// Uploads to a real server over real sockets: tus 1.0, and what becomes of the bytes.
class TestFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void optionsTellWhatThereIs();
    void anUploadInPieces();
    void bytesMayComeWithTheCreation();
    void anEmptyFile();
    void creatingTwiceIsCreatingOnce();
    void creationsThatAreRefused();
    void tusVersionAndTypesAreChecked();
    void theOffsetMustFit();
    void moreThanWasPromised();
    void aWrongPieceIsTakenBack();
    void aWrongFileIsDropped();
    void aLaterRequestTakesOver();
    void aCutKeepsWhatCame();
    void terminationFreesTheQuota();
    void slowBodiesAreEnded();
    void aRefusedBodyIsNotRead();
};

void TestFiles::optionsTellWhatThereIs()
{
    FilesWorld w([](server::NodeOptions &o) { o.files.fileBytes = 1'000; });
    const auto answer = w.files.ask("OPTIONS", "/v1/files");
    QCOMPARE(answer->status, 204);
    QCOMPARE(answer->headers.value("tus-version"), "1.0.0");
    QCOMPARE(answer->headers.value("tus-resumable"), "1.0.0");
    QCOMPARE(answer->headers.value("tus-max-size"), "1000");
    QCOMPARE(answer->headers.value("tus-extension"),
             "creation,creation-with-upload,termination,checksum,expiration");
    QCOMPARE(answer->headers.value("tus-checksum-algorithm"), "sha1,sha256");
    const auto info = wire::decodeFilesInfo(w.files.ask("GET", "/v1/files")->body);
    QVERIFY(info);
    QCOMPARE(info->fileBytes, 1'000);
    QCOMPARE(info->usedBytes, 0);
}

void TestFiles::anUploadInPieces()
{
    FilesWorld w;
    const AttId att = w.mint();
    const QByteArray bytes = someBytes(700'000);
    const auto made = w.files.ask("POST", "/v1/files", FileClient::creation(att, w.chat, bytes.size()));
    QCOMPARE(made->status, 201);
    QCOMPARE(made->headers.value("location"), FileClient::pathOf(att));
    QVERIFY(made->headers.value("upload-expires").endsWith(" GMT"));
    QCOMPARE(w.files.offset(att), 0);
    QCOMPARE(w.files.patch(att, 0, bytes.left(300'001)), 204);
    QCOMPARE(w.files.offset(att), 300'001);
    const auto head = w.files.ask("HEAD", FileClient::pathOf(att), "Tus-Resumable: 1.0.0\r\n");
    QCOMPARE(head->headers.value("upload-length"), "700000");
    QCOMPARE(head->headers.value("cache-control"), "no-store");
    QCOMPARE(w.files.get(att)->status, 404); // not whole: not a file
    const auto last =
        w.files.ask("POST", FileClient::pathOf(att),
                    FileClient::piece(300'001) + "X-HTTP-Method-Override: PATCH\r\n", bytes.mid(300'001));
    QCOMPARE(last->status, 204);
    QCOMPARE(last->headers.value("upload-offset"), "700000");
    QCOMPARE(last->headers.value("kith-sha256"), sha256Of(bytes).toHex());
    QCOMPARE(w.files.offset(att), 700'000);
    QCOMPARE(w.files.get(att)->body, bytes);
}

void TestFiles::bytesMayComeWithTheCreation()
{
    FilesWorld w;
    const AttId att = w.mint();
    const QByteArray bytes = someBytes(5'000);
    const auto made = w.files.ask("POST", "/v1/files",
                                  FileClient::creation(att, w.chat, 5'000) +
                                      "Content-Type: application/offset+octet-stream\r\n",
                                  bytes.left(2'000));
    QCOMPARE(made->status, 201);
    QCOMPARE(made->headers.value("upload-offset"), "2000");
    QCOMPARE(w.files.patch(att, 2'000, bytes.mid(2'000)), 204);
    QCOMPARE(w.files.get(att)->body, bytes);
}

void TestFiles::anEmptyFile()
{
    FilesWorld w;
    const AttId att = w.mint();
    QCOMPARE(w.files.create(att, w.chat, 0, sha256Of({})), 201);
    QCOMPARE(w.files.offset(att), 0);
    QCOMPARE(w.files.get(att)->status, 200);
    QCOMPARE(w.files.get(att)->body, "");
    QCOMPARE(w.files.get(att, "Range: bytes=0-\r\n")->status, 416);
}

void TestFiles::creatingTwiceIsCreatingOnce()
{
    FilesWorld w;
    const AttId att = w.mint();
    QCOMPARE(w.files.create(att, w.chat, 100), 201);
    QCOMPARE(w.files.patch(att, 0, someBytes(40)), 204);
    QCOMPARE(w.files.create(att, w.chat, 100), 201);
    QCOMPARE(w.files.offset(att), 40);
    QCOMPARE(w.files.create(att, w.chat, 101), 409);
    const auto info = wire::decodeFilesInfo(w.files.ask("GET", "/v1/files")->body);
    QCOMPARE(info->usedBytes, 100);
}

void TestFiles::creationsThatAreRefused()
{
    FilesWorld w([](server::NodeOptions &o) {
        o.files.fileBytes = 1'000;
        o.files.userBytes = 2'500;
    });
    const auto ask = [&](const QByteArray &headers) { return w.files.ask("POST", "/v1/files", headers); };
    const QByteArray good = FileClient::creation(w.mint(), w.chat, 10);
    QCOMPARE(ask(QByteArray(good).replace("Upload-Length: 10\r\n", ""))->status, 400);
    QCOMPARE(ask(QByteArray(good).replace("Upload-Length: 10", "Upload-Length: -1"))->status, 400);
    QCOMPARE(ask(QByteArray(good).replace("Upload-Length: 10", "Upload-Defer-Length: 1"))->status, 400);
    QCOMPARE(ask(QByteArray(good).replace("att ", "nobody "))->status, 400);
    QCOMPARE(ask(FileClient::creation(w.mint(), w.chat, 10, "short"))->status, 400);
    QCOMPARE(ask(FileClient::creation(w.mint(), w.chat, 10, {}, QString(300, u'x')))->status, 400);
    const auto big = ask(FileClient::creation(w.mint(), w.chat, 1'001));
    QCOMPARE(big->status, 413);
    QCOMPARE(codeOf(big), "att_too_big");
    const auto stranger = w.eves.ask("POST", "/v1/files", FileClient::creation(w.mint(), w.chat, 10));
    QCOMPARE(stranger->status, 403);
    QCOMPARE(codeOf(stranger), "not_member");
    for (int i = 0; i < 2; ++i) QCOMPARE(w.files.create(w.mint(), w.chat, 1'000), 201);
    const auto full = ask(FileClient::creation(w.mint(), w.chat, 501));
    QCOMPARE(full->status, 403);
    QCOMPARE(codeOf(full), "quota");
    QCOMPARE(w.files.create(w.mint(), w.chat, 500), 201);
    QCOMPARE(w.bens.create(w.mint(), w.chat, 1'000), 201); // each has their own
}

void TestFiles::tusVersionAndTypesAreChecked()
{
    FilesWorld w;
    const AttId att = w.mint();
    QCOMPARE(w.files.create(att, w.chat, 10), 201);
    const QByteArray path = FileClient::pathOf(att);
    const auto old = w.files.ask("PATCH", path, FileClient::piece(0).replace("1.0.0", "0.2.2"), "x");
    QCOMPARE(old->status, 412);
    QCOMPARE(old->headers.value("tus-version"), "1.0.0");
    QCOMPARE(w.files.ask("DELETE", path)->status, 412);
    QCOMPARE(w.files.ask("PATCH", path, FileClient::piece(0).replace("offset+octet", "octet"), "x")->status,
             415);
    QCOMPARE(
        w.files.ask("PATCH", path, FileClient::piece(0).replace("Upload-Offset: 0", "X: 0"), "x")->status,
        400);
    QCOMPARE(w.files.patch(att, 0, "x", "Upload-Checksum: md5 1B2M2Y8AsgTpgAmY7PhCfg==\r\n"), 400);
    QCOMPARE(w.files.offset(att), 0);
    for (const char *bad : {"/v1/files/", "/v1/files/..", "/v1/files/x/y", "/v1/files/%2e%2e"})
        QCOMPARE(w.files.ask("GET", bad)->status, 404);
    QCOMPARE(w.files.ask("PUT", path)->status, 405);
}

void TestFiles::theOffsetMustFit()
{
    FilesWorld w;
    const AttId att = w.mint();
    QCOMPARE(w.files.create(att, w.chat, 100), 201);
    for (const qint64 wrong : {1, 50, 100, 101}) QCOMPARE(w.files.patch(att, wrong, "x"), 409);
    QCOMPARE(w.files.patch(att, 0, QByteArray(60, 'a')), 204);
    const auto again =
        w.files.ask("PATCH", FileClient::pathOf(att), FileClient::piece(0), QByteArray(60, 'a'));
    QCOMPARE(again->status, 409);
    QCOMPARE(again->headers.value("upload-offset"), "60");
    QCOMPARE(w.files.patch(att, 60, QByteArray(40, 'b')), 204);
    QCOMPARE(w.files.patch(att, 100, ""), 409); // whole: takes nothing more
    QCOMPARE(w.files.get(att)->body, QByteArray(60, 'a') + QByteArray(40, 'b'));
}

void TestFiles::moreThanWasPromised()
{
    FilesWorld w;
    const AttId att = w.mint();
    QCOMPARE(w.files.create(att, w.chat, 100), 201);
    QCOMPARE(w.files.patch(att, 0, QByteArray(101, 'x')), 413);
    QCOMPARE(w.files.offset(att), 0);
    // Without a length the surplus shows only when it comes: what was promised is kept.
    HttpClient http(w.node.port());
    http.send("PATCH " + FileClient::pathOf(att) + " HTTP/1.1\r\nHost: x\r\n" + w.files.authorization() +
              FileClient::piece(0) + "Transfer-Encoding: chunked\r\n\r\n40\r\n" + QByteArray(64, 'y') +
              "\r\n40\r\n" + QByteArray(64, 'z') + "\r\n0\r\n\r\n");
    const auto answer = http.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 413);
    QCOMPARE(w.files.offset(att), 64);
}

void TestFiles::aWrongPieceIsTakenBack()
{
    FilesWorld w;
    const AttId att = w.mint();
    const QByteArray bytes = someBytes(600'000);
    QCOMPARE(w.files.create(att, w.chat, bytes.size(), sha256Of(bytes)), 201);
    const auto line = [](const QByteArray &of, QCryptographicHash::Algorithm how, const char *name) {
        return "Upload-Checksum: " + QByteArray(name) + ' ' + QCryptographicHash::hash(of, how).toBase64() +
               "\r\n";
    };
    const QByteArray first = bytes.left(200'000), second = bytes.mid(200'000);
    QCOMPARE(w.files.patch(att, 0, first, line(first, QCryptographicHash::Sha1, "sha1")), 204);
    QByteArray broken = second;
    broken[123'456] = char(broken[123'456] ^ 1);
    const auto refused =
        w.files.ask("PATCH", FileClient::pathOf(att),
                    FileClient::piece(200'000) + line(second, QCryptographicHash::Sha256, "sha256"), broken);
    QCOMPARE(refused->status, 460);
    QCOMPARE(codeOf(refused), "checksum");
    QCOMPARE(w.files.offset(att), 200'000);
    QCOMPARE(w.files.patch(att, 200'000, second, line(second, QCryptographicHash::Sha256, "sha256")), 204);
    QCOMPARE(w.files.get(att)->body, bytes);
}

void TestFiles::aWrongFileIsDropped()
{
    FilesWorld w;
    const AttId att = w.mint();
    const QByteArray bytes = someBytes(100'000);
    QCOMPARE(w.files.create(att, w.chat, bytes.size(), sha256Of("something else")), 201);
    const auto answer = w.files.ask("PATCH", FileClient::pathOf(att), FileClient::piece(0), bytes);
    QCOMPARE(answer->status, 460);
    QCOMPARE(codeOf(answer), "att_mismatch");
    QCOMPARE(w.files.offset(att), -404);
    QCOMPARE(w.filesOnDisk(), QStringList());
    QVERIFY(w.files.upload(att, w.chat, bytes)); // under the same id, rightly told
}

void TestFiles::aLaterRequestTakesOver()
{
    FilesWorld w;
    const AttId att = w.mint();
    const QByteArray bytes = someBytes(400'000);
    QCOMPARE(w.files.create(att, w.chat, bytes.size(), sha256Of(bytes)), 201);
    HttpClient stuck(w.node.port()); // a connection that died without a word, half way
    stuck.send("PATCH " + FileClient::pathOf(att) + " HTTP/1.1\r\nHost: x\r\n" + w.files.authorization() +
               FileClient::piece(0) + "Content-Length: 400000\r\n\r\n" + bytes.left(300'000));
    QTRY_VERIFY_WITH_TIMEOUT(!w.filesOnDisk().isEmpty() && QFileInfo(w.filesOnDisk().first()).size() > 0,
                             10'000);
    const qint64 offset = w.files.offset(att);
    QCOMPARE(w.files.patch(att, offset, bytes.mid(offset)), 204);
    stuck.send(bytes.mid(300'000)); // it lives after all: too late
    const auto late = stuck.answer();
    QVERIFY(late);
    QCOMPARE(late->status, 409);
    QCOMPARE(w.files.get(att)->body, bytes);
}

void TestFiles::aCutKeepsWhatCame()
{
    FilesWorld w;
    const AttId att = w.mint();
    const QByteArray bytes = someBytes(1'000'000);
    QCOMPARE(w.files.create(att, w.chat, bytes.size(), sha256Of(bytes)), 201);
    {
        HttpClient http(w.node.port());
        http.send("PATCH " + FileClient::pathOf(att) + " HTTP/1.1\r\nHost: x\r\n" + w.files.authorization() +
                  FileClient::piece(0) + "Content-Length: 1000000\r\n\r\n" + bytes.left(600'000));
        QTRY_COMPARE_WITH_TIMEOUT(http.socket().bytesToWrite(), 0, 10'000);
        http.socket().disconnectFromHost();
        QVERIFY(http.waitClosed());
    }
    // Looked at on the disk: asking would take over from the old connection, with what is still in its
    // buffers.
    const auto stored = [&] {
        const QStringList files = w.filesOnDisk();
        return files.isEmpty() ? 0 : QFileInfo(files.first()).size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(stored(), 600'000, 10'000);
    QCOMPARE(w.files.offset(att), 600'000);
    QCOMPARE(w.files.patch(att, 600'000, bytes.mid(600'000)), 204);
    QCOMPARE(w.files.get(att)->body, bytes);
}

void TestFiles::terminationFreesTheQuota()
{
    FilesWorld w([](server::NodeOptions &o) { o.files.userBytes = 1'000; });
    const AttId att = w.mint();
    const QByteArray tus = "Tus-Resumable: 1.0.0\r\n";
    QCOMPARE(w.files.create(att, w.chat, 1'000), 201);
    QCOMPARE(w.files.patch(att, 0, "half"), 204);
    QCOMPARE(w.files.create(w.mint(), w.chat, 1), 403);
    QCOMPARE(w.bens.ask("DELETE", FileClient::pathOf(att), tus)->status, 404);
    QCOMPARE(w.files.ask("DELETE", FileClient::pathOf(att), tus)->status, 204);
    QCOMPARE(w.files.offset(att), -404);
    QCOMPARE(w.filesOnDisk(), QStringList());
    const AttId next = w.mint();
    const QByteArray bytes = someBytes(900);
    QVERIFY(w.sent(next, bytes));
    QCOMPARE(w.files.ask("DELETE", FileClient::pathOf(next), tus)->status, 403); // a message's now
    QCOMPARE(w.bens.get(next)->body, bytes);
}

void TestFiles::slowBodiesAreEnded()
{
    FilesWorld w([](server::NodeOptions &o) {
        o.http.bodyMs = 150;
        o.http.graceMs = 100;
        o.http.slowestBytes = 1'000'000;
    });
    const AttId att = w.mint();
    QCOMPARE(w.files.create(att, w.chat, 1'000'000), 201);
    HttpClient idle(w.node.port());
    idle.send("PATCH " + FileClient::pathOf(att) + " HTTP/1.1\r\nHost: x\r\n" + w.files.authorization() +
              FileClient::piece(0) + "Content-Length: 1000000\r\n\r\nsome");
    const auto answer = idle.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 408);
    QTRY_VERIFY_WITH_TIMEOUT(!w.filesOnDisk().isEmpty() && QFileInfo(w.filesOnDisk().first()).size() == 4,
                             10'000);
    QCOMPARE(w.files.offset(att), 4);
}

void TestFiles::aRefusedBodyIsNotRead()
{
    FilesWorld w;
    const AttId att = w.mint();
    QCOMPARE(w.files.create(att, w.chat, 1'000), 201);
    HttpClient http(w.node.port());
    const auto refused = http.ask("PATCH", FileClient::pathOf(att), {},
                                  w.files.authorization() + FileClient::piece(7) +
                                      "Expect: 100-continue\r\nContent-Length: 900\r\n");
    QVERIFY(refused);
    QCOMPARE(refused->status, 409); // and no 100 before it
    http.socket().disconnectFromHost();
    HttpClient polite(w.node.port());
    polite.send("PATCH " + FileClient::pathOf(att) + " HTTP/1.1\r\nHost: x\r\n" + w.files.authorization() +
                FileClient::piece(0) + "Expect: 100-continue\r\nContent-Length: 900\r\n\r\n");
    QCOMPARE(polite.answer()->status, 100);
    polite.send(QByteArray(900, 'x'));
    QCOMPARE(polite.answer()->status, 204);
    QCOMPARE(w.files.offset(att), 900);
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
