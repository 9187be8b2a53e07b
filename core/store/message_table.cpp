#include "core/store/message_table.h"

#include "core/base/twin.h"
#include "core/store/db.h"
#include "core/store/keys.h"
#include "core/wire/content_codec.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

#define MESSAGE_COLUMNS                                                                                      \
    "m.chat_pk, m.mid, m.seq, m.rev, m.sender_pk, m.kind, m.reply, m.root, m.ev, m.dead, m.state, "          \
    "m.local_pos, m.at, "                                                                                    \
    "m.refused, m.extra, m.body"

QVariant kindOrNull(const QString &kind) { return kind == "text"_L1 ? QVariant() : QVariant(notNull(kind)); }
QVariant expiryOrNull(const MessageRow &row)
{
    const qint64 at = wire::expiryMs(row.extra);
    return at > 0 ? QVariant(at) : QVariant();
}
QVariant extraOrNull(const QByteArray &extra)
{
    return extra.isEmpty() ? QVariant() : QVariant(QString::fromUtf8(extra));
}
/// The smallest v7 id of a moment: mids sort by the time they were minted.
QByteArray lowestMidAt(qint64 ms)
{
    QByteArray blob(16, '\0');
    for (int i = 0; i < 6; ++i) blob[i] = char(ms >> (8 * (5 - i)));
    return blob;
}

} // namespace

StoredMessage MessageTable::read(Query &q)
{
    StoredMessage m;
    m.row.mid = q.id<Mid>(1);
    m.row.seq = {q.num(2)};
    m.row.rev = {q.num(3)};
    m.row.kind = q.isNull(5) ? u"text"_s : q.text(5);
    m.row.reply = q.id<Mid>(6);
    m.row.root = q.id<Mid>(7);
    m.row.ev = int(q.num(8));
    m.row.dead = q.num(9) != 0;
    m.state = MessageState(q.num(10));
    m.localPos = q.num(11);
    m.row.atMs = q.num(12);
    m.refusedCode = q.text(13);
    m.row.extra = q.text(14).toUtf8();
    m.row.body = q.text(15);
    m.chat = m_keys.chatOf(q.num(0));
    m.row.sender = m_keys.userOf(q.num(4));
    return m;
}

Upserted MessageTable::upsert(const ChatId &chat, const MessageRow &row)
{
    using Outcome = Upserted::Outcome;
    Q_ASSERT(row.seq.value > 0 && row.mid);
    const qint64 chatPk = m_keys.chat(chat);
    const qint64 senderPk = m_keys.makeUser(row.sender);
    if (m_db.failed()) return {};
    Q_ASSERT(chatPk);
    // The common case first, in one statement: a message that is not held yet.
    const qint64 inserted =
        m_db.run("INSERT INTO messages(mid, chat_pk, seq, rev, sender_pk, kind, reply, root, ev, dead, "
                 "state, at, extra, body, exp)"
                 " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 2, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                 {row.mid.blob(), chatPk, row.seq.value, row.rev.value, senderPk, kindOrNull(row.kind),
                  blobOrNull(row.reply), blobOrNull(row.root), row.ev, int(row.dead), row.atMs,
                  extraOrNull(row.extra), notNull(row.body), expiryOrNull(row)});
    if (inserted) return {Outcome::Inserted, {}};
    if (m_db.failed()) return {};
    return overwrite(chatPk, senderPk, row);
}

Upserted MessageTable::overwrite(qint64 chatPk, qint64 senderPk, const MessageRow &row)
{
    using Outcome = Upserted::Outcome;
    Mid there;
    {
        Query q =
            m_db.query("SELECT mid FROM messages WHERE chat_pk = ? AND seq = ?", {chatPk, row.seq.value});
        if (q.next()) there = q.id<Mid>(0);
    }
    if (there && there != row.mid) {
        // A stale row must not report an orphan: what holds the place is then newer knowledge.
        const qint64 newer =
            m_db.number("SELECT 1 FROM messages WHERE mid = ? AND seq IS NOT NULL AND rev > ?",
                        {row.mid.blob(), row.rev.value});
        if (newer) return {Outcome::Stale, {}};
        return {Outcome::Blocked, there};
    }
    const qint64 upTo = isTwin(Twin::OlderRowsWin) ? std::numeric_limits<qint64>::max() : row.rev.value;
    // A message entered here has no rev yet that could be compared.
    const qint64 updated = m_db.run(
        "UPDATE messages SET chat_pk = ?, seq = ?, rev = ?, sender_pk = ?, kind = ?, reply = ?, "
        "root = ?, ev = ?,"
        " dead = ?, state = 2, local_pos = NULL, at = ?, refused = NULL, extra = ?, body = ?, exp = ?"
        " WHERE mid = ? AND (seq IS NULL OR rev <= ?)",
        {chatPk, row.seq.value, row.rev.value, senderPk, kindOrNull(row.kind), blobOrNull(row.reply),
         blobOrNull(row.root), row.ev, int(row.dead), row.atMs, extraOrNull(row.extra), notNull(row.body),
         expiryOrNull(row), row.mid.blob(), upTo});
    return {updated ? Outcome::Updated : Outcome::Stale, {}};
}

