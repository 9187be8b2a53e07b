#pragma once
#include "ui/chat/file_boxes.h"
#include "ui/models/message_list_model.h"
#include "ui/style/shapes.h"

#include <QFont>
#include <QImage>
#include <QRectF>
#include <QTextLayout>
#include <memory>

namespace kith {

/// Fonts of the conversation; one set per look and application font.
struct BubbleFonts {
    QFont body, small, name, notice;
    static BubbleFonts fromApplication();
};

/// One row, measured: where everything stands for one width. Holds no colour and no model; cheap to paint.
struct BubbleLayout {
    struct Chip {
        QRectF rect;
        QString emoji, text;
        bool mine = false;
    };
    struct Link {
        int start = 0, length = 0;
        QString url; // empty: a person
        UserId user;
    };
    struct Span {
        int start = 0, length = 0;
    };
    struct Boxed {
        Span span;
        QRectF rect; // from bodyAt
    };
    enum class Part : quint8 {
        Nothing,
        Bubble,
        Quote,
        Link,
        Chip,
        Failure,
        Hole,
        File,
        FileKnob,
        Person,
        Spoiler,
        Forward,
        Edited,
        Day
    };
    struct Hit {
        Part part = Part::Nothing;
        QString text = {}; // url or emoji
        int index = 0;     // of the file
        UserId user = {};
    };

    static constexpr qreal cardPictureSide = 52;
    int width = 0, height = 0;
    QRectF day, unread, notice; // full-width lines
    QString dayText, noticeText;
    QRectF bubble, name, forward, quote, card, avatar, meta, edited, failure;
    QString nameText, forwardText, quoteName, quoteText, metaText, failureText;
    QString cardSite, cardTitle, cardWords, cardUrl;
    QImage cardPicture;                   // null = none
    std::vector<shapes::Glyph> metaMarks; // before the time: no sound, goes away
    std::shared_ptr<QTextLayout> body;
    QPointF bodyAt;
    qreal bodyWidth = 0, bodyHeight = 0;
    bool bodyFaint = false; // tombstones and stubs
    bool bodyShown = true;  // false: only files
    bool revealed = false;  // what is hidden in the body is shown
    bool metaOver = false;  // time and tick stand on the picture
    std::vector<FileBox> files;
    std::vector<Chip> chips;
    std::vector<Link> links;
    std::vector<Span> spoilers, codes, mentions;
    std::vector<Boxed> blocks, quotes;

    Hit hit(const QPointF &at) const;
    /// The place in the body's text under `at`, or the nearest one; -1: `at` is not on text and `nearest` is
    /// not wanted.
    int textAt(const QPointF &at, bool nearest) const;
};

/// Measures `row` for a view `width` wide. `nowMs` decides what "Today" is; `rtl` mirrors.
BubbleLayout layoutRow(const TimelineRow &row, int width, const BubbleFonts &fonts, qint64 nowMs, bool rtl);
/// How a row is painted now.
struct RowPaint {
    const Theme &theme;
    const BubbleFonts &fonts;
    Media &media;
    bool highlighted = false, focused = false;
    int selectFrom = 0, selectTo = 0; // of the body's text
    QStringList found = {};           // words of a search, marked in the body
};
/// Paints it with the row's top left at the painter's origin.
void paintRow(QPainter &p, const BubbleLayout &layout, const TimelineRow &row, const RowPaint &how);

} // namespace kith
