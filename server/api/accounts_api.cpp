#include "server/api/accounts_api.h"

#include "core/base/log.h"
#include "core/base/log_fields.h"
#include "core/wire/account_codec.h"
#include "server/api/invite_code.h"
#include "server/realtime/publisher.h"

namespace kith::server {

using namespace Qt::StringLiterals;
namespace api = wire::api;

namespace {

constexpr qint64 busyRetryMs = 2'000;

void busy(const Respond &respond)
{
    respond(errorResponse(503, api::unavailable, u"the server is busy"_s, busyRetryMs));
}

HttpResponse unavailable()
{
    return errorResponse(503, api::unavailable, u"storage does not answer"_s, busyRetryMs);
}

QString ruleOf(const QString &fault)
{
    if (fault == QStringView(api::badLogin))
        return u"a login has %1 to %2 characters: a-z, 0-9, '.', '_', '-'"_s.arg(limits::loginMinChars)
            .arg(limits::loginMaxChars);
    return u"a name has 1 to %1 characters"_s.arg(limits::nameChars);
}

HttpResponse breaksRule(const QString &fault)
{
    HttpResponse response;
    response.status = 422;
    response.body = wire::encode(wire::ApiError{fault, ruleOf(fault), 0});
    return response;
}

} // namespace

struct AccountsApi::SignIn {
    int status = 200;
    UserId user;
    QString login, name;
    wire::DeviceInfo device;
};

AccountsApi::AccountsApi(Options options, WriteQueue &writes, ReadPool &reads, PasswordPool &passwords,
                         const PasswordPolicy &rules, Publisher &publisher, const Tokens &tokens,
                         const Clock &clock, Random &random)
    : m_options(std::move(options))
    , m_writes(writes)
    , m_reads(reads)
    , m_passwords(passwords)
    , m_rules(rules)
    , m_publisher(publisher)
    , m_tokens(tokens)
    , m_clock(clock)
    , m_random(random)
{
}

void AccountsApi::addRoutes(Router &router)
{
    using Info = const RequestInfo &;
    router.addJson("GET", "/v1/server", [this](Info, QByteArray, Respond r) { server(std::move(r)); });
    router.addJson("POST", "/v1/register",
                   [this](Info i, QByteArray b, Respond r) { signUp(i, b, std::move(r)); });
    router.addJson("POST", "/v1/login",
                   [this](Info i, QByteArray b, Respond r) { signIn(i, b, std::move(r)); });
    router.addJson("POST", "/v1/token",
                   [this](Info i, QByteArray b, Respond r) { refresh(i, b, std::move(r)); });
    router.addJson("POST", "/v1/logout",
                   [this](Info i, QByteArray b, Respond r) { logout(i, b, std::move(r)); });
}

bool AccountsApi::limited(KeyedRates &rates, const RequestInfo &info, const QByteArray &key,
                          const Respond &respond)
{
    if (!m_options.rateLimits) return false;
    const qint64 now = m_clock.steadyMs();
    KeyedRates &used = info.loopback && &rates != &m_perLogin ? m_perLoopback : rates;
    const qint64 wait = used.take(key, now);
    if (wait == 0) return false;
    respond(errorResponse(429, api::rate, u"too many requests"_s, wait));
    return true;
}

QByteArray AccountsApi::access(const UserId &user, const DeviceId &device) const
{
    return m_tokens.issue({user, device, m_clock.wallMs() + limits::accessTokenSeconds * 1000LL});
}

void AccountsApi::server(Respond respond) const
{
    wire::ServerInfo info;
    info.name = m_options.name;
    info.version = QString::fromLatin1(KITH_VERSION);
    info.registration = m_options.registration == Registration::Open     ? u"open"_s
                        : m_options.registration == Registration::Invite ? u"invite"_s
                                                                         : u"closed"_s;
    info.id = QString::fromLatin1(m_options.dbUuid);
    respond({200, wire::encode(info), {}, false});
}

void AccountsApi::signUp(const RequestInfo &info, const QByteArray &body, Respond respond)
{
    if (m_options.registration == Registration::Closed)
        return respond(errorResponse(403, api::closed, u"this server takes no new accounts"_s));
    auto decoded = wire::decodeRegister(body);
    if (!decoded) return respond(errorResponse(400, api::badRequest, decoded.error().what));
    if (limited(m_perAddress, info, info.address, respond)) return;
    const QString login = wire::normalLogin(decoded->login);
    const QString name = decoded->name.trimmed();
    if (const QString fault = wire::faultOfLogin(login); !fault.isEmpty()) return respond(breaksRule(fault));
    if (const QString fault = wire::faultOfName(name); !fault.isEmpty()) return respond(breaksRule(fault));
    if (const auto fault = m_rules.faultOf(decoded->password, login, name);
        fault != PasswordPolicy::Fault::None) {
        const bool weak = fault == PasswordPolicy::Fault::Weak;
        return respond(
            errorResponse(422, weak ? api::weakPassword : api::badPassword, m_rules.inWords(fault)));
    }
    QByteArray invite;
    if (m_options.registration == Registration::Invite) {
        if (decoded->invite.isEmpty())
            return respond(errorResponse(403, api::inviteNeeded, u"this server wants an invite code"_s));
        invite = inviteHash(decoded->invite);
    }
    auto person = std::make_shared<SignIn>(SignIn{201, {}, login, name, decoded->device});
    const bool taken = m_passwords.hash(normalPassword(decoded->password), [this, person, respond,
                                                                            invite](QByteArray hash) {
        if (hash.isEmpty()) return busy(respond);
        NewUser user{person->login, person->name, std::move(hash), m_clock.wallMs(), invite};
        const bool queued = m_writes.submit(std::move(user), [this, person, respond](WriteResult &&result) {
            if (const auto *made = std::get_if<UserMade>(&result)) {
                person->user = made->user;
                return makeDevice(person, respond);
            }
            const auto *error = std::get_if<Error>(&result);
            if (error && error->code == Errc::Refused)
                return respond(errorResponse(409, api::loginTaken, u"this login is taken"_s));
            if (error && error->code == Errc::BadInput)
                return respond(errorResponse(403, api::inviteInvalid, u"this invite code cannot be used"_s));
            respond(unavailable());
        });
        if (!queued) busy(respond);
    });
    if (!taken) busy(respond);
}

void AccountsApi::signIn(const RequestInfo &info, const QByteArray &body, Respond respond)
{
    auto decoded = wire::decodeLogin(body);
    if (!decoded) return respond(errorResponse(400, api::badRequest, decoded.error().what));
    const QString login = wire::normalLogin(decoded->login);
    if (limited(m_perAddress, info, info.address, respond)) return;
    if (limited(m_perLogin, info, login.left(64).toUtf8(), respond)) return;
    auto person = std::make_shared<SignIn>(SignIn{200, {}, login, {}, decoded->device});
    const QByteArray password = normalPassword(decoded->password);
    const bool taken = m_reads.run([this, person, respond, password,
                                    address = info.address](Repository &repository) {
        const auto found = repository.accountByLogin(person->login);
        if (!found) return respond(unavailable());
        QByteArray hash;
        bool disabled = false;
        if (*found) {
            person->user = (*found)->user;
            person->name = (*found)->name;
            hash = (*found)->passwordHash;
            disabled = (*found)->disabled;
        }
        // Without an account the same work is done, so that the time does not tell.
        const bool queued =
            m_passwords.verify(hash, password, [this, person, respond, disabled, address](bool right) {
                if (!right || disabled)
                    LogLine(lcServer(), QtInfoMsg, "sign-in refused")
                        .with("address", address); // what fail2ban wants
                if (!right || disabled)
                    return respond(errorResponse(401, api::badCredentials, u"login or password is wrong"_s));
                makeDevice(person, respond);
            });
        if (!queued) busy(respond);
    });
    if (!taken) busy(respond);
}

void AccountsApi::makeDevice(std::shared_ptr<SignIn> person, Respond respond)
{
    const QByteArray secret = newRefreshSecret(m_random);
    NewDevice device{person->user, person->device.name, person->device.app, refreshHash(secret),
                     m_clock.wallMs()};
    const bool taken =
        m_writes.submit(std::move(device), [this, person, respond, secret](WriteResult &&result) {
            const auto *made = std::get_if<DeviceMade>(&result);
            if (!made) return respond(unavailable());
            if (!made->ended.empty()) m_publisher.publish({}, made->ended);
            wire::SignedIn answer;
            answer.user = person->user;
            answer.login = person->login;
            answer.name = person->name;
            answer.device = made->device;
            answer.access = access(person->user, made->device);
            answer.accessTtlSeconds = limits::accessTokenSeconds;
            answer.refresh = m_tokens.refreshToken(secret, {made->device, 0});
            respond({person->status, wire::encode(answer), {}, false});
        });
    if (!taken) busy(respond);
}

void AccountsApi::refresh(const RequestInfo &info, const QByteArray &body, Respond respond)
{
    auto decoded = wire::decodeTokenRequest(body);
    if (!decoded) return respond(errorResponse(400, api::badRequest, decoded.error().what));
    if (limited(m_tokenPerAddress, info, info.address, respond)) return;
    const auto shown = m_tokens.readRefresh(decoded->refresh);
    if (!shown) return respond(errorResponse(401, api::authInvalid, u"not a refresh token"_s));
    const QByteArray next = newRefreshSecret(m_random);
    TurnToken turn{shown->hash, refreshHash(next), m_clock.wallMs(), shown->claim};
    const bool taken = m_writes.submit(std::move(turn), [this, next, respond](WriteResult &&result) {
        const auto *turned = std::get_if<TokenTurned>(&result);
        if (!turned) return respond(unavailable());
        using Kind = TokenTurned::Kind;
        if (turned->kind == Kind::Unknown)
            return respond(errorResponse(401, api::authInvalid, u"this token is not known"_s));
        if (turned->kind == Kind::Reused) {
            qCWarning(lcServer) << "a spent refresh token was shown: device" << turned->device.text()
                                << "ended";
            m_publisher.publish({}, {{turned->device}});
        }
        if (turned->kind != Kind::Turned)
            return respond(errorResponse(401, api::deviceRevoked, u"this device was signed out"_s));
        if (turned->restored)
            qCInfo(lcServer) << "a sign-in renewed after the backup was taken up: device"
                             << turned->device.text();
        wire::Tokens answer;
        answer.access = access(turned->user, turned->device);
        answer.accessTtlSeconds = limits::accessTokenSeconds;
        answer.refresh = m_tokens.refreshToken(next, {turned->device, turned->generation});
        respond({200, wire::encode(answer), {}, false});
    });
    if (!taken) busy(respond);
}

void AccountsApi::logout(const RequestInfo &info, const QByteArray &body, Respond respond)
{
    auto decoded = wire::decodeTokenRequest(body);
    if (!decoded) return respond(errorResponse(400, api::badRequest, decoded.error().what));
    if (limited(m_tokenPerAddress, info, info.address, respond)) return;
    const auto shown = m_tokens.readRefresh(decoded->refresh);
    const QByteArray hash = shown ? shown->hash : QByteArray();
    const bool taken = m_reads.run([this, hash, respond](Repository &repository) {
        const auto found = repository.deviceByToken(hash);
        if (!found) return respond(unavailable());
        const HttpResponse done{200, "{}", {}, false};
        if (!*found || (*found)->revoked)
            return respond(done); // signed out already: that is what was asked for
        const DeviceId device = (*found)->device;
        const bool queued =
            m_writes.submit(EndDevice{device}, [this, device, respond, done](WriteResult &&result) {
                if (std::holds_alternative<Error>(result)) return respond(unavailable());
                auto *outcome = std::get_if<Outcome>(&result);
                std::vector<Event> events = outcome ? std::move(outcome->events) : std::vector<Event>{};
                m_publisher.publish(std::move(events),
                                    outcome ? outcome->ended : std::vector{DeviceEnded{device}});
                respond(done);
            });
        if (!queued) busy(respond);
    });
    if (!taken) busy(respond);
}

} // namespace kith::server
