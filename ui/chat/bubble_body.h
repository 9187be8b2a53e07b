#pragma once
#include "ui/chat/bubble_layout.h"

namespace kith {

/// Breaks the body's text into lines no wider than `most` and notes what in it can be clicked, hidden or
/// boxed; returns the width that is used.
qreal layoutBody(BubbleLayout &out, const QString &text, const std::vector<Entity> &entities,
                 const QFont &font, qreal most);
/// A few emoji and nothing else: shown large.
bool isEmojiOnly(const QString &text);
/// Paints it where the layout says.
void paintBody(QPainter &p, const BubbleLayout &layout, const TimelineRow &row, const RowPaint &how);

} // namespace kith
