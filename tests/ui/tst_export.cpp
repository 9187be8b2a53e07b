// Exports: whole, safe to look at, and never half of one that looks whole.
#include "core/wire/attachment_codec.h"
#include "tests/kit/mirror_fixture.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/export/export_history.h"
#include "ui/export/html_text.h"

#include <QComboBox>
#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kith;

namespace {

constexpr int patience = 60'000;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

QJsonArray messagesIn(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object().value(u"messages"_s).toArray();
}

bool goOn(const ExportProgress &) { return true; }

struct World {
    MirrorFixture mirror;
    QTemporaryDir out;
    UserId ana = mirror.user(u"ana"_s, u"Ana Horvat"_s);

    ExportWish wish(ExportFormat format, const QString &name = u"export"_s) const
    {
        ExportWish wish;
        wish.mirror = mirror.file();
        wish.format = format;
        wish.folder = out.filePath(name);
        wish.account = u"mira@harbour"_s;
        return wish;
    }
    /// A message with one file of `bytes`, which lies on this computer unless `bytes` is null.
    MessageRow withFile(const ChatId &chat, qint64 seq, const QString &name, const QByteArray &bytes,
                        const QByteArray &told)
    {
        const AttId att = mirror.id<AttId>();
        MessageRow row = mirror.row(seq, ana, {});
        const QByteArray sha = QCryptographicHash::hash(told, QCryptographicHash::Sha256);
        Attachment info;
        info.att = att;
        info.name = name;
        info.size = told.size();
        info.mime = u"image/png"_s;
        info.sha256 = sha;
        row.extra = wire::withAttachments({}, {info});
        mirror.put(chat, row);
        if (bytes.isNull()) return row;
        const QString path = out.filePath(u"cached-%1"_s.arg(seq));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("no file");
        Transfer transfer;
        transfer.att = att;
        transfer.mid = row.mid;
        transfer.path = path;
        transfer.size = told.size();
        transfer.sha256 = sha;
        transfer.state = TransferState::Done;
        MirrorFixture::require(mirror.mirror->write([&] { mirror.mirror->transfers.put(transfer); }));
        return row;
    }
    void hold(const ChatId &chat, std::vector<HeldRange> ranges)
    {
        MirrorFixture::require(mirror.mirror->write([&] { mirror.mirror->ranges.replace(chat, ranges); }));
    }
    void queue(const ChatId &chat, const QString &text)
    {
        MessageRow row = mirror.row(0, mirror.me, text);
        row.rev = {};
        MirrorFixture::require(
            mirror.mirror->write([&] { mirror.mirror->messages.insertQueued(chat, row); }));
    }
    QStringList entries() const { return QDir(out.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot); }
};

} // namespace

