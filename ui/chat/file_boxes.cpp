#include "ui/chat/file_boxes.h"

#include "core/base/file_names.h"
#include "ui/chat/bubble_layout.h"
#include "ui/media/media.h"
#include "ui/style/shapes.h"
#include "ui/text/words.h"

#include <QFontMetricsF>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr qreal tallest = 380, widest = 400, smallest = 96, gap = 3, knobSide = 42, fileRow = 52;
constexpr qreal corner = 10;

/// The size of one picture alone: as told by its sender, within bounds; what is not told is 4:3.
QSizeF aloneSize(const Attachment &info, qreal most)
{
    QSizeF size(info.width, info.height);
    if (size.isEmpty()) size = {320, 240};
    const QSizeF bound(qMin(most, widest), tallest);
    if (size.width() > bound.width() || size.height() > bound.height())
        size.scale(bound, Qt::KeepAspectRatio);
    return {std::round(qBound(qMin(smallest, bound.width()), size.width(), bound.width())),
            std::round(qBound(smallest, size.height(), bound.height()))};
}

QRectF knobIn(const QRectF &rect)
{
    QRectF knob(0, 0, knobSide, knobSide);
    knob.moveCenter(rect.center());
    return knob;
}

/// Pictures in rows of two; with an odd number the first takes a row of its own.
qreal placePictures(FileGrid &grid, const Message &m, const std::vector<int> &pictures, qreal most)
{
    const size_t n = pictures.size();
    if (n == 1) {
        const QSizeF size = aloneSize(m.attachments[size_t(pictures[0])].info, most);
        grid.boxes.push_back({pictures[0], true, QRectF({0, 0}, size), knobIn({{0, 0}, size})});
        grid.size = size;
        return size.height();
    }
    const qreal half = std::floor((qMin(most, widest) - gap) / 2), width = 2 * half + gap;
    qreal y = 0;
    for (size_t i = 0; i < n;) {
        const bool alone = i == 0 && n % 2 == 1;
        const qreal height = std::round(alone ? width * 0.56 : half * 0.8);
        const int inRow = alone ? 1 : 2;
        for (int column = 0; column < inRow; ++column, ++i) {
            const QRectF rect(column * (half + gap), y, alone ? width : half, height);
            grid.boxes.push_back({pictures[i], true, rect, knobIn(rect)});
        }
        y += height + gap;
    }
    grid.size = {width, y - gap};
    return y - gap;
}

void paintKnob(QPainter &p, const FileBox &box, const AttachmentView &file, const Theme &theme,
               std::optional<qint64> moving)
{
    using shapes::Glyph;
    const bool busy = file.state == TransferState::Waiting || file.state == TransferState::Active;
    const bool failed = file.state == TransferState::Failed, here = isHere(file) && !busy;
    const Glyph glyph = busy ? Glyph::Close : failed ? Glyph::Warning : here ? Glyph::File : Glyph::Download;
    const QColor ground = box.picture ? QColor(0, 0, 0, 140) : failed ? theme.danger : theme.accent;
    const QColor ink = box.picture ? QColor(Qt::white) : theme.dark && failed ? theme.chat : theme.onAccent;
    p.setPen(Qt::NoPen);
    p.setBrush(ground);
    p.drawEllipse(box.knob);
    QRectF inner(0, 0, 20, 20);
    inner.moveCenter(box.knob.center());
    shapes::draw(p, glyph, inner, ink, 1.8);
    if (!busy || !moving || file.info.size <= 0) return;
    p.setPen(QPen(ink, 2.5, Qt::SolidLine, Qt::RoundCap));
    p.setBrush(Qt::NoBrush);
    const int span = int(5760.0 * double(*moving) / double(file.info.size));
    p.drawArc(box.knob.adjusted(4, 4, -4, -4), 90 * 16, -qMax(span, 90));
}

/// Fills `rect` with the picture, cut at its longer side.
void drawCovering(QPainter &p, const QRectF &rect, const QImage &image)
{
    QSizeF part = rect.size().scaled(image.size(), Qt::KeepAspectRatio);
    QRectF source(QPointF(), part);
    source.moveCenter(QRectF(image.rect()).center());
    p.setRenderHint(QPainter::SmoothPixmapTransform);
    p.drawImage(rect, image, source);
}

