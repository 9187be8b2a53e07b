#include "ui/list/list_pane.h"

#include "ui/style/shapes.h"
#include "ui/text/story_words.h"
#include "ui/text/words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

/// A list that keyboard focus alone does not move: Qt would make the first row current, and that opens a chat
/// which nobody asked for.
class QuietList final : public QListView {
public:
    using QListView::QListView;

protected:
    void focusInEvent(QFocusEvent *event) override
    {
        if (currentIndex().isValid())
            QListView::focusInEvent(event);
        else
            QAbstractScrollArea::focusInEvent(event);
    }
};

QListView *makeList(QWidget *parent, const QString &name)
{
    auto *list = new QuietList(parent);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setFrameShape(QFrame::NoFrame);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setMouseTracking(true);
    list->setAccessibleName(name);
    list->viewport()->setAutoFillBackground(false);
    list->setContextMenuPolicy(Qt::CustomContextMenu);
    return list;
}

} // namespace

ListPane::ListPane(const Context &context, ChatListModel &chats, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_chats(chats)
    , m_search(new SearchModel(context, chats, this))
    , m_delegate(new ListDelegate(context, chats, this))
    , m_pages(new QStackedWidget(this))
    , m_list(makeList(this, tr("Chats")))
    , m_found(makeList(this, tr("Search results")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    m_empty = makeEmpty();
    for (QWidget *page : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_found), m_empty})
        m_pages->addWidget(page);
    column->addWidget(m_pages, 1);
    column->addWidget(makeFoot());

    m_list->setUniformItemSizes(true); // 10,000 rows of one height: none is asked for
    m_list->setItemDelegate(m_delegate);
    m_found->setItemDelegate(m_delegate);
    m_list->setModel(&m_chats);
    m_found->setModel(m_search);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                if (!now.isValid() || m_chats.chatAt(now.row()) == m_selected) return;
                m_selected = m_chats.chatAt(now.row());
                Q_EMIT chatWanted(m_selected);
            });
    connect(m_found, &QListView::activated, this, &ListPane::activate);
    connect(m_found, &QListView::clicked, this, &ListPane::activate);
    connect(m_list, &QListView::customContextMenuRequested, this, &ListPane::chatMenu);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_chats, signal, this, &ListPane::showRightPage);
    m_list->installEventFilter(this);

    m_countdown.setInterval(1000);
    connect(&m_countdown, &QTimer::timeout, this, &ListPane::showConnection);
    m_statusLater.setSingleShot(true);
    m_statusLater.setInterval(100);
    connect(&m_statusLater, &QTimer::timeout, this, &ListPane::readStatus);
    connect(&context.feed, &Feed::connectionChanged, this, &ListPane::setConnection);
    connect(&context.feed, &Feed::changed, this, [this](const ChangeSet &changes) {
        if (changes.outbox && !m_statusLater.isActive()) m_statusLater.start();
    });
    connect(&context.look, &Look::changed, this, &ListPane::restyle);
    setMinimumWidth(240);
    restyle();
    showRightPage();
    readStatus();
}

QWidget *ListPane::makeTop()
{
    auto *top = new QWidget(this);
    m_field = new QLineEdit(top);
    m_field->setPlaceholderText(tr("Search"));
    m_field->setAccessibleName(tr("Search chats, people and messages"));
    m_field->setToolTip(tr("Search (Ctrl+K)\n"
                           "from:ana  in:\"Summer house\"  has:file, picture or link\n"
                           "after:2026-03-05  before:2026-04\n"
                           "> lists the commands"));
    m_field->setClearButtonEnabled(true);
    for (QToolButton *button : m_field->findChildren<QToolButton *>()) button->setAccessibleName(tr("Clear"));
    m_field->setMinimumHeight(36);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &ListPane::searchChanged);
    m_new = new QToolButton(top);
    m_new->setAccessibleName(tr("New chat or group"));
    m_new->setToolTip(tr("New chat (Ctrl+N)"));
    m_new->setAutoRaise(true);
    m_new->setIconSize({20, 20});
    m_new->setFixedSize(36, 36);
    auto *menu = new QMenu(m_new);
    connect(menu->addAction(tr("New chat…")), &QAction::triggered, this, &ListPane::newChatWanted);
    connect(menu->addAction(tr("New group…")), &QAction::triggered, this, &ListPane::newGroupWanted);
    connect(m_new, &QToolButton::clicked, menu,
            [this, menu] { menu->exec(m_new->mapToGlobal(QPoint(0, m_new->height()))); });
    auto *line = new QHBoxLayout(top);
    line->setContentsMargins(12, 10, 10, 8);
    line->setSpacing(6);
    line->addWidget(m_field, 1);
    line->addWidget(m_new);
    return top;
}

