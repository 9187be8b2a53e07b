#pragma once
#include "ui/context.h"
#include "ui/settings/preferences.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace kith {

/// What takes room on this computer, chat by chat; lets files go that the server has too. Texts always stay.
class StoragePage final : public QWidget {
    Q_OBJECT
public:
    StoragePage(const Context &context, Preferences &preferences, QWidget *parent);

Q_SIGNALS:
    void exportWanted();

private:
    void refresh();
    void makeList();
    void drop(bool all);

    static constexpr int mostChats = 500; // shown, the largest first

    const Context m_context;
    Preferences &m_preferences;
    QLabel *m_total;
    QTreeWidget *m_list;
    QComboBox *m_cap;
    QPushButton *m_dropOne, *m_dropAll;
    std::vector<ChatFiles> m_chats;
};

} // namespace kith
