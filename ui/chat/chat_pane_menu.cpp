// What can be done with a message: clicks on its parts, its menu.
#include "ui/chat/chat_pane.h"

#include "core/base/limits.h"
#include "ui/chat/composer_markup.h"
#include "ui/text/words.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMenu>
#include <QUrl>
#include <array>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr std::array quickEmoji{u"👍", u"❤️", u"😂", u"🎉", u"😮", u"😢"};

} // namespace

void ChatPane::partClicked(int index, const BubbleLayout::Hit &hit)
{
    using Part = BubbleLayout::Part;
    const TimelineRow row = m_model->row(index);
    const Message &m = row.message;
    switch (hit.part) {
    case Part::Nothing:
    case Part::Bubble:
        return;
    case Part::Hole:
        if (row.kind == TimelineRow::Kind::Hole)
            m_context.commands.loadHole(chat(), row.hole.lo, row.hole.hi);
        return;
    case Part::File:
    case Part::FileKnob:
        fileClicked(m, hit.index, hit.part == Part::FileKnob);
        return;
    case Part::Quote:
        if (m.reply) jumpTo(m.reply->mid);
        return;
    case Part::Person:
        return Q_EMIT personClicked(hit.user);
    case Part::Spoiler:
        return m_model->reveal(m.row.mid);
    case Part::Forward:
        if (m.forward) jumpToSource(*m.forward);
        return;
    case Part::Edited:
        return showVersions(m);
    case Part::Day:
        return askDay(m.row.atMs);
    case Part::Link:
        QDesktopServices::openUrl(QUrl(hit.text));
        return;
    case Part::Failure:
        showFailure(m, QCursor::pos());
        return;
    case Part::Chip: {
        const auto same = std::find_if(m.reactions.begin(), m.reactions.end(),
                                       [&](const ReactionCount &r) { return r.emoji == hit.text; });
        m_context.commands.react(chat(), m.row.mid, hit.text, same == m.reactions.end() || !same->mine);
        return;
    }
    }
}

void ChatPane::showFailure(const Message &m, const QPoint &at)
{
    QMenu menu(this);
    menu.setAccessibleName(tr("Message not sent"));
    menu.addSection(words::refusal(m.refusedCode));
    const ChatId in = chat();
    const Mid mid = m.row.mid;
    connect(menu.addAction(tr("Retry")), &QAction::triggered, this,
            [=, this] { m_context.commands.retry(in, mid); });
    addFileActions(menu, m);
    if (m.attachments.empty())
        connect(menu.addAction(tr("Edit")), &QAction::triggered, this, [=, this] {
            // The text goes back to the composer, the refused message goes away.
            m_composer->takeText(typedText(m_context.reader, m));
            m_context.commands.discard(in, mid);
        });
    connect(menu.addAction(tr("Copy")), &QAction::triggered, this,
            [=] { QGuiApplication::clipboard()->setText(m.row.body); });
    connect(menu.addAction(tr("Discard")), &QAction::triggered, this,
            [=, this] { m_context.commands.discard(in, mid); });
    addStory(menu, m);
    menu.exec(at);
}

void ChatPane::addStory(QMenu &menu, const Message &m)
{
    const bool away = m.mine && m.tick != Tick::Delivered && m.tick != Tick::Seen && m.tick != Tick::None;
    menu.addSeparator();
    connect(menu.addAction(away ? tr("Why is it not there?") : tr("Message details…")), &QAction::triggered,
            this, [this, mid = m.row.mid] { Q_EMIT storyWanted(chat(), mid); });
}

void ChatPane::showMenu(int index, const QPoint &at)
{
    const TimelineRow row = m_model->row(index);
    const Message m = row.message;
    if (row.kind != TimelineRow::Kind::Message || !row.service.isEmpty()) return;
    if (m.row.dead) {
        QMenu menu(this);
        addStory(menu, m);
        menu.exec(at);
        return;
    }
    if (m.state == MessageState::Refused) return showFailure(m, at);
    const bool writable = !m_model->summary().left;
    QMenu menu(this);
    addFileActions(menu, m);
    if (writable) {
        connect(menu.addAction(tr("Reply")), &QAction::triggered, this,
                [=, this] { m_composer->replyTo(m); });
        QMenu *react = menu.addMenu(tr("React"));
        for (const char16_t *emoji : quickEmoji) {
            const QString text = QString::fromUtf16(emoji);
            connect(react->addAction(text), &QAction::triggered, this, [=, this] {
                const bool mine =
                    std::any_of(m.reactions.begin(), m.reactions.end(),
                                [&](const ReactionCount &r) { return r.emoji == text && r.mine; });
                m_context.commands.react(chat(), m.row.mid, text, !mine);
            });
        }
        if (m.mine && m.row.kind == u"text" && !m.forward && !m.poll &&
            m_context.clock.wallMs() - m.row.atMs < limits::editWindowMs)
            connect(menu.addAction(tr("Edit")), &QAction::triggered, this,
                    [=, this] { m_composer->edit(m); });
    }
    const QString selected = m_view->selectedMessage() == m.row.mid ? m_view->selectedText() : QString();
    const QString text = selected.isEmpty() ? m.row.body : selected;
    if (!text.isEmpty())
        connect(menu.addAction(selected.isEmpty() ? tr("Copy text") : tr("Copy what is selected")),
                &QAction::triggered, this, [=] { QGuiApplication::clipboard()->setText(text); });
    addMore(menu, m);
    menu.addSeparator();
    addDeletions(menu, {m}, false);
    addStory(menu, m);
    menu.exec(at);
}

void ChatPane::addMore(QMenu &menu, const Message &m)
{
    const auto isHidden = [](const Entity &e) { return e.kind == EntityKind::Spoiler; };
    if (std::any_of(m.entities.begin(), m.entities.end(), isHidden))
        connect(menu.addAction(tr("Show hidden text")), &QAction::triggered, this,
                [this, mid = m.row.mid] { m_model->reveal(mid); });
    if (m.row.ev > 0)
        connect(menu.addAction(tr("Earlier texts…")), &QAction::triggered, this,
                [this, m] { showVersions(m); });
    if (m.row.seq.value == 0) return;
    menu.addSeparator();
    connect(menu.addAction(tr("Forward…")), &QAction::triggered, this,
            [this, mid = m.row.mid] { Q_EMIT forwardWanted({mid}); });
    connect(menu.addAction(tr("Choose messages")), &QAction::triggered, this,
            [this, mid = m.row.mid] { startChoosing(mid); });
    connect(menu.addAction(tr("Go to a day…")), &QAction::triggered, this,
            [this, at = m.row.atMs] { askDay(at); });
}

/// Only where it is held here: whoever is not in that chat has no use for its id.
void ChatPane::jumpToSource(const ForwardSource &source)
{
    const auto held = m_context.reader.message(source.mid);
    if (!held || !*held) return m_composer->tell(tr("The original is not on this computer."));
    if ((*held)->chat == chat()) return jumpTo(source.mid);
    Q_EMIT messageWanted((*held)->chat, source.mid);
}

} // namespace kith
