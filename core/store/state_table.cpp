#include "core/store/state_table.h"

#include "core/store/db.h"

namespace kith {
namespace {

#define STATE_COLUMNS "kind, key, value, ver, device, urev"

StateRow read(const Query &q)
{
    return {q.text(0), q.text(1).toUtf8(), q.text(2).toUtf8(), int(q.num(3)), q.id<DeviceId>(4), {q.num(5)}};
}

} // namespace

std::optional<StateRow> StateTable::find(const QString &kind, const QByteArray &key)
{
    Query q = m_db.query("SELECT " STATE_COLUMNS " FROM user_state WHERE kind = ? AND key = ?",
                         {kind, notNull(QString::fromUtf8(key))});
    return q.next() ? std::optional(read(q)) : std::nullopt;
}

std::vector<StateRow> StateTable::ofKind(const QString &kind)
{
    std::vector<StateRow> rows;
    Query q = m_db.query("SELECT " STATE_COLUMNS " FROM user_state WHERE kind = ? ORDER BY key", {kind});
    while (q.next()) rows.push_back(read(q));
    return rows;
}

/// Beside its row, so that each page of a timeline can leave out what is hidden with one look-up by key.
void StateTable::hide(const StateRow &row)
{
    const auto mid = Mid::fromText(row.key);
    if (!mid) return;
    if (row.value == "null")
        m_db.run("DELETE FROM hidden WHERE mid = ?", {mid->blob()});
    else
        m_db.run("INSERT OR IGNORE INTO hidden(mid) VALUES(?)", {mid->blob()});
}

bool StateTable::isHidden(const Mid &mid)
{
    return m_db.number("SELECT 1 FROM hidden WHERE mid = ?", {mid.blob()}) > 0;
}

bool StateTable::upsert(const StateRow &row)
{
    const bool changed =
        m_db.run("INSERT INTO user_state(" STATE_COLUMNS ") VALUES(?, ?, ?, ?, ?, ?)"
                 " ON CONFLICT(kind, key) DO UPDATE SET value = excluded.value, ver = excluded.ver,"
                 " device = excluded.device, urev = excluded.urev WHERE excluded.urev >= urev",
                 {notNull(row.kind), notNull(QString::fromUtf8(row.key)),
                  notNull(QString::fromUtf8(row.value)), row.ver, blobOrNull(row.device), row.urev.value}) >
        0;
    if (changed && row.kind == QLatin1StringView("hide")) hide(row);
    return changed;
}

void StateTable::replaceAll(const std::vector<StateRow> &rows)
{
    m_db.run("DELETE FROM user_state");
    m_db.run("DELETE FROM hidden");
    for (const StateRow &row : rows) upsert(row);
}

#undef STATE_COLUMNS

} // namespace kith
