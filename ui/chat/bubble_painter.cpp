#include "ui/chat/bubble_layout.h"

#include "ui/media/media.h"
#include "ui/style/shapes.h"

#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

/// A rounded bubble whose corner towards the sender is tight where it joins or points.
QPainterPath bubblePath(const QRectF &r, const TimelineRow &row, bool tailLeft)
{
    const qreal big = qMin<qreal>(Theme::radius, r.height() / 2), tight = 5;
    const qreal tl = tailLeft && row.joinsOlder ? tight : big;
    const qreal tr = !tailLeft && row.joinsOlder ? tight : big;
    const qreal bl = tailLeft ? tight : big;
    const qreal br = !tailLeft ? tight : big;
    QPainterPath path;
    path.moveTo(r.left() + tl, r.top());
    path.lineTo(r.right() - tr, r.top());
    path.quadTo(r.topRight(), QPointF(r.right(), r.top() + tr));
    path.lineTo(r.right(), r.bottom() - br);
    path.quadTo(r.bottomRight(), QPointF(r.right() - br, r.bottom()));
    path.lineTo(r.left() + bl, r.bottom());
    path.quadTo(r.bottomLeft(), QPointF(r.left(), r.bottom() - bl));
    path.lineTo(r.left(), r.top() + tl);
    path.quadTo(r.topLeft(), QPointF(r.left() + tl, r.top()));
    return path;
}

void pill(QPainter &p, const QRectF &rect, const QString &text, const QFont &font, const Theme &theme,
          bool link)
{
    p.setPen(Qt::NoPen);
    p.setBrush(theme.notice);
    p.drawRoundedRect(rect, qMin<qreal>(12, rect.height() / 2), qMin<qreal>(12, rect.height() / 2));
    p.setFont(font);
    p.setPen(link ? theme.link : theme.onNotice);
    p.drawText(rect.adjusted(8, 0, -8, 0), Qt::AlignCenter | Qt::TextWordWrap, text);
}

void paintSeparators(QPainter &p, const BubbleLayout &l, const Theme &theme, const BubbleFonts &fonts)
{
    if (l.day.isValid()) pill(p, l.day, l.dayText, fonts.notice, theme, false);
    if (!l.unread.isValid()) return;
    QColor band = theme.accent;
    band.setAlpha(theme.dark ? 48 : 32);
    p.fillRect(l.unread, band);
    QFont font = fonts.notice;
    font.setWeight(QFont::DemiBold);
    p.setFont(font);
    p.setPen(theme.dark ? theme.accent : theme.accent.darker(115));
    p.drawText(l.unread, Qt::AlignCenter, QCoreApplication::translate("bubble", "Unread messages"));
}

void paintQuote(QPainter &p, const BubbleLayout &l, const TimelineRow &row, const Theme &theme,
                const BubbleFonts &fonts)
{
    const bool rtl = p.layoutDirection() == Qt::RightToLeft;
    p.setPen(Qt::NoPen);
    p.setBrush(row.message.mine ? theme.quoteMine : theme.quoteTheirs);
    p.drawRoundedRect(l.quote, 5, 5);
    p.setBrush(theme.accent);
    const qreal barX = rtl ? l.quote.right() - 3 : l.quote.left();
    p.drawRoundedRect(QRectF(barX, l.quote.top(), 3, l.quote.height()), 1.5, 1.5);
    const QRectF inner = l.quote.adjusted(rtl ? 8 : 11, 3, rtl ? -11 : -8, -3);
    const QFontMetricsF name(fonts.name), small(fonts.small);
    const auto align = Qt::AlignVCenter | Qt::AlignLeading;
    p.setFont(fonts.name);
    p.setPen(theme.dark ? theme.accent : theme.accent.darker(110));
    p.drawText(QRectF(inner.left(), inner.top(), inner.width(), name.height()), align,
               name.elidedText(l.quoteName, Qt::ElideRight, inner.width()));
    p.setFont(fonts.small);
    p.setPen(theme.bubbleText);
    p.drawText(QRectF(inner.left(), inner.top() + name.height(), inner.width(), small.height()), align,
               small.elidedText(l.quoteText, Qt::ElideRight, inner.width()));
}

/// Where the words of a search stand in `text`; bounded, as a text may hold a letter thousands of times.
void markFound(QList<QTextLayout::FormatRange> &formats, const QString &text, const RowPaint &how)
{
    constexpr int most = 200;
    QTextCharFormat mark;
    mark.setBackground(how.theme.dark ? QColor(0x8a, 0x6d, 0x00) : QColor(0xff, 0xe0, 0x66));
    mark.setForeground(how.theme.dark ? QColor(Qt::white) : QColor(0x17, 0x1d, 0x26));
    for (const QString &word : how.found) {
        if (word.isEmpty()) continue;
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0 && formats.size() < most;
             at = text.indexOf(word, at + word.size(), Qt::CaseInsensitive))
            formats.append({int(at), int(word.size()), mark});
    }
}

