#pragma once
#include "ui/login/sign_in_port.h"
#include "ui/style/theme.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;
class QAction;

namespace kith {

/// Server, login, password; or the same with a name for a new account. The address is looked at while it is
/// typed, so that nobody types a password for a server that is not there.
class SignInPage final : public QWidget {
    Q_OBJECT
public:
    SignInPage(SignInPort &port, Look &look, QWidget *parent = nullptr);
    /// Signing in again to an account that is already here.
    void prefill(const QString &server, const QString &login, const QString &note);

Q_SIGNALS:
    void signedIn();
    void networkWanted(const QString &server); // as typed so far

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeCard();
    void addField(QVBoxLayout &column, const QString &label, QLineEdit *field);
    void lookAtServer();
    void showCheck(const ServerCheck &check);
    void setRegistering(bool on);
    void setBusy(bool busy);
    void submit();
    void refresh();
    void restyle();
    void tell(const QString &problem);
    QString missing() const; // what keeps the form from being sent; empty = nothing

    SignInPort &m_port;
    Look &m_look;
    QWidget *m_card;
    QLabel *m_logo, *m_title, *m_checkIcon, *m_checkText, *m_problem, *m_nameLabel;
    QLineEdit *m_server, *m_login, *m_password, *m_name;
    QAction *m_eye = nullptr;
    QPushButton *m_go, *m_other, *m_proxy;
    QTimer m_typed;
    ServerCheck m_check;
    bool m_registering = false, m_busy = false;
};

} // namespace kith
