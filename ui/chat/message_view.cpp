#include "ui/chat/message_view.h"

#include <QPainter>
#include <QScrollBar>

namespace kith {

MessageView::MessageView(const Context &context, MessageListModel &model, Media &media, QWidget *parent)
    : QListView(parent)
    , m_context(context)
    , m_model(model)
    , m_media(media)
    , m_fonts(BubbleFonts::fromApplication())
{
    setVerticalScrollMode(ScrollPerPixel); // before the model: the other way lays out every row
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setAccessibleName(tr("Messages"));
    viewport()->setAutoFillBackground(false);
    for (QTimer *timer : {&m_highlightEnd, &m_readCheck, &m_fill}) timer->setSingleShot(true);
    connect(&m_highlightEnd, &QTimer::timeout, this, [this] {
        m_highlight = {};
        viewport()->update();
    });
    connect(&m_readCheck, &QTimer::timeout, this, &MessageView::checkSeen);
    connect(&m_fill, &QTimer::timeout, this, [this] {
        if (m_placed.empty()) return;
        if (m_placed.front().row < 8) Q_EMIT nearTop();
        if (!m_placed.empty() && m_placed.back().row > m_model.rowCount() - 8) Q_EMIT nearBottom();
    });
    setModel(&model);
    // Anything that moves rows: place again from the anchor, which follows its row.
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] { place(); });
    connect(&model, &QAbstractItemModel::rowsMoved, this, [this] { place(); });
    connect(&media, &Media::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&context.look, &Look::changed, viewport(), qOverload<>(&QWidget::update));
}

const BubbleLayout &MessageView::layoutOf(int row) const
{
    const TimelineRow &value = m_model.row(row);
    const int width = viewport()->width();
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    if (value.kind == TimelineRow::Kind::Hole) {
        m_holeLayout = layoutRow(value, width, m_fonts, m_context.clock.wallMs(), rtl);
        return m_holeLayout;
    }
    BubbleLayout *held = m_layouts.object(value.message.row.mid);
    if (held && held->width == width) return *held;
    auto *fresh = new BubbleLayout(layoutRow(value, width, m_fonts, m_context.clock.wallMs(), rtl));
    m_layouts.insert(value.message.row.mid, fresh);
    return *fresh;
}

int MessageView::heightOf(int row) const
{
    const TimelineRow &value = m_model.row(row);
    const BubbleLayout *held = m_layouts.object(value.message.row.mid);
    return held && held->width == viewport()->width() ? held->height : guessedHeight;
}

void MessageView::setAnchor(int row, int top)
{
    m_anchor = m_model.index(row);
    m_anchorTop = top;
}

/// Fills the viewport with rows, upwards and downwards from `row` standing at `top`.
void MessageView::placeFrom(int row, int top)
{
    m_placed.clear();
    const int count = m_model.rowCount(), bottom = viewport()->height();
    int y = top;
    for (int i = row; i > 0 && y > 0;) {
        const int h = layoutOf(--i).height;
        y -= h;
        m_placed.push_back({i, y, h});
    }
    std::reverse(m_placed.begin(), m_placed.end());
    y = top;
    for (int i = row; i < count && (y < bottom || i == row); ++i) {
        const int h = layoutOf(i).height;
        m_placed.push_back({i, y, h});
        y += h;
    }
}

void MessageView::place()
{
    const int count = m_model.rowCount(), bottom = viewport()->height() - 6;
    m_pending = false;
    if (count == 0) {
        m_placed.clear();
        m_follow = true;
        afterPlaced();
        return;
    }
    if (m_follow && m_model.atNewest()) m_anchor = QPersistentModelIndex();
    if (!m_anchor.isValid()) setAnchor(count - 1, bottom - layoutOf(count - 1).height);
    placeFrom(m_anchor.row(), m_anchorTop);
    const Placed last = m_placed.back();
    if (last.row == count - 1 && last.top + last.height < bottom) // nothing below: sit on the bottom
        placeFrom(last.row, bottom - last.height);
    const Placed first = m_placed.front();
    const Placed end = m_placed.back();
    // A conversation shorter than the view sits on its bottom; a longer one leaves no gap above its first
    // row.
    const bool shorter = first.row == 0 && end.row == count - 1 && end.top + end.height - first.top <= bottom;
    if (first.row == 0 && first.top > 0 && !shorter) placeFrom(0, 0);
    std::erase_if(m_placed,
                  [&](const Placed &p) { return p.top + p.height <= 0 || p.top >= viewport()->height(); });
    if (m_placed.empty()) return;
    const bool wasFollowing = m_follow;
    const Placed &low = m_placed.back();
    m_follow = low.row == count - 1 && low.top + low.height <= viewport()->height() + 2 && m_model.atNewest();
    // The lowest whole row is what the eye is on.
    auto anchor = m_placed.rbegin();
    while (std::next(anchor) != m_placed.rend() && anchor->top + anchor->height > viewport()->height())
        ++anchor;
    setAnchor(anchor->row, anchor->top);
    m_model.setFollowing(m_follow);
    if (wasFollowing != m_follow) Q_EMIT bottomChanged();
    afterPlaced();
}

