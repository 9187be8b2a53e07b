#include "ui/chat/bubble_layout.h"

#include "ui/chat/bubble_body.h"
#include "ui/media/pictures.h"
#include "ui/text/words.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr qreal padX = 12, padY = 7, gapSame = 2, gapOther = 9, avatarSide = 34, avatarGap = 8;
constexpr qreal tickWidth = 17, chipHeight = 24, lineGap = 3;
constexpr qreal inset = 4; // of pictures in their bubble
constexpr qreal markWidth = 14;

/// The context is where lupdate finds these words.
QString tr(const char *text, const char *hint = nullptr, int n = -1)
{
    return QCoreApplication::translate("kith", text, hint, n);
}

QString bodyText(const TimelineRow &row, bool &faint)
{
    const Message &m = row.message;
    faint = true;
    if (m.row.dead) return tr("This message was deleted");
    if (row.leaving) return tr("Being deleted for everyone…");
    if (m.row.kind != u"text") return tr("This message needs a newer version of Kith (%1)").arg(m.row.kind);
    faint = false;
    return m.poll ? m.row.body + u'\n' + words::poll(*m.poll) : m.row.body;
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
    out.noticeText = !hole ? row.service
                     : n == 1
                         ? tr("1 message not loaded yet — Load")
                         : tr("%Ln messages not loaded yet — Load", nullptr, int(qMin<qint64>(n, INT_MAX)));
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

void layoutForward(BubbleLayout &out, const ForwardSource &source, const BubbleFonts &fonts, qreal &widest)
{
    out.forwardText =
        source.name.isEmpty() ? tr("Forwarded message") : tr("Forwarded from %1").arg(source.name);
    const qreal text = QFontMetricsF(fonts.small).horizontalAdvance(out.forwardText);
    widest = qMax(widest, qMin<qreal>(std::ceil(text) + 1, 320));
}

/// What the sender found behind a link. The picture is small and came with the message.
void layoutCard(BubbleLayout &out, const LinkPreview &link, const BubbleFonts &fonts, qreal most,
                qreal &widest)
{
    out.cardSite = link.site.isEmpty() ? QUrl(link.url).host() : link.site;
    out.cardUrl = link.url;
    out.cardTitle = link.title.simplified();
    out.cardWords = link.words.simplified();
    if (!link.thumb.isEmpty()) {
        QByteArray bytes = link.thumb;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        if (auto picture = readPicture(buffer, QSize(160, 160))) out.cardPicture = *std::move(picture);
    }
    const qreal text = qMax(QFontMetricsF(fonts.name).horizontalAdvance(out.cardTitle),
                            QFontMetricsF(fonts.small).horizontalAdvance(out.cardWords));
    const qreal picture = out.cardPicture.isNull() ? 0 : BubbleLayout::cardPictureSide + 10;
    widest = qMax(widest, qMin(most, qMin<qreal>(text + 1, 340) + picture + 20));
}

void mirror(BubbleLayout &out)
{
    const auto flip = [&](QRectF &r) {
        if (r.isValid()) r.moveLeft(out.width - r.right());
    };
    for (QRectF *r : {&out.bubble, &out.name, &out.forward, &out.quote, &out.card, &out.avatar, &out.meta,
                      &out.edited, &out.failure})
        flip(*r);
    for (BubbleLayout::Chip &chip : out.chips) flip(chip.rect);
    for (FileBox &file : out.files) {
        flip(file.rect);
        flip(file.knob);
    }
    if (out.body) out.bodyAt.setX(out.width - out.bodyAt.x() - out.bodyWidth);
}

} // namespace

BubbleFonts BubbleFonts::fromApplication()
{
    return {scaledFont(0.5), scaledFont(-1.5), scaledFont(-0.3, true), scaledFont(-1.2, false)};
}

