#pragma once
#include "core/domain/attachment.h"
#include "server/files/blobs.h"
#include "server/files/file_pool.h"

#include <QCryptographicHash>
#include <QHash>
#include <atomic>

namespace kith::server {

/// One unfinished file: its bytes on the disk, their hash, and who may add to it.
///
/// The hash is counted while bytes come in. What was there before this process (or was taken back) is read
/// again in small jobs of the strand, beside what comes in; so nothing ever waits for a long hash but the
/// end. Thread: all but strand(), takeTurn() and hasTurn() on the strand.
class Upload : public std::enable_shared_from_this<Upload> {
public:
    struct Whole {
        QByteArray sha256;
        QString mime;
    };
    Upload(Blobs &blobs, FilePool &pool, const AttId &att, qint64 length);

    size_t strand() const { return m_strand; }
    /// Whoever asked last writes: a connection that died unseen must not hold up the one that follows it.
    quint64 takeTurn() { return ++m_turn; }
    bool hasTurn(quint64 turn) const { return m_turn == turn; }

    Status open(); // before all that follows; cheap when it is open
    qint64 size() const { return m_size; }
    qint64 length() const { return m_length; }
    Status write(QByteArrayView bytes);
    Status sync();
    Status doubt();
    Status settle();
    Status rollback();
    /// All bytes are here: finishes the blob. `done` on the strand, at once or later. Corrupt: they do not
    /// have the hash `wanted` (empty = any).
    void finish(const QByteArray &wanted, std::function<void(Result<Whole>)> done);

private:
    void hashSome();
    void hashed();

    Blobs &m_blobs;
    FilePool &m_pool;
    const QByteArray m_key;
    const qint64 m_length;
    const size_t m_strand;
    std::atomic<quint64> m_turn{0};

    std::unique_ptr<BlobWriter> m_writer; // null: finished already
    std::unique_ptr<BlobReader> m_reader; // while catching up with the hash
    bool m_opened = false;
    qint64 m_size = 0;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_hashed = 0; // bytes from the start
    bool m_catching = false;
    QByteArray m_wanted;
    std::vector<std::function<void(Result<Whole>)>> m_done;
};

/// The uploads at work, so that a hash is not counted anew for each piece. Thread-safe.
class UploadBook {
public:
    UploadBook(Blobs &blobs, FilePool &pool)
        : m_blobs(blobs)
        , m_pool(pool)
    {
    }
    std::shared_ptr<Upload> at(const AttId &att, qint64 length, qint64 nowMs);
    void drop(const AttId &att);
    void dropIdle(qint64 beforeMs); // those not asked for since

private:
    struct Entry {
        std::shared_ptr<Upload> upload;
        qint64 askedMs = 0;
    };
    Blobs &m_blobs;
    FilePool &m_pool;
    std::mutex m_mutex;
    QHash<AttId, Entry> m_entries;
};

} // namespace kith::server
