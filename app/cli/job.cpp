#include "app/cli/job.h"
#include "app/common/account_session.h"
#include "core/base/limits.h"

#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

constexpr int usersAsked = 50;

QString unknownChat(const QString &typed)
{
    return u"There is no chat \"%1\" on this device; `kith-cli chats` lists them."_s.arg(onOneLine(typed));
}

/// On stderr in words, and as an object of its own for scripts.
void tellRescue(const Job &job, Live &live)
{
    const auto report = live.rescued();
    if (!report) return;
    std::fprintf(stderr, "kith-cli: %s\n", rescueText(*report).toUtf8().constData());
    job.printer.rescued(*report);
    live.told();
}

} // namespace

Result<Shelf> openShelf(const Job &job)
{
    auto account = job.account();
    if (!account) return account.error();
    const QString file = job.profile.mirrorFile(account->id);
    if (!QFile::exists(file))
        return Error{Errc::NotFound,
                     u"Nothing is held yet for %1: there is no %2."_s.arg(account->login, file)};
    auto reader = openReader(job.profile, *account);
    if (!reader) {
        if (reader.error().code == Errc::Corrupt) *job.damage = reader.error().what;
        return reader.error();
    }
    (*reader)->setOnDamage([damage = job.damage](const Error &error) { *damage = error.what; });
    return Shelf{*account, std::move(*reader)};
}

Result<std::shared_ptr<Live>> openLive(const Job &job, bool online)
{
    if (job.live) return job.live;
    auto account = job.account();
    if (!account) return account.error();
    auto live = Live::open(job.profile, *account, job.secrets, job.interrupt, job.damage);
    if (!live) return live.error();
    tellRescue(job, **live);
    if (online) (*live)->goOnline();
    return std::shared_ptr<Live>(std::move(*live));
}

Status mend(const Job &job)
{
    auto account = job.account();
    if (!account) return account.error();
    const QString damage = std::exchange(*job.damage, QString());
    auto live = Live::open(job.profile, *account, job.secrets, job.interrupt, job.damage, damage);
    if (!live) return live.error();
    tellRescue(job, **live);
    return ok();
}

Result<ChatLine> chatLine(Reader &reader, const ChatId &chat)
{
    auto summary = reader.chat(chat);
    if (!summary) return summary.error();
    ChatLine line{*summary, {}};
    if (summary->peer) {
        auto peer = reader.user(summary->peer);
        if (!peer) return peer.error();
        if (*peer) line.login = (*peer)->login;
    }
    return line;
}

LoginOf loginsFrom(Reader &reader, const Account &account)
{
    // Few people write many messages: each is looked up once.
    auto known = std::make_shared<QHash<UserId, QString>>();
    known->insert(account.user, account.login);
    return [&reader, known](const UserId &user) {
        const auto found = known->constFind(user);
        if (found != known->constEnd()) return *found;
        auto info = reader.user(user);
        if (!info || !*info) return QString();
        known->insert(user, (*info)->login);
        return (*info)->login;
    };
}

Result<MessageLine> messageLine(Reader &reader, const Account &account, const Message &message)
{
    auto chat = reader.chat(message.chat);
    if (!chat) return chat.error();
    return lineOf(message, chat->seen, loginsFrom(reader, account));
}

Result<std::vector<ChatName>> chatNames(Reader &reader)
{
    auto places = reader.chatPlaces();
    if (!places) return places.error();
    std::vector<ChatName> names;
    names.reserve(places->size());
    for (const ChatPlace &place : *places) {
        auto line = chatLine(reader, place.chat);
        if (!line) return line.error();
        const ChatSummary &chat = line->chat;
        names.push_back({chat.chat, chat.kind, chat.title, chat.peer, line->login, chat.left, chat.creating});
    }
    return names;
}

Result<ChatId> chatNamed(Reader &reader, const QString &typed)
{
    auto names = chatNames(reader);
    if (!names) return names.error();
    const FoundChat found = findChat(typed, *names);
    if (const auto *chat = std::get_if<ChatId>(&found)) return *chat;
    if (const auto *many = std::get_if<ManyNames>(&found))
        return Error{Errc::BadInput, manyNamesText(typed, *many)};
    return Error{Errc::NotFound, unknownChat(typed)};
}

Result<UserInfo> userNamed(Live &live, const QString &typed, qint64 ms)
{
    if (const auto id = UserId::fromText(typed.toLatin1())) {
        auto user = live.reader().user(*id);
        if (!user) return user.error();
        if (*user) return **user;
    }
    const QString login = withoutAt(typed);
    auto known = live.reader().knownUsers(login, usersAsked);
    if (!known) return known.error();
    if (auto user = findUser(typed, *known)) return *user;

    auto asked = live.findUsers(login, ms);
    if (!asked)
        return Error{asked.error().code,
                     u"@%1 is not known on this device, and asking needs the server. %2"_s.arg(
                         onOneLine(login), asked.error().what)};
    if (auto user = findUser(typed, {asked->begin(), asked->end()})) return *user;
    return Error{Errc::NotFound, u"Nobody on this server is called @%1."_s.arg(onOneLine(login))};
}

Result<Message> messageNamed(Reader &reader, const QString &typed)
{
    const auto mid = Mid::fromText(typed.toLatin1());
    if (!mid) return Error{Errc::BadInput, u"\"%1\" is not the id of a message."_s.arg(onOneLine(typed))};
    auto message = reader.message(*mid);
    if (!message) return message.error();
    if (!*message)
        return Error{Errc::NotFound, u"The message %1 is not held on this device."_s.arg(onOneLine(typed))};
    return std::move(**message);
}

} // namespace kith::cli
