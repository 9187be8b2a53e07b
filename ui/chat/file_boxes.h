#pragma once
#include "core/domain/message.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QRectF>
#include <vector>

namespace kith {

class Media;
struct BubbleFonts;

/// One file of a message, measured.
struct FileBox {
    int index = 0; // in Message::attachments
    bool picture = false;
    QRectF rect;
    QRectF knob; // the round button: in a picture's middle, or before a file's name
};

/// The boxes of a message's files below each other, pictures first and side by side.
struct FileGrid {
    std::vector<FileBox> boxes; // from (0, 0)
    QSizeF size;
    bool onlyPictures = false;
};

/// Measures the files of `message` for a bubble whose content is at most `most` wide.
FileGrid layoutFiles(const Message &message, qreal most, const BubbleFonts &fonts);

/// Paints `box`; its places are those of the painter.
void paintFile(QPainter &p, const FileBox &box, const Message &message, const Theme &theme,
               const BubbleFonts &fonts, Media &media);

} // namespace kith
