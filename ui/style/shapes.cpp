#include "ui/style/shapes.h"

#include "ui/style/theme.h"

#include <QIconEngine>
#include <QPainterPath>
#include <QTextBoundaryFinder>
#include <array>

using namespace Qt::StringLiterals;

namespace kith::shapes {
namespace {

/// Glyphs are described on a 24×24 grid.
void line(QPainterPath &path, std::initializer_list<QPointF> points)
{
    bool first = true;
    for (const QPointF &point : points) {
        if (first)
            path.moveTo(point);
        else
            path.lineTo(point);
        first = false;
    }
}

QPainterPath person(qreal x, qreal r)
{
    QPainterPath path;
    path.addEllipse(QPointF(x, 8.5), r, r);
    path.moveTo(x - 6.5, 20);
    path.cubicTo(x - 6.5, 12.5, x + 6.5, 12.5, x + 6.5, 20);
    return path;
}

QPainterPath eye(bool struck)
{
    QPainterPath path;
    path.moveTo(2.5, 12);
    path.cubicTo(7, 4.5, 17, 4.5, 21.5, 12);
    path.cubicTo(17, 19.5, 7, 19.5, 2.5, 12);
    path.addEllipse(QPointF(12, 12), 3, 3);
    if (struck) line(path, {{4, 20.5}, {20, 3.5}});
    return path;
}

QPainterPath cloud()
{
    QPainterPath path;
    path.moveTo(7, 18.5);
    path.cubicTo(1.5, 18.5, 1.5, 11, 6.8, 11);
    path.cubicTo(7.6, 4.6, 16.4, 4.6, 17, 10.6);
    path.cubicTo(22.5, 10.6, 22.5, 18.5, 17, 18.5);
    path.closeSubpath();
    return path;
}

QPainterPath bell()
{
    QPainterPath path;
    path.moveTo(5, 17);
    path.cubicTo(7, 15, 6.5, 12, 6.7, 10.5);
    path.cubicTo(7, 3.8, 17, 3.8, 17.3, 10.5);
    path.cubicTo(17.5, 12, 17, 15, 19, 17);
    path.closeSubpath();
    line(path, {{10, 20}, {14, 20}});
    line(path, {{3.5, 4}, {20.5, 21}});
    return path;
}

QPainterPath bubble()
{
    QPainterPath path;
    path.moveTo(5, 4.5);
    path.lineTo(19, 4.5);
    path.quadTo(21.5, 4.5, 21.5, 7);
    path.lineTo(21.5, 14);
    path.quadTo(21.5, 16.5, 19, 16.5);
    path.lineTo(11, 16.5);
    path.lineTo(6, 20.5);
    path.lineTo(6, 16.5);
    path.lineTo(5, 16.5);
    path.quadTo(2.5, 16.5, 2.5, 14);
    path.lineTo(2.5, 7);
    path.quadTo(2.5, 4.5, 5, 4.5);
    return path;
}

QPainterPath clip()
{
    QPainterPath path;
    path.moveTo(20, 11);
    path.lineTo(11.6, 19.4);
    path.cubicTo(6.2, 24.4, -0.6, 17.4, 4.6, 12.2);
    path.lineTo(12.8, 4.2);
    path.cubicTo(16.6, 0.8, 21, 5.6, 17.4, 9.2);
    path.lineTo(9.4, 17);
    path.cubicTo(7.2, 18.8, 5, 16.4, 6.9, 14.4);
    path.lineTo(14.2, 7.2);
    return path;
}

QPainterPath gear()
{
    QPainterPath path;
    path.addEllipse(QPointF(12, 12), 3.2, 3.2);
    path.addEllipse(QPointF(12, 12), 6.6, 6.6);
    for (int i = 0; i < 8; ++i) {
        QTransform turn;
        turn.translate(12, 12);
        turn.rotate(i * 45.0);
        line(path, {turn.map(QPointF(0, -6.6)), turn.map(QPointF(0, -9.8))});
    }
    return path;
}

QPainterPath glyphPath(Glyph glyph)
{
    QPainterPath p;
    switch (glyph) {
    case Glyph::Search:
        p.addEllipse(QPointF(10.5, 10.5), 6.5, 6.5);
        line(p, {{15.5, 15.5}, {20.5, 20.5}});
        break;
    case Glyph::Plus:
        line(p, {{12, 4}, {12, 20}});
        line(p, {{4, 12}, {20, 12}});
        break;
    case Glyph::Send:
        line(p, {{3.5, 4}, {21, 12}, {3.5, 20}, {6.5, 12}, {3.5, 4}});
        line(p, {{6.5, 12}, {13, 12}});
        break;
    case Glyph::Pin:
        line(p, {{9, 3.5}, {15, 3.5}, {14.5, 10}, {18, 14}, {6, 14}, {9.5, 10}, {9, 3.5}});
        line(p, {{12, 14}, {12, 21}});
        break;
    case Glyph::Muted:
        return bell();
    case Glyph::Close:
    case Glyph::Cross:
        line(p, {{5.5, 5.5}, {18.5, 18.5}});
        line(p, {{18.5, 5.5}, {5.5, 18.5}});
        break;
    case Glyph::Reply:
        line(p, {{9, 5}, {3.5, 10.5}, {9, 16}});
        p.moveTo(3.5, 10.5);
        p.cubicTo(14, 9.5, 19.5, 13, 20.5, 19.5);
        break;
    case Glyph::Edit:
        line(p, {{4, 20}, {5, 15.5}, {16.5, 4}, {20, 7.5}, {8.5, 19}, {4, 20}});
        break;
    case Glyph::Down:
        line(p, {{5, 9}, {12, 16}, {19, 9}});
        break;
    case Glyph::Up:
        line(p, {{5, 15}, {12, 8}, {19, 15}});
        break;
    case Glyph::Group:
        p = person(9, 3.6);
        p.addPath(person(17, 2.8));
        break;
    case Glyph::Person:
        return person(12, 4.2);
    case Glyph::Info:
        p.addEllipse(QPointF(12, 12), 9, 9);
        line(p, {{12, 11}, {12, 17}});
        line(p, {{12, 7}, {12, 7.4}});
        break;
    case Glyph::Check:
        line(p, {{4, 12.5}, {9.5, 18}, {20, 6.5}});
        break;
    case Glyph::Warning:
        line(p, {{12, 3.5}, {22, 20.5}, {2, 20.5}, {12, 3.5}});
        line(p, {{12, 10}, {12, 14.5}});
        line(p, {{12, 17.4}, {12, 17.8}});
        break;
    case Glyph::Cloud:
        return cloud();
    case Glyph::Eye:
        return eye(false);
    case Glyph::EyeOff:
        return eye(true);
    case Glyph::More:
        for (qreal y : {5.5, 12.0, 18.5}) p.addEllipse(QPointF(12, y), 0.9, 0.9);
        break;
    case Glyph::Clock:
        p.addEllipse(QPointF(12, 12), 9, 9);
        line(p, {{12, 6.5}, {12, 12}, {16, 14}});
        break;
    case Glyph::Chat:
        return bubble();
    case Glyph::Clip:
        return clip();
    case Glyph::File:
        line(p, {{6, 3}, {14, 3}, {19, 8}, {19, 21}, {6, 21}, {6, 3}});
        line(p, {{14, 3}, {14, 8}, {19, 8}});
        break;
    case Glyph::Download:
        line(p, {{12, 4}, {12, 17}});
        line(p, {{6, 11.5}, {12, 17.5}, {18, 11.5}});
        line(p, {{5, 21}, {19, 21}});
        break;
    case Glyph::Previous:
        line(p, {{15, 4}, {7, 12}, {15, 20}});
        break;
    case Glyph::Next:
        line(p, {{9, 4}, {17, 12}, {9, 20}});
        break;
    case Glyph::Minus:
        line(p, {{4, 12}, {20, 12}});
        break;
    case Glyph::Gear:
        return gear();
    }
    return p;
}

class GlyphEngine final : public QIconEngine {
public:
    GlyphEngine(Glyph glyph, const QColor &color)
        : m_glyph(glyph)
        , m_color(color)
    {
    }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QColor color = m_color;
        if (mode == QIcon::Disabled) color.setAlphaF(0.4f);
        const qreal side = qMin(rect.width(), rect.height());
        draw(*painter, m_glyph,
             QRectF(rect.center().x() + 0.5 - side / 2, rect.center().y() + 0.5 - side / 2, side, side),
             color);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new GlyphEngine(m_glyph, m_color); }

private:
    Glyph m_glyph;
    QColor m_color;
};

/// FNV-1a: the same colour on every machine and in every run.
quint32 stableHash(const QByteArray &key)
{
    quint32 hash = 2166136261u;
    for (char c : key) hash = (hash ^ quint8(c)) * 16777619u;
    return hash;
}

constexpr std::array<QRgb, 10> discs{0xffb3472f, 0xffa05a00, 0xff5f7300, 0xff23793b, 0xff00776b,
                                     0xff0a6f9e, 0xff3b5fc0, 0xff7450b8, 0xffa03f93, 0xffb03a63};

} // namespace

