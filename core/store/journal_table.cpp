#include "core/store/journal_table.h"

#include "core/store/db.h"

namespace kith {
namespace {

#define JOURNAL_COLUMNS "mid, op, kind, what, why, times, first, last"

std::vector<JournalNote> readAll(Query q)
{
    std::vector<JournalNote> notes;
    while (q.next())
        notes.push_back({q.id<Mid>(0), q.id<OpId>(1), q.text(2), JournalWhat(q.num(3)), q.text(4),
                         int(q.num(5)), q.num(6), q.num(7)});
    return notes;
}

} // namespace

void JournalTable::add(const JournalNote &note)
{
    const QVariant mid = blobOrNull(note.mid), op = blobOrNull(note.op);
    const bool repeats = note.what == JournalWhat::NoAnswer || note.what == JournalWhat::Delayed;
    if (repeats && m_db.run("UPDATE journal SET times = times + ?, last = ? WHERE pk = (SELECT max(pk) FROM "
                            "journal WHERE mid = ?)"
                            " AND what = ? AND why = ? AND kind = ? AND op IS ?",
                            {note.times, note.lastMs, mid, int(note.what), notNull(note.why),
                             notNull(note.kind), op}) > 0)
        return;
    m_db.run("INSERT INTO journal(" JOURNAL_COLUMNS ") VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
             {mid, op, notNull(note.kind), int(note.what), notNull(note.why), note.times, note.firstMs,
              note.lastMs});
    // A few at a time, but more than came: no clean-up ever has much to do.
    m_db.run("DELETE FROM journal WHERE pk IN (SELECT pk FROM journal ORDER BY pk LIMIT 4)"
             " AND (pk <= ? OR last < ?)",
             {m_db.lastId() - most, note.lastMs - keepMs});
}

std::vector<JournalNote> JournalTable::of(const Mid &mid, int limit)
{
    return readAll(m_db.query("SELECT " JOURNAL_COLUMNS " FROM journal WHERE mid = ? ORDER BY pk LIMIT ?",
                              {mid.blob(), limit}));
}

std::vector<JournalNote> JournalTable::outages(qint64 fromMs, qint64 untilMs, int limit)
{
    return readAll(m_db.query("SELECT " JOURNAL_COLUMNS
                              " FROM journal WHERE mid IS NULL AND last >= ? AND first <= ?"
                              " ORDER BY pk DESC LIMIT ?",
                              {fromMs, untilMs, limit}));
}

#undef JOURNAL_COLUMNS

} // namespace kith