qint64 MessageTable::insertQueued(const ChatId &chat, const MessageRow &row, qint64 enteredMs)
{
    const qint64 chatPk = m_keys.chat(chat);
    const qint64 senderPk = m_keys.makeUser(row.sender);
    if (m_db.failed()) return 0;
    Q_ASSERT(chatPk);
    const qint64 pos = nextLocalPos(chatPk);
    m_db.run("INSERT INTO messages(mid, chat_pk, rev, sender_pk, kind, reply, root, ev, dead, state, "
             "local_pos, at, "
             "extra, body, entered) VALUES(?, ?, 0, ?, ?, ?, ?, 0, 0, 1, ?, ?, ?, ?, ?)",
             {row.mid.blob(), chatPk, senderPk, kindOrNull(row.kind), blobOrNull(row.reply),
              blobOrNull(row.root), pos, row.atMs, extraOrNull(row.extra), notNull(row.body),
              enteredMs > 0 ? QVariant(enteredMs) : QVariant()});
    return pos;
}

qint64 MessageTable::nextLocalPos(qint64 chatPk)
{
    return 1 + m_db.number("SELECT local_pos FROM messages WHERE chat_pk = ? AND seq IS NULL"
                           " ORDER BY local_pos DESC LIMIT 1",
                           {chatPk});
}

void MessageTable::requeue(const Mid &mid)
{
    const qint64 chatPk = m_db.number("SELECT chat_pk FROM messages WHERE mid = ?", {mid.blob()});
    if (!chatPk) return;
    const qint64 pos = nextLocalPos(chatPk);
    m_db.run(
        "UPDATE messages SET state = 1, seq = NULL, rev = 0, local_pos = ?, refused = NULL WHERE mid = ?",
        {pos, mid.blob()});
}

void MessageTable::setQueued(const Mid &mid)
{
    m_db.run("UPDATE messages SET state = 1, refused = NULL WHERE mid = ? AND seq IS NULL", {mid.blob()});
}

void MessageTable::setRefused(const Mid &mid, const QString &code)
{
    m_db.run("UPDATE messages SET state = 3, refused = ? WHERE mid = ? AND seq IS NULL",
             {notNull(code), mid.blob()});
}

void MessageTable::setUnsentBody(const Mid &mid, const QString &body)
{
    m_db.run("UPDATE messages SET body = ? WHERE mid = ? AND seq IS NULL", {notNull(body), mid.blob()});
}

void MessageTable::setUnsentExtra(const Mid &mid, const QByteArray &extra)
{
    m_db.run("UPDATE messages SET extra = ? WHERE mid = ? AND seq IS NULL",
             {extra.isEmpty() ? QVariant() : QVariant(QString::fromUtf8(extra)), mid.blob()});
}

void MessageTable::remove(const Mid &mid)
{
    m_db.run("DELETE FROM reactions WHERE mid = ?", {mid.blob()});
    m_db.run("DELETE FROM messages WHERE mid = ?", {mid.blob()});
}

std::optional<StoredMessage> MessageTable::find(const Mid &mid)
{
    Query q = m_db.query("SELECT " MESSAGE_COLUMNS " FROM messages m WHERE m.mid = ?", {mid.blob()});
    return q.next() ? std::optional(read(q)) : std::nullopt;
}

std::optional<StoredMessage> MessageTable::atSeq(const ChatId &chat, Seq seq)
{
    Query q = m_db.query("SELECT " MESSAGE_COLUMNS " FROM messages m WHERE m.chat_pk = ? AND m.seq = ?",
                         {m_keys.chat(chat), seq.value});
    return q.next() ? std::optional(read(q)) : std::nullopt;
}

std::optional<StoredMessage> MessageTable::newestUpTo(const ChatId &chat, Seq seq)
{
    Query q = m_db.query("SELECT " MESSAGE_COLUMNS " FROM messages m WHERE m.chat_pk = ? AND m.seq <= ?"
                         " ORDER BY m.seq DESC LIMIT 1",
                         {m_keys.chat(chat), seq.value});
    return q.next() ? std::optional(read(q)) : std::nullopt;
}

