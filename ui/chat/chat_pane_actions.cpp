// What takes more than one step: choosing messages, deleting with a way back, going to a day.
#include "ui/chat/chat_pane.h"

#include "ui/chat/choice_bar.h"
#include "ui/chat/undo_bar.h"
#include "ui/dialogs/date_dialog.h"
#include "ui/dialogs/versions_dialog.h"
#include "ui/text/words.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kith {
namespace {
constexpr int undoForAllMs = 5'000, undoForMeMs = 8'000;
constexpr qint64 around = 30; // messages to each side of one that is wanted and not held
} // namespace

void ChatPane::prepareBars(QVBoxLayout &column)
{
    m_choice = new ChoiceBar(m_context.look, this);
    m_undo = new UndoBar(m_context.look, this);
    column.addWidget(m_undo);
    column.addWidget(m_choice);
    connect(m_model, &MessageListModel::chosenChanged, this, [this](int count) {
        m_choice->setCount(count);
        m_choice->setVisible(m_model->choosing());
    });
    connect(m_choice, &ChoiceBar::leaveWanted, this, [this] {
        m_model->setChoosing(false);
        m_view->setFocus();
    });
    connect(m_choice, &ChoiceBar::forwardWanted, this, [this] {
        const std::vector<Mid> mids = m_model->chosen();
        m_model->setChoosing(false);
        Q_EMIT forwardWanted(mids);
    });
    connect(m_choice, &ChoiceBar::copyWanted, this, &ChatPane::copyChosen);
    connect(m_choice, &ChoiceBar::deleteWanted, this, [this] {
        QMenu menu(this);
        menu.setAccessibleName(tr("Delete"));
        const auto held = m_context.reader.messages(chat(), m_model->chosen());
        const std::vector<Message> messages = held ? *held : std::vector<Message>{};
        addDeletions(menu, messages, true);
        menu.exec(QCursor::pos());
    });
    connect(&m_context.feed, &Feed::dateFound, this, &ChatPane::dayFound);
}

void ChatPane::startChoosing(const Mid &first)
{
    m_view->clearSelection();
    m_model->setChoosing(true);
    m_model->choose(first, true);
    m_view->setFocus();
}

void ChatPane::copyChosen()
{
    const auto messages = m_context.reader.messages(chat(), m_model->chosen());
    if (!messages) return m_composer->tell(words::fault(messages.error()));
    QStringList lines;
    for (const Message &m : *messages)
        lines.append(tr("%1, %2:").arg(m.mine ? tr("You") : m.senderName, words::clockTime(m.row.atMs)) +
                     u'\n' + m.row.body);
    QGuiApplication::clipboard()->setText(lines.join(u"\n\n"_s));
    m_model->setChoosing(false);
}

void ChatPane::addDeletions(QMenu &menu, const std::vector<Message> &messages, bool chosen)
{
    if (messages.empty()) return;
    QList<Mid> mids;
    for (const Message &m : messages) mids.append(m.row.mid);
    const bool mine =
        std::all_of(messages.begin(), messages.end(), [](const Message &m) { return m.mine && !m.row.dead; });
    const auto act = [this, chosen](auto run) {
        return [this, chosen, run] {
            if (chosen) m_model->setChoosing(false);
            run();
        };
    };
    connect(menu.addAction(tr("Delete for me")), &QAction::triggered, this,
            act([this, mids] { deleteForMe(mids); }));
    if (mine && !m_model->summary().left)
        connect(menu.addAction(tr("Delete for everyone")), &QAction::triggered, this,
                act([this, mids] { deleteForAll(mids); }));
}

/// At once and for good in the mirror; taking it back is a wish of its own, on all devices too.
void ChatPane::deleteForMe(const QList<Mid> &mids)
{
    const ChatId in = chat();
    for (const Mid &mid : mids) m_context.commands.deleteForMe(in, mid, true);
    m_undo->offer(tr("%n messages deleted for you.", nullptr, int(mids.size())), undoForMeMs,
                  [this, in, mids] {
                      for (const Mid &mid : mids) m_context.commands.deleteForMe(in, mid, false);
                  },
                  {});
}

/// The others must not see it and see it again: the wish goes out when it can no longer be taken back.
void ChatPane::deleteForAll(const QList<Mid> &mids)
{
    const ChatId in = chat();
    m_undo->settleNow();
    m_model->setLeaving(mids, true);
    m_undo->offer(
        tr("Deleting %n messages for everyone.", nullptr, int(mids.size())), undoForAllMs,
        [this, in, mids] {
            if (chat() == in) m_model->setLeaving(mids, false);
        },
        [this, in, mids] {
            for (const Mid &mid : mids) m_context.commands.deleteForAll(in, mid);
        });
}

void ChatPane::settle() { m_undo->settleNow(); }

void ChatPane::showVersions(const Message &message)
{
    VersionsDialog dialog(m_context, message, this);
    dialog.exec();
}

void ChatPane::askDay(qint64 shownMs)
{
    const auto dayOf = [](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms).date(); };
    DateDialog dialog(dayOf(shownMs), dayOf(m_context.clock.wallMs()), this);
    if (dialog.exec() == QDialog::Accepted) goToDay(dialog.date());
}

void ChatPane::goToDay(const QDate &day)
{
    m_dayAsked = (m_context.random.next64() >> 12) + 1;
    m_context.commands.findDate(m_dayAsked, chat(), day.startOfDay().toMSecsSinceEpoch());
}

void ChatPane::dayFound(const DatePlace &place)
{
    if (m_dayAsked == 0 || place.question != m_dayAsked || place.chat != chat()) return;
    m_dayAsked = 0;
    if (!place.errorCode.isEmpty() && place.seq.value == 0)
        return m_composer->tell(words::refusal(place.errorCode));
    if (place.seq.value == 0) return m_view->toNewest();
    m_daySeq = place.seq;
    showDay(true);
}

/// Goes to the message of m_daySeq; what is not held there is asked for once, and apply() comes back.
void ChatPane::showDay(bool mayAsk)
{
    int row = m_model->rowAt(m_daySeq);
    const auto holds = [&] {
        return row >= 0 && (m_model->row(row).kind == TimelineRow::Kind::Hole
                                ? m_model->row(row).hole.lo <= m_daySeq
                                : m_model->row(row).message.row.seq == m_daySeq);
    };
    if (!holds()) {
        m_model->showAround(m_daySeq);
        row = m_model->rowAt(m_daySeq);
    }
    if (row < 0) {
        m_daySeq = {};
        return m_view->toNewest();
    }
    const TimelineRow &found = m_model->row(row);
    if (found.kind == TimelineRow::Kind::Hole && found.hole.lo <= m_daySeq) {
        if (mayAsk)
            m_context.commands.loadHole(chat(), Seq{qMax<qint64>(1, m_daySeq.value - around)},
                                        Seq{m_daySeq.value + around});
        return m_view->scrollTo(m_model->index(row));
    }
    m_daySeq = {};
    m_view->toMessage(Mid(found.message.row.mid));
}

} // namespace kith
