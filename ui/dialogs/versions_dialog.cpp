#include "ui/dialogs/versions_dialog.h"

#include "ui/text/rich_text.h"
#include "ui/text/story_words.h"
#include "ui/text/words.h"

#include <QLabel>
#include <QPushButton>
#include <QTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kith {

VersionsDialog::VersionsDialog(const Context &context, const Message &message, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_message(message)
    , m_state(new QLabel(this))
    , m_page(new QTextEdit(this))
{
    setWindowTitle(tr("Edited message"));
    resize(460, 420);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_page->setReadOnly(true);
    m_page->setTabChangesFocus(true);
    m_page->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_page->setAccessibleName(tr("Versions of the message, newest first"));
    auto *close = new QPushButton(tr("Close"), this);
    close->setAccessibleName(close->text());
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(10);
    column->addWidget(m_page, 1);
    column->addWidget(m_state);
    column->addWidget(close, 0, Qt::AlignRight);
    connect(&context.feed, &Feed::versionsTold, this, &VersionsDialog::tell);
    add(tr("Now"), m_message.row.body, m_message.entities);
    m_state->setText(tr("Asking the server for the earlier texts…"));
    m_question = context.random.next64() >> 12;
    context.commands.askVersions(m_question, message.chat, message.row.mid);
}

QString VersionsDialog::text() const { return m_page->toPlainText(); }

void VersionsDialog::tell(const MessageVersions &versions)
{
    if (versions.question != m_question) return;
    if (!versions.errorCode.isEmpty()) {
        m_state->setText(tr("The earlier texts cannot be shown. %1").arg(words::refusal(versions.errorCode)));
        return;
    }
    const qint64 now = m_context.clock.wallMs();
    for (auto v = versions.versions.rbegin(); v != versions.versions.rend(); ++v)
        add(tr("Until %1").arg(words::moment(v->untilMs, now)), v->body, v->entities);
    m_state->setText(versions.whole ? QString() : tr("The oldest texts are no longer kept."));
    m_state->setVisible(!versions.whole);
    m_page->moveCursor(QTextCursor::Start);
}

void VersionsDialog::add(const QString &heading, const QString &body, const std::vector<Entity> &entities)
{
    QTextCursor cursor(m_page->document());
    cursor.movePosition(QTextCursor::End);
    QTextCharFormat small;
    small.setFont(scaledFont(-1, true));
    small.setForeground(m_context.look.theme().faint);
    if (!m_page->document()->isEmpty()) cursor.insertBlock();
    QTextBlockFormat apart;
    apart.setTopMargin(10);
    apart.setBottomMargin(2);
    cursor.setBlockFormat(apart);
    cursor.insertText(heading, small);
    cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
    insertRich(cursor, body, entities, m_context.look.theme());
}

} // namespace kith
