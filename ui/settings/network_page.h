#pragma once
#include "ui/settings/network_port.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace kith {

/// The way out: directly, over the system's proxy or over one's own; and a test that names the hop that
/// fails.
class NetworkPage final : public QWidget {
    Q_OBJECT
public:
    NetworkPage(NetworkPort &port, QWidget *parent);
    ~NetworkPage() override;

private:
    ProxyChoice chosen() const;
    std::optional<QString> typedPassword() const;
    void refresh();
    void apply();
    void test();
    void say(const QString &text);
    void tell(const Hop &hop);

    NetworkPort &m_port;
    QComboBox *m_kind;
    QLineEdit *m_host, *m_user, *m_password, *m_server;
    QSpinBox *m_number;
    QPushButton *m_apply, *m_test;
    QListWidget *m_hops;
    QLabel *m_note;
    bool m_passwordTyped = false, m_failed = false;
};

} // namespace kith
