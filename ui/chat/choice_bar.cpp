#include "ui/chat/choice_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace kith {

ChoiceBar::ChoiceBar(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_count(new QLabel(this))
    , m_forward(new QPushButton(tr("&Forward…"), this))
    , m_copy(new QPushButton(tr("&Copy"), this))
    , m_delete(new QPushButton(tr("&Delete…"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    m_count->setTextFormat(Qt::PlainText);
    m_forward->setAccessibleName(tr("Forward the chosen messages"));
    m_copy->setAccessibleName(tr("Copy the chosen messages"));
    m_delete->setAccessibleName(tr("Delete the chosen messages"));
    m_cancel->setAccessibleName(tr("Stop choosing messages"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(18, 6, 12, 6);
    line->addWidget(m_count, 1);
    for (QPushButton *button : {m_forward, m_copy, m_delete, m_cancel}) line->addWidget(button);
    connect(m_forward, &QPushButton::clicked, this, &ChoiceBar::forwardWanted);
    connect(m_copy, &QPushButton::clicked, this, &ChoiceBar::copyWanted);
    connect(m_delete, &QPushButton::clicked, this, &ChoiceBar::deleteWanted);
    connect(m_cancel, &QPushButton::clicked, this, &ChoiceBar::leaveWanted);
    hide();
}

void ChoiceBar::setCount(int chosen)
{
    m_count->setText(chosen == 0 ? tr("Choose messages") : tr("%n messages chosen", nullptr, chosen));
    for (QPushButton *button : {m_forward, m_copy, m_delete}) button->setEnabled(chosen > 0);
}

void ChoiceBar::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), m_look.theme().panel);
    p.fillRect(QRect(0, 0, width(), 1), m_look.theme().line);
}

} // namespace kith
