#include "app/common/sign_in.h"

#include "core/base/clock.h"
#include "core/store/rescue.h"
#include "sync/account_api.h"

#include <QPointer>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

wire::DeviceInfo thisDevice()
{
    return {QSysInfo::machineHostName().left(limits::nameChars), u"kith " KITH_VERSION ""_s};
}

/// A mirror that belongs to this user and device, new or as it was.
Status prepareMirror(const QString &file, const Account &account)
{
    auto mirror = rescue::open(file, account.user, SystemClock().wallMs());
    if (!mirror) return mirror.error();
    return (*mirror)->write([&] {
        (*mirror)->meta.setUser(account.user);
        (*mirror)->meta.setDevice(account.device);
        (*mirror)->meta.setServer(account.server.toString(QUrl::FullyEncoded));
    });
}

} // namespace

Error errorOf(const ApiFault &fault)
{
    if (fault.kind == ApiFault::Kind::Refused) return {Errc::Refused, fault.code};
    return {fault.errc(), fault.what};
}

SignIn::SignIn(Profile &profile, Secrets &secrets, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_secrets(secrets)
{
}

SignIn::~SignIn() = default;

void SignIn::run(const SignInRequest &request, std::function<void(Result<SignedInAccount>)> done)
{
    m_done = std::move(done);
    m_server = request.server;
    m_api = std::make_unique<AccountApi>(request.server);
    const auto heard = [this](const ApiResult<wire::SignedIn> &result) {
        if (const auto *fault = std::get_if<ApiFault>(&result))
            finish(errorOf(*fault));
        else
            answered(std::get<wire::SignedIn>(result));
    };
    const QString login = wire::normalLogin(request.login);
    if (request.registering) {
        const QString name = request.name.trimmed().isEmpty() ? login : request.name.trimmed();
        m_api->registerAccount({login, request.password, name, thisDevice(), request.invite}, heard);
    } else {
        m_api->login({login, request.password, thisDevice()}, heard);
    }
}

void SignIn::answered(const wire::SignedIn &answer)
{
    Account account;
    account.id = QUuid::createUuid();
    for (const Account &held : m_profile.accounts()) {
        if (held.server == m_server && held.user == answer.user) account.id = held.id;
    }
    account.server = m_server;
    account.login = answer.login;
    account.name = answer.name;
    account.user = answer.user;
    account.device = answer.device;
    {
        auto lock = m_profile.lock(account.id);
        if (!lock) return finish(lock.error());
        if (auto made = prepareMirror(m_profile.mirrorFile(account.id), account); !made)
            return finish(made.error());
    }
    SignedInAccount result{account, answer.access, answer.accessTtlSeconds};
    m_secrets.write(Profile::secretKey(account), answer.refresh,
                    [self = QPointer<SignIn>(this), result = std::move(result)](const Status &written) {
                        if (!self) return;
                        if (!written) return self->finish(written.error());
                        if (auto listed = self->m_profile.put(result.account); !listed)
                            return self->finish(listed.error());
                        self->finish(result);
                    });
}

void SignIn::finish(Result<SignedInAccount> result)
{
    if (auto done = std::exchange(m_done, nullptr)) done(std::move(result));
}

} // namespace kith
