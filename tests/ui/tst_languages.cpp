// The window in every language: its words are there, counts are right, Arabic stands the other way round, and
// nothing is cut where words are longer.
#include "tests/ui/lively.h"
#include "tests/ui/stage.h"
#include "tests/ui/still_ports.h"
#include "ui/dialogs/chat_info_dialog.h"
#include "ui/dialogs/new_chat_dialogs.h"
#include "ui/dialogs/verify_dialog.h"
#include "ui/main_window.h"
#include "ui/media/viewer.h"
#include "ui/settings/language.h"
#include "ui/settings/settings_dialog.h"
#include "ui/text/words.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTest>
#include <QTimeEdit>

using namespace Qt::StringLiterals;
using namespace kith;

namespace {

struct NoServer final : SignInPort {
    void check(const QString &, std::function<void(const ServerCheck &)>) override {}
    void signIn(const Request &, std::function<void(Status)>) override {}
};

QString files(int n) { return QCoreApplication::translate("kith::SendFilesDialog", "%Ln files", nullptr, n); }

/// Buttons, tabs and labels of `root` whose words do not fit into them.
QStringList cut(QWidget &root)
{
    root.ensurePolished();
    QStringList faults;
    const auto widgets = root.findChildren<QWidget *>();
    for (QWidget *w : widgets) {
        if (!w->isVisibleTo(&root)) continue;
        QString text;
        QSize wanted = w->sizeHint();
        if (const auto *button = qobject_cast<QAbstractButton *>(w)) {
            text = button->text();
        } else if (const auto *label = qobject_cast<QLabel *>(w)) {
            if (label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored) continue; // cut on purpose
            text = label->text();
            if (label->wordWrap()) wanted = {0, label->heightForWidth(label->width())};
        } else if (const auto *tabs = qobject_cast<QTabBar *>(w)) {
            for (int i = 0; i < tabs->count(); ++i) text += tabs->tabText(i) + u' ';
        }
        if (!text.isEmpty() && (wanted.width() > w->width() || wanted.height() > w->height()))
            faults << u"%1 “%2” %3×%4 in %5×%6"_s.arg(QLatin1StringView(w->metaObject()->className()), text)
                          .arg(wanted.width())
                          .arg(wanted.height())
                          .arg(w->width())
                          .arg(w->height());
    }
    return faults;
}

} // namespace

class TestLanguages : public QObject {
    Q_OBJECT
private:
    static void everyLanguage()
    {
        QTest::addColumn<QString>("code");
        for (const Language::Known &one : Language::all())
            QTest::addRow("%s", qPrintable(one.code)) << one.code;
    }

private Q_SLOTS:
    void initTestCase() { registerFeedTypes(); }

