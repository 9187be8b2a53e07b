#pragma once
#include "ui/context.h"

#include <QHash>
#include <QTimer>

namespace kith {

/// Who is typing, who is here, how the connection is: never stored, forgotten when it gets old. The timer
/// runs only while somebody types.
class LiveState final : public QObject {
    Q_OBJECT
public:
    explicit LiveState(const Context &context, QObject *parent = nullptr);

    /// "typing…" in a direct chat, "Ana is typing…" in a group; empty when nobody is.
    QString typing(const ChatId &chat, bool group) const;
    Presence presence(const UserId &user) const;
    void setConnection(const Connection &connection);
    const Connection &connection() const { return m_connection; }
    /// Until when the server asked to wait with this chat's next change (wall clock; 0 = it did not), and
    /// why.
    std::pair<qint64, QString> laneWait(const ChatId &chat) const { return m_lanes.value(chat); }

Q_SIGNALS:
    void typingChanged(const kith::ChatId &chat);
    void presenceChanged();
    void connectionChanged(); // or what the server asks to wait for

private:
    void setTyping(const ChatId &chat, const UserId &user, bool on);
    void dropOld();

    const Context &m_context;
    QHash<ChatId, QHash<UserId, qint64>> m_typing; // until, steady clock
    QHash<UserId, Presence> m_presence;
    QHash<ChatId, std::pair<qint64, QString>> m_lanes;
    Connection m_connection;
    QTimer m_expiry;
};

} // namespace kith
