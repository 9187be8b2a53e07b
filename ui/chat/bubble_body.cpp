// The text of a bubble: its lines, and how its parts are meant.
#include "ui/chat/bubble_body.h"

#include "ui/text/rich_text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr qreal quoteIndent = 11, blockPad = 8;

/// Only addresses that name their scheme or begin with www. are links; what follows a closing bracket or a
/// full stop at the end is not part of them.
void linksIn(const QString &text, std::vector<BubbleLayout::Link> &links)
{
    static const QRegularExpression pattern(uR"((?:https?://|www\.)[^\s<>"]{2,1000}[^\s<>".,;:!?'\)\]])"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    if (!text.contains(u"://"_s) && !text.contains(u"www."_s, Qt::CaseInsensitive)) return;
    for (auto it = pattern.globalMatch(text); it.hasNext() && links.size() < 50;) {
        const auto match = it.next();
        const int from = int(match.capturedStart()), length = int(match.capturedLength());
        const bool taken = std::any_of(links.begin(), links.end(), [&](const BubbleLayout::Link &link) {
            return from < link.start + link.length && link.start < from + length;
        });
        if (taken) continue;
        QString url = match.captured();
        if (url.startsWith(u"www."_s, Qt::CaseInsensitive)) url.prepend(u"https://"_s);
        links.push_back({from, length, url, {}});
    }
}

/// What the parts are, beside how their letters look.
void sortParts(BubbleLayout &out, const QString &text, const std::vector<Entity> &entities)
{
    for (const Entity &e : entities) {
        const BubbleLayout::Span span{e.at, e.length};
        if (e.at < 0 || e.length <= 0 || e.at + e.length > text.size()) continue;
        switch (e.kind) {
        case EntityKind::Link:
            if (out.links.size() < 50) out.links.push_back({e.at, e.length, e.what, {}});
            break;
        case EntityKind::Mention:
            if (out.links.size() < 50) out.links.push_back({e.at, e.length, {}, e.user});
            break;
        case EntityKind::MentionAll:
            out.mentions.push_back(span);
            break;
        case EntityKind::Spoiler:
            out.spoilers.push_back(span);
            break;
        case EntityKind::Code:
            out.codes.push_back(span);
            break;
        case EntityKind::CodeBlock:
            out.blocks.push_back({span, {}});
            break;
        case EntityKind::Quote:
            out.quotes.push_back({span, {}});
            break;
        case EntityKind::Bold:
        case EntityKind::Italic:
        case EntityKind::Struck:
            break;
        }
    }
    linksIn(text, out.links);
}

const BubbleLayout::Boxed *boxAt(const std::vector<BubbleLayout::Boxed> &boxes, int at)
{
    for (const BubbleLayout::Boxed &box : boxes)
        if (at >= box.span.start && at < box.span.start + box.span.length) return &box;
    return nullptr;
}

/// Lines of `width` each; quoted ones stand in, those of code have room around them. Returns the widest.
qreal layLines(BubbleLayout &out, qreal width)
{
    qreal y = 0, widest = 0;
    const bool rtl = out.body->text().isRightToLeft();
    const BubbleLayout::Boxed *before = nullptr;
    for (auto *boxes : {&out.blocks, &out.quotes})
        for (BubbleLayout::Boxed &box : *boxes) box.rect = {};
    out.body->beginLayout();
    for (QTextLine line = out.body->createLine(); line.isValid(); line = out.body->createLine()) {
        const auto *block = boxAt(out.blocks, line.textStart());
        const auto *quote = boxAt(out.quotes, line.textStart());
        if (block != before) y += (before ? blockPad - 2 : 0) + (block ? blockPad - 2 : 0);
        before = block;
        const qreal lead = (quote ? quoteIndent : 0) + (block ? blockPad : 0), trail = block ? blockPad : 0;
        line.setLineWidth(qMax<qreal>(20, width - lead - trail));
        line.setPosition({rtl ? trail : lead, y});
        for (const auto *box : {block, quote}) {
            if (!box) continue;
            const QRectF all(box == block && quote && !rtl ? quoteIndent : 0, y,
                             width - (box == block && quote ? quoteIndent : 0), line.height());
            auto *mutableBox = const_cast<BubbleLayout::Boxed *>(box);
            mutableBox->rect = box->rect.isValid() ? box->rect.united(all) : all;
        }
        y += line.height();
        widest = qMax(widest, line.naturalTextWidth() + lead + trail);
    }
    out.body->endLayout();
    for (BubbleLayout::Boxed &box : out.blocks)
        if (box.rect.isValid()) box.rect.adjust(0, -(blockPad - 3), 0, blockPad - 3);
    out.bodyHeight = y + (before ? blockPad - 2 : 0);
    return widest;
}

} // namespace

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

