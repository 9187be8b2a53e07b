#include "ui/dialogs/date_dialog.h"

#include <QCalendarWidget>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kith {

DateDialog::DateDialog(const QDate &shown, const QDate &today, QWidget *parent)
    : QDialog(parent)
    , m_calendar(new QCalendarWidget(this))
{
    setWindowTitle(tr("Go to a day"));
    m_calendar->setAccessibleName(tr("Day"));
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setMaximumDate(today);
    m_calendar->setSelectedDate(qMin(shown, today));
    const auto name = [this](const QString &object, const QString &spoken) {
        if (auto *one = m_calendar->findChild<QWidget *>(object)) one->setAccessibleName(spoken);
    };
    name(u"qt_calendar_prevmonth"_s, tr("Previous month"));
    name(u"qt_calendar_nextmonth"_s, tr("Next month"));
    name(u"qt_calendar_monthbutton"_s, tr("Month"));
    name(u"qt_calendar_yearbutton"_s, tr("Year"));
    name(u"qt_calendar_yearedit"_s, tr("Year"));
    name(u"qt_calendar_calendarview"_s, tr("Days of the month"));
    connect(m_calendar, &QCalendarWidget::activated, this, &QDialog::accept);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *go = buttons->addButton(tr("Go there"), QDialogButtonBox::AcceptRole);
    go->setDefault(true);
    for (QAbstractButton *button : buttons->buttons()) button->setAccessibleName(button->text().remove(u'&'));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 14, 14, 12);
    column->addWidget(m_calendar);
    column->addWidget(buttons);
    m_calendar->setFocus();
}

QDate DateDialog::date() const { return m_calendar->selectedDate(); }

} // namespace kith
