// The settings in the real window, with a real server and a second device of the same account.
#include "tests/kit/person.h"
#include "tests/kit/server_process.h"
#include "tests/ui/desktop.h"

#include <QComboBox>
#include <QListWidget>
#include <QMessageBox>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace kith;
using namespace kith::test;

namespace {

struct Open {
    Open()
    {
        if (!server.start(data.path())) QTest::qFail("no server", __FILE__, __LINE__);
        desk = std::make_unique<Desktop>(profile.path());
        desk->signUp(server.port());
    }
    SettingsDialog *settings(SettingsDialog::Page page) const
    {
        desk->house->showSettings(page);
        return desk->window().findChild<SettingsDialog *>();
    }
    /// A button that can be seen, by its words without the mark of its key.
    static QPushButton *button(const QString &words)
    {
        for (QWidget *top : QApplication::topLevelWidgets())
            for (QPushButton *one : top->findChildren<QPushButton *>())
                if (one->isVisible() && one->text().remove(u'&') == words) return one;
        return nullptr;
    }
    static void press(const QString &words)
    {
        QTRY_VERIFY2_WITH_TIMEOUT(button(words) && button(words)->isEnabled(), qPrintable(words), patience);
        QTest::keyClick(button(words), Qt::Key_Space);
    }
    template <class W> static W *named(const QString &name)
    {
        for (QWidget *top : QApplication::topLevelWidgets())
            for (W *one : top->findChildren<W *>())
                if (one->isVisible() && one->accessibleName() == name) return one;
        return nullptr;
    }

    QTemporaryDir data, profile;
    ServerProcess server;
    std::unique_ptr<Desktop> desk;
};

/// The account of the window on another device.
ApiResult<wire::SignedIn> signInElsewhere(quint16 port, const QString &password)
{
    AccountApi api(QUrl(u"http://127.0.0.1:%1"_s.arg(port)));
    std::optional<ApiResult<wire::SignedIn>> answer;
    api.login({u"mira"_s, password, {u"old phone"_s, u"kith-test 1"_s}},
              [&](const ApiResult<wire::SignedIn> &result) { answer = result; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, patience)) qFatal("no answer");
    return *answer;
}
bool isIn(const ApiResult<wire::SignedIn> &answer) { return std::holds_alternative<wire::SignedIn>(answer); }

} // namespace

