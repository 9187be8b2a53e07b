#include "server/storage/epoch_guard.h"

#include "core/base/twin.h"

#include <QFile>
#include <QtEndian>

namespace kith::server {

using namespace Qt::StringLiterals;

EpochGuard::EpochGuard(const QString &databaseFile)
    : m_file(std::make_unique<QFile>(databaseFile + u".guard"_s))
{
    // Unbuffered: one small write for each commit, which outlives this process at once.
    (void)m_file->open(QIODevice::ReadWrite | QIODevice::Unbuffered);
}

EpochGuard::~EpochGuard() = default;

bool EpochGuard::isAheadOf(const QByteArray &dbUuid, qint64 commitNo) const
{
    if (isTwin(Twin::EpochKept) || !m_file->isOpen() || !m_file->seek(0)) return false;
    const QByteArray bytes = m_file->read(24);
    return bytes.size() == 24 && bytes.first(16) == dbUuid &&
           qFromBigEndian<qint64>(bytes.constData() + 16) > commitNo;
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
