#include "ui/chat/composer.h"

#include "core/base/limits.h"
#include "ui/chat/composer_markup.h"
#include "ui/style/shapes.h"
#include "ui/text/words.h"

#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {
namespace {
constexpr int typingEveryMs = 3000;
}

Composer::Composer(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_bar(new QWidget(this))
    , m_barIcon(new QLabel(m_bar))
    , m_barTitle(new QLabel(m_bar))
    , m_barText(new QLabel(m_bar))
    , m_count(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_closed(new QLabel(this))
    , m_barClose(new QToolButton(m_bar))
    , m_send(new QToolButton(this))
    , m_attach(new QToolButton(this))
    , m_edit(new ComposerEdit(this))
    , m_marks(new MarkupHighlighter(context, m_edit->document()))
{
    m_edit->setAccessibleName(tr("Message"));
    m_edit->setPlaceholderText(tr("Write a message…"));
    m_send->setAccessibleName(tr("Send"));
    m_send->setToolTip(tr("Send (Enter)"));
    m_send->setAutoRaise(true);
    m_send->setIconSize({22, 22});
    m_send->setFixedSize(38, 38);
    m_attach->setAccessibleName(tr("Attach files"));
    m_attach->setToolTip(tr("Attach files (Ctrl+O)"));
    m_attach->setShortcut(QKeySequence::Open);
    m_attach->setAutoRaise(true);
    m_attach->setIconSize({22, 22});
    m_attach->setFixedSize(38, 38);
    m_barClose->setAccessibleName(tr("Cancel reply or edit"));
    m_barClose->setToolTip(tr("Cancel (Esc)"));
    m_barClose->setAutoRaise(true);
    m_barTitle->setFont(scaledFont(-0.3, true));
    for (QLabel *label : {m_barText, m_barTitle}) {
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_closed->setAlignment(Qt::AlignCenter);
    m_closed->setWordWrap(true);

    auto *barWords = new QVBoxLayout;
    barWords->setSpacing(0);
    barWords->addWidget(m_barTitle);
    barWords->addWidget(m_barText);
    auto *bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(0, 2, 0, 2);
    bar->setSpacing(10);
    bar->addWidget(m_barIcon);
    bar->addLayout(barWords, 1);
    bar->addWidget(m_barClose);
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_attach, 0, Qt::AlignBottom);
    line->addWidget(m_edit, 1);
    line->addWidget(m_count, 0, Qt::AlignBottom);
    line->addWidget(m_send, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 12, 8);
    column->setSpacing(4);
    column->addWidget(m_problem);
    column->addWidget(m_bar);
    column->addLayout(line);
    column->addWidget(m_closed);
    m_bar->hide();
    m_problem->hide();
    m_count->hide();
    m_closed->hide();

    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(limits::draftSaveMs);
    connect(&m_draftTimer, &QTimer::timeout, this, &Composer::saveDraftNow);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::textChanged);
    connect(m_edit, &ComposerEdit::sendWanted, this, &Composer::send);
    connect(m_edit, &ComposerEdit::editLastWanted, this, &Composer::editLastWanted);
    connect(m_edit, &ComposerEdit::leaveWanted, this, &Composer::leaveMode);
    connect(m_send, &QToolButton::clicked, this, &Composer::send);
    connect(m_attach, &QToolButton::clicked, this, &Composer::attachWanted);
    connect(m_edit, &ComposerEdit::filesWanted, this, &Composer::filesWanted);
    connect(m_edit, &ComposerEdit::pictureWanted, this, &Composer::pictureWanted);
    connect(m_barClose, &QToolButton::clicked, this, &Composer::leaveMode);
    connect(&context.feed, &Feed::refused, this, &Composer::refused);
    connect(&context.feed, &Feed::changed, this, [this](const ChangeSet &changes) {
        const auto in = changes.chats.constFind(m_chat);
        if (in == changes.chats.cend()) return;
        if (in->draft && !m_dirty && !m_editing) applyDraft();
    });
    connect(&context.look, &Look::changed, this, &Composer::restyle);
    setFocusProxy(m_edit); // Tab comes in there: what is to be reached follows it
    setTabOrder(m_edit, m_attach);
    setTabOrder(m_attach, m_send);
    setTabOrder(m_send, m_barClose);
    restyle();
    showLimits();
}

QString Composer::text() const { return m_edit->toPlainText(); }

void Composer::restyle()
{
    const Theme &t = m_context.look.theme();
    m_send->setIcon(shapes::icon(shapes::Glyph::Send, t.accent));
    m_attach->setIcon(shapes::icon(shapes::Glyph::Clip, t.faint));
    m_barClose->setIcon(shapes::icon(shapes::Glyph::Close, t.faint));
    QPalette p = palette();
    p.setColor(QPalette::WindowText, t.danger);
    m_problem->setPalette(p);
    p.setColor(QPalette::WindowText, t.faint);
    for (QLabel *label : {m_count, m_closed, m_barText}) label->setPalette(p);
    p.setColor(QPalette::WindowText, t.dark ? t.accent : t.accent.darker(110));
    m_barTitle->setPalette(p);
    QPalette edit = QPalette(t.palette());
    edit.setColor(QPalette::Base, t.window);
    m_edit->setPalette(edit);
    m_edit->viewport()->setAutoFillBackground(false);
    update();
}

void Composer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::ApplicationFontChange) return;
    m_edit->setFont(scaledFont(0.5));
    m_edit->fit();
    m_barTitle->setFont(scaledFont(-0.3, true));
}

