#pragma once
#include "ui/list/list_delegate.h"
#include "ui/models/search_model.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace kith {

/// The left pane: search field, chats or what was found, the connection in words.
class ListPane final : public QWidget {
    Q_OBJECT
public:
    ListPane(const Context &context, ChatListModel &chats, QWidget *parent = nullptr);

    void select(const ChatId &chat); // null = nothing
    void selectNext(int step);       // Alt+Up, Alt+Down
    void focusSearch();
    void searchFor(const QString &text);
    /// What Ctrl+K can do beside finding.
    void setCommands(std::vector<PaletteCommand> commands);
    void setConnection(const Connection &connection);
    void readStatus();
    QListView *list() const { return m_list; }

Q_SIGNALS:
    void chatWanted(const kith::ChatId &chat);
    void messageWanted(const kith::ChatId &chat, const kith::Mid &mid);
    void personWanted(const kith::UserInfo &user);
    void newChatWanted();
    void newGroupWanted();
    void signInAgainWanted();
    void verifyWanted(const kith::ChatId &chat); // null = all
    void diagnosticsWanted();
    void settingsWanted(bool about);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeTop();
    QWidget *makeFoot();
    QWidget *makeEmpty();
    void activate(const QModelIndex &index);
    void searchChanged(const QString &text);
    void showRightPage();
    void restyle();
    void showConnection();
    void chatMenu(const QPoint &at);

    const Context &m_context;
    ChatListModel &m_chats;
    SearchModel *m_search;
    ListDelegate *m_delegate;
    QLineEdit *m_field;
    QToolButton *m_new;
    QStackedWidget *m_pages;
    QListView *m_list, *m_found;
    QWidget *m_empty;
    QLabel *m_emptyArt, *m_link, *m_outbox;
    QPushButton *m_tryNow;
    ChatId m_selected;
    Connection m_connection;
    QTimer m_countdown, m_statusLater; // run only while there is something to count
};

} // namespace kith
