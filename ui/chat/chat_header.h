#pragma once
#include "ui/models/live_state.h"

#include <QAbstractButton>

namespace kith {

/// The line above a conversation: avatar, title, what is known of the other side. Opens the details.
class ChatHeader final : public QAbstractButton {
    Q_OBJECT
public:
    ChatHeader(const Context &context, const LiveState &live, QWidget *parent = nullptr);
    void show(const ChatSummary &chat);
    QString statusText() const { return m_status; }
    QSize sizeHint() const override { return {200, 60}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    const Context &m_context;
    const LiveState &m_live;
    ChatSummary m_chat;
    QString m_status;
    bool m_lively = false; // typing or online
};

} // namespace kith
