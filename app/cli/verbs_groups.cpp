#include "app/cli/follow.h"
#include "core/base/limits.h"
#include "core/wire/account_care.h"
#include "core/wire/group_values.h"

#include <QFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

struct InGroup {
    std::shared_ptr<Live> live;
    ChatId chat;
};

Result<InGroup> inGroup(const Job &job)
{
    auto live = openLive(job);
    if (!live) return live.error();
    auto chat = chatNamed((*live)->reader(), job.args.words[0]);
    if (!chat) return chat.error();
    auto info = (*live)->reader().group(*chat);
    if (!info && info.error().code == Errc::NotFound)
        return Error{Errc::BadInput, u"This is a direct chat, not a group."_s};
    if (!info) return info.error();
    return InGroup{std::move(*live), *chat};
}

Outcome print(const Job &job, Live &live, const ChatId &chat)
{
    auto info = live.reader().group(chat);
    if (!info) return failed(info.error());
    auto summary = live.reader().chat(chat);
    if (!summary) return failed(summary.error());
    job.printer.group({chat, summary->title, summary->members, *info});
    return {};
}

/// The member of a group as it is held here.
std::optional<Member> memberIn(Live &live, const ChatId &chat, const UserId &user)
{
    const auto members = live.reader().members(chat, limits::groupMembers);
    if (members)
        for (const Member &member : *members)
            if (member.user == user) return member;
    return std::nullopt;
}

/// "on" or "off"; nullopt and `wrong` for anything else.
std::optional<bool> switchFrom(const QString &word, const char *on, const char *off, bool &wrong)
{
    if (word.isEmpty()) return std::nullopt;
    if (word == QLatin1StringView(on)) return true;
    wrong = wrong || word != QLatin1StringView(off);
    return false;
}

Result<GroupChange> changeFrom(const Arguments &args)
{
    GroupChange change;
    bool wrong = false;
    change.set.channel = switchFrom(args.value(u"channel"_s), "on", "off", wrong);
    if (wrong) return Error{Errc::BadInput, u"--channel is \"on\" or \"off\"."_s};
    change.set.fromJoining = switchFrom(args.value(u"history"_s), "joining", "all", wrong);
    if (wrong) return Error{Errc::BadInput, u"--history is \"all\" or \"joining\"."_s};
    if (args.values.contains(u"about"_s)) change.set.about = args.value(u"about"_s);
    if (const QString slow = args.value(u"slow"_s); !slow.isEmpty()) {
        const int seconds = slow.toInt(&wrong);
        if (!wrong || seconds < 0 || seconds > limits::slowMaxSeconds)
            return Error{Errc::BadInput,
                         u"--slow is a number of seconds, 0 to %1."_s.arg(limits::slowMaxSeconds)};
        change.set.slowSeconds = seconds;
    }
    const QString path = args.value(u"picture"_s);
    if (path == u"none") change.picture = QByteArray();
    if (path.isEmpty() || path == u"none") return change;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Errc::BadInput, u"%1 cannot be read: %2."_s.arg(path, file.errorString())};
    change.picture = file.read(limits::avatarBytes + 1);
    if (wire::pictureType(*change.picture).isEmpty() || change.picture->size() > limits::avatarBytes)
        return Error{Errc::BadInput, u"%1 is not a PNG, JPEG or WebP of at most %2 bytes."_s.arg(path).arg(
                                         limits::avatarBytes)};
    return change;
}

bool isSet(Live &live, const ChatId &chat, const GroupChange &change, const AvatarId &before)
{
    const auto now = live.reader().group(chat);
    if (!now) return false;
    const GroupSettings &is = now->set, &want = change.set;
    if (want.about && is.about.value_or(QString()) != want.about->trimmed()) return false;
    if (want.channel && is.channel.value_or(false) != *want.channel) return false;
    if (want.fromJoining && is.fromJoining.value_or(false) != *want.fromJoining) return false;
    if (want.slowSeconds && is.slowSeconds.value_or(0) != *want.slowSeconds) return false;
    return !change.picture || (change.picture->isEmpty() ? !is.avatar : is.avatar && is.avatar != before);
}

