#include "ui/dialogs/story_dialog.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

QLabel *sentence(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

StoryDialog::StoryDialog(const Context &context, const LiveState &live, const ChatId &chat, const Mid &mid,
                         QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_live(live)
    , m_chat(chat)
    , m_mid(mid)
    , m_headline(sentence({}, this))
    , m_next(sentence({}, this))
    , m_area(new QScrollArea(this))
{
    setWindowTitle(tr("What happened to this message"));
    m_headline->setFont(scaledFont(2, true));
    m_headline->setAccessibleName(tr("Where the message stands"));
    m_next->setAccessibleName(tr("What comes next"));
    m_area->setAccessibleName(tr("What happened, in its order"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_retry = new QPushButton(tr("&Retry"), this);
    connect(m_retry, &QPushButton::clicked, this, [this] { m_context.commands.retry(m_chat, m_mid); });
    auto *copy = new QPushButton(tr("C&opy"), this);
    copy->setAccessibleName(tr("Copy all of this, for support"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    auto *close = new QPushButton(tr("Close"), this);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    close->setDefault(true);
    close->setFocus();
    auto *buttons = new QHBoxLayout; // not a QDialogButtonBox: it shows hidden buttons again
    buttons->addStretch(1);
    for (QPushButton *button : {m_retry, copy, close}) buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 18, 18, 12);
    column->setSpacing(12);
    column->addWidget(m_headline);
    column->addWidget(m_area, 1);
    column->addWidget(m_next);
    column->addLayout(buttons);
    resize(520, 420);
    m_countdown.setInterval(1000);
    connect(&m_countdown, &QTimer::timeout, this, &StoryDialog::refresh);
    connect(&context.feed, &Feed::changed, this, [this](const ChangeSet &changes) {
        if (changes.outbox || changes.chats.contains(m_chat)) refresh();
    });
    connect(&live, &LiveState::connectionChanged, this, &StoryDialog::refresh);
    refresh();
}

void StoryDialog::refresh()
{
    const auto story = m_context.reader.story(m_mid);
    words::StoryNow now;
    now.nowMs = m_context.clock.wallMs();
    now.connection = m_live.connection();
    std::tie(now.laneUntilMs, now.laneWhy) = m_live.laneWait(m_chat);
    words::StoryText text;
    if (story)
        text = words::story(*story, now);
    else
        text.headline = story.error().what;
    const bool waits = story && !story->waiting.empty();
    m_retry->setVisible(waits && std::any_of(story->waiting.begin(), story->waiting.end(),
                                             [](const auto &item) { return item.refused; }));
    if (waits && (now.connection->phase == Connection::Phase::Waiting || now.laneUntilMs > now.nowMs))
        m_countdown.start();
    else
        m_countdown.stop();
    tell(text);
}

void StoryDialog::tell(const words::StoryText &story)
{
    m_headline->setText(story.headline);
    m_next->setText(story.next);
    m_next->setVisible(!story.next.isEmpty());
    const bool same = m_area->widget() && story.lines == m_story.lines; // what is being read stays as it is
    m_story = story;
    if (same) return;
    m_shownAtMs = m_context.clock.wallMs();
    auto *page = new QWidget(m_area);
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 6, 0);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const words::StoryLine &line : story.lines) {
        if (line.atMs > 0) {
            auto *when = new QLabel(words::moment(line.atMs, m_shownAtMs), page);
            QPalette faint = when->palette();
            faint.setColor(QPalette::WindowText, m_context.look.theme().faint);
            when->setPalette(faint);
            when->setTextFormat(Qt::PlainText);
            grid->addWidget(when, row, 0, Qt::AlignTop);
        }
        grid->addWidget(sentence(line.text, page), row, 1, Qt::AlignTop);
        ++row;
    }
    grid->setRowStretch(row, 1);
    m_area->setWidget(page);
}

QString StoryDialog::text() const
{
    QString all = QString::fromLatin1(m_mid.text()) + u'\n' + m_story.headline;
    for (const words::StoryLine &line : m_story.lines) {
        all += u'\n';
        if (line.atMs > 0) all += words::moment(line.atMs, m_shownAtMs) + u"  "_s;
        all += line.text;
    }
    return m_story.next.isEmpty() ? all : all + u'\n' + m_story.next;
}

} // namespace kith