QWidget *ListPane::makeFoot()
{
    auto *foot = new QWidget(this);
    m_link = new QLabel(foot);
    m_outbox = new QLabel(foot);
    m_tryNow = new QPushButton(tr("Try now"), foot);
    m_tryNow->setAccessibleName(tr("Try to connect now"));
    m_tryNow->setFlat(true);
    m_tryNow->setCursor(Qt::PointingHandCursor);
    for (QLabel *label : {m_link, m_outbox}) {
        label->setFont(scaledFont(-1.5));
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_outbox->setWordWrap(true);
    m_tryNow->setFont(scaledFont(-1.5));
    auto *more = new QToolButton(foot);
    more->setText(u"⋯"_s);
    more->setAutoRaise(true);
    more->setAccessibleName(tr("More"));
    more->setToolTip(tr("More"));
    auto *menu = new QMenu(more);
    connect(menu->addAction(tr("&Verify history…")), &QAction::triggered, this,
            [this] { Q_EMIT verifyWanted({}); });
    QMenu *help = menu->addMenu(tr("&Help"));
    connect(help->addAction(tr("&Diagnostics… (F1)")), &QAction::triggered, this,
            &ListPane::diagnosticsWanted);
    menu->addSeparator();
    connect(menu->addAction(tr("&Settings…")), &QAction::triggered, this,
            [this] { Q_EMIT settingsWanted(false); });
    connect(menu->addAction(tr("&About Kith")), &QAction::triggered, this,
            [this] { Q_EMIT settingsWanted(true); });
    connect(more, &QToolButton::clicked, menu,
            [more, menu] { menu->exec(more->mapToGlobal(QPoint(0, -menu->sizeHint().height()))); });
    connect(m_tryNow, &QPushButton::clicked, this, [this] {
        if (m_connection.phase == Connection::Phase::SignInAgain)
            Q_EMIT signInAgainWanted();
        else if (m_connection.phase == Connection::Phase::Off)
            m_context.commands.setOnline(true);
        else
            m_context.commands.connectNow();
    });
    auto *lines = new QVBoxLayout;
    lines->setSpacing(1);
    lines->addWidget(m_link);
    lines->addWidget(m_outbox);
    auto *line = new QHBoxLayout(foot);
    line->setContentsMargins(18, 8, 10, 9);
    line->addLayout(lines, 1);
    line->addWidget(m_tryNow);
    line->addWidget(more);
    return foot;
}

QWidget *ListPane::makeEmpty()
{
    auto *empty = new QWidget(this);
    m_emptyArt = new QLabel(empty);
    m_emptyArt->setAlignment(Qt::AlignCenter);
    m_emptyArt->setAccessibleName(tr("No chats"));
    auto *title = new QLabel(tr("No chats yet"), empty);
    title->setFont(scaledFont(2, true));
    title->setAlignment(Qt::AlignCenter);
    auto *text = new QLabel(tr("Find somebody by login and say hello."), empty);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    auto *start = new QPushButton(tr("Start a chat"), empty);
    start->setAccessibleName(tr("Start a chat"));
    start->setMinimumHeight(36);
    connect(start, &QPushButton::clicked, this, &ListPane::newChatWanted);
    auto *column = new QVBoxLayout(empty);
    column->setContentsMargins(32, 0, 32, 40);
    column->addStretch();
    for (QWidget *w :
         {static_cast<QWidget *>(m_emptyArt), static_cast<QWidget *>(title), static_cast<QWidget *>(text)})
        column->addWidget(w);
    column->addSpacing(12);
    column->addWidget(start, 0, Qt::AlignCenter);
    column->addStretch();
    return empty;
}

void ListPane::restyle()
{
    const Theme &t = m_context.look.theme();
    m_new->setIcon(shapes::icon(shapes::Glyph::Plus, t.accent));
    const QList<QAction *> old = m_field->actions();
    for (QAction *action : old) {
        if (action->objectName() == u"glass") m_field->removeAction(action);
    }
    QAction *glass =
        m_field->addAction(shapes::icon(shapes::Glyph::Search, t.faint), QLineEdit::LeadingPosition);
    glass->setObjectName(u"glass"_s);
    for (QToolButton *button : m_field->findChildren<QToolButton *>())
        if (button->accessibleName().isEmpty()) button->setAccessibleName(tr("Search"));
    m_emptyArt->setPixmap(
        shapes::icon(shapes::Glyph::Chat, t.accent).pixmap(QSize(72, 72), devicePixelRatioF()));
    showConnection();
    update();
}

void ListPane::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = m_context.look.theme();
    p.fillRect(rect(), t.panel);
    const int foot = m_pages->geometry().bottom() + 1;
    p.fillRect(QRect(0, foot, width(), 1), t.line);
}

void ListPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::ApplicationFontChange) return;
    m_delegate->refreshFonts();
    for (QWidget *w :
         {static_cast<QWidget *>(m_link), static_cast<QWidget *>(m_outbox), static_cast<QWidget *>(m_tryNow)})
        w->setFont(scaledFont(-1.5));
    for (QListView *list : {m_list, m_found}) list->doItemsLayout();
}

void ListPane::showRightPage()
{
    QWidget *page = !m_field->text().trimmed().isEmpty() ? static_cast<QWidget *>(m_found)
                    : m_chats.rowCount() == 0            ? m_empty
                                                         : m_list;
    if (m_pages->currentWidget() != page) m_pages->setCurrentWidget(page);
}

void ListPane::searchChanged(const QString &text)
{
    m_search->search(text);
    showRightPage();
}

void ListPane::focusSearch()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void ListPane::searchFor(const QString &text)
{
    focusSearch();
    m_field->setText(text);
}

void ListPane::setCommands(std::vector<PaletteCommand> commands)
{
    m_search->setCommands(std::move(commands));
}

void ListPane::select(const ChatId &chat)
{
    m_selected = chat;
    const int row = chat ? m_chats.rowOf(chat) : -1;
    if (row < 0) {
        m_list->clearSelection();
        m_list->setCurrentIndex({});
        return;
    }
    m_list->setCurrentIndex(m_chats.index(row));
    m_list->scrollTo(m_chats.index(row));
}

void ListPane::selectNext(int step)
{
    const int count = m_chats.rowCount();
    if (count == 0) return;
    const int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() + step : 0;
    m_list->setCurrentIndex(m_chats.index(qBound(0, row, count - 1)));
}

void ListPane::activate(const QModelIndex &index)
{
    if (!index.isValid()) return;
    const ListRow row = m_search->row(index.row());
    switch (row.kind) {
    case ListRow::Kind::Section:
    case ListRow::Kind::Note:
    case ListRow::Kind::About:
        return;
    case ListRow::Kind::Command:
        m_field->clear();
        m_search->run(row.command);
        return;
    case ListRow::Kind::Chat:
        Q_EMIT chatWanted(row.chat.chat);
        break;
    case ListRow::Kind::Hit:
        Q_EMIT messageWanted(row.hit.message.chat, row.hit.message.row.mid);
        return; // stays open
    case ListRow::Kind::Person:
        Q_EMIT personWanted(row.person);
        break;
    }
    m_field->clear();
}

