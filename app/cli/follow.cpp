#include "app/cli/follow.h"

#include "core/base/limits.h"

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

std::optional<Message> held(Live &live, const Mid &mid)
{
    auto message = live.reader().message(mid);
    return message ? std::move(*message) : std::nullopt;
}

void printProgress(Live &live, Printer &printer, const Message &message)
{
    if (auto line = messageLine(live.reader(), live.account(), message)) printer.progress(*line);
}

} // namespace

Stage stageFrom(const QString &word)
{
    if (word == u"saved") return Stage::Saved;
    if (word == u"seen") return Stage::Seen;
    return word == u"delivered" ? Stage::Delivered : Stage::Sent;
}

bool reached(Tick tick, Stage stage)
{
    switch (stage) {
    case Stage::Saved:
        return true;
    case Stage::Sent:
        return tick >= Tick::Sent;
    case Stage::Delivered:
        return tick >= Tick::Delivered;
    case Stage::Seen:
        return tick >= Tick::Seen;
    }
    return false;
}

Outcome outcomeOf(Ended ended, const Live &live, bool awayIsFine)
{
    switch (ended) {
    case Ended::Met:
        return {};
    case Ended::Away:
    case Ended::TimedOut:
        return awayIsFine ? Outcome{} : Outcome{Exit::Temporary, live.sentence()};
    case Ended::Interrupted:
        return {Exit::Temporary, u"Interrupted."_s};
    case Ended::Refused:
        return notSaved(live.refusedCode());
    case Ended::Damaged:
        return {Exit::Temporary, live.damage()};
    case Ended::Shut:
        break;
    }
    const bool signIn = live.connection().phase == Connection::Phase::SignInAgain;
    const bool update = live.connection().phase == Connection::Phase::UpdateNeeded;
    return {signIn ? Exit::NotAllowed : update ? Exit::Refused : Exit::Temporary, live.sentence()};
}

Outcome followMessage(Live &live, Printer &printer, const Mid &mid, Stage stage, bool mustReach, qint64 ms)
{
    std::optional<Message> last;
    const auto look = [&] {
        auto now = held(live, mid);
        if (!now) return false;
        if (!last || last->tick != now->tick) printProgress(live, printer, *now);
        last = std::move(now);
        return true;
    };
    // Being away from the network does not keep a message from being saved here.
    Ended ended = live.waitUntil(look, {.ms = ms, .untilAway = false});
    if (!last && ended != Ended::Shut) return outcomeOf(ended, live, false);
    if (last && stage == Stage::Saved && last->tick != Tick::Failed) return {};
    const auto content = [&] { return look() && (last->tick == Tick::Failed || reached(last->tick, stage)); };
    ended = live.waitUntil(content, {.ms = ms, .untilAway = !mustReach});
    if (!last) return outcomeOf(ended, live, false);
    if (last->tick == Tick::Failed) return refusedBy(last->refusedCode);
    if (ended == Ended::TimedOut && mustReach)
        return {Exit::Temporary, u"The message %1 is not there yet: %2."_s.arg(
                                     QString::fromLatin1(mid.text()), stateText(*last, {}))};
    return outcomeOf(ended, live, !mustReach);
}

Outcome followChange(Live &live, Printer &printer, const Message &before, const Applied &applied, qint64 ms)
{
    std::optional<Message> now;
    bool shown = false;
    const auto look = [&] {
        now = held(live, before.row.mid);
        if (now && !now->refusedCode.isEmpty() && before.refusedCode.isEmpty()) return true;
        if (!applied(now)) return false;
        if (!shown && now && now->changeWaiting) printProgress(live, printer, *now);
        shown = true;
        return true;
    };
    Ended ended = live.waitUntil(look, {.ms = ms, .untilAway = false});
    if (ended != Ended::Met && ended != Ended::Shut) return outcomeOf(ended, live, false);
    const auto answered = [&] { return look() && (!now || !now->changeWaiting); };
    ended = live.waitUntil(answered, {.ms = ms, .untilAway = true});
    if (now && !now->changeWaiting && before.refusedCode.isEmpty() && !now->refusedCode.isEmpty())
        return refusedBy(now->refusedCode);
    if (ended == Ended::Met) {
        if (now)
            printProgress(live, printer, *now);
        else
            printer.gone(before.chat, before.row.mid);
    }
    return outcomeOf(ended, live, shown);
}

NewItems::NewItems(Live &live, const ChatId &chat)
    : m_live(live)
    , m_chat(chat)
    , m_commits(live.commits())
{
    const auto items = live.reader().outbox(limits::outboxItems);
    if (!items) return;
    for (const OutboxItem &item : *items) m_old.insert(item.op);
}

NewItems::State NewItems::state()
{
    const auto items = m_live.reader().outbox(limits::outboxItems);
    if (!items) return State::NotYet;
    bool waiting = false;
    for (const OutboxItem &item : *items) {
        if (item.chat != m_chat || m_old.contains(item.op)) continue;
        m_appeared = true;
        if (item.refused) {
            m_refusedCode = item.lastError;
            return State::Refused;
        }
        waiting = true;
    }
    if (waiting) return State::Waiting;
    return m_appeared || m_live.commits() > m_commits ? State::Answered : State::NotYet;
}

Outcome followItems(Live &live, NewItems &items, const std::function<bool()> &done, qint64 ms)
{
    NewItems::State state = NewItems::State::NotYet;
    const auto committed = [&] {
        state = items.state();
        return state != NewItems::State::NotYet || done();
    };
    const Ended saved = live.waitUntil(committed, {.ms = ms, .untilAway = false});
    if (saved != Ended::Met && saved != Ended::Shut) return outcomeOf(saved, live, false);
    const auto answered = [&] {
        state = items.state();
        return state == NewItems::State::Refused || (state != NewItems::State::Waiting && done());
    };
    const Ended ended = live.waitUntil(answered, {.ms = ms, .untilAway = true});
    if (state == NewItems::State::Refused) return refusedBy(items.refusedCode());
    return outcomeOf(ended, live, state == NewItems::State::Waiting);
}

} // namespace kith::cli
