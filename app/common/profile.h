#pragma once
#include "core/base/ids.h"
#include "core/base/result.h"

#include <QLockFile>
#include <QUrl>
#include <QUuid>
#include <memory>
#include <vector>

namespace kith {

/// One signed-in account of a profile. `id` names its folder and its secret; it never changes.
struct Account {
    QUuid id;
    QUrl server; // http: or https:, no path
    QString login;
    QString name;
    UserId user;
    DeviceId device;
    friend bool operator==(const Account &, const Account &) = default;
};

/// The folder where one person's accounts live:
///   PROFILE/accounts.ini             the list of accounts
///   PROFILE/accounts/<uuid>/kith.db  the mirror of one account
///   PROFILE/accounts/<uuid>/lock     held by the process that has the account open
class Profile {
public:
    /// Creates the folder (0700) when it is missing. Io: it cannot be created, entered or written; Corrupt:
    /// the list of accounts cannot be read. Both sentences name the folder. Empty `dir` = defaultDir().
    static Result<Profile> open(const QString &dir);
    static QString defaultDir();

    QString dir() const { return m_dir; }
    QString accountDir(const QUuid &account) const;
    QString mirrorFile(const QUuid &account) const;
    /// Key of the account's refresh token in a Secrets store.
    static QString secretKey(const Account &account);

    /// In the order in which they were added.
    std::vector<Account> accounts() const { return m_accounts; }
    /// By login ("ana") or by login and server ("ana@host:port"); the only account when `who` is empty.
    /// NotFound: none; BadInput: several, `what` lists them.
    Result<Account> account(const QString &who) const;
    /// Adds or replaces by id; the list on disk is replaced in one step.
    Status put(const Account &account);
    Status remove(const QUuid &account);

    /// Makes the account's folder and takes its lock, held until the object dies.
    /// Locked: another kith program uses the account; `what` says so.
    Result<std::unique_ptr<QLockFile>> lock(const QUuid &account) const;

private:
    explicit Profile(QString dir)
        : m_dir(std::move(dir))
    {
    }
    Status load();
    Status save(const std::vector<Account> &accounts) const;

    QString m_dir;
    std::vector<Account> m_accounts;
};

} // namespace kith