void MessageView::setFound(const QStringList &words)
{
    if (words == m_found) return;
    m_found = words;
    viewport()->update();
}

void MessageView::afterPlaced()
{
    for (const Placed &p : m_placed) {
        const Message &message = m_model.row(p.row).message;
        if (!message.attachments.empty() && isVisible()) m_media.shown(message);
    }
    syncBar();
    updateReading();
    viewport()->update();
    if (!m_placed.empty() && (m_placed.front().row < 8 || m_placed.back().row > m_model.rowCount() - 8) &&
        !m_fill.isActive() && (!m_model.atOldest() || !m_model.atNewest()))
        m_fill.start(0);
}

/// The bar speaks of rows whose height is partly guessed; it follows the view, never the other way round,
/// unless it is dragged.
void MessageView::syncBar()
{
    m_syncing = true;
    int above = 0, total = 0;
    const int firstRow = m_placed.empty() ? 0 : m_placed.front().row;
    for (int i = 0; i < m_model.rowCount(); ++i) {
        if (i == firstRow) above = total;
        total += heightOf(i);
    }
    QScrollBar *bar = verticalScrollBar();
    const int page = viewport()->height();
    bar->setPageStep(page);
    bar->setSingleStep(40);
    if (!bar->isSliderDown()) {
        bar->setRange(0, qMax(0, total - page + 6));
        bar->setValue(m_follow ? bar->maximum() : m_placed.empty() ? 0 : above - m_placed.front().top);
    }
    m_syncing = false;
}

void MessageView::scrollContentsBy(int, int dy)
{
    if (m_syncing || m_model.rowCount() == 0) return;
    const QScrollBar *bar = verticalScrollBar();
    if (!bar->isSliderDown()) {
        scrollBy(-dy);
        return;
    }
    if (bar->value() == bar->maximum()) {
        toNewest();
        return;
    }
    m_start = false;
    int y = 0, row = 0;
    while (row < m_model.rowCount() - 1 && y + heightOf(row) <= bar->value()) y += heightOf(row++);
    m_follow = false;
    setAnchor(row, y - bar->value());
    place();
}

void MessageView::scrollBy(int pixels)
{
    if (m_placed.empty()) return;
    m_start = false;
    if (pixels < 0) m_follow = false;
    setAnchor(m_placed.front().row, m_placed.front().top - pixels);
    if (pixels > 0 && m_follow) return;
    place();
}

void MessageView::wheelEvent(QWheelEvent *event)
{
    const int pixels =
        !event->pixelDelta().isNull() ? event->pixelDelta().y() : event->angleDelta().y() * 3 / 4;
    if (pixels != 0) scrollBy(-pixels);
    event->accept();
}

void MessageView::openAtStart()
{
    m_start = true;
    m_follow = true;
    m_anchor = QPersistentModelIndex();
    const int unread = m_model.firstUnreadRow();
    if (unread >= 0) {
        m_follow = false;
        setAnchor(unread, qMin(80, viewport()->height() / 5));
    }
    place();
}

void MessageView::toNewest()
{
    m_start = false;
    if (!m_model.atNewest()) m_model.showNewest();
    m_follow = true;
    m_anchor = QPersistentModelIndex();
    place();
}

void MessageView::toMessage(const Mid &mid)
{
    const int row = m_model.rowOf(mid);
    if (row < 0) return;
    m_start = m_follow = false;
    setAnchor(row, (viewport()->height() - layoutOf(row).height) / 2);
    m_highlight = mid;
    m_highlightEnd.start(1600);
    setCurrentIndex(m_model.index(row));
    place();
}

bool MessageView::isNearNewest() const
{
    return m_model.atNewest() && (m_placed.empty() || m_placed.back().row >= m_model.rowCount() - 1);
}

QRect MessageView::visualRect(const QModelIndex &index) const
{
    for (const Placed &p : m_placed) {
        if (p.row == index.row()) return {0, p.top, viewport()->width(), p.height};
    }
    return {};
}

QModelIndex MessageView::indexAt(const QPoint &point) const
{
    for (const Placed &p : m_placed) {
        if (point.y() >= p.top && point.y() < p.top + p.height) return m_model.index(p.row);
    }
    return {};
}

void MessageView::scrollTo(const QModelIndex &index, ScrollHint)
{
    if (!index.isValid()) return;
    const int h = layoutOf(index.row()).height, view = viewport()->height();
    const QRect now = visualRect(index);
    if (now.isValid() && now.top() >= 0 && now.bottom() <= view) return;
    m_start = false;
    const bool above = m_placed.empty() || index.row() <= m_placed.front().row;
    m_follow = false;
    setAnchor(index.row(), above ? 0 : view - h - 6);
    place();
}

