#pragma once
#include "ui/chat/chat_header.h"
#include "ui/chat/composer.h"
#include "ui/chat/message_view.h"
#include "ui/chat/search_bar.h"

#include <QPointer>
#include <QWidget>

class QMenu;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace kith {

class ChoiceBar;
class DropHint;
class SendFilesDialog;
class UndoBar;

/// One open conversation: header, messages, composer; nothing open shows an invitation.
class ChatPane final : public QWidget {
    Q_OBJECT
public:
    ChatPane(const Context &context, const LiveState &live, Media &media, QWidget *parent = nullptr);

    void open(const ChatId &chat);
    void openAt(const ChatId &chat, const Mid &mid);
    void searchHere(); // Ctrl+F
    void attach();
    /// Goes to the message; one that is not held is looked for on the server and loaded first.
    void jumpTo(const Mid &mid);
    /// Asks for a day and goes there.
    void askDay(qint64 shownMs);
    /// What can still be taken back no longer can.
    void settle();
    ChatId chat() const { return m_model->chat(); }
    MessageView *view() const { return m_view; }
    MessageListModel *model() const { return m_model; }
    Composer *composer() const { return m_composer; }
    SearchBar *searchBar() const { return m_searchBar; }
    ChatHeader *header() const { return m_header; }

Q_SIGNALS:
    void detailsWanted(const kith::ChatId &chat);
    void storyWanted(const kith::ChatId &chat, const kith::Mid &mid);
    void forwardWanted(const std::vector<kith::Mid> &mids);
    void messageWanted(const kith::ChatId &chat, const kith::Mid &mid);
    void personClicked(const kith::UserId &user);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void summaryChanged();
    void partClicked(int row, const BubbleLayout::Hit &hit);
    void showMenu(int row, const QPoint &at);
    // chat_pane_files.cpp
    void prepareFiles();
    void offerFiles(const QStringList &paths);
    SendFilesDialog *sendDialog(); // that is open, or a new one; nullptr where nothing can be sent
    void fileClicked(const Message &message, int index, bool knob);
    void view(const Message &message, int index);
    void cancelTransfer(const Message &message, const AttachmentView &file);
    void openFile(const AttachmentView &file);
    void saveFile(const AttachmentView &file);
    void addFileActions(QMenu &menu, const Message &message);
    void addStory(QMenu &menu, const Message &message);
    void showFailure(const Message &message, const QPoint &at);
    void addMore(QMenu &menu, const Message &message);
    void jumpToSource(const ForwardSource &source);
    // chat_pane_actions.cpp
    void prepareBars(QVBoxLayout &column);
    void startChoosing(const Mid &first);
    void copyChosen();
    void addDeletions(QMenu &menu, const std::vector<Message> &messages, bool chosen);
    void deleteForMe(const QList<Mid> &mids);
    void deleteForAll(const QList<Mid> &mids);
    void showVersions(const Message &message);
    void goToDay(const QDate &day);
    void dayFound(const DatePlace &place);
    void showDay(bool mayAsk);
    void originalFound(const Whereabouts &where);
    void editLast();
    void seen(Seq upTo);
    void apply(const ChangeSet &changes);
    void placeDownButton();

    const Context &m_context;
    Media &m_media;
    MessageListModel *m_model;
    QStackedWidget *m_pages;
    ChatHeader *m_header;
    SearchBar *m_searchBar;
    MessageView *m_view;
    Composer *m_composer;
    QToolButton *m_down;
    ChoiceBar *m_choice = nullptr;
    UndoBar *m_undo = nullptr;
    DropHint *m_drop = nullptr;
    QPointer<SendFilesDialog> m_sendFiles;
    Mid m_jump;             // wanted, not held yet
    quint64 m_asked = 0;    // about it
    quint64 m_dayAsked = 0; // where a day begins
    Seq m_daySeq;           // of that day, wanted
    Seq m_markedSeen;
};

} // namespace kith