class TestExport : public QObject {
    Q_OBJECT private Q_SLOTS : void everyMessageOnceAndInOrder()
    {
        World w;
        const ChatId chat = w.mirror.chat(ChatKind::Direct, {w.ana});
        const auto rows = w.mirror.fill(chat, w.ana, 2'345);
        w.hold(chat, {{{1}, {400}, std::nullopt}, {{411}, {2'345}, std::nullopt}});
        MirrorFixture::require(w.mirror.mirror->write([&] {
            for (size_t i = 400; i < 410; ++i) w.mirror.mirror->messages.remove(rows[i].mid);
        }));
        for (int i = 0; i < 450; ++i) w.queue(chat, u"waiting number %1."_s.arg(i)); // more than a page
        auto report = exportHistory(w.wish(ExportFormat::Json), goOn);
        QVERIFY2(report, report ? "" : qPrintable(report.error().what));
        QCOMPARE(report->messages, 2'335 + 450);
        QCOMPARE(report->onServerOnly, 10);
        const QString folder = report->folder + u"/chats/0001 Ana Horvat"_s;
        const QJsonArray all = messagesIn(bytesOf(folder + u"/messages.json"_s));
        QCOMPARE(all.size(), 2'335 + 450 + 1);
        qint64 seq = 0;
        int waiting = 0, holes = 0;
        for (const QJsonValue &one : all) {
            if (const auto hole = one[u"on_server_only"_s]; hole.isObject()) {
                QCOMPARE(hole[u"from_seq"_s].toInt(), 401);
                QCOMPARE(hole[u"to_seq"_s].toInt(), 410);
                QCOMPARE(seq, 400);
                seq = 410;
                ++holes;
            } else if (one[u"seq"_s].isNull()) {
                QCOMPARE(one[u"body"_s].toString(), u"waiting number %1."_s.arg(waiting++));
                QCOMPARE(one[u"state"_s].toString(), u"queued"_s);
            } else {
                QCOMPARE(one[u"seq"_s].toInteger(), ++seq);
                QCOMPARE(one[u"body"_s].toString(), u"message number %1"_s.arg(seq));
            }
        }
        QCOMPARE(seq, 2'345);
        QCOMPARE(waiting, 450);
        QCOMPARE(holes, 1);

        report = exportHistory(w.wish(ExportFormat::Html, u"pages"_s), goOn);
        QVERIFY(report);
        QByteArray text;
        const QDir pages(report->folder + u"/chats/0001 Ana Horvat"_s);
        const QStringList names = pages.entryList({u"messages-*.html"_s}, QDir::Files, QDir::Name);
        QCOMPARE(names.size(), 3);
        for (const QString &name : names) text += bytesOf(pages.filePath(name));
        for (int i = 1; i <= 2'345; ++i) {
            const QByteArray body = ">message number " + QByteArray::number(i) + "<";
            QCOMPARE(text.count(body), i > 400 && i <= 410 ? 0 : 1);
        }
        QCOMPARE(text.count("class=\"hole\""), 1);
        QVERIFY(bytesOf(pages.filePath(names[0])).contains("href=\"messages-00002.html\""));
        QVERIFY(!bytesOf(pages.filePath(names[2])).contains("href=\"messages-00004.html\""));
        QVERIFY(bytesOf(report->folder + u"/index.html"_s).contains("2785 message"));
    }

    void hostileWordsStayWords()
    {
        World w;
        const QString evil = u"\"><script>alert(1)</script><img src=x onerror='alert(2)'>\u0007%1 %2 %3"_s;
        const UserId mallory = w.mirror.user(u"mallory"_s, evil);
        const ChatId chat = w.mirror.chat(ChatKind::Group, {w.ana, mallory}, evil + u"/../../escape"_s);
        MessageRow first = w.mirror.row(1, mallory, evil);
        first.extra = R"x({"ents":[{"k":"link","at":0,"len":5,"url":"javascript:alert(3)"}]})x";
        w.mirror.put(chat, first);
        MessageRow answer = w.mirror.row(2, mallory, evil);
        answer.reply = first.mid;
        w.mirror.put(chat, answer);
        w.withFile(chat, 3, u"../../../"_s + evil + u".png"_s, "PNG", "PNG");
        w.hold(chat, {{{1}, {3}, std::nullopt}});
        const auto report = exportHistory(w.wish(ExportFormat::Html), goOn);
        QVERIFY2(report, report ? "" : qPrintable(report.error().what));
        QCOMPARE(report->files, 1);
        QCOMPARE(w.entries(), QStringList{u"export"_s});
        const QString inside = QFileInfo(report->folder).canonicalFilePath() + u'/';
        int pages = 0, files = 0;
        QDirIterator it(report->folder, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString file = it.next();
            QVERIFY2(QFileInfo(file).canonicalFilePath().startsWith(inside), qPrintable(file));
            ++files;
            if (!file.endsWith(u".html"_s)) continue;
            ++pages;
            const QByteArray text = bytesOf(file);
            // Tags are ours: no name that the house does not write, no attribute that runs anything.
            static const QRegularExpression tag(u"<([a-z!/][^>]*)>"_s);
            auto found = tag.globalMatch(QString::fromUtf8(text));
            while (found.hasNext()) {
                QString one = found.next().captured(1);
                one.remove(QRegularExpression(u"\"[^\"]*\""_s)); // values
                QVERIFY2(!one.startsWith(u"script"_s) && !one.contains(u"onerror="_s) &&
                             !one.contains(u"javascript:"_s),
                         qPrintable(one));
            }
            QVERIFY(text.contains("default-src 'none'"));
            QVERIFY(!text.contains("\x07"));
        }
        QCOMPARE(pages, 2);
        QCOMPARE(files, 3);
    }

    void entitiesThatOverlapStayWellFormed()
    {
        Entity bold{EntityKind::Bold, 0, 4, {}, {}}, italic{EntityKind::Italic, 2, 4, {}, {}};
        QCOMPARE(html::formatted(u"abcdef"_s, {bold, italic}), u"<b>ab</b><b><i>cd</i></b><i>ef</i>"_s);
        const Entity link{EntityKind::Link, 0, 2, u"https://e.example/?a=1&b=\"2\""_s, {}};
        QCOMPARE(html::formatted(u"ab"_s, {link}),
                 u"<a rel=\"noopener noreferrer\" href=\"https://e.example/?a=1&amp;b=%222%22\">ab</a>"_s);
        QCOMPARE(html::formatted(u"<b>"_s, {}), u"&lt;b&gt;"_s);
        QCOMPARE(html::formatted({}, {bold}), QString());
    }

    void onlyWholeFilesAndTheRightOnes()
    {
        World w;
        const ChatId chat = w.mirror.chat(ChatKind::Direct, {w.ana});
        w.withFile(chat, 1, u"same.png"_s, "first", "first");
        w.withFile(chat, 2, u"same.png"_s, "second", "second");
        w.withFile(chat, 3, u"changed.png"_s, "CHANGED", "as sent");
        w.withFile(chat, 4, u"away.png"_s, {}, "somewhere");
        w.hold(chat, {{{1}, {4}, std::nullopt}});
        auto report = exportHistory(w.wish(ExportFormat::Json), goOn);
        QVERIFY2(report, report ? "" : qPrintable(report.error().what));
        QCOMPARE(report->files, 2);
        QCOMPARE(report->filesElsewhere, 2);
        const QString folder = report->folder + u"/chats/0001 Ana Horvat/"_s;
        const QJsonArray all = messagesIn(bytesOf(folder + u"messages.json"_s));
        QStringList held;
        for (const QJsonValue &one : all)
            held += QString::fromUtf8(bytesOf(folder + one[u"files"_s][0][u"path"_s].toString(u"none"_s)));
        QCOMPARE(held, QStringList({u"first"_s, u"second"_s, u"(none)"_s, u"(none)"_s}));
        auto wish = w.wish(ExportFormat::Html, u"without"_s);
        wish.files = false;
        report = exportHistory(wish, goOn);
        QVERIFY(report);
        QCOMPARE(report->files, 0);
    }

    void nothingOfHalfAnExportStays()
    {
        World w;
        w.mirror.fill(w.mirror.chat(ChatKind::Direct, {w.ana}), w.ana, 900);
        const ExportWish wish = w.wish(ExportFormat::Html);
        const auto stopped =
            exportHistory(wish, [](const ExportProgress &now) { return now.messages < 400; });
        QVERIFY(stopped);
        QVERIFY(stopped->stopped);
        QVERIFY(w.entries().isEmpty());
        // The disk goes away in the middle.
        const auto failed = exportHistory(wish, [&](const ExportProgress &now) {
            if (now.messages == 200)
                for (const QString &half : w.entries()) QDir(w.out.filePath(half)).removeRecursively();
            return true;
        });
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, Errc::Io);
        QVERIFY(!QFileInfo::exists(wish.folder));
        // Somebody else's folder is never written into.
        QVERIFY(QDir().mkpath(wish.folder));
        const auto taken = exportHistory(wish, goOn);
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, Errc::BadInput);
        QCOMPARE(w.entries(), QStringList{u"export"_s});
        QVERIFY(QDir(wish.folder).isEmpty());
    }

    void throughTheDialog()
    {
        World w;
        const ChatId chat = w.mirror.chat(ChatKind::Direct, {w.ana});
        w.mirror.fill(chat, w.ana, 50);
        const auto reader = w.mirror.reader();
        ExportDialog dialog(*reader, chat, nullptr, w.out.path());
        dialog.show();
        const auto button = [&](const QString &text) {
            for (QPushButton *one : dialog.findChildren<QPushButton *>())
                if (one->isVisible() && one->text() == text) return one;
            return static_cast<QPushButton *>(nullptr);
        };
        dialog.findChild<QComboBox *>()->setCurrentIndex(int(ExportFormat::Json));
        const QString folder = dialog.findChild<QLineEdit *>()->text();
        QVERIFY2(QFileInfo(folder).fileName().startsWith(u"Kith Ana Horvat "_s), qPrintable(folder));
        QTest::keyClick(button(u"&Export"_s), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(button(u"&Show in folder"_s), patience);
        QVERIFY(dialog.findChild<QLabel *>()->text().startsWith(u"50 message"_s));
        QVERIFY(QFileInfo(folder + u"/index.json"_s).isFile());
        // A second one of the same day gets a name of its own, and can be closed while it runs.
        ExportDialog second(*reader, chat, nullptr, w.out.path());
        const QString other = second.findChild<QLineEdit *>()->text();
        QVERIFY(other != folder);
    }
};

QTEST_MAIN(TestExport)
#include "tst_export.moc"
