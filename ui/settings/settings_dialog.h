#pragma once
#include "ui/models/list_row.h"
#include "ui/settings/preferences.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFontComboBox;
class QLabel;
class QPlainTextEdit;
class QSpinBox;
class QTabWidget;
class QTimeEdit;

namespace kith {

/// What the resource contract says and what is true now.
struct ResourceReport {
    qint64 memoryBytes = 0; // resident; 0 = this system does not tell
    qint64 startMs = -1;    // from the start of the program to the first painted window; -1 = not known
    MirrorStatus mirror;
};
QString spoken(const ResourceReport &report);

/// Look, notifications, shortcuts, and what this program is. Everything takes effect while it is changed.
class SettingsDialog final : public QDialog {
    Q_OBJECT
public:
    enum class Page : quint8 { Look, Notifications, Shortcuts, About };
    struct Wishes {
        std::function<NotifyVerdict()> testNotification; // empty where nobody is signed in
        std::function<ResourceReport()> resources;
        std::vector<PaletteCommand> commands; // for the list of shortcuts
        bool trayThere = false;
    };
    SettingsDialog(Preferences &preferences, Wishes wishes, QWidget *parent);
    void open(Page page);

private:
    QWidget *lookPage();
    QWidget *notificationsPage();
    QWidget *shortcutsPage();
    QWidget *aboutPage();
    void take(); // what the controls say

    Preferences &m_preferences;
    const Wishes m_wishes;
    QTabWidget *m_tabs;
    QComboBox *m_style = nullptr, *m_preview = nullptr;
    QFontComboBox *m_font = nullptr;
    QCheckBox *m_ownFont = nullptr, *m_on = nullptr, *m_dnd = nullptr, *m_quiet = nullptr, *m_tray = nullptr;
    QSpinBox *m_scale = nullptr;
    QTimeEdit *m_from = nullptr, *m_to = nullptr;
    QLabel *m_told = nullptr, *m_fault = nullptr, *m_resources = nullptr;
};

} // namespace kith
