// The real window over damaged files and full disks, with real programs at the other end.
#include "app/common/secrets_file.h"
#include "app/desktop/house.h"
#include "app/lab/small_disk.h"
#include "tests/faults/fault_world.h"
#include "tests/kit/damage.h"
#include "ui/banner.h"
#include "ui/dialogs/rescue_dialog.h"

#include <QFileInfo>
#include <QLabel>
#include <QProcess>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

struct Desktop {
    explicit Desktop(const QString &profileDir)
        : secrets(profileDir)
        , engineSecrets(profileDir)
    {
        auto profile = Profile::open(profileDir);
        if (!profile) qFatal("%s", qPrintable(profile.error().what));
        house =
            std::make_unique<House>(*std::move(profile), secrets, engineSecrets, look, House::Options{true});
        started = house->start();
        window().resize(1000, 680);
        window().show();
    }
    MainWindow &window() { return house->window(); }
    ChatPane &pane() { return *window().workspace()->pane(); }
    Banner *banner() { return window().findChild<Banner *>(); }
    RescueDialog *dialog() { return window().findChild<RescueDialog *>(); }
    QString words()
    {
        QString all;
        for (const QLabel *label : dialog()->findChildren<QLabel *>()) all += label->text() + u'\n';
        return all;
    }
    bool openFirst()
    {
        auto *list = window().workspace()->list()->list();
        if (list->model()->rowCount() == 0) return false;
        window().workspace()->list()->selectNext(1);
        return pane().chat() != ChatId{};
    }
    bool shows(const QString &text)
    {
        auto *model = pane().model();
        for (int i = 0; i < model->rowCount(); ++i)
            if (model->row(i).message.row.body == text) return true;
        return false;
    }
    /// The composer says that the text in it was not entered.
    bool refused()
    {
        const auto labels = pane().composer()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(u"Not sent."_s);
        });
    }
    void write(const QString &text)
    {
        QTest::keyClicks(pane().composer()->editor(), text);
        QTest::keyClick(pane().composer()->editor(), Qt::Key_Return);
    }
    /// For the eyes of those who work on it: KITH_SHOTS names a folder.
    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("KITH_SHOTS");
        if (folder.isEmpty()) return;
        window().grab().save(folder + u'/' + name + u".png"_s);
        if (dialog()) dialog()->grab().save(folder + u'/' + name + u"-dialog.png"_s);
    }

    SecretsFile secrets, engineSecrets;
    Look look{Look::Style::Light};
    std::unique_ptr<House> house;
    Status started = ok();
};

/// By another process: closing the file in this one would take SQLite's locks away.
bool harmWhileOpen(const QString &file, qint64 page)
{
    return QProcess::execute(u"dd"_s, {u"if=/dev/urandom"_s, u"of="_s + file, u"bs=4096"_s, u"count=1"_s,
                                       u"seek=%1"_s.arg(page - 1), u"conv=notrunc"_s, u"status=none"_s}) == 0;
}

} // namespace

class TestFaultyWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDamagedFileIsMendedAndToldOf_data()
    {
        QTest::addColumn<QString>("tree");
        for (const char *tree : {"header", "messages", "chats"})
            QTest::addRow("%s", tree) << QString::fromLatin1(tree);
    }
    void aDamagedFileIsMendedAndToldOf()
    {
        QFETCH(QString, tree);
        FaultWorld w;
        const PersonProcess ana = w.join(u"ana"_s), bob = w.join(u"bob"_s);
        QVERIFY(w.good);
        QVERIFY2(w.enter(ana, u"bob"_s, u"first"_s) && w.sync(bob), w.lastError);
        w.proxy.refuse(true);
        QVERIFY2(w.enter(ana, u"bob"_s, u"waits"_s), w.lastError);
        w.proxy.clear();
        QVERIFY(tree == u"header"_s ? damage::header(ana.mirror()) : damage::tree(ana.mirror(), tree));
        {
            Desktop desk(ana.profile());
            QVERIFY2(desk.started.has_value(), desk.started ? "" : qPrintable(desk.started.error().what));
            QTRY_VERIFY_WITH_TIMEOUT(desk.dialog() && desk.dialog()->isVisible(), patienceMs);
            QVERIFY2(desk.words().contains(u"Nothing was lost"_s), qPrintable(desk.words()));
            QVERIFY2(desk.words().contains(u".damaged-"_s), qPrintable(desk.words()));
            QTRY_VERIFY_WITH_TIMEOUT(desk.openFirst(), patienceMs);
            QTRY_VERIFY_WITH_TIMEOUT(desk.shows(u"first"_s) && desk.shows(u"waits"_s), patienceMs);
            desk.picture(u"rescued-"_s + tree);
            desk.dialog()->close();
            QTRY_COMPARE_WITH_TIMEOUT(w.stored(), qint64(2), patienceMs);
        }
        const QFileInfo info(ana.mirror()); // rescued once, however many parts of the program met it
        QCOMPARE(info.dir().entryList({info.fileName() + u".damaged-*Z"_s}).size(), 1);
        {
            Desktop desk(ana.profile()); // told once
            QTRY_VERIFY_WITH_TIMEOUT(desk.openFirst(), patienceMs);
            QVERIFY(!desk.dialog());
        }
        for (const PersonProcess *p : {&ana, &bob, &ana}) QVERIFY2(w.sync(*p), w.lastError);
        QCOMPARE(w.faults({&ana, &bob}), QStringList());
    }

    void damageInTheMiddleOfWork()
    {
        FaultWorld w;
        const PersonProcess ana = w.join(u"ana"_s), bob = w.join(u"bob"_s);
        QVERIFY(w.good);
        QVERIFY2(w.enter(ana, u"bob"_s, u"first"_s) && w.sync(bob) && w.sync(ana), w.lastError);
        const qint64 page = damage::rootPage(ana.mirror(), u"messages_unsent"_s);
        Desktop desk(ana.profile());
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().workspace()->list()->list()->model()->rowCount() == 1,
                                 patienceMs);
        QVERIFY(page > 1 && harmWhileOpen(ana.mirror(), page));
        desk.openFirst();
        desk.write(u"into the damage"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.dialog() && desk.dialog()->isVisible(), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(desk.openFirst(), patienceMs);
        desk.dialog()->close();
        // What could not be entered is in its field; Enter again enters it.
        QTRY_VERIFY_WITH_TIMEOUT(desk.shows(u"first"_s), patienceMs);
        if (desk.pane().composer()->text().isEmpty() && !desk.shows(u"into the damage"_s))
            QFAIL("the text is neither in the field nor in the chat");
        if (!desk.shows(u"into the damage"_s))
            QTest::keyClick(desk.pane().composer()->editor(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(w.stored(), qint64(2), patienceMs);
    }

    void aFullDiskHasABannerAndKeepsTheText()
    {
        FaultWorld w;
        SmallDisk disk(w.world.dir.filePath(u"ana"_s), 4);
        if (!disk.isMounted()) QSKIP("a small file system needs mount(8) and root");
        const PersonProcess ana = w.join(u"ana"_s), bob = w.join(u"bob"_s);
        QVERIFY(w.good);
        QVERIFY2(w.enter(ana, u"bob"_s, u"first"_s) && w.sync(bob), w.lastError);
        {
            Desktop desk(ana.profile());
            QTRY_VERIFY_WITH_TIMEOUT(desk.openFirst(), patienceMs);
            QVERIFY(!desk.banner()->isVisible());
            disk.fill();
            QString text;
            // Until the room that the log already has is used up. The banner alone does not end it: it may
            // tell of the engine's own write, while the text was entered with the last room there was.
            qint64 entered = 1;
            for (int i = 0; i < 40 && !desk.refused(); ++i) {
                text = u"a word that is worth keeping %1"_s.arg(i);
                desk.pane().composer()->takeText(QString(u"x"_s).repeated(12'000));
                desk.write(text);
                QTRY_VERIFY_WITH_TIMEOUT(desk.refused() || desk.pane().composer()->text().isEmpty(),
                                         patienceMs);
                if (!desk.refused()) ++entered;
            }
            QVERIFY(desk.refused());
            QTRY_VERIFY_WITH_TIMEOUT(desk.banner()->isVisible(), patienceMs);
            QVERIFY2(desk.banner()->text().contains(u"disk is full"_s), qPrintable(desk.banner()->text()));
            QVERIFY(desk.pane().composer()->text().endsWith(text));
            desk.picture(u"disk-full"_s);
            disk.makeRoom();
            QTRY_VERIFY_WITH_TIMEOUT(!desk.banner()->isVisible(), patienceMs); // by itself
            QVERIFY(desk.pane().composer()->text().endsWith(text));
            QTest::keyClick(desk.pane().composer()->editor(), Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(desk.pane().composer()->text().isEmpty(), patienceMs);
            QTRY_COMPARE_WITH_TIMEOUT(w.stored(), entered + 1, patienceMs);
        }
        for (const PersonProcess *p : {&ana, &bob, &ana}) QVERIFY2(w.sync(*p), w.lastError);
        QCOMPARE(w.faults({&ana, &bob}), QStringList());
    }
};

QTEST_MAIN(TestFaultyWindow)
#include "tst_window.moc"