namespace {

/// One bubble being measured: widths first, then places from top to bottom, mirrored last.
class Measure {
    Q_DECLARE_TR_FUNCTIONS(kith::Measure)
public:
    Measure(BubbleLayout &out, const TimelineRow &row, const BubbleFonts &fonts, bool rtl)
        : m_out(out)
        , m_row(row)
        , m_fonts(fonts)
        , m_small(fonts.small)
        , m_name(fonts.name)
        , m_rtl(rtl)
        , m_avatar(row.group && !row.message.mine)
        , m_left(Theme::edge + (m_avatar ? avatarSide + avatarGap : 0))
        , m_most(qMax<qreal>(80, qMin<qreal>(Theme::bubbleMax, (out.width - m_left - Theme::edge) * 0.86) -
                                     2 * padX))
    {
    }

    void run(qreal y)
    {
        widths();
        place(y);
        y = m_out.bubble.bottom();
        if (m_avatar && !m_row.joinsNewer)
            m_out.avatar = QRectF(Theme::edge, y - avatarSide, avatarSide, avatarSide);
        if (!m_row.message.refusedCode.isEmpty()) y = failure(y);
        if (m_rtl) mirror(m_out);
        m_out.height = int(std::ceil(y + 1));
    }

private:
    void widths()
    {
        const Message &m = m_row.message;
        const QString text = bodyText(m_row, m_out.bodyFaint);
        QFont font = m_fonts.body;
        if (m_out.bodyFaint)
            font.setItalic(true);
        else if (isEmojiOnly(text))
            font.setPointSizeF(font.pointSizeF() * 2.2);
        m_out.bodyShown = m.attachments.empty() || !text.isEmpty();
        static const std::vector<Entity> plain;
        const qreal body = layoutBody(m_out, text, m_out.bodyFaint ? plain : m.entities, font, m_most);
        m_widest = m_body = m_out.bodyShown ? body : 0;
        m_along = m_out.body->text().isRightToLeft() == m_rtl;
        if (!m.attachments.empty()) measureFiles(m);

        measureMeta(m);
        if (m_avatar && !m_row.joinsOlder) {
            m_out.nameText = m.senderName;
            m_widest = qMax(m_widest, qMin(m_most, std::ceil(m_name.horizontalAdvance(m_out.nameText)) + 1));
        }
        if (m.forward && !m.row.dead) layoutForward(m_out, *m.forward, m_fonts, m_widest);
        if (m.reply) layoutQuote(m_out, *m.reply, m_fonts, m_widest);
        if (m.link && !m.row.dead) layoutCard(m_out, *m.link, m_fonts, m_most, m_widest);
        // Time and tick stand behind the last word when it ends on their side and leaves them room.
        const QTextLine end = m_out.body->lineAt(m_out.body->lineCount() - 1);
        const qreal last = end.naturalTextWidth();
        const auto isIn = [&](const BubbleLayout::Boxed &box) {
            return end.textStart() >= box.span.start && end.textStart() < box.span.start + box.span.length;
        };
        const bool boxed = std::any_of(m_out.blocks.begin(), m_out.blocks.end(), isIn) ||
                           std::any_of(m_out.quotes.begin(), m_out.quotes.end(), isIn);
        m_inline = m_along && m_out.bodyShown && m.reactions.empty() && m_out.cardTitle.isEmpty() && !boxed &&
                   last + 10 + m_meta <= m_most;
        if (m_inline) m_widest = qMax(m_widest, last + 10 + m_meta);
        qreal chips = 0;
        for (const ReactionCount &r : m.reactions)
            chips += m_small.horizontalAdvance(r.emoji) + (r.count > 1 ? 32 : 20);
        if (chips > 0) m_widest = qMax(m_widest, chips + m_meta + 8);
        m_widest = qMin(m_most, qMax(m_widest, m_meta));
    }

    void measureMeta(const Message &m)
    {
        m_out.metaText = words::clockTime(m.row.atMs);
        if (m.row.ev > 0 && !m.row.dead) {
            m_editedText = tr("edited");
            m_out.metaText.prepend(m_editedText + u' ');
        }
        if (m.silent && !m.row.dead) m_out.metaMarks.push_back(shapes::Glyph::Muted);
        if (m.expiresMs > 0 && !m.row.dead) m_out.metaMarks.push_back(shapes::Glyph::Clock);
        m_meta = std::ceil(m_small.horizontalAdvance(m_out.metaText)) + (m.mine ? tickWidth + 4 : 0) +
                 markWidth * qreal(m_out.metaMarks.size());
    }

