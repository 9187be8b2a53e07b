#include "app/cli/awaited.h"
#include "app/cli/follow.h"
#include "app/cli/job.h"
#include "app/cli/text_input.h"
#include "core/wire/state_value.h"
#include "sync/account_api.h"
#include "sync/secrets.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

/// A signed-in account whose HTTP API may be asked. While it lives no other program has the account open: two
/// that trade the same refresh token would look like a thief to the server.
struct Desk {
    Account account;
    std::unique_ptr<QLockFile> lock;
    std::unique_ptr<AccountApi> api;
    QByteArray access;
};

Error errorOf(const ApiFault &fault)
{
    return {fault.kind == ApiFault::Kind::Refused ? Errc::Refused : fault.errc(),
            fault.kind == ApiFault::Kind::Refused ? fault.code : fault.what};
}

Result<Desk> openDesk(const Job &job)
{
    auto account = job.account();
    if (!account) return account.error();
    auto lock = job.profile.lock(account->id);
    if (!lock) return lock.error();
    Desk desk{*account, std::move(*lock), std::make_unique<AccountApi>(account->server), {}};
    const QString key = Profile::secretKey(*account);
    const auto secret = awaited<Result<QByteArray>>(
        [&](std::function<void(Result<QByteArray>)> done) { job.secrets.read(key, std::move(done)); });
    if (!secret) return secret.error();
    const auto answer = awaited<ApiResult<wire::Tokens>>(
        [&](AccountApi::Done<wire::Tokens> done) { desk.api->refresh(*secret, std::move(done)); });
    if (const auto *fault = std::get_if<ApiFault>(&answer)) return errorOf(*fault);
    const auto &tokens = std::get<wire::Tokens>(answer);
    if (!tokens.refresh.isEmpty()) {
        // Not stored: the old one goes on working, so nothing is lost.
        const auto kept = awaited<Status>([&](std::function<void(Status)> done) {
            job.secrets.write(key, tokens.refresh, std::move(done));
        });
        if (!kept) return kept.error();
    }
    desk.access = tokens.access;
    return desk;
}

/// The server's refusals in words.
Outcome refused(const Error &error)
{
    if (error.code != Errc::Refused) return failed(error);
    const QString code = onOneLine(error.what);
    if (code == u"bad_credentials") return {Exit::NotAllowed, u"The password is wrong."_s};
    if (code == u"auth_invalid" || code == u"device_revoked")
        return {Exit::NotAllowed, u"This device is signed out; use `kith-cli login`."_s};
    if (code == u"weak_password")
        return {Exit::Refused, u"This password is among the first that are guessed."_s};
    if (code == u"not_found") return {Exit::BadData, u"The server does not know it."_s};
    return {Exit::Refused, u"The server refused: %1."_s.arg(code)};
}

template <class T> Result<T> asked(const std::function<void(AccountApi::Done<T>)> &start)
{
    auto answer = awaited<ApiResult<T>>([&](AccountApi::Done<T> done) { start(std::move(done)); });
    if (const auto *fault = std::get_if<ApiFault>(&answer)) return errorOf(*fault);
    return std::get<T>(std::move(answer));
}

Outcome ended(const Result<std::monostate> &result) { return result ? Outcome{} : refused(result.error()); }

Result<wire::Avatar> pictureIn(const QString &path)
{
    if (path == u"none") return wire::Avatar{};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Errc::BadInput, u"%1 cannot be read: %2."_s.arg(path, file.errorString())};
    wire::Avatar picture{{}, file.read(limits::avatarBytes + 1)};
    picture.mime = wire::pictureType(picture.data);
    if (picture.mime.isEmpty() || picture.data.size() > limits::avatarBytes)
        return Error{Errc::BadInput, u"%1 is not a PNG, JPEG or WebP of at most %2 bytes."_s.arg(path).arg(
                                         limits::avatarBytes)};
    return picture;
}

} // namespace

Outcome runPassword(Job &job)
{
    auto old = passwordFrom(stdin);
    if (!old) return failed(old.error());
    auto next = passwordFrom(stdin);
    if (!next) return failed(next.error());
    auto desk = openDesk(job);
    if (!desk) return refused(desk.error());
    const wire::PasswordChange change{*old, *next, !job.args.has(u"keep-others"_s)};
    return ended(asked<std::monostate>(
        [&](auto done) { desk->api->changePassword(desk->access, change, std::move(done)); }));
}

