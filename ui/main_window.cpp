#include "ui/main_window.h"

#include "ui/banner.h"
#include "ui/dialogs/chat_info_dialog.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/forward_dialog.h"
#include "ui/dialogs/new_chat_dialogs.h"
#include "ui/dialogs/story_dialog.h"
#include "ui/dialogs/verify_dialog.h"

#include <QCloseEvent>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>
#include <array>
#include <functional>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

/// A splitter whose handle is one line in the colour of lines.
class PlainSplitter final : public QSplitter {
public:
    PlainSplitter(const Look &look, QWidget *parent)
        : QSplitter(Qt::Horizontal, parent)
        , m_look(look)
    {
        setHandleWidth(1);
        setChildrenCollapsible(false);
    }

protected:
    QSplitterHandle *createHandle() override
    {
        class Line final : public QSplitterHandle {
        public:
            Line(const Look &look, QSplitter *parent)
                : QSplitterHandle(Qt::Horizontal, parent)
                , m_look(look)
            {
            }
            void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), m_look.theme().line); }

        private:
            const Look &m_look;
        };
        return new Line(m_look, this);
    }

private:
    const Look &m_look;
};

} // namespace

Workspace::Workspace(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_live(new LiveState(m_context, this))
    , m_media(new Media(m_context, this))
    , m_chats(new ChatListModel(m_context, *m_live, this))
    , m_list(new ListPane(m_context, *m_chats, this))
    , m_pane(new ChatPane(m_context, *m_live, *m_media, this))
    , m_splitter(new PlainSplitter(context.look, this))
{
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({320, 700});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Banner(m_context, this));
    column->addWidget(m_splitter, 1);
    m_list->setCommands(commands());
    connect(m_list, &ListPane::chatWanted, this, &Workspace::openChat);
    connect(m_list, &ListPane::messageWanted, this, [this](const ChatId &chat, const Mid &mid) {
        m_pane->openAt(chat, mid);
        m_list->select(chat);
    });
    connect(m_list, &ListPane::personWanted, this, &Workspace::startWith);
    connect(m_list, &ListPane::newChatWanted, this, &Workspace::newChat);
    connect(m_list, &ListPane::newGroupWanted, this, &Workspace::newGroup);
    connect(m_list, &ListPane::signInAgainWanted, this, &Workspace::signInAgainWanted);
    connect(m_list, &ListPane::verifyWanted, this, &Workspace::verifyHistory);
    connect(m_list, &ListPane::settingsWanted, this, &Workspace::settingsWanted);
    connect(m_pane, &ChatPane::forwardWanted, this, &Workspace::forward);
    connect(m_pane, &ChatPane::personClicked, this, &Workspace::showPerson);
    connect(m_pane, &ChatPane::messageWanted, this, [this](const ChatId &chat, const Mid &mid) {
        m_pane->openAt(chat, mid);
        m_list->select(chat);
    });
    connect(m_pane, &ChatPane::detailsWanted, this, &Workspace::showDetails);
    connect(m_pane, &ChatPane::storyWanted, this, [this](const ChatId &chat, const Mid &mid) {
        StoryDialog dialog(m_context, *m_live, chat, mid, this);
        dialog.exec();
    });
    connect(&context.feed, &Feed::changed, this, &Workspace::apply);
    m_unreadLater.setSingleShot(true);
    m_unreadLater.setInterval(50);
    connect(&m_unreadLater, &QTimer::timeout, this, &Workspace::countUnread);
    m_unreadLater.start();
}

void Workspace::openChat(const ChatId &chat)
{
    m_pane->open(chat);
    m_list->select(chat);
}

void Workspace::resume(Composer::Unfinished from)
{
    m_resume.reset();
    if (!m_context.reader.chat(from.chat)) { // tried again with each change
        m_resume = std::move(from);
        return;
    }
    openChat(from.chat);
    m_pane->composer()->resume(from);
}

void Workspace::apply(const ChangeSet &changes)
{
    if (m_resume && changes.list) resume(*m_resume);
    if (!m_unreadLater.isActive()) m_unreadLater.start();
    // A chat made here appears under its own id, or, when the pair already had one, under that of the server.
    if (m_opening && changes.chats.contains(m_opening) && m_chats->rowOf(m_opening) >= 0) {
        const ChatId chat = m_opening;
        m_opening = {};
        openChat(chat);
    }
    const ChatId open = m_pane->chat();
    if (open && changes.list && m_chats->rowOf(open) < 0) {
        const UserId peer = m_pane->model()->summary().peer;
        const auto other =
            peer ? m_context.reader.directChatWith(peer) : Result<std::optional<ChatId>>(std::nullopt);
        openChat(other && *other ? **other : ChatId{});
    }
}

void Workspace::countUnread()
{
    if (const auto total = m_context.reader.unreadTotal()) Q_EMIT unreadChanged(*total);
}