bool ListPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_field) {
        if (key->key() == Qt::Key_Escape && !m_field->text().isEmpty()) {
            m_field->clear();
            return true;
        }
        if (key->key() == Qt::Key_Down) {
            QListView *list = m_pages->currentWidget() == m_found ? m_found : m_list;
            list->setFocus();
            int row = 0;
            while (row < list->model()->rowCount() &&
                   !(list->model()->index(row, 0).flags() & Qt::ItemIsSelectable))
                ++row;
            if (list == m_found) list->setCurrentIndex(list->model()->index(row, 0));
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            for (int row = 0; row < m_search->rowCount(); ++row) {
                if (!(m_search->flags(m_search->index(row)) & Qt::ItemIsSelectable)) continue;
                activate(m_search->index(row));
                break;
            }
            return true;
        }
    }
    if (watched == m_list && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        if (m_selected) Q_EMIT chatWanted(m_selected);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ListPane::chatMenu(const QPoint &at)
{
    const QModelIndex index = m_list->indexAt(at);
    if (!index.isValid()) return;
    const ChatSummary *held = m_chats.summary(m_chats.chatAt(index.row()));
    if (!held) return;
    const ChatSummary chat = *held;
    Commands &commands = m_context.commands;
    QMenu menu(this);
    connect(menu.addAction(chat.pinned ? tr("Unpin") : tr("Pin")), &QAction::triggered, this,
            [&] { commands.setPinned(chat.chat, !chat.pinned); });
    connect(menu.addAction(chat.muted ? tr("Unmute") : tr("Mute")), &QAction::triggered, this,
            [&] { commands.setMuted(chat.chat, !chat.muted, 0); });
    const bool unread = chat.unread > 0 || chat.markedUnread;
    connect(menu.addAction(unread ? tr("Mark as read") : tr("Mark as unread")), &QAction::triggered, this,
            [&] {
                if (chat.unread > 0) commands.markSeen(chat.chat, chat.head);
                if (!unread || chat.markedUnread) commands.setMarkedUnread(chat.chat, !unread);
            });
    menu.addSeparator();
    connect(menu.addAction(tr("Verify history…")), &QAction::triggered, this,
            [&] { Q_EMIT verifyWanted(chat.chat); });
    menu.exec(m_list->viewport()->mapToGlobal(at));
}

void ListPane::setConnection(const Connection &connection)
{
    m_connection = connection;
    if (connection.phase == Connection::Phase::Waiting)
        m_countdown.start();
    else
        m_countdown.stop();
    showConnection();
    readStatus();
}

void ListPane::showConnection()
{
    using Phase = Connection::Phase;
    const Theme &t = m_context.look.theme();
    QString text = words::connection(m_connection, m_context.clock.wallMs());
    if (qAbs(m_connection.clockSkewMs) >= 60'000)
        text += tr(" · this computer's clock is %1 min off").arg(qAbs(m_connection.clockSkewMs) / 60'000);
    m_link->setText(text);
    m_link->setToolTip(m_connection.why);
    const bool good = m_connection.phase == Phase::Online || m_connection.phase == Phase::Syncing;
    const bool bad = m_connection.phase == Phase::SignInAgain || m_connection.phase == Phase::UpdateNeeded ||
                     m_connection.phase == Phase::DiskFull || m_connection.phase == Phase::DiskAway ||
                     m_connection.phase == Phase::Stopped;
    QPalette p = palette();
    p.setColor(QPalette::WindowText, bad ? t.danger : good ? t.online : t.warn);
    m_link->setPalette(p);
    p.setColor(QPalette::WindowText, t.faint);
    m_outbox->setPalette(p);
    const bool signIn = m_connection.phase == Phase::SignInAgain, off = m_connection.phase == Phase::Off;
    m_tryNow->setVisible(m_connection.phase == Phase::Waiting || signIn || off);
    m_tryNow->setText(signIn ? tr("Sign in") : off ? tr("Go online") : tr("Try now"));
}

void ListPane::readStatus()
{
    const auto status = m_context.reader.status();
    if (!status) return;
    const qint64 now = m_context.clock.wallMs();
    const bool online = m_connection.phase == Connection::Phase::Online;
    m_outbox->setText(words::ledger(ledgerOf(*status, now), online, now));
    m_outbox->setAccessibleName(m_outbox->text());
}

} // namespace kith
