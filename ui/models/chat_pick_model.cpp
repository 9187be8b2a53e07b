#include "ui/models/chat_pick_model.h"

namespace kith {

ChatPickModel::ChatPickModel(const Context &context, const ChatListModel &chats, QObject *parent)
    : QAbstractListModel(parent)
    , m_context(context)
    , m_chats(chats)
{
    m_step.setSingleShot(true);
    connect(&m_step, &QTimer::timeout, this, &ChatPickModel::scan);
    find({});
}

int ChatPickModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_found.size());
}

QVariant ChatPickModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    if (role == ListKindRole) return int(ListRow::Kind::Chat);
    const ChatSummary *chat = m_chats.summary(chatAt(index.row()));
    if (!chat) return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) return chat->title;
    if (role != ListRowRole) return {};
    ListRow row;
    row.chat = *chat;
    return QVariant::fromValue(row);
}

void ChatPickModel::find(const QString &typed)
{
    beginResetModel();
    m_typed = typed.simplified();
    m_places = m_chats.places();
    m_found.clear();
    m_scanned = 0;
    endResetModel();
    scan();
}

void ChatPickModel::scan()
{
    std::vector<ChatId> more;
    const size_t end = std::min(m_scanned + scanStep, m_places.size());
    for (; m_scanned < end; ++m_scanned) {
        const auto chat = m_context.reader.chat(m_places[m_scanned].chat);
        if (chat && !chat->left && (m_typed.isEmpty() || chat->title.contains(m_typed, Qt::CaseInsensitive)))
            more.push_back(chat->chat);
    }
    if (!more.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + int(more.size()) - 1);
        m_found.insert(m_found.end(), more.begin(), more.end());
        endInsertRows();
    }
    if (m_scanned < m_places.size())
        m_step.start(0);
    else
        m_step.stop();
}

} // namespace kith
