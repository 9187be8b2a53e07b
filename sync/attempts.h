#pragma once
#include "sync/engine_core.h"

#include <QSet>
#include <map>

namespace kith {

/// Keeps the journal of attempts (docs/adr/0014). What goes well at the first try is not noted at all; what
/// does not is held in memory and written with a transaction that happens anyway: the answer, the next
/// greeting, the refusal. Only from the second delay of one item on a note is a reason to write.
class Attempts {
public:
    explicit Attempts(EngineCore &core)
        : m_core(core)
    {
        m_downSince = core.clock.wallMs();
    }

    /// Items up to this one were left by an earlier run of the program: a try of theirs may have gone out.
    void setInherited(qint64 newestPk) { m_inherited = newestPk; }

    void started(const OutboxEntry &entry);
    void delayed(const OutboxEntry &entry, const QString &code, Batch &batch);
    void refused(const OutboxEntry &entry, const QString &code, Batch &batch);
    void answered(const OutboxEntry &entry, Batch &batch);

    void connectionLost(const QString &why); // what was under way has an unknown outcome
    void connectFailed(const QString &why);
    void connected(Batch &batch); // inside the greeting's transaction
    /// Writes what is held; before the program ends in peace.
    void save();

    int failedTries() const { return m_failed; }       // since the connection was lost
    qint64 downSinceMs() const { return m_downSince; } // wall clock; 0 = connected

private:
    void remember(const OutboxEntry &entry, JournalWhat what, const QString &why);
    void write(const std::vector<JournalNote> &notes);
    std::vector<JournalNote> held() const;
    std::vector<JournalNote> notesOf(qint64 pk) const;
    void forget(qint64 pk);
    void inherit(const OutboxEntry &entry);

    EngineCore &m_core;
    QHash<qint64, OutboxEntry> m_flying;                // by pk, without payload
    std::map<qint64, std::vector<JournalNote>> m_notes; // by pk, not yet written; in a fixed order
    QSet<qint64> m_troubled;                            // items of which something has been noted
    qint64 m_inherited = 0;
    qint64 m_downSince = 0;
    int m_failed = 0;
    bool m_hadConnection = false; // in this run
    QString m_lastWhy;
};

} // namespace kith
