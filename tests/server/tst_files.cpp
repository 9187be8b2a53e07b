#include "core/wire/attachment_codec.h"
#include "tests/kit/file_client.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_node.h"

#include <QDirIterator>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;
using wire::Code;

namespace {

/// A server, two people with a chat, a third who is in none of their chats.
struct World {
    explicit World(const std::function<void(server::NodeOptions &)> &change = {},
                   const Clock *clock = nullptr)
        : node(change, clock)
        , ana(node.port(), u"ana"_s)
        , ben(node.port(), u"ben"_s)
        , eve(node.port(), u"eve"_s)
        , chat(ana.chatWith(ben))
        , files(node.port(), ana.account.access)
        , bens(node.port(), ben.account.access)
        , eves(node.port(), eve.account.access)
    {
    }
    AttId mint() { return AttId::mint(ana.clock.wallMs(), ana.random); }
    Attachment described(const AttId &att, const QByteArray &bytes, const QString &mime = {})
    {
        Attachment a;
        a.att = att;
        a.name = u"a.bin"_s;
        a.size = bytes.size();
        a.sha256 = sha256Of(bytes);
        a.mime = mime.isEmpty() ? u"application/octet-stream"_s : mime;
        return a;
    }
    wire::Send message(const std::vector<Attachment> &atts, const QString &caption = {})
    {
        wire::Send send = ana.text(chat, caption);
        send.extra = wire::withAttachments({}, atts);
        return send;
    }
    /// A message of Ana's with one file in it, uploaded and sent.
    Mid sent(const AttId &att, const QByteArray &bytes)
    {
        const wire::Send send = message({described(att, bytes)});
        if (!files.upload(att, chat, bytes)) return {};
        const auto answer = ana.ws.ask(send);
        return answer && std::holds_alternative<wire::Ok>(*answer) ? send.mid : Mid{};
    }
    QStringList filesOnDisk()
    {
        QStringList names;
        QDirIterator it(node.dir.filePath(u"data/files"_s), QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) names.append(it.next());
        return names;
    }
    std::optional<server::SweepReport> sweep(bool dryRun)
    {
        std::promise<server::SweepReport> report;
        auto future = report.get_future();
        if (!node.node->sweepFiles(dryRun, [&](server::SweepReport r) { report.set_value(r); }))
            return std::nullopt;
        return future.get();
    }

    TestNode node;
    Person ana, ben, eve;
    ChatId chat;
    FileClient files, bens, eves;
};

QByteArray code(const std::optional<HttpAnswer> &answer)
{
    const auto error = wire::decodeApiError(answer ? answer->body : QByteArray());
    return error ? error->code.toLatin1() : QByteArray("(none)");
}

} // namespace

/// The file API of a real server over real sockets: tus 1.0, ranges, rights, and what becomes of the bytes.
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
    void ranges();
    void servedHarmlessly_data();
    void servedHarmlessly();
    void whoMayRead();
    void whoMayWrite();
    void messagesCheckTheirFiles();
    void aRepeatedSendStaysOne();
    void deletingTheMessageReleasesTheFile();
    void sweepTakesWhatNothingNeeds();
    void slowBodiesAreEnded();
    void aRefusedBodyIsNotRead();
};

