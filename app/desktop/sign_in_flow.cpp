#include "app/desktop/sign_in_flow.h"

#include "core/base/limits.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

ServerCheck checkOf(const wire::ServerInfo &info)
{
    ServerCheck check;
    check.name = info.name;
    check.version = info.version;
    check.mayRegister = info.registration != u"closed";
    const bool speaks = info.protocolMin <= limits::protocolMax && info.protocolMax >= limits::protocolMin;
    check.state = speaks ? ServerCheck::State::Good : ServerCheck::State::WrongVersion;
    return check;
}

ServerCheck checkOf(const ApiFault &fault)
{
    using Kind = ApiFault::Kind;
    ServerCheck check;
    check.what = fault.what;
    switch (fault.kind) {
    case Kind::Unreachable:
        check.state = ServerCheck::State::Unreachable;
        break;
    case Kind::Timeout:
    case Kind::Busy:
        check.state = ServerCheck::State::NoAnswer;
        break;
    case Kind::Tls:
        check.state = ServerCheck::State::TlsFault;
        break;
    case Kind::NotKith:
    case Kind::Refused:
        check.state = ServerCheck::State::NotKith;
        break;
    }
    return check;
}

} // namespace

SignInFlow::SignInFlow(Profile &profile, Secrets &secrets, QObject *parent)
    : QObject(parent)
    , m_signIn(profile, secrets)
{
}

void SignInFlow::check(const QString &address, std::function<void(const ServerCheck &)> done)
{
    m_checking.reset(); // an unwanted answer never comes
    const auto url = AccountApi::serverAddress(address);
    if (!url) {
        ServerCheck check;
        check.state = ServerCheck::State::NotAnAddress;
        check.what = url.error().what;
        QTimer::singleShot(0, this, [done, check] { done(check); });
        return;
    }
    m_checking = std::make_unique<AccountApi>(*url);
    m_checking->serverInfo([done = std::move(done)](const ApiResult<wire::ServerInfo> &result) {
        if (const auto *fault = std::get_if<ApiFault>(&result))
            done(checkOf(*fault));
        else
            done(checkOf(std::get<wire::ServerInfo>(result)));
    });
}

void SignInFlow::signIn(const Request &request, std::function<void(Status)> done)
{
    const auto url = AccountApi::serverAddress(request.server);
    if (!url) {
        QTimer::singleShot(0, this, [done, error = url.error()] { done(error); });
        return;
    }
    m_signIn.run({*url, request.login, request.password, request.name, request.registering},
                 [this, done = std::move(done)](const Result<SignedInAccount> &result) {
                     if (!result) return done(result.error());
                     m_result = *result;
                     done(ok());
                 });
}

} // namespace kith
