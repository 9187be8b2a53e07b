#pragma once
#include "ui/context.h"

#include <QHash>
#include <QTimer>

namespace kith {

/// Who is typing and who is here: never stored, forgotten when it gets old. The timer runs only while
/// somebody types.
class LiveState final : public QObject {
    Q_OBJECT
public:
    explicit LiveState(const Context &context, QObject *parent = nullptr);

    /// "typing…" in a direct chat, "Ana is typing…" in a group; empty when nobody is.
    QString typing(const ChatId &chat, bool group) const;
    Presence presence(const UserId &user) const;

Q_SIGNALS:
    void typingChanged(const kith::ChatId &chat);
    void presenceChanged();

private:
    void setTyping(const ChatId &chat, const UserId &user, bool on);
    void dropOld();

    const Context &m_context;
    QHash<ChatId, QHash<UserId, qint64>> m_typing; // until, steady clock
    QHash<UserId, Presence> m_presence;
    QTimer m_expiry;
};

} // namespace kith
