#include "core/store/transfer_table.h"

#include "core/store/db.h"

namespace kith {

namespace {

#define TRANSFER_COLUMNS "id, mid, upload, path, size, sha256, mtime, done, state, error, used"

} // namespace

Transfer TransferTable::read(Query &q)
{
    Transfer t;
    t.att = q.id<AttId>(0);
    t.mid = q.id<Mid>(1);
    t.upload = q.num(2) != 0;
    t.path = q.text(3);
    t.size = q.num(4);
    t.sha256 = q.bytes(5);
    t.mtimeMs = q.num(6);
    t.done = q.num(7);
    t.state = TransferState(q.num(8));
    t.error = q.text(9);
    t.usedMs = q.num(10);
    return t;
}

void TransferTable::put(const Transfer &t)
{
    m_db.run(
        "INSERT INTO attachments(id, mid, upload, path, size, sha256, mtime, done, state, error, used)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET mid = excluded.mid,"
        " upload = excluded.upload, path = excluded.path, size = excluded.size, sha256 = excluded.sha256,"
        " mtime = excluded.mtime, done = excluded.done, state = excluded.state, error = excluded.error,"
        " used = excluded.used",
        {t.att.blob(), blobOrNull(t.mid), int(t.upload), notNull(t.path), t.size, t.sha256, t.mtimeMs, t.done,
         int(t.state), notNull(t.error), t.usedMs});
}

std::optional<Transfer> TransferTable::get(const AttId &att)
{
    Query q = m_db.query("SELECT " TRANSFER_COLUMNS " FROM attachments WHERE id = ?", {att.blob()});
    return q.next() ? std::optional(read(q)) : std::nullopt;
}

std::vector<Transfer> TransferTable::ofMid(const Mid &mid)
{
    std::vector<Transfer> all;
    Query q =
        m_db.query("SELECT " TRANSFER_COLUMNS " FROM attachments WHERE mid = ? ORDER BY pk", {mid.blob()});
    while (q.next()) all.push_back(read(q));
    return all;
}

std::vector<Transfer> TransferTable::waiting(int limit)
{
    std::vector<Transfer> all;
    Query q = m_db.query("SELECT " TRANSFER_COLUMNS " FROM attachments WHERE state = 1 ORDER BY pk LIMIT ?",
                         {limit});
    while (q.next()) all.push_back(read(q));
    return all;
}

std::vector<Transfer> TransferTable::ofDeadMessages(int limit)
{
    std::vector<Transfer> all;
    Query q =
        m_db.query("SELECT " TRANSFER_COLUMNS " FROM attachments a WHERE upload = 0 AND state = 3 AND EXISTS"
                   " (SELECT 1 FROM messages m WHERE m.mid = a.mid AND m.dead = 1) LIMIT ?",
                   {limit});
    while (q.next()) all.push_back(read(q));
    return all;
}

void TransferTable::setDone(const AttId &att, qint64 done)
{
    m_db.run("UPDATE attachments SET done = ? WHERE id = ?", {done, att.blob()});
}

void TransferTable::setState(const AttId &att, TransferState state, const QString &error)
{
    m_db.run("UPDATE attachments SET state = ?, error = ? WHERE id = ?",
             {int(state), notNull(error), att.blob()});
}

void TransferTable::setUsed(const AttId &att, qint64 nowMs)
{
    m_db.run("UPDATE attachments SET used = ? WHERE id = ?", {nowMs, att.blob()});
}

void TransferTable::remove(const AttId &att)
{
    m_db.run("DELETE FROM attachments WHERE id = ?", {att.blob()});
}

qint64 TransferTable::cachedBytes()
{
    return m_db.number("SELECT sum(size) FROM attachments WHERE upload = 0 AND state = 3");
}

std::optional<Transfer> TransferTable::oldestCached(const AttId &besides)
{
    Query q = m_db.query("SELECT " TRANSFER_COLUMNS
                         " FROM attachments WHERE upload = 0 AND state = 3 AND id <> ? ORDER BY used LIMIT 1",
                         {besides.blob()});
    return q.next() ? std::optional(read(q)) : std::nullopt;
}

std::vector<Transfer> TransferTable::cachedOf(const ChatId &chat, int limit)
{
    std::vector<Transfer> all;
    Query q =
        chat ? m_db.query("SELECT " TRANSFER_COLUMNS
                          " FROM attachments a WHERE upload = 0 AND state = 3 AND EXISTS (SELECT 1 FROM"
                          " messages m JOIN chats c ON c.pk = m.chat_pk WHERE m.mid = a.mid AND c.id = ?)"
                          " LIMIT ?",
                          {chat.blob(), limit})
             : m_db.query("SELECT " TRANSFER_COLUMNS
                          " FROM attachments WHERE upload = 0 AND state = 3 LIMIT ?",
                          {limit});
    while (q.next()) all.push_back(read(q));
    return all;
}

void TransferTable::adoptSent(const QString &folder, qint64 nowMs)
{
    m_db.run("UPDATE attachments SET upload = 0, used = ? WHERE upload = 1 AND state = 3"
             " AND substr(path, 1, length(?)) = ? AND EXISTS (SELECT 1 FROM messages m"
             " WHERE m.mid = attachments.mid AND m.seq IS NOT NULL)",
             {nowMs, folder, folder});
}

void TransferTable::setDropped(const AttId &att)
{
    m_db.run("UPDATE attachments SET state = 0, path = '', done = 0, error = 'dropped' WHERE id = ?",
             {att.blob()});
}

std::vector<Transfer> TransferTable::page(const AttId &after, int limit)
{
    std::vector<Transfer> all;
    Query q = m_db.query("SELECT " TRANSFER_COLUMNS " FROM attachments WHERE id > ? ORDER BY id LIMIT ?",
                         {after.blob(), limit});
    while (q.next()) all.push_back(read(q));
    return all;
}

#undef TRANSFER_COLUMNS

} // namespace kith
