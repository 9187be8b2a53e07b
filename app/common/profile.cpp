#include "app/common/profile.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

QString iniFile(const QString &dir) { return dir + u"/accounts.ini"_s; }

Status makeOwnFolder(const QString &dir)
{
    const QFileInfo info(dir);
    if (info.exists() && !info.isDir())
        return Error{Errc::Io, u"The profile %1 is a file, not a folder."_s.arg(dir)};
    if (!info.exists()) {
        if (!QDir().mkpath(dir)) return Error{Errc::Io, u"The folder %1 cannot be created."_s.arg(dir)};
        QFile::setPermissions(dir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const QFileInfo made(dir);
    if (!made.isReadable() || !made.isWritable())
        return Error{Errc::Io, u"The folder %1 cannot be read and written by this user."_s.arg(dir)};
    return ok();
}

QString describe(const Account &account)
{
    return u"%1@%2"_s.arg(account.login, account.server.authority(QUrl::FullyEncoded));
}

Result<std::vector<Account>> readAccounts(const QString &file)
{
    std::vector<Account> accounts;
    if (!QFileInfo::exists(file)) return accounts;
    QSettings ini(file, QSettings::IniFormat);
    const int count = ini.beginReadArray(u"accounts"_s);
    for (int i = 0; i < count; ++i) {
        ini.setArrayIndex(i);
        Account a;
        a.id = QUuid::fromString(ini.value(u"uuid"_s).toString());
        a.server = QUrl(ini.value(u"server"_s).toString());
        a.login = ini.value(u"login"_s).toString();
        a.name = ini.value(u"name"_s).toString();
        a.user = UserId::fromText(ini.value(u"user"_s).toString().toLatin1()).value_or(UserId{});
        a.device = DeviceId::fromText(ini.value(u"device"_s).toString().toLatin1()).value_or(DeviceId{});
        if (a.id.isNull() || !a.user || !a.device || !a.server.isValid())
            return Error{Errc::Corrupt,
                         u"The list of accounts %1 cannot be read (entry %2)."_s.arg(file).arg(i + 1)};
        accounts.push_back(a);
    }
    ini.endArray();
    if (ini.status() != QSettings::NoError)
        return Error{Errc::Corrupt, u"The list of accounts %1 cannot be read."_s.arg(file)};
    return accounts;
}

void writeAccounts(const QString &file, const std::vector<Account> &accounts)
{
    QSettings ini(file, QSettings::IniFormat);
    ini.beginWriteArray(u"accounts"_s, int(accounts.size()));
    for (size_t i = 0; i < accounts.size(); ++i) {
        const Account &a = accounts[i];
        ini.setArrayIndex(int(i));
        ini.setValue(u"uuid"_s, a.id.toString(QUuid::WithoutBraces));
        ini.setValue(u"server"_s, a.server.toString(QUrl::FullyEncoded));
        ini.setValue(u"login"_s, a.login);
        ini.setValue(u"name"_s, a.name);
        ini.setValue(u"user"_s, QString::fromLatin1(a.user.text()));
        ini.setValue(u"device"_s, QString::fromLatin1(a.device.text()));
    }
    ini.endArray();
}

} // namespace

QString Profile::defaultDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/kith"_s;
}

Result<Profile> Profile::open(const QString &dir)
{
    Profile profile(QDir(dir.isEmpty() ? defaultDir() : dir).absolutePath());
    if (auto made = makeOwnFolder(profile.m_dir); !made) return made.error();
    if (auto loaded = profile.load(); !loaded) return loaded.error();
    return profile;
}

QString Profile::accountDir(const QUuid &account) const
{
    return m_dir + u"/accounts/"_s + account.toString(QUuid::WithoutBraces);
}

QString Profile::mirrorFile(const QUuid &account) const { return accountDir(account) + u"/kith.db"_s; }

QString Profile::secretKey(const Account &account)
{
    return account.id.toString(QUuid::WithoutBraces) + u'/' + QString::fromLatin1(account.device.text());
}

Result<Account> Profile::account(const QString &who) const
{
    std::vector<Account> fits;
    QStringList names;
    for (const Account &a : m_accounts) {
        if (!who.isEmpty() && who != a.login && who != describe(a)) continue;
        fits.push_back(a);
        names.append(describe(a));
    }
    if (fits.size() == 1) return fits.front();
    if (fits.empty() && who.isEmpty())
        return Error{Errc::NotFound, u"Nobody is signed in to %1."_s.arg(m_dir)};
    if (fits.empty()) return Error{Errc::NotFound, u"%1 has no account %2."_s.arg(m_dir, who)};
    return Error{Errc::BadInput, u"Several accounts fit, name one of: %1."_s.arg(names.join(u", "_s))};
}

Status Profile::load()
{
    auto read = readAccounts(iniFile(m_dir));
    if (!read) return read.error();
    m_accounts = *std::move(read);
    return ok();
}

/// Into a file beside, which takes the list's place when it holds it whole: a full disk leaves the list as it
/// was.
Status Profile::save(const std::vector<Account> &accounts) const
{
    const QString file = iniFile(m_dir);
    const Error failed{Errc::Io, u"The list of accounts %1 cannot be written."_s.arg(file)};
    // Read back under a name that QSettings has never seen: of others it may tell what it remembers.
    const QString once = file + u'.' + QUuid::createUuid().toString(QUuid::Id128), next = once + u".next"_s;
    writeAccounts(once, accounts);
    const bool there = QFile::rename(once, next);
    const auto written = readAccounts(next);
    if (!there || !written || *written != accounts) {
        QFile::remove(once);
        QFile::remove(next);
        return failed;
    }
    std::error_code error;
    std::filesystem::rename(next.toStdU16String(), file.toStdU16String(), error); // replaces, in one step
    if (error) QFile::remove(next);
    return error ? Status(failed) : ok();
}

Status Profile::put(const Account &account)
{
    std::vector<Account> next = m_accounts;
    const auto same =
        std::find_if(next.begin(), next.end(), [&](const Account &a) { return a.id == account.id; });
    if (same == next.end())
        next.push_back(account);
    else
        *same = account;
    if (auto saved = save(next); !saved) return saved;
    m_accounts = std::move(next);
    return ok();
}

Status Profile::remove(const QUuid &account)
{
    std::vector<Account> next = m_accounts;
    std::erase_if(next, [&](const Account &a) { return a.id == account; });
    if (auto saved = save(next); !saved) return saved;
    m_accounts = std::move(next);
    return ok();
}

Result<std::unique_ptr<QLockFile>> Profile::lock(const QUuid &account) const
{
    const QString accounts = m_dir + u"/accounts"_s;
    for (const QString &dir : {accounts, accountDir(account)}) {
        if (auto made = makeOwnFolder(dir); !made) return made.error();
    }
    auto lock = std::make_unique<QLockFile>(accountDir(account) + u"/lock"_s);
    lock->setStaleLockTime(0); // a lock is stale only when its process is gone, however long it has been held
    if (lock->tryLock()) return lock;
    if (lock->error() != QLockFile::LockFailedError)
        return Error{Errc::Io, u"The folder %1 cannot be locked."_s.arg(accountDir(account))};
    qint64 pid = 0;
    QString host, program;
    lock->getLockInfo(&pid, &host, &program);
    return Error{Errc::Locked, u"Another kith program (%1, process %2) uses this account in %3."_s
                                   .arg(program.isEmpty() ? u"unknown"_s : program)
                                   .arg(pid)
                                   .arg(m_dir)};
}

} // namespace kith
