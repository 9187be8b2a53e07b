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

    qint64 cachedBytes(); // of all downloads that are Done
    std::optional<Transfer> oldestCached(const AttId &besides);

private:
    Transfer read(Query &query);
    Db &m_db;
};

} // namespace kith
