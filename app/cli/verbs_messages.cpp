#include "app/cli/content.h"
#include "app/cli/files.h"
#include "app/cli/follow.h"
#include "app/cli/text_input.h"
#include "core/base/limits.h"

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

/// An open account and the message that the verb is about.
struct Subject {
    std::shared_ptr<Live> live;
    Message message;
};

Result<Subject> subjectOf(const Job &job)
{
    auto live = openLive(job);
    if (!live) return live.error();
    auto message = messageNamed((*live)->reader(), job.args.words[0]);
    if (!message) return message.error();
    return Subject{std::move(*live), std::move(*message)};
}

Outcome follow(const Job &job, Live &live, const Mid &mid)
{
    const QString wait = job.args.value(u"wait"_s);
    return followMessage(live, job.printer, mid, stageFrom(wait), !wait.isEmpty(), job.timeoutMs());
}

/// Answered when the settings have gone to the server; hidden at once.
Outcome deleteForMe(const Job &job, Subject &subject)
{
    Live &live = *subject.live;
    const Message &message = subject.message;
    const bool on = !job.args.has(u"off"_s);
    NewItems items(live, ChatId{});
    live.commands().deleteForMe(message.chat, message.row.mid, on);
    const auto done = [&] {
        const auto now = live.reader().message(message.row.mid);
        return now && (*now ? (*now)->hidden == on : on);
    };
    const Outcome outcome = followItems(live, items, done, job.timeoutMs());
    if (outcome.exit != Exit::Done) return outcome;
    if (on)
        job.printer.gone(message.chat, message.row.mid);
    else if (auto line = messageLine(live.reader(), live.account(), message))
        job.printer.message(*line);
    return outcome;
}

bool mineIs(const Message &message, const QString &emoji, bool on)
{
    for (const ReactionCount &one : message.reactions)
        if (one.emoji == emoji) return one.mine == on;
    return !on;
}

} // namespace

Result<ChatId> chatFor(Live &live, const QString &typed, qint64 ms)
{
    auto names = chatNames(live.reader());
    if (!names) return names.error();
    const FoundChat found = findChat(typed, *names);
    if (const auto *chat = std::get_if<ChatId>(&found)) return *chat;
    if (const auto *many = std::get_if<ManyNames>(&found))
        return Error{Errc::BadInput, manyNamesText(typed, *many)};
    auto user = userNamed(live, typed, ms);
    if (!user) return user.error();
    if (user->user == live.account().user)
        return Error{Errc::BadInput, u"@%1 is the account itself."_s.arg(user->login)};
    auto direct = live.reader().directChatWith(user->user);
    if (!direct) return direct.error();
    if (*direct) return **direct;
    const ChatId chat = live.mint().chat();
    live.commands().createDirect(chat, *user);
    return chat;
}

Outcome runSend(Job &job)
{
    const QStringList files = job.args.lists.value(u"file"_s);
    const QString typed = job.args.words.value(1, job.args.value(u"caption"_s));
    if (const QString fault = faultOfFiles(files); !fault.isEmpty()) return {Exit::BadData, fault};
    auto text = files.isEmpty() || typed == u"-" ? messageText(typed, stdin) : Result<QString>(typed);
    if (!text) return failed(text.error());
    auto live = openLive(job);
    if (!live) return failed(live.error());
    auto chat = chatFor(**live, job.args.words[0], job.timeoutMs());
    if (!chat) return failed(chat.error());
    const Mid mid = (*live)->mint().mid();
    if (!files.isEmpty() && !job.args.value(u"at"_s).isEmpty())
        return {Exit::BadData, u"Only a text can be sent later, not files."_s};
    if (!files.isEmpty()) return sendFiles(job, **live, *chat, mid, files, *text);
    auto out = outgoingOf(job, **live, *text);
    if (!out) return failed(out.error());
    auto when = momentOf(job, **live);
    if (!when) return failed(when.error());
    if (*when) return scheduleText(job, **live, *chat, mid, *out, **when);
    (*live)->commands().send(*chat, mid, *out);
    return follow(job, **live, mid);
}

