#include "ui/media/viewer.h"

#include "core/base/file_names.h"
#include "ui/style/shapes.h"
#include "ui/text/words.h"

#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr int barHeight = 56, widestDecode = 8192, pagesLooked = 10;
const QColor ground(0x0d, 0x11, 0x15), ink(0xf2, 0xf5, 0xf8);

} // namespace

Viewer::Viewer(const Context &context, MessageListModel &model, Media &media, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_context(context)
    , m_model(model)
    , m_media(media)
    , m_title(new QLabel(this))
    , m_about(new QLabel(this))
{
    using shapes::Glyph;
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setFocusPolicy(Qt::StrongFocus);
    setWindowTitle(tr("Picture"));
    setGeometry(parent->window()->geometry());
    QPalette p = palette();
    p.setColor(QPalette::Window, ground);
    p.setColor(QPalette::WindowText, ink);
    setPalette(p);
    m_title->setFont(scaledFont(0, true));
    for (QLabel *label : {m_title, m_about}) {
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_about);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(18, 6, 10, 6);
    bar->addLayout(words, 1);
    const bool rtl = layoutDirection() == Qt::RightToLeft; // then the next one is on the left
    m_previous = button(int(rtl ? Glyph::Next : Glyph::Previous), tr("Previous picture"),
                        rtl ? tr("Right") : tr("Left"), [this] { step(-1); });
    m_next = button(int(rtl ? Glyph::Previous : Glyph::Next), tr("Next picture"),
                    rtl ? tr("Left") : tr("Right"), [this] { step(1); });
    QToolButton *less = button(int(Glyph::Minus), tr("Smaller"), u"−"_s, [this] { zoomBy(0.8); });
    QToolButton *more = button(int(Glyph::Plus), tr("Larger"), u"+"_s, [this] { zoomBy(1.25); });
    m_save = button(int(Glyph::Download), tr("Save as…"), u"Ctrl+S"_s, [this] {
        if (const AttachmentView *shown = file(); shown && isHere(*shown)) Q_EMIT saveWanted(*shown);
    });
    QToolButton *close = button(int(Glyph::Close), tr("Close"), u"Esc"_s, [this] { reject(); });
    for (QToolButton *one : {m_previous, m_next, less, more, m_save, close}) bar->addWidget(one);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(bar);
    column->addStretch();
    connect(&media, &Media::changed, this, qOverload<>(&QWidget::update));
    connect(&context.feed, &Feed::changed, this, [this](const ChangeSet &changes) {
        if (changes.chats.contains(m_message.chat)) look();
    });
}

QToolButton *Viewer::button(int glyph, const QString &name, const QString &keys, std::function<void()> act)
{
    auto *made = new QToolButton(this);
    made->setIcon(shapes::icon(shapes::Glyph(glyph), ink));
    made->setAutoRaise(true);
    made->setIconSize({22, 22});
    made->setFixedSize(40, 40);
    made->setAccessibleName(name);
    made->setToolTip(u"%1 (%2)"_s.arg(name, keys));
    connect(made, &QToolButton::clicked, this, std::move(act));
    return made;
}

void Viewer::show(const Message &message, int index)
{
    m_message = message;
    m_att = message.attachments[size_t(index)].info.att;
    m_zoom = 1;
    m_offset = {};
    const AttachmentView *shown = file();
    const bool wanted =
        shown && (shown->state == TransferState::None || shown->state == TransferState::Failed);
    if (wanted && !isHere(*shown)) m_media.fetch(m_message, *shown);
    describe();
    if (!isVisible()) {
        QDialog::show();
        setFocus(); // not a button: the arrows belong to the picture
    }
    update();
}

const AttachmentView *Viewer::file() const
{
    for (const AttachmentView &one : m_message.attachments)
        if (one.info.att == m_att) return &one;
    return nullptr;
}

void Viewer::look()
{
    const auto now = m_context.reader.message(m_message.row.mid);
    if (!now || !*now) return;
    m_message = **now;
    if (!file()) { // deleted for all, or the file was: not shown any longer
        reject();
        return;
    }
    describe();
    update();
}

std::vector<Viewer::Item> Viewer::items() const
{
    std::vector<Item> all;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const Message &m = m_model.row(row).message;
        for (const AttachmentView &one : m.attachments)
            if (isPicture(one)) all.push_back({m.row.mid, one.info.att});
    }
    return all;
}

bool Viewer::step(int by)
{
    for (int looked = 0; looked < pagesLooked; ++looked) {
        const std::vector<Item> all = items();
        const auto at =
            std::find_if(all.begin(), all.end(), [this](const Item &item) { return item.att == m_att; });
        const auto to = at - all.begin() + by;
        if (at != all.end() && to >= 0 && to < qsizetype(all.size())) {
            const auto message = m_context.reader.message(all[size_t(to)].mid);
            if (!message || !*message) return false;
            for (size_t i = 0; i < (*message)->attachments.size(); ++i)
                if ((*message)->attachments[i].info.att == all[size_t(to)].att) show(**message, int(i));
            return true;
        }
        if (at == all.end() || !(by < 0 ? m_model.loadOlder() : m_model.loadNewer())) return false;
    }
    return false;
}

