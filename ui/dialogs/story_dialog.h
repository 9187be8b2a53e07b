#pragma once
#include "ui/models/live_state.h"
#include "ui/text/story_words.h"

#include <QDialog>

class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace kith {

/// What happened to one message, and what comes next; follows what happens while it is open.
class StoryDialog final : public QDialog {
    Q_OBJECT
public:
    StoryDialog(const Context &context, const LiveState &live, const ChatId &chat, const Mid &mid,
                QWidget *parent = nullptr);

    QString text() const; // all of it, as it goes to the clipboard

private:
    void refresh();
    void tell(const words::StoryText &story);

    const Context &m_context;
    const LiveState &m_live;
    const ChatId m_chat;
    const Mid m_mid;
    words::StoryText m_story;
    qint64 m_shownAtMs = 0;
    QLabel *m_headline, *m_next;
    QScrollArea *m_area;
    QPushButton *m_retry;
    QTimer m_countdown;
};

} // namespace kith
