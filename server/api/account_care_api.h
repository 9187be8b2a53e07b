#pragma once
#include "core/base/clock.h"
#include "server/api/password_policy.h"
#include "server/api/passwords.h"
#include "server/api/router.h"
#include "server/api/tokens.h"
#include "server/realtime/rates.h"
#include "server/storage/read_pool.h"
#include "server/storage/write_queue.h"

namespace kith::server {

class Publisher;

/// The HTTP requests of somebody who is signed in ("Authorization: Bearer" with an access token): password,
/// devices, profile, the end of the account, reports. As AccountsApi: handlers hop between threads, none
/// waits.
class AccountCareApi {
public:
    struct Options {
        QString serverName; // a word that passwords must not be made of
        bool rateLimits = true;
        bool erases = true; // what an account leaves; else that waits for a process that does
    };
    AccountCareApi(Options options, WriteQueue &writes, ReadPool &reads, PasswordPool &passwords,
                   const PasswordPolicy &rules, Publisher &publisher, const Tokens &tokens,
                   const Clock &clock);
    void addRoutes(Router &router);
    /// Goes on with what accounts that ended have left behind, in small steps between other writes.
    void eraseLeft();

private:
    using Handler = void (AccountCareApi::*)(const Caller &caller, const QByteArray &body, Respond respond);
    void add(Router &router, const char *method, const char *path, KeyedRates &rates, Handler handler);
    void changePassword(const Caller &caller, const QByteArray &body, Respond respond);
    void devices(const Caller &caller, const QByteArray &body, Respond respond);
    void endDevices(const Caller &caller, const QByteArray &body, Respond respond);
    void profile(const Caller &caller, const QByteArray &body, Respond respond);
    void profileOf(const Caller &caller, const QByteArray &body, Respond respond);
    void changeProfile(const Caller &caller, const QByteArray &body, Respond respond);
    void avatar(const Caller &caller, const QByteArray &body, Respond respond);
    void endAccount(const Caller &caller, const QByteArray &body, Respond respond);
    void report(const Caller &caller, const QByteArray &body, Respond respond);

    /// Goes on with the caller's account if the password is theirs.
    void withPassword(const Caller &caller, const QString &password, Respond respond,
                      std::function<void(const Account &)> then);
    void submit(Write write, Respond respond, std::function<HttpResponse()> done);
    void showProfile(const UserId &user, Respond respond);

    const Options m_options;
    WriteQueue &m_writes;
    ReadPool &m_reads;
    PasswordPool &m_passwords;
    const PasswordPolicy &m_rules;
    Publisher &m_publisher;
    const Tokens &m_tokens;
    const Clock &m_clock;
    KeyedRates m_reading{Rate{300, 60}}, m_changing{Rate{10, 20}}, m_guessing{Rate{5, 5}};
};

} // namespace kith::server