void TestFiles::optionsTellWhatThereIs()
{
    World w([](server::NodeOptions &o) { o.files.fileBytes = 1'000; });
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
    World w;
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
    World w;
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
    World w;
    const AttId att = w.mint();
    QCOMPARE(w.files.create(att, w.chat, 0, sha256Of({})), 201);
    QCOMPARE(w.files.offset(att), 0);
    QCOMPARE(w.files.get(att)->status, 200);
    QCOMPARE(w.files.get(att)->body, "");
    QCOMPARE(w.files.get(att, "Range: bytes=0-\r\n")->status, 416);
}

void TestFiles::creatingTwiceIsCreatingOnce()
{
    World w;
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
    World w([](server::NodeOptions &o) {
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
    QCOMPARE(code(big), "att_too_big");
    const auto stranger = w.eves.ask("POST", "/v1/files", FileClient::creation(w.mint(), w.chat, 10));
    QCOMPARE(stranger->status, 403);
    QCOMPARE(code(stranger), "not_member");
    for (int i = 0; i < 2; ++i) QCOMPARE(w.files.create(w.mint(), w.chat, 1'000), 201);
    const auto full = ask(FileClient::creation(w.mint(), w.chat, 501));
    QCOMPARE(full->status, 403);
    QCOMPARE(code(full), "quota");
    QCOMPARE(w.files.create(w.mint(), w.chat, 500), 201);
    QCOMPARE(w.bens.create(w.mint(), w.chat, 1'000), 201); // each has their own
}

void TestFiles::tusVersionAndTypesAreChecked()
{
    World w;
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
    World w;
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
    World w;
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
    World w;
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
    QCOMPARE(code(refused), "checksum");
    QCOMPARE(w.files.offset(att), 200'000);
    QCOMPARE(w.files.patch(att, 200'000, second, line(second, QCryptographicHash::Sha256, "sha256")), 204);
    QCOMPARE(w.files.get(att)->body, bytes);
}

void TestFiles::aWrongFileIsDropped()
{
    World w;
    const AttId att = w.mint();
    const QByteArray bytes = someBytes(100'000);
    QCOMPARE(w.files.create(att, w.chat, bytes.size(), sha256Of("something else")), 201);
    const auto answer = w.files.ask("PATCH", FileClient::pathOf(att), FileClient::piece(0), bytes);
    QCOMPARE(answer->status, 460);
    QCOMPARE(code(answer), "att_mismatch");
    QCOMPARE(w.files.offset(att), -404);
    QCOMPARE(w.filesOnDisk(), QStringList());
    QVERIFY(w.files.upload(att, w.chat, bytes)); // under the same id, rightly told
}

void TestFiles::aLaterRequestTakesOver()
{
    World w;
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
    World w;
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
    World w([](server::NodeOptions &o) { o.files.userBytes = 1'000; });
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

void TestFiles::ranges()
{
    World w;
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

void TestFiles::servedHarmlessly_data()
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

void TestFiles::servedHarmlessly()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, type);
    World w;
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

void TestFiles::whoMayRead()
{
    World w;
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
    QCOMPARE(code(revoked), "device_revoked");
}

void TestFiles::whoMayWrite()
{
    World w;
    const AttId att = w.mint();
    QCOMPARE(w.files.create(att, w.chat, 10), 201);
    QCOMPARE(w.bens.offset(att), -404);
    QCOMPARE(w.bens.patch(att, 0, "x"), 404);
    QCOMPARE(w.bens.create(att, w.chat, 10), 409);
    QCOMPARE(w.files.patch(w.mint(), 0, "x"), 404);
    QCOMPARE(w.files.offset(att), 0);
}

void TestFiles::messagesCheckTheirFiles()
{
    World w;
    const QByteArray bytes = someBytes(100);
    const AttId att = w.mint(), half = w.mint(), bens = w.mint();
    const auto codeOf = [&](const wire::Send &send) { return w.ana.ws.codeOf(send); };
    QCOMPARE(codeOf(w.message({w.described(att, bytes)})), Code::AttMissing);
    QCOMPARE(w.files.create(half, w.chat, 100), 201);
    QCOMPARE(codeOf(w.message({w.described(half, bytes)})), Code::AttMissing);
    QVERIFY(w.bens.upload(bens, w.chat, bytes));
    QCOMPARE(codeOf(w.message({w.described(bens, bytes)})), Code::AttMissing);
    QVERIFY(w.files.upload(att, w.chat, bytes));
    Attachment liar = w.described(att, bytes);
    liar.mime = u"image/png"_s;
    QCOMPARE(codeOf(w.message({liar})), Code::AttMismatch);
    liar = w.described(att, bytes);
    liar.size = 99;
    QCOMPARE(codeOf(w.message({liar})), Code::AttMismatch);
    liar = w.described(att, bytes);
    liar.sha256 = sha256Of("x");
    QCOMPARE(codeOf(w.message({liar})), Code::AttMismatch);
    wire::Send elsewhere = w.message({w.described(att, bytes)});
    elsewhere.chat = w.ana.chatWith(w.eve);
    QCOMPARE(codeOf(elsewhere), Code::AttMismatch);
    wire::Send blank = w.message({});
    QCOMPARE(codeOf(blank), Code::BadRequest); // no file, no text
    blank.extra = "{\"atts\":[{\"id\":\"x\"}]}";
    QCOMPARE(codeOf(blank), Code::BadRequest);
    blank.extra = wire::withAttachments({}, std::vector<Attachment>(11, w.described(att, bytes)));
    QCOMPARE(codeOf(blank), Code::BadRequest);
    blank.extra = wire::withAttachments({}, {w.described(att, bytes), w.described(att, bytes)});
    QCOMPARE(codeOf(blank), Code::BadRequest);

    const wire::Send good = w.message({w.described(att, bytes)}, u"a caption"_s);
    QVERIFY(std::holds_alternative<wire::Ok>(*w.ana.ws.ask(good)));
    QCOMPARE(codeOf(w.message({w.described(att, bytes)})), Code::AttMismatch); // belongs to that message now
    const auto heard = w.ben.ws.push<wire::Ev>();
    QVERIFY(heard);
    QVERIFY(w.bens.get(att)->body == bytes);
}

void TestFiles::aRepeatedSendStaysOne()
{
    World w;
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
    QVERIFY(*first == *second);
    const auto &row = std::get<MessageRow>(std::get<wire::Ok>(*first).rows.front());
    QVERIFY(*wire::attachments(row.extra) == album);
}

void TestFiles::deletingTheMessageReleasesTheFile()
{
    World w([](server::NodeOptions &o) { o.files.userBytes = 1'000; });
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

void TestFiles::sweepTakesWhatNothingNeeds()
{
    ManualClock clock(SystemClock().wallMs()); // the disk keeps real time
    World w({}, &clock);
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

void TestFiles::slowBodiesAreEnded()
{
    World w([](server::NodeOptions &o) {
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
    World w;
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
