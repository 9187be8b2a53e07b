#include "ui/style/kith_style.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr qreal round = 8;
constexpr int fieldPad = 6, barWidth = 10, shortestThumb = 32;

QRectF inside(const QStyleOption &option, qreal by = 0.5)
{
    return QRectF(option.rect).adjusted(by, by, -by, -by);
}

} // namespace

KithStyle::KithStyle(const Theme &theme)
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    , m_theme(theme)
{
}

/// A label aligns by its own words; where the layout runs from right to left, a name in Latin letters would
/// stand at the far end of its line.
void KithStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    auto *label = qobject_cast<QLabel *>(widget);
    if (!label || label->layoutDirection() == Qt::LeftToRight) return;
    const Qt::Alignment across = label->alignment() & Qt::AlignHorizontal_Mask;
    if (across == Qt::AlignLeft || !across)
        label->setAlignment(Qt::AlignRight | Qt::AlignAbsolute |
                            (label->alignment() & Qt::AlignVertical_Mask));
}

int KithStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_ScrollBarExtent) return barWidth;
    if (metric == PM_ScrollBarSliderMin) return shortestThumb;
    if (metric == PM_ButtonMargin) return 16;
    if (metric == PM_MenuButtonIndicator) return 0;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int KithStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *data) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons) return 0;
    if (hint == SH_EtchDisabledText || hint == SH_DitherDisabledText) return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

QRect KithStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) return rect.adjusted(fieldPad, 0, -fieldPad, 0);
    return rect;
}

QRect KithStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar) return QProxyStyle::subControlRect(control, option, part, widget);
    const bool across = bar->orientation == Qt::Horizontal;
    const int length = across ? bar->rect.width() : bar->rect.height();
    const int range = bar->maximum - bar->minimum;
    int thumb = length;
    if (range > 0)
        thumb = qBound(shortestThumb, int(qint64(bar->pageStep) * length / (range + bar->pageStep)), length);
    const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb,
                                           bar->upsideDown);
    const auto along = [&](int from, int size) {
        return across ? QRect(from, 0, size, bar->rect.height()) : QRect(0, from, bar->rect.width(), size);
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSlider:
        return along(at, thumb);
    case SC_ScrollBarSubPage:
        return along(0, at);
    case SC_ScrollBarAddPage:
        return along(at + thumb, length - at - thumb);
    default:
        return {}; // no arrow buttons
    }
}

void KithStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *p,
                              const QWidget *widget) const
{
    // The field inside a spin or combo box stands in that one's frame.
    const bool field = element == PE_PanelLineEdit || element == PE_FrameLineEdit;
    if (field && widget &&
        (qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) ||
         qobject_cast<const QComboBox *>(widget->parentWidget())))
        return;
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    const bool focus = option->state & State_HasFocus;
    switch (element) {
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        p->setPen(QPen(focus          ? m_theme.accent
                       : m_theme.dark ? m_theme.line.lighter(140)
                                      : m_theme.line.darker(108),
                       focus ? 1.6 : 1));
        p->setBrush(option->state & State_Enabled ? option->palette.color(QPalette::Base) : m_theme.hover);
        p->drawRoundedRect(inside(*option, focus ? 0.8 : 0.5), round, round);
        break;
    case PE_FrameFocusRect:
        p->setPen(QPen(m_theme.accent, 1.6));
        p->setBrush(Qt::NoBrush);
        p->drawRoundedRect(inside(*option, 1), round - 1, round - 1);
        break;
    case PE_PanelButtonTool: {
        const bool down = option->state & (State_Sunken | State_On), over = option->state & State_MouseOver;
        const auto *button = qobject_cast<const QToolButton *>(widget);
        const bool raised = button && !button->autoRaise(); // stands on the conversation
        p->setPen(focus ? QPen(m_theme.accent, 1.6) : raised ? QPen(m_theme.line, 1) : QPen(Qt::NoPen));
        p->setBrush(down     ? m_theme.selected
                    : over   ? m_theme.hover
                    : raised ? m_theme.window
                             : QColor(Qt::transparent));
        const qreal r = raised ? option->rect.height() / 2.0 : round;
        p->drawRoundedRect(inside(*option, 0.8), r, r);
        break;
    }
    default:
        p->restore();
        QProxyStyle::drawPrimitive(element, option, p, widget);
        return;
    }
    p->restore();
}

void KithStyle::drawButton(const QStyleOption &option, QPainter &p) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool flat = button && button->features & QStyleOptionButton::Flat;
    const bool down = option.state & (State_Sunken | State_On), over = option.state & State_MouseOver;
    QColor fill = option.palette.color(QPalette::Button);
    if (flat)
        fill = down ? m_theme.selected : over ? m_theme.hover : QColor(Qt::transparent);
    else if (option.state & State_Enabled && (down || over))
        fill = down ? fill.darker(112) : fill.darker(105);
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    const bool focus = option.state & State_HasFocus;
    p.setPen(focus ? QPen(m_theme.accent, 2) : QPen(Qt::NoPen));
    p.setBrush(fill);
    p.drawRoundedRect(inside(option, focus ? 1 : 0), round, round);
    p.restore();
}

void KithStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *p,
                            const QWidget *widget) const
{
    if (element == CE_PushButtonBevel) return drawButton(*option, *p);
    QProxyStyle::drawControl(element, option, p, widget);
}

void KithStyle::drawScrollBar(const QStyleOptionComplex &option, QPainter &p, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(&option);
    if (!bar || bar->maximum <= bar->minimum) return;
    const QRect thumb = subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget);
    QColor color = m_theme.faint;
    const bool busy = option.state & State_Sunken || option.activeSubControls & SC_ScrollBarSlider;
    color.setAlpha(busy ? 200 : 110);
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(color);
    p.drawRoundedRect(QRectF(thumb).adjusted(2.5, 2.5, -2.5, -2.5), 2.5, 2.5);
    p.restore();
}

void KithStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *p,
                                   const QWidget *widget) const
{
    if (control == CC_ScrollBar) return drawScrollBar(*option, *p, widget);
    QProxyStyle::drawComplexControl(control, option, p, widget);
}

} // namespace kith