void paintBody(QPainter &p, const BubbleLayout &l, const TimelineRow &row, const RowPaint &how)
{
    const Theme &theme = how.theme;
    QList<QTextLayout::FormatRange> formats;
    for (const BubbleLayout::Link &link : l.links) {
        QTextLayout::FormatRange range;
        range.start = link.start;
        range.length = link.length;
        range.format.setForeground(theme.link);
        range.format.setFontUnderline(true);
        formats.append(range);
    }
    if (!l.bodyFaint) markFound(formats, l.body->text(), how);
    if (how.selectTo > how.selectFrom) {
        QTextCharFormat selected;
        selected.setBackground(theme.accent);
        selected.setForeground(theme.onAccent);
        formats.append({how.selectFrom, how.selectTo - how.selectFrom, selected});
    }
    const bool dim = row.message.state == MessageState::Unverified;
    p.setPen(l.bodyFaint || dim ? (row.message.mine ? theme.bubbleMineFaint : theme.bubbleFaint)
                                : theme.bubbleText);
    l.body->draw(&p, l.bodyAt, formats);
}

void paintMeta(QPainter &p, const BubbleLayout &l, const Message &m, const Theme &theme,
               const BubbleFonts &fonts)
{
    const bool rtl = p.layoutDirection() == Qt::RightToLeft;
    QColor faint = m.mine ? theme.bubbleMineFaint : theme.bubbleFaint;
    QColor seen = theme.tickSeen, bad = theme.danger;
    if (l.metaOver) {
        const QRectF pill = l.meta.adjusted(-7, -2, 7, 2);
        p.setPen(Qt::NoPen);
        p.setBrush(QColor(0, 0, 0, 150));
        p.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        faint = Qt::white;
        seen = QColor(0x7d, 0xd6, 0xff);
        bad = QColor(0xff, 0x9a, 0x9f);
    }
    p.setFont(fonts.small);
    p.setPen(faint);
    p.drawText(l.meta, Qt::AlignVCenter | Qt::AlignLeading, l.metaText);
    if (!m.mine) return;
    const qreal h = 10.5, w = 16;
    const QRectF box(rtl ? l.meta.left() : l.meta.right() - w, l.meta.center().y() - h / 2, w, h);
    // A change that waits looks like a message that waits: the screen shows it, the server does not have it
    // yet.
    const Tick tick = m.changeWaiting && m.tick != Tick::Failed ? Tick::Queued : m.tick;
    shapes::drawTick(p, tick, box, faint, seen, bad);
}

} // namespace

void paintRow(QPainter &p, const BubbleLayout &l, const TimelineRow &row, const RowPaint &how)
{
    const Message &m = row.message;
    const Theme &theme = how.theme;
    const BubbleFonts &fonts = how.fonts;
    const bool focused = how.focused;
    p.setRenderHint(QPainter::Antialiasing);
    if (how.highlighted) {
        QColor band = theme.accent;
        band.setAlpha(40);
        p.fillRect(QRectF(0, 0, l.width, l.height), band);
    }
    paintSeparators(p, l, theme, fonts);
    if (l.notice.isValid()) {
        pill(p, l.notice, l.noticeText, fonts.notice, theme, row.kind == TimelineRow::Kind::Hole);
        if (focused) {
            p.setPen(QPen(theme.accent, 1.5));
            p.setBrush(Qt::NoBrush);
            p.drawRoundedRect(l.notice.adjusted(1, 1, -1, -1), 11, 11);
        }
        return;
    }
    const bool rtl = p.layoutDirection() == Qt::RightToLeft;
    p.setPen(focused ? QPen(theme.accent, 1.5) : QPen(Qt::NoPen));
    p.setBrush(m.mine ? theme.bubbleMine : theme.bubbleTheirs);
    p.drawPath(bubblePath(l.bubble, row, m.mine == rtl));
    if (l.avatar.isValid()) shapes::drawAvatar(p, l.avatar, m.row.sender.blob(), m.senderName);
    if (l.name.isValid()) {
        p.setFont(fonts.name);
        p.setPen(shapes::nameColor(m.row.sender.blob(), theme.dark));
        p.drawText(l.name, Qt::AlignVCenter | Qt::AlignLeading,
                   QFontMetricsF(fonts.name).elidedText(l.nameText, Qt::ElideRight, l.name.width()));
    }
    if (l.quote.isValid()) paintQuote(p, l, row, theme, fonts);
    for (const FileBox &file : l.files) paintFile(p, file, m, theme, fonts, how.media);
    if (l.bodyShown) paintBody(p, l, row, how);
    for (const BubbleLayout::Chip &chip : l.chips) {
        p.setPen(chip.mine ? QPen(theme.accent, 1) : QPen(Qt::NoPen));
        p.setBrush(chip.mine ? theme.chipMine : theme.chip);
        p.drawRoundedRect(chip.rect, chip.rect.height() / 2, chip.rect.height() / 2);
        p.setPen(theme.bubbleText);
        p.setFont(fonts.small);
        p.drawText(chip.rect, Qt::AlignCenter, chip.text);
    }
    paintMeta(p, l, m, theme, fonts);
    if (l.failure.isValid()) {
        QFont font = fonts.small;
        p.setFont(font);
        p.setPen(theme.danger);
        p.drawText(l.failure, Qt::AlignVCenter | (m.mine ? Qt::AlignTrailing : Qt::AlignLeading),
                   QFontMetricsF(font).elidedText(l.failureText, Qt::ElideRight, l.failure.width()));
    }
}

} // namespace kith
