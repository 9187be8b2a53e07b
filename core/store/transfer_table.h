#pragma once
#include "core/domain/attachment.h"

#include <optional>

namespace kith {

class Db;
class Query;

/// One file on its way to the server or from it, or what came of that.
struct Transfer {
    AttId att;
    Mid mid;             // of the message that it belongs to
    bool upload = false; // false: a download
    QString path;        // upload: the source; download: where the whole file is, once it is Done
    qint64 size = 0;
    QByteArray sha256;  // upload: empty until it has been counted
    qint64 mtimeMs = 0; // upload: of the source when it was chosen
    qint64 done = 0;    // bytes; a hint for the screen: the server and the disk know better
    TransferState state = TransferState::Waiting;
    QString error;
    qint64 usedMs = 0; // download: last asked for; the oldest makes room
    friend bool operator==(const Transfer &, const Transfer &) = default;
};

/// The durable side of transfers: what must go on after a restart.
class TransferTable {
public:
    explicit TransferTable(Db &db)
        : m_db(db)
    {
    }

    void put(const Transfer &transfer); // in place of one of the same att
    std::optional<Transfer> get(const AttId &att);
    std::vector<Transfer> ofMid(const Mid &mid);
    std::vector<Transfer> waiting(int limit);        // oldest first
    std::vector<Transfer> ofDeadMessages(int limit); // downloads that are Done
    void setDone(const AttId &att, qint64 done);
    void setState(const AttId &att, TransferState state, const QString &error);
    void setUsed(const AttId &att, qint64 nowMs);
    void remove(const AttId &att);

    // The cache: whole files of the device's own folders that the server has too
    qint64 cachedBytes();
    std::optional<Transfer> oldestCached(const AttId &besides);
    std::vector<Transfer> cachedOf(const ChatId &chat, int limit); // null = of all chats
    /// Uploads from inside `folder` whose message the server has numbered: from now on they are cached.
    void adoptSent(const QString &folder, qint64 nowMs);
    /// Not here any more because the user wanted the room: a picture of it is not fetched by itself.
    void setDropped(const AttId &att);
    std::vector<Transfer> page(const AttId &after, int limit); // all there are, by att

private:
    Transfer read(Query &query);
    Db &m_db;
};

} // namespace kith
