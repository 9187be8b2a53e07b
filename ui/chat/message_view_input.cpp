// Mouse and keyboard of the conversation.
#include "ui/chat/message_view.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTextBoundaryFinder>

namespace kith {

int MessageView::textUnder(const QPoint &at, int *row, bool nearest) const
{
    const QModelIndex index = indexAt(at);
    if (!index.isValid()) return -1;
    *row = index.row();
    return layoutOf(index.row()).textAt(at - visualRect(index).topLeft(), nearest);
}

QString MessageView::selectedText() const
{
    const int row = m_selection.mid ? m_model.rowOf(m_selection.mid) : -1;
    if (row < 0) return {};
    return m_model.row(row).message.row.body.mid(m_selection.from(), m_selection.to() - m_selection.from());
}

void MessageView::clearSelection()
{
    if (!m_selection.mid) return;
    m_selection = {};
    viewport()->update();
}

/// What is selected; else the whole text of the message that the keyboard is on.
void MessageView::copy()
{
    QString text = selectedText();
    if (text.isEmpty() && currentIndex().isValid()) text = m_model.row(currentIndex().row()).message.row.body;
    if (!text.isEmpty()) QGuiApplication::clipboard()->setText(text);
}

void MessageView::selectWhole()
{
    if (!currentIndex().isValid()) return;
    const Message &m = m_model.row(currentIndex().row()).message;
    m_selection = {m.row.mid, 0, int(m.row.body.size()), false};
    viewport()->update();
}

bool MessageView::toggleChoice(int row)
{
    if (!m_model.choosing()) return false;
    const TimelineRow &value = m_model.row(row);
    if (value.choosing) m_model.choose(Mid(value.message.row.mid), !value.chosen);
    return true;
}

void MessageView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    setFocus(Qt::MouseFocusReason);
    if (event->button() != Qt::LeftButton) return;
    clearSelection();
    if (m_model.choosing()) return;
    int row = 0;
    const int at = textUnder(m_pressed, &row, false);
    if (at < 0) return;
    const TimelineRow &value = m_model.row(row);
    if (value.message.row.dead || value.message.row.kind != u"text") return;
    m_selection = {value.message.row.mid, at, at, true};
}

void MessageView::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (event->button() != Qt::LeftButton) return;
    m_selection.dragging = false;
    if (m_selection.mid && m_selection.anchor != m_selection.head) return; // words were chosen: no click
    m_selection = {};
    if ((at - m_pressed).manhattanLength() > QApplication::startDragDistance()) return;
    const QModelIndex index = indexAt(at);
    if (!index.isValid() || toggleChoice(index.row())) return;
    const BubbleLayout::Hit hit = layoutOf(index.row()).hit(at - visualRect(index).topLeft());
    if (hit.part != BubbleLayout::Part::Nothing) Q_EMIT partClicked(index.row(), hit);
}

void MessageView::mouseMoveEvent(QMouseEvent *event)
{
    using Part = BubbleLayout::Part;
    const QPoint at = event->position().toPoint();
    if (m_selection.dragging && event->buttons() & Qt::LeftButton) {
        const int row = m_model.rowOf(m_selection.mid);
        const QRect rect = row < 0 ? QRect() : visualRect(m_model.index(row));
        if (!rect.isValid()) return;
        const int head = layoutOf(row).textAt(at - rect.topLeft(), true);
        if (head >= 0 && head != m_selection.head) {
            m_selection.head = head;
            viewport()->update();
        }
        return;
    }
    const QModelIndex index = indexAt(at);
    Part part = Part::Nothing;
    if (index.isValid()) part = layoutOf(index.row()).hit(at - visualRect(index).topLeft()).part;
    if (m_model.choosing()) return viewport()->setCursor(Qt::PointingHandCursor);
    const bool service = index.isValid() && !m_model.row(index.row()).service.isEmpty();
    const bool clickable = !service && part != Part::Nothing && part != Part::Bubble;
    int row = 0;
    const bool text = !clickable && !service && textUnder(at, &row, false) >= 0;
    viewport()->setCursor(clickable ? Qt::PointingHandCursor : text ? Qt::IBeamCursor : Qt::ArrowCursor);
}

/// Selects the word, in any script.
void MessageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    int row = 0;
    const int at = textUnder(event->position().toPoint(), &row, false);
    if (at < 0 || m_model.choosing()) return;
    const Message &m = m_model.row(row).message;
    if (m.row.dead || m.row.kind != u"text") return;
    QTextBoundaryFinder words(QTextBoundaryFinder::Word, m.row.body);
    words.setPosition(at);
    const int from = words.isAtBoundary() && at < m.row.body.size() ? at : int(words.toPreviousBoundary());
    words.setPosition(from);
    const int to = int(words.toNextBoundary());
    m_selection = {m.row.mid, qMax(0, from), to < 0 ? int(m.row.body.size()) : to, false};
    viewport()->update();
}

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
    if (event->matches(QKeySequence::Copy)) return copy();
    if (event->matches(QKeySequence::SelectAll)) return selectWhole();
    if (event->key() == Qt::Key_Escape && m_selection.mid) return clearSelection();
    if (event->key() == Qt::Key_Escape && m_model.choosing()) return m_model.setChoosing(false);
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
        if (!index.isValid() || toggleChoice(index.row())) return;
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
