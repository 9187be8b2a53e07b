#pragma once
#include "ui/dialogs/people_picker.h"

#include <QDialog>

class QDialogButtonBox;
class QListWidget;

namespace kith {

/// Finds one person.
class NewChatDialog final : public QDialog {
    Q_OBJECT
public:
    NewChatDialog(const Context &context, const QString &title, const QSet<UserId> &leftOut,
                  QWidget *parent = nullptr);
    std::optional<UserInfo> person() const { return m_person; }

private:
    std::optional<UserInfo> m_person;
};

/// Title and members of a new group.
class NewGroupDialog final : public QDialog {
    Q_OBJECT
public:
    explicit NewGroupDialog(const Context &context, QWidget *parent = nullptr);
    QString title() const;
    std::vector<UserInfo> members() const { return m_members; }

private:
    void add(const UserInfo &person);
    void removeCurrent();
    void refresh();

    QLineEdit *m_title;
    QListWidget *m_chosen;
    PeoplePicker *m_picker;
    QDialogButtonBox *m_buttons;
    std::vector<UserInfo> m_members;
};

} // namespace kith