void Viewer::describe()
{
    const AttachmentView *shown = file();
    if (!shown) return;
    m_title->setText(safeFileName(shown->info.name));
    QStringList about{m_message.mine ? tr("You") : m_message.senderName,
                      words::day(m_message.row.atMs, m_context.clock.wallMs()),
                      words::clockTime(m_message.row.atMs),
                      words::transfer(*shown, m_media.moving(shown->info.att))};
    if (shown->info.width > 0) about.append(u"%1 × %2"_s.arg(shown->info.width).arg(shown->info.height));
    m_about->setText(about.join(u" · "_s));
    setAccessibleName(tr("Picture: %1").arg(m_title->text()));
    setAccessibleDescription(m_about->text());
    m_save->setEnabled(isHere(*shown));
}

void Viewer::zoomBy(qreal factor)
{
    m_zoom = qBound(1.0, m_zoom * factor, mostZoom);
    if (m_zoom == 1) m_offset = {};
    update();
}

QRectF Viewer::stage() const { return QRectF(rect()).adjusted(16, barHeight + 8, -16, -16); }

QRectF Viewer::shownRect(const QSizeF &picture) const
{
    const QRectF free = stage();
    QSizeF size = picture;
    if (size.width() > free.width() || size.height() > free.height() || m_zoom > 1)
        size.scale(free.size(), Qt::KeepAspectRatio);
    QRectF shown(QPointF(), size * m_zoom);
    shown.moveCenter(free.center() + m_offset);
    return shown;
}

QImage Viewer::image() const
{
    const AttachmentView *shown = file();
    if (!shown) return {};
    QImage image;
    if (isHere(*shown)) {
        const QSize fits = (stage().size() * devicePixelRatioF()).toSize();
        if (m_zoom > 1) image = m_media.pictures().fitted(shown->path, {widestDecode, widestDecode});
        if (image.isNull()) image = m_media.pictures().fitted(shown->path, fits);
    }
    return image.isNull() ? m_media.pictures().thumb(shown->info.att, shown->info.thumb) : image;
}

void Viewer::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), ground);
    const AttachmentView *shown = file();
    if (!shown) return;
    const QImage picture = image();
    QSizeF natural(shown->info.width, shown->info.height);
    if (natural.isEmpty()) natural = picture.isNull() ? QSizeF(320, 240) : QSizeF(picture.size());
    p.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF box = shownRect(natural / devicePixelRatioF());
    if (!picture.isNull()) p.drawImage(box, picture);
    p.fillRect(QRect(0, 0, width(), barHeight), QColor(0x0d, 0x11, 0x15, 0xd0)); // words stay readable
    QString text;
    if (m_media.pictures().isBroken(shown->path))
        text = tr("This picture cannot be shown. It can be saved and opened with another program.");
    else if (!isHere(*shown))
        text = words::transfer(*shown, m_media.moving(shown->info.att));
    if (text.isEmpty()) return;
    p.setPen(ink);
    p.setFont(scaledFont(1));
    p.drawText(stage(), Qt::AlignCenter | Qt::TextWordWrap, text);
}

void Viewer::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    update();
}

void Viewer::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Save)) return m_save->click();
    if (event->matches(QKeySequence::Copy)) {
        if (const QImage picture = image(); !picture.isNull())
            QGuiApplication::clipboard()->setImage(picture);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        step((event->key() == Qt::Key_Left) == (layoutDirection() == Qt::LeftToRight) ? -1 : 1);
        return;
    case Qt::Key_PageUp:
        step(-1);
        return;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        step(1);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(1.25);
    case Qt::Key_Minus:
        return zoomBy(0.8);
    case Qt::Key_0:
        return zoomBy(0);
    default:
        QDialog::keyPressEvent(event); // Esc
    }
}

void Viewer::wheelEvent(QWheelEvent *event) { zoomBy(event->angleDelta().y() > 0 ? 1.15 : 1 / 1.15); }

void Viewer::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position();
    m_moved = false;
}

void Viewer::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton) || m_zoom <= 1) return;
    m_offset += event->position() - m_pressed;
    m_pressed = event->position();
    m_moved = true;
    update();
}

/// A click beside the picture closes, as everybody expects of such a window.
void Viewer::mouseReleaseEvent(QMouseEvent *event)
{
    const AttachmentView *shown = file();
    if (m_moved || !shown || event->button() != Qt::LeftButton) return;
    const QSizeF natural = QSizeF(qMax(1, shown->info.width), qMax(1, shown->info.height));
    if (shown->info.width > 0 && !shownRect(natural / devicePixelRatioF()).contains(event->position()))
        reject();
}

void Viewer::mouseDoubleClickEvent(QMouseEvent *) { zoomBy(m_zoom > 1 ? 0 : 2.5); }

} // namespace kith
