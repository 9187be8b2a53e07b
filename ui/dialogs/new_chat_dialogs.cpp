#include "ui/dialogs/new_chat_dialogs.h"

#include "core/base/limits.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace kith {

NewChatDialog::NewChatDialog(const Context &context, const QString &title, const QSet<UserId> &leftOut,
                             QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(title);
    resize(400, 460);
    auto *picker = new PeoplePicker(context, this);
    picker->setLeftOut(leftOut);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(picker, &PeoplePicker::picked, this, [this](const UserInfo &person) {
        m_person = person;
        accept();
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->addWidget(picker, 1);
    column->addWidget(buttons);
    for (QAbstractButton *button : buttons->buttons()) {
        button->setAccessibleName(button->text().remove(u'&'));
        static_cast<QPushButton *>(button)->setAutoDefault(false);
    }
    picker->setFocus();
}

NewGroupDialog::NewGroupDialog(const Context &context, QWidget *parent)
    : QDialog(parent)
    , m_title(new QLineEdit(this))
    , m_chosen(new QListWidget(this))
    , m_picker(new PeoplePicker(context, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("New group"));
    resize(420, 560);
    m_title->setPlaceholderText(tr("Name of the group"));
    m_title->setAccessibleName(tr("Name of the group"));
    m_title->setMaxLength(limits::titleChars);
    m_title->setMinimumHeight(36);
    m_chosen->setAccessibleName(tr("Members"));
    m_chosen->setMaximumHeight(110);
    m_chosen->setToolTip(tr("Delete takes the marked person out"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Create"));
    for (QAbstractButton *button : m_buttons->buttons()) {
        button->setAccessibleName(button->text().remove(u'&'));
        static_cast<QPushButton *>(button)->setAutoDefault(false);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    auto *members = new QLabel(tr("Members"), this);
    members->setFont(scaledFont(-0.5, true));
    column->addWidget(members);
    column->addWidget(m_chosen);
    column->addWidget(m_picker, 1);
    column->addWidget(m_buttons);
    connect(m_picker, &PeoplePicker::picked, this, &NewGroupDialog::add);
    connect(m_title, &QLineEdit::textChanged, this, &NewGroupDialog::refresh);
    connect(m_title, &QLineEdit::returnPressed, m_picker, qOverload<>(&QWidget::setFocus));
    connect(m_chosen, &QListWidget::itemActivated, this, &NewGroupDialog::removeCurrent);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_title->setFocus();
    refresh();
}

QString NewGroupDialog::title() const { return m_title->text().trimmed(); }

void NewGroupDialog::add(const UserInfo &person)
{
    if (int(m_members.size()) >= limits::newMembers) return;
    m_members.push_back(person);
    m_picker->clear();
    refresh();
}

void NewGroupDialog::removeCurrent()
{
    const int row = m_chosen->currentRow();
    if (row < 0 || row >= int(m_members.size())) return;
    m_members.erase(m_members.begin() + row);
    refresh();
}

void NewGroupDialog::refresh()
{
    m_chosen->clear();
    QSet<UserId> taken;
    for (const UserInfo &member : m_members) {
        m_chosen->addItem(tr("%1, @%2").arg(member.name, member.login));
        taken.insert(member.user);
    }
    m_chosen->setVisible(!m_members.empty());
    m_picker->setLeftOut(taken);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!title().isEmpty() && !m_members.empty());
}

} // namespace kith