void draw(QPainter &p, Glyph glyph, const QRectF &box, const QColor &color, qreal width)
{
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.translate(box.topLeft());
    const qreal scale = box.width() / 24.0;
    p.scale(scale, scale);
    QPen pen(color, width / scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    p.setPen(pen);
    p.setBrush(Qt::NoBrush);
    p.drawPath(glyphPath(glyph));
    p.restore();
}

QIcon icon(Glyph glyph, const QColor &color) { return QIcon(new GlyphEngine(glyph, color)); }

void drawTick(QPainter &p, Tick tick, const QRectF &box, const QColor &plain, const QColor &seen,
              const QColor &bad)
{
    if (tick == Tick::None) return;
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.translate(box.topLeft());
    const qreal s = box.height() / 11.0;
    p.scale(s, s);
    const QColor color = tick == Tick::Failed ? bad : tick == Tick::Seen ? seen : plain;
    p.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.setBrush(Qt::NoBrush);
    const auto check = [&](qreal x) {
        p.drawPolyline(std::array<QPointF, 3>{QPointF(x, 6), QPointF(x + 3, 9), QPointF(x + 9, 2)}.data(), 3);
    };
    switch (tick) {
    case Tick::None:
        break;
    case Tick::Failed:
        p.setBrush(bad);
        p.setPen(Qt::NoPen);
        p.drawEllipse(QPointF(10, 5.5), 5.5, 5.5);
        p.setPen(QPen(Qt::white, 1.6, Qt::SolidLine, Qt::RoundCap));
        p.drawLine(QPointF(10, 2.7), QPointF(10, 6));
        p.drawPoint(QPointF(10, 8.4));
        break;
    case Tick::Queued:
        p.drawEllipse(QPointF(10, 5.5), 4.6, 4.6);
        p.drawPolyline(std::array<QPointF, 3>{QPointF(10, 3), QPointF(10, 5.7), QPointF(12, 6.8)}.data(), 3);
        break;
    case Tick::Sent:
        check(6);
        break;
    case Tick::Delivered:
    case Tick::Seen:
        check(1.5);
        p.drawPolyline(std::array<QPointF, 3>{QPointF(7.6, 8), QPointF(8.6, 9), QPointF(14.6, 2)}.data(), 3);
        break;
    }
    p.restore();
}

QColor avatarColor(const QByteArray &key) { return QColor::fromRgb(discs[stableHash(key) % discs.size()]); }

QColor nameColor(const QByteArray &key, bool dark)
{
    const QColor base = avatarColor(key);
    if (!dark) return base;
    return QColor::fromHsl(base.hslHue(), qMin(base.hslSaturation(), 170), 178);
}

QString initials(const QString &name)
{
    QString letters;
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    const auto take = [&](const QString &word) {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
        const qsizetype end = finder.toNextBoundary();
        if (end > 0 && QChar::isLetterOrNumber(word.at(0).isHighSurrogate() && word.size() > 1
                                                   ? QChar::surrogateToUcs4(word.at(0), word.at(1))
                                                   : word.at(0).unicode()))
            letters += word.first(end).toUpper();
    };
    if (!words.isEmpty()) take(words.first());
    if (words.size() > 1) take(words.last());
    return letters.isEmpty() ? u"#"_s : letters;
}

void drawAvatar(QPainter &p, const QRectF &box, const QByteArray &key, const QString &name, bool group)
{
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    const QColor base = avatarColor(key);
    QLinearGradient fill(box.topLeft(), box.bottomLeft());
    fill.setColorAt(0, base.lighter(112));
    fill.setColorAt(1, base);
    p.setPen(Qt::NoPen);
    p.setBrush(fill);
    if (group)
        p.drawRoundedRect(box, box.width() * 0.32, box.width() * 0.32);
    else
        p.drawEllipse(box);
    const QString letters = initials(name);
    QFont font = scaledFont(0, true);
    font.setPixelSize(qMax(8, qRound(box.height() * (letters.size() > 1 ? 0.36 : 0.42))));
    p.setFont(font);
    p.setPen(Qt::white);
    p.drawText(box, Qt::AlignCenter, letters);
    p.restore();
}

} // namespace kith::shapes
