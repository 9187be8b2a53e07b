#pragma once
#include "ui/style/theme.h"

#include <QProxyStyle>

namespace kith {

/// Fusion with our own fields, buttons and scroll bars: flat, rounded, thin.
class KithStyle final : public QProxyStyle {
    Q_OBJECT
public:
    explicit KithStyle(const Theme &theme); // outlives the style

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *p,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *p,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *p,
                            const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;

private:
    void drawButton(const QStyleOption &option, QPainter &p) const;
    void drawScrollBar(const QStyleOptionComplex &option, QPainter &p, const QWidget *widget) const;

    const Theme &m_theme;
};

} // namespace kith