void paintPicture(QPainter &p, const FileBox &box, const AttachmentView &file, const Theme &theme,
                  const BubbleFonts &fonts, Media &media)
{
    const qreal ratio = p.device()->devicePixelRatioF();
    // A cell of a grid is covered, so that its picture is decoded larger than the cell.
    QSizeF wanted = box.rect.size();
    if (file.info.width > 0 && file.info.height > 0)
        wanted =
            QSizeF(file.info.width, file.info.height).scaled(box.rect.size(), Qt::KeepAspectRatioByExpanding);
    const QSize bound = (wanted * ratio).toSize().boundedTo({2048, 2048});
    QImage image = isHere(file) ? media.pictures().fitted(file.path, bound) : QImage();
    if (image.isNull()) image = media.pictures().thumb(file.info.att, file.info.thumb);
    p.save();
    QPainterPath clip;
    clip.addRoundedRect(box.rect, corner, corner);
    p.setClipPath(clip, Qt::IntersectClip);
    if (image.isNull())
        p.fillRect(box.rect, theme.quoteTheirs);
    else
        drawCovering(p, box.rect, image);
    p.restore();
    const bool broken = isHere(file) && media.pictures().isBroken(file.path);
    const bool still =
        isHere(file) && (file.state == TransferState::Done || file.state == TransferState::None);
    if (still && !broken) return;
    if (!still) paintKnob(p, box, file, theme, media.moving(file.info.att));
    const QString text = broken ? QCoreApplication::translate("kith", "This picture cannot be shown")
                                : words::transfer(file, media.moving(file.info.att));
    const QFontMetricsF small(fonts.small);
    const QString shown = small.elidedText(text, Qt::ElideRight, box.rect.width() - 24);
    QRectF pill(box.rect.left() + 6, box.rect.top() + 6, small.horizontalAdvance(shown) + 14,
                small.height() + 4);
    p.setPen(Qt::NoPen);
    p.setBrush(QColor(0, 0, 0, 140));
    p.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    p.setPen(Qt::white);
    p.setFont(fonts.small);
    p.drawText(pill, Qt::AlignCenter, shown);
}

void paintFileRow(QPainter &p, const FileBox &box, const Message &m, const AttachmentView &file,
                  const Theme &theme, const BubbleFonts &fonts, Media &media)
{
    paintKnob(p, box, file, theme, media.moving(file.info.att));
    const bool rtl = p.layoutDirection() == Qt::RightToLeft;
    const QFontMetricsF name(fonts.name), small(fonts.small);
    QRectF words = box.rect.adjusted(knobSide + 10, 0, 0, 0);
    if (rtl) words = box.rect.adjusted(0, 0, -knobSide - 10, 0);
    words.setTop(box.knob.center().y() - (name.height() + small.height()) / 2);
    const auto align = Qt::AlignVCenter | Qt::AlignLeading;
    p.setFont(fonts.name);
    p.setPen(theme.bubbleText);
    p.drawText(QRectF(words.left(), words.top(), words.width(), name.height()), align,
               name.elidedText(safeFileName(file.info.name), Qt::ElideMiddle, words.width()));
    p.setFont(fonts.small);
    const bool failed = file.state == TransferState::Failed;
    p.setPen(failed ? theme.danger : m.mine ? theme.bubbleMineFaint : theme.bubbleFaint);
    const QString line = words::transfer(file, media.moving(file.info.att));
    p.drawText(QRectF(words.left(), words.top() + name.height(), words.width(), small.height()), align,
               small.elidedText(line, Qt::ElideRight, words.width()));
}

} // namespace

FileGrid layoutFiles(const Message &m, qreal most, const BubbleFonts &fonts)
{
    FileGrid grid;
    std::vector<int> pictures, files;
    for (size_t i = 0; i < m.attachments.size(); ++i)
        (isPicture(m.attachments[i]) ? pictures : files).push_back(int(i));
    qreal y = 0;
    if (!pictures.empty()) y = placePictures(grid, m, pictures, most) + (files.empty() ? 0 : 6);
    grid.onlyPictures = files.empty() && !pictures.empty();
    const QFontMetricsF name(fonts.name), small(fonts.small);
    qreal wide = grid.size.width();
    for (const int index : files) {
        const AttachmentView &file = m.attachments[size_t(index)];
        const qreal words = qMax(name.horizontalAdvance(safeFileName(file.info.name)),
                                 small.horizontalAdvance(words::transfer(file, file.info.size)));
        wide = qMax(wide, qMin(most, qMax<qreal>(200, knobSide + 12 + std::ceil(words))));
    }
    for (const int index : files) {
        const QRectF rect(0, y, wide, fileRow);
        grid.boxes.push_back(
            {index, false, rect, QRectF(0, y + (fileRow - knobSide) / 2, knobSide, knobSide)});
        y += fileRow;
    }
    grid.size = {wide, y};
    return grid;
}

void paintFile(QPainter &p, const FileBox &box, const Message &m, const Theme &theme,
               const BubbleFonts &fonts, Media &media)
{
    const AttachmentView &file = m.attachments[size_t(box.index)];
    if (box.picture)
        paintPicture(p, box, file, theme, fonts, media);
    else
        paintFileRow(p, box, m, file, theme, fonts, media);
}

} // namespace kith