void Workspace::startWith(const UserInfo &person)
{
    const auto known = m_context.reader.directChatWith(person.user);
    if (known && *known) return openChat(**known);
    m_opening = ChatId::mint(m_context.clock.wallMs(), m_context.random);
    m_context.commands.createDirect(m_opening, person);
}

/// The chat with them, or the way to it: whether to write to them is for the person to say.
void Workspace::showPerson(const UserId &user)
{
    const auto known = m_context.reader.directChatWith(user);
    if (known && *known) return openChat(**known);
    const auto info = m_context.reader.user(user);
    if (info && *info) m_list->searchFor(u'@' + (*info)->login);
}

void Workspace::forward(const std::vector<Mid> &mids)
{
    if (mids.empty()) return;
    ForwardDialog dialog(m_context, *m_chats, int(mids.size()), this);
    if (dialog.exec() != QDialog::Accepted || !dialog.chat()) return;
    for (const Mid &source : mids)
        m_context.commands.forward(dialog.chat(), Mid::mint(m_context.clock.wallMs(), m_context.random),
                                   source, dialog.isSilent());
    openChat(dialog.chat());
}

void Workspace::newChat()
{
    NewChatDialog dialog(m_context, tr("New chat"), {}, this);
    if (dialog.exec() == QDialog::Accepted && dialog.person()) startWith(*dialog.person());
}

void Workspace::newGroup()
{
    NewGroupDialog dialog(m_context, this);
    if (dialog.exec() != QDialog::Accepted) return;
    m_opening = ChatId::mint(m_context.clock.wallMs(), m_context.random);
    m_context.commands.createGroup(m_opening, dialog.title(), dialog.members());
}

void Workspace::showDetails(const ChatId &chat)
{
    ChatInfoDialog dialog(m_context, *m_live, chat, this);
    connect(&dialog, &ChatInfoDialog::exportWanted, this, &Workspace::exportHistory, Qt::QueuedConnection);
    dialog.exec();
}

void Workspace::searchHere()
{
    if (m_pane->chat())
        m_pane->searchHere();
    else
        m_list->focusSearch();
}

std::vector<PaletteCommand> Workspace::commands()
{
    const auto native = [](const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); };
    const auto here = [this](std::function<void(const ChatSummary &)> act) {
        return [this, act = std::move(act)] {
            if (m_pane->chat()) act(m_pane->model()->summary());
        };
    };
    Commands &c = m_context.commands;
    return {
        {tr("New chat"), native(Qt::CTRL | Qt::Key_N), [this] { newChat(); }},
        {tr("New group"), native(Qt::CTRL | Qt::SHIFT | Qt::Key_N), [this] { newGroup(); }},
        {tr("Search in this chat"), native(Qt::CTRL | Qt::Key_F), [this] { searchHere(); }},
        {tr("Attach files"), native(QKeySequence::Open), [this] { m_pane->attach(); }},
        {tr("Next chat"), native(Qt::ALT | Qt::Key_Down), [this] { m_list->selectNext(1); }},
        {tr("Previous chat"), native(Qt::ALT | Qt::Key_Up), [this] { m_list->selectNext(-1); }},
        {tr("Details and members of this chat"), {}, here([this](const ChatSummary &s) {
             showDetails(s.chat);
         })},
        {tr("Mute or unmute this chat"), {}, here([&c](const ChatSummary &s) {
             c.setMuted(s.chat, !s.muted, 0);
         })},
        {tr("Pin or unpin this chat"), {}, here([&c](const ChatSummary &s) {
             c.setPinned(s.chat, !s.pinned);
         })},
        {tr("Mark this chat as read"), {}, here([&c](const ChatSummary &s) { c.markSeen(s.chat, s.head); })},
        {tr("Export this chat"), {}, here([this](const ChatSummary &s) { exportHistory(s.chat); })},
        {tr("Export all chats"), {}, [this] { exportHistory({}); }},
        {tr("Settings"), native(Qt::CTRL | Qt::Key_Comma), [this] { Q_EMIT settingsWanted(false); }},
        {tr("About Kith"), {}, [this] { Q_EMIT settingsWanted(true); }},
        {tr("Verify history"), {}, [this] { verifyHistory({}); }},
        {tr("Diagnostics"), native(Qt::Key_F1), [this] { Q_EMIT m_list->diagnosticsWanted(); }},
        {tr("Work offline"), {}, [&c] { c.setOnline(false); }},
        {tr("Go online"), {}, [&c] { c.setOnline(true); }},
    };
}

void Workspace::cyclePanes(int step)
{
    const std::array<QWidget *, 3> panes{m_list->list(), m_pane->view(), m_pane->composer()->editor()};
    int now = 0;
    for (size_t i = 0; i < panes.size(); ++i) {
        if (panes[i]->hasFocus()) now = int(i);
    }
    for (size_t i = 0; i < panes.size(); ++i) {
        now = (now + step + int(panes.size())) % int(panes.size());
        if (!panes[size_t(now)]->isVisible()) continue;
        panes[size_t(now)]->setFocus(Qt::ShortcutFocusReason);
        return;
    }
}