void Composer::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = m_context.look.theme();
    p.fillRect(rect(), t.window);
    p.fillRect(QRect(0, 0, width(), 1), t.line);
}

void Composer::open(const ChatId &chat, bool writable, const QString &whyNot)
{
    if (chat == m_chat) {
        m_writable = writable;
    } else {
        saveDraftNow();
        if (m_chat && m_typingSentMs > 0) m_context.commands.setTyping(m_chat, false);
        m_chat = chat;
        m_writable = writable;
        m_reply = m_editing = m_waiting = m_doubtful = {};
        m_editSent = {};
        m_typingSentMs = 0;
        m_problem->hide();
        m_bar->hide();
        applyDraft();
    }
    for (QWidget *w :
         {static_cast<QWidget *>(m_edit), static_cast<QWidget *>(m_send), static_cast<QWidget *>(m_attach)})
        w->setVisible(writable);
    m_closed->setVisible(!writable);
    m_closed->setText(whyNot);
}

void Composer::applyDraft()
{
    m_loading = true;
    Draft draft;
    if (m_chat) {
        if (auto read = m_context.reader.draft(m_chat)) draft = *std::move(read);
    }
    const auto unsaved = m_unsaved.constFind(m_chat);
    if (unsaved != m_unsaved.cend()) {
        draft.text = unsaved->text;
        draft.reply = unsaved->reply;
    }
    if (draft.text != text()) {
        m_edit->setPlainText(draft.text);
        m_edit->moveCursor(QTextCursor::End);
    }
    m_loading = false;
    m_dirty = false;
    if (draft.reply) {
        const auto original = m_context.reader.message(draft.reply);
        if (original && *original) replyTo(**original);
    } else if (m_reply && !m_editing) {
        m_reply = {};
        m_bar->hide();
    }
    m_dirty = m_unsaved.contains(m_chat);
    if (m_dirty)
        m_draftTimer.start();
    else
        m_draftTimer.stop();
    showLimits();
}

void Composer::saveDraftNow()
{
    m_draftTimer.stop();
    if (!m_chat || !m_dirty || m_editing || m_waiting) return;
    m_saving.insert(m_chat, {text(), m_reply});
    m_unsaved.remove(m_chat);
    m_context.commands.setDraft(m_chat, text(), m_reply);
    m_dirty = false;
    m_draftTimer.setInterval(limits::draftSaveMs);
}

void Composer::textChanged()
{
    if (text() == m_seenText) return;
    m_seenText = text();
    showLimits();
    if (m_loading || !m_chat) return;
    m_problem->setVisible(tooLong() > 0);
    m_dirty = true;
    if (m_editing) return;
    m_draftTimer.start();
    if (!text().trimmed().isEmpty()) typingNote();
}

