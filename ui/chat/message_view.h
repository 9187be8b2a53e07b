#pragma once
#include "ui/chat/bubble_layout.h"
#include "ui/chat/read_decision.h"
#include "ui/media/media.h"

#include <QCache>
#include <QListView>
#include <QTimer>

namespace kith {

/// The conversation. Lays out only the rows on screen and hangs them on one anchor row, so that nothing that
/// happens above or below ever moves what is being read. A QListView, so that the rows are in the
/// accessibility tree.
class MessageView final : public QListView {
    Q_OBJECT
public:
    MessageView(const Context &context, MessageListModel &model, Media &media, QWidget *parent = nullptr);

    void openAtStart(); // first unread row near the top, else the newest at the bottom
    void toNewest();
    void toMessage(const Mid &mid); // scrolls to it and marks it for a moment
    /// Words that are marked in the bodies: a search that is open.
    void setFound(const QStringList &words);
    /// What is selected of the message's text; empty when nothing is.
    QString selectedText() const;
    Mid selectedMessage() const { return m_selection.mid; }
    void clearSelection();
    bool atBottom() const { return m_follow; }
    bool isNearNewest() const;
    int focusedRow() const { return currentIndex().isValid() ? currentIndex().row() : -1; }
    const std::vector<VisibleRow> &readingRows() const { return m_reading; }

    /// Notes since when each row is half visible; to be called when the window becomes active or stops being
    /// so.
    void updateReading();

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;
    void reset() override;

Q_SIGNALS:
    void nearTop();
    void nearBottom();
    void bottomChanged();
    void seen(kith::Seq upTo);
    void partClicked(int row, const kith::BubbleLayout::Hit &hit);
    void menuWanted(int row, const QPoint &globalPos);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void dataChanged(const QModelIndex &from, const QModelIndex &to, const QList<int> &roles) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void timerEvent(QTimerEvent *event) override;

private:
    struct Placed {
        int row, top, height;
    };
    struct Selection { // in the text of one message
        Mid mid;
        int anchor = 0, head = 0;
        bool dragging = false;
        int from() const { return qMin(anchor, head); }
        int to() const { return qMax(anchor, head); }
    };
    static constexpr int cachedLayouts = 2000, guessedHeight = 52;

    const BubbleLayout &layoutOf(int row) const;
    int heightOf(int row) const; // measured if known, else a guess
    void place();                // visible rows from the anchor
    void placeFrom(int row, int top);
    void setAnchor(int row, int top);
    void scrollBy(int pixels);
    void syncBar();
    void afterPlaced();
    void checkSeen();
    void paintChoice(QPainter &p, const BubbleLayout &layout, const TimelineRow &row) const;
    bool toggleChoice(int row); // false: messages are not being chosen
    int textUnder(const QPoint &at, int *row, bool nearest) const;
    void copy();
    void selectWhole();

    const Context &m_context;
    MessageListModel &m_model;
    Media &m_media;
    BubbleFonts m_fonts;
    mutable QCache<Mid, BubbleLayout> m_layouts{cachedLayouts};
    mutable BubbleLayout m_holeLayout;
    std::vector<Placed> m_placed;
    QPersistentModelIndex m_anchor;
    int m_anchorTop = 0;
    bool m_start = false; // nobody has scrolled since the chat was opened
    bool m_follow = true, m_syncing = false, m_pending = false;
    Mid m_highlight;
    QStringList m_found;
    Selection m_selection;
    QTimer m_highlightEnd, m_readCheck, m_fill;
    std::vector<VisibleRow> m_reading;
    QPoint m_pressed;
};

} // namespace kith
