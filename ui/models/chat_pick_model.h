#pragma once
#include "ui/models/chat_list_model.h"

#include <QTimer>

namespace kith {

/// The chats that one may write to, whose title has what is typed; in the order of the chat list. Titles are
/// looked through in small steps so that the window never waits.
class ChatPickModel final : public QAbstractListModel {
    Q_OBJECT
public:
    ChatPickModel(const Context &context, const ChatListModel &chats, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    void find(const QString &typed);
    ChatId chatAt(int row) const { return m_found[size_t(row)]; }

private:
    static constexpr int scanStep = 200;
    void scan();

    const Context &m_context;
    const ChatListModel &m_chats;
    QString m_typed;
    size_t m_scanned = 0;
    std::vector<ChatPlace> m_places;
    std::vector<ChatId> m_found;
    QTimer m_step;
};

} // namespace kith
