#include "ui/dialogs/verify_dialog.h"

#include "ui/style/theme.h"
#include "ui/text/story_words.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kith {
namespace {
constexpr int parts = 1000;        // of the bar
constexpr size_t linesShown = 500; // of what was found
} // namespace

VerifyDialog::VerifyDialog(const Context &context, const ChatId &chat, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_chat(chat)
    , m_text(new QLabel(this))
    , m_mend(new QCheckBox(tr("&Mend what differs"), this))
    , m_bar(new QProgressBar(this))
    , m_list(new QListWidget(this))
{
    setWindowTitle(tr("Verify history"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    const QString what = chat
                             ? tr("Compares the chat “%1” on this device with the server.").arg(titleOf(chat))
                             : tr("Compares all chats on this device with the server.");
    m_text->setText(
        what + u' ' +
        tr("What waits to be sent, drafts and read marks are not touched. You can go on writing meanwhile."));
    m_mend->setChecked(true);
    m_bar->setRange(0, parts);
    m_bar->setAccessibleName(tr("Progress of the comparison"));
    m_bar->hide();
    m_list->setAccessibleName(tr("What was found"));
    m_list->setWordWrap(true);
    m_list->hide();
    m_start = new QPushButton(tr("&Compare"), this);
    m_start->setDefault(true);
    m_copy = new QPushButton(tr("C&opy"), this);
    m_copy->setAccessibleName(tr("Copy the report, for support"));
    m_copy->hide();
    m_close = new QPushButton(tr("Cancel"), this);
    connect(m_start, &QPushButton::clicked, this, &VerifyDialog::begin);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QStringList all{m_text->text()};
        for (int i = 0; i < m_list->count(); ++i) all.append(m_list->item(i)->text());
        QGuiApplication::clipboard()->setText(all.join(u'\n'));
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout; // not a QDialogButtonBox: it shows hidden buttons again
    buttons->addStretch(1);
    for (QPushButton *button : {m_start, m_copy, m_close}) buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 18, 18, 12);
    column->setSpacing(12);
    column->addWidget(m_text);
    column->addWidget(m_mend);
    column->addWidget(m_bar);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    setMinimumWidth(480);
    connect(&context.feed, &Feed::verifyProgress, this, [this](const VerifyProgress &progress) {
        if (m_question != 0 && progress.question == m_question) tell(progress);
    });
    connect(&context.feed, &Feed::verified, this, [this](const VerifyReport &report) {
        if (m_question != 0 && report.question == m_question) tell(report);
    });
}

void VerifyDialog::begin()
{
    m_question = m_context.random.next64() | 1;
    VerifyWish wish;
    wish.question = m_question;
    if (m_chat) wish.chats = {m_chat};
    wish.repair = m_mend->isChecked();
    m_mend->hide();
    m_start->hide();
    m_copy->hide();
    m_list->hide();
    m_list->clear();
    m_bar->setValue(0);
    m_bar->show();
    m_text->setText(tr("Waiting for the server…"));
    m_close->setText(tr("Stop"));
    m_close->setFocus();
    m_context.commands.verify(std::move(wish));
}

void VerifyDialog::tell(const VerifyProgress &progress)
{
    if (progress.waiting) {
        m_text->setText(tr("Waiting for a connection…"));
        return;
    }
    if (progress.chats > 0)
        m_text->setText(tr("Comparing chat %1 of %2…")
                            .arg(std::min(progress.chatsDone + 1, progress.chats))
                            .arg(progress.chats));
    const double share = progress.messages > 0 ? double(progress.messagesDone) / double(progress.messages)
                         : progress.chats > 0  ? double(progress.chatsDone) / double(progress.chats)
                                               : 0;
    m_bar->setValue(int(std::clamp(share, 0.0, 1.0) * parts));
}

QString VerifyDialog::titleOf(const ChatId &chat) const
{
    const auto summary = m_context.reader.chat(chat);
    return summary ? summary->title : QString::fromLatin1(chat.text());
}

QStringList VerifyDialog::linesOf(const VerifyReport &report) const
{
    QStringList lines = words::localVerdict(report.local);
    for (const ChatVerdict &chat : report.chats) {
        const bool plain = chat.how == ChatVerdict::How::Agrees && chat.notHeld == 0 && chat.unreadable == 0;
        if (!plain && size_t(lines.size()) < linesShown)
            lines.append(words::chatVerdict(chat, titleOf(chat.chat)));
    }
    for (const Difference &one : report.differences)
        if (size_t(lines.size()) < linesShown)
            lines.append(tr("%1: %2").arg(titleOf(one.chat), words::difference(one)));
    return lines;
}

void VerifyDialog::tell(const VerifyReport &report)
{
    m_question = 0;
    m_text->setText(words::verdict(report));
    m_bar->hide();
    m_list->addItems(linesOf(report));
    m_list->setVisible(m_list->count() > 0);
    m_copy->show();
    m_mend->setVisible(!report.agrees() && !m_mend->isChecked());
    m_start->setText(tr("&Compare again"));
    m_start->setVisible(!report.agrees());
    m_close->setText(tr("Close"));
    m_close->setFocus();
    if (m_list->isVisible()) resize(width(), std::max(height(), 420));
}

void VerifyDialog::done(int result)
{
    if (m_question != 0) m_context.commands.cancelVerify();
    m_question = 0;
    QDialog::done(result);
}

} // namespace kith
