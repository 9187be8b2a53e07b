#include "tests/kit/server_process.h"
#include "tests/server/files_world.h"

#ifdef Q_OS_LINUX
#include <sys/mount.h>
#include <unistd.h>
#endif

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

#ifdef Q_OS_LINUX
/// A small disk of its own; false when this user may not have one.
class SmallDisk {
public:
    explicit SmallDisk(const QByteArray &size)
    {
        m_mounted = geteuid() == 0 && ::mount("tmpfs", QFile::encodeName(m_dir.path()).constData(), "tmpfs",
                                              0, ("size=" + size).constData()) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted) ::umount2(QFile::encodeName(m_dir.path()).constData(), MNT_DETACH);
    }
    explicit operator bool() const { return m_mounted; }
    QString path(const QString &name) const { return m_dir.filePath(name); }

private:
    QTemporaryDir m_dir;
    bool m_mounted = false;
};

/// The most memory that a process has ever had in use, in KiB.
[[maybe_unused]] qint64 peakKiB(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly)) return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:")) return line.mid(6).simplified().split(' ').first().toLongLong();
    return 0;
}
#endif

} // namespace

/// What a disk and a process do to files: a full disk, a killed server, memory.
class TestFilesProcess : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFullDiskAnswers507AndRecovers();
    void aKilledServerKeepsWhatItToldOf();
    void memoryStaysFlat();
};

void TestFilesProcess::aFullDiskAnswers507AndRecovers()
{
#ifdef Q_OS_LINUX
    SmallDisk disk("4m");
    if (!disk) QSKIP("needs the right to mount a small disk");
    FilesWorld w([&](server::NodeOptions &o) {
        o.files.dir = disk.path(u"files"_s);
        o.files.keepFreeBytes = 0;
    });
    const AttId att = w.mint(), large = w.mint();
    const auto refused = w.files.ask("POST", "/v1/files", FileClient::creation(large, w.chat, 5'000'000));
    QCOMPARE(refused->status, 507); // known before the first byte
    QCOMPARE(codeOf(refused), "storage_full");
    const QByteArray bytes = someBytes(2'000'000);
    QCOMPARE(w.files.create(att, w.chat, bytes.size(), sha256Of(bytes)), 201);
    QFile filler(disk.path(u"filler"_s));
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    QCOMPARE(filler.write(QByteArray(3'000'000, 'x')), 3'000'000);
    const auto full = w.files.ask("PATCH", FileClient::pathOf(att), FileClient::piece(0), bytes);
    QVERIFY(full);
    QCOMPARE(full->status, 507);
    const qint64 offset = w.files.offset(att);
    QVERIFY(offset > 0 && offset < bytes.size()); // what fitted is kept
    QVERIFY(filler.remove());
    QCOMPARE(w.files.patch(att, offset, bytes.mid(offset)), 204);
    QCOMPARE(w.files.get(att)->body, bytes);
#else
    QSKIP("Linux only");
#endif
}

