#include "app/desktop/account_desk.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

Error errorOf(const ApiFault &fault)
{
    const bool refused = fault.kind == ApiFault::Kind::Refused;
    return {refused ? Errc::Refused : fault.errc(), refused ? fault.code : fault.what};
}

Error errorOf(const AccountAuth::Answer &answer)
{
    using Kind = AccountAuth::Answer::Kind;
    if (answer.kind == Kind::SignInNeeded) return {Errc::Refused, u"auth_invalid"_s};
    return {answer.kind == Kind::SecretsAway ? Errc::Unavailable : Errc::Offline, answer.why};
}

AccountPort::Device deviceOf(const wire::DeviceEntry &entry)
{
    return {entry.device, entry.name, entry.app, entry.madeMs, entry.lastSeenMs, entry.current};
}

std::function<void(Result<std::monostate>)> asStatus(AccountPort::Done done)
{
    return [done = std::move(done)](const Result<std::monostate> &result) { done(result); };
}

} // namespace

AccountDesk::AccountDesk(AccountSession &session, Reader &reader, Secrets &secrets, QObject &relay,
                         std::function<Status()> signedOut)
    : m_session(session)
    , m_reader(reader)
    , m_secrets(secrets)
    , m_relay(relay)
    , m_signedOut(std::move(signedOut))
    , m_api(session.account().server)
{
}

AccountDesk::~AccountDesk() { *m_alive = false; }

QString AccountDesk::accountName() const
{
    const Account &account = m_session.account();
    return tr("%1, @%2 on %3").arg(account.name, account.login, account.server.authority());
}

template <class T>
void AccountDesk::withToken(std::function<void(const QByteArray &, AccountApi::Done<T>)> ask,
                            std::function<void(Result<T>)> done)
{
    m_session.token([this, alive = m_alive, relay = &m_relay, ask = std::move(ask),
                     done = std::move(done)](const AccountAuth::Answer &answer) {
        QMetaObject::invokeMethod(
            relay,
            [alive, ask, done, answer] {
                if (!*alive) return;
                if (answer.kind != AccountAuth::Answer::Kind::Token) return done(errorOf(answer));
                ask(answer.token, [done](const ApiResult<T> &result) {
                    if (const auto *fault = std::get_if<ApiFault>(&result)) return done(errorOf(*fault));
                    done(std::get<T>(result));
                });
            },
            Qt::QueuedConnection);
    });
}

void AccountDesk::devices(std::function<void(const Result<std::vector<Device>> &)> done)
{
    withToken<wire::DeviceList>(
        [this](const QByteArray &token, AccountApi::Done<wire::DeviceList> answer) {
            m_api.devices(token, std::move(answer));
        },
        [done = std::move(done)](const Result<wire::DeviceList> &list) {
            if (!list) return done(list.error());
            std::vector<Device> all;
            for (const wire::DeviceEntry &entry : list->devices) all.push_back(deviceOf(entry));
            done(all);
        });
}

void AccountDesk::endDevice(const DeviceId &device, Done done)
{
    withToken<std::monostate>(
        [this, device](const QByteArray &token, AccountApi::Done<std::monostate> answer) {
            m_api.endDevices(token, {device}, std::move(answer));
        },
        asStatus(std::move(done)));
}

void AccountDesk::changePassword(const QString &old, const QString &next, Done done)
{
    withToken<std::monostate>(
        [this, old, next](const QByteArray &token, AccountApi::Done<std::monostate> answer) {
            m_api.changePassword(token, {old, next, true}, std::move(answer));
        },
        asStatus(std::move(done)));
}

void AccountDesk::deleteAccount(const QString &password, Done done)
{
    withToken<std::monostate>(
        [this, password](const QByteArray &token, AccountApi::Done<std::monostate> answer) {
            m_api.endAccount(token, {password}, std::move(answer));
        },
        asStatus(std::move(done)));
}

int AccountDesk::unsent() const
{
    const auto status = m_reader.status();
    return status ? status->waiting + status->refused : 0;
}

/// The secret is read, the server told, the secret removed, and only then the account goes from this disk. A
/// server that cannot be reached stops it: the device would stay signed in without anybody knowing.
void AccountDesk::signOut(Done done)
{
    const QString key = Profile::secretKey(m_session.account());
    const auto last = [this, alive = m_alive, key, done] {
        m_secrets.remove(key, [this, alive, done](const Status &) {
            // Queued: what is removed now is what answers.
            QTimer::singleShot(0, &m_relay, [alive, done, signedOut = m_signedOut] {
                if (!*alive) return;
                if (const Status removed = signedOut(); !removed) done(removed);
            });
        });
    };
    m_secrets.read(key, [this, alive = m_alive, done, last](const Result<QByteArray> &secret) {
        if (!*alive) return;
        if (!secret) {
            if (secret.error().code == Errc::NotFound) return last(); // signed out already
            return done(secret.error());
        }
        m_api.logout(*secret, [done, last](const ApiResult<std::monostate> &result) {
            const auto *fault = std::get_if<ApiFault>(&result);
            // A device that the server no longer knows is signed out already.
            if (fault && fault->kind != ApiFault::Kind::Refused) return done(errorOf(*fault));
            last();
        });
    });
}

} // namespace kith
