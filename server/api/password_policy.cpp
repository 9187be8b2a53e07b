#include "server/api/password_policy.h"

#include "core/base/limits.h"
#include "server/api/password_rules.h"

#include <QCryptographicHash>
#include <QFile>
#include <QtEndian>
#include <algorithm>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fileMost = 64LL << 20;

quint64 hashOf(const QString &password)
{
    const QString folded = password.normalized(QString::NormalizationForm_KC).toCaseFolded();
    const QByteArray hash = QCryptographicHash::hash(folded.toUtf8(), QCryptographicHash::Sha256);
    return qFromBigEndian<quint64>(hash.constData());
}

} // namespace

Status PasswordPolicy::addFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Errc::NotFound,
                     u"the list of passwords %1 cannot be read: %2"_s.arg(path, file.errorString())};
    if (file.size() > fileMost) return Error{Errc::Corrupt, u"%1 has over 64 MiB"_s.arg(path)};
    while (!file.atEnd()) {
        const QString word = QString::fromUtf8(file.readLine(4096)).trimmed();
        if (!word.isEmpty()) m_listed.push_back(hashOf(word));
    }
    std::sort(m_listed.begin(), m_listed.end());
    return ok();
}

PasswordPolicy::Fault PasswordPolicy::faultOf(const QString &password, const QString &login,
                                              const QString &name) const
{
    const QString normal = password.normalized(QString::NormalizationForm_KC);
    if (!password.isValidUtf16() || normal.toUcs4().size() < m_minChars ||
        normal.toUtf8().size() > limits::passwordMaxBytes)
        return Fault::Length;
    const bool listed = std::binary_search(m_listed.begin(), m_listed.end(), hashOf(password));
    return listed || isWeakPassword(normal, {login, name, m_serverName}) ? Fault::Weak : Fault::None;
}

QString PasswordPolicy::inWords(Fault fault) const
{
    if (fault == Fault::None) return {};
    if (fault == Fault::Weak) return u"this password is among the first guesses"_s;
    return u"a password has at least %1 characters and at most %2 bytes"_s.arg(m_minChars)
        .arg(limits::passwordMaxBytes);
}

QByteArray normalPassword(const QString &password)
{
    return password.normalized(QString::NormalizationForm_KC).toUtf8();
}

} // namespace kith::server
