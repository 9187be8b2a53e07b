#include "server/api/account_care_api.h"

#include "core/base/log.h"
#include "core/wire/account_care.h"
#include "core/wire/account_codec.h"
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

void unavailable(const Respond &respond)
{
    respond(errorResponse(503, api::unavailable, u"storage does not answer"_s, busyRetryMs));
}

HttpResponse nothing(int status = 200) { return {status, "{}", {}, false}; }

/// Decodes, or answers why not.
template <class T>
std::optional<T> decoded(Result<T> (*decode)(QByteArrayView), const QByteArray &body, const Respond &respond)
{
    auto value = decode(body);
    if (value) return *std::move(value);
    respond(errorResponse(400, api::badRequest, value.error().what));
    return std::nullopt;
}

/// Empty when the change keeps the rules; else the code, and in `why` the rule.
const char16_t *faultOf(const wire::ProfileChange &change, QString &why)
{
    if (change.name && !wire::faultOfName(*change.name).isEmpty()) {
        why = u"a name has 1 to %1 characters"_s.arg(limits::nameChars);
        return api::badName;
    }
    if (change.about && change.about->size() > limits::aboutChars) {
        why = u"about has at most %1 characters"_s.arg(limits::aboutChars);
        return api::badProfile;
    }
    if (change.avatar && !change.avatar->data.isEmpty() &&
        (change.avatar->data.size() > limits::avatarBytes ||
         wire::pictureType(change.avatar->data) != change.avatar->mime)) {
        why = u"a picture is a PNG, JPEG or WebP of at most %1 bytes, and says so"_s.arg(limits::avatarBytes);
        return api::badProfile;
    }
    return nullptr;
}

} // namespace

AccountCareApi::AccountCareApi(Options options, WriteQueue &writes, ReadPool &reads, PasswordPool &passwords,
                               const PasswordPolicy &rules, Publisher &publisher, const Tokens &tokens,
                               const Clock &clock)
    : m_options(std::move(options))
    , m_writes(writes)
    , m_reads(reads)
    , m_passwords(passwords)
    , m_rules(rules)
    , m_publisher(publisher)
    , m_tokens(tokens)
    , m_clock(clock)
{
}

void AccountCareApi::addRoutes(Router &router)
{
    add(router, "POST", "/v1/password", m_guessing, &AccountCareApi::changePassword);
    add(router, "GET", "/v1/devices", m_reading, &AccountCareApi::devices);
    add(router, "POST", "/v1/devices/end", m_changing, &AccountCareApi::endDevices);
    add(router, "GET", "/v1/profile", m_reading, &AccountCareApi::profile);
    add(router, "POST", "/v1/profile", m_changing, &AccountCareApi::changeProfile);
    add(router, "POST", "/v1/profile/of", m_reading, &AccountCareApi::profileOf);
    add(router, "POST", "/v1/avatar", m_reading, &AccountCareApi::avatar);
    add(router, "POST", "/v1/account/delete", m_guessing, &AccountCareApi::endAccount);
    add(router, "POST", "/v1/report", m_changing, &AccountCareApi::report);
}

/// Every handler is called with a device that is signed in at this moment.
void AccountCareApi::add(Router &router, const char *method, const char *path, KeyedRates &rates,
                         Handler handler)
{
    router.addJson(
        method, path, [this, &rates, handler](const RequestInfo &info, QByteArray body, Respond respond) {
            const auto checked = m_tokens.check(info.head.bearer, m_clock.wallMs());
            const auto *access = std::get_if<Access>(&checked);
            if (!access) {
                const bool expired = std::get<TokenFault>(checked) == TokenFault::Expired;
                return respond(expired
                                   ? errorResponse(401, api::authExpired, u"the access token has expired"_s)
                                   : errorResponse(401, api::authInvalid, u"not an access token"_s));
            }
            const Caller caller{access->user, access->device};
            if (m_options.rateLimits)
                if (const qint64 wait = rates.take(caller.user.blob(), m_clock.steadyMs()))
                    return respond(errorResponse(429, api::rate, u"too many requests"_s, wait));
            const bool taken = m_reads.run([this, caller, handler, body, respond](Repository &repository) {
                const auto device = repository.device(caller.device);
                if (!device) return unavailable(respond);
                if (!*device || (*device)->revoked || (*device)->user != caller.user)
                    return respond(errorResponse(401, api::deviceRevoked, u"this device was signed out"_s));
                (this->*handler)(caller, body, respond);
            });
            if (!taken) busy(respond);
        });
}

void AccountCareApi::submit(Write write, Respond respond, std::function<HttpResponse()> done)
{
    const bool taken = m_writes.submit(std::move(write), [this, respond, done](WriteResult &&result) {
        if (const auto *error = std::get_if<Error>(&result)) {
            if (error->code != Errc::NotFound) return unavailable(respond);
            return respond(errorResponse(404, api::notFound, error->what));
        }
        if (auto *outcome = std::get_if<Outcome>(&result))
            m_publisher.publish(std::move(outcome->events), outcome->ended);
        respond(done());
    });
    if (!taken) busy(respond);
}

void AccountCareApi::withPassword(const Caller &caller, const QString &password, Respond respond,
                                  std::function<void(const Account &)> then)
{
    const bool taken = m_reads.run([this, caller, password, respond, then](Repository &repository) {
        const auto found = repository.account(caller.user);
        if (!found) return unavailable(respond);
        if (!*found) return respond(errorResponse(401, api::deviceRevoked, u"this account is no more"_s));
        const bool queued = m_passwords.verify(
            (*found)->passwordHash, normalPassword(password), [account = **found, respond, then](bool right) {
                if (right) return then(account);
                respond(errorResponse(403, api::badCredentials, u"the password is wrong"_s));
            });
        if (!queued) busy(respond);
    });
    if (!taken) busy(respond);
}

