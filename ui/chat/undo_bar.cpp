#include "ui/chat/undo_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace kith {

UndoBar::UndoBar(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_text(new QLabel(this))
    , m_undo(new QPushButton(tr("&Undo"), this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_undo->setAccessibleName(tr("Undo"));
    m_undo->setFlat(true);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(18, 4, 12, 4);
    line->addWidget(m_text, 1);
    line->addWidget(m_undo);
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &UndoBar::settleNow);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        m_end.stop();
        m_settle = nullptr;
        hide();
        if (const auto takeBack = std::exchange(m_takeBack, nullptr)) takeBack();
    });
    hide();
}

UndoBar::~UndoBar()
{
    if (m_settle) m_settle();
}

void UndoBar::offer(const QString &text, int ms, std::function<void()> undo, std::function<void()> settle)
{
    settleNow();
    m_text->setText(text);
    m_takeBack = std::move(undo);
    m_settle = std::move(settle);
    m_end.start(ms);
    show();
}

void UndoBar::settleNow()
{
    m_end.stop();
    hide();
    m_takeBack = nullptr;
    if (const auto settle = std::exchange(m_settle, nullptr)) settle();
}

void UndoBar::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), m_look.theme().panel);
    p.fillRect(QRect(0, 0, width(), 1), m_look.theme().line);
}

} // namespace kith
