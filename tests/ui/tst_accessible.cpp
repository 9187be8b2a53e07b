// The window as a screen reader meets it: the accessibility tree is walked, not the widgets; and as somebody
// meets it who has no mouse.
#include "tests/ui/lively.h"
#include "tests/ui/stage.h"
#include "tests/ui/still_ports.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/send_files_dialog.h"
#include "ui/dialogs/story_dialog.h"
#include "ui/dialogs/verify_dialog.h"
#include "ui/main_window.h"
#include "ui/media/viewer.h"
#include "ui/settings/settings_dialog.h"

#include <QAccessible>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace kith;

namespace {

bool speaks(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::List:
    case QAccessible::ListItem:
    case QAccessible::StaticText:
    case QAccessible::PageTab:
    case QAccessible::Dialog:
    case QAccessible::Window:
    case QAccessible::Graphic:
        return true;
    default:
        return false;
    }
}

/// Everything below `face` that can be seen and has no name or no role.
void walk(QAccessibleInterface *face, const QString &path, QStringList &faults, int &seen)
{
    if (!face || !face->isValid() || face->state().invisible) return;
    ++seen;
    const QString here =
        path + u'/' +
        (face->object() ? QString::fromLatin1(face->object()->metaObject()->className()) : u"row"_s);
    const QString name = face->text(QAccessible::Name).trimmed();
    if (face->role() == QAccessible::NoRole) faults << here + u": no role"_s;
    if (speaks(face->role()) && name.isEmpty()) faults << here + u": no name"_s;
    if (face->state().focusable && !speaks(face->role()) && name.isEmpty() && !face->parent())
        faults << here + u": takes the focus without a name"_s;
    for (int i = 0; i < face->childCount(); ++i) walk(face->child(i), here, faults, seen);
}

QString faultsOf(QWidget &root, int atLeast)
{
    QStringList faults;
    int seen = 0;
    walk(QAccessible::queryAccessibleInterface(&root), {}, faults, seen);
    if (seen < atLeast) faults << u"only %1 things were met"_s.arg(seen);
    return faults.join(u'\n');
}

struct Shown {
    Shown()
    {
        registerFeedTypes();
        window.resize(1000, 700);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window)) qFatal("the window does not become active");
        space = window.showAccount(context);
        if (!QTest::qWaitFor([this] { return space->list()->list()->isVisible(); })) qFatal("no list");
    }
    Stage stage;
    Lively world{stage.clock.wallMs()};
    std::unique_ptr<Reader> reader = world.mirror.reader();
    Context context{*reader, stage.commands, stage.feed, stage.clock, stage.random, stage.look};
    MainWindow window{stage.look};
    Workspace *space = nullptr;
};

} // namespace

