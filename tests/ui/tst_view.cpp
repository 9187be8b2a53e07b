// The conversation stays where the reader is.
#include "tests/ui/stage.h"
#include "ui/dialogs/date_dialog.h"
#include "ui/dialogs/forward_dialog.h"
#include "ui/dialogs/versions_dialog.h"
#include "ui/main_window.h"

#include <QAccessible>
#include <QClipboard>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace kith;

namespace {

struct Shown {
    explicit Shown(int messages, int read)
    {
        registerFeedTypes();
        chat = stage.chat(messages);
        stage.seen(chat, read);
        window.resize(900, 600);
        window.show();
        space = window.showAccount(stage.context);
        space->openChat(chat);
        QCoreApplication::processEvents();
    }
    MessageView &view() { return *space->pane()->view(); }
    MessageListModel &model() { return *space->pane()->model(); }
    int topOf(const Mid &mid) { return view().visualRect(model().index(model().rowOf(mid))).top(); }
    Mid inTheMiddle()
    {
        return model().row(view().indexAt({50, view().viewport()->height() / 2}).row()).message.row.mid;
    }
    void settle()
    {
        for (int i = 0; i < 10; ++i) QCoreApplication::processEvents();
    }

    Stage stage;
    ChatId chat;
    MainWindow window{stage.look};
    Workspace *space = nullptr;
};

template <class W> W *named(const QWidget &in, const QString &name)
{
    for (W *one : in.findChildren<W *>())
        if (one->accessibleName() == name) return one;
    return nullptr;
}

} // namespace

