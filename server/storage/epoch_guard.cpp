#include "server/storage/epoch_guard.h"

#include "core/base/twin.h"

#include <QFile>
#include <QtEndian>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

EpochGuard::Noted readFrom(QFile &file)
{
    if (!file.isOpen() || !file.seek(0)) return {};
    const QByteArray bytes = file.read(24);
    if (bytes.size() != 24) return {};
    return {bytes.first(16), qFromBigEndian<qint64>(bytes.constData() + 16)};
}

QString nameOf(const QString &databaseFile) { return databaseFile + u".guard"_s; }

} // namespace

EpochGuard::EpochGuard(const QString &databaseFile)
    : m_file(std::make_unique<QFile>(nameOf(databaseFile)))
{
    // Unbuffered: one small write for each commit, which outlives this process at once.
    (void)m_file->open(QIODevice::ReadWrite | QIODevice::Unbuffered);
}

EpochGuard::~EpochGuard() = default;

EpochGuard::Noted EpochGuard::noted(const QString &databaseFile)
{
    QFile file(nameOf(databaseFile));
    (void)file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return readFrom(file);
}

qint64 EpochGuard::commitNo() const { return readFrom(*m_file).commitNo; }

bool EpochGuard::isAheadOf(const QByteArray &dbUuid, qint64 commitNo) const
{
    if (isTwin(Twin::EpochKept)) return false;
    return readFrom(*m_file).isAheadOf(dbUuid, commitNo);
}

void EpochGuard::note(const QByteArray &dbUuid, qint64 commitNo)
{
    if (!m_file->isOpen() || !m_file->seek(0)) return;
    QByteArray bytes = dbUuid;
    bytes.resize(24);
    qToBigEndian(commitNo, bytes.data() + 16);
    m_file->write(bytes);
}

} // namespace kith::server