Outcome runDevices(Job &job)
{
    auto desk = openDesk(job);
    if (!desk) return refused(desk.error());
    const auto list =
        asked<wire::DeviceList>([&](auto done) { desk->api->devices(desk->access, std::move(done)); });
    if (!list) return refused(list.error());
    for (const wire::DeviceEntry &device : list->devices) job.printer.device(device);
    return {};
}

Outcome runEndDevice(Job &job)
{
    wire::DeviceEnd end;
    if (job.args.words[0] != u"others") {
        const auto id = DeviceId::fromText(job.args.words[0].toLatin1());
        if (!id)
            return {Exit::BadData, u"A device is named by its id, see `kith-cli devices`, or \"others\"."_s};
        end.device = *id;
    }
    auto desk = openDesk(job);
    if (!desk) return refused(desk.error());
    return ended(
        asked<std::monostate>([&](auto done) { desk->api->endDevices(desk->access, end, std::move(done)); }));
}

Outcome runProfile(Job &job)
{
    wire::ProfileChange change;
    if (job.args.values.contains(u"name"_s)) change.name = job.args.value(u"name"_s);
    if (job.args.values.contains(u"about"_s)) change.about = job.args.value(u"about"_s);
    if (job.args.values.contains(u"picture"_s)) {
        auto picture = pictureIn(job.args.value(u"picture"_s));
        if (!picture) return failed(picture.error());
        change.avatar = *picture;
    }
    auto desk = openDesk(job);
    if (!desk) return refused(desk.error());
    const bool changes = change.name || change.about || change.avatar;
    const auto profile = asked<wire::Profile>([&](auto done) {
        if (changes)
            desk->api->changeProfile(desk->access, change, std::move(done));
        else
            desk->api->profile(desk->access, std::move(done));
    });
    if (!profile) return refused(profile.error());
    job.printer.profile(*profile);
    return {};
}

Outcome runDeleteAccount(Job &job)
{
    auto password = passwordFrom(stdin);
    if (!password) return failed(password.error());
    auto desk = openDesk(job);
    if (!desk) return refused(desk.error());
    return ended(asked<std::monostate>(
        [&](auto done) { desk->api->endAccount(desk->access, {*password}, std::move(done)); }));
}

Outcome runReport(Job &job)
{
    wire::Report report;
    {
        auto live = openLive(job);
        if (!live) return failed(live.error());
        auto user = userNamed(**live, job.args.words[0], job.timeoutMs());
        if (!user) return failed(user.error());
        report.user = user->user;
    }
    report.reason = job.args.values.contains(u"reason"_s) ? job.args.value(u"reason"_s) : u"other"_s;
    report.text = job.args.value(u"text"_s);
    auto desk = openDesk(job);
    if (!desk) return refused(desk.error());
    return ended(
        asked<std::monostate>([&](auto done) { desk->api->report(desk->access, report, std::move(done)); }));
}

Outcome runBlock(Job &job)
{
    auto live = openLive(job);
    if (!live) return failed(live.error());
    auto user = userNamed(**live, job.args.words[0], job.timeoutMs());
    if (!user) return failed(user.error());
    const QByteArray wanted = job.args.has(u"off"_s) ? wire::removedValue() : wire::encodeFlag(true);
    (*live)->commands().setPrivate(u"block"_s, user->user.text(), wanted);
    const auto saved = [&] {
        const auto now = (*live)->reader().setting(u"block"_s, user->user.text());
        return now && *now == wanted;
    };
    const Ended kept = (*live)->waitUntil(saved, {.ms = job.timeoutMs(), .untilAway = false});
    if (!saved()) return outcomeOf(kept, **live, false);
    const auto told = [&] {
        const auto status = (*live)->reader().status();
        return status && status->waiting == 0;
    };
    return outcomeOf((*live)->waitUntil(told, {.ms = job.timeoutMs(), .untilAway = true}), **live, true);
}

} // namespace kith::cli
