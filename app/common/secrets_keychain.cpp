#include "app/common/secrets_keychain.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

QString service() { return u"kith"_s; }

Error failure(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::EntryNotFound)
        return {Errc::NotFound, u"The keychain holds no such secret."_s};
    // Locked, refused by the user, no service: all say "not now", none says "there is none".
    const QString why = job.errorString().simplified();
    return {Errc::Unavailable, why.isEmpty() ? u"The keychain does not answer."_s
                                             : u"The keychain does not answer: %1"_s.arg(why)};
}

template <class Job> Job *makeJob(const QString &key)
{
    auto *job = new Job(service()); // no parent: it belongs to the thread that asks, and deletes itself
    job->setKey(key);
    job->setInsecureFallback(false);
    return job;
}

} // namespace

void SecretsKeychain::read(const QString &key, std::function<void(Result<QByteArray>)> done)
{
    readOnce(key, [this, key, done = std::move(done)](Result<QByteArray> answer) {
        if (answer || answer.error().code != Errc::NotFound) return done(std::move(answer));
        proveAnswering([this, key, done](Status proof) {
            if (!proof) return done(proof.error());
            // The proof may have unlocked the keychain, so ask once more before saying "absent".
            readOnce(key, done);
        });
    });
}

void SecretsKeychain::readOnce(const QString &key, std::function<void(Result<QByteArray>)> done)
{
    auto *job = makeJob<QKeychain::ReadPasswordJob>(key);
    connect(job, &QKeychain::Job::finished, job,
            [job, alive = std::weak_ptr<int>(m_alive), done = std::move(done)] {
                if (alive.expired()) return;
                if (job->error() != QKeychain::NoError) return done(failure(*job));
                const QByteArray secret = job->binaryData();
                if (secret.isEmpty())
                    return done(Error{Errc::NotFound, u"The keychain holds no such secret."_s});
                done(secret);
            });
    job->start();
}

/// libsecret answers a look-up in a locked collection whose unlocking was dismissed with "nothing found", and
/// QtKeychain passes that on as EntryNotFound. Only a keychain that keeps a new entry is really answering.
void SecretsKeychain::proveAnswering(std::function<void(Status)> done)
{
    const QString key = u"probe"_s;
    write(key, "probe", [this, key, done = std::move(done)](Status written) {
        if (!written) return done(std::move(written));
        remove(key, [done](Status) { done(ok()); });
    });
}

void SecretsKeychain::write(const QString &key, const QByteArray &secret, std::function<void(Status)> done)
{
    auto *job = makeJob<QKeychain::WritePasswordJob>(key);
    job->setBinaryData(secret);
    connect(job, &QKeychain::Job::finished, job,
            [job, alive = std::weak_ptr<int>(m_alive), done = std::move(done)] {
                if (alive.expired()) return;
                if (job->error() != QKeychain::NoError) {
                    Error error = failure(*job);
                    error.code = Errc::Unavailable; // "not found" is no answer to a write
                    return done(error);
                }
                done(ok());
            });
    job->start();
}

void SecretsKeychain::remove(const QString &key, std::function<void(Status)> done)
{
    auto *job = makeJob<QKeychain::DeletePasswordJob>(key);
    connect(job, &QKeychain::Job::finished, job,
            [job, alive = std::weak_ptr<int>(m_alive), done = std::move(done)] {
                if (alive.expired()) return;
                if (job->error() != QKeychain::NoError && job->error() != QKeychain::EntryNotFound)
                    return done(failure(*job));
                done(ok());
            });
    job->start();
}

QString SecretsKeychain::backendName() const
{
#if defined(Q_OS_MACOS)
    return u"macOS Keychain"_s;
#elif defined(Q_OS_WIN)
    return u"Windows Credential Manager"_s;
#else
    // QtKeychain chooses by the desktop and does not tell; this is its rule.
    return qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains(u"KDE"_s) ? u"KWallet"_s
                                                                          : u"Secret Service"_s;
#endif
}

} // namespace kith
