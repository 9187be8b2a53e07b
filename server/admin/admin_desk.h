#pragma once
#include "core/base/clock.h"
#include "core/wire/admin_codec.h"
#include "server/api/invite_code.h"
#include "server/api/password_policy.h"
#include "server/api/passwords.h"
#include "server/files/sweep.h"
#include "server/realtime/publisher.h"
#include "server/storage/read_pool.h"
#include "server/storage/write_queue.h"

#include <atomic>
#include <thread>

namespace kith::server {

/// What `kith-server admin` may ask for, done. Belongs to the node's thread; answers come on any.
class AdminDesk {
public:
    struct Parts {
        WriteQueue &writes;
        ReadPool &reads;
        PasswordPool &passwords;
        Publisher &publisher;
        const PasswordPolicy &rules;
        const Clock &clock;
        Random &random; // thread-safe
        QString databaseFile, backupDir;
        std::function<void()> drain;
        std::function<Status()> reloadTls;
        std::function<bool(bool dryRun, std::function<void(SweepReport)>)> sweepFiles;
        std::function<wire::AdminRow()> figures; // of this process
    };
    using Answer = std::function<void(wire::AdminReply)>; // any thread, once

    explicit AdminDesk(Parts parts);
    ~AdminDesk();
    void run(const wire::AdminRequest &request, Answer answer);

private:
    struct Ask; // a request at work
    using Handler = void (AdminDesk::*)(const Ask &);
    static Handler handlerOf(const QString &command);
    void createUser(const Ask &ask);
    void resetPassword(const Ask &ask);
    void disableUser(const Ask &ask);
    void enableUser(const Ask &ask);
    void users(const Ask &ask);
    void devices(const Ask &ask);
    void revokeDevice(const Ask &ask);
    void groups(const Ask &ask);
    void groupOwner(const Ask &ask);
    void createInvite(const Ask &ask);
    void invites(const Ask &ask);
    void revokeInvite(const Ask &ask);
    void reports(const Ask &ask);
    void closeReport(const Ask &ask);
    void stats(const Ask &ask);
    void sweep(const Ask &ask);
    void backup(const Ask &ask);
    void reloadTls(const Ask &ask);
    void drain(const Ask &ask);

    /// With the id of the user named by the first word (or `login`); answers itself when there is none.
    void withUser(const Ask &ask, const QString &login, std::function<void(const UserId &)> then);
    void query(const Ask &ask, AdminQuery query);
    void write(const Ask &ask, Write write, std::function<wire::AdminRow(const WriteResult &)> shown);
    /// The password given, or a fresh one; nullopt when it breaks a rule, which was answered.
    std::optional<QString> password(const Ask &ask, const QString &login, const QString &name);

    Parts d;
    std::thread m_backup;
    std::atomic<bool> m_backingUp{false};
};

} // namespace kith::server
