#include "core/store/chat_table.h"

#include "core/base/twin.h"
#include "core/store/db.h"
#include "core/store/keys.h"

using namespace Qt::StringLiterals;

namespace kith {
namespace {

#define CHAT_COLUMNS                                                                                         \
    "id, kind, title, members, ver, info_rev, epoch, rev, tag, rx, seq, act, server_unread, "                \
    "server_unread_upto, left, "                                                                             \
    "known, timer, extra"

QString textOf(const QByteArray &extra) { return extra.isEmpty() ? u""_s : QString::fromUtf8(extra); }

StoredChat read(const Query &q)
{
    StoredChat c;
    c.chat = q.id<ChatId>(0);
    c.info = {ChatKind(q.num(1)), q.text(2),      int(q.num(3)),      int(q.num(4)),
              {q.num(5)},         int(q.num(16)), q.text(17).toUtf8()};
    c.epoch = q.id<EpochId>(6);
    c.at = {{q.num(7)}, quint64(q.num(8))};
    c.rx = {q.num(9)};
    c.seq = {q.num(10)};
    c.actMs = q.num(11);
    c.serverUnread = int(q.num(12));
    c.serverUnreadUpTo = {q.num(13)};
    c.left = q.num(14) != 0;
    c.known = q.num(15) != 0;
    return c;
}

// Children that hold at most one row per key of a chat: those of the chat that stays win.
constexpr const char *moveSql[] = {
    "UPDATE messages SET chat_pk = ? WHERE chat_pk = ? AND seq IS NULL",
    "UPDATE outbox SET chat_pk = ? WHERE chat_pk = ?",
    "UPDATE OR IGNORE drafts SET chat_pk = ? WHERE chat_pk = ?",
    "UPDATE draft_history SET chat_pk = ? WHERE chat_pk = ?",
    "UPDATE OR IGNORE receipts SET chat_pk = ? WHERE chat_pk = ?",
    "UPDATE OR IGNORE members SET chat_pk = ? WHERE chat_pk = ?",
    "UPDATE quarantine SET chat_pk = ? WHERE chat_pk = ?",
};
constexpr const char *dropSql[] = {
    "DELETE FROM drafts WHERE chat_pk = ?",
    "DELETE FROM receipts WHERE chat_pk = ?",
    "DELETE FROM members WHERE chat_pk = ?",
    "DELETE FROM ranges WHERE chat_pk = ?",
    "DELETE FROM messages WHERE chat_pk = ? AND seq IS NOT NULL",
    "DELETE FROM chats WHERE pk = ?",
};

} // namespace

std::optional<StoredChat> ChatTable::find(const ChatId &chat)
{
    Query q = m_db.query("SELECT " CHAT_COLUMNS " FROM chats WHERE id = ?", {chat.blob()});
    return q.next() ? std::optional(read(q)) : std::nullopt;
}

std::vector<StoredChat> ChatTable::all()
{
    std::vector<StoredChat> chats;
    Query q = m_db.query("SELECT " CHAT_COLUMNS " FROM chats ORDER BY pk");
    while (q.next()) chats.push_back(read(q));
    return chats;
}

void ChatTable::put(const StoredChat &c)
{
    m_db.run("INSERT INTO chats(" CHAT_COLUMNS
             ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
             " ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, title = excluded.title, members = "
             "excluded.members,"
             " ver = excluded.ver, info_rev = excluded.info_rev, epoch = excluded.epoch, rev = excluded.rev,"
             " tag = excluded.tag, rx = excluded.rx, seq = excluded.seq, act = excluded.act,"
             " server_unread = excluded.server_unread, server_unread_upto = excluded.server_unread_upto,"
             " left = excluded.left, known = excluded.known, timer = excluded.timer,"
             " extra = excluded.extra",
             {c.chat.blob(), int(c.info.kind), notNull(c.info.title), c.info.members, c.info.ver,
              c.info.rev.value, blobOrNull(c.epoch), c.at.at.value, qint64(c.at.tag), c.rx.value, c.seq.value,
              c.actMs, c.serverUnread, c.serverUnreadUpTo.value, int(c.left), int(c.known),
              c.info.timerSeconds, textOf(c.info.extra)});
}

void ChatTable::setCursor(const ChatId &chat, const EpochId &epoch, const ChatPosition &at)
{
    m_db.run("UPDATE chats SET epoch = ?, rev = ?, tag = ? WHERE id = ?",
             {blobOrNull(epoch), at.at.value, qint64(at.tag), chat.blob()});
    if (isTwin(Twin::CursorBeforeRows)) {
        m_db.exec(u"COMMIT"_s);
        m_db.exec(u"BEGIN IMMEDIATE"_s);
    }
}

void ChatTable::setRx(const ChatId &chat, Rx rx)
{
    m_db.run("UPDATE chats SET rx = ? WHERE id = ?", {rx.value, chat.blob()});
}

void ChatTable::setSeq(const ChatId &chat, Seq seq)
{
    m_db.run("UPDATE chats SET seq = ? WHERE id = ?", {seq.value, chat.blob()});
}

void ChatTable::raiseSeq(const ChatId &chat, Seq seq)
{
    m_db.run("UPDATE chats SET seq = ? WHERE id = ? AND seq < ?", {seq.value, chat.blob(), seq.value});
}

void ChatTable::raiseAct(const ChatId &chat, qint64 actMs)
{
    m_db.run("UPDATE chats SET act = ? WHERE id = ? AND act < ?", {actMs, chat.blob(), actMs});
}

bool ChatTable::setInfo(const ChatId &chat, const ChatRow &info)
{
    const QString extra = textOf(info.extra);
    return m_db.run("UPDATE chats SET kind = ?, title = ?, members = ?, ver = ?, info_rev = ?, timer = ?, "
                    "extra = ?"
                    " WHERE id = ? AND info_rev <= ?"
                    " AND (info_rev, ver, members, kind, timer, title, extra) <> (?, ?, ?, ?, ?, ?, ?)",
                    {int(info.kind), notNull(info.title), info.members, info.ver, info.rev.value,
                     info.timerSeconds, extra, chat.blob(), info.rev.value, info.rev.value, info.ver,
                     info.members, int(info.kind), info.timerSeconds, notNull(info.title), extra}) > 0;
}

void ChatTable::mendInfo(const ChatId &chat, const ChatRow &info)
{
    m_db.run("UPDATE chats SET info_rev = 0 WHERE id = ?", {chat.blob()});
    setInfo(chat, info);
}

void ChatTable::setLeft(const ChatId &chat, bool left)
{
    m_db.run("UPDATE chats SET left = ? WHERE id = ?", {int(left), chat.blob()});
}

void ChatTable::setKnown(const ChatId &chat, bool known)
{
    m_db.run("UPDATE chats SET known = ? WHERE id = ?", {int(known), chat.blob()});
}

void ChatTable::setServerUnread(const ChatId &chat, int unread, Seq upTo)
{
    m_db.run("UPDATE chats SET server_unread = ?, server_unread_upto = ? WHERE id = ?",
             {unread, upTo.value, chat.blob()});
}

std::vector<wire::DigestItem> ChatTable::digestItems()
{
    std::vector<wire::DigestItem> items;
    Query q = m_db.query("SELECT id, rev, tag, rx FROM chats WHERE known = 1 AND left = 0");
    while (q.next()) items.push_back({q.id<ChatId>(0), {{q.num(1)}, quint64(q.num(2))}, {q.num(3)}});
    return items;
}

std::vector<ChatId> ChatTable::withoutCursorOf(const EpochId &epoch)
{
    std::vector<ChatId> chats;
    Query q = m_db.query("SELECT id FROM chats WHERE left = 0 AND epoch IS NOT ?", {epoch.blob()});
    while (q.next()) chats.push_back(q.id<ChatId>(0));
    return chats;
}

void ChatTable::remap(const ChatId &from, const ChatId &to)
{
    const auto old = find(from);
    if (!old || from == to) return;
    if (!find(to)) {
        m_db.run("UPDATE chats SET id = ? WHERE id = ?", {to.blob(), from.blob()});
        m_keys.forget();
        return;
    }
    const qint64 fromPk = m_keys.chat(from);
    const qint64 toPk = m_keys.chat(to);
    // The unsent of both keep their order: those of the chat that goes stand last.
    const qint64 last = m_db.number("SELECT local_pos FROM messages WHERE chat_pk = ? AND seq IS NULL"
                                    " ORDER BY local_pos DESC LIMIT 1",
                                    {toPk});
    m_db.run("UPDATE messages SET local_pos = local_pos + ? WHERE chat_pk = ? AND seq IS NULL",
             {last, fromPk});
    for (const char *sql : moveSql) m_db.run(sql, {toPk, fromPk});
    for (const char *sql : dropSql) m_db.run(sql, {fromPk});
    m_keys.forget();
}

#undef CHAT_COLUMNS

} // namespace kith