class TestSettings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void devicesAndPassword()
    {
        Open o;
        if (QTest::currentTestFailed()) return;
        QVERIFY(isIn(signInElsewhere(o.server.port(), u"correct horse"_s)));
        o.settings(SettingsDialog::Page::Devices);
        auto *list = Open::named<QTreeWidget>(u"Devices that are signed in"_s);
        QVERIFY(list);
        QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 2, patience);
        int phone = -1;
        for (int i = 0; i < 2; ++i) {
            list->setCurrentItem(list->topLevelItem(i));
            const bool other = list->topLevelItem(i)->text(0) == u"old phone"_s;
            QCOMPARE(Open::button(u"Sign out the chosen one…"_s)->isEnabled(), other); // never this one
            if (other) phone = i;
        }
        QVERIFY(phone >= 0);
        list->setCurrentItem(list->topLevelItem(phone));
        Open::press(u"Sign out the chosen one…"_s);
        Open::press(u"Sign out"_s);
        QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 1, patience);
        QVERIFY(list->topLevelItem(0)->text(0).contains(u"this one"_s));

        Open::press(u"Change password…"_s);
        QTest::keyClicks(Open::named<QLineEdit>(u"Old password"_s), u"not this one"_s);
        QTest::keyClicks(Open::named<QLineEdit>(u"New password"_s), u"battery staple"_s);
        QVERIFY(!Open::button(u"Change"_s)->isEnabled());
        QTest::keyClicks(Open::named<QLineEdit>(u"New password again"_s), u"battery staple"_s);
        Open::press(u"Change"_s);
        QTRY_VERIFY_WITH_TIMEOUT(o.desk->says(u"password is wrong"_s), patience);
        Open::press(u"Change password…"_s);
        QTest::keyClicks(Open::named<QLineEdit>(u"Old password"_s), u"correct horse"_s);
        QTest::keyClicks(Open::named<QLineEdit>(u"New password"_s), u"battery staple"_s);
        QTest::keyClicks(Open::named<QLineEdit>(u"New password again"_s), u"battery staple"_s);
        Open::press(u"Change"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isIn(signInElsewhere(o.server.port(), u"battery staple"_s)), patience);
        QVERIFY(!isIn(signInElsewhere(o.server.port(), u"correct horse"_s)));
    }

    void blockedPeopleAndWhoFindsMe()
    {
        Open o;
        if (QTest::currentTestFailed()) return;
        Person bob(o.server.port(), u"bob"_s);
        QVERIFY(bob.signIn() && bob.open());
        const ChatId chat = o.desk->chatWith(bob, o.profile.path());
        QVERIFY(chat);
        o.settings(SettingsDialog::Page::Privacy);
        auto *list = Open::named<QListWidget>(u"Blocked people"_s);
        QVERIFY(list);
        QCOMPARE(list->count(), 0);
        Open::press(u"Block somebody…"_s);
        QLineEdit *field = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((field = qobject_cast<QLineEdit *>(QApplication::focusWidget())), patience);
        QTest::keyClicks(field, u"bob"_s);
        auto *found = field->window()->findChild<QListView *>();
        QVERIFY(found);
        QTRY_VERIFY_WITH_TIMEOUT(found->model()->rowCount() > 0, patience);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(list->count(), 1, patience);
        QCOMPARE(list->item(0)->text(), u"BOB, @bob"_s);
        // The server holds to it.
        const Mid refused = bob.say(chat, u"are you there?"_s);
        QTRY_COMPARE_WITH_TIMEOUT(bob.tick(refused), Tick::Failed, patience);
        QCOMPARE(bob.message(refused)->refusedCode, u"blocked"_s);
        Open::press(u"Unblock"_s);
        QTRY_COMPARE_WITH_TIMEOUT(list->count(), 0, patience);
        const Mid said = bob.say(chat, u"and now?"_s);
        QTRY_VERIFY_WITH_TIMEOUT(o.desk->find(u"and now?"_s), patience);
        QVERIFY(bob.tick(said) >= Tick::Sent);

        auto *findable = Open::named<QComboBox>(u"Who can find me"_s);
        QTest::keyClick(findable, Qt::Key_End);
        QList<UserInfo> answer;
        bool answered = false;
        connect(&bob.feed, &Feed::usersFound, this,
                [&](quint64, const QList<UserInfo> &users, const QString &) {
                    answer = users;
                    answered = true;
                });
        const auto hidden = [&] {
            answered = false;
            bob.wish().findUsers(1, u"mir"_s);
            return QTest::qWaitFor([&] { return answered; }, patience) && answer.isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(hidden(), patience);
    }

    void theProxyBeforeAnybodyIsSignedIn()
    {
        QTemporaryDir data, profile;
        ServerProcess server;
        QVERIFY(server.start(data.path()));
        Desktop desk(profile.path());
        const QString address = u"http://127.0.0.1:%1"_s.arg(server.port());
        QTest::keyClicks(desk.field(u"Server"_s), address);
        Open::press(u"Proxy settings…"_s);
        QTRY_VERIFY_WITH_TIMEOUT(Open::named<QLineEdit>(u"Server to test"_s), patience);
        QCOMPARE(Open::named<QLineEdit>(u"Server to test"_s)->text(), address);
        auto *kind = Open::named<QComboBox>(u"Proxy"_s);
        kind->setCurrentIndex(int(ProxyChoice::Kind::None));
        Open::press(u"Test the way"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.says(u"The whole way is open"_s), patience);
        kind->setCurrentIndex(int(ProxyChoice::Kind::Socks5));
        QTest::keyClicks(Open::named<QLineEdit>(u"Address of the proxy"_s), u"no-such-proxy.invalid"_s);
        Open::press(u"Test the way"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.says(u"It ends here: Finding the address"_s), patience);
        QTest::keyClicks(Open::named<QLineEdit>(u"Password for the proxy"_s), u"open sesame"_s);
        Open::press(u"Use this"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.says(u"Used from now on"_s), patience);
        QCOMPARE(desk.house->preferences().values().proxy.host, u"no-such-proxy.invalid"_s);
        QFile kept(profile.path() + u"/window.ini"_s);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        const QByteArray text = kept.readAll();
        QVERIFY(text.contains("no-such-proxy.invalid") && !text.contains("sesame"));
        kind->setCurrentIndex(int(ProxyChoice::Kind::System)); // of the process: the next test wants none
        Open::press(u"Use this"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.house->preferences().values().proxy.kind, ProxyChoice::Kind::System,
                                  patience);
    }

    void signingOutTellsWhatDies()
    {
        Open o;
        if (QTest::currentTestFailed()) return;
        Person bob(o.server.port(), u"bob"_s);
        QVERIFY(bob.signIn() && bob.open());
        QVERIFY(o.desk->chatWith(bob, o.profile.path()));
        const QString folder = Profile::open(o.profile.path())
                                   ->accountDir(Profile::open(o.profile.path())->accounts().front().id);
        o.server.kill();
        o.desk->write(u"never sent"_s);
        QTRY_COMPARE_WITH_TIMEOUT(o.desk->tick(u"never sent"_s), Tick::Queued, patience);
        o.settings(SettingsDialog::Page::Devices);
        Open::press(u"Sign out of this computer…"_s);
        QTRY_VERIFY_WITH_TIMEOUT(Open::button(u"Sign out and lose them"_s), patience);
        auto *box = qobject_cast<QMessageBox *>(Open::button(u"Sign out and lose them"_s)->window());
        QVERIFY2(box && box->informativeText().startsWith(u"1 change"_s), qPrintable(box->informativeText()));
        Open::press(u"Sign out and lose them"_s);
        // Without a server the device would stay signed in there: nothing is removed here.
        QTRY_VERIFY_WITH_TIMEOUT(o.desk->says(u"Check the network and the address"_s), patience);
        QVERIFY(o.desk->find(u"never sent"_s));
        QVERIFY(o.server.start(o.data.path(), o.server.port()));
        QTRY_VERIFY_WITH_TIMEOUT(o.desk->tick(u"never sent"_s) >= Tick::Sent, patience);
        Open::press(u"Sign out of this computer…"_s);
        Open::press(u"Sign out"_s);
        QTRY_VERIFY_WITH_TIMEOUT(o.desk->window().signInPage(), patience);
        QVERIFY(!QFileInfo::exists(folder));
        QVERIFY(Profile::open(o.profile.path())->accounts().empty());
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
