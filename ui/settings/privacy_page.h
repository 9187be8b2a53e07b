#pragma once
#include "ui/context.h"

#include <QWidget>

class QComboBox;
class QListWidget;
class QPushButton;

namespace kith {

/// Who may find the person, and whom they have blocked. All of it is the account's, on every device.
class PrivacyPage final : public QWidget {
    Q_OBJECT
public:
    PrivacyPage(const Context &context, QWidget *parent);

private:
    void refresh();
    void block();
    void unblock();

    const Context m_context;
    QComboBox *m_findable;
    QListWidget *m_list;
    QPushButton *m_block, *m_unblock;
    std::vector<UserInfo> m_blocked;
};

} // namespace kith
