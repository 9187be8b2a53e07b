#pragma once
#include "server/files/blobs.h"

#include <QString>

namespace kith::server {

/// Blobs as files: `<dir>/<first two digits>/<key>`, unfinished ones with `.part` behind, and a `.doubt`
/// beside them that holds the size at which BlobWriter::doubt() was called.
class FolderBlobs final : public Blobs {
public:
    /// Makes the folder (0700) when it is missing. Io: it cannot be used.
    static Result<std::unique_ptr<FolderBlobs>> open(const QString &dir);

    Result<std::unique_ptr<BlobWriter>> append(const QByteArray &key) override;
    Status finish(const QByteArray &key) override;
    Result<std::unique_ptr<BlobReader>> read(const QByteArray &key) override;
    Status remove(const QByteArray &key) override;
    Result<std::vector<BlobInfo>> list(const QByteArray &after, int limit) override;
    qint64 free() const override;

private:
    explicit FolderBlobs(const QString &dir)
        : m_dir(dir)
    {
    }
    QString folderOf(const QByteArray &key) const;
    QString fileOf(const QByteArray &key) const;

    const QString m_dir;
};

} // namespace kith::server
