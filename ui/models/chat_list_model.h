#pragma once
#include "ui/models/list_row.h"
#include "ui/models/live_state.h"

#include <QAbstractListModel>
#include <QCache>

namespace kith {

/// The chats in order. Holds places only (a few bytes each); rows are read when they are drawn and kept in a
/// bounded cache, so that 10,000 chats cost what the screen shows.
class ChatListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    ChatListModel(const Context &context, const LiveState &live, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void reload();
    ChatId chatAt(int row) const { return m_places[size_t(row)].chat; }
    int rowOf(const ChatId &chat) const; // -1 = not in the list
    const std::vector<ChatPlace> &places() const { return m_places; }
    /// The row's value; nullptr when the mirror cannot give it. Valid until the next call.
    const ChatSummary *summary(const ChatId &chat) const;
    QString userName(const UserId &user) const;

private:
    static constexpr int cachedRows = 300;

    void apply(const ChangeSet &changes);
    void reorder(std::vector<ChatPlace> next);
    void touch(const ChatId &chat);

    const Context &m_context;
    const LiveState &m_live;
    std::vector<ChatPlace> m_places;
    mutable QCache<ChatId, ChatSummary> m_rows{cachedRows};
    mutable QHash<UserId, QString> m_names;
};

} // namespace kith