void MessageView::doItemsLayout() { place(); }

void MessageView::reset()
{
    QAbstractItemView::reset();
    m_anchor = QPersistentModelIndex();
    m_placed.clear();
    m_reading.clear();
    m_selection = {};
    place();
}

void MessageView::updateGeometries() { syncBar(); }

void MessageView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    if (m_start) return openAtStart(); // the window is still finding its size
    // Keep the distance of the anchor from the bottom: that is where the reader is.
    m_anchorTop += event->oldSize().isValid() ? event->size().height() - event->oldSize().height() : 0;
    place();
}

void MessageView::rowsInserted(const QModelIndex &, int, int) { place(); }

void MessageView::rowsAboutToBeRemoved(const QModelIndex &, int start, int end)
{
    if (!m_anchor.isValid() || m_anchor.row() < start || m_anchor.row() > end) return;
    // The anchor goes: hang the view on the nearest row that stays.
    for (const Placed &p : m_placed) {
        if (p.row < start || p.row > end) setAnchor(p.row, p.top);
    }
}

void MessageView::dataChanged(const QModelIndex &from, const QModelIndex &to, const QList<int> &roles)
{
    for (int row = from.row(); row <= to.row(); ++row) m_layouts.remove(m_model.row(row).message.row.mid);
    QAbstractItemView::dataChanged(from, to, roles);
    place();
}

void MessageView::paintEvent(QPaintEvent *)
{
    QPainter p(viewport());
    p.fillRect(viewport()->rect(), m_context.look.theme().chat);
    for (const Placed &placed : m_placed) {
        const TimelineRow &row = m_model.row(placed.row);
        const BubbleLayout &layout = layoutOf(placed.row);
        const bool focused = hasFocus() && currentIndex().row() == placed.row;
        const bool marked = m_highlight && row.message.row.mid == m_highlight;
        p.save();
        p.translate(0, placed.top);
        RowPaint how{m_context.look.theme(), m_fonts, m_media, marked, focused};
        how.found = m_found;
        if (m_selection.mid && m_selection.mid == row.message.row.mid) {
            how.selectFrom = m_selection.from();
            how.selectTo = m_selection.to();
        }
        how.highlighted |= row.chosen;
        paintRow(p, layout, row, how);
        if (row.choosing) paintChoice(p, layout, row);
        p.restore();
    }
}

/// A disc on the side that bubbles leave free.
void MessageView::paintChoice(QPainter &p, const BubbleLayout &layout, const TimelineRow &row) const
{
    const Theme &t = m_context.look.theme();
    const bool left = row.message.mine != (layoutDirection() == Qt::RightToLeft);
    const QRectF disc(left ? Theme::edge : layout.width - Theme::edge - 20, layout.bubble.center().y() - 10,
                      20, 20);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(row.chosen ? t.accent : t.faint, 1.5));
    p.setBrush(row.chosen ? t.accent : t.window);
    p.drawEllipse(disc);
    if (row.chosen) shapes::draw(p, shapes::Glyph::Check, disc.adjusted(4, 4, -4, -4), t.onAccent, 1.8);
}

void MessageView::changeEvent(QEvent *event)
{
    QAbstractItemView::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::ApplicationFontChange &&
        event->type() != QEvent::LayoutDirectionChange)
        return;
    m_fonts = BubbleFonts::fromApplication();
    m_layouts.clear();
    place();
}

/// Notes since when each row is half visible; whatever left the screen starts anew.
void MessageView::updateReading()
{
    const qint64 now = m_context.clock.steadyMs();
    const bool active = isActiveWindow() && isVisible();
    std::vector<VisibleRow> next;
    const int view = viewport()->height();
    for (const Placed &p : m_placed) {
        const TimelineRow &row = m_model.row(p.row);
        if (row.kind != TimelineRow::Kind::Message || row.message.row.seq.value == 0) continue;
        VisibleRow one{row.message.row.seq, p.height, qMin(p.top + p.height, view) - qMax(p.top, 0), now};
        if (!active || !halfVisible(one, view)) continue;
        for (const VisibleRow &before : m_reading) {
            if (before.seq == one.seq) one.sinceMs = before.sinceMs;
        }
        next.push_back(one);
    }
    const bool fresh = next.size() != m_reading.size() ||
                       !std::equal(next.begin(), next.end(), m_reading.begin(),
                                   [](const VisibleRow &a, const VisibleRow &b) { return a.seq == b.seq; });
    m_reading = std::move(next);
    if (fresh && !m_reading.empty()) m_readCheck.start(int(readAfterMs) + 20);
}

void MessageView::checkSeen()
{
    const bool active = isActiveWindow() && isVisible();
    const Seq upTo = readUpTo(m_reading, viewport()->height(), active, m_context.clock.steadyMs());
    if (upTo.value > 0) Q_EMIT seen(upTo);
}

} // namespace kith
