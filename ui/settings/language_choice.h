#pragma once
#include "ui/settings/preferences.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace kith {

/// Chooses the language of the window. The words that stand in it already were made in the old one, so the
/// new one is spoken from the next start on, and this says so.
class LanguageChoice final : public QWidget {
    Q_OBJECT
public:
    LanguageChoice(Preferences &preferences, QWidget *parent);

private:
    void take();

    Preferences &m_preferences;
    const QString m_before; // what was chosen when the dialog was opened
    QComboBox *m_box;
    QLabel *m_note;
};

} // namespace kith
