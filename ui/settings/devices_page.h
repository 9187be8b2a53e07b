#pragma once
#include "ui/settings/account_port.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace kith {

/// Who is signed in where, the password, and the ends of it all.
class DevicesPage final : public QWidget {
    Q_OBJECT
public:
    DevicesPage(AccountPort &port, QWidget *parent);

private:
    void load();
    void say(const QString &text);
    void show(const std::vector<AccountPort::Device> &devices);
    void end(bool others);
    void changePassword();
    void deleteAccount();
    void signOut();
    void ask(const QString &question, const QString &more, const QString &yes, std::function<void()> act);
    /// Answers one request: says what came of it, and `then` when it succeeded.
    std::function<void(const Status &)> told(const QString &good, std::function<void()> then = {});
    void setBusy(bool busy);

    AccountPort &m_port;
    std::vector<AccountPort::Device> m_devices;
    QTreeWidget *m_list;
    QPushButton *m_end, *m_others, *m_again, *m_password, *m_delete, *m_signOut;
    QLabel *m_note;
};

} // namespace kith
