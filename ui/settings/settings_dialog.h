#pragma once
#include "ui/context.h"
#include "ui/models/list_row.h"
#include "ui/settings/account_port.h"
#include "ui/settings/network_port.h"
#include "ui/settings/preferences.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFontComboBox;
class QLabel;
class QPlainTextEdit;
class QSpinBox;
class QListWidget;
class QStackedWidget;
class QTimeEdit;

namespace kith {

/// What the resource contract says and what is true now.
struct ResourceReport {
    qint64 memoryBytes = 0; // resident; 0 = this system does not tell
    qint64 startMs = -1;    // from the start of the program to the first painted window; -1 = not known
    MirrorStatus mirror;
};
QString spoken(const ResourceReport &report);

/// Look, notifications, the account and its devices, what is stored, the network, shortcuts, and what this
/// program is. Everything takes effect while it is changed.
class SettingsDialog final : public QDialog {
    Q_OBJECT
public:
    enum class Page : quint8 { Look, Notifications, Privacy, Devices, Storage, Network, Shortcuts, About };
    struct Wishes {
        std::function<NotifyVerdict()> testNotification; // empty where nobody is signed in
        std::function<ResourceReport()> resources;
        std::vector<PaletteCommand> commands; // for the list of shortcuts
        bool trayThere = false;
        const Context *context = nullptr; // of the open account; null where nobody is signed in
        AccountPort *account = nullptr;   // likewise
        NetworkPort *network = nullptr;
        std::function<void()> exportAll;
    };
    SettingsDialog(Preferences &preferences, Wishes wishes, QWidget *parent);
    void open(Page page);

private:
    void add(Page page, const QString &title, QWidget *widget);
    QWidget *lookPage();
    QWidget *notificationsPage();
    QWidget *shortcutsPage();
    QWidget *aboutPage();
    void take(); // what the controls say

    Preferences &m_preferences;
    const Wishes m_wishes;
    QListWidget *m_pages;
    QStackedWidget *m_stack;
    QComboBox *m_style = nullptr, *m_preview = nullptr;
    QFontComboBox *m_font = nullptr;
    QCheckBox *m_ownFont = nullptr, *m_on = nullptr, *m_dnd = nullptr, *m_quiet = nullptr, *m_tray = nullptr;
    QSpinBox *m_scale = nullptr;
    QTimeEdit *m_from = nullptr, *m_to = nullptr;
    QLabel *m_told = nullptr, *m_fault = nullptr, *m_resources = nullptr;
};

} // namespace kith
