#include "core/store/range_table.h"

#include "core/store/db.h"
#include "core/store/keys.h"

#include <algorithm>

namespace kith {

std::vector<HeldRange> RangeTable::list(const ChatId &chat)
{
    std::vector<HeldRange> ranges;
    Query q =
        m_db.query("SELECT lo, hi, as_of FROM ranges WHERE chat_pk = ? ORDER BY lo", {m_keys.chat(chat)});
    while (q.next())
        ranges.push_back({{q.num(0)}, {q.num(1)}, q.isNull(2) ? std::nullopt : std::optional(Rev{q.num(2)})});
    return ranges;
}

void RangeTable::replace(const ChatId &chat, const std::vector<HeldRange> &ranges)
{
    const qint64 chatPk = m_keys.chat(chat);
    if (!chatPk) return;
    const std::vector<HeldRange> held = list(chat);
    const auto has = [](const std::vector<HeldRange> &all, const HeldRange &one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    };
    for (const HeldRange &range : held)
        if (!has(ranges, range))
            m_db.run("DELETE FROM ranges WHERE chat_pk = ? AND lo = ?", {chatPk, range.lo.value});
    for (const HeldRange &range : ranges)
        if (!has(held, range))
            m_db.run("INSERT INTO ranges(chat_pk, lo, hi, as_of) VALUES(?, ?, ?, ?)",
                     {chatPk, range.lo.value, range.hi.value,
                      range.asOf ? QVariant(range.asOf->value) : QVariant()});
}

} // namespace kith