    /// Pictures reach to the bubble's edges, file rows to those of its text.
    void measureFiles(const Message &m)
    {
        const qreal edges = 2 * padX - 2 * inset;
        m_grid = layoutFiles(m, m_most + edges, m_fonts);
        if (!m_grid.onlyPictures) m_grid = layoutFiles(m, m_most, m_fonts);
        m_widest = qMax(m_widest, m_grid.size.width() - (m_grid.onlyPictures ? edges : 0));
        m_out.metaOver = m_grid.onlyPictures && !m_out.bodyShown && m.reactions.empty();
    }

    qreal placeFiles(qreal text, qreal y)
    {
        const bool flush = m_grid.onlyPictures;
        const bool first =
            flush && m_out.nameText.isEmpty() && m_out.forwardText.isEmpty() && !m_row.message.reply;
        const QPointF at(flush ? text - padX + inset : text, first ? y - padY + inset : y + 3);
        for (FileBox &box : m_grid.boxes) {
            box.rect.translate(at);
            box.knob.translate(at);
        }
        m_out.files = std::move(m_grid.boxes);
        return at.y() + m_grid.size.height() + (m_out.bodyShown ? 6 : 0);
    }

    void place(qreal y)
    {
        const Message &m = m_row.message;
        const qreal width = m_widest + 2 * padX;
        const qreal x = m.mine ? m_out.width - Theme::edge - width : m_left, text = x + padX;
        qreal inner = y + padY;
        if (!m_out.nameText.isEmpty()) {
            m_out.name = QRectF(text, inner, m_widest, m_name.height());
            inner = m_out.name.bottom() + 1;
        }
        if (!m_out.forwardText.isEmpty()) {
            m_out.forward = QRectF(text, inner, m_widest, m_small.height());
            inner = m_out.forward.bottom() + 3;
        }
        if (m.reply) {
            m_out.quote = QRectF(text - 2, inner + 1, m_widest + 4, m_name.height() + m_small.height() + 8);
            inner = m_out.quote.bottom() + 5;
        }
        if (!m.attachments.empty()) inner = placeFiles(text, inner);
        m_out.bodyAt = QPointF(m_along ? text : text + m_widest - m_body, inner);
        if (m_out.bodyShown) inner += std::ceil(m_out.bodyHeight);
        if (!m_out.cardTitle.isEmpty()) inner = placeCard(text, inner);
        qreal meta = m_inline ? inner - m_small.height() + 1 : inner + lineGap - 2;
        if (!m.reactions.empty()) {
            inner = layoutChips(m_out, m, m_fonts, {text - 2, inner + 5}, m_widest + 4) + 1;
            const bool fits = m_out.chips.back().rect.right() + 8 + m_meta <= text + m_widest;
            meta = fits ? inner - m_small.height() - 2 : inner + 1;
        }
        m_out.meta = QRectF(text + m_widest - m_meta, meta, m_meta, m_small.height());
        if (!m_editedText.isEmpty())
            m_out.edited = QRectF(m_out.meta.left() + markWidth * qreal(m_out.metaMarks.size()), meta,
                                  m_small.horizontalAdvance(m_editedText), m_small.height());
        if (m_out.metaOver) {
            m_out.meta.moveBottom(inner - 8);
            m_out.bubble = QRectF(x, y, width, inner + inset - y);
            return;
        }
        m_out.bubble = QRectF(x, y, width, qMax(inner, m_out.meta.bottom()) + padY - 1 - y);
    }

    qreal placeCard(qreal text, qreal y)
    {
        const qreal picture = m_out.cardPicture.isNull() ? 0 : BubbleLayout::cardPictureSide + 10;
        const qreal words = m_small.horizontalAdvance(m_out.cardWords);
        const int wordLines = words <= 0 ? 0 : words <= m_widest + 4 - 19 - picture ? 1 : 2;
        const qreal lines = m_name.height() + (1 + wordLines) * m_small.height();
        const qreal height =
            12 + (m_out.cardPicture.isNull() ? lines : qMax(lines, BubbleLayout::cardPictureSide));
        m_out.card = QRectF(text - 2, y + 5, m_widest + 4, height);
        return m_out.card.bottom() + 1;
    }

