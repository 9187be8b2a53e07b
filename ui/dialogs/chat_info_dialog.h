#pragma once
#include "ui/models/live_state.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace kith {

/// Who is in a chat, and what may be done about it.
class ChatInfoDialog final : public QDialog {
    Q_OBJECT
public:
    ChatInfoDialog(const Context &context, const LiveState &live, const ChatId &chat,
                   QWidget *parent = nullptr);

Q_SIGNALS:
    void exportWanted(const kith::ChatId &chat); // the dialog is closed then

private:
    static constexpr int mostMembers = 500;

    void refresh();
    void makeTop(QVBoxLayout &column);
    void makeButtons(QVBoxLayout &column);
    void rename();
    void addMember();
    void leave();
    void memberMenu(const QPoint &at);

    const Context &m_context;
    const LiveState &m_live;
    ChatId m_chat;
    ChatSummary m_summary;
    std::vector<Member> m_members;
    Role m_myRole = Role::Member;
    QLineEdit *m_title;
    QLabel *m_name, *m_note;
    QListWidget *m_list;
    QPushButton *m_rename, *m_add, *m_leave;
};

} // namespace kith
