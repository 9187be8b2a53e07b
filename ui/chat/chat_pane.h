#pragma once
#include "ui/chat/chat_header.h"
#include "ui/chat/composer.h"
#include "ui/chat/message_view.h"

#include <QWidget>

class QMenu;
class QStackedWidget;
class QToolButton;

namespace kith {

/// One open conversation: header, messages, composer; nothing open shows an invitation.
class ChatPane final : public QWidget {
    Q_OBJECT
public:
    ChatPane(const Context &context, const LiveState &live, QWidget *parent = nullptr);

    void open(const ChatId &chat);
    void openAt(const ChatId &chat, const Mid &mid);
    ChatId chat() const { return m_model->chat(); }
    MessageView *view() const { return m_view; }
    MessageListModel *model() const { return m_model; }
    Composer *composer() const { return m_composer; }
    ChatHeader *header() const { return m_header; }

Q_SIGNALS:
    void detailsWanted(const kith::ChatId &chat);
    void storyWanted(const kith::ChatId &chat, const kith::Mid &mid);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void summaryChanged();
    void partClicked(int row, const BubbleLayout::Hit &hit);
    void showMenu(int row, const QPoint &at);
    void addStory(QMenu &menu, const Message &message);
    void showFailure(const Message &message, const QPoint &at);
    void deleteMessage(const Message &message);
    void jumpTo(const Mid &mid);
    void editLast();
    void seen(Seq upTo);
    void apply(const ChangeSet &changes);
    void placeDownButton();

    const Context &m_context;
    MessageListModel *m_model;
    QStackedWidget *m_pages;
    ChatHeader *m_header;
    MessageView *m_view;
    Composer *m_composer;
    QToolButton *m_down;
    Seq m_markedSeen;
};

} // namespace kith