    void isChosenFromTheSystemOrThePerson()
    {
        QCOMPARE(Language::pick({}, {u"de-AT"_s, u"de"_s, u"en-US"_s}), u"de"_s);
        QCOMPARE(Language::pick({}, {u"it-IT"_s, u"it"_s, u"fr-FR"_s}), u"fr"_s);
        QCOMPARE(Language::pick({}, {u"zh-Hans-CN"_s}), u"zh_CN"_s);
        QCOMPARE(Language::pick({}, {u"it"_s, u"C"_s}), u"en"_s);
        QCOMPARE(Language::pick({}, {}), u"en"_s);
        QCOMPARE(Language::pick(u"ru"_s, {u"de"_s}), u"ru"_s);
        QCOMPARE(Language::pick(u"tlh"_s, {u"de"_s}), u"de"_s);
    }
    void numbersFollowTheSystemWhereTheyCan()
    {
        QCOMPARE(Language::localeFor(u"de"_s, QLocale(u"de_AT"_s)), QLocale(u"de_AT"_s));
        QCOMPARE(Language::localeFor(u"de"_s, QLocale(u"fr_CH"_s)), QLocale(u"de_CH"_s));
        QCOMPARE(Language::localeFor(u"ru"_s, QLocale::c()).language(), QLocale::Russian);
        for (const QString &system : {u"ar_EG"_s, u"ar_MA"_s, u"de_DE"_s, u"C"_s}) {
            const QLocale locale = Language::localeFor(u"ar"_s, QLocale(system));
            QCOMPARE(locale.language(), QLocale::Arabic);
            QCOMPARE(locale.toString(12), u"12"_s); // as the counts in sentences
        }
    }
    void countsAreRight()
    {
        const auto said = [](const QString &code, std::initializer_list<int> counts) {
            const Language language(code, QLocale::c());
            QStringList all;
            for (int n : counts) all << files(n);
            return all;
        };
        QCOMPARE(said(u"en"_s, {1, 2}), QStringList({u"1 file"_s, u"2 files"_s}));
        QCOMPARE(said(u"de"_s, {1, 2}), QStringList({u"1 Datei"_s, u"2 Dateien"_s}));
        QCOMPARE(said(u"fr"_s, {0, 1, 2}), QStringList({u"0 fichier"_s, u"1 fichier"_s, u"2 fichiers"_s}));
        QCOMPARE(said(u"ru"_s, {1, 3, 5, 11, 21}),
                 QStringList({u"1 файл"_s, u"3 файла"_s, u"5 файлов"_s, u"11 файлов"_s, u"21 файл"_s}));
        QCOMPARE(said(u"zh_CN"_s, {1, 2}), QStringList({u"1 个文件"_s, u"2 个文件"_s}));
        QCOMPARE(said(u"ar"_s, {0, 1, 2, 3, 11, 100}),
                 QStringList(
                     {u"لا ملفات"_s, u"ملف واحد"_s, u"ملفان"_s, u"3 ملفات"_s, u"11 ملفًا"_s, u"100 ملف"_s}));
    }
    /// What stands outside of classes is found too: each of these has another way to its words.
    void allItsVoicesSpeakIt()
    {
        const QString english = words::tick(Tick::Delivered);
        const Language german(u"de"_s, QLocale::c());
        QCOMPARE(english, u"delivered"_s);
        QCOMPARE(words::tick(Tick::Delivered), u"zugestellt"_s);
        QCOMPARE(words::day(1'000, 2'000), u"Heute"_s);
        QCOMPARE(words::day(0, qint64(40) * 86'400'000), u"Donnerstag, 1. Januar"_s);
        QCOMPARE(notifyReason(NotifyVerdict::ChatMuted),
                 u"Nicht angezeigt: Dieser Chat ist stummgeschaltet."_s);
        QVERIFY(spoken(ResourceReport{58'000'000, 212, {}}).startsWith(u"Speicher zurzeit: 58,0 MB"_s));
        QDialogButtonBox qt(QDialogButtonBox::Close);
        QCOMPARE(qt.button(QDialogButtonBox::Close)->text().remove(u'&'), u"Schließen"_s);
    }
    void isTakenBackWhole()
    {
        const QLocale before;
        {
            const Language arabic(u"ar"_s, QLocale::c());
            QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
        }
        QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
        QCOMPARE(QLocale(), before);
        QCOMPARE(files(2), u"2 files"_s);
    }
    void arabicStandsTheOtherWayRound()
    {
        for (const auto &[code, mirrored] : {std::pair{u"ar"_s, true}, {u"de"_s, false}}) {
            const Language language(code, QLocale::c());
            Stage s;
            const ChatId chat = s.chat(3);
            MainWindow window(s.look);
            window.resize(1000, 680);
            window.show();
            Workspace *space = window.showAccount(s.context);
            space->openChat(chat);
            const int list = space->list()->mapTo(&window, QPoint()).x();
            const int pane = space->pane()->mapTo(&window, QPoint()).x();
            QCOMPARE(list > pane, mirrored);
        }
    }
    /// Where Qt would follow the letters of a word instead of the window they stand in.
    void latinWordsStandWhereArabicOnesDo()
    {
        const Language arabic(u"ar"_s, QLocale::c());
        Look look(Look::Style::Light);
        QLabel name(u"Kith"_s);
        name.ensurePolished();
        QCOMPARE(name.alignment() & Qt::AlignHorizontal_Mask, Qt::AlignRight | Qt::AlignAbsolute);
        Preferences preferences({}, look);
        SettingsDialog settings(preferences, {}, nullptr);
        const auto times = settings.findChildren<QTimeEdit *>();
        QVERIFY(!times.isEmpty());
        for (const QTimeEdit *edit : times) QCOMPARE(edit->text(), edit->time().toString(u"HH:mm"_s));
    }
    void picturesFollowTheWayOfReading()
    {
        for (const auto &[code, onwards] : {std::pair{u"ar"_s, Qt::Key_Left}, {u"de"_s, Qt::Key_Right}}) {
            const Language language(code, QLocale::c());
            Stage s;
            const Lively world(s.clock.wallMs());
            const auto reader = world.mirror.reader();
            const Context context{*reader, s.commands, s.feed, s.clock, s.random, s.look};
            MainWindow window(s.look);
            Workspace *space = window.showAccount(context);
            space->openChat(world.files);
            const auto page = reader->newest(world.files, 3);
            const auto album = std::find_if(page->messages.begin(), page->messages.end(),
                                            [](const Message &m) { return m.attachments.size() > 1; });
            QVERIFY(album != page->messages.end());
            Viewer viewer(context, *space->pane()->model(), *space->media(), &window);
            viewer.setAttribute(Qt::WA_DeleteOnClose, false);
            viewer.show(*album, 0);
            const AttId first = viewer.current();
            QTest::keyClick(&viewer, onwards);
            QVERIFY(viewer.current() == album->attachments[1].info.att);
            QTest::keyClick(&viewer, onwards == Qt::Key_Left ? Qt::Key_Right : Qt::Key_Left);
            QVERIFY(viewer.current() == first);
        }
    }
    void nothingIsCut_data() { everyLanguage(); }
    void nothingIsCut()
    {
        QFETCH(QString, code);
        const Language language(code, QLocale::c());
        Stage s;
        const ChatId chat = s.chat(3);
        MainWindow window(s.look);
        window.resize(1000, 680);
        window.show();
        NoServer port;
        window.showSignIn(port)->prefill(u"chat.example.org"_s, u"ana"_s, {});
        QCOMPARE(cut(window), QStringList());
        window.clear();
        window.showAccount(s.context)->openChat(chat);
        QCOMPARE(cut(window), QStringList());
        Preferences preferences({}, s.look);
        StillAccount account;
        StillNetwork network;
        SettingsDialog::Wishes wishes;
        wishes.context = &s.context;
        wishes.account = &account;
        wishes.network = &network;
        SettingsDialog settings(preferences, std::move(wishes), &window);
        settings.setAttribute(Qt::WA_DeleteOnClose, false);
        using Page = SettingsDialog::Page;
        for (const Page page : {Page::Look, Page::Notifications, Page::Privacy, Page::Devices, Page::Storage,
                                Page::Network, Page::Shortcuts, Page::About}) {
            settings.open(page);
            QCOMPARE(cut(settings), QStringList());
        }
        const LiveState live(s.context);
        ChatInfoDialog info(s.context, live, chat);
        VerifyDialog verify(s.context, {}, &window);
        NewGroupDialog group(s.context);
        for (QDialog *dialog : {static_cast<QDialog *>(&info), static_cast<QDialog *>(&verify),
                                static_cast<QDialog *>(&group)}) {
            dialog->show();
            QCOMPARE(cut(*dialog), QStringList());
            dialog->close();
        }
    }
    void theWalkSeesWhatIsCut()
    {
        QWidget root;
        auto *button = new QPushButton(u"Eine sehr lange Beschriftung"_s, &root);
        button->setFixedWidth(40);
        root.show();
        QCOMPARE(cut(root).size(), 1);
    }
    void isChosenInTheSettings()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"window.ini"_s);
        QCOMPARE(Preferences::languageIn(file), QString());
        Look look(Look::Style::Light);
        {
            Preferences preferences(file, look);
            SettingsDialog settings(preferences, {}, nullptr);
            settings.setAttribute(Qt::WA_DeleteOnClose, false);
            settings.open(SettingsDialog::Page::Look);
            QComboBox *box = nullptr;
            for (QComboBox *one : settings.findChildren<QComboBox *>())
                if (one->accessibleName() == u"Language") box = one;
            QVERIFY(box);
            QCOMPARE(box->count(), int(Language::all().size()) + 1);
            box->setCurrentIndex(box->findText(u"Deutsch"_s));
            const auto labels = settings.findChildren<QLabel *>();
            QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *one) {
                return one->isVisible() && one->text().contains(u"next start"_s);
            }));
        }
        QCOMPARE(Preferences::languageIn(file), u"de"_s);
        QCOMPARE(Preferences(file, look).values().language, u"de"_s);
        QSettings(file, QSettings::IniFormat).setValue(u"look/language"_s, u"../../etc"_s);
        QCOMPARE(Preferences::languageIn(file), QString());
    }
};

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
