// The real window, driven by keyboard, with a real server in its own process and a second real client.
#include "app/desktop/single_instance.h"
#include "tests/kit/person.h"
#include "tests/kit/server_process.h"
#include "tests/ui/desktop.h"
#include "ui/dialogs/forward_dialog.h"
#include "ui/dialogs/versions_dialog.h"

#include <QListView>
#include <QSignalSpy>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace kith;
using namespace kith::test;

class TestWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theMainJobByKeyboard()
    {
        QTemporaryDir data, profile;
        ServerProcess server;
        QVERIFY(server.start(data.path()));
        const quint16 port = server.port();
        Person bob(port, u"bob"_s);
        QVERIFY(bob.signIn() && bob.open());
        {
            Desktop desk(profile.path());
            QVERIFY(desk.started.has_value());
            desk.signUp(port);
            if (QTest::currentTestFailed()) return;
            talk(desk, bob);
            if (QTest::currentTestFailed()) return;
            scroll(desk, bob);
            if (QTest::currentTestFailed()) return;
            server.kill();
            desk.write(u"written without a server"_s);
            QTRY_COMPARE_WITH_TIMEOUT(desk.tick(u"written without a server"_s), Tick::Queued, patience);
            QCOMPARE(desk.pane().composer()->text(), QString());
            QTest::keyClicks(desk.editor(), u"half a thought"_s);
        }
        offline(profile.path());
        if (QTest::currentTestFailed()) return;
        QVERIFY(server.start(data.path(), port));
        Desktop desk(profile.path());
        QTRY_VERIFY_WITH_TIMEOUT(desk.says(u"Connected"_s), patience);
        openFirst(desk);
        QTRY_VERIFY_WITH_TIMEOUT(desk.tick(u"written without a server"_s) >= Tick::Sent, patience);
        bob.wish().connectNow();
        const ChatId chat = desk.pane().chat();
        QTRY_COMPARE_WITH_TIMEOUT(bob.inChat(chat, u"written without a server"_s), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(desk.tick(u"written without a server"_s) >= Tick::Delivered, patience);
    }

    void whatIsMeantByATextReachesTheOthers()
    {
        QTemporaryDir data, profile;
        ServerProcess server;
        QVERIFY(server.start(data.path()));
        Person bob(server.port(), u"bob"_s);
        QVERIFY(bob.signIn() && bob.open());
        Desktop desk(profile.path());
        desk.signUp(server.port());
        if (QTest::currentTestFailed()) return;
        const ChatId chat = desk.chatWith(bob, profile.path());
        QVERIFY(chat);
        const auto atBob = [&](const QString &text) -> std::optional<Message> {
            const auto page = bob.see().newest(chat, 50);
            if (page)
                for (const Message &m : page->messages)
                    if (m.row.body == text && !m.forward) return m;
            return std::nullopt;
        };

        desk.write(u"see *you* at `six`"_s);
        QTRY_VERIFY_WITH_TIMEOUT(atBob(u"see you at six"_s), patience);
        const Message sent = *atBob(u"see you at six"_s);
        const Entity bold{EntityKind::Bold, 4, 3, {}, {}}, code{EntityKind::Code, 11, 3, {}, {}};
        QVERIFY(sent.entities == (std::vector<Entity>{bold, code}));
        QTRY_VERIFY_WITH_TIMEOUT(desk.tick(u"see you at six"_s) >= Tick::Sent, patience);

        // Changed: what was bold still is; the earlier text is there for whoever asks.
        QTest::keyClick(desk.editor(), Qt::Key_Up);
        QCOMPARE(desk.pane().composer()->text(), u"see *you* at `six`"_s);
        QTest::keyClicks(desk.editor(), u"!"_s);
        QTest::keyClick(desk.editor(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(atBob(u"see you at six!"_s), patience);
        QVERIFY(atBob(u"see you at six!"_s)->entities == (std::vector<Entity>{bold, code}));
        QTRY_VERIFY_WITH_TIMEOUT(
            desk.find(u"see you at six!"_s) && !desk.find(u"see you at six!"_s)->changeWaiting, patience);
        {
            VersionsDialog versions(desk.window().workspace()->context(), *desk.find(u"see you at six!"_s));
            QTRY_VERIFY_WITH_TIMEOUT(versions.text().split(u'\n').contains(u"see you at six"_s), patience);
        }

        // Forwarded: Enter takes the first chat.
        const Mid answer = bob.say(chat, u"the harbour gate"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.find(u"the harbour gate"_s), patience);
        QTimer::singleShot(0, qApp, [] {
            if (auto *dialog = qobject_cast<ForwardDialog *>(QApplication::activeModalWidget()))
                QTest::keyClick(dialog, Qt::Key_Return);
        });
        Q_EMIT desk.pane().forwardWanted({answer});
        const auto forwarded = [&]() -> std::optional<Message> {
            const auto page = bob.see().newest(chat, 50);
            if (page)
                for (const Message &m : page->messages)
                    if (m.forward) return m;
            return std::nullopt;
        };
        QTRY_VERIFY_WITH_TIMEOUT(forwarded(), patience);
        QCOMPARE(forwarded()->row.body, u"the harbour gate"_s);
        QCOMPARE(forwarded()->forward->name, u"BOB"_s);
    }

    void aSecondProgramOnTheSameAccountIsToldSo()
    {
        QTemporaryDir data, profile;
        ServerProcess server;
        QVERIFY(server.start(data.path()));
        Desktop desk(profile.path());
        desk.signUp(server.port());
        if (QTest::currentTestFailed()) return;
        Desktop second(profile.path());
        QVERIFY(!second.started);
        QCOMPARE(second.started.error().code, Errc::Locked);
    }

    void aSecondStartRaisesTheFirstWindow()
    {
        QTemporaryDir profile;
        SingleInstance first(profile.path()), second(profile.path());
        QVERIFY(!second.handOver({})); // nobody is there yet
        QVERIFY(first.listen());
        QSignalSpy wanted(&first, &SingleInstance::wanted);
        // It asks and waits for the answer, as another process would: in a thread of its own.
        bool taken = false;
        const std::unique_ptr<QThread> other(QThread::create([&] {
            SingleInstance third(profile.path());
            taken = third.handOver(u"kith:user/ana"_s);
        }));
        other->start();
        QTRY_COMPARE_WITH_TIMEOUT(wanted.size(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(other->isFinished(), patience);
        QVERIFY(taken);
        QCOMPARE(wanted[0][0].toString(), u"kith:user/ana"_s);
    }

    void withoutATrayClosingIsNotHiding()
    {
        QTemporaryDir profile;
        Desktop desk(profile.path());
        QVERIFY(!desk.house->tray().isThere()); // the platform of the tests has none
        QSignalSpy closed(&desk.window(), &MainWindow::closed);
        desk.window().close();
        QCOMPARE(closed.size(), 1);
    }

    void aWrongPasswordIsNotANetworkFault()
    {
        QTemporaryDir data, profile;
        ServerProcess server;
        QVERIFY(server.start(data.path()));
        Desktop desk(profile.path());
        QTest::keyClicks(desk.field(u"Server"_s), u"http://127.0.0.1:%1"_s.arg(server.port()));
        QTRY_VERIFY_WITH_TIMEOUT(desk.button(u"Sign in"_s)->isEnabled(), patience);
        QTest::keyClicks(desk.field(u"Login"_s), u"nobody"_s);
        QTest::keyClicks(desk.field(u"Password"_s), u"wrong password"_s);
        QTest::keyClick(desk.field(u"Password"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(desk.says(u"Login or password is wrong"_s), patience);
        server.kill();
        QTest::keyClick(desk.field(u"Password"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(desk.says(u"No connection to the server"_s), patience);
        QVERIFY(desk.window().signInPage());
        QCOMPARE(Profile::open(profile.path())->accounts().size(), size_t(0));
    }

private:
    static void talk(Desktop &desk, Person &bob)
    {
        QTest::keyClick(&desk.window(), Qt::Key_K, Qt::ControlModifier);
        QLineEdit *search = desk.field(u"Search chats, people and messages"_s);
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"bob"_s);
        QListView *found = nullptr;
        for (QListView *list : desk.window().findChildren<QListView *>()) {
            if (list->accessibleName() == u"Search results") found = list;
        }
        QTRY_VERIFY_WITH_TIMEOUT(found->model()->rowCount() == 3, patience); // what is held, heading, Bob
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(desk.pane().chat(), patience);
        desk.write(u"hello Bob"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.pane().composer()->text(), QString(), patience);
        const ChatId chat = desk.pane().chat();
        QTRY_COMPARE_WITH_TIMEOUT(bob.inChat(chat, u"hello Bob"_s), 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(desk.tick(u"hello Bob"_s), Tick::Delivered, patience);
        bob.wish().markSeen(chat, bob.head(chat));
        QTRY_COMPARE_WITH_TIMEOUT(desk.tick(u"hello Bob"_s), Tick::Seen, patience);
        const Mid answer = bob.say(chat, u"hello Mira"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.find(u"hello Mira"_s), patience);
        if (desk.window().isActiveWindow()) QTRY_COMPARE_WITH_TIMEOUT(bob.tick(answer), Tick::Seen, patience);
    }
    static void scroll(Desktop &desk, Person &bob)
    {
        const ChatId chat = desk.pane().chat();
        for (int i = 0; i < 150; ++i) bob.say(chat, u"line %1"_s.arg(i));
        QTRY_VERIFY_WITH_TIMEOUT(desk.find(u"line 149"_s), patience);
        QVERIFY(desk.pane().view()->atBottom());
        const auto shown = [&](const QString &text) {
            const Message *m = desk.find(text);
            return m && desk.pane()
                            .view()
                            ->visualRect(desk.model().index(desk.model().rowOf(m->row.mid)))
                            .isValid();
        };
        QVERIFY(!shown(u"hello Bob"_s));
        for (int i = 0; i < 60 && !shown(u"hello Bob"_s); ++i) {
            QTest::keyClick(desk.editor(), Qt::Key_PageUp);
            QCoreApplication::processEvents();
        }
        QVERIFY(shown(u"hello Bob"_s));
        QVERIFY(!desk.pane().view()->atBottom());
        QTest::keyClick(desk.pane().view(), Qt::Key_End);
        QVERIFY(desk.pane().view()->atBottom());
        QTest::keyClicks(desk.pane().view(), u"typed"_s); // typing anywhere goes to the composer
        QCOMPARE(desk.pane().composer()->text(), u"typed"_s);
        QTest::keyClick(desk.editor(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(desk.editor(), Qt::Key_Delete);
    }
    static void openFirst(Desktop &desk)
    {
        QVERIFY(desk.started.has_value());
        QVERIFY(desk.window().workspace()); // never the sign-in page
        QTRY_VERIFY(desk.window().isActiveWindow());
        QVERIFY(!desk.pane().chat()); // starting opens nothing
        QTest::keyClick(&desk.window(), Qt::Key_Down, Qt::AltModifier);
        QTRY_VERIFY(desk.pane().chat());
        QTest::keyClick(desk.pane().view(), Qt::Key_End); // it may have opened at the first unread message
    }
    static void offline(const QString &profile)
    {
        Desktop desk(profile, false);
        QTRY_VERIFY(desk.says(u"Working offline"_s));
        openFirst(desk);
        QCOMPARE(desk.tick(u"written without a server"_s), Tick::Queued);
        QVERIFY(desk.find(u"line 149"_s));
        QCOMPARE(desk.pane().composer()->text(), u"half a thought"_s);
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