qsizetype Composer::tooLong() const
{
    return qMax<qsizetype>(0, m_marks->text().text.toUtf8().size() - limits::textBytes);
}

void Composer::showLimits()
{
    const QString words = m_marks->text().text;
    const qsizetype bytes = words.toUtf8().size(), over = tooLong();
    m_send->setEnabled(!words.isEmpty() && over == 0);
    m_count->setVisible(bytes > limits::textBytes * 3 / 4);
    m_count->setText(tr("%1 left").arg(limits::textBytes - bytes));
    if (over == 0) return;
    m_problem->setText(
        tr("Too long by %Ln bytes. A message holds 16 KiB; send it in parts.", nullptr, int(over)));
    m_problem->show();
}

void Composer::typingNote()
{
    const qint64 now = m_context.clock.steadyMs();
    if (m_typingSentMs > 0 && now - m_typingSentMs < typingEveryMs) return;
    m_typingSentMs = now;
    m_context.commands.setTyping(m_chat, true);
}

void Composer::send()
{
    const QString typed = text().trimmed();
    if (!m_chat || !m_writable || m_waiting || tooLong() > 0 || m_marks->text().text.isEmpty()) return;
    m_draftTimer.stop();
    if (m_editing) {
        const Mid mid = m_editing;
        OutgoingText changed = m_marks->text();
        // What was found behind a link goes with it.
        if (m_editLink && changed.text.contains(m_editLink->url)) changed.link = m_editLink;
        m_editSent = {mid, typed};
        leaveMode();
        m_context.commands.edit(m_chat, mid, std::move(changed));
        return;
    }
    // The same text again is the same message: should the first Enter have been carried out, nothing is
    // doubled.
    const bool again = m_doubtful && text() == m_sentText;
    m_waiting = again ? m_doubtful : Mid::mint(m_context.clock.wallMs(), m_context.random);
    m_doubtful = {};
    m_sentText = text();
    OutgoingText out = m_marks->text();
    out.reply = m_reply;
    m_context.commands.send(m_chat, m_waiting, std::move(out));
    if (m_typingSentMs > 0) m_context.commands.setTyping(m_chat, false);
    m_typingSentMs = 0;
    Q_EMIT sent();
}

void Composer::sendFiles(const std::vector<OutgoingFile> &files, const QString &caption, bool took)
{
    if (!m_chat || !m_writable || files.empty()) return;
    if (m_editing) leaveMode();
    m_draftTimer.stop();
    Mid reply = m_reply;
    for (size_t from = 0; from < files.size(); from += limits::messageAtts) {
        const size_t to = qMin(files.size(), from + limits::messageAtts);
        const Mid mid = Mid::mint(m_context.clock.wallMs(), m_context.random);
        m_context.commands.sendFiles(m_chat, mid,
                                     {files.begin() + qptrdiff(from), files.begin() + qptrdiff(to)},
                                     from == 0 ? caption : QString(), reply);
        reply = {};
        if (from > 0 || m_waiting) continue;
        m_waiting = mid;
        m_doubtful = {};
        m_sentText = took ? text() : QString();
    }
    Q_EMIT sent();
}

void Composer::committed(const QSet<Mid> &mids)
{
    if (m_editSent.first && mids.contains(m_editSent.first)) m_editSent = {};
    const bool late = m_doubtful && mids.contains(m_doubtful);
    if (!late && (!m_waiting || !mids.contains(m_waiting))) return;
    if (late) m_problem->hide();
    m_waiting = m_doubtful = {};
    m_saving.remove(m_chat);
    m_unsaved.remove(m_chat);
    m_reply = {};
    m_bar->hide();
    // What was typed between Enter and the commit stays.
    m_loading = true;
    const QString now = text();
    m_edit->setPlainText(now.startsWith(m_sentText) ? now.mid(m_sentText.size()) : QString());
    m_edit->moveCursor(QTextCursor::End);
    m_loading = false;
    m_sentText.clear();
    m_dirty = !text().isEmpty();
    if (m_dirty)
        m_draftTimer.start();
    else
        m_draftTimer.stop();
    showLimits();
}

