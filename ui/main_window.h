#pragma once
#include "ui/chat/chat_pane.h"
#include "ui/list/list_pane.h"
#include "ui/login/sign_in_page.h"
#include "ui/text/links.h"

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
    const Context &context() const { return m_context; }
    QSplitter *splitter() const { return m_splitter; }

    void newChat();
    void newGroup();
    void searchHere(); // in the open chat, else everywhere
    void cyclePanes(int step);
    void setActive(bool active);
    /// In front of the person: open, at its end, in the active window.
    bool isOnScreen(const ChatId &chat) const;
    /// Goes where it leads; false: it leads nowhere here.
    bool follow(const KithLink &link);
    std::vector<PaletteCommand> commands();
    void setConnection(const Connection &connection);
    void verifyHistory(const ChatId &chat); // null = all chats
    void exportHistory(const ChatId &chat); // null = all chats

Q_SIGNALS:
    void signInAgainWanted();
    void unreadChanged(int total);
    void settingsWanted(bool about);

private:
    void startWith(const UserInfo &person);
    void showPerson(const UserId &user);
    void forward(const std::vector<Mid> &mids);
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
    /// Asked when the person closes the window: true = it only goes out of sight.
    void setMayHide(std::function<bool()> mayHide) { m_mayHide = std::move(mayHide); }
    void raiseToFront();

Q_SIGNALS:
    void closed(); // for good
    void quitWanted();
    void settingsWanted(bool about);
    void unreadChanged(int total);

Q_SIGNALS:
    void diagnosticsWanted(); // also while nobody is signed in

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void addShortcuts();

    Look &m_look;
    std::function<bool()> m_mayHide;
    Workspace *m_workspace = nullptr;
    SignInPage *m_signIn = nullptr;
};

} // namespace kith
