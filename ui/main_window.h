#pragma once
#include "ui/chat/chat_pane.h"
#include "ui/list/list_pane.h"
#include "ui/login/sign_in_page.h"

#include <QMainWindow>

class QSplitter;

namespace kith {

/// List and conversation of one account.
class Workspace final : public QWidget {
    Q_OBJECT
public:
    explicit Workspace(const Context &context, QWidget *parent = nullptr);

    void openChat(const ChatId &chat);
    /// Opens the chat and fills the field as soon as the chat is there.
    void resume(Composer::Unfinished from);
    bool knows(const ChatId &chat) const { return m_chats->rowOf(chat) >= 0; }
    ListPane *list() const { return m_list; }
    ChatPane *pane() const { return m_pane; }
    Media *media() const { return m_media; }
    QSplitter *splitter() const { return m_splitter; }

    void newChat();
    void newGroup();
    void searchHere(); // in the open chat, else everywhere
    void cyclePanes(int step);
    void setActive(bool active);
    void setConnection(const Connection &connection);
    void verifyHistory(const ChatId &chat); // null = all chats

Q_SIGNALS:
    void signInAgainWanted();
    void unreadChanged(int total);

private:
    std::vector<PaletteCommand> commands();
    void startWith(const UserInfo &person);
    void showDetails(const ChatId &chat);
    void apply(const ChangeSet &changes);
    void countUnread();

    const Context m_context;
    LiveState *m_live;
    Media *m_media;
    ChatListModel *m_chats;
    ListPane *m_list;
    ChatPane *m_pane;
    QSplitter *m_splitter;
    ChatId m_opening; // made here, not yet in the mirror
    std::optional<Composer::Unfinished> m_resume;
    QTimer m_unreadLater;
};

/// The window: the sign-in page, or the workspace of an account.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Look &look);

    SignInPage *showSignIn(SignInPort &port);
    Workspace *showAccount(const Context &context);
    /// Takes the account's part of the window down; its Context may go afterwards.
    void clear();
    Workspace *workspace() const { return m_workspace; }
    SignInPage *signInPage() const { return m_signIn; }

Q_SIGNALS:
    void diagnosticsWanted(); // also while nobody is signed in

protected:
    void changeEvent(QEvent *event) override;

private:
    void addShortcuts();

    Look &m_look;
    Workspace *m_workspace = nullptr;
    SignInPage *m_signIn = nullptr;
};

} // namespace kith