Composer::Unfinished Composer::unfinished() const
{
    if (m_editing) return {m_chat, m_beforeEdit, {}, {}};
    return {m_chat, text(), m_reply, m_waiting ? m_waiting : text() == m_sentText ? m_doubtful : Mid{}};
}

void Composer::resume(const Unfinished &from)
{
    if (from.chat != m_chat || from.text.isEmpty()) return;
    if (const auto held = m_context.reader.message(from.mid); from.mid && held && *held) return;
    m_edit->setPlainText(from.text); // which makes it a draft
    m_edit->moveCursor(QTextCursor::End);
    m_doubtful = from.mid;
    m_sentText = from.text;
    if (!from.reply) return;
    const auto original = m_context.reader.message(from.reply);
    if (original && *original) replyTo(**original);
}

void Composer::tell(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void Composer::refused(const ChatId &chat, const QString &code)
{
    const bool disk = code == u"disk_full" || code == u"disk_error";
    if (disk && m_saving.contains(chat)) m_unsaved.insert(chat, m_saving.value(chat));
    if (chat != m_chat) return;
    if (m_waiting) {
        m_doubtful = std::exchange(m_waiting, Mid{});
        tell(tr("Not sent. %1").arg(words::refusal(code)));
    } else if (m_editSent.first) {
        const auto [mid, typed] = std::exchange(m_editSent, {});
        takeEditBack(mid, typed);
        tell(tr("Not changed. %1").arg(words::refusal(code)));
    } else if (!disk || !m_unsaved.contains(chat)) {
        return;
    }
    m_dirty = true;
    if (disk) m_draftTimer.setInterval(limits::draftSyncMs); // until it can be kept, at leisure
    m_draftTimer.start();
}

/// An edit that was not taken: its words are in the field again, and Enter tries again.
void Composer::takeEditBack(const Mid &mid, const QString &typed)
{
    const auto held = m_context.reader.message(mid);
    if (!held || !*held) return;
    edit(**held);
    m_loading = true;
    m_edit->setPlainText(typed);
    m_edit->moveCursor(QTextCursor::End);
    m_loading = false;
    showLimits();
}

void Composer::setBar(const QString &title, const QString &text)
{
    m_barTitle->setText(title);
    m_barText->setText(text.simplified().left(200));
    m_bar->show();
}

void Composer::replyTo(const Message &message)
{
    if (m_editing) leaveMode();
    m_reply = message.row.mid;
    m_barIcon->setPixmap(shapes::icon(shapes::Glyph::Reply, m_context.look.theme().accent).pixmap(20, 20));
    setBar(message.mine ? tr("Reply to yourself") : tr("Reply to %1").arg(message.senderName),
           message.row.body);
    m_dirty = true;
    m_draftTimer.start();
    m_edit->setFocus();
}

void Composer::edit(const Message &message)
{
    saveDraftNow();
    if (!m_editing) m_beforeEdit = text();
    m_editing = message.row.mid;
    m_barIcon->setPixmap(shapes::icon(shapes::Glyph::Edit, m_context.look.theme().accent).pixmap(20, 20));
    setBar(tr("Edit message"), message.row.body);
    m_loading = true;
    m_editLink = message.link;
    m_edit->setPlainText(typedText(m_context.reader, message));
    m_edit->moveCursor(QTextCursor::End);
    m_loading = false;
    showLimits();
    m_edit->setFocus();
}

void Composer::leaveMode()
{
    if (m_editing) {
        m_editing = {};
        m_loading = true;
        m_edit->setPlainText(m_beforeEdit);
        m_edit->moveCursor(QTextCursor::End);
        m_loading = false;
        m_beforeEdit.clear();
        m_dirty = false;
    } else if (m_reply) {
        m_reply = {};
        m_dirty = true;
        m_draftTimer.start();
    }
    m_bar->hide();
    showLimits();
}

void Composer::takeText(const QString &typed)
{
    if (!m_writable) return;
    m_edit->setFocus();
    m_edit->insertPlainText(typed);
}

} // namespace kith