bool isPinned(Live &live, const ChatId &chat, const Mid &mid)
{
    const auto now = live.reader().group(chat);
    return now && std::find(now->set.pins.begin(), now->set.pins.end(), mid) != now->set.pins.end();
}

Outcome outcomeOf(const Error &error)
{
    return error.code == Errc::Refused ? refusedBy(error.what) : failed(error);
}

/// Asks page after page; `next` makes the question for what follows an answer.
Outcome askAll(const Job &job, Live &live, GroupWish wish,
               const std::function<void(const GroupAnswer &, GroupWish &)> &next)
{
    for (bool more = true; more;) {
        const auto answer = live.askGroup(wish, job.timeoutMs());
        if (!answer) return outcomeOf(answer.error());
        next(*answer, wish);
        more = answer->more && !job.printer.broken();
    }
    return {};
}

} // namespace

Outcome runGroupSet(Job &job)
{
    auto change = changeFrom(job.args);
    if (!change) return failed(change.error());
    const QString title = job.args.value(u"title"_s).trimmed();
    if (job.args.values.contains(u"title"_s) && (title.isEmpty() || title.size() > limits::titleChars))
        return {Exit::BadData, u"The title is empty or longer than %1 characters."_s.arg(limits::titleChars)};
    auto in = inGroup(job);
    if (!in) return failed(in.error());
    if (!title.isEmpty()) {
        NewItems items(*in->live, in->chat);
        in->live->commands().setTitle(in->chat, title);
        const auto done = [&] {
            const auto now = in->live->reader().chat(in->chat);
            return now && now->title == title;
        };
        if (auto told = followItems(*in->live, items, done, job.timeoutMs()); told.exit != Exit::Done)
            return told;
    }
    const GroupSettings &set = change->set;
    if (set.about || set.channel || set.fromJoining || set.slowSeconds || change->picture) {
        NewItems items(*in->live, in->chat);
        const auto before = in->live->reader().group(in->chat);
        in->live->commands().changeGroup(in->chat, *change);
        const auto done = [&] {
            return isSet(*in->live, in->chat, *change, before ? before->set.avatar : AvatarId{});
        };
        if (auto told = followItems(*in->live, items, done, job.timeoutMs()); told.exit != Exit::Done)
            return told;
    }
    return print(job, *in->live, in->chat);
}

Outcome runPin(Job &job)
{
    auto live = openLive(job);
    if (!live) return failed(live.error());
    auto message = messageNamed((*live)->reader(), job.args.words[0]);
    if (!message) return failed(message.error());
    const ChatId chat = message->chat;
    if (!(*live)->reader().group(chat))
        return {Exit::BadData, u"Only messages of groups are pinned for everybody."_s};
    const bool off = job.args.has(u"off"_s);
    GroupChange change;
    (off ? change.unpin : change.pin) = message->row.mid;
    NewItems items(**live, chat);
    (*live)->commands().changeGroup(chat, change);
    const auto done = [&] { return isPinned(**live, chat, message->row.mid) != off; };
    if (auto told = followItems(**live, items, done, job.timeoutMs()); told.exit != Exit::Done) return told;
    return print(job, **live, chat);
}

Outcome runBan(Job &job)
{
    auto in = inGroup(job);
    if (!in) return failed(in.error());
    auto user = userNamed(*in->live, job.args.words[1], job.timeoutMs());
    if (!user) return failed(user.error());
    const bool off = job.args.has(u"off"_s);
    NewItems items(*in->live, in->chat);
    in->live->commands().changeMember(in->chat, user->user, off ? MemberChange::Unban : MemberChange::Ban);
    const auto done = [&] {
        const auto now = memberIn(*in->live, in->chat, user->user);
        return now && now->facts.banned != off;
    };
    const Outcome told = followItems(*in->live, items, done, job.timeoutMs());
    if (told.exit != Exit::Done) return told;
    if (const auto member = memberIn(*in->live, in->chat, user->user)) job.printer.member(in->chat, *member);
    return told;
}