    qreal failure(qreal y)
    {
        m_out.failureText = words::refusal(m_row.message.refusedCode) + u' ' + tr("What to do…");
        const qreal w = qMin<qreal>(m_out.width - 2 * Theme::edge,
                                    std::ceil(m_small.horizontalAdvance(m_out.failureText)) + 4);
        m_out.failure = QRectF(m_row.message.mine ? m_out.width - Theme::edge - w : m_left, y + 2, w,
                               m_small.height() + 2);
        return m_out.failure.bottom();
    }

    BubbleLayout &m_out;
    const TimelineRow &m_row;
    const BubbleFonts &m_fonts;
    const QFontMetricsF m_small, m_name;
    const bool m_rtl, m_avatar;
    const qreal m_left, m_most;
    FileGrid m_grid;
    qreal m_widest = 0, m_body = 0, m_meta = 0;
    QString m_editedText;
    bool m_along = true;   // the text runs in the window's direction
    bool m_inline = false; // time and tick share the last line
};

} // namespace

BubbleLayout layoutRow(const TimelineRow &row, int width, const BubbleFonts &fonts, qint64 nowMs, bool rtl)
{
    BubbleLayout out;
    out.width = width;
    out.revealed = row.revealed;
    const qreal y = separators(out, row, fonts, nowMs);
    if (row.kind == TimelineRow::Kind::Hole || !row.service.isEmpty())
        layoutNotice(out, row, fonts, y);
    else
        Measure(out, row, fonts, rtl).run(y);
    return out;
}

BubbleLayout::Hit BubbleLayout::hit(const QPointF &at) const
{
    if (notice.contains(at)) return {Part::Hole};
    if (failure.contains(at)) return {Part::Failure};
    if (quote.contains(at)) return {Part::Quote};
    if (day.contains(at)) return {Part::Day};
    if (forward.contains(at)) return {Part::Forward};
    if (edited.contains(at)) return {Part::Edited};
    if (card.contains(at)) return {Part::Link, cardUrl, 0};
    for (const Chip &chip : chips) {
        if (chip.rect.contains(at)) return {Part::Chip, chip.emoji, 0};
    }
    for (const FileBox &file : files) {
        if (file.knob.contains(at)) return {Part::FileKnob, {}, file.index};
        if (file.rect.contains(at)) return {Part::File, {}, file.index};
    }
    const int under = textAt(at, false);
    const auto isIn = [&](const auto &span) {
        return under >= span.start && under < span.start + span.length;
    };
    if (under >= 0) {
        // A hidden part is shown first, whatever else it may be.
        for (const Span &span : spoilers)
            if (!revealed && isIn(span)) return {Part::Spoiler};
        for (const Link &link : links)
            if (isIn(link))
                return link.url.isEmpty() ? Hit{Part::Person, {}, 0, link.user}
                                          : Hit{Part::Link, link.url, 0};
    }
    return bubble.contains(at) ? Hit{Part::Bubble} : Hit{};
}

int BubbleLayout::textAt(const QPointF &at, bool nearest) const
{
    if (!body || !bodyShown || notice.isValid() || body->lineCount() == 0) return -1;
    const QPointF in = at - bodyAt;
    for (int i = 0; i < body->lineCount(); ++i) {
        const QTextLine line = body->lineAt(i);
        const bool last = i == body->lineCount() - 1;
        if (in.y() >= line.y() + line.height() && !last) continue;
        const QRectF words = line.naturalTextRect();
        if (!nearest && !words.adjusted(-3, 0, 3, 0).contains(in)) return -1;
        if (nearest && in.y() < 0) return 0;
        if (nearest && in.y() >= line.y() + line.height()) return int(body->text().size());
        return line.xToCursor(in.x());
    }
    return -1;
}

} // namespace kith
