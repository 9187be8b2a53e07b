#include "app/inspect/pictures.h"

#include "app/inspect/print.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

constexpr int margin = 12, stripTop = 26, stripHeight = 22;

QVariant cell(const Report &report, const QString &table, const QString &column, size_t row = 0)
{
    for (const Table &t : report.tables)
        for (size_t i = 0; t.key == table && i < t.columns.size(); ++i)
            if (t.columns[i].key == column && row < t.rows.size()) return t.rows[row][qsizetype(i)];
    return {};
}

size_t rowsOf(const Report &report, const QString &table)
{
    for (const Table &t : report.tables)
        if (t.key == table) return t.rows.size();
    return 0;
}

} // namespace

RangePicture::RangePicture(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Held parts and holes of the chat"));
    setFixedHeight(sizeHint().height());
    hide();
}

QSize RangePicture::sizeHint() const { return {400, stripTop + stripHeight + 44}; }

void RangePicture::show(const QString &chat, const Report &gaps)
{
    m_chat = chat;
    m_parts.clear();
    m_newest = 0;
    qint64 held = 0, missing = 0;
    for (size_t i = 0; i < rowsOf(gaps, u"parts"_s); ++i) {
        const QString what = cell(gaps, u"parts"_s, u"part"_s, i).toString();
        Part part{what == u"hole"   ? Part::As::Hole
                  : what == u"held" ? Part::As::Held
                                    : Part::As::Unconfirmed,
                  cell(gaps, u"parts"_s, u"from"_s, i).toLongLong(),
                  cell(gaps, u"parts"_s, u"to"_s, i).toLongLong()};
        m_newest = std::max(m_newest, part.hi);
        (part.as == Part::As::Hole ? missing : held) += part.hi - part.lo + 1;
        m_parts.push_back(part);
    }
    setAccessibleDescription(tr("%1 messages held, %2 missing").arg(held).arg(missing));
    setVisible(m_newest > 0);
    update();
}

double RangePicture::x(double place) const
{
    return margin + (place - 1) / double(std::max<qint64>(1, m_newest)) * (width() - 2.0 * margin);
}

void RangePicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = palette().color(QPalette::Text), full = palette().color(QPalette::Highlight);
    painter.setPen(ink);
    painter.drawText(QRect(margin, 2, width() - 2 * margin, stripTop - 6), Qt::AlignVCenter | Qt::AlignLeft,
                     tr("Chat %1: places 1 to %2").arg(m_chat).arg(m_newest));
    for (const Part &part : m_parts) {
        const double from = x(double(part.lo)), to = std::max(from + 1.5, x(double(part.hi) + 1));
        const QRectF box(from, stripTop, to - from, stripHeight);
        painter.setPen(Qt::NoPen);
        if (part.as == Part::As::Held) {
            painter.fillRect(box, full);
        } else if (part.as == Part::As::Unconfirmed) {
            QColor pale = full;
            pale.setAlpha(70);
            painter.fillRect(box, pale);
            painter.fillRect(box, QBrush(full, Qt::BDiagPattern));
        } else {
            painter.setPen(QPen(QColor(0xc0, 0x39, 0x2b), 1.2, Qt::DashLine));
            painter.drawRect(box.adjusted(0.6, 0.6, -0.6, -0.6));
        }
    }
    // The first and the last place of each part, as far as they do not run into each other.
    painter.setPen(ink);
    const QFontMetrics metrics(font());
    double free = 0;
    for (const Part &part : m_parts) {
        const QString text = QString::number(part.lo);
        const double from = x(double(part.lo));
        if (from < free) continue;
        painter.drawText(QPointF(from, stripTop + stripHeight + metrics.ascent() + 2), text);
        free = from + metrics.horizontalAdvance(text) + 8;
    }
    const QString words = tr("full: held and current   hatched: held, not confirmed   dashed: hole");
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(QRect(margin, height() - metrics.height() - 2, width() - 2 * margin, metrics.height()),
                     Qt::AlignLeft, words);
}

bool RangePicture::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (const Part &part : m_parts) {
        if (help->pos().x() < x(double(part.lo)) || help->pos().x() > x(double(part.hi) + 1)) continue;
        const QString what = part.as == Part::As::Held          ? tr("held")
                             : part.as == Part::As::Unconfirmed ? tr("held, not confirmed")
                                                                : tr("hole");
        QToolTip::showText(
            help->globalPos(),
            tr("%1: %2 to %3 (messages: %4)").arg(what).arg(part.lo).arg(part.hi).arg(part.hi - part.lo + 1));
        return true;
    }
    return true;
}

XrayStrip::XrayStrip(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Stations of the message"));
    setFixedHeight(sizeHint().height());
    hide();
}

