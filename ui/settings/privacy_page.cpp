#include "ui/settings/privacy_page.h"

#include "core/wire/state_value.h"
#include "ui/dialogs/new_chat_dialogs.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

// Values of the setting "privacy", "search" (docs/protocol.md, "User state"), in the order of the box.
constexpr std::array findable{"\"all\"", "\"exact\"", "\"none\""};

} // namespace

PrivacyPage::PrivacyPage(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_findable(new QComboBox(this))
    , m_list(new QListWidget(this))
    , m_block(new QPushButton(tr("&Block somebody…"), this))
    , m_unblock(new QPushButton(tr("&Unblock"), this))
{
    m_findable->addItems(
        {tr("Everybody on the server"), tr("Who types my whole login"), tr("Nobody")}); // findable
    m_findable->setAccessibleName(tr("Who can find me"));
    m_list->setAccessibleName(tr("Blocked people"));
    auto *note =
        new QLabel(tr("Between you and a blocked person there are no messages, calls for attention or "
                      "online marks. Groups that both of you are in go on unchanged."),
                   this);
    note->setWordWrap(true);
    for (QPushButton *button : {m_block, m_unblock}) button->setAutoDefault(false);
    auto *form = new QFormLayout;
    form->addRow(tr("Who can find me"), m_findable);
    auto *line = new QHBoxLayout;
    line->addWidget(m_block);
    line->addWidget(m_unblock);
    line->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addSpacing(8);
    column->addWidget(new QLabel(tr("Blocked people"), this));
    column->addWidget(m_list, 1);
    column->addLayout(line);
    column->addWidget(note);
    connect(m_findable, &QComboBox::activated, this, [this](int index) {
        m_context.commands.setPrivate(u"privacy"_s, "search", QByteArray(findable[size_t(index)]));
    });
    connect(m_list, &QListWidget::currentRowChanged, this,
            [this](int row) { m_unblock->setEnabled(row >= 0); });
    connect(m_block, &QPushButton::clicked, this, &PrivacyPage::block);
    connect(m_unblock, &QPushButton::clicked, this, &PrivacyPage::unblock);
    connect(&context.feed, &Feed::changed, this, &PrivacyPage::refresh);
    refresh();
}

void PrivacyPage::refresh()
{
    if (const auto now = m_context.reader.setting(u"privacy"_s, "search")) {
        const auto at = std::find_if(findable.begin(), findable.end(),
                                     [&](const char *one) { return *now == QByteArray(one); });
        m_findable->setCurrentIndex(at == findable.end() ? 0 : int(at - findable.begin()));
    }
    auto blocked = m_context.reader.blocked();
    if (!blocked) return;
    if (m_blocked != *blocked) {
        const int row = m_list->currentRow();
        m_blocked = *std::move(blocked);
        m_list->clear();
        for (const UserInfo &one : m_blocked)
            m_list->addItem(one.login.isEmpty() ? tr("Somebody who is not known here")
                                                : tr("%1, @%2").arg(one.name, one.login));
        m_list->setCurrentRow(std::min(std::max(row, 0), m_list->count() - 1));
    }
    m_unblock->setEnabled(m_list->currentRow() >= 0);
}

void PrivacyPage::block()
{
    QSet<UserId> already{m_context.reader.me()};
    for (const UserInfo &one : m_blocked) already.insert(one.user);
    auto *dialog = new NewChatDialog(m_context, tr("Block somebody"), already, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (dialog->person())
            m_context.commands.setPrivate(u"block"_s, dialog->person()->user.text(), wire::encodeFlag(true));
    });
    dialog->open();
}

void PrivacyPage::unblock()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= int(m_blocked.size())) return;
    m_context.commands.setPrivate(u"block"_s, m_blocked[size_t(row)].user.text(), wire::removedValue());
}

} // namespace kith
