// Every control has a name: what a screen reader cannot say, is not there.
#include "tests/ui/lively.h"
#include "tests/ui/stage.h"
#include "ui/dialogs/chat_info_dialog.h"
#include "ui/dialogs/new_chat_dialogs.h"
#include "ui/main_window.h"

#include <QAccessible>
#include <QPushButton>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace kith;

namespace {

struct NoServer final : SignInPort {
    void check(const QString &, std::function<void(const ServerCheck &)>) override {}
    void signIn(const Request &, std::function<void(Status)>) override {}
};

QStringList unnamed(const QWidget &root)
{
    QStringList faults;
    const auto widgets = root.findChildren<QWidget *>();
    for (QWidget *w : widgets) {
        if (w->focusPolicy() == Qt::NoFocus && !qobject_cast<QAbstractButton *>(w)) continue;
        if (qobject_cast<QScrollBar *>(w) || w->focusProxy()) continue;
        if (qobject_cast<QAbstractScrollArea *>(w->parentWidget()) &&
            w->objectName() == u"qt_scrollarea_viewport")
            continue;
        if (QByteArray(w->metaObject()->className()).contains("QLineEditIconButton"))
            continue; // named by its action
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(w);
        if (!face || face->text(QAccessible::Name).trimmed().isEmpty())
            faults << QString::fromLatin1(w->metaObject()->className()) + u' ' + w->objectName();
    }
    return faults;
}

} // namespace

class TestNames : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { registerFeedTypes(); }

    void theSignInPage()
    {
        Look look(Look::Style::Light);
        NoServer port;
        SignInPage page(port, look);
        QCOMPARE(unnamed(page), QStringList());
    }
    void theWindow()
    {
        Stage s;
        const ChatId chat = s.chat(3);
        MainWindow window(s.look);
        window.show();
        window.showAccount(s.context)->openChat(chat);
        QCOMPARE(unnamed(window), QStringList());
    }
    void theDialogs()
    {
        Stage s;
        const ChatId chat = s.chat(3);
        const LiveState live(s.context);
        QCOMPARE(unnamed(NewChatDialog(s.context, u"New chat"_s, {})), QStringList());
        QCOMPARE(unnamed(NewGroupDialog(s.context)), QStringList());
        QCOMPARE(unnamed(ChatInfoDialog(s.context, live, chat)), QStringList());
    }
    void theWalkSeesAnUnnamedControl()
    {
        QWidget root;
        new QPushButton(&root);
        QCOMPARE(unnamed(root).size(), 1);
    }
    void everyRowOfALivelyMirrorSpeaks()
    {
        Stage s;
        const Lively world(s.clock.wallMs());
        const auto reader = world.mirror.reader();
        const Context context{*reader, s.commands, s.feed, s.clock, s.random, s.look};
        const LiveState live(context);
        ChatListModel chats(context, live);
        QVERIFY(chats.rowCount() >= 6);
        for (int i = 0; i < chats.rowCount(); ++i) {
            QVERIFY(!chats.index(i).data(Qt::AccessibleTextRole).toString().isEmpty());
            MessageListModel model(context);
            model.open(chats.chatAt(i));
            QVERIFY(model.rowCount() > 0);
            for (int row = 0; row < model.rowCount(); ++row)
                QVERIFY(!model.index(row).data(Qt::AccessibleTextRole).toString().isEmpty());
        }
    }
};

QTEST_MAIN(TestNames)
#include "tst_names.moc"
