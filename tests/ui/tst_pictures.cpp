// Pictures of strangers: what is shown, what is refused before it costs anything.
#include "core/base/picture_privacy.h"
#include "ui/chat/bubble_layout.h"
#include "ui/media/media.h"

#include <QBuffer>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace kith;

namespace {

QByteArray drawn(const char *format, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, format)) qFatal("no %s", format);
    return bytes;
}

/// A PNG whose header tells other measures than its few bytes can have.
QByteArray giantPng(quint32 width, quint32 height)
{
    QByteArray bytes = drawn("PNG", {4, 4});
    qToBigEndian(width, bytes.data() + 16);
    qToBigEndian(height, bytes.data() + 20);
    // The header's checksum, or the decoder stops before the measures matter.
    quint32 crc = 0xffffffffu;
    for (int i = 12; i < 29; ++i) {
        crc ^= quint8(bytes[i]);
        for (int bit = 0; bit < 8; ++bit) crc = crc & 1 ? (crc >> 1) ^ 0xedb88320u : crc >> 1;
    }
    qToBigEndian(~crc, bytes.data() + 29);
    return bytes;
}

Result<QImage> read(QByteArray bytes, QSize box = {100, 100})
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return readPicture(buffer, box);
}

/// A JPEG as a camera makes it: which way is up, where it was, whose it is; and a profile that colours need.
QByteArray photo()
{
    QByteArray bytes = drawn("JPG", {40, 20});
    const auto segment = [](char kind, const QByteArray &body) {
        QByteArray made("\xff");
        made += kind;
        const quint16 length = qToBigEndian(quint16(body.size() + 2));
        return made + QByteArray(reinterpret_cast<const char *>(&length), 2) + body;
    };
    QByteArray tiff("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0", 26); // turned by 90
    const QByteArray notes = segment('\xe1', QByteArray("Exif\0\0", 6) + tiff + "GPS 45.8150 N 15.9819 E") +
                             segment('\xe1', "http://ns.adobe.com/xap/1.0/ OWNER") +
                             segment('\xed', "Photoshop 3.0 CITY") + segment('\xfe', "COMMENT") +
                             segment('\xe2', "ICC_PROFILE kept");
    return bytes.insert(2, notes);
}

TimelineRow rowWith(const std::vector<AttachmentView> &files, const QString &caption, bool mine)
{
    TimelineRow row;
    row.message.row.kind = u"text"_s;
    row.message.row.body = caption;
    row.message.row.seq = {1};
    row.message.row.atMs = 1'700'000'000'000;
    row.message.mine = mine;
    row.message.tick = mine ? Tick::Seen : Tick::None;
    row.message.senderName = u"Ana"_s;
    row.message.attachments = files;
    return row;
}

AttachmentView file(const QString &name, const QString &mime, int width = 0, int height = 0)
{
    AttachmentView view;
    view.info.name = name;
    view.info.mime = mime;
    view.info.size = 1'234'567;
    view.info.width = width;
    view.info.height = height;
    return view;
}

} // namespace

