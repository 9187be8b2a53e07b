#include "core/store/quarantine_table.h"

#include "core/store/db.h"
#include "core/store/keys.h"

namespace kith {

void QuarantineTable::add(const ChatId &chat, const UnknownRow &row, const QString &app)
{
    const QVariant chatPk = chat ? QVariant(m_keys.chat(chat)) : QVariant();
    if (m_db.number("SELECT 1 FROM quarantine WHERE chat_pk IS ? AND rev = ? AND raw = ?",
                    {chatPk, row.rev.value, row.raw}))
        return;
    m_db.run("INSERT INTO quarantine(chat_pk, k, rev, raw, error, app) VALUES(?, ?, ?, ?, ?, ?)",
             {chatPk, notNull(row.k), row.rev.value, row.raw, notNull(row.error), notNull(app)});
}

std::vector<QuarantinedRow> QuarantineTable::list(qint64 afterPk, int limit)
{
    std::vector<QuarantinedRow> rows;
    Query q = m_db.query(
        "SELECT pk, chat_pk, k, rev, raw, error, app FROM quarantine WHERE pk > ? ORDER BY pk LIMIT ?",
        {afterPk, limit});
    while (q.next()) {
        QuarantinedRow row{q.num(0), {}, {q.text(2), {q.num(3)}, q.bytes(4), q.text(5)}, q.text(6)};
        if (!q.isNull(1)) row.chat = m_keys.chatOf(q.num(1));
        rows.push_back(std::move(row));
    }
    return rows;
}

void QuarantineTable::remove(qint64 pk) { m_db.run("DELETE FROM quarantine WHERE pk = ?", {pk}); }

bool QuarantineTable::has(const ChatId &chat)
{
    return m_db.number("SELECT 1 FROM quarantine WHERE chat_pk = ? LIMIT 1", {m_keys.chat(chat)}) != 0;
}

int QuarantineTable::count() { return int(m_db.number("SELECT count(*) FROM quarantine")); }

} // namespace kith
