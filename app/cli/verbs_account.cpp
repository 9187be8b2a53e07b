#include "app/cli/awaited.h"
#include "app/cli/job.h"
#include "app/cli/text_input.h"
#include "app/common/account_session.h"
#include "app/common/sign_in.h"
#include "core/wire/account_codec.h"
#include "sync/account_api.h"

#include <QDir>
#include <QHash>

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

/// A refusal carries the server's code; a wrong name or password means the person, the rest the request.
Outcome refusedSignIn(const Error &error)
{
    if (error.code != Errc::Refused) return failed(error);
    static const QHash<QString, QString> words{
        {u"bad_credentials"_s, u"the name or the password is wrong"_s},
        {u"login_taken"_s, u"the name is taken"_s},
        {u"bad_login"_s, u"the name cannot be used"_s},
        {u"bad_password"_s, u"the password is too short or too long"_s},
        {u"weak_password"_s, u"the password is among the first that are guessed"_s},
        {u"bad_name"_s, u"the display name is empty or too long"_s},
        {u"registration_closed"_s, u"it takes no new accounts"_s},
        {u"invite_needed"_s, u"it wants an invite code: --invite CODE"_s},
        {u"invite_invalid"_s, u"the invite code is wrong, used up or too old"_s},
    };
    const QString code = onOneLine(error.what);
    const QString why = words.value(code);
    return {code == u"bad_credentials" ? Exit::NotAllowed : Exit::Refused,
            why.isEmpty() ? u"The server refused: %1."_s.arg(code)
                          : u"The server refused: %1 (%2)."_s.arg(why, code)};
}

Outcome signIn(Job &job, bool registering)
{
    auto server = AccountApi::serverAddress(job.args.value(u"server"_s));
    if (!server) return {Exit::BadData, server.error().what};
    const QString login = wire::normalLogin(job.args.value(u"user"_s));
    if (!wire::faultOfLogin(login).isEmpty())
        return {Exit::BadData, u"\"%1\" cannot be a user name."_s.arg(onOneLine(login))};
    auto password = passwordFrom(stdin);
    if (!password) return failed(password.error());

    SignIn signIn(job.profile, job.secrets);
    const SignInRequest request{.server = *server,
                                .login = login,
                                .password = *password,
                                .name = job.args.value(u"name"_s),
                                .registering = registering,
                                .invite = job.args.value(u"invite"_s)};
    const auto signedIn = awaited<Result<SignedInAccount>>(
        [&](std::function<void(Result<SignedInAccount>)> done) { signIn.run(request, std::move(done)); });
    if (!signedIn) return refusedSignIn(signedIn.error());
    job.printer.account({signedIn->account});
    return {};
}

/// What would be lost with the mirror, whose lock is ours; empty = nothing.
Result<QString> unsentIn(const Profile &profile, const Account &account)
{
    if (!QFile::exists(profile.mirrorFile(account.id))) return QString();
    auto reader = openReader(profile, account, true);
    if (!reader) return reader.error();
    auto status = (*reader)->status();
    if (!status) return status.error();
    const int left = status->waiting + status->refused;
    return left == 0 ? QString() : u"%1 changes have not reached the server."_s.arg(left);
}

Outcome endDevice(Job &job, const Account &account, const QByteArray &refreshToken)
{
    AccountApi api(account.server);
    const auto told = awaited<ApiResult<std::monostate>>(
        [&](AccountApi::Done<std::monostate> done) { api.logout(refreshToken, std::move(done)); });
    const auto *fault = std::get_if<ApiFault>(&told);
    // A device that the server no longer knows is signed out already.
    if (!fault || fault->kind == ApiFault::Kind::Refused || job.args.has(u"force"_s)) return {};
    return {Exit::Temporary, fault->what + u" Use --force to forget the account here all the same."_s};
}

} // namespace

Outcome runRegister(Job &job) { return signIn(job, true); }
Outcome runLogin(Job &job) { return signIn(job, false); }

Outcome runLogout(Job &job)
{
    auto account = job.account();
    if (!account) return failed(account.error());
    auto lock = job.profile.lock(account->id);
    if (!lock) return failed(lock.error());
    const bool force = job.args.has(u"force"_s);
    if (!force) {
        auto unsent = unsentIn(job.profile, *account);
        if (!unsent) return failed(unsent.error());
        if (!unsent->isEmpty())
            return {Exit::NotAllowed,
                    *unsent + u" `kith-cli sync --once` sends them, --force gives them up."_s};
    }
    const QString key = Profile::secretKey(*account);
    const auto secret = awaited<Result<QByteArray>>(
        [&](std::function<void(Result<QByteArray>)> done) { job.secrets.read(key, std::move(done)); });
    if (!secret && secret.error().code != Errc::NotFound && !force) return failed(secret.error());
    if (secret) {
        const Outcome ended = endDevice(job, *account, *secret);
        if (ended.exit != Exit::Done) return ended;
        const auto removed = awaited<Status>(
            [&](std::function<void(Status)> done) { job.secrets.remove(key, std::move(done)); });
        if (!removed && !force) return failed(removed.error());
    }
    if (auto unlisted = job.profile.remove(account->id); !unlisted) return failed(unlisted.error());
    lock->reset();
    if (!QDir(job.profile.accountDir(account->id)).removeRecursively())
        return {Exit::Temporary,
                u"Signed out, but %1 could not be removed."_s.arg(job.profile.accountDir(account->id))};
    job.printer.account({*account});
    return {};
}

Outcome runAccounts(Job &job)
{
    for (const Account &account : job.profile.accounts()) job.printer.account({account});
    return {};
}

} // namespace kith::cli
