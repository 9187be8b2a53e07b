#pragma once
#include "ui/models/chat_pick_model.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QListView;
class QPushButton;

namespace kith {

/// To which chat? With a search field; Enter or a double click picks.
class ForwardDialog final : public QDialog {
    Q_OBJECT
public:
    ForwardDialog(const Context &context, const ChatListModel &chats, int messages,
                  QWidget *parent = nullptr);
    ChatId chat() const;
    bool isSilent() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    ChatPickModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QCheckBox *m_silent;
    QPushButton *m_send;
};

} // namespace kith