qreal layoutBody(BubbleLayout &out, const QString &text, const std::vector<Entity> &entities,
                 const QFont &font, qreal most)
{
    QString shown = text;
    shown.replace(u'\n', QChar::LineSeparator);
    out.body = std::make_shared<QTextLayout>(shown, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    option.setAlignment(shown.isRightToLeft() ? Qt::AlignRight
                                              : Qt::AlignLeft); // taken as it stands, never mirrored
    out.body->setTextOption(option);
    out.body->setCacheEnabled(true);
    sortParts(out, text, entities);
    QList<QTextLayout::FormatRange> formats;
    for (const Entity &e : entities) formats.append({e.at, e.length, letterFormat(e, font)});
    for (const BubbleLayout::Link &link : out.links) {
        QTextCharFormat underlined;
        underlined.setFontUnderline(!link.url.isEmpty());
        formats.append({link.start, link.length, underlined});
    }
    out.body->setFormats(formats);
    // Right-to-left lines stand at the far edge of the line: laid out again at the width that is used.
    out.bodyWidth = std::ceil(layLines(out, most)) + 1;
    layLines(out, out.bodyWidth);
    return out.bodyWidth;
}

namespace {

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

void paintBoxes(QPainter &p, const BubbleLayout &l, const TimelineRow &row, const Theme &theme)
{
    const bool rtl = l.body->text().isRightToLeft();
    p.setPen(Qt::NoPen);
    for (const BubbleLayout::Boxed &block : l.blocks) {
        p.setBrush(row.message.mine ? theme.quoteMine : theme.quoteTheirs);
        p.drawRoundedRect(block.rect.translated(l.bodyAt), 5, 5);
    }
    for (const BubbleLayout::Boxed &quote : l.quotes) {
        const QRectF box = quote.rect.translated(l.bodyAt);
        p.setBrush(theme.accent);
        p.drawRoundedRect(QRectF(rtl ? box.right() - 3 : box.left(), box.top() + 1, 3, box.height() - 2), 1.5,
                          1.5);
    }
}

} // namespace

void paintBody(QPainter &p, const BubbleLayout &l, const TimelineRow &row, const RowPaint &how)
{
    const Theme &theme = how.theme;
    QList<QTextLayout::FormatRange> formats;
    const auto paint = [&](int start, int length, const QColor &fore, const QColor &back = {}) {
        QTextCharFormat format;
        if (fore.isValid()) format.setForeground(fore);
        if (back.isValid()) format.setBackground(back);
        formats.append({start, length, format});
    };
    const bool dim = row.message.state == MessageState::Unverified;
    const QColor faint = row.message.mine ? theme.bubbleMineFaint : theme.bubbleFaint;
    paintBoxes(p, l, row, theme);
    for (const BubbleLayout::Span &code : l.codes)
        paint(code.start, code.length, theme.bubbleText,
              row.message.mine ? theme.quoteMine : theme.quoteTheirs);
    for (const BubbleLayout::Link &link : l.links) paint(link.start, link.length, theme.link);
    for (const BubbleLayout::Span &all : l.mentions) paint(all.start, all.length, theme.link);
    if (!l.bodyFaint) markFound(formats, l.body->text(), how);
    if (how.selectTo > how.selectFrom)
        paint(how.selectFrom, how.selectTo - how.selectFrom, theme.onAccent, theme.accent);
    if (!row.revealed)
        for (const BubbleLayout::Span &hidden : l.spoilers) paint(hidden.start, hidden.length, faint, faint);
    p.setPen(l.bodyFaint || dim ? faint : theme.bubbleText);
    l.body->draw(&p, l.bodyAt, formats);
}

} // namespace kith
