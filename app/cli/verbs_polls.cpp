#include "app/cli/content.h"
#include "app/cli/follow.h"
#include "core/base/limits.h"
#include "core/wire/group_values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

struct PollHere {
    std::shared_ptr<Live> live;
    Message message; // with its poll
};

Result<PollHere> pollHere(const Job &job)
{
    auto live = openLive(job);
    if (!live) return live.error();
    auto message = messageNamed((*live)->reader(), job.args.words[0]);
    if (!message) return message.error();
    if (!message->poll) return Error{Errc::BadInput, u"This message is no poll."_s};
    return PollHere{std::move(*live), std::move(*message)};
}

/// The place of an option that is called by its number, from 1; nullopt = there is none.
std::optional<int> placeOf(const QString &word, const Poll &poll)
{
    bool good = false;
    const int number = word.toInt(&good);
    if (!good || number < 1 || number > int(poll.options.size())) return std::nullopt;
    return number - 1;
}

Error noSuchOption(const QString &word)
{
    return {Errc::BadInput, u"The poll has no option %1: they are numbered from 1."_s.arg(word)};
}

std::optional<Message> messageNow(Live &live, const Mid &mid)
{
    auto now = live.reader().message(mid);
    return now ? std::move(*now) : std::nullopt;
}

Outcome printed(const Job &job, Live &live, const Mid &mid, const Outcome &outcome)
{
    const auto now = messageNow(live, mid);
    if (outcome.exit != Exit::Done || !now) return outcome;
    if (auto line = messageLine(live.reader(), live.account(), *now)) job.printer.message(*line);
    return outcome;
}

} // namespace

Outcome runPoll(Job &job)
{
    Poll poll;
    poll.multiple = job.args.has(u"multiple"_s);
    poll.anonymous = job.args.has(u"anonymous"_s);
    for (const QString &word : job.args.words.mid(2)) {
        const QString text = word.trimmed();
        if (text.isEmpty() || text.toUtf8().size() > limits::pollOptionBytes)
            return {Exit::BadData,
                    u"An option is empty or longer than %1 bytes."_s.arg(limits::pollOptionBytes)};
        poll.options.push_back({text, 0, false});
    }
    if (int(poll.options.size()) < limits::pollMinOptions ||
        int(poll.options.size()) > limits::pollMaxOptions)
        return {Exit::BadData,
                u"A poll has %1 to %2 options."_s.arg(limits::pollMinOptions).arg(limits::pollMaxOptions)};
    auto live = openLive(job);
    if (!live) return failed(live.error());
    auto chat = chatFor(**live, job.args.words[0], job.timeoutMs());
    if (!chat) return failed(chat.error());
    OutgoingText question;
    question.text = job.args.words[1];
    question.silent = job.args.has(u"silent"_s);
    const Mid mid = (*live)->mint().mid();
    (*live)->commands().sendPoll(*chat, mid, question, poll);
    const QString wait = job.args.value(u"wait"_s);
    return followMessage(**live, job.printer, mid, stageFrom(wait), !wait.isEmpty(), job.timeoutMs());
}

Outcome runVote(Job &job)
{
    auto here = pollHere(job);
    if (!here) return failed(here.error());
    auto &[live, message] = *here;
    std::vector<int> options;
    for (const QString &word : job.args.words.mid(1)) {
        const auto place = placeOf(word, *message.poll);
        if (!place) return failed(noSuchOption(word));
        options.push_back(*place);
    }
    const bool off = job.args.has(u"off"_s);
    if (off != options.empty())
        return {Exit::BadData, u"Name the options by their numbers, or take your vote back with --off."_s};
    if (!message.poll->multiple && options.size() > 1)
        return {Exit::BadData, u"This poll takes one option."_s};
    if (message.poll->closed) return {Exit::NotAllowed, u"The poll is closed."_s};
    NewItems items(*live, ChatId{});
    live->commands().vote(message.chat, message.row.mid, options);
    const auto counts = [&] { // a vote that is refused is the user's no more
        const auto now = messageNow(*live, message.row.mid);
        if (!now || !now->poll) return false;
        for (size_t i = 0; i < now->poll->options.size(); ++i)
            if (now->poll->options[i].mine !=
                (std::find(options.begin(), options.end(), int(i)) != options.end()))
                return false;
        return true;
    };
    return printed(job, *live, message.row.mid, followItems(*live, items, counts, job.timeoutMs()));
}

Outcome runClosePoll(Job &job)
{
    auto here = pollHere(job);
    if (!here) return failed(here.error());
    auto &[live, message] = *here;
    NewItems items(*live, message.chat);
    if (!message.poll->closed) live->commands().closePoll(message.chat, message.row.mid);
    const auto closed = [&] {
        const auto now = messageNow(*live, message.row.mid);
        return now && now->poll && now->poll->closed;
    };
    return printed(job, *live, message.row.mid, followItems(*live, items, closed, job.timeoutMs()));
}

Outcome runVoters(Job &job)
{
    auto here = pollHere(job);
    if (!here) return failed(here.error());
    const auto place = placeOf(job.args.words[1], *here->message.poll);
    if (!place) return failed(noSuchOption(job.args.words[1]));
    if (here->message.poll->anonymous) return {Exit::NotAllowed, u"The poll is anonymous."_s};
    GroupWish wish;
    wish.what = GroupWish::What::Voters;
    wish.chat = here->message.chat;
    wish.poll = here->message.row.mid;
    wish.option = *place;
    for (bool more = true; more;) {
        const auto answer = here->live->askGroup(wish, job.timeoutMs());
        if (!answer)
            return answer.error().code == Errc::Refused ? refusedBy(answer.error().what)
                                                        : failed(answer.error());
        for (const MemberRow &row : answer->members) {
            wish.after = row.user;
            job.printer.member(wish.chat, {row.user,
                                           row.login,
                                           row.name,
                                           row.role,
                                           row.left,
                                           {row.user, {}, {}},
                                           wire::memberFacts(row.extra)});
        }
        more = answer->more && !answer->members.empty();
    }
    return {};
}

} // namespace kith::cli