class TestPictures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whereAPictureWasTakenStaysHere()
    {
        const QByteArray original = photo();
        QCOMPARE(read(original, {})->size(), QSize(20, 40));
        const auto clean = withoutPrivateNotes(original);
        QVERIFY(clean);
        for (const char *note : {"GPS", "OWNER", "CITY", "COMMENT"}) {
            QVERIFY2(original.contains(note), note);
            QVERIFY2(!clean->contains(note), note);
        }
        QVERIFY(clean->contains("ICC_PROFILE kept"));
        QCOMPARE(*read(*clean, {}), *read(original, {})); // the same pixels, the same way up
        QVERIFY(!withoutPrivateNotes(*clean)->contains("GPS"));

        QByteArray png = drawn("PNG", {8, 8});
        QVERIFY(!withoutPrivateNotes(png)); // nothing to take out
        const QByteArray chunk = QByteArray("\0\0\0\x03tEXtGPS", 11) + QByteArray(4, 'c');
        png.insert(33, chunk);
        QVERIFY(!withoutPrivateNotes(png)->contains("GPS"));
        QCOMPARE(*read(*withoutPrivateNotes(png), {}), *read(drawn("PNG", {8, 8}), {}));

        const auto riff = [](const QByteArray &kind, const QByteArray &body) {
            const quint32 length = qToLittleEndian(quint32(body.size()));
            return kind + QByteArray(reinterpret_cast<const char *>(&length), 4) + body +
                   QByteArray(body.size() & 1, 0);
        };
        const QByteArray webp =
            riff("RIFF", "WEBP" + riff("VP8X", QByteArray("\x0c\0\0\0\0\0\0\0\0\0", 10)) +
                             riff("VP8 ", "pixels") + riff("EXIF", "GPS") + riff("XMP ", "OWNER"));
        QCOMPARE(*withoutPrivateNotes(webp),
                 riff("RIFF", "WEBP" + riff("VP8X", QByteArray(10, 0)) + riff("VP8 ", "pixels")));
        // Rubbish is never read beyond its end, and never called clean.
        for (qsizetype n = 0; n < original.size() - 1; n += 7) {
            const auto cut = withoutPrivateNotes(QByteArrayView(original).first(n));
            QVERIFY(!cut || !cut->contains("GPS"));
        }
        for (qsizetype n = 0; n < webp.size(); ++n)
            std::ignore = withoutPrivateNotes(QByteArrayView(webp).first(n));
        for (qsizetype n = 0; n < png.size(); ++n)
            std::ignore = withoutPrivateNotes(QByteArrayView(png).first(n));
    }

    void fitIntoTheirBox()
    {
        for (const char *format : {"PNG", "JPG", "BMP"}) {
            const auto image = read(drawn(format, {400, 200}));
            QVERIFY2(image, format);
            QCOMPARE(image->size(), QSize(100, 50));
        }
        QCOMPARE(read(drawn("PNG", {30, 20}))->size(), QSize(30, 20)); // never enlarged
    }

    void hostileOnesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("words") << QByteArray("this is no picture");
        QTest::newRow("half") << drawn("PNG", {64, 64}).left(40);
        QTest::newRow("tells of 3.6 gigapixels") << giantPng(60'000, 60'000);
        QTest::newRow("tells of a long line") << giantPng(2'000'000'000, 1);
        QTest::newRow("vector") << QByteArray(
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
        QTest::newRow("pixmap in C") << QByteArray(
            "/* XPM */\nstatic char *x[] = {\"1 1 1 1\",\"a c red\",\"a\"};");
    }
    void hostileOnesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto image = read(bytes);
        QVERIFY(!image);
        QCOMPARE(image.error().code, Errc::BadInput);
    }

    void whatIsToldOfAFile()
    {
        QTemporaryDir dir;
        OutgoingFile picture, words;
        picture.path = dir.filePath(u"a.txt"_s); // its name says nothing
        words.path = dir.filePath(u"b.png"_s);
        for (const auto &[path, bytes] : {std::pair{picture.path, drawn("PNG", {1200, 800})},
                                          std::pair{words.path, QByteArray("words")}}) {
            QFile out(path);
            QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
        }
        describePicture(picture);
        describePicture(words);
        QCOMPARE(QSize(picture.width, picture.height), QSize(1200, 800));
        QVERIFY(!picture.thumb.isEmpty() && picture.thumb.size() <= limits::attThumbBytes);
        QVERIFY(read(picture.thumb));
        QVERIFY(words.width == 0 && words.thumb.isEmpty());
    }

    void filesThatMayRun()
    {
        for (const QString &name : {u"setup.exe"_s, u"a.desktop"_s, u"x.SH"_s, u"page.html"_s, u"noending"_s,
                                    u"photo.jpg.scr"_s, u"a.svg"_s})
            QVERIFY2(mayRun(name), qPrintable(name));
        for (const QString &name : {u"plan.pdf"_s, u"photo.JPG"_s, u"film.mp4"_s, u"words.txt"_s})
            QVERIFY2(!mayRun(name), qPrintable(name));
    }

    void filesStayInsideTheirBubble()
    {
        const BubbleFonts fonts = BubbleFonts::fromApplication();
        const auto picture = file(u"p.png"_s, u"image/png"_s, 4000, 300),
                   tall = file(u"t.png"_s, u"image/png"_s, 9, 9000),
                   plan = file(u"A very long name of a file that says much "_s.repeated(4) + u".pdf"_s,
                               u"application/pdf"_s);
        const std::vector<std::vector<AttachmentView>> sets{{picture},
                                                            {tall},
                                                            {plan},
                                                            {picture, tall, picture},
                                                            {picture, plan},
                                                            std::vector(10, picture),
                                                            std::vector(10, plan)};
        for (const auto &set : sets) {
            for (const int width : {260, 560, 1400}) {
                for (const bool rtl : {false, true}) {
                    for (const bool mine : {false, true}) {
                        for (const QString &caption : {QString(), u"a caption"_s}) {
                            const BubbleLayout l =
                                layoutRow(rowWith(set, caption, mine), width, fonts, 0, rtl);
                            QCOMPARE(l.files.size(), set.size());
                            QVERIFY(QRectF(0, 0, width, l.height).contains(l.bubble));
                            for (size_t i = 0; i < l.files.size(); ++i) {
                                const FileBox &box = l.files[i];
                                QVERIFY(l.bubble.contains(box.rect));
                                QVERIFY(box.rect.contains(box.knob) || box.rect.width() < box.knob.width());
                                for (size_t j = 0; j < i; ++j) QVERIFY(!box.rect.intersects(l.files[j].rect));
                                const auto hit = l.hit(box.knob.center());
                                QCOMPARE(hit.part, BubbleLayout::Part::FileKnob);
                                QCOMPARE(hit.index, box.index);
                            }
                            QVERIFY(l.bubble.contains(l.meta));
                        }
                    }
                }
            }
        }
    }
};

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
