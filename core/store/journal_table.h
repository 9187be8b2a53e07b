#pragma once
#include "core/domain/story.h"

namespace kith {

class Db;
class Query;

/// The journal of attempts: what an outbox row would take with it when it goes, kept only where something
/// went other than at the first try. Bounded: `most` notes, `keepMs` of age; each new note pushes old ones
/// out.
class JournalTable {
public:
    static constexpr int most = 5'000;
    static constexpr qint64 keepMs = 90LL * 24 * 3600 * 1000;

    explicit JournalTable(Db &db)
        : m_db(db)
    {
    }

    /// An equal note right after its like (same write, same `what` and `why`) raises that one's count
    /// instead.
    void add(const JournalNote &note);
    std::vector<JournalNote> of(const Mid &mid, int limit);                     // oldest first
    std::vector<JournalNote> outages(qint64 fromMs, qint64 untilMs, int limit); // overlapping; newest first

private:
    Db &m_db;
};

} // namespace kith
