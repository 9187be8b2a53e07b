#include "core/store/outbox_table.h"

#include "core/store/db.h"
#include "core/store/keys.h"

namespace kith {
namespace {

#define OUTBOX_COLUMNS "pk, chat_pk, kind, mid, op, payload, refused, tries, entered, last_error, after_att"

} // namespace

OutboxEntry OutboxTable::read(Query &q)
{
    OutboxEntry e;
    e.pk = q.num(0);
    e.kind = q.text(2);
    e.mid = q.id<Mid>(3);
    e.op = q.id<OpId>(4);
    e.payload = q.bytes(5);
    e.refused = q.num(6) != 0;
    e.tries = int(q.num(7));
    e.enteredMs = q.num(8);
    e.lastError = q.text(9);
    e.afterAtt = q.num(10) != 0;
    if (!q.isNull(1)) e.chat = m_keys.chatOf(q.num(1));
    return e;
}

std::vector<OutboxEntry> OutboxTable::readAll(Query q)
{
    std::vector<OutboxEntry> entries;
    while (q.next()) entries.push_back(read(q));
    return entries;
}

QVariant OutboxTable::lane(const ChatId &chat) { return chat ? QVariant(m_keys.chat(chat)) : QVariant(); }

qint64 OutboxTable::append(const OutboxEntry &e)
{
    const bool done =
        m_db.run("INSERT INTO outbox(chat_pk, kind, mid, op, payload, refused, tries, entered, last_error,"
                 " after_att) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 {lane(e.chat), notNull(e.kind), blobOrNull(e.mid), blobOrNull(e.op), e.payload,
                  int(e.refused), e.tries, e.enteredMs, notNull(e.lastError), int(e.afterAtt)}) > 0;
    return done ? m_db.lastId() : 0;
}

std::optional<OutboxEntry> OutboxTable::get(qint64 pk)
{
    Query q = m_db.query("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE pk = ?", {pk});
    return q.next() ? std::optional(read(q)) : std::nullopt;
}

std::vector<OutboxEntry> OutboxTable::heads(int limit)
{
    // From lane to lane over the index, so that a long lane costs no more than a short one.
    return readAll(m_db.query("WITH RECURSIVE lane(chat_pk) AS ("
                              " SELECT (SELECT min(chat_pk) FROM outbox WHERE refused = 0 AND after_att = 0)"
                              " UNION ALL SELECT (SELECT min(o.chat_pk) FROM outbox o WHERE o.refused = 0 "
                              "AND o.after_att = 0 AND o.chat_pk > lane.chat_pk)"
                              " FROM lane WHERE lane.chat_pk IS NOT NULL),"
                              " head(pk) AS (SELECT (SELECT min(pk) FROM outbox WHERE refused = 0 AND "
                              "after_att = 0 AND chat_pk = lane.chat_pk) FROM lane"
                              " WHERE chat_pk IS NOT NULL UNION ALL SELECT min(pk) FROM outbox WHERE refused "
                              "= 0 AND after_att = 0 AND chat_pk IS NULL)"
                              " SELECT " OUTBOX_COLUMNS
                              " FROM outbox WHERE pk IN (SELECT pk FROM head) ORDER BY pk LIMIT ?",
                              {limit}));
}

std::optional<OutboxEntry> OutboxTable::headOf(const ChatId &chat)
{
    Query q =
        m_db.query("SELECT " OUTBOX_COLUMNS
                   " FROM outbox WHERE refused = 0 AND after_att = 0 AND chat_pk IS ? ORDER BY pk LIMIT 1",
                   {lane(chat)});
    return q.next() ? std::optional(read(q)) : std::nullopt;
}

std::vector<OutboxEntry> OutboxTable::ofLane(const ChatId &chat, int limit)
{
    return readAll(m_db.query("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE chat_pk IS ? ORDER BY pk LIMIT ?",
                              {lane(chat), limit}));
}

std::vector<OutboxEntry> OutboxTable::ofMid(const Mid &mid)
{
    return readAll(
        m_db.query("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE mid = ? ORDER BY pk", {mid.blob()}));
}

void OutboxTable::bumpTries(qint64 pk) { m_db.run("UPDATE outbox SET tries = tries + 1 WHERE pk = ?", {pk}); }

void OutboxTable::setPayload(qint64 pk, const QByteArray &payload)
{
    m_db.run("UPDATE outbox SET payload = ? WHERE pk = ?", {payload, pk});
}

void OutboxTable::setAfterAtt(qint64 pk, bool on)
{
    m_db.run("UPDATE outbox SET after_att = ? WHERE pk = ?", {int(on), pk});
}

void OutboxTable::setError(qint64 pk, const QString &error)
{
    m_db.run("UPDATE outbox SET last_error = ? WHERE pk = ?", {notNull(error), pk});
}

void OutboxTable::refuse(qint64 pk, const QString &code)
{
    m_db.run("UPDATE outbox SET refused = 1, last_error = ? WHERE pk = ?", {notNull(code), pk});
}

void OutboxTable::retry(qint64 pk)
{
    m_db.run("UPDATE outbox SET refused = 0, last_error = '' WHERE pk = ?", {pk});
}

void OutboxTable::settle(qint64 pk) { m_db.run("DELETE FROM outbox WHERE pk = ?", {pk}); }

qint64 OutboxTable::newest() { return m_db.number("SELECT max(pk) FROM outbox"); }

int OutboxTable::count() { return int(m_db.number("SELECT count(*) FROM outbox")); }

#undef OUTBOX_COLUMNS

} // namespace kith
