#include "app/cli/follow.h"
#include "core/base/clock.h"
#include "ui/text/story_words.h"

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

/// The connection as it is known by now; a moment is waited for a first try to succeed or fail.
std::optional<Connection> connectionOf(Live &live, qint64 ms)
{
    (void)live.waitUntil(
        [&] {
            const auto phase = live.connection().phase;
            return phase == Connection::Phase::Online || phase == Connection::Phase::Waiting;
        },
        {.ms = ms, .untilAway = true});
    return live.connection();
}

Outcome explainFrom(const Job &job, Reader &reader, const Account &account, const Mid &mid,
                    words::StoryNow now)
{
    auto story = reader.story(mid);
    if (!story) return failed(story.error());
    now.nowMs = SystemClock().wallMs();
    const QString login = story->held ? loginsFrom(reader, account)(story->row.sender) : QString();
    job.printer.story({account, *story, login, words::story(*story, now)});
    if (!story->held && story->notes.empty() && !(now.elsewhere && now.elsewhere->chat))
        return {Exit::BadData,
                u"The message %1 is not held on this device."_s.arg(QString::fromLatin1(mid.text()))};
    return {};
}

/// Of a message that is not held: what the server says.
void lookElsewhere(Live &live, const Mid &mid, words::StoryNow &now, qint64 ms)
{
    QObject::connect(&live.feed(), &Feed::found, &live, [&](const Whereabouts &found) {
        now.elsewhere = found;
        Q_EMIT live.moved();
    });
    live.commands().lookUp(1, mid);
    (void)live.waitUntil([&] { return now.elsewhere.has_value(); }, {.ms = ms, .untilAway = true});
    if (!now.elsewhere || !now.elsewhere->chat) return;
    if (auto chat = live.reader().chat(now.elsewhere->chat)) now.elsewhereTitle = chat->title;
}

Exit exitOf(const VerifyReport &report)
{
    using End = VerifyReport::End;
    if (report.end == End::TooOld) return Exit::Refused;
    if (report.end != End::Done) return Exit::Temporary;
    if (!report.agrees()) {
        for (const ChatVerdict &chat : report.chats) // what may be equal at the next call
            if (chat.how == ChatVerdict::How::Differs) return Exit::BadData;
        if (report.unreadable > 0 || (!report.local.clean() && !report.local.mended)) return Exit::BadData;
        return Exit::Temporary;
    }
    return report.complete() ? Exit::Done : Exit::Temporary;
}

} // namespace

Outcome runExplain(Job &job)
{
    const auto mid = Mid::fromText(job.args.words[0].toLatin1());
    if (!mid)
        return {Exit::BadData, u"\"%1\" is not the id of a message."_s.arg(onOneLine(job.args.words[0]))};
    words::StoryNow now;
    auto live = openLive(job);
    if (!live && live.error().code == Errc::Locked) { // the window has it: it does what has to be done
        auto shelf = openShelf(job);
        if (!shelf) return failed(shelf.error());
        return explainFrom(job, *shelf->reader, shelf->account, *mid, now);
    }
    if (!live) return failed(live.error());
    auto story = (*live)->reader().story(*mid);
    if (!story) return failed(story.error());
    QObject::connect(&(*live)->feed(), &Feed::laneWaits, live->get(),
                     [&](const ChatId &chat, qint64 untilMs, const QString &code) {
                         if (chat != story->chat) return;
                         now.laneUntilMs = untilMs;
                         now.laneWhy = code;
                     });
    now.connection = connectionOf(**live, job.timeoutMs(5));
    if (!story->held && now.connection->phase == Connection::Phase::Online)
        lookElsewhere(**live, *mid, now, job.timeoutMs(5));
    return explainFrom(job, (*live)->reader(), (*live)->account(), *mid, now);
}

Outcome runVerify(Job &job)
{
    auto live = openLive(job);
    if (!live) return failed(live.error());
    VerifyWish wish;
    wish.question = 1;
    wish.repair = !job.args.has(u"check"_s);
    if (const QString typed = job.args.value(u"chat"_s); !typed.isEmpty()) {
        auto chat = chatNamed((*live)->reader(), typed);
        if (!chat) return failed(chat.error());
        wish.chats = {*chat};
    }
    std::optional<VerifyReport> report;
    VerifyProgress progress;
    QObject::connect(&(*live)->feed(), &Feed::verified, live->get(), [&](const VerifyReport &r) {
        report = r;
        Q_EMIT(*live)->moved();
    });
    QObject::connect(&(*live)->feed(), &Feed::verifyProgress, live->get(),
                     [&](const VerifyProgress &p) { progress = p; });
    (*live)->commands().verify(wish);
    const Ended ended = (*live)->waitUntil([&] { return report.has_value(); },
                                           {.ms = job.timeoutMs(3'600), .untilAway = true});
    if (!report) {
        (*live)->commands().cancelVerify();
        const Outcome why = outcomeOf(ended, **live, false);
        return {why.exit == Exit::Done ? Exit::Temporary : why.exit,
                u"%1 %2 of %3 chats had been compared."_s.arg(why.what)
                    .arg(progress.chatsDone)
                    .arg(progress.chats)};
    }
    for (const ChatVerdict &chat : report->chats) {
        auto summary = (*live)->reader().chat(chat.chat);
        job.printer.chatVerdict({chat, summary ? summary->title : QString()});
    }
    for (const Difference &difference : report->differences) job.printer.difference(difference);
    job.printer.verdict(*report);
    const Exit exit = exitOf(*report);
    return {exit, exit == Exit::Done ? QString() : words::verdict(*report)};
}

} // namespace kith::cli
