#include "ui/dialogs/forward_dialog.h"

#include "ui/list/list_delegate.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace kith {

ForwardDialog::ForwardDialog(const Context &context, const ChatListModel &chats, int messages,
                             QWidget *parent)
    : QDialog(parent)
    , m_model(new ChatPickModel(context, chats, this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_silent(new QCheckBox(tr("Send without a sound"), this))
{
    setWindowTitle(tr("Forward %n messages", nullptr, messages));
    resize(400, 480);
    m_field->setPlaceholderText(tr("Search chats"));
    m_field->setAccessibleName(tr("Search chats"));
    m_field->setMinimumHeight(36);
    m_field->installEventFilter(this);
    m_list->setAccessibleName(tr("Chats"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new ListDelegate(context, chats, this));
    m_list->setModel(m_model);
    m_silent->setAccessibleName(m_silent->text());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_send = buttons->addButton(tr("Forward"), QDialogButtonBox::AcceptRole);
    m_send->setDefault(true);
    for (QAbstractButton *button : buttons->buttons())
        button->setAccessibleName(button->text().remove(QLatin1Char('&')));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 14, 14, 12);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_silent);
    column->addWidget(buttons);
    const auto first = [this] {
        if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
            m_list->setCurrentIndex(m_model->index(0));
        m_send->setEnabled(m_list->currentIndex().isValid());
    };
    connect(m_field, &QLineEdit::textChanged, m_model, &ChatPickModel::find);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, first);
    connect(m_model, &QAbstractItemModel::modelReset, this, first);
    connect(m_list, &QListView::activated, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    first();
    m_field->setFocus();
}

ChatId ForwardDialog::chat() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? m_model->chatAt(index.row()) : ChatId{};
}

bool ForwardDialog::isSilent() const { return m_silent->isChecked(); }

/// Up and down move in the list while one types.
bool ForwardDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress) return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Up && key != Qt::Key_Down) return false;
    const int row = m_list->currentIndex().row() + (key == Qt::Key_Up ? -1 : 1);
    if (row >= 0 && row < m_model->rowCount()) m_list->setCurrentIndex(m_model->index(row));
    return true;
}

} // namespace kith