void Workspace::setConnection(const Connection &connection)
{
    m_live->setConnection(connection);
    m_list->setConnection(connection);
    findChild<Banner *>()->show(connection);
}

void Workspace::verifyHistory(const ChatId &chat)
{
    VerifyDialog dialog(m_context, chat, this);
    dialog.exec();
}

void Workspace::exportHistory(const ChatId &chat)
{
    auto *dialog = new ExportDialog(m_context.reader, chat, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Workspace::setActive(bool active)
{
    m_context.commands.setActive(active);
    m_pane->view()->updateReading();
    if (!active) m_pane->composer()->saveDraftNow();
}

bool Workspace::isOnScreen(const ChatId &chat) const
{
    return m_pane->chat() == chat && isVisible() && isActiveWindow() && m_pane->view()->atBottom();
}

bool Workspace::follow(const KithLink &link)
{
    switch (link.kind) {
    case KithLink::Kind::None:
        return false;
    case KithLink::Kind::Chat:
        if (!knows(link.chat)) return false;
        openChat(link.chat);
        return true;
    case KithLink::Kind::Message: {
        const auto held = m_context.reader.message(link.mid);
        if (!held || !*held) return false;
        m_pane->openAt((*held)->chat, link.mid);
        m_list->select((*held)->chat);
        return true;
    }
    case KithLink::Kind::Person:
        m_list->searchFor(u'@' + link.login); // whether to write to them is for the person to say
        return true;
    }
    return false;
}

MainWindow::MainWindow(Look &look)
    : m_look(look)
{
    setWindowTitle(u"Kith"_s);
    resize(1000, 700);
    setMinimumSize(420, 360);
    addShortcuts();
}

void MainWindow::addShortcuts()
{
    const auto on = [this](const QKeySequence &keys, std::function<void(Workspace &)> act) {
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, [this, act = std::move(act)] {
            if (m_workspace) act(*m_workspace);
        });
    };
    on(QKeySequence(Qt::CTRL | Qt::Key_K), [](Workspace &w) { w.list()->focusSearch(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_F), [](Workspace &w) { w.searchHere(); });
    on(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), [](Workspace &w) { w.list()->focusSearch(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_N), [](Workspace &w) { w.newChat(); });
    on(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), [](Workspace &w) { w.newGroup(); });
    on(QKeySequence(Qt::ALT | Qt::Key_Up), [](Workspace &w) { w.list()->selectNext(-1); });
    on(QKeySequence(Qt::ALT | Qt::Key_Down), [](Workspace &w) { w.list()->selectNext(1); });
    on(QKeySequence(Qt::Key_F6), [](Workspace &w) { w.cyclePanes(1); });
    on(QKeySequence(Qt::SHIFT | Qt::Key_F6), [](Workspace &w) { w.cyclePanes(-1); });
    auto *diagnostics = new QShortcut(QKeySequence(Qt::Key_F1), this);
    connect(diagnostics, &QShortcut::activated, this, &MainWindow::diagnosticsWanted);
    auto *quit = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q), this);
    connect(quit, &QShortcut::activated, this, &MainWindow::quitWanted);
    auto *settings = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma), this);
    connect(settings, &QShortcut::activated, this, [this] { Q_EMIT settingsWanted(false); });
}

SignInPage *MainWindow::showSignIn(SignInPort &port)
{
    clear();
    m_signIn = new SignInPage(port, m_look, this);
    setCentralWidget(m_signIn);
    return m_signIn;
}

Workspace *MainWindow::showAccount(const Context &context)
{
    clear();
    m_workspace = new Workspace(context, this);
    connect(m_workspace, &Workspace::unreadChanged, this, [this](int total) {
        setWindowTitle(total > 0 ? tr("(%1) Kith").arg(total) : u"Kith"_s);
        Q_EMIT unreadChanged(total);
    });
    connect(m_workspace, &Workspace::settingsWanted, this, &MainWindow::settingsWanted);
    connect(m_workspace->list(), &ListPane::diagnosticsWanted, this, &MainWindow::diagnosticsWanted);
    setCentralWidget(m_workspace);
    if (isVisible()) m_workspace->list()->list()->setFocus();
    return m_workspace;
}

void MainWindow::clear()
{
    if (m_workspace) {
        m_workspace->pane()->composer()->saveDraftNow();
        m_workspace->pane()->settle();
    }
    m_workspace = nullptr;
    m_signIn = nullptr;
    delete takeCentralWidget();
    setWindowTitle(u"Kith"_s);
    Q_EMIT unreadChanged(0);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && m_workspace) m_workspace->setActive(isActiveWindow());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_workspace) {
        m_workspace->pane()->composer()->saveDraftNow();
        m_workspace->pane()->settle();
    }
    if (m_mayHide && m_mayHide()) {
        event->ignore();
        hide();
        return;
    }
    QMainWindow::closeEvent(event);
    Q_EMIT closed();
}

void MainWindow::raiseToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

} // namespace kith