QSize XrayStrip::sizeHint() const { return {400, 92}; }

void XrayStrip::show(const Report &report)
{
    using enum Station::State;
    m_stations.clear();
    const QString state = cell(report, u"message"_s, u"state"_s).toString();
    setVisible(!state.isEmpty());
    if (state.isEmpty()) return;
    const QVariant entered = cell(report, u"message"_s, u"entered_ms"_s),
                   seq = cell(report, u"message"_s, u"seq"_s);
    const QVariant at = cell(report, u"message"_s, u"at_ms"_s);
    const bool own = !entered.isNull(), placed = !seq.isNull(), refused = state == u"refused";
    m_stations.push_back({tr("Entered here"),
                          own ? cellText(entered, Column::As::Time) : tr("not on this device"),
                          own ? Done : Unknown});
    const qint64 tries = cell(report, u"waiting"_s, u"tries"_s).toLongLong();
    const bool waits = rowsOf(report, u"waiting"_s) > 0;
    const QString error = cell(report, u"waiting"_s, u"last_error"_s).toString();
    m_stations.push_back({tr("Outbox"),
                          refused           ? tr("refused %1").arg(error)
                          : waits && placed ? tr("a change waits")
                          : waits           ? tr("waits, tries: %1").arg(tries)
                                            : tr("nothing waits"),
                          refused ? Wrong
                          : waits ? Now
                          : own   ? Done
                                  : Unknown});
    m_stations.push_back({tr("Server"), placed ? tr("number %1").arg(seq.toLongLong()) : tr("not yet"),
                          placed    ? Done
                          : refused ? Ahead
                                    : Ahead});
    if (placed) m_stations.back().says += u"\n"_s + cellText(at, Column::As::Time);
    int people = 0, delivered = 0, seen = 0;
    for (size_t i = 0; i < rowsOf(report, u"marks"_s); ++i) {
        if (cell(report, u"marks"_s, u"left"_s, i).toBool()) continue;
        if (cell(report, u"marks"_s, u"person"_s, i) == cell(report, u"message"_s, u"sender"_s)) continue;
        ++people;
        delivered += cell(report, u"marks"_s, u"delivered"_s, i).toBool();
        seen += cell(report, u"marks"_s, u"seen"_s, i).toBool();
    }
    const auto reached = [&](int n) { return people > 0 && n == people ? Done : n > 0 ? Now : Ahead; };
    m_stations.push_back(
        {tr("On their devices"), tr("%1 of %2").arg(delivered).arg(people), reached(delivered)});
    m_stations.push_back({tr("Seen"), tr("%1 of %2").arg(seen).arg(people), reached(seen)});
    QStringList told;
    for (const Station &station : m_stations) told.append(station.name + u": "_s + station.says);
    setAccessibleDescription(told.join(u"; "_s));
    update();
}

void XrayStrip::paintEvent(QPaintEvent *)
{
    using enum Station::State;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = palette().color(QPalette::Text), quiet = palette().color(QPalette::PlaceholderText);
    const double step = double(width() - 2 * margin) / double(std::max<size_t>(1, m_stations.size()));
    const double y = 16;
    for (size_t i = 0; i < m_stations.size(); ++i) {
        const Station &station = m_stations[i];
        const double x = margin + step * double(i) + step / 2;
        if (i + 1 < m_stations.size()) {
            painter.setPen(QPen(quiet, 2, m_stations[i + 1].state == Ahead ? Qt::DotLine : Qt::SolidLine));
            painter.drawLine(QPointF(x + 10, y), QPointF(x + step - 10, y));
        }
        const QColor lamp = station.state == Done    ? QColor(0x2e, 0x9e, 0x5b)
                            : station.state == Now   ? QColor(0xe0, 0x9b, 0x1a)
                            : station.state == Wrong ? QColor(0xc0, 0x39, 0x2b)
                                                     : QColor(Qt::transparent);
        painter.setPen(QPen(station.state == Ahead || station.state == Unknown ? quiet : lamp, 2));
        painter.setBrush(lamp);
        painter.drawEllipse(QPointF(x, y), 8, 8);
        const QRectF box(margin + step * double(i), y + 14, step, height() - y - 14);
        QFont strong = font();
        strong.setBold(true);
        painter.setFont(strong);
        painter.setPen(ink);
        painter.drawText(box, Qt::AlignHCenter | Qt::AlignTop, station.name);
        painter.setFont(font());
        painter.setPen(quiet);
        painter.drawText(box.adjusted(0, QFontMetrics(font()).height() + 2, 0, 0),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, station.says);
    }
}

} // namespace kith::inspect
