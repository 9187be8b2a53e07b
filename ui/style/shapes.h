#pragma once
#include "core/domain/message.h"

#include <QIcon>
#include <QPainter>

/// Everything that is drawn by hand: vector shapes in logical units, sharp at every scale.
namespace kith::shapes {

enum class Glyph : quint8 {
    Search,
    Plus,
    Send,
    Pin,
    Muted,
    Close,
    Reply,
    Edit,
    Down,
    Group,
    Person,
    Info,
    Check,
    Cross,
    Warning,
    Cloud,
    Eye,
    EyeOff,
    More,
    Clock,
    Chat,
    Clip,
    File,
    Download,
    Previous,
    Next,
    Minus,
    Up,
    Gear
};

/// Draws `glyph` as strokes inside the square `box`.
void draw(QPainter &p, Glyph glyph, const QRectF &box, const QColor &color, qreal width = 1.6);
/// The same as an icon that paints itself at any size and ratio.
QIcon icon(Glyph glyph, const QColor &color);

/// Tick of an own message; `box` is 16×11 or of that ratio. None draws nothing.
void drawTick(QPainter &p, Tick tick, const QRectF &box, const QColor &plain, const QColor &seen,
              const QColor &bad);

/// Initials on a disc whose colour follows from `key` and is dark enough for white letters (≥ 4.5 : 1).
void drawAvatar(QPainter &p, const QRectF &box, const QByteArray &key, const QString &name,
                bool group = false);
QColor avatarColor(const QByteArray &key);
/// A colour for a sender's name that can be read on `dark` or light bubbles.
QColor nameColor(const QByteArray &key, bool dark);
/// One or two letters of a name in any script; "#" when it has none.
QString initials(const QString &name);

} // namespace kith::shapes
