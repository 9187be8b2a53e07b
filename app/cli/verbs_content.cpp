#include "app/cli/content.h"
#include "app/cli/follow.h"
#include "app/cli/moments.h"
#include "core/domain/markup.h"
#include "sync/link_preview.h"

#include <QEventLoop>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

/// A chat that is there, by name or id.
Result<std::pair<std::shared_ptr<Live>, ChatId>> liveChat(const Job &job, int word)
{
    auto live = openLive(job);
    if (!live) return live.error();
    auto chat = chatNamed((*live)->reader(), job.args.words[word]);
    if (!chat) return chat.error();
    return std::pair(std::move(*live), *chat);
}

/// Of the first address in a text or behind its words; what cannot be had is left out.
std::optional<LinkPreview> previewOf(Live &live, const OutgoingText &text)
{
    QUrl url = LinkPreviewer::firstLink(text.text);
    for (const Entity &e : text.entities)
        if (e.kind == EntityKind::Link && !url.isValid()) url = LinkPreviewer::firstLink(e.what);
    if (!url.isValid()) return std::nullopt;
    LinkPreviewer previewer(LinkPreviewer::isLocal(live.account().server));
    std::optional<LinkPreview> found;
    QEventLoop loop;
    bool answered = false;
    previewer.ask(url, [&](std::optional<LinkPreview> preview) {
        found = std::move(preview);
        answered = true;
        loop.quit();
    });
    if (!answered) loop.exec();
    return found;
}

std::optional<ScheduledText> scheduledHere(Live &live, const Mid &mid)
{
    const auto all = live.reader().scheduled({});
    if (!all) return std::nullopt;
    for (const ScheduledText &one : *all)
        if (one.mid == mid) return one;
    return std::nullopt;
}

} // namespace

Result<OutgoingText> outgoingOf(const Job &job, Live &live, const QString &text)
{
    OutgoingText out;
    out.text = text;
    if (job.args.has(u"markup"_s)) {
        int asked = 0;
        const auto userOf = [&](const QString &login) -> std::optional<UserId> {
            if (++asked > limits::entities) return std::nullopt;
            auto user = userNamed(live, login, job.timeoutMs());
            return user && user->login == login ? std::optional(user->user) : std::nullopt;
        };
        out = markup::read(text, userOf);
    }
    out.silent = job.args.has(u"silent"_s);
    if (job.args.has(u"preview"_s)) out.link = previewOf(live, out);
    return out;
}

Result<std::optional<qint64>> momentOf(const Job &job, Live &live)
{
    const QString typed = job.args.value(u"at"_s);
    if (typed.isEmpty()) return std::optional<qint64>();
    const auto when = momentMs(typed, SystemClock().wallMs());
    if (!when)
        return Error{Errc::BadInput,
                     u"--at is neither a time like 2026-11-24T09:30 nor one from now like +10m."_s};
    return std::optional(*when - live.connection().clockSkewMs);
}

Outcome scheduleText(const Job &job, Live &live, const ChatId &chat, const Mid &mid, const OutgoingText &text,
                     qint64 whenMs)
{
    live.commands().schedule(chat, mid, text, whenMs);
    std::optional<ScheduledText> now;
    const auto held = [&] {
        now = scheduledHere(live, mid);
        return now.has_value();
    };
    Ended ended = live.waitUntil(held, {.ms = job.timeoutMs(), .untilAway = false});
    if (ended != Ended::Met && ended != Ended::Shut) return outcomeOf(ended, live, false);
    if (now) job.printer.scheduled(*now);
    const auto told = [&] { return !held() || !now->waiting || !now->failed.isEmpty(); };
    ended = live.waitUntil(told, {.ms = job.timeoutMs(), .untilAway = true});
    if (now && !now->failed.isEmpty()) return refusedBy(now->failed);
    if (ended == Ended::Met && now) job.printer.scheduled(*now);
    return outcomeOf(ended, live, true);
}

Outcome runForward(Job &job)
{
    auto live = openLive(job);
    if (!live) return failed(live.error());
    auto source = messageNamed((*live)->reader(), job.args.words[0]);
    if (!source) return failed(source.error());
    auto chat = chatFor(**live, job.args.words[1], job.timeoutMs());
    if (!chat) return failed(chat.error());
    const Mid mid = (*live)->mint().mid();
    (*live)->commands().forward(*chat, mid, source->row.mid, job.args.has(u"silent"_s));
    const QString wait = job.args.value(u"wait"_s);
    return followMessage(**live, job.printer, mid, stageFrom(wait), !wait.isEmpty(), job.timeoutMs());
}

Outcome runVersions(Job &job)
{
    auto live = openLive(job);
    if (!live) return failed(live.error());
    auto message = messageNamed((*live)->reader(), job.args.words[0]);
    if (!message) return failed(message.error());
    auto told = (*live)->askVersions(message->chat, message->row.mid, job.timeoutMs());
    if (!told) return failed(told.error());
    for (const MessageVersion &version : told->versions) job.printer.version(told->mid, version);
    if (told->whole) return {};
    return {Exit::Done, u"The oldest texts of this message are no longer kept."_s};
}

Outcome runScheduled(Job &job)
{
    auto shelf = openShelf(job);
    if (!shelf) return failed(shelf.error());
    ChatId chat;
    if (!job.args.words.isEmpty()) {
        auto named = chatNamed(*shelf->reader, job.args.words[0]);
        if (!named) return failed(named.error());
        chat = *named;
    }
    auto all = shelf->reader->scheduled(chat);
    if (!all) return failed(all.error());
    for (const ScheduledText &one : *all) job.printer.scheduled(one);
    return {};
}

Outcome runUnschedule(Job &job)
{
    auto live = openLive(job);
    if (!live) return failed(live.error());
    const auto mid = Mid::fromText(job.args.words[0].toLatin1());
    const auto before = mid ? scheduledHere(**live, *mid) : std::nullopt;
    if (!before) return {Exit::BadData, u"No message with this id is scheduled."_s};
    NewItems items(**live, ChatId{});
    (*live)->commands().cancelScheduled(*mid);
    const Outcome outcome = followItems(
        **live, items, [&] { return !scheduledHere(**live, *mid); }, job.timeoutMs());
    if (outcome.exit == Exit::Done) job.printer.gone(before->chat, *mid);
    return outcome;
}

Outcome runTimer(Job &job)
{
    const QString typed = job.args.words[1];
    const auto ms = typed == u"off" ? std::optional<qint64>(0) : durationMs(typed);
    const qint64 seconds = ms.value_or(-1) / 1000;
    if (!ms || (seconds != 0 && (seconds < limits::timerMinSeconds || seconds > limits::timerMaxSeconds)))
        return {Exit::BadData, u"The time is off, or 5s to 366d: a number and one of s, m, h, d, w."_s};
    auto open = liveChat(job, 0);
    if (!open) return failed(open.error());
    auto &[live, chat] = *open;
    NewItems items(*live, chat);
    live->commands().setTimer(chat, int(seconds));
    const auto done = [&live = *live, chat = chat, seconds] {
        auto now = live.reader().chat(chat);
        return now && now->timerSeconds == seconds;
    };
    const Outcome outcome = followItems(*live, items, done, job.timeoutMs());
    if (outcome.exit == Exit::Done)
        if (auto line = chatLine(live->reader(), chat)) job.printer.chat(*line);
    return outcome;
}

} // namespace kith::cli
