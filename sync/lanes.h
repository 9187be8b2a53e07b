#pragma once
#include "sync/attempts.h"

namespace kith {

/// The outbox's way out (sync.md §4.3): one item in flight per lane, a few lanes at once, strict order among
/// the ready items of a lane. A lane is a chat, or the user's own settings (null id).
class Lanes {
public:
    Lanes(EngineCore &core, Attempts &attempts)
        : m_core(core)
        , m_attempts(attempts)
    {
    }

    /// The next item entered in this lane will leave at once: its tries may be written as 1 with it.
    bool isFree(const ChatId &lane) const;
    void changed() { m_look = true; } // the outbox has news
    void advance();
    qint64 nextDue() const;
    bool idle() const { return m_flights.isEmpty(); }
    bool inFlight(qint64 pk) const;
    void forget(); // the connection ended: whatever was in flight has an unknown outcome and goes again
    std::function<void(wire::Code)> onAuth;                     // auth and version answers end the connection
    std::function<void(const ChatId &)> onSync;                 // a chat must be asked for
    std::function<void(const ChatId &)> onDraft;                // what is written there has yet to be told
    std::function<bool(const OutboxEntry &, Batch &)> onUpload; // true: the item waits for its files again

private:
    struct Delay {
        qint64 untilMs = 0;
        int times = 0;
    };
    void start(OutboxEntry entry);
    void answered(const OutboxEntry &entry, const wire::ServerFrame &frame, Batch &batch);
    void accepted(const OutboxEntry &entry, const wire::Ok &ok, Batch &batch);
    void failed(const OutboxEntry &entry, const wire::Err &err, Batch &batch);
    void refused(const OutboxEntry &entry, const QString &code, Batch &batch);
    void refusedState(const OutboxEntry &entry, const wire::Uset &uset, const QString &code, Batch &batch);
    void rebase(const OutboxEntry &entry, const wire::Err &err, Batch &batch);
    void remap(const ChatId &from, const ChatId &to, Batch &batch);
    bool subjectMayCome(const OutboxEntry &entry, Batch &batch);
    void settledDraft(const OutboxEntry &entry, const StateRow &row, Batch &batch);
    /// `code`: why, for people; empty = nothing they would be told.
    void later(const ChatId &lane, qint64 waitMs, const QString &code, Batch &batch);
    void tellWait(const ChatId &lane, qint64 untilMs, const QString &code);

    EngineCore &m_core;
    Attempts &m_attempts;
    QHash<ChatId, qint64> m_flights; // lane → pk
    QHash<ChatId, Delay> m_delays;
    bool m_look = true;
};

} // namespace kith
