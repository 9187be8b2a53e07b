#include "ui/chat/bubble_layout.h"

#include "ui/text/words.h"

#include <QFontMetricsF>
#include <QRegularExpression>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr qreal padX = 12, padY = 7, gapSame = 2, gapOther = 9, avatarSide = 34, avatarGap = 8;
constexpr qreal tickWidth = 17, chipHeight = 24, lineGap = 3;

QString tr(const char *text, int n = -1) { return QCoreApplication::translate("bubble", text, nullptr, n); }

/// Only addresses that name their scheme or begin with www. are links; what follows a closing bracket or a
/// full stop at the end is not part of them.
std::vector<BubbleLayout::Link> linksIn(const QString &text)
{
    static const QRegularExpression pattern(uR"((?:https?://|www\.)[^\s<>"]{2,1000}[^\s<>".,;:!?'\)\]])"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    std::vector<BubbleLayout::Link> links;
    if (!text.contains(u"://"_s) && !text.contains(u"www."_s, Qt::CaseInsensitive)) return links;
    for (auto it = pattern.globalMatch(text); it.hasNext() && links.size() < 50;) {
        const auto match = it.next();
        QString url = match.captured();
        if (url.startsWith(u"www."_s, Qt::CaseInsensitive)) url.prepend(u"https://"_s);
        links.push_back({int(match.capturedStart()), int(match.capturedLength()), url});
    }
    return links;
}

bool isEmojiOnly(const QString &text)
{
    if (text.isEmpty() || text.size() > 24) return false;
    const QList<uint> points = text.toUcs4();
    int shown = 0;
    for (uint c : points) {
        const bool joiner = c == 0x200d || c == 0xfe0f || (c >= 0x1f3fb && c <= 0x1f3ff);
        const bool emoji =
            (c >= 0x1f000 && c <= 0x1faff) || (c >= 0x2600 && c <= 0x27bf) || c == 0x2b50 || c == 0x2764;
        if (!joiner && !emoji) return false;
        shown += emoji;
    }
    return shown > 0 && shown <= 6;
}

/// Breaks the text into lines no wider than `most`; returns the widest line's width.
qreal setBody(BubbleLayout &out, const QString &text, const QFont &font, qreal most)
{
    QString shown = text;
    shown.replace(u'\n', QChar::LineSeparator);
    out.body = std::make_shared<QTextLayout>(shown, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    out.body->setTextOption(option);
    out.body->setCacheEnabled(true);
    out.links = linksIn(text);
    qreal y = 0, widest = 0;
    out.body->beginLayout();
    for (QTextLine line = out.body->createLine(); line.isValid(); line = out.body->createLine()) {
        line.setLineWidth(most);
        line.setPosition({0, y});
        y += line.height();
        widest = qMax(widest, line.naturalTextWidth());
    }
    out.body->endLayout();
    // Right-to-left lines are aligned to the far edge of the line width: lay out again at the width that is
    // used.
    const qreal used = std::ceil(widest) + 1;
    y = 0;
    out.body->beginLayout();
    for (QTextLine line = out.body->createLine(); line.isValid(); line = out.body->createLine()) {
        line.setLineWidth(used);
        line.setPosition({0, y});
        y += line.height();
    }
    out.body->endLayout();
    return used;
}

QString bodyText(const TimelineRow &row, bool &faint)
{
    const Message &m = row.message;
    faint = true;
    if (m.row.dead) return tr("This message was deleted");
    if (m.row.kind != u"text") return tr("This message needs a newer version of Kith (%1)").arg(m.row.kind);
    faint = false;
    return m.row.body;
}

qreal separators(BubbleLayout &out, const TimelineRow &row, const BubbleFonts &fonts, qint64 nowMs)
{
    const QFontMetricsF small(fonts.notice);
    qreal y = row.joinsOlder ? gapSame : gapOther;
    if (row.day) {
        out.dayText = words::day(row.message.row.atMs, nowMs);
        const qreal w = small.horizontalAdvance(out.dayText) + 24;
        out.day = QRectF((out.width - w) / 2, y + 4, w, small.height() + 8);
        y = out.day.bottom() + gapOther;
    }
    if (row.unread) {
        out.unread = QRectF(0, y + 2, out.width, small.height() + 10);
        y = out.unread.bottom() + gapOther;
    }
    return y;
}

void layoutNotice(BubbleLayout &out, const TimelineRow &row, const BubbleFonts &fonts, qreal y)
{
    const bool hole = row.kind == TimelineRow::Kind::Hole;
    const qint64 n = row.hole.hi.value - row.hole.lo.value + 1;
    out.noticeText = !hole    ? row.service
                     : n == 1 ? tr("1 message not loaded yet — Load")
                              : tr("%1 messages not loaded yet — Load").arg(n);
    const QFontMetricsF metrics(fonts.notice);
    const qreal most = qMin<qreal>(out.width - 2 * Theme::edge, 560);
    const QRectF text = metrics.boundingRect(QRectF(0, 0, most - 28, 10000),
                                             Qt::AlignHCenter | Qt::TextWordWrap, out.noticeText);
    const qreal w = qMin(most, std::ceil(text.width()) + 29);
    out.notice = QRectF((out.width - w) / 2, y, w, std::ceil(text.height()) + (hole ? 14 : 8));
    out.height = int(std::ceil(out.notice.bottom() + 3));
}

void layoutQuote(BubbleLayout &out, const ReplyQuote &quote, const BubbleFonts &fonts, qreal &widest)
{
    out.quoteName = quote.held && !quote.senderName.isEmpty() ? quote.senderName : tr("Earlier message");
    out.quoteText = quote.dead   ? tr("This message was deleted")
                    : quote.held ? quote.text
                                 : tr("Not loaded yet");
    out.quoteText.replace(u'\n', u' ');
    const qreal text = qMax(QFontMetricsF(fonts.name).horizontalAdvance(out.quoteName),
                            QFontMetricsF(fonts.small).horizontalAdvance(out.quoteText));
    widest = qMax(widest, qMin<qreal>(text + 24, 320));
}

qreal layoutChips(BubbleLayout &out, const Message &m, const BubbleFonts &fonts, QPointF at, qreal width)
{
    const QFontMetricsF metrics(fonts.small);
    qreal x = at.x(), y = at.y();
    for (const ReactionCount &r : m.reactions) {
        BubbleLayout::Chip chip;
        chip.emoji = r.emoji;
        chip.mine = r.mine;
        chip.text = r.count > 1 ? u"%1 %2"_s.arg(r.emoji).arg(r.count) : r.emoji;
        const qreal w = std::ceil(metrics.horizontalAdvance(chip.text)) + 16;
        if (x > at.x() && x + w > at.x() + width) {
            x = at.x();
            y += chipHeight + 4;
        }
        chip.rect = QRectF(x, y, w, chipHeight);
        x += w + 4;
        out.chips.push_back(chip);
    }
    return y + chipHeight;
}

void mirror(BubbleLayout &out)
{
    const auto flip = [&](QRectF &r) {
        if (r.isValid()) r.moveLeft(out.width - r.right());
    };
    for (QRectF *r : {&out.bubble, &out.name, &out.quote, &out.avatar, &out.meta, &out.failure}) flip(*r);
    for (BubbleLayout::Chip &chip : out.chips) flip(chip.rect);
    if (out.body) out.bodyAt.setX(out.width - out.bodyAt.x() - out.body->maximumWidth());
}

qreal bodyWidth(const QTextLayout &body) { return body.lineCount() > 0 ? body.lineAt(0).width() : 0; }

} // namespace

BubbleFonts BubbleFonts::fromApplication()
{
    return {scaledFont(0.5), scaledFont(-1.5), scaledFont(-0.3, true), scaledFont(-1.2, false)};
}

BubbleLayout layoutRow(const TimelineRow &row, int width, const BubbleFonts &fonts, qint64 nowMs, bool rtl)
{
    BubbleLayout out;
    out.width = width;
    const Message &m = row.message;
    qreal y = separators(out, row, fonts, nowMs);
    if (row.kind == TimelineRow::Kind::Hole || !row.service.isEmpty()) {
        layoutNotice(out, row, fonts, y);
        return out;
    }
    const bool avatar = row.group && !m.mine;
    const qreal left = Theme::edge + (avatar ? avatarSide + avatarGap : 0);
    const qreal most =
        qMax<qreal>(80, qMin<qreal>(Theme::bubbleMax, (width - left - Theme::edge) * 0.86) - 2 * padX);
    const QFontMetricsF small(fonts.small), name(fonts.name);

    const QString text = bodyText(row, out.bodyFaint);
    QFont font = fonts.body;
    if (out.bodyFaint)
        font.setItalic(true);
    else if (isEmojiOnly(text))
        font.setPointSizeF(font.pointSizeF() * 2.2);
    qreal widest = setBody(out, text, font, most);
    const qreal body = widest;

    out.metaText = words::clockTime(m.row.atMs);
    if (m.row.ev > 0 && !m.row.dead) out.metaText.prepend(tr("edited") + u' ');
    const qreal metaWidth = std::ceil(small.horizontalAdvance(out.metaText)) + (m.mine ? tickWidth + 4 : 0);
    if (avatar && !row.joinsOlder) {
        out.nameText = m.senderName;
        widest = qMax(widest, qMin(most, std::ceil(name.horizontalAdvance(out.nameText)) + 1));
    }
    if (m.reply) layoutQuote(out, *m.reply, fonts, widest);
    const QTextLine last = out.body->lineAt(out.body->lineCount() - 1);
    const bool rtlText = out.body->text().isRightToLeft();
    const bool inline_ = !rtlText && m.reactions.empty() && last.naturalTextWidth() + 10 + metaWidth <= most;
    if (inline_) widest = qMax(widest, last.naturalTextWidth() + 10 + metaWidth);
    qreal chips = 0;
    for (const ReactionCount &r : m.reactions)
        chips += small.horizontalAdvance(r.emoji) + (r.count > 1 ? 32 : 20);
    widest = qMin(most, qMax(widest, qMax(metaWidth, qMin(most, chips + (chips > 0 ? metaWidth + 8 : 0)))));

    const qreal bubbleWidth = widest + 2 * padX;
    const qreal x = m.mine ? width - Theme::edge - bubbleWidth : left;
    qreal inner = y + padY;
    if (!out.nameText.isEmpty()) {
        out.name = QRectF(x + padX, inner, widest, name.height());
        inner = out.name.bottom() + 1;
    }
    if (m.reply) {
        out.quote = QRectF(x + padX - 2, inner + 1, widest + 4, name.height() + small.height() + 8);
        inner = out.quote.bottom() + 5;
    }
    const bool mirrorText = rtlText && !rtl;
    out.bodyAt = QPointF(mirrorText ? x + padX + widest - body : x + padX, inner);
    inner += std::ceil(out.body->boundingRect().height());
    if (!m.reactions.empty()) {
        inner = layoutChips(out, m, fonts, {x + padX - 2, inner + 5}, widest + 4) + 1;
        const bool fits = out.chips.back().rect.right() + 8 + metaWidth <= x + padX + widest;
        out.meta = QRectF(x + padX + widest - metaWidth, fits ? inner - small.height() - 2 : inner + 1,
                          metaWidth, small.height());
        inner = qMax(inner, out.meta.bottom());
    } else {
        out.meta =
            QRectF(x + padX + widest - metaWidth, inline_ ? inner - small.height() + 1 : inner + lineGap - 2,
                   metaWidth, small.height());
        inner = qMax(inner, out.meta.bottom());
    }
    out.bubble = QRectF(x, y, bubbleWidth, inner + padY - 1 - y);
    y = out.bubble.bottom();
    if (avatar && !row.joinsNewer)
        out.avatar = QRectF(Theme::edge, out.bubble.bottom() - avatarSide, avatarSide, avatarSide);
    if (!m.refusedCode.isEmpty()) {
        out.failureText = words::refusal(m.refusedCode) + u' ' + tr("What to do…");
        const qreal w =
            qMin<qreal>(width - 2 * Theme::edge, std::ceil(small.horizontalAdvance(out.failureText)) + 4);
        out.failure = QRectF(m.mine ? width - Theme::edge - w : left, y + 2, w, small.height() + 2);
        y = out.failure.bottom();
    }
    if (rtl) {
        const qreal used = bodyWidth(*out.body);
        mirror(out);
        const QRectF &b = out.bubble;
        out.bodyAt.setX(rtlText ? b.right() - padX - used : b.left() + padX + (widest - used));
    }
    out.height = int(std::ceil(y + 1));
    return out;
}

BubbleLayout::Hit BubbleLayout::hit(const QPointF &at) const
{
    if (notice.contains(at)) return {Part::Hole, {}};
    if (failure.contains(at)) return {Part::Failure, {}};
    if (quote.contains(at)) return {Part::Quote, {}};
    for (const Chip &chip : chips) {
        if (chip.rect.contains(at)) return {Part::Chip, chip.emoji};
    }
    if (body && !links.empty()) {
        const QPointF in = at - bodyAt;
        for (int i = 0; i < body->lineCount(); ++i) {
            const QTextLine line = body->lineAt(i);
            if (!line.naturalTextRect().contains(in)) continue;
            const int cursor = line.xToCursor(in.x(), QTextLine::CursorOnCharacter);
            for (const Link &link : links) {
                if (cursor >= link.start && cursor < link.start + link.length) return {Part::Link, link.url};
            }
        }
    }
    return bubble.contains(at) ? Hit{Part::Bubble, {}} : Hit{};
}

} // namespace kith