class TestView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void messagesAreChosenByKeyAndForwarded()
    {
        Shown s(20, 20);
        const ChatId other = s.stage.chat(1);
        s.stage.tell(other, {});
        s.settle();
        MessageView &view = s.view();
        view.setFocus();
        view.setCurrentIndex(s.model().index(10));
        s.model().setChoosing(true);
        QTest::keyClick(&view, Qt::Key_Space);
        QTest::keyClick(&view, Qt::Key_Up);
        QTest::keyClick(&view, Qt::Key_Space);
        const std::vector<Mid> chosen = s.model().chosen();
        QCOMPARE(chosen.size(), size_t(2));
        QCOMPARE(chosen[0], s.model().row(9).message.row.mid); // oldest first, whatever was chosen first
        QVERIFY(s.model().index(10).data(Qt::AccessibleTextRole).toString().startsWith(u"chosen"_s));

        // The dialog: what is typed narrows, Enter sends, in the order of the conversation.
        QTimer::singleShot(0, qApp, [&] {
            auto *dialog = qobject_cast<ForwardDialog *>(QApplication::activeModalWidget());
            if (!dialog) return;
            for (QListView *list : dialog->findChildren<QListView *>())
                for (int row = 0; row < list->model()->rowCount(); ++row) {
                    list->setCurrentIndex(list->model()->index(row, 0));
                    if (dialog->chat() == other) break;
                }
            QTest::keyClick(dialog, Qt::Key_Return);
        });
        auto *forward = named<QPushButton>(s.window, u"Forward the chosen messages"_s);
        QVERIFY(forward && forward->isVisible());
        QTest::mouseClick(forward, Qt::LeftButton);
        QCOMPARE(s.stage.commands.forwarded,
                 (std::vector<std::pair<ChatId, Mid>>{{other, chosen[0]}, {other, chosen[1]}}));
        QVERIFY(!s.model().choosing());
        QCOMPARE(s.space->pane()->chat(), other);
    }
    void aDeletionCanBeTakenBack()
    {
        Shown s(6, 6);
        SilentCommands &commands = s.stage.commands;
        const auto wished = [&](const QString &call) { return commands.calls.count(call); };
        const auto choose = [&](const QString &action) {
            int own = 0;
            while (!s.model().row(own).message.mine) ++own;
            QTimer::singleShot(0, qApp, [action] {
                auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
                for (QAction *one : menu ? menu->actions() : QList<QAction *>())
                    if (one->text() == action) menu->setActiveAction(one);
                if (menu) QTest::keyClick(menu, Qt::Key_Return);
            });
            Q_EMIT s.view().menuWanted(own, {});
            return own;
        };
        auto *undo = named<QPushButton>(s.window, u"Undo"_s);
        QVERIFY(undo);
        int row = choose(u"Delete for everyone"_s);
        QVERIFY(undo->isVisible());
        QVERIFY(s.model().row(row).leaving);
        QCOMPARE(wished(u"delete"_s), 0); // the others have not seen it go
        QTest::keyClick(undo, Qt::Key_Space);
        QVERIFY(!s.model().row(row).leaving);
        QVERIFY(!undo->isVisible());
        QCOMPARE(wished(u"delete"_s), 0);

        row = choose(u"Delete for everyone"_s);
        s.space->openChat(s.stage.chat(1)); // going away is no way back
        QCOMPARE(wished(u"delete"_s), 1);
        s.space->openChat(s.chat);

        choose(u"Delete for me"_s);
        QCOMPARE(wished(u"hide"_s), 1);
        QTest::mouseClick(undo, Qt::LeftButton);
        QCOMPARE(wished(u"show"_s), 1);
    }
    void aDayIsGoneTo()
    {
        Shown s(300, 300);
        QTimer::singleShot(0, qApp, [] {
            auto *dialog = qobject_cast<DateDialog *>(QApplication::activeModalWidget());
            if (dialog) QTest::keyClick(dialog, Qt::Key_Return);
        });
        s.space->pane()->askDay(s.model().row(0).message.row.atMs);
        QVERIFY(s.stage.commands.dateAsked > 0);
        DatePlace place;
        place.question = s.stage.commands.dateAsked;
        place.chat = s.chat;
        place.seq = {40};
        Q_EMIT s.stage.feed.dateFound(place);
        s.settle();
        const int row = s.model().rowAt({40});
        QVERIFY(row >= 0);
        QCOMPARE(s.model().row(row).message.row.seq, Seq{40});
        QVERIFY(s.view().visualRect(s.model().index(row)).isValid());
    }
    void earlierTextsAreShown()
    {
        Shown s(3, 3);
        Message m = s.model().row(2).message;
        m.row.body = u"third"_s;
        VersionsDialog dialog(s.stage.context, m, &s.window);
        MessageVersions told;
        told.question = s.stage.commands.versionsAsked;
        told.mid = m.row.mid;
        told.versions = {{0, u"first"_s, {}, 1}, {1, u"second"_s, {{EntityKind::Bold, 0, 6, {}, {}}}, 2}};
        told.whole = true;
        Q_EMIT s.stage.feed.versionsTold(told);
        const QString text = dialog.text();
        QVERIFY(text.indexOf(u"third"_s) < text.indexOf(u"second"_s));
        QVERIFY(text.indexOf(u"second"_s) < text.indexOf(u"first"_s));
        VersionsDialog away(s.stage.context, m, &s.window);
        told.question = s.stage.commands.versionsAsked;
        told.versions.clear();
        told.errorCode = u"offline"_s;
        Q_EMIT s.stage.feed.versionsTold(told);
        bool said = false;
        for (const QLabel *label : away.findChildren<QLabel *>())
            said |= label->text().startsWith(u"The earlier texts cannot be shown."_s);
        QVERIFY(said);
    }
    void newMessagesAreFollowedOnlyAtTheBottom()
    {
        Shown s(200, 200);
        QVERIFY(s.view().atBottom());
        s.stage.tell(s.chat, {s.stage.arrive(s.chat, 201, u"followed"_s).mid});
        s.settle();
        QVERIFY(s.view().atBottom());
        QCOMPARE(
            s.model().row(s.view().indexAt({50, s.view().viewport()->height() - 12}).row()).message.row.body,
            u"followed"_s);
        QTest::keyClick(&s.view(), Qt::Key_PageUp);
        s.settle();
        QVERIFY(!s.view().atBottom());
        const Mid read = s.inTheMiddle();
        const int top = s.topOf(read);
        for (int i = 202; i < 230; ++i)
            s.stage.tell(s.chat, {s.stage.arrive(s.chat, i, u"not followed"_s).mid});
        s.settle();
        QCOMPARE(s.topOf(read), top);
    }

    void textIsSelectedAndCopied()
    {
        Shown s(0, 0);
        const MessageRow row = s.stage.arrive(s.chat, 1, u"alpha beta gamma"_s);
        s.stage.tell(s.chat, {row.mid});
        s.settle();
        MessageView &view = s.view();
        const QRect rect = view.visualRect(s.model().index(s.model().rowOf(row.mid)));
        const BubbleLayout l = layoutRow(s.model().row(s.model().rowOf(row.mid)), rect.width(),
                                         BubbleFonts::fromApplication(), s.stage.clock.wallMs(), false);
        const auto pointOf = [&](int cursor) {
            const QTextLine line = l.body->lineAt(0);
            return (QPointF(line.cursorToX(cursor), line.height() / 2) + l.bodyAt + rect.topLeft()).toPoint();
        };
        const auto copied = [&] {
            QGuiApplication::clipboard()->clear();
            QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
            return QGuiApplication::clipboard()->text();
        };
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, pointOf(6));
        QTest::mouseMove(view.viewport(), pointOf(8));
        QMouseEvent move(QEvent::MouseMove, pointOf(10), view.viewport()->mapToGlobal(pointOf(10)),
                         Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(view.viewport(), &move);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, pointOf(10));
        QCOMPARE(view.selectedText(), u"beta"_s);
        QCOMPARE(copied(), u"beta"_s);
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, pointOf(13));
        QCOMPARE(copied(), u"gamma"_s);
        QTest::keyClick(&view, Qt::Key_Escape);
        QCOMPARE(view.selectedText(), QString());
        // Without a mouse: the message that the keyboard is on.
        view.setCurrentIndex(s.model().index(s.model().rowOf(row.mid)));
        QCOMPARE(copied(), u"alpha beta gamma"_s);
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(view.selectedText(), u"alpha beta gamma"_s);
    }

    void pagingUpMovesNothing()
    {
        Shown s(1200, 1200);
        int steps = 0;
        while (s.model().row(0).message.row.seq.value > 1 && steps++ < 300) {
            QTest::keyClick(&s.view(), Qt::Key_PageUp);
            const Mid read = s.inTheMiddle();
            const int top = s.topOf(read);
            s.settle(); // older pages come in, newer ones leave the window
            QCOMPARE(s.topOf(read), top);
            QVERIFY(s.model().rowCount() <= MessageListModel::most);
        }
        QCOMPARE(s.model().row(0).message.row.seq.value, 1);
        QTest::keyClick(&s.view(), Qt::Key_End);
        s.settle();
        QVERIFY(s.view().atBottom());
        QCOMPARE(s.model().row(s.model().rowCount() - 1).message.row.seq.value, 1200);
    }

    void aChangeAboveMovesNothing()
    {
        Shown s(100, 100);
        QTest::keyClick(&s.view(), Qt::Key_PageUp);
        s.settle();
        const Mid read = s.inTheMiddle();
        const int row = s.model().rowOf(read), top = s.topOf(read);
        MessageRow above = s.model().row(row - 2).message.row;
        above.body = QString(u"a much longer text than before. "_s).repeated(20);
        above.rev = {5000};
        above.ev = 1;
        s.stage.mirror.put(s.chat, above);
        s.stage.tell(s.chat, {above.mid});
        s.settle();
        QCOMPARE(s.topOf(read), top);
    }

    void aChatOpensAtItsFirstUnreadMessage()
    {
        Shown s(300, 250);
        const int unread = s.model().firstUnreadRow();
        QVERIFY(unread >= 0);
        const QRect where = s.view().visualRect(s.model().index(unread));
        QVERIFY2(where.isValid() && where.top() >= 0 && where.top() < s.view().viewport()->height() / 2,
                 qPrintable(QString::number(where.top())));
        QVERIFY(s.model().row(unread).message.row.seq.value > 250);
    }

    void onlyWhatWasSeenLongEnoughIsMarkedRead()
    {
        Shown s(300, 250);
        if (!s.window.isActiveWindow()) QSKIP("no active window on this platform");
        s.settle();
        QVERIFY(s.stage.commands.seen.empty()); // opening is not reading
        s.stage.clock.advance(600);
        QTRY_VERIFY(!s.stage.commands.seen.empty());
        const QModelIndex low = s.view().indexAt({50, s.view().viewport()->height() - 4});
        const qint64 lowest = s.model().row(low.row()).message.row.seq.value;
        QVERIFY(s.stage.commands.seen.back().value <= lowest);
        QVERIFY(s.stage.commands.seen.back().value >= lowest - 1);
        QVERIFY(lowest < 300);
    }

    void startingOpensNoChat()
    {
        Stage s;
        s.chat(3);
        MainWindow window(s.look);
        Workspace *space = window.showAccount(s.context);
        window.show();
        window.activateWindow();
        space->list()->list()->setFocus();
        for (int i = 0; i < 10; ++i) QCoreApplication::processEvents();
        QVERIFY(!space->pane()->chat());
        QVERIFY(s.commands.seen.empty());
        QTest::keyClick(space->list()->list(), Qt::Key_Down);
        QVERIFY(space->pane()->chat());
    }

    void theRowsAreInTheAccessibilityTree()
    {
        Shown s(20, 20);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&s.view());
        QVERIFY(list);
        QCOMPARE(list->childCount(), s.model().rowCount());
        QVERIFY(list->child(0)->text(QAccessible::Name).contains(u"message number 1"_s));
    }

    void aHoleIsLoadedByItsButton()
    {
        Shown s(5, 5);
        MirrorFixture::require(s.stage.mirror.mirror->write([&] {
            s.stage.mirror.mirror->ranges.replace(s.chat,
                                                  {{{1}, {5}, std::nullopt}, {{9}, {9}, std::nullopt}});
        }));
        s.stage.mirror.put(s.chat, s.stage.mirror.row(9, s.stage.ana, u"after the hole"_s));
        ChangeSet changes;
        changes.chats[s.chat].holes = true;
        Q_EMIT s.stage.feed.changed(changes);
        s.settle();
        QCOMPARE(s.model().row(5).kind, TimelineRow::Kind::Hole);
        const QRect row = s.view().visualRect(s.model().index(5));
        QTest::mouseClick(s.view().viewport(), Qt::LeftButton, {}, row.center() + QPoint(0, 2));
        QCOMPARE(s.stage.commands.holes.size(), size_t(1));
        QCOMPARE(s.stage.commands.holes[0].first.value, 6);
        QCOMPARE(s.stage.commands.holes[0].second.value, 8);
    }
};

QTEST_MAIN(TestView)
#include "tst_view.moc"
