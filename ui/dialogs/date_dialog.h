#pragma once
#include <QDate>
#include <QDialog>

class QCalendarWidget;

namespace kith {

/// A calendar: which day of the conversation to go to.
class DateDialog final : public QDialog {
    Q_OBJECT
public:
    DateDialog(const QDate &shown, const QDate &today, QWidget *parent = nullptr);
    QDate date() const;

private:
    QCalendarWidget *m_calendar;
};

} // namespace kith
