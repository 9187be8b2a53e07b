#include "app/common/account_session.h"

#include "core/store/mirror.h"
#include "core/store/reader.h"
#include "sync/engine_host.h"

using namespace Qt::StringLiterals;

namespace kith {

struct AccountSession::Private {
    Account account;
    QString mirrorFile;
    std::unique_ptr<QLockFile> lock; // given back last
    std::unique_ptr<SyncThread> thread;
};

AccountSession::AccountSession(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

AccountSession::~AccountSession() { d->thread.reset(); }

Result<std::unique_ptr<AccountSession>> AccountSession::open(const Profile &profile, const Account &account,
                                                             Secrets &secrets, Feed &feed, Options options)
{
    auto lock = profile.lock(account.id);
    if (!lock) return lock.error();
    auto parts = std::make_unique<Private>();
    parts->account = account;
    parts->mirrorFile = profile.mirrorFile(account.id);
    parts->lock = *std::move(lock);
    EngineSetup setup;
    setup.mirrorFile = parts->mirrorFile;
    setup.server = account.server;
    setup.user = account.user;
    setup.device = account.device;
    setup.secretKey = Profile::secretKey(account);
    setup.app = u"kith " KITH_VERSION ""_s;
    setup.online = options.online;
    setup.access = options.access;
    setup.accessTtlSeconds = options.accessTtlSeconds;
    setup.damage = options.damage;
    auto thread = SyncThread::start(std::move(setup), secrets, feed);
    if (!thread) return thread.error();
    parts->thread = *std::move(thread);
    return std::unique_ptr<AccountSession>(new AccountSession(std::move(parts)));
}

const Account &AccountSession::account() const { return d->account; }
QString AccountSession::mirrorFile() const { return d->mirrorFile; }
Commands &AccountSession::commands() { return d->thread->commands(); }
void AccountSession::token(std::function<void(const AccountAuth::Answer &)> done)
{
    d->thread->token(std::move(done));
}
std::optional<RescueReport> AccountSession::rescued() const { return d->thread->rescued(); }
void AccountSession::told() { d->thread->told(); }

Result<std::unique_ptr<Reader>> openReader(const Profile &profile, const Account &account, bool locked)
{
    const QString file = profile.mirrorFile(account.id);
    auto reader = Reader::open(file);
    if (reader || reader.error().code != Errc::Unavailable) return reader;
    std::unique_ptr<QLockFile> lock;
    if (!locked) {
        auto taken = profile.lock(account.id);
        if (!taken) return taken.error();
        lock = *std::move(taken);
    }
    if (auto writer = Mirror::open(file); !writer) return writer.error();
    return Reader::open(file);
}

} // namespace kith
