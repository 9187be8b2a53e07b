#include "ui/export/export_folder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QUuid>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr qint64 pieceBytes = 1024 * 1024;

bool synced(QFile &file)
{
#ifdef Q_OS_UNIX
    return file.flush() && ::fsync(file.handle()) == 0;
#else
    return file.flush();
#endif
}

/// Why writing failed: a full disk is told apart, because there is something to do about it.
Error writeError(const QString &path, const QString &why)
{
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    if (disk.isValid() && disk.bytesAvailable() < pieceBytes)
        return {Errc::Full, u"the disk is full: %1 cannot be written"_s.arg(path)};
    return {Errc::Io, u"%1 cannot be written: %2"_s.arg(path, why)};
}

} // namespace

Result<std::unique_ptr<ExportFolder>> ExportFolder::begin(const QString &target)
{
    const QFileInfo wanted(target);
    if (wanted.exists() || wanted.isSymLink())
        return Error{Errc::BadInput,
                     u"%1 is there already: an export is written into a new folder"_s.arg(target)};
    const QString parent = wanted.absolutePath();
    if (!QFileInfo(parent).isDir())
        return Error{Errc::BadInput, u"there is no folder %1 to write the export into"_s.arg(parent)};
    const QString half = u"%1/%2.unfinished-%3"_s.arg(parent, wanted.fileName(),
                                                      QUuid::createUuid().toString(QUuid::Id128).left(8));
    if (!QDir().mkdir(half)) return Error{Errc::Io, u"no folder can be made in %1"_s.arg(parent)};
    QFile::setPermissions(half, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner); // private mail
    return std::unique_ptr<ExportFolder>(new ExportFolder(wanted.absoluteFilePath(), half));
}

ExportFolder::~ExportFolder()
{
    if (!m_finished) QDir(m_half).removeRecursively();
}

Status ExportFolder::makeFolder(const QString &inside)
{
    if (QDir().mkpath(path(inside))) return ok();
    return writeError(path(inside), u"no folder can be made"_s);
}

Status ExportFolder::finish()
{
    if (QFileInfo::exists(m_target) || !QDir().rename(m_half, m_target))
        return Error{Errc::Io, u"the export cannot be named %1"_s.arg(m_target)};
    m_finished = true;
    return ok();
}

ExportFile::ExportFile(const QString &path)
    : m_file(std::make_unique<QFile>(path))
{
    if (!m_file->open(QIODevice::WriteOnly | QIODevice::NewOnly)) fail();
}

ExportFile::~ExportFile() = default;

void ExportFile::fail()
{
    if (m_status) m_status = writeError(m_file->fileName(), m_file->errorString());
}

void ExportFile::write(QByteArrayView bytes)
{
    if (failed()) return;
    if (m_file->write(bytes.data(), bytes.size()) != bytes.size()) fail();
}

Status ExportFile::close()
{
    if (!failed() && !synced(*m_file)) fail();
    m_file->close();
    return m_status;
}

Result<Copied> copyInto(const QString &from, const QString &to, qint64 size, const QByteArray &sha256,
                        const std::function<bool()> &goOn)
{
    QFile source(from);
    const QFileInfo info(from);
    if (!info.isFile() || info.size() != size || !source.open(QIODevice::ReadOnly)) return Copied::NotThere;
    ExportFile target(to);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    qint64 copied = 0;
    while (!target.failed()) {
        const qint64 got = source.read(piece.data(), piece.size());
        if (got <= 0) break;
        copied += got;
        hash.addData(QByteArrayView(piece).first(got));
        target.write(QByteArrayView(piece).first(got));
        if (!goOn()) return Copied::Stopped;
    }
    if (const Status written = target.close(); !written) return written.error();
    if (copied == size && (sha256.isEmpty() || hash.result() == sha256)) return Copied::Whole;
    QFile::remove(to);
    return Copied::NotThere;
}

} // namespace kith