class TestAccessible : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theTree()
    {
        Shown s;
        for (const ChatId &chat : {s.world.direct, s.world.group, s.world.quiet, s.world.files}) {
            s.space->openChat(chat);
            QCOMPARE(faultsOf(s.window, 30), QString());
        }
        s.space->searchHere();
        QCOMPARE(faultsOf(s.window, 30), QString());
        s.space->list()->focusSearch();
        for (QLineEdit *field : s.window.findChildren<QLineEdit *>())
            if (field->hasFocus()) QTest::keyClicks(field, u"boat"_s);
        QCOMPARE(faultsOf(s.window, 20), QString());
    }

    void theDialogs()
    {
        Shown s;
        const LiveState live(s.context);
        s.space->openChat(s.world.files);
        StoryDialog story(s.context, live, s.world.direct,
                          s.reader->newest(s.world.direct, 1)->messages[0].row.mid, &s.window);
        VerifyDialog verify(s.context, {}, &s.window);
        SendFilesDialog files(s.context, *s.space->media(), u"Ben"_s, &s.window);
        files.setAttribute(Qt::WA_DeleteOnClose, false);
        files.add({s.world.mirror.file(), s.world.mirror.folder.path()});
        Viewer viewer(s.context, *s.space->pane()->model(), *s.space->media(), &s.window);
        viewer.setAttribute(Qt::WA_DeleteOnClose, false);
        viewer.show(s.reader->newest(s.world.files, 3)->messages[0], 0);
        for (QDialog *dialog : std::initializer_list<QDialog *>{&story, &verify, &files, &viewer}) {
            dialog->show();
            QCOMPARE(faultsOf(*dialog, 4), QString());
            dialog->hide();
        }
    }

    void theSettings()
    {
        Shown s;
        Preferences preferences({}, s.stage.look);
        StillAccount account;
        StillNetwork network;
        SettingsDialog::Wishes wishes;
        wishes.resources = [] { return ResourceReport{}; };
        wishes.commands = s.space->commands();
        wishes.context = &s.context;
        wishes.account = &account;
        wishes.network = &network;
        SettingsDialog dialog(preferences, std::move(wishes), &s.window);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        for (int page = 0; page <= int(SettingsDialog::Page::About); ++page) {
            dialog.open(SettingsDialog::Page(page));
            QCOMPARE(faultsOf(dialog, 8), QString());
        }
        dialog.hide();
        ExportDialog exporting(*s.reader, s.world.direct, &s.window);
        exporting.show();
        QCOMPARE(faultsOf(exporting, 8), QString());
    }

    void theWalkSeesWhatHasNoName()
    {
        QWidget root;
        root.setAccessibleName(u"root"_s);
        new QPushButton(&root);
        root.show();
        QVERIFY(faultsOf(root, 2).contains(u"no name"_s));
    }

    void rowsSayWhoWhatWhenAndWhereItStands()
    {
        Shown s;
        s.space->openChat(s.world.direct);
        MessageListModel &model = *s.space->pane()->model();
        const auto spoken = [&](const QString &part) {
            for (int i = 0; i < model.rowCount(); ++i) {
                const QString text = model.index(i).data(Qt::AccessibleTextRole).toString();
                if (text.contains(part)) return text;
            }
            return QString();
        };
        QVERIFY(spoken(u"On the train"_s).contains(u"waiting to be sent"_s));
        QVERIFY(spoken(u"Will do"_s).contains(u"seen"_s));
        QVERIFY(spoken(u"umbrella"_s).contains(u"edited"_s));
        s.space->openChat(s.world.files);
        QVERIFY(spoken(u"boat.mp4"_s).contains(u"being downloaded"_s));
        QVERIFY(spoken(u"notes.txt"_s).contains(u"failed: The file is no longer on the server"_s));
        QVERIFY(spoken(u"floor plan"_s).contains(u"not downloaded"_s));
    }

    void f6GoesRoundThePanes()
    {
        Shown s;
        s.space->openChat(s.world.direct);
        QStringList order;
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(&s.window, Qt::Key_F6);
            order.append(QApplication::focusWidget()->accessibleName());
        }
        QCOMPARE(order, (QStringList{u"Chats"_s, u"Messages with Ana Horvat"_s, u"Message"_s}));
        QTest::keyClick(&s.window, Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Messages with Ana Horvat"_s);
    }

    /// Tab reaches every control of the window, and each looks different while it has the focus.
    void focusIsReachedAndSeen()
    {
        Shown s;
        s.space->openChat(s.world.direct);
        s.space->pane()->composer()->takeText(u"hello"_s); // so that Send is there
        s.space->searchHere();
        QSet<QWidget *> wanted, reached;
        for (QWidget *w : s.window.findChildren<QWidget *>()) {
            if (!w->isVisible() || !w->isEnabled() || w->focusProxy() || !(w->focusPolicy() & Qt::TabFocus))
                continue;
            wanted.insert(w);
        }
        QVERIFY(wanted.size() >= 8);
        const auto look = [&](QWidget *w) {
            const QRect around = QRect(w->mapTo(&s.window, QPoint()), w->size()).adjusted(-3, -3, 3, 3);
            return s.window.grab(around).toImage();
        };
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QWidget *now = QApplication::focusWidget();
            if (!now || reached.contains(now)) continue;
            reached.insert(now);
            if (qobject_cast<QLineEdit *>(now) || now == s.space->pane()->composer()->editor())
                continue; // the text cursor blinks
            const QImage with = look(now);
            now->clearFocus();
            const QImage without = look(now);
            now->setFocus(Qt::TabFocusReason);
            QVERIFY2(with != without, qPrintable(now->accessibleName()));
        }
        for (QWidget *w : wanted)
            QVERIFY2(reached.contains(w),
                     qPrintable(u"Tab does not reach %1 %2"_s.arg(
                         QString::fromLatin1(w->metaObject()->className()), w->accessibleName())));
    }
};

QTEST_MAIN(TestAccessible)
#include "tst_accessible.moc"
