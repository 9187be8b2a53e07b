#include "app/common/secrets_file.h"

#include <QFile>
#include <QHash>
#include <QSaveFile>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr qsizetype maxFileBytes = 64 * 1024;

/// The answer comes later, on the caller's thread (the sync thread uses this too), and not after the store is
/// gone.
template <class T> void answerLater(std::weak_ptr<int> alive, std::function<void(T)> done, T answer)
{
    QTimer::singleShot(0, [alive = std::move(alive), done = std::move(done), answer = std::move(answer)] {
        if (!alive.expired()) done(answer);
    });
}

} // namespace

SecretsFile::SecretsFile(const QString &profileDir, QObject *parent)
    : QObject(parent)
    , m_file(profileDir + u"/secrets.ini"_s)
{
}

QString SecretsFile::backendName() const { return u"file"_s; }

QString SecretsFile::warning() const
{
    return u"Warning: secrets are kept unencrypted in %1 (--secrets file)."_s.arg(m_file);
}

Result<QHash<QString, QByteArray>> SecretsFile::load() const
{
    QFile file(m_file);
    if (!file.exists()) return QHash<QString, QByteArray>{};
    if (!file.open(QIODevice::ReadOnly))
        return Error{Errc::Unavailable, u"%1 cannot be read: %2."_s.arg(m_file, file.errorString())};
    if (file.size() > maxFileBytes) return Error{Errc::Unavailable, u"%1 is too large."_s.arg(m_file)};
    QHash<QString, QByteArray> all;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype at = line.indexOf('=');
        if (at > 0) all.insert(QString::fromUtf8(line.first(at)), line.sliced(at + 1));
    }
    return all;
}

Status SecretsFile::save(const QHash<QString, QByteArray> &all) const
{
    QSaveFile file(m_file);
    // Unbuffered: QSaveFile does not hear of a buffer that could not be flushed, and would put an empty file
    // in the place of a good one when the disk is full.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return Error{Errc::Unavailable, u"%1 cannot be written: %2."_s.arg(m_file, file.errorString())};
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // before the first secret is in it
    QList<QString> keys = all.keys();
    std::sort(keys.begin(), keys.end());
    QByteArray lines;
    for (const QString &key : std::as_const(keys)) lines += key.toUtf8() + '=' + all.value(key) + '\n';
    if (file.write(lines) != lines.size() || !file.commit())
        return Error{Errc::Unavailable, u"%1 cannot be written: %2."_s.arg(m_file, file.errorString())};
    return ok();
}

void SecretsFile::read(const QString &key, std::function<void(Result<QByteArray>)> done)
{
    const auto all = load();
    if (!all) return answerLater<Result<QByteArray>>(m_alive, std::move(done), all.error());
    const auto found = all->constFind(key);
    if (found == all->cend())
        return answerLater<Result<QByteArray>>(
            m_alive, std::move(done), Error{Errc::NotFound, u"%1 holds no such secret."_s.arg(m_file)});
    answerLater<Result<QByteArray>>(m_alive, std::move(done), *found);
}

void SecretsFile::write(const QString &key, const QByteArray &secret, std::function<void(Status)> done)
{
    if (key.isEmpty() || key.contains(u'=') || key.contains(u'\n') || secret.isEmpty() ||
        secret.size() > 512 || secret.contains('\n'))
        return answerLater<Status>(m_alive, std::move(done),
                                   Error{Errc::BadInput, u"A secret is one short line."_s});
    auto all = load();
    if (!all) return answerLater<Status>(m_alive, std::move(done), all.error());
    all->insert(key, secret);
    answerLater<Status>(m_alive, std::move(done), save(*all));
}

void SecretsFile::remove(const QString &key, std::function<void(Status)> done)
{
    auto all = load();
    if (!all) return answerLater<Status>(m_alive, std::move(done), all.error());
    const bool had = all->remove(key);
    answerLater<Status>(m_alive, std::move(done), had ? save(*all) : ok());
}

} // namespace kith