void TestFilesProcess::aKilledServerKeepsWhatItToldOf()
{
    QTemporaryDir dir;
    ServerProcess server;
    QVERIFY(server.start(dir.filePath(u"data"_s)));
    const QByteArray bytes = someBytes(3'000'000);
    AttId att, wrong;
    {
        Person ana(server.port(), u"ana"_s), ben(server.port(), u"ben"_s);
        const ChatId chat = ana.chatWith(ben);
        FileClient files(server.port(), ana.account.access);
        att = AttId::mint(ana.clock.wallMs(), ana.random);
        wrong = AttId::mint(ana.clock.wallMs(), ana.random);
        QCOMPARE(files.create(att, chat, bytes.size(), sha256Of(bytes)), 201);
        QCOMPARE(files.patch(att, 0, bytes.left(1'000'000)), 204);
        QCOMPARE(files.create(wrong, chat, bytes.size(), sha256Of(bytes)), 201);
        QCOMPARE(files.patch(wrong, 0, bytes.left(500'000)), 204);
        // In the middle of two more: one plain, one under a checksum.
        HttpClient plain(server.port()), checked(server.port());
        const QByteArray length = "Content-Length: 2000000\r\n\r\n";
        plain.send("PATCH " + FileClient::pathOf(att) + " HTTP/1.1\r\nHost: x\r\n" + files.authorization() +
                   FileClient::piece(1'000'000) + length + bytes.mid(1'000'000, 900'000));
        checked.send("PATCH " + FileClient::pathOf(wrong) + " HTTP/1.1\r\nHost: x\r\n" +
                     files.authorization() + FileClient::piece(500'000) + "Upload-Checksum: sha1 " +
                     QByteArray(20, 'x').toBase64() + "\r\n" + length + bytes.mid(500'000, 900'000));
        const auto stored = [&](const AttId &id) {
            const QString key = QString::fromLatin1(id.blob().toHex());
            return QFileInfo(dir.filePath(u"data/files/%1/%2.part"_s.arg(key.left(2), key))).size();
        };
        QTRY_VERIFY_WITH_TIMEOUT(stored(att) > 1'500'000 && stored(wrong) > 1'000'000, 20'000);
        server.kill();
        QVERIFY(server.start(dir.filePath(u"data"_s)));
        FileClient again(server.port(), ana.account.access);
        const qint64 offset = again.offset(att);
        QVERIFY2(offset > 1'500'000, QByteArray::number(offset));
        QCOMPARE(again.offset(wrong), 500'000);                     // a piece in doubt does not count
        QCOMPARE(again.patch(att, offset, bytes.mid(offset)), 204); // the hash of all of it, counted anew
        QCOMPARE(again.patch(wrong, 500'000, bytes.mid(500'000)), 204);
        QCOMPARE(again.get(att)->body, bytes);
        QCOMPARE(again.get(wrong)->body, bytes);
    }
}

void TestFilesProcess::memoryStaysFlat()
{
#if defined(__SANITIZE_ADDRESS__)
    QSKIP("the sanitizer keeps what was freed");
#elif defined(Q_OS_LINUX)
    QTemporaryDir dir;
    ServerProcess server;
    QVERIFY(server.start(dir.filePath(u"data"_s)));
    Person ana(server.port(), u"ana"_s), ben(server.port(), u"ben"_s);
    const ChatId chat = ana.chatWith(ben);
    FileClient files(server.port(), ana.account.access);
    const AttId att = AttId::mint(ana.clock.wallMs(), ana.random);
    constexpr qint64 size = 192LL * 1024 * 1024, pieces = 192;
    const QByteArray piece = someBytes(size / pieces);
    QCOMPARE(files.create(att, chat, size), 201);
    const qint64 before = peakKiB(server.pid());
    QVERIFY(before > 0);
    HttpClient http(server.port());
    http.send("PATCH " + FileClient::pathOf(att) + " HTTP/1.1\r\nHost: x\r\n" + files.authorization() +
              FileClient::piece(0) + "Content-Length: " + QByteArray::number(size) + "\r\n\r\n");
    for (qint64 i = 0; i < pieces; ++i) {
        http.send(piece);
        QVERIFY(QTest::qWaitFor([&] { return http.socket().bytesToWrite() < 4'000'000; }, 60'000));
    }
    const auto up = http.answer();
    QVERIFY(up);
    QCOMPARE(up->status, 204);
    const qint64 afterUpload = peakKiB(server.pid());
    // Down to somebody who reads nothing for a while, then everything.
    QTcpSocket slow;
    slow.setReadBufferSize(64 * 1024);
    slow.connectToHost(QHostAddress::LocalHost, server.port());
    QVERIFY(slow.waitForConnected(5'000));
    slow.write("GET " + FileClient::pathOf(att) + " HTTP/1.1\r\nHost: x\r\n" + files.authorization() +
               "\r\n");
    QTRY_VERIFY_WITH_TIMEOUT(slow.bytesAvailable() >= 64 * 1024, 20'000);
    slow.setReadBufferSize(8 * 1024 * 1024);
    qint64 got = 0;
    QVERIFY(QTest::qWaitFor(
        [&] {
            got += slow.readAll().size();
            return got > size;
        },
        120'000));
    const qint64 afterDownload = peakKiB(server.pid());
    qInfo("peak memory: %lld KiB before, %lld after 192 MiB up, %lld after 192 MiB down", before, afterUpload,
          afterDownload);
    QVERIFY(afterDownload - before < 24 * 1024); // an eighth of the file
#else
    QSKIP("Linux only");
#endif
}

QTEST_GUILESS_MAIN(TestFilesProcess)
#include "tst_files_process.moc"