void AccountCareApi::changePassword(const Caller &caller, const QByteArray &body, Respond respond)
{
    const auto change = decoded(wire::decodePasswordChange, body, respond);
    if (!change) return;
    withPassword(
        caller, change->old, respond, [this, caller, respond, change = *change](const Account &account) {
            const auto fault = m_rules.faultOf(change.next, account.login, account.name);
            if (fault != PasswordPolicy::Fault::None) {
                const bool weak = fault == PasswordPolicy::Fault::Weak;
                return respond(
                    errorResponse(422, weak ? api::weakPassword : api::badPassword, m_rules.inWords(fault)));
            }
            const bool queued =
                m_passwords.hash(normalPassword(change.next), [this, caller, respond,
                                                               others = change.endOthers](QByteArray hash) {
                    if (hash.isEmpty()) return busy(respond);
                    submit(SetPassword{caller, std::move(hash), others}, respond, [] { return nothing(); });
                });
            if (!queued) busy(respond);
        });
}

void AccountCareApi::devices(const Caller &caller, const QByteArray &, Respond respond)
{
    const bool taken = m_reads.run([caller, respond](Repository &repository) {
        auto found = repository.devices(caller.user);
        if (!found) return unavailable(respond);
        for (wire::DeviceEntry &one : *found) one.current = one.device == caller.device;
        respond({200, wire::encode(wire::DeviceList{std::move(*found)}), {}, false});
    });
    if (!taken) busy(respond);
}

void AccountCareApi::endDevices(const Caller &caller, const QByteArray &body, Respond respond)
{
    if (const auto end = decoded(wire::decodeDeviceEnd, body, respond))
        submit(EndDevices{caller, end->device}, respond, [] { return nothing(); });
}

void AccountCareApi::showProfile(const UserId &user, Respond respond)
{
    const bool taken = m_reads.run([user, respond](Repository &repository) {
        const auto found = repository.profile(user);
        if (!found) return unavailable(respond);
        if (!*found) return respond(errorResponse(404, api::notFound, u"no such user"_s));
        respond({200, wire::encode(**found), {}, false});
    });
    if (!taken) busy(respond);
}

void AccountCareApi::profile(const Caller &caller, const QByteArray &, Respond respond)
{
    showProfile(caller.user, std::move(respond));
}

void AccountCareApi::profileOf(const Caller &, const QByteArray &body, Respond respond)
{
    if (const auto query = decoded(wire::decodeProfileQuery, body, respond))
        showProfile(query->user, respond);
}

void AccountCareApi::changeProfile(const Caller &caller, const QByteArray &body, Respond respond)
{
    auto change = decoded(wire::decodeProfileChange, body, respond);
    if (!change) return;
    if (change->name) change->name = change->name->trimmed();
    if (change->about) change->about = change->about->trimmed();
    QString why;
    if (const char16_t *code = faultOf(*change, why)) return respond(errorResponse(422, code, why));
    const bool taken = m_writes.submit(SetProfile{caller, *std::move(change), m_clock.wallMs()},
                                       [this, caller, respond](WriteResult &&result) {
                                           auto *outcome = std::get_if<Outcome>(&result);
                                           if (!outcome) return unavailable(respond);
                                           m_publisher.publish(std::move(outcome->events), outcome->ended);
                                           showProfile(caller.user, respond);
                                       });
    if (!taken) busy(respond);
}

void AccountCareApi::avatar(const Caller &, const QByteArray &body, Respond respond)
{
    const auto query = decoded(wire::decodeAvatarQuery, body, respond);
    if (!query) return;
    const bool taken = m_reads.run([id = query->avatar, respond](Repository &repository) {
        const auto found = repository.avatar(id);
        if (!found) return unavailable(respond);
        if (!*found) return respond(errorResponse(404, api::notFound, u"no such picture"_s));
        respond({200, wire::encode(**found), {}, false});
    });
    if (!taken) busy(respond);
}

void AccountCareApi::endAccount(const Caller &caller, const QByteArray &body, Respond respond)
{
    const auto end = decoded(wire::decodeAccountEnd, body, respond);
    if (!end) return;
    withPassword(caller, end->password, respond, [this, caller, respond](const Account &) {
        submit(EndAccount{caller, m_clock.wallMs()}, respond, [this] {
            if (m_options.erases) eraseLeft();
            return nothing();
        });
    });
}

void AccountCareApi::eraseLeft()
{
    std::ignore = m_writes.submit(EraseStep{m_clock.wallMs()}, [this](WriteResult &&result) {
        auto *outcome = std::get_if<Outcome>(&result);
        if (!outcome) return;
        const bool more = outcome->more;
        m_publisher.publish(std::move(outcome->events), outcome->ended);
        if (more) eraseLeft();
    });
}

void AccountCareApi::report(const Caller &caller, const QByteArray &body, Respond respond)
{
    const auto report = decoded(wire::decodeReport, body, respond);
    if (!report) return;
    qCInfo(lcServer) << "a report was filed for the operator";
    submit(FileReport{caller, *report, m_clock.wallMs()}, respond, [] { return nothing(201); });
}

} // namespace kith::server
