#include "ui/chat/composer.h"

#include "ui/chat/composer_markup.h"

#include <QContextMenuEvent>
#include <QImage>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QUrl>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace kith {
namespace {
constexpr int mostLines = 8, oneLineHeight = 38;

struct MarkKey {
    EntityKind kind;
    const char *words;
    QKeyCombination keys;
};
constexpr std::array markKeys{
    MarkKey{EntityKind::Bold, QT_TRANSLATE_NOOP("kith::ComposerEdit", "Bold"), Qt::CTRL | Qt::Key_B},
    MarkKey{EntityKind::Italic, QT_TRANSLATE_NOOP("kith::ComposerEdit", "Italic"), Qt::CTRL | Qt::Key_I},
    MarkKey{EntityKind::Struck, QT_TRANSLATE_NOOP("kith::ComposerEdit", "Struck out"),
            Qt::CTRL | Qt::SHIFT | Qt::Key_X},
    MarkKey{EntityKind::Code, QT_TRANSLATE_NOOP("kith::ComposerEdit", "Code"),
            Qt::CTRL | Qt::SHIFT | Qt::Key_M},
    MarkKey{EntityKind::Spoiler, QT_TRANSLATE_NOOP("kith::ComposerEdit", "Hidden until clicked"),
            Qt::CTRL | Qt::SHIFT | Qt::Key_P},
};
} // namespace

ComposerEdit::ComposerEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLineWrapMode(WidgetWidth);
    setFont(scaledFont(0.5));
    document()->setDocumentMargin(4);
    connect(this, &QPlainTextEdit::textChanged, this, &ComposerEdit::fit);
    fit();
}

void ComposerEdit::fit()
{
    const int line = fontMetrics().lineSpacing();
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines < mostLines; block = block.next())
        lines += qMax(1, block.layout() ? block.layout()->lineCount() : 1);
    const int shown = qBound(1, lines, mostLines);
    const int margin = int(document()->documentMargin());
    const int spare =
        qMax(2, (oneLineHeight - line - 2 * margin) / 2); // one line stands in the button's middle
    setViewportMargins(0, spare, 0, spare);
    setFixedHeight(line * shown + 2 * margin + 2 * spare);
    setVerticalScrollBarPolicy(lines >= mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

void ComposerEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width()) fit();
}

void ComposerEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() & Qt::ShiftModifier) {
        insertPlainText(u"\n"_s);
        ensureCursorVisible();
        return;
    }
    if (enter) return Q_EMIT sendWanted();
    for (const MarkKey &one : markKeys)
        if (event->keyCombination() == one.keys) return toggleMark(*this, one.kind);
    if (event->key() == Qt::Key_Escape) return Q_EMIT leaveWanted();
    if (event->key() == Qt::Key_Up && event->modifiers() == Qt::NoModifier && document()->isEmpty())
        return Q_EMIT editLastWanted();
    if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) {
        event->ignore(); // scrolls the conversation
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void ComposerEdit::contextMenuEvent(QContextMenuEvent *event)
{
    const std::unique_ptr<QMenu> menu(createStandardContextMenu());
    menu->addSeparator();
    QMenu *format = menu->addMenu(tr("Formatting"));
    for (const MarkKey &one : markKeys) {
        QAction *action = format->addAction(tr(one.words));
        action->setShortcut(QKeySequence(one.keys));
        connect(action, &QAction::triggered, this, [this, kind = one.kind] { toggleMark(*this, kind); });
    }
    menu->exec(event->globalPos());
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasImage() || source->hasUrls() || QPlainTextEdit::canInsertFromMimeData(source);
}

/// Files and pictures become attachments; a copied piece of a page that has words and a picture stays words.
void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    QStringList paths;
    const QList<QUrl> urls = source->urls();
    for (const QUrl &url : urls)
        if (url.isLocalFile()) paths.append(url.toLocalFile());
    if (!paths.isEmpty() && paths.size() == urls.size()) return Q_EMIT filesWanted(paths);
    if (source->hasImage() && !source->hasText()) {
        const auto picture = source->imageData().value<QImage>();
        if (!picture.isNull()) return Q_EMIT pictureWanted(picture);
    }
    QPlainTextEdit::insertFromMimeData(source);
}

} // namespace kith
