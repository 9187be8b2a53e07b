#pragma once
#include "server/storage/hot_rows.h"
#include "server/storage/repository.h"

namespace kith {
class Random;
}

namespace kith::server {

/// One request at work inside the open transaction.
struct Work {
    Caller caller;
    qint64 nowMs = 0;
    Outcome &out;
};

/// What all writers of this room share: numbers, tags, events and the user-state stream.
class WriteDesk {
public:
    WriteDesk(Db &db, HotRows &hot, Random &random, const EpochId &epoch);

    Db &db;
    HotRows &hot;
    Random &random;
    const EpochId epoch;

    /// Takes the chat's next rev with a fresh tag.
    ChatPosition next(HotChat &chat);
    /// The answer to a write in a chat, with the stored rows (R8).
    wire::Ok okWith(const ChatId &chat, std::vector<Row> rows) const;
    wire::Err conflictWith(const ChatId &chat, Row row) const;

    /// Tells the present members of what happened since `from`; leaves a relay row until it is published.
    /// Members whose history begins after the oldest message in `rows`, or after `about` (what the reactions
    /// among them are of), learn only that something happened.
    void tell(Work &work, HotChat &chat, const ChatPosition &from, std::vector<Row> rows, Seq about = {});
    /// For the admins of the group.
    void log(const Work &work, const ChatId &chat, const QString &act, const UserId &user = {},
             const QString &words = QStringLiteral(""));

    std::optional<StoredState> state(const UserId &user, const QString &kind, const QByteArray &key);
    /// Writes one row of the user's private state and tells the user's devices.
    StateRow putState(Work &work, const UserId &user, const QString &kind, const QByteArray &key,
                      const QByteArray &value, const OpId &op, int ver);
    /// For rows that only the server writes: the version just counts.
    StateRow putServerState(Work &work, const UserId &user, const QString &kind, const QByteArray &key,
                            const QByteArray &value);

    /// A message of the server's own in the timeline; takes a seq and a rev.
    MessageRow addNote(Work &work, HotChat &chat, const ServiceNote &note);
    /// False when the mid is taken: nothing was stored and no number used.
    bool insertMessage(HotChat &chat, MessageRow &row, qint64 hash, const OpId &op);

    qint64 addRelay(const ChatId &chat, const UserId &user, const Rev &rev, int kind, qint64 nowMs);

private:
    qint64 m_nextRelay;
    void addNames(const HotChat &chat, std::vector<Row> &rows);
    void hide(Work &work, HotChat &chat, Event &event, Seq oldest);
    Statement m_insert, m_relay, m_state, m_putState, m_member, m_later, m_log, m_logPrune;
};

enum class RelayKind { Chat = 1, Membership = 2 }; // persisted: append only

} // namespace kith::server
