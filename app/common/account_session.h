#pragma once
#include "app/common/profile.h"
#include "core/domain/commands.h"
#include "core/domain/feed.h"
#include "core/domain/rescue.h"
#include "sync/account_auth.h"

namespace kith {

class Secrets;

/// One open account: its lock, its mirror and its engine on its own thread. Destroying it stops the engine,
/// waits for its thread, closes the mirror and gives the lock back, in that order.
class AccountSession {
public:
    struct Options {
        bool online = true;
        QByteArray access; // a token that signing in has just brought; may be empty
        int accessTtlSeconds = 0;
        QString damage = {}; // what is known to be wrong with the mirror: it is rescued first
    };
    /// Locked, TooNew, Corrupt, Io, Full: each sentence names the file. `secrets` and `feed` outlive the
    /// session.
    static Result<std::unique_ptr<AccountSession>> open(const Profile &profile, const Account &account,
                                                        Secrets &secrets, Feed &feed, Options options);
    ~AccountSession();

    const Account &account() const;
    QString mirrorFile() const; // for Reader::open on the caller's thread
    Commands &commands();
    /// A good access token, or why there is none; answered on the sync thread, not after this object is gone.
    void token(std::function<void(const AccountAuth::Answer &)> done);
    /// What became of a damaged mirror; nothing once told() was called, which is kept.
    std::optional<RescueReport> rescued() const;
    void told();

private:
    struct Private;
    explicit AccountSession(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

class Reader;

/// The account's mirror, to be read beside whoever has it open. One that an older version wrote is brought up
/// to date first, which needs the account's lock (`locked`: the caller has it). Errors: those of
/// Reader::open() and AccountSession::open().
Result<std::unique_ptr<Reader>> openReader(const Profile &profile, const Account &account,
                                           bool locked = false);

} // namespace kith