std::vector<StoredMessage> MessageTable::unsent(const ChatId &chat, int limit)
{
    std::vector<StoredMessage> all;
    Query q = m_db.query("SELECT " MESSAGE_COLUMNS " FROM messages m WHERE m.chat_pk = ? AND m.seq IS NULL"
                         " ORDER BY m.local_pos LIMIT ?",
                         {m_keys.chat(chat), limit});
    while (q.next()) all.push_back(read(q));
    return all;
}

qint64 MessageTable::countBetween(const ChatId &chat, Seq lo, Seq hi)
{
    return m_db.number("SELECT count(*) FROM messages WHERE chat_pk = ? AND seq BETWEEN ? AND ?",
                       {m_keys.chat(chat), lo.value, hi.value});
}

std::vector<StoredMessage> MessageTable::between(const ChatId &chat, Seq lo, Seq hi)
{
    std::vector<StoredMessage> all;
    Query q =
        m_db.query("SELECT " MESSAGE_COLUMNS " FROM messages m WHERE m.chat_pk = ? AND m.seq BETWEEN ? AND ?"
                   " ORDER BY m.seq",
                   {m_keys.chat(chat), lo.value, hi.value});
    while (q.next()) all.push_back(read(q));
    return all;
}

void MessageTable::mend(const ChatId &chat, const MessageRow &row)
{
    m_db.run("UPDATE messages SET rev = 0 WHERE mid = ?",
             {row.mid.blob()}); // nothing is newer than the truth
    upsert(chat, row);
}

void MessageTable::unplace(const Mid &mid)
{
    m_db.run("UPDATE messages SET seq = NULL WHERE mid = ?", {mid.blob()});
}

void MessageTable::markUnverified(const ChatId &chat)
{
    // rev 0: its number counts changes of the other history, and whatever the server has now must win.
    m_db.run("UPDATE messages SET state = 4, rev = 0 WHERE chat_pk = ? AND seq > 0 AND state = 2",
             {m_keys.chat(chat)});
}

std::vector<Mid> MessageTable::unverified(const ChatId &chat, Seq lo, Seq hi)
{
    std::vector<Mid> mids;
    Query q = m_db.query("SELECT mid FROM messages WHERE chat_pk = ? AND seq BETWEEN ? AND ? AND state = 4",
                         {m_keys.chat(chat), lo.value, hi.value});
    while (q.next()) mids.push_back(q.id<Mid>(0));
    return mids;
}

std::vector<StoredMessage> MessageTable::ownSince(const ChatId &chat, const UserId &me, qint64 sinceMs,
                                                  const Mid &after, int limit)
{
    std::vector<StoredMessage> own;
    const QByteArray from = std::max(after ? after.blob() : QByteArray(), lowestMidAt(sinceMs));
    Query q = m_db.query("SELECT " MESSAGE_COLUMNS " FROM messages m WHERE m.mid > ? AND m.chat_pk = ?"
                         " AND m.sender_pk = ? ORDER BY m.mid LIMIT ?",
                         {from, m_keys.chat(chat), m_keys.user(me), limit});
    while (q.next()) own.push_back(read(q));
    return own;
}

qint64 MessageTable::nextExpiryMs()
{
    return m_db.number("SELECT exp FROM messages WHERE exp IS NOT NULL AND dead = 0 ORDER BY exp LIMIT 1");
}

std::vector<MessageTable::Place> MessageTable::expired(qint64 serverMs, int limit)
{
    std::vector<Place> all;
    Query q = m_db.query("SELECT chat_pk, mid FROM messages WHERE exp <= ? AND dead = 0 ORDER BY exp LIMIT ?",
                         {serverMs, limit});
    while (q.next()) all.push_back({m_keys.chatOf(q.num(0)), q.id<Mid>(1)});
    return all;
}

std::vector<MessageTable::Place> MessageTable::wipedBefore(qint64 serverMs, int limit)
{
    std::vector<Place> all;
    Query q = m_db.query("SELECT chat_pk, mid FROM messages WHERE exp > ? AND dead = 1 ORDER BY exp LIMIT ?",
                         {serverMs, limit});
    while (q.next()) all.push_back({m_keys.chatOf(q.num(0)), q.id<Mid>(1)});
    return all;
}

void MessageTable::wipe(const Mid &mid)
{
    m_db.run("UPDATE messages SET dead = 1, body = '', extra = NULL WHERE mid = ?", {mid.blob()});
}

Seq MessageTable::firstSince(const ChatId &chat, qint64 atMs)
{
    return {
        m_db.number("SELECT seq FROM messages WHERE chat_pk = ? AND seq > 0 AND at >= ? ORDER BY seq LIMIT 1",
                    {m_keys.chat(chat), atMs})};
}

#undef MESSAGE_COLUMNS

} // namespace kith