Outcome runReply(Job &job)
{
    auto text = messageText(job.args.words[1], stdin);
    if (!text) return failed(text.error());
    auto subject = subjectOf(job);
    if (!subject) return failed(subject.error());
    const Mid mid = subject->live->mint().mid();
    auto out = outgoingOf(job, *subject->live, *text);
    if (!out) return failed(out.error());
    out->reply = subject->message.row.mid;
    subject->live->commands().send(subject->message.chat, mid, *out);
    return follow(job, *subject->live, mid);
}

Outcome runEdit(Job &job)
{
    auto text = messageText(job.args.words[1], stdin);
    if (!text) return failed(text.error());
    auto subject = subjectOf(job);
    if (!subject) return failed(subject.error());
    const Message &message = subject->message;
    if (!message.mine) return {Exit::NotAllowed, u"Only its sender may edit a message."_s};
    if (message.row.dead) return {Exit::NotAllowed, u"The message is deleted."_s};
    auto out = outgoingOf(job, *subject->live, *text);
    if (!out) return failed(out.error());
    const QString wanted = out->text.trimmed();
    subject->live->commands().edit(message.chat, message.row.mid, *out);
    const auto applied = [&](const std::optional<Message> &now) { return now && now->row.body == wanted; };
    return followChange(*subject->live, job.printer, message, applied, job.timeoutMs());
}

Outcome runDelete(Job &job)
{
    auto subject = subjectOf(job);
    if (!subject) return failed(subject.error());
    const Message &message = subject->message;
    if (job.args.has(u"for-me"_s)) return deleteForMe(job, *subject);
    subject->live->commands().deleteForAll(message.chat, message.row.mid);
    const auto applied = [](const std::optional<Message> &now) { return !now || now->row.dead; };
    return followChange(*subject->live, job.printer, message, applied, job.timeoutMs());
}

Outcome runReact(Job &job)
{
    const QString emoji = job.args.words[1];
    const bool on = !job.args.has(u"off"_s);
    if (emoji.trimmed().isEmpty() || emoji.toUtf8().size() > limits::emojiBytes)
        return {Exit::BadData, u"The reaction is empty or longer than %1 bytes."_s.arg(limits::emojiBytes)};
    auto subject = subjectOf(job);
    if (!subject) return failed(subject.error());
    const Message &message = subject->message;
    subject->live->commands().react(message.chat, message.row.mid, emoji, on);
    const auto applied = [&](const std::optional<Message> &now) { return now && mineIs(*now, emoji, on); };
    return followChange(*subject->live, job.printer, message, applied, job.timeoutMs());
}

Outcome runRetry(Job &job)
{
    auto subject = subjectOf(job);
    if (!subject) return failed(subject.error());
    const Message &message = subject->message;
    if (message.refusedCode.isEmpty() && message.state != MessageState::Refused)
        return {Exit::BadData, u"The message was not refused."_s};
    Live &live = *subject->live;
    const quint64 commits = live.commits();
    live.commands().retry(message.chat, message.row.mid);
    const Ended queued =
        live.waitUntil([&] { return live.commits() > commits; }, {.ms = job.timeoutMs(), .untilAway = false});
    if (queued != Ended::Met && queued != Ended::Shut) return outcomeOf(queued, live, false);
    return followMessage(live, job.printer, message.row.mid, Stage::Sent, false, job.timeoutMs());
}

Outcome runDiscard(Job &job)
{
    auto subject = subjectOf(job);
    if (!subject) return failed(subject.error());
    const Message &message = subject->message;
    if (message.refusedCode.isEmpty() && message.state != MessageState::Refused)
        return {Exit::BadData, u"The message was not refused; `kith-cli delete` takes it back."_s};
    Live &live = *subject->live;
    live.commands().discard(message.chat, message.row.mid);
    std::optional<Message> now = message;
    const auto given = [&] {
        if (auto read = live.reader().message(message.row.mid)) now = std::move(*read);
        return !now || (now->state != MessageState::Refused && now->refusedCode.isEmpty());
    };
    const Ended ended = live.waitUntil(given, {.ms = job.timeoutMs(), .untilAway = false});
    if (!given()) return outcomeOf(ended, live, false);
    if (!now) {
        job.printer.gone(message.chat, message.row.mid);
    } else if (auto line = messageLine(live.reader(), live.account(), *now)) {
        job.printer.progress(*line);
    }
    return {};
}

} // namespace kith::cli
