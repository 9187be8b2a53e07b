#include "ui/dialogs/chat_info_dialog.h"

#include "core/base/limits.h"
#include "ui/dialogs/new_chat_dialogs.h"
#include "ui/style/shapes.h"
#include "ui/text/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kith {

ChatInfoDialog::ChatInfoDialog(const Context &context, const LiveState &live, const ChatId &chat,
                               QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_live(live)
    , m_chat(chat)
    , m_title(new QLineEdit(this))
    , m_name(new QLabel(this))
    , m_note(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_rename(new QPushButton(tr("Rename"), this))
    , m_add(new QPushButton(tr("Add member…"), this))
    , m_leave(new QPushButton(tr("Leave group…"), this))
{
    setWindowTitle(tr("Details"));
    resize(420, 480);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(10);
    makeTop(*column);
    m_list->setAccessibleName(tr("Members"));
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setIconSize({32, 32});
    m_list->setSpacing(2);
    connect(m_list, &QListWidget::customContextMenuRequested, this, &ChatInfoDialog::memberMenu);
    connect(m_list, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { memberMenu(m_list->visualItemRect(item).center()); });
    column->addWidget(m_list, 1);
    makeButtons(*column);
    connect(&context.feed, &Feed::changed, this, [this](const ChangeSet &changes) {
        if (changes.chats.contains(m_chat)) refresh();
    });
    refresh();
}

void ChatInfoDialog::makeTop(QVBoxLayout &column)
{
    m_title->setAccessibleName(tr("Name of the group"));
    m_title->setMaxLength(limits::titleChars);
    m_title->setMinimumHeight(34);
    m_name->setFont(scaledFont(3, true));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_rename->setAccessibleName(m_rename->text());
    connect(m_rename, &QPushButton::clicked, this, &ChatInfoDialog::rename);
    connect(m_title, &QLineEdit::textChanged, this, [this] {
        m_rename->setEnabled(!m_title->text().trimmed().isEmpty() &&
                             m_title->text().trimmed() != m_summary.title);
    });
    auto *line = new QHBoxLayout;
    line->addWidget(m_title, 1);
    line->addWidget(m_rename);
    column.addWidget(m_name);
    column.addLayout(line);
    column.addWidget(m_note);
}

void ChatInfoDialog::makeButtons(QVBoxLayout &column)
{
    auto *close = new QPushButton(tr("Close"), this);
    auto *save = new QPushButton(tr("Export…"), this);
    for (QPushButton *button : {m_add, m_leave, save, close}) button->setAccessibleName(button->text());
    for (QPushButton *button : {m_add, m_leave, save, close, m_rename}) button->setAutoDefault(false);
    connect(save, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT exportWanted(m_chat);
    });
    connect(m_add, &QPushButton::clicked, this, &ChatInfoDialog::addMember);
    connect(m_leave, &QPushButton::clicked, this, &ChatInfoDialog::leave);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *line = new QHBoxLayout;
    line->addWidget(m_add);
    line->addWidget(m_leave);
    line->addStretch();
    line->addWidget(save);
    line->addWidget(close);
    column.addLayout(line);
}

void ChatInfoDialog::refresh()
{
    if (auto read = m_context.reader.chat(m_chat)) m_summary = *std::move(read);
    if (auto read = m_context.reader.members(m_chat, mostMembers)) m_members = *std::move(read);
    const bool group = m_summary.kind == ChatKind::Group;
    m_myRole = Role::Member;
    const int row = m_list->currentRow();
    m_list->clear();
    std::erase_if(m_members, [](const Member &m) { return m.left; });
    for (const Member &m : m_members) {
        const bool me = m.user == m_context.reader.me();
        if (me) m_myRole = m.role;
        QString text = tr("%1, @%2").arg(me ? tr("%1 (you)").arg(m.name) : m.name, m.login);
        if (group && m.role != Role::Member) text += u" — "_s + words::role(m.role);
        QPixmap face(QSize(32, 32) * devicePixelRatioF());
        face.setDevicePixelRatio(devicePixelRatioF());
        face.fill(Qt::transparent);
        QPainter p(&face);
        shapes::drawAvatar(p, QRectF(0, 0, 32, 32), m.user.blob(), m.name);
        p.end();
        m_list->addItem(new QListWidgetItem(QIcon(face), text));
    }
    m_list->setCurrentRow(row);
    const bool manages = group && !m_summary.left && m_myRole != Role::Member;
    m_name->setText(m_summary.title);
    m_name->setVisible(!manages);
    if (!m_title->hasFocus()) m_title->setText(m_summary.title);
    m_title->setVisible(manages);
    m_rename->setVisible(manages);
    m_add->setVisible(group && !m_summary.left);
    m_leave->setVisible(group && !m_summary.left);
    m_note->setText(tr("The server that carries this chat can read it."));
}

void ChatInfoDialog::rename() { m_context.commands.setTitle(m_chat, m_title->text().trimmed()); }

void ChatInfoDialog::addMember()
{
    QSet<UserId> present;
    for (const Member &m : m_members) present.insert(m.user);
    NewChatDialog dialog(m_context, tr("Add member"), present, this);
    if (dialog.exec() == QDialog::Accepted && dialog.person())
        m_context.commands.addMember(m_chat, *dialog.person());
}

void ChatInfoDialog::leave()
{
    QMessageBox ask(QMessageBox::Question, tr("Leave group"), tr("Leave “%1”?").arg(m_summary.title),
                    QMessageBox::Cancel, this);
    ask.setInformativeText(tr("You keep what you have read. Somebody else has to add you again."));
    QPushButton *yes = ask.addButton(tr("Leave"), QMessageBox::DestructiveRole);
    ask.setDefaultButton(QMessageBox::Cancel);
    ask.exec();
    if (ask.clickedButton() != yes) return;
    m_context.commands.leaveChat(m_chat);
    accept();
}

void ChatInfoDialog::memberMenu(const QPoint &at)
{
    const QModelIndex index = m_list->indexAt(at);
    if (!index.isValid() || index.row() >= int(m_members.size()) || m_summary.kind != ChatKind::Group) return;
    const Member m = m_members[size_t(index.row())];
    if (m.user == m_context.reader.me() || m_summary.left || m_myRole == Role::Member ||
        m.role == Role::Owner)
        return;
    QMenu menu(this);
    Commands &commands = m_context.commands;
    if (m_myRole == Role::Owner) {
        const Role other = m.role == Role::Admin ? Role::Member : Role::Admin;
        connect(menu.addAction(m.role == Role::Admin ? tr("Make a plain member") : tr("Make an admin")),
                &QAction::triggered, this, [&] { commands.setRole(m_chat, m.user, other); });
    }
    connect(menu.addAction(tr("Remove from the group")), &QAction::triggered, this,
            [&] { commands.removeMember(m_chat, m.user); });
    menu.exec(m_list->viewport()->mapToGlobal(at));
}

} // namespace kith
