#pragma once
#include "core/domain/attachment.h"
#include "sync/engine_core.h"
#include <QSet>

namespace kith {

class Lanes;

/// One file to be brought to the server or from it.
struct TransferTask {
    AttId att;
    ChatId chat; // uploads
    bool upload = false;
    QString path; // uploads: the source
    QString name;
    qint64 size = 0;
    qint64 mtimeMs = 0; // uploads: the source is refused when it has another
    QByteArray sha256;  // uploads: empty = count it first
};

/// What is told of a task; any number of Moved, at most one Counted, then one of the others.
struct TransferReport {
    enum class Kind : quint8 {
        Counted, // uploads: size and sha256 of the source
        Moved,   // `done` bytes are there; `durable` when the other side has them for good
        Done,    // uploads: the server has it, `mime` says as what; downloads: it is whole at `path`
        Later,   // no network, a busy server: after retryMs the same again
        Refused, // `code` says why; somebody has to act
        Stopped, // as cancel() wanted
    };
    AttId att;
    Kind kind = Kind::Later;
    qint64 done = 0;
    bool durable = false;
    QByteArray sha256;
    QString mime, path, code;
    qint64 retryMs = 0;
};

/// The rules of attachments (sync.md §4.3): a message whose files are still going up waits beside its lane
/// and joins it when they are there; every transfer goes on after a restart. Who moves the bytes is somebody
/// else.
class Attachments {
public:
    /// Moves bytes; answers by report(), on the engine's thread, never from inside these.
    struct Carrier {
        std::function<void(const TransferTask &)> start;
        std::function<void(const AttId &, bool upload)> cancel; // also what is left of it, here and there
        std::function<void(const QString &path)> erase;         // a file of the cache
        /// Removes what lies in the device's own folders, is not among `kept` (paths and names of parts) and
        /// was not touched for a day: what a crash, a closed dialog or an older version left behind.
        std::function<void(QSet<QString> kept)> sweep;
        QString outgoing; // folder of copies that were made to be sent; empty = none
    };
    Attachments(EngineCore &core, Lanes &lanes)
        : m_core(core)
        , m_lanes(lanes)
    {
    }

    void setCarrier(Carrier carrier);
    void changed() { m_look = true; }
    void connected(); // what waited for the network need not wait on
    void advance();
    qint64 nextDue() const;
    void report(const TransferReport &report);

    // What wishes need, inside their transaction
    /// Empty, or the code of the refusal.
    QString enter(const Mid &mid, const std::vector<OutgoingFile> &files, std::vector<Attachment> *atts);
    bool waitsForFiles(const Mid &mid); // its send has not joined the lane
    void drop(const Mid &mid, Batch &batch);
    void retry(const Mid &mid, Batch &batch);
    QString fetch(const ChatId &chat, const Mid &mid, const AttId &att, Batch &batch);
    void cancelFetch(const AttId &att, Batch &batch);
    void drop(const ChatId &chat); // null = of all chats; in transactions of its own
    void setCache(qint64 bytes);
    /// The server does not have the files of this send (any more). True: they go up again before it.
    bool uploadAgain(const OutboxEntry &entry, Batch &batch);

private:
    struct Delay {
        qint64 untilMs = 0;
        int times = 0;
    };
    bool start(const Transfer &transfer);
    void counted(const TransferReport &report, Batch &batch);
    void done(const TransferReport &report, Batch &batch);
    void refused(const TransferReport &report, Batch &batch);
    void release(const Mid &mid, Batch &batch);
    void describe(const Mid &mid, const Attachment &att);
    void tidy();
    void sweep();
    void makeRoom(const AttId &besides, Batch &batch);
    void letGo(const Transfer &transfer, Batch &batch);
    void touch(const Transfer &transfer, Batch &batch);

    EngineCore &m_core;
    Lanes &m_lanes;
    Carrier m_carrier;
    QHash<AttId, bool> m_active; // → upload
    QHash<AttId, Delay> m_delays;
    qint64 m_tidyAt = 0; // steady
    qint64 m_cacheBytes = limits::cacheBytes;
    bool m_swept = false;
    bool m_look = true;
};

} // namespace kith
