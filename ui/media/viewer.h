#pragma once
#include "ui/media/media.h"
#include "ui/models/message_list_model.h"

#include <QDialog>

class QLabel;
class QToolButton;

namespace kith {

/// Pictures of the open chat one at a time, over the whole window: zoom, the ones before and after, copy,
/// save; all by keyboard.
class Viewer final : public QDialog {
    Q_OBJECT
public:
    Viewer(const Context &context, MessageListModel &model, Media &media, QWidget *parent);

    void show(const Message &message, int index);
    AttId current() const { return m_att; }
    qreal zoom() const { return m_zoom; } // 1 = fits the window
    bool step(int by);                    // false: there is none
    void zoomBy(qreal factor);

Q_SIGNALS:
    void saveWanted(const kith::AttachmentView &file);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    struct Item {
        Mid mid;
        AttId att;
    };
    static constexpr qreal mostZoom = 8;

    QToolButton *button(int glyph, const QString &name, const QString &keys, std::function<void()> act);
    std::vector<Item> items() const;
    const AttachmentView *file() const;
    void look(); // reads the message again: a download may have ended
    void describe();
    QRectF stage() const;
    QRectF shownRect(const QSizeF &picture) const;
    QImage image() const;

    const Context m_context;
    MessageListModel &m_model;
    Media &m_media;
    Message m_message;
    AttId m_att;
    qreal m_zoom = 1;
    QPointF m_offset, m_pressed;
    bool m_moved = false;
    QLabel *m_title, *m_about;
    QToolButton *m_previous, *m_next, *m_save;
};

} // namespace kith
