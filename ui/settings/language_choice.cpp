#include "ui/settings/language_choice.h"

#include "ui/settings/language.h"
#include "ui/text/words.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace kith {

LanguageChoice::LanguageChoice(Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_preferences(preferences)
    , m_before(preferences.values().language)
    , m_box(new QComboBox(this))
    , m_note(new QLabel(this))
{
    m_box->addItem(tr("As the system"), QString());
    for (const Language::Known &one : Language::all()) m_box->addItem(one.name, one.code);
    m_box->setCurrentIndex(std::max(0, m_box->findData(m_before)));
    m_box->setAccessibleName(tr("Language"));
    setFocusProxy(m_box);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_box);
    column->addWidget(m_note);
    connect(m_box, &QComboBox::currentIndexChanged, this, &LanguageChoice::take);
}

void LanguageChoice::take()
{
    Preferences::Values values = m_preferences.values();
    values.language = m_box->currentData().toString();
    const Status kept = m_preferences.set(values);
    m_note->setText(kept ? tr("Kith speaks this language from its next start on.")
                         : words::fault(kept.error()));
    m_note->setVisible(!kept || values.language != m_before);
}

} // namespace kith
