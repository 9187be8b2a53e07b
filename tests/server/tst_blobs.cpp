#include "server/files/file_headers.h"
#include "server/files/folder_blobs.h"
#include "tests/server/blobs_contract.h"

#include <QTemporaryDir>

using namespace kith;
using namespace kith::server;
using namespace Qt::StringLiterals;

namespace {

struct FolderRig {
    FolderRig() { again(); }
    Blobs &blobs() { return *m_blobs; }
    void again()
    {
        m_blobs.reset();
        auto opened = FolderBlobs::open(m_dir.filePath(u"files"_s));
        if (opened) m_blobs = std::move(*opened);
    }
    QTemporaryDir m_dir;
    std::unique_ptr<Blobs> m_blobs;
};

} // namespace

/// Blobs in a folder, and the header lines of the file API.
class TestBlobs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    KITH_BLOBS_CONTRACT(FolderRig)
    void onlyTheServerMayReadTheFolder();
    void ranges_data();
    void ranges();
    void metadata();
    void namesBecomeHarmless_data();
    void namesBecomeHarmless();
};

void TestBlobs::onlyTheServerMayReadTheFolder()
{
    FolderRig rig;
    QVERIFY(test::writerOf(rig.blobs(), test::blobKey)->write("x"));
    const QString dir = rig.m_dir.filePath(u"files"_s);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(dir) & (others | QFile::ExeOther)));
    QVERIFY(!(QFile::permissions(dir + u"/00/00112233445566778899aabbccddeeff.part"_s) & others));
}

void TestBlobs::ranges_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("expected"); // "from+length", "outside", "" = the whole file
    const auto row = [](const char *line, const char *expected) {
        QTest::newRow(*line ? line : "(empty)") << QByteArray(line) << QString::fromLatin1(expected);
    };
    row("bytes=0-0", "0+1");
    row("bytes=2-5", "2+4");
    row("bytes=5-", "5+5");
    row("bytes=-3", "7+3");
    row("bytes=-30", "0+10");
    row("bytes=0-99999999", "0+10");
    row("bytes=9-9", "9+1");
    row("Bytes = 1-2", "");
    row("BYTES=1-2", "1+2");
    row("bytes= 1 - 2 ", "1+2");
    row("bytes=10-", "outside");
    row("bytes=10-12", "outside");
    row("bytes=-0", "outside");
    row("bytes=5-2", "");
    row("bytes=0-1,3-4", "");
    row("bytes=", "");
    row("bytes=-", "");
    row("bytes=a-b", "");
    row("bytes=1", "");
    row("bytes=--1", "");
    row("bytes=99999999999999999999-", "");
    row("lines=1-2", "");
    row("", "");
}

void TestBlobs::ranges()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, expected);
    const auto range = byteRange(line, 10);
    const QString found = !range           ? QString()
                          : range->outside ? u"outside"_s
                                           : u"%1+%2"_s.arg(range->from).arg(range->length);
    QCOMPARE(found, expected);
    if (range && !range->outside) QVERIFY(byteRange(line, 0)->outside); // an empty file has no byte
}

void TestBlobs::metadata()
{
    const auto read = tusMetadata("att YWI=, filename w6Q= ,empty");
    QVERIFY(read);
    QCOMPARE(read->value("att"), "ab");
    QCOMPARE(read->value("filename"), "ä");
    QVERIFY(read->contains("empty"));
    QVERIFY(tusMetadata("")->isEmpty());
    for (const char *bad : {"att YW*=", "att YWI=,att YWI=", "a b c", ",", "att YWI=,,b YWI="})
        QVERIFY2(!tusMetadata(bad), bad);
    QCOMPARE(headerNumber("12"), 12);
    for (const char *bad : {"", "-1", "+1", "1.0", "0x1", " 1", "9999999999999999999"})
        QVERIFY2(!headerNumber(bad), bad);
}

void TestBlobs::namesBecomeHarmless_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("ascii");
    QTest::addColumn<QByteArray>("utf8");
    QTest::newRow("plain") << u"a b.txt"_s << QByteArray("a b.txt") << QByteArray("a%20b.txt");
    QTest::newRow("path") << u"../../etc/passwd"_s << QByteArray("_.._etc_passwd")
                          << QByteArray("_.._etc_passwd");
    QTest::newRow("windows path") << u"C:\\x\\y.exe"_s << QByteArray("C__x_y.exe")
                                  << QByteArray("C__x_y.exe");
    QTest::newRow("header") << u"a\r\nSet-Cookie: b\".txt"_s << QByteArray("a__Set-Cookie_ b_.txt")
                            << QByteArray("a__Set-Cookie_%20b_.txt");
    QTest::newRow("umlaut") << u"Grüße.pdf"_s << QByteArray("Gr__e.pdf") << QByteArray("Gr%C3%BC%C3%9Fe.pdf");
    QTest::newRow("turned around") << u"photo\u202egpj.exe"_s << QByteArray("photo_gpj.exe")
                                   << QByteArray("photo_gpj.exe");
    QTest::newRow("hidden") << u"...bashrc"_s << QByteArray("bashrc") << QByteArray("bashrc");
    QTest::newRow("device") << u"NUL.txt"_s << QByteArray("_NUL.txt") << QByteArray("_NUL.txt");
    QTest::newRow("nothing") << u"/"_s << QByteArray("_") << QByteArray("_");
    QTest::newRow("dots") << u".."_s << QByteArray("file") << QByteArray("file");
}

void TestBlobs::namesBecomeHarmless()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, ascii);
    QFETCH(QByteArray, utf8);
    QCOMPARE(attachmentLine(name), "Content-Disposition: attachment; filename=\"" + ascii +
                                       "\"; filename*=UTF-8''" + utf8 + "\r\n");
}

QTEST_GUILESS_MAIN(TestBlobs)
#include "tst_blobs.moc"
