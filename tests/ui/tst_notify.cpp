// What is told, what is not and why; over a real session bus of the test's own.
#include "tests/ui/stage.h"
#include "ui/main_window.h"
#include "ui/notify/dbus_notices.h"
#include "ui/notify/notifier.h"
#include "ui/settings/settings_dialog.h"

#include <QComboBox>
#include <QDBusMessage>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace kith;

Q_DECLARE_METATYPE(kith::Arrival)
Q_DECLARE_METATYPE(kith::NotifySettings)

namespace {
constexpr int patience = 20'000;
} // namespace

/// A desktop's notification service, written for the test: it writes down what it is asked for.
class Desktop : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Note {
        uint id = 0;
        QString title, body;
    };
    QList<Note> shown;
    QList<uint> taken;
    void click(uint id) { Q_EMIT ActionInvoked(id, u"default"_s); }

public Q_SLOTS:
    QStringList GetCapabilities() { return {u"body"_s, u"body-markup"_s, u"actions"_s}; }
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &body,
                const QStringList &, const QVariantMap &, int)
    {
        const uint id = replaces ? replaces : ++m_last;
        shown.append({id, title, body});
        return id;
    }
    void CloseNotification(uint id) { taken.append(id); }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);

private:
    uint m_last = 0;
};

class TestNotify : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { registerFeedTypes(); }

    void theDecision_data()
    {
        QTest::addColumn<Arrival>("arrival");
        QTest::addColumn<NotifySettings>("settings");
        QTest::addColumn<NotifyVerdict>("verdict");
        using enum NotifyVerdict;
        const auto row = [](const char *name, NotifyVerdict verdict, auto &&change) {
            Arrival a;
            NotifySettings s;
            change(a, s);
            QTest::newRow(name) << a << s << verdict;
        };
        using A = Arrival &;
        using S = NotifySettings &;
        row("a message", Shown, [](A, S) {});
        row("own", Own, [](A a, S) { a.mine = true; });
        row("service", Service, [](A a, S) { a.service = true; });
        row("deleted", Deleted, [](A a, S) { a.dead = true; });
        row("seen elsewhere", Seen, [](A a, S) { a.seen = true; });
        row("just young enough", Shown, [](A a, S) { a.ageMs = notifyWithinMs; });
        row("old", Old, [](A a, S) { a.ageMs = notifyWithinMs + 1; });
        row("a clock ahead", Shown, [](A a, S) { a.ageMs = -5'000; });
        row("on screen", OnScreen, [](A a, S) { a.onScreen = true; });
        row("off", Off, [](A, S s) { s.on = false; });
        row("do not disturb", DoNotDisturb, [](A, S s) { s.doNotDisturb = true; });
        row("muted", ChatMuted, [](A a, S) { a.chatMuted = true; });
        row("nobody shows", NobodyShows, [](A a, S) { a.canShow = false; });
        const auto quiet = [&](const char *name, NotifyVerdict verdict, int from, int to, int minute) {
            row(name, verdict, [&](A a, S s) {
                s.quietHours = true;
                s.quietFrom = from;
                s.quietTo = to;
                a.minuteOfDay = minute;
            });
        };
        quiet("night, before midnight", QuietHours, 22 * 60, 7 * 60, 23 * 60);
        quiet("night, after midnight", QuietHours, 22 * 60, 7 * 60, 60);
        quiet("night begins", QuietHours, 22 * 60, 7 * 60, 22 * 60);
        quiet("night is over", Shown, 22 * 60, 7 * 60, 7 * 60);
        quiet("day", QuietHours, 9 * 60, 17 * 60, 12 * 60);
        quiet("not by day", Shown, 9 * 60, 17 * 60, 18 * 60);
        quiet("no time at all", Shown, 60, 60, 60);
        row("the first reason wins", Own, [](A a, S s) {
            a.mine = a.seen = a.onScreen = true;
            s.on = false;
        });
    }
    void theDecision()
    {
        QFETCH(Arrival, arrival);
        QFETCH(NotifySettings, settings);
        QFETCH(NotifyVerdict, verdict);
        QCOMPARE(notifyVerdict(arrival, settings), verdict);
        QVERIFY(!notifyReason(verdict).isEmpty());
    }

    void shownReplacedTakenBackAndClicked()
    {
        const QString program = QStandardPaths::findExecutable(u"dbus-daemon"_s);
        QVERIFY2(!program.isEmpty(), "dbus-daemon is missing (packaging/debian-packages.txt: dbus)");
        QProcess daemon;
        daemon.start(program, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
        QVERIFY(daemon.waitForReadyRead(patience));
        const QString address = QString::fromLatin1(daemon.readLine()).trimmed();
        Desktop desktop;
        QDBusConnection there = QDBusConnection::connectToBus(address, u"there"_s);
        QVERIFY(there.isConnected());
        const auto all = QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals;
        QVERIFY(there.registerObject(u"/org/freedesktop/Notifications"_s, &desktop, all));
        QVERIFY(there.registerService(u"org.freedesktop.Notifications"_s));
        {
            Stage s;
            s.mirror.nowMs = s.clock.wallMs(); // what comes is new
            const ChatId chat = s.chat(3);
            s.seen(chat, 3);
            DBusNotices notices(QDBusConnection::connectToBus(address, u"here"_s));
            NotifySettings settings;
            bool onScreen = false;
            Notifier notifier(s.context, notices, settings, [&](const ChatId &) { return onScreen; });
            QTRY_VERIFY_WITH_TIMEOUT(notices.canShow(), patience);

            s.tell(chat, {s.arrive(chat, 4, u"is <b>this</b> bold?"_s).mid});
            QTRY_COMPARE_WITH_TIMEOUT(desktop.shown.size(), 1, patience);
            QCOMPARE(desktop.shown[0].title, u"Ana Horvat"_s);
            QCOMPARE(desktop.shown[0].body, u"is &lt;b&gt;this&lt;/b&gt; bold?"_s); // her words, no markup
            const uint id = desktop.shown[0].id;

            s.tell(chat, {s.arrive(chat, 5, u"second"_s).mid});
            QTRY_COMPARE_WITH_TIMEOUT(desktop.shown.size(), 2, patience);
            QCOMPARE(desktop.shown[1].id, id); // in the first one's place
            QVERIFY(desktop.shown[1].body.contains(u"and 1 more"_s));

            settings.preview = NotifySettings::Preview::Nothing;
            s.tell(chat, {s.arrive(chat, 6, u"third"_s).mid});
            QTRY_COMPARE_WITH_TIMEOUT(desktop.shown.size(), 3, patience);
            QVERIFY(!(desktop.shown[2].title + desktop.shown[2].body).contains(u"third"_s));
            QVERIFY(!desktop.shown[2].title.contains(u"Ana"_s));

            QSignalSpy clicked(&notices, &Notices::activated);
            desktop.click(id);
            QTRY_COMPARE_WITH_TIMEOUT(clicked.size(), 1, patience);
            QCOMPARE(clicked[0][0].value<ChatId>(), chat);

            onScreen = true;
            s.tell(chat, {s.arrive(chat, 7, u"looked at"_s).mid});
            QCOMPARE(notifier.lastVerdict(), NotifyVerdict::OnScreen);
            QVERIFY(desktop.taken.isEmpty());
            s.seen(chat, 7); // also by another device
            s.tell(chat, {});
            QTRY_COMPARE_WITH_TIMEOUT(desktop.taken, QList<uint>{id}, patience);
            QCOMPARE(desktop.shown.size(), 3);

            settings.doNotDisturb = true;
            QCOMPARE(notifier.test(), NotifyVerdict::DoNotDisturb);
            settings.doNotDisturb = false;
            QCOMPARE(notifier.test(), NotifyVerdict::Shown);
            QTRY_COMPARE_WITH_TIMEOUT(desktop.shown.size(), 4, patience);

            there.unregisterService(u"org.freedesktop.Notifications"_s);
            QTRY_VERIFY_WITH_TIMEOUT(!notices.canShow(), patience);
            QCOMPARE(notifier.test(), NotifyVerdict::NobodyShows);
        }
        QDBusConnection::disconnectFromBus(u"here"_s);
        QDBusConnection::disconnectFromBus(u"there"_s);
        daemon.kill();
        daemon.waitForFinished(patience);
    }

    void settingsTakeEffectAtOnceAndAreKept()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"window.ini"_s);
        Stage s;
        const qreal before = QApplication::font().pointSizeF();
        const QColor light = s.look.theme().window;
        {
            Preferences preferences(file, s.look);
            SettingsDialog::Wishes wishes;
            wishes.testNotification = [] { return NotifyVerdict::QuietHours; };
            wishes.resources = [] { return ResourceReport{50'000'000, 123, {}}; };
            QWidget parent;
            auto *dialog = new SettingsDialog(preferences, std::move(wishes), &parent);
            dialog->open(SettingsDialog::Page::Look);
            for (QComboBox *box : dialog->findChildren<QComboBox *>())
                if (box->accessibleName() == u"Colours") QTest::keyClicks(box, u"Dark"_s);
            QVERIFY(s.look.theme().dark);
            for (QSpinBox *box : dialog->findChildren<QSpinBox *>()) {
                box->setFocus();
                for (int i = 0; i < 5; ++i) QTest::keyClick(box, Qt::Key_Up);
            }
            QCOMPARE(preferences.values().scale, 150);
            QVERIFY(QApplication::font().pointSizeF() > before * 1.4);
            for (QPushButton *button : dialog->findChildren<QPushButton *>())
                if (button->text() == u"Test notification") button->click();
            bool told = false, contract = false;
            for (QLabel *label : dialog->findChildren<QLabel *>()) {
                told |= label->text().contains(u"quiet hours"_s);
                contract |=
                    label->text().contains(u"Memory now: 50"_s) && label->text().contains(u"123 ms"_s);
            }
            QVERIFY(told);
            QVERIFY(contract);
        }
        Look other(Look::Style::Light);
        const Preferences again(file, other);
        QCOMPARE(again.values().scale, 150);
        QVERIFY(other.theme().dark);
        Preferences::Values plain = again.values();
        plain.scale = 100;
        plain.style = Look::Style::Contrast;
        Preferences third(QString(), other);
        QVERIFY(third.set(plain).has_value());
        QCOMPARE(other.theme().chat, QColor(Qt::white));
        plain.style = Look::Style::Light;
        QVERIFY(third.set(plain).has_value());
        QCOMPARE(other.theme().window, light);
    }

    /// List, composer and messages all follow, without a restart.
    void theSizeOfTextIsThatOfTheWholeWindow()
    {
        Stage s;
        const ChatId chat = s.chat(3);
        MainWindow window(s.look);
        window.show();
        Workspace *space = window.showAccount(s.context);
        space->openChat(chat);
        QTRY_VERIFY_WITH_TIMEOUT(space->list()->list()->isVisible(), patience);
        const QImage before = space->list()->list()->grab().toImage();
        const int line = space->pane()->composer()->editor()->height();
        const int row = space->pane()->view()->visualRect(space->pane()->model()->index(1)).height();
        s.look.setText({}, 160);
        QTRY_VERIFY_WITH_TIMEOUT(space->pane()->composer()->editor()->height() > line, patience);
        QTRY_VERIFY_WITH_TIMEOUT(
            space->pane()->view()->visualRect(space->pane()->model()->index(1)).height() > row * 1.2,
            patience);
        QTRY_VERIFY_WITH_TIMEOUT(space->list()->list()->grab().toImage() != before, patience);
        s.look.setText({}, 100);
    }

    void brokenSettingsAreDefaults()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(u"window.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[look]\nstyle=99\nscale=rubbish\n[notify]\nquiet-from=-4\npreview=7\n\0\xff[[");
        file.close();
        Look look(Look::Style::Light);
        const Preferences preferences(file.fileName(), look);
        Preferences::Values expected;
        expected.style = Look::Style::Light;
        QCOMPARE(preferences.values(), expected);
    }

    void linksLeadSomewhereOrNowhere()
    {
        SeededRandom random(3);
        const ChatId chat = ChatId::mint(1, random);
        const QString id = QString::fromLatin1(chat.text());
        QCOMPARE(kithLink(u"kith:chat/"_s + id).chat, chat);
        QCOMPARE(kithLink(u"KITH://message/"_s + id + u'/').mid.value, chat.value);
        QCOMPARE(kithLink(u"kith:user/@Ana"_s).login, u"ana"_s);
        for (const QString &bad : {u""_s, u"kith:"_s, u"kith:chat/"_s, u"kith:chat/xyz"_s,
                                   u"http://chat/"_s + id, u"kith:user/a"_s, u"kith:user/ana\nx"_s,
                                   u"kith:chat/../"_s + id, u"kith:user/"_s + QString(500, u'a')})
            QVERIFY2(kithLink(bad).kind == KithLink::Kind::None, qPrintable(bad));
    }
};

QTEST_MAIN(TestNotify)
#include "tst_notify.moc"
