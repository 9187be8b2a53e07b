#include "ui/models/chat_list_model.h"

#include "core/base/log.h"
#include "ui/text/words.h"

namespace kith {

ChatListModel::ChatListModel(const Context &context, const LiveState &live, QObject *parent)
    : QAbstractListModel(parent)
    , m_context(context)
    , m_live(live)
{
    connect(&context.feed, &Feed::changed, this, &ChatListModel::apply);
    connect(&live, &LiveState::typingChanged, this, &ChatListModel::touch);
    reload();
}

int ChatListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_places.size());
}

QVariant ChatListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    if (role == ListKindRole) return int(ListRow::Kind::Chat);
    if (role != ListRowRole && role != Qt::DisplayRole && role != Qt::AccessibleTextRole &&
        role != Qt::ToolTipRole)
        return {};
    const ChatSummary *chat = summary(chatAt(index.row()));
    if (!chat) return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return chat->title;
    ListRow row;
    row.chat = *chat;
    row.typing = m_live.typing(chat->chat, chat->kind == ChatKind::Group);
    if (role == ListRowRole) return QVariant::fromValue(row);
    return spokenRow(row, m_context.clock.wallMs(), [this](const UserId &user) { return userName(user); });
}

const ChatSummary *ChatListModel::summary(const ChatId &chat) const
{
    if (const ChatSummary *held = m_rows.object(chat)) return held;
    auto read = m_context.reader.chat(chat);
    if (!read) {
        qCWarning(lcUi) << "a chat row cannot be read:" << read.error().what;
        return nullptr;
    }
    auto *row = new ChatSummary(*std::move(read));
    m_rows.insert(chat, row);
    return row;
}

QString ChatListModel::userName(const UserId &user) const
{
    if (user == m_context.reader.me()) return tr("you");
    const auto held = m_names.constFind(user);
    if (held != m_names.cend()) return *held;
    if (m_names.size() > 1000) m_names.clear();
    const auto read = m_context.reader.user(user);
    const QString name = read && *read ? (*read)->name : tr("somebody");
    if (read && *read) m_names.insert(user, name);
    return name;
}

int ChatListModel::rowOf(const ChatId &chat) const
{
    const auto at =
        std::find_if(m_places.begin(), m_places.end(), [&](const ChatPlace &p) { return p.chat == chat; });
    return at == m_places.end() ? -1 : int(at - m_places.begin());
}

void ChatListModel::reload()
{
    auto places = m_context.reader.chatPlaces();
    if (!places) {
        qCWarning(lcUi) << "the chat list cannot be read:" << places.error().what;
        return;
    }
    reorder(*std::move(places));
}

void ChatListModel::apply(const ChangeSet &changes)
{
    bool named = false;
    for (auto it = changes.chats.cbegin(); it != changes.chats.cend(); ++it) {
        m_rows.remove(it.key());
        named |= it->info || it->whole;
    }
    if (named) m_names.clear();
    if (changes.list) reload();
    if (changes.chats.size() > 50) {
        if (!m_places.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    for (auto it = changes.chats.cbegin(); it != changes.chats.cend(); ++it) touch(it.key());
}

void ChatListModel::touch(const ChatId &chat)
{
    const int row = rowOf(chat);
    if (row >= 0) Q_EMIT dataChanged(index(row), index(row));
}

/// Removes what is gone, appends what is new, then moves everything at once; selection and scroll position
/// follow their chats.
void ChatListModel::reorder(std::vector<ChatPlace> next)
{
    if (next == m_places) return;
    QHash<ChatId, int> target;
    target.reserve(qsizetype(next.size()));
    for (size_t i = 0; i < next.size(); ++i) target.insert(next[i].chat, int(i));
    QSet<ChatId> held;
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (target.contains(chatAt(row))) {
            held.insert(chatAt(row));
            continue;
        }
        beginRemoveRows({}, row, row);
        m_places.erase(m_places.begin() + row);
        endRemoveRows();
    }
    std::vector<ChatPlace> added;
    for (const ChatPlace &place : next) {
        if (!held.contains(place.chat)) added.push_back(place);
    }
    if (!added.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + int(added.size()) - 1);
        m_places.insert(m_places.end(), added.begin(), added.end());
        endInsertRows();
    }
    bool moved = false;
    for (size_t i = 0; i < next.size() && !moved; ++i) moved = !(next[i].chat == m_places[i].chat);
    if (!moved) {
        m_places = std::move(next);
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    for (const QModelIndex &one : from) to.append(index(target.value(chatAt(one.row()))));
    m_places = std::move(next);
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

} // namespace kith
