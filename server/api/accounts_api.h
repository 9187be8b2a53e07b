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

enum class Registration : quint8 { Open, Invite, Closed };

/// The account part of the HTTP API: GET server, POST register, login, token, logout. Handlers hop
/// between the password pool, the reader and the writer; none of them waits.
class AccountsApi {
public:
    struct Options {
        QString name;
        Registration registration = Registration::Open;
        bool rateLimits = true;
        QByteArray dbUuid;
    };
    AccountsApi(Options options, WriteQueue &writes, ReadPool &reads, PasswordPool &passwords,
                const PasswordPolicy &rules, Publisher &publisher, const Tokens &tokens, const Clock &clock,
                Random &random);
    void addRoutes(Router &router);

private:
    struct SignIn; // what is known about someone who is being signed in
    void server(Respond respond) const;
    void signUp(const RequestInfo &info, const QByteArray &body, Respond respond);
    void signIn(const RequestInfo &info, const QByteArray &body, Respond respond);
    void refresh(const RequestInfo &info, const QByteArray &body, Respond respond);
    void logout(const RequestInfo &info, const QByteArray &body, Respond respond);
    void makeDevice(std::shared_ptr<SignIn> person, Respond respond);
    bool limited(KeyedRates &rates, const RequestInfo &info, const QByteArray &key, const Respond &respond);
    QByteArray access(const UserId &user, const DeviceId &device) const;

    const Options m_options;
    WriteQueue &m_writes;
    ReadPool &m_reads;
    PasswordPool &m_passwords;
    const PasswordPolicy &m_rules;
    Publisher &m_publisher;
    const Tokens &m_tokens;
    const Clock &m_clock;
    Random &m_random; // thread-safe
    KeyedRates m_perAddress{Rate{30, 30}};
    KeyedRates m_perLoopback{Rate{6000, 2000}};
    KeyedRates m_perLogin{Rate{10, 10}};
    KeyedRates m_tokenPerAddress{Rate{300, 300}};
};

} // namespace kith::server
