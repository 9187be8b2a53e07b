#include "ui/chat/bubble_layout.h"

#include "ui/chat/bubble_body.h"
#include "ui/media/media.h"
#include "ui/style/shapes.h"
#include "ui/text/isolated.h"

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

void paintForward(QPainter &p, const BubbleLayout &l, const Theme &theme, const BubbleFonts &fonts)
{
    p.setFont(fonts.small);
    p.setPen(theme.dark ? theme.accent : theme.accent.darker(110));
    p.drawText(l.forward, Qt::AlignVCenter | Qt::AlignLeading,
               QFontMetricsF(fonts.small).elidedText(l.forwardText, Qt::ElideRight, l.forward.width()));
}

void paintCard(QPainter &p, const BubbleLayout &l, const TimelineRow &row, const Theme &theme,
               const BubbleFonts &fonts)
{
    const bool rtl = p.layoutDirection() == Qt::RightToLeft;
    p.setPen(Qt::NoPen);
    p.setBrush(row.message.mine ? theme.quoteMine : theme.quoteTheirs);
    p.drawRoundedRect(l.card, 5, 5);
    p.setBrush(theme.accent);
    p.drawRoundedRect(QRectF(rtl ? l.card.right() - 3 : l.card.left(), l.card.top(), 3, l.card.height()), 1.5,
                      1.5);
    QRectF inner = l.card.adjusted(rtl ? 8 : 11, 6, rtl ? -11 : -8, -6);
    if (!l.cardPicture.isNull()) {
        constexpr qreal side = BubbleLayout::cardPictureSide;
        const QRectF box(rtl ? inner.left() : inner.right() - side, inner.top(), side, side);
        QPainterPath round;
        round.addRoundedRect(box, 4, 4);
        p.save();
        p.setClipPath(round);
        p.setRenderHint(QPainter::SmoothPixmapTransform);
        const QSizeF size = QSizeF(l.cardPicture.size()).scaled(box.size(), Qt::KeepAspectRatioByExpanding);
        QRectF picture({}, size);
        picture.moveCenter(box.center());
        p.drawImage(picture, l.cardPicture);
        p.restore();
        if (rtl)
            inner.setLeft(box.right() + 10);
        else
            inner.setRight(box.left() - 10);
    }
    const QFontMetricsF name(fonts.name), small(fonts.small);
    const auto align = Qt::AlignTop | Qt::AlignLeading;
    p.setFont(fonts.small);
    p.setPen(theme.dark ? theme.accent : theme.accent.darker(110));
    p.drawText(QRectF(inner.left(), inner.top(), inner.width(), small.height()), align,
               small.elidedText(words::isolated(l.cardSite), Qt::ElideRight, inner.width()));
    inner.setTop(inner.top() + small.height());
    p.setFont(fonts.name);
    p.setPen(theme.bubbleText);
    p.drawText(QRectF(inner.left(), inner.top(), inner.width(), name.height()), align,
               name.elidedText(words::isolated(l.cardTitle), Qt::ElideRight, inner.width()));
    inner.setTop(inner.top() + name.height());
    if (l.cardWords.isEmpty()) return;
    p.setFont(fonts.small);
    p.save();
    p.setClipRect(QRectF(inner.left(), inner.top(), inner.width(), 2 * small.height()));
    p.drawText(QRectF(inner.left(), inner.top(), inner.width(), 1000), int(align) | Qt::TextWordWrap,
               small.elidedText(words::isolated(l.cardWords), Qt::ElideRight, inner.width() * 1.7));
    p.restore();
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
    QRectF text = l.meta;
    for (const shapes::Glyph glyph : l.metaMarks) {
        const QRectF box(rtl ? text.right() - 11 : text.left(), text.center().y() - 5.5, 11, 11);
        shapes::draw(p, glyph, box, faint, 1.2);
        text.adjust(rtl ? 0 : 14, 0, rtl ? -14 : 0, 0);
    }
    p.drawText(text, Qt::AlignVCenter | Qt::AlignLeading, l.metaText);
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
    if (l.forward.isValid()) paintForward(p, l, theme, fonts);
    if (l.quote.isValid()) paintQuote(p, l, row, theme, fonts);
    for (const FileBox &file : l.files) paintFile(p, file, m, theme, fonts, how.media);
    if (l.bodyShown) paintBody(p, l, row, how);
    if (l.card.isValid()) paintCard(p, l, row, theme, fonts);
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
