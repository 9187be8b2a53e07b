#pragma once
#include "core/base/result.h"

#include <QString>
#include <vector>

namespace kith::server {

/// What a new password must be on this server (NIST SP 800-63B): as long as the operator wants, on no list,
/// and not weak (password_rules.h). Nothing is asked of its composition. Immutable once made; any thread.
class PasswordPolicy {
public:
    enum class Fault : quint8 { None, Length, Weak };
    explicit PasswordPolicy(int minChars, QString serverName = {})
        : m_minChars(minChars)
        , m_serverName(std::move(serverName))
    {
    }
    /// Takes the lines of a file for passwords that nobody may choose. NotFound; Corrupt (over 64 MiB).
    Status addFile(const QString &path);
    Fault faultOf(const QString &password, const QString &login, const QString &name) const;
    QString inWords(Fault fault) const;

private:
    const int m_minChars; // code points
    const QString m_serverName;
    std::vector<quint64> m_listed; // hashes of folded passwords, sorted
};

/// The one form that is hashed: NFKC, so that it does not matter how a keyboard spells a letter; UTF-8.
QByteArray normalPassword(const QString &password);

} // namespace kith::server
