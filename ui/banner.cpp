#include "ui/banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kith {

Banner::Banner(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_try(new QPushButton(tr("Try now"), this))
{
    m_title->setFont(scaledFont(0, true));
    for (QLabel *label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(16, 8, 12, 8);
    line->setSpacing(16);
    line->addLayout(words, 1);
    line->addWidget(m_try, 0, Qt::AlignVCenter);
    connect(m_try, &QPushButton::clicked, this, [this] { m_context.commands.connectNow(); });
    connect(&context.feed, &Feed::connectionChanged, this, &Banner::show);
    connect(&context.look, &Look::changed, this, &Banner::restyle);
    restyle();
    hide();
}

void Banner::show(const Connection &connection)
{
    using Phase = Connection::Phase;
    const bool full = connection.phase == Phase::DiskFull, away = connection.phase == Phase::DiskAway;
    if (full) {
        m_title->setText(tr("The disk is full"));
        m_text->setText(
            tr("Nothing is lost: what you write stays in its field, and messages to you wait on the "
               "server. Free some space; Kith then goes on by itself."));
    } else if (away) {
        m_title->setText(tr("Kith cannot write to the disk"));
        m_text->setText(
            tr("Nothing is lost: what you write stays in its field, and messages to you wait on the "
               "server. Check the disk and the rights of its folder; Kith then goes on by itself."));
    }
    setToolTip(connection.why);
    if (full || away) setAccessibleName(text());
    setVisible(full || away);
}

QString Banner::text() const { return m_title->text() + u". "_s + m_text->text(); }

void Banner::restyle()
{
    QPalette p = palette();
    p.setColor(QPalette::WindowText, m_context.look.theme().text);
    for (QLabel *label : {m_title, m_text}) label->setPalette(p);
    update();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = m_context.look.theme();
    QColor ground = t.danger;
    ground.setAlphaF(t.dark ? 0.28F : 0.14F);
    p.fillRect(rect(), t.window);
    p.fillRect(rect(), ground);
    p.fillRect(QRect(0, height() - 1, width(), 1), t.line);
    p.fillRect(QRect(layoutDirection() == Qt::RightToLeft ? width() - 4 : 0, 0, 4, height()), t.danger);
}

} // namespace kith
