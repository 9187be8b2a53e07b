#include "app/cli/follow.h"
#include "core/base/limits.h"

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

struct InChat {
    std::shared_ptr<Live> live;
    ChatSummary chat;
};

Result<InChat> inChat(const Job &job)
{
    auto live = openLive(job);
    if (!live) return live.error();
    auto chat = chatNamed((*live)->reader(), job.args.words[0]);
    if (!chat) return chat.error();
    auto summary = (*live)->reader().chat(*chat);
    if (!summary) return summary.error();
    return InChat{std::move(*live), std::move(*summary)};
}

Result<InChat> inGroup(const Job &job)
{
    auto in = inChat(job);
    if (!in) return in.error();
    if (in->chat.kind != ChatKind::Group)
        return Error{Errc::BadInput, u"This is a direct chat, not a group."_s};
    return in;
}

void printChat(Live &live, Printer &printer, const ChatId &chat)
{
    if (auto line = chatLine(live.reader(), chat)) printer.chat(*line);
}

bool isPresent(Live &live, const ChatId &chat, const UserId &user)
{
    const auto members = live.reader().members(chat, limits::groupMembers);
    if (!members) return false;
    for (const Member &member : *members)
        if (member.user == user) return !member.left;
    return false;
}

/// Adding and removing end the same way: the member list shows it, or the server said no.
Outcome followMembership(const Job &job, InChat &in, NewItems &items, const std::function<bool()> &done)
{
    const Outcome outcome = followItems(*in.live, items, done, job.timeoutMs());
    if (outcome.exit == Exit::Done) printChat(*in.live, job.printer, in.chat.chat);
    return outcome;
}

} // namespace

Outcome runRead(Job &job)
{
    auto in = inChat(job);
    if (!in) return failed(in.error());
    Live &live = *in->live;
    const ChatId chat = in->chat.chat;
    const Seq upTo{std::min(job.args.number(u"upto"_s, in->chat.head.value), in->chat.head.value)};
    const auto marked = [&] {
        const auto now = live.reader().chat(chat);
        return now && now->seen >= upTo;
    };
    if (!marked()) {
        live.commands().markSeen(chat, upTo);
        const Ended saved = live.waitUntil(marked, {.ms = job.timeoutMs(), .untilAway = false});
        if (!marked()) return outcomeOf(saved, live, false);
    }
    const auto told = [&live] {
        const auto status = live.reader().status();
        return status && status->receiptsWaiting == 0;
    };
    const Ended ended = live.waitUntil(told, {.ms = job.timeoutMs(), .untilAway = true});
    printChat(live, job.printer, chat);
    return outcomeOf(ended, live, true);
}

Outcome runGroup(Job &job)
{
    const QString title = job.args.words[0].trimmed();
    if (title.isEmpty() || title.size() > limits::titleChars)
        return {Exit::BadData, u"The title is empty or longer than %1 characters."_s.arg(limits::titleChars)};
    auto live = openLive(job);
    if (!live) return failed(live.error());
    std::vector<UserInfo> members;
    for (const QString &typed : job.args.words.mid(1)) {
        auto user = userNamed(**live, typed, job.timeoutMs());
        if (!user) return failed(user.error());
        const auto same = [&](const UserInfo &other) { return other.user == user->user; };
        if (user->user != (*live)->account().user && std::none_of(members.begin(), members.end(), same))
            members.push_back(*user);
    }
    if (members.size() > size_t(limits::newMembers))
        return {Exit::BadData, u"A new group takes at most %1 people."_s.arg(limits::newMembers)};
    const ChatId chat = (*live)->mint().chat();
    NewItems items(**live, chat);
    (*live)->commands().createGroup(chat, title, members);
    const auto created = [&] {
        const auto now = (*live)->reader().chat(chat);
        return now && !now->creating;
    };
    const Outcome outcome = followItems(**live, items, created, job.timeoutMs());
    if (outcome.exit == Exit::Done) printChat(**live, job.printer, chat);
    return outcome;
}

Outcome runAdd(Job &job)
{
    auto in = inGroup(job);
    if (!in) return failed(in.error());
    auto user = userNamed(*in->live, job.args.words[1], job.timeoutMs());
    if (!user) return failed(user.error());
    NewItems items(*in->live, in->chat.chat);
    in->live->commands().addMember(in->chat.chat, *user);
    return followMembership(job, *in, items, [&] { return isPresent(*in->live, in->chat.chat, user->user); });
}

Outcome runRemove(Job &job)
{
    auto in = inGroup(job);
    if (!in) return failed(in.error());
    auto user = userNamed(*in->live, job.args.words[1], job.timeoutMs());
    if (!user) return failed(user.error());
    if (!isPresent(*in->live, in->chat.chat, user->user))
        return {Exit::BadData, u"@%1 is not in this group."_s.arg(onOneLine(user->login))};
    NewItems items(*in->live, in->chat.chat);
    in->live->commands().removeMember(in->chat.chat, user->user);
    return followMembership(job, *in, items,
                            [&] { return !isPresent(*in->live, in->chat.chat, user->user); });
}

Outcome runLeave(Job &job)
{
    auto in = inGroup(job);
    if (!in) return failed(in.error());
    NewItems items(*in->live, in->chat.chat);
    in->live->commands().leaveChat(in->chat.chat);
    return followMembership(job, *in, items, [&] {
        const auto now = in->live->reader().chat(in->chat.chat);
        return !now || now->left;
    });
}

} // namespace kith::cli
