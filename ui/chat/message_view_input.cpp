// Mouse and keyboard of the conversation.
#include "ui/chat/message_view.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>

namespace kith {

void MessageView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    setFocus(Qt::MouseFocusReason);
}

void MessageView::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (event->button() != Qt::LeftButton ||
        (at - m_pressed).manhattanLength() > QApplication::startDragDistance())
        return;
    const QModelIndex index = indexAt(at);
    if (!index.isValid()) return;
    const BubbleLayout::Hit hit = layoutOf(index.row()).hit(at - visualRect(index).topLeft());
    if (hit.part != BubbleLayout::Part::Nothing) Q_EMIT partClicked(index.row(), hit);
}

void MessageView::mouseMoveEvent(QMouseEvent *event)
{
    using Part = BubbleLayout::Part;
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at);
    Part part = Part::Nothing;
    if (index.isValid()) part = layoutOf(index.row()).hit(at - visualRect(index).topLeft()).part;
    const bool service = index.isValid() && !m_model.row(index.row()).service.isEmpty();
    const bool clickable = !service && part != Part::Nothing && part != Part::Bubble;
    viewport()->setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void MessageView::mouseDoubleClickEvent(QMouseEvent *) {}

void MessageView::contextMenuEvent(QContextMenuEvent *event)
{
    QModelIndex index =
        event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid()) return;
    const QPoint at = event->reason() == QContextMenuEvent::Keyboard
                          ? viewport()->mapToGlobal(visualRect(index).center())
                          : event->globalPos();
    Q_EMIT menuWanted(index.row(), at);
}

void MessageView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_PageUp:
        scrollBy(-viewport()->height() * 9 / 10);
        return;
    case Qt::Key_PageDown:
        scrollBy(viewport()->height() * 9 / 10);
        return;
    case Qt::Key_End:
        toNewest();
        return;
    case Qt::Key_Home:
        setCurrentIndex(m_model.index(0));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: {
        const QModelIndex index = currentIndex();
        if (!index.isValid()) return;
        if (m_model.row(index.row()).kind == TimelineRow::Kind::Hole)
            Q_EMIT partClicked(index.row(), {BubbleLayout::Part::Hole, {}, 0});
        else
            Q_EMIT menuWanted(index.row(), viewport()->mapToGlobal(visualRect(index).center()));
        return;
    }
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const QModelIndex next =
            moveCursor(event->key() == Qt::Key_Up ? MoveUp : MoveDown, event->modifiers());
        if (next.isValid()) setCurrentIndex(next);
        viewport()->update();
        return;
    }
    default:
        event->ignore(); // the pane hands typed text to the composer
    }
}

QModelIndex MessageView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int count = m_model.rowCount();
    if (count == 0) return {};
    int row = currentIndex().isValid() ? currentIndex().row()
              : m_placed.empty()       ? count - 1
                                       : m_placed.back().row + 1;
    switch (action) {
    case MoveUp:
    case MovePrevious:
    case MoveLeft:
        row -= 1;
        break;
    case MoveDown:
    case MoveNext:
    case MoveRight:
        row += 1;
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = count - 1;
        break;
    case MovePageUp:
        row -= 8;
        break;
    case MovePageDown:
        row += 8;
        break;
    }
    return m_model.index(qBound(0, row, count - 1));
}

bool MessageView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) return QAbstractItemView::viewportEvent(event);
    return QListView::viewportEvent(event);
}

void MessageView::timerEvent(QTimerEvent *event) { QAbstractItemView::timerEvent(event); }

} // namespace kith
