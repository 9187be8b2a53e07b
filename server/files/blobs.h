#pragma once
#include "core/base/result.h"

#include <QByteArray>
#include <memory>
#include <vector>

namespace kith::server {

/// Takes the bytes of one unfinished blob. One at a time for each key.
class BlobWriter {
public:
    virtual ~BlobWriter() = default;
    virtual qint64 size() const = 0;
    /// Behind what is there. Full: no room; after any error size() is what it was before the call.
    virtual Status write(QByteArrayView bytes) = 0;
    /// When it returns, everything up to size() outlives a crash of the machine.
    virtual Status sync() = 0;
    /// What comes from here on does not count before settle(): if this process ends first, the blob is found
    /// as long as it is now. rollback() takes it back at once.
    virtual Status doubt() = 0;
    virtual Status settle() = 0;
    virtual Status rollback() = 0;
};

class BlobReader {
public:
    virtual ~BlobReader() = default;
    virtual qint64 size() const = 0;
    /// Exactly `most` bytes, fewer at the end.
    virtual Result<QByteArray> read(qint64 at, qint64 most) = 0;
};

struct BlobInfo {
    QByteArray key;
    qint64 size = 0;
    bool finished = false;
    qint64 changedMs = 0; // Unix time of the last write
};

/// The server's seam to where files' bytes are: a folder now, an S3 bucket later; both pass
/// tests/server/blobs_contract.h. A blob is written unfinished, then finished, then never changed. Keys are
/// the server's own: 32 hexadecimal digits. Blocking; any thread.
class Blobs {
public:
    virtual ~Blobs() = default;

    /// The unfinished blob of this key, made when there is none. Its size counts what is durable. Refused: it
    /// is finished.
    virtual Result<std::unique_ptr<BlobWriter>> append(const QByteArray &key) = 0;
    /// Makes the unfinished blob the finished one; durable when it returns. NotFound: there is none.
    virtual Status finish(const QByteArray &key) = 0;
    /// An unfinished or finished blob. NotFound: neither. Goes on reading a blob that is removed meanwhile,
    /// or fails with Io.
    virtual Result<std::unique_ptr<BlobReader>> read(const QByteArray &key) = 0;
    /// Both forms of it; no error when there is none.
    virtual Status remove(const QByteArray &key) = 0;
    /// Blobs with a key above `after` in the order of keys, at most `limit`.
    virtual Result<std::vector<BlobInfo>> list(const QByteArray &after, int limit) = 0;
    /// Bytes that can still be stored; -1 = cannot be told.
    virtual qint64 free() const = 0;
};

} // namespace kith::server