Outcome runRole(Job &job)
{
    const QString role = job.args.words[2];
    if (role != u"owner" && role != u"admin" && role != u"member")
        return {Exit::BadData, u"A role is \"owner\", \"admin\" or \"member\"."_s};
    auto in = inGroup(job);
    if (!in) return failed(in.error());
    auto user = userNamed(*in->live, job.args.words[1], job.timeoutMs());
    if (!user) return failed(user.error());
    NewItems items(*in->live, in->chat);
    if (role == u"owner")
        in->live->commands().changeMember(in->chat, user->user, MemberChange::HandOver);
    else
        in->live->commands().setRole(in->chat, user->user, role == u"admin" ? Role::Admin : Role::Member);
    const auto done = [&] {
        const auto now = memberIn(*in->live, in->chat, user->user);
        return now && !now->left && roleText(now->role) == role;
    };
    const Outcome told = followItems(*in->live, items, done, job.timeoutMs());
    if (told.exit != Exit::Done) return told;
    if (const auto member = memberIn(*in->live, in->chat, user->user)) job.printer.member(in->chat, *member);
    return told;
}

Outcome runInvite(Job &job)
{
    auto in = inGroup(job);
    if (!in) return failed(in.error());
    GroupWish wish;
    wish.what = GroupWish::What::NewInvite;
    wish.chat = in->chat;
    if (const qint64 hours = job.args.number(u"hours"_s, 0))
        wish.untilMs = in->live->serverMs() + hours * 3'600'000;
    wish.uses = int(std::min<qint64>(job.args.number(u"uses"_s, 0), limits::groupMembers));
    if (const QString code = job.args.value(u"revoke"_s); !code.isEmpty()) {
        wish.what = GroupWish::What::RevokeInvite;
        wish.code = code.toLatin1();
    } else if (job.args.has(u"list"_s)) {
        wish.what = GroupWish::What::Invites;
    }
    const auto answer = in->live->askGroup(wish, job.timeoutMs());
    if (!answer) return outcomeOf(answer.error());
    const LoginOf logins = loginsFrom(in->live->reader(), in->live->account());
    for (const Invite &invite : answer->invites) job.printer.invite({invite, logins(invite.by)});
    return {};
}

Outcome runJoin(Job &job)
{
    GroupWish wish;
    wish.what = GroupWish::What::Join;
    wish.code = job.args.words[0].trimmed().toLatin1();
    if (wish.code.isEmpty() || wish.code.size() > limits::inviteCodeChars)
        return {Exit::BadData, u"This is not the code of an invite."_s};
    auto live = openLive(job);
    if (!live) return failed(live.error());
    const auto answer = (*live)->askGroup(wish, job.timeoutMs());
    if (!answer) return outcomeOf(answer.error());
    const auto held = [&] {
        const auto info = (*live)->reader().group(answer->chat);
        return info && info->present;
    };
    const Ended ended = (*live)->waitUntil(held, {.ms = job.timeoutMs(), .untilAway = true});
    if (!held()) return kith::cli::outcomeOf(ended, **live, false);
    return print(job, **live, answer->chat);
}

Outcome runGroupLog(Job &job)
{
    auto in = inGroup(job);
    if (!in) return failed(in.error());
    const LoginOf logins = loginsFrom(in->live->reader(), in->live->account());
    GroupWish wish;
    wish.what = GroupWish::What::Log;
    wish.chat = in->chat;
    qint64 left = job.args.number(u"limit"_s, limits::logLines);
    return askAll(job, *in->live, wish, [&](const GroupAnswer &answer, GroupWish &next) {
        for (const GroupLogLine &line : answer.log) {
            if (left-- > 0) job.printer.logLine({in->chat, line, logins(line.by), logins(line.user)});
            next.before = line.n;
        }
    });
}

/// All members of a group, also of one so large that this device holds few of them.
Outcome askMembers(Job &job)
{
    auto in = inGroup(job);
    if (!in) return failed(in.error());
    GroupWish wish;
    wish.what = job.args.has(u"banned"_s) ? GroupWish::What::Banned : GroupWish::What::Members;
    wish.chat = in->chat;
    return askAll(job, *in->live, wish, [&](const GroupAnswer &answer, GroupWish &next) {
        for (const MemberRow &row : answer.members) {
            next.after = row.user;
            job.printer.member(in->chat, {row.user,
                                          row.login,
                                          row.name,
                                          row.role,
                                          row.left,
                                          {row.user, {}, {}},
                                          wire::memberFacts(row.extra)});
        }
    });
}

} // namespace kith::cli
