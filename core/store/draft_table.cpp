#include "core/store/draft_table.h"

#include "core/store/db.h"
#include "core/store/keys.h"

namespace kith {

Draft DraftTable::get(const ChatId &chat)
{
    Query q = m_db.query("SELECT text, reply, ver, dirty FROM drafts WHERE chat_pk = ?", {m_keys.chat(chat)});
    if (!q.next()) return {};
    return {q.text(0), q.id<Mid>(1), int(q.num(2)), q.num(3) != 0};
}

void DraftTable::put(const ChatId &chat, const Draft &draft, qint64 nowMs)
{
    const qint64 chatPk = m_keys.chat(chat);
    if (!chatPk) return;
    m_db.run("INSERT INTO drafts(chat_pk, text, reply, ver, dirty, updated) VALUES(?, ?, ?, ?, ?, ?)"
             " ON CONFLICT(chat_pk) DO UPDATE SET text = excluded.text, reply = excluded.reply, ver = "
             "excluded.ver,"
             " dirty = excluded.dirty, updated = excluded.updated",
             {chatPk, notNull(draft.text), blobOrNull(draft.reply), draft.ver, int(draft.dirty), nowMs});
}

void DraftTable::clear(const ChatId &chat, qint64 nowMs)
{
    m_db.run("UPDATE drafts SET text = '', reply = NULL, dirty = 0, updated = ? WHERE chat_pk = ?",
             {nowMs, m_keys.chat(chat)});
}

std::vector<ChatId> DraftTable::dirty(int limit)
{
    std::vector<ChatId> chats;
    Query q = m_db.query("SELECT chat_pk FROM drafts WHERE dirty = 1 ORDER BY chat_pk LIMIT ?", {limit});
    while (q.next()) chats.push_back(m_keys.chatOf(q.num(0)));
    return chats;
}

void DraftTable::remember(const ChatId &chat, const QString &text, qint64 nowMs)
{
    const qint64 chatPk = m_keys.chat(chat);
    if (!chatPk || text.isEmpty()) return;
    m_db.run("INSERT INTO draft_history(chat_pk, text, at) VALUES(?, ?, ?)", {chatPk, text, nowMs});
}

std::vector<QString> DraftTable::history(const ChatId &chat, int limit)
{
    std::vector<QString> texts;
    Query q = m_db.query("SELECT text FROM draft_history WHERE chat_pk = ? ORDER BY pk DESC LIMIT ?",
                         {m_keys.chat(chat), limit});
    while (q.next()) texts.push_back(q.text(0));
    return texts;
}

void DraftTable::forgetBefore(qint64 ms) { m_db.run("DELETE FROM draft_history WHERE at < ?", {ms}); }

} // namespace kith
