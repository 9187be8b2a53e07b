#include "server/files/folder_blobs.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QStorageInfo>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <map>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

constexpr auto mine = QFile::ReadOwner | QFile::WriteOwner;

bool isKey(QByteArrayView key)
{
    return key.size() == 32 && std::all_of(key.begin(), key.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

Error fault(const QFileDevice &file, const QString &doing)
{
    const bool full = file.error() == QFileDevice::ResourceError || errno == ENOSPC || errno == EDQUOT;
    return {full ? Errc::Full : Errc::Io,
            u"%1: %2 failed: %3"_s.arg(file.fileName(), doing, file.errorString())};
}

bool syncFile(QFile &file)
{
    if (!file.flush()) return false;
#ifdef Q_OS_LINUX
    return ::fdatasync(file.handle()) == 0;
#elif defined(Q_OS_UNIX)
    return ::fsync(file.handle()) == 0;
#else
    return true;
#endif
}

/// A name that was made, changed or taken away in a folder is durable only after this.
void syncFolder(const QString &dir)
{
#ifdef Q_OS_UNIX
    const int fd = ::open(QFile::encodeName(dir).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    ::fsync(fd);
    ::close(fd);
#else
    Q_UNUSED(dir)
#endif
}

class FileWriter final : public BlobWriter {
public:
    explicit FileWriter(const QString &path)
        : m_file(path)
        , m_doubt(path.chopped(5) + u".doubt"_s)
    {
    }
    Status open()
    {
        errno = 0;
        const bool fresh = !m_file.exists();
        if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) return fault(m_file, u"opening"_s);
        if (fresh) m_file.setPermissions(mine);
        m_size = m_file.size();
        if (QFile doubt(m_doubt); doubt.open(QIODevice::ReadOnly)) {
            m_settled = std::min(m_size, doubt.readAll().toLongLong());
            if (auto r = rollback(); !r) return r;
        }
        // What a killed process had written is in the file, but maybe not on the disk yet.
        if (auto r = sync(); !r) return r;
        if (fresh) syncFolder(m_file.fileName().section(u'/', 0, -2));
        return ok();
    }
    qint64 size() const override { return m_size; }
    Status write(QByteArrayView bytes) override
    {
        errno = 0;
        if (!m_file.seek(m_size)) return fault(m_file, u"seeking"_s);
        qint64 written = 0;
        while (written < bytes.size()) {
            const qint64 n = m_file.write(bytes.data() + written, bytes.size() - written);
            if (n <= 0) {
                const Error error = fault(m_file, u"writing"_s);
                m_file.unsetError();
                m_file.resize(m_size);
                return error;
            }
            written += n;
        }
        m_size += written;
        return ok();
    }
    Status sync() override
    {
        errno = 0;
        if (!syncFile(m_file)) return fault(m_file, u"syncing"_s);
        return ok();
    }
    Status doubt() override
    {
        QFile doubt(m_doubt);
        errno = 0;
        if (!doubt.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
            doubt.write(QByteArray::number(m_size)) < 0 || !syncFile(doubt))
            return fault(doubt, u"writing"_s);
        doubt.setPermissions(mine);
        m_settled = m_size;
        return ok();
    }
    Status settle() override
    {
        if (auto r = sync(); !r) return r;
        QFile::remove(m_doubt);
        m_settled = -1;
        return ok();
    }
    Status rollback() override
    {
        if (m_settled < 0) return ok();
        errno = 0;
        if (!m_file.resize(m_settled)) return fault(m_file, u"cutting"_s);
        m_size = m_settled;
        return settle();
    }

private:
    QFile m_file;
    const QString m_doubt;
    qint64 m_size = 0;
    qint64 m_settled = -1; // size at doubt(); -1 = nothing is in doubt
};

class FileReader final : public BlobReader {
public:
    explicit FileReader(const QString &path)
        : m_file(path)
    {
    }
    bool open() { return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    qint64 size() const override { return m_file.size(); }
    Result<QByteArray> read(qint64 at, qint64 most) override
    {
        errno = 0;
        if (!m_file.seek(at)) return fault(m_file, u"seeking"_s);
        QByteArray bytes(qsizetype(most), Qt::Uninitialized);
        qint64 got = 0;
        while (got < most) {
            const qint64 n = m_file.read(bytes.data() + got, most - got);
            if (n < 0) return fault(m_file, u"reading"_s);
            if (n == 0) break;
            got += n;
        }
        bytes.truncate(qsizetype(got));
        return bytes;
    }

private:
    QFile m_file;
};

} // namespace

Result<std::unique_ptr<FolderBlobs>> FolderBlobs::open(const QString &dir)
{
    const QFileInfo info(dir);
    if (!info.exists()) {
        if (!QDir().mkpath(dir)) return Error{Errc::Io, u"the folder %1 cannot be made"_s.arg(dir)};
        QFile::setPermissions(dir, mine | QFile::ExeOwner);
    }
    const QFileInfo now(dir);
    if (!now.isDir() || !now.isWritable())
        return Error{Errc::Io, u"%1 is not a folder that can be written to"_s.arg(dir)};
    return std::unique_ptr<FolderBlobs>(new FolderBlobs(dir));
}

QString FolderBlobs::folderOf(const QByteArray &key) const
{
    return m_dir + u'/' + QString::fromLatin1(key.left(2));
}

QString FolderBlobs::fileOf(const QByteArray &key) const
{
    return folderOf(key) + u'/' + QString::fromLatin1(key);
}

Result<std::unique_ptr<BlobWriter>> FolderBlobs::append(const QByteArray &key)
{
    if (!isKey(key)) return Error{Errc::BadInput, u"not a blob's key"_s};
    if (QFile::exists(fileOf(key))) return Error{Errc::Refused, u"this blob is finished"_s};
    errno = 0;
    if (!QDir().mkpath(folderOf(key)))
        return Error{errno == ENOSPC ? Errc::Full : Errc::Io,
                     u"the folder %1 cannot be made"_s.arg(folderOf(key))};
    auto writer = std::make_unique<FileWriter>(fileOf(key) + u".part"_s);
    if (auto opened = writer->open(); !opened) return opened.error();
    return std::unique_ptr<BlobWriter>(std::move(writer));
}

Status FolderBlobs::finish(const QByteArray &key)
{
    if (!isKey(key)) return Error{Errc::BadInput, u"not a blob's key"_s};
    const QString file = fileOf(key);
    QFile part(file + u".part"_s);
    if (!part.exists())
        return QFile::exists(file) ? ok() : Status(Error{Errc::NotFound, u"no such unfinished blob"_s});
    errno = 0;
    if (!part.open(QIODevice::ReadWrite) || !syncFile(part)) return fault(part, u"syncing"_s);
    if (!part.rename(file)) return fault(part, u"renaming"_s);
    QFile::remove(file + u".doubt"_s);
    syncFolder(folderOf(key));
    return ok();
}

Result<std::unique_ptr<BlobReader>> FolderBlobs::read(const QByteArray &key)
{
    if (!isKey(key)) return Error{Errc::BadInput, u"not a blob's key"_s};
    for (const QString &ending : {u""_s, u".part"_s}) {
        auto reader = std::make_unique<FileReader>(fileOf(key) + ending);
        if (reader->open()) return std::unique_ptr<BlobReader>(std::move(reader));
    }
    return Error{Errc::NotFound, u"no such blob"_s};
}

Status FolderBlobs::remove(const QByteArray &key)
{
    if (!isKey(key)) return Error{Errc::BadInput, u"not a blob's key"_s};
    for (const QString &ending : {u".part"_s, u".doubt"_s, u""_s}) {
        QFile file(fileOf(key) + ending);
        errno = 0;
        if (file.exists() && !file.remove()) return fault(file, u"removing"_s);
    }
    return ok();
}

Result<std::vector<BlobInfo>> FolderBlobs::list(const QByteArray &after, int limit)
{
    std::map<QByteArray, BlobInfo> found; // a killed process can leave both forms of one
    const QDir top(m_dir);
    const QString from = QString::fromLatin1(after.left(2));
    for (const QString &folder : top.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (folder < from || folder.size() != 2) continue;
        const QDir dir(top.filePath(folder));
        for (const QFileInfo &file : dir.entryInfoList(QDir::Files, QDir::Name)) {
            const QByteArray key = file.fileName().left(32).toLatin1();
            if (!isKey(key) || key <= after || file.fileName().endsWith(".doubt"_L1)) continue;
            const bool finished = file.fileName().size() == 32;
            BlobInfo &info = found[key];
            if (info.key.isEmpty() || finished)
                info = {key, file.size(), finished, file.lastModified().toMSecsSinceEpoch()};
        }
        if (int(found.size()) >= limit) break;
    }
    std::vector<BlobInfo> page;
    for (auto &[key, info] : found) {
        if (int(page.size()) == limit) break;
        page.push_back(std::move(info));
    }
    return page;
}

qint64 FolderBlobs::free() const
{
    const QStorageInfo storage(m_dir);
    return storage.isValid() ? storage.bytesAvailable() : -1;
}

} // namespace kith::server
