#pragma once
#include "ui/models/chat_list_model.h"

#include <QStyledItemDelegate>

namespace kith {

/// Draws the rows of the left pane: chats, search hits, people, headings.
class ListDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    ListDelegate(const Context &context, const ChatListModel &chats, QObject *parent = nullptr);

    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void refreshFonts();

private:
    void paintChat(QPainter &p, const QStyleOptionViewItem &option, const ListRow &row) const;
    void paintTwoLines(QPainter &p, const QStyleOptionViewItem &option, const QByteArray &key,
                       const QString &title, const QString &text, const QString &time, bool group) const;
    int paintBadge(QPainter &p, const QRect &line, const ChatSummary &chat, bool selected) const;
    void paintHeading(QPainter &p, const QStyleOptionViewItem &option, const ListRow &row) const;
    void paintHit(QPainter &p, const QStyleOptionViewItem &option, const ListRow &row) const;
    void paintCommand(QPainter &p, const QStyleOptionViewItem &option, const ListRow &row) const;
    void paintGround(QPainter &p, const QStyleOptionViewItem &option) const;

    const Context &m_context;
    const ChatListModel &m_chats;
    QFont m_title, m_text, m_small, m_heading, m_badge;
};

} // namespace kith
