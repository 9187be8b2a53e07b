#pragma once
#include "core/domain/message.h"

namespace kith {

class Db;
class Keys;
class Query;

struct StoredMessage {
    ChatId chat;
    MessageRow row; // exactly the server's once it has a seq (invariant 7)
    MessageState state = MessageState::Sent;
    qint64 localPos = 0; // among the unsent of the chat
    QString refusedCode;
    friend bool operator==(const StoredMessage &, const StoredMessage &) = default;
};

struct Upserted {
    enum class Outcome : quint8 {
        Inserted,
        Updated, // also a queued or unverified message that the server's row now stands for
        Stale,   // the stored row is newer; nothing written
        Blocked, // `orphan` sits at this (chat, seq); nothing written: deal with it, then upsert again
    };
    Outcome outcome = Outcome::Stale;
    Mid orphan;
    friend bool operator==(const Upserted &, const Upserted &) = default;
};

class MessageTable {
public:
    MessageTable(Db &db, Keys &keys)
        : m_db(db)
        , m_keys(keys)
    {
    }

    /// The server's row, by mid, if its rev ≥ the stored one. Needs seq > 0 and a held chat (asserts).
    Upserted upsert(const ChatId &chat, const MessageRow &row);
    /// A message entered here: state Queued at the end of the unsent ones; `row.seq` is ignored. Returns its
    /// localPos. `enteredMs`: wall clock of this device, kept for its story for ever.
    qint64 insertQueued(const ChatId &chat, const MessageRow &row, qint64 enteredMs = 0);
    /// Back to the end of the unsent ones, without a seq (Retry; or lost by the server, R10).
    void requeue(const Mid &mid);
    void setQueued(const Mid &mid); // a refused one that goes out again at its old place
    void setRefused(const Mid &mid, const QString &code);
    void setUnsentBody(const Mid &mid, const QString &body);      // only while it has no seq
    void setUnsentExtra(const Mid &mid, const QByteArray &extra); // likewise
    void remove(const Mid &mid);                                  // with its reactions

    std::optional<StoredMessage> find(const Mid &mid);
    std::optional<StoredMessage> atSeq(const ChatId &chat, Seq seq);
    std::optional<StoredMessage> newestUpTo(const ChatId &chat,
                                            Seq seq); // the anchor: newest held with seq ≤ `seq`
    std::vector<StoredMessage> unsent(const ChatId &chat, int limit); // queued and refused, in order

    // comparing with the server
    qint64 countBetween(const ChatId &chat, Seq lo, Seq hi);
    std::vector<StoredMessage> between(const ChatId &chat, Seq lo, Seq hi); // by seq
    /// The row as the server has it, whatever was stored under its mid; its place must be free or its own.
    void mend(const ChatId &chat, const MessageRow &row);
    void unplace(const Mid &mid); // takes its seq away, for the length of a transaction

    // timers; the clock is the server's
    struct Place {
        ChatId chat;
        Mid mid;
    };
    qint64 nextExpiryMs(); // 0 = none
    std::vector<Place> expired(qint64 serverMs, int limit);
    /// Takes the content away; the server's tombstone replaces the row later.
    void wipe(const Mid &mid);
    /// Wiped here although their time has not come: this machine's clock had been wrong.
    std::vector<Place> wipedBefore(qint64 serverMs, int limit);
    Seq firstSince(const ChatId &chat, qint64 atMs); // among those that are held; 0 = none

    // divergence (R10)
    void markUnverified(const ChatId &chat); // every Sent row; their rev becomes 0
    /// Unverified rows in lo..hi that no answer confirmed; for removing after a complete `hist`.
    std::vector<Mid> unverified(const ChatId &chat, Seq lo, Seq hi);
    /// Own messages minted at or after `sinceMs`, mid ascending, strictly after `after` (null = from the
    /// start).
    std::vector<StoredMessage> ownSince(const ChatId &chat, const UserId &me, qint64 sinceMs,
                                        const Mid &after, int limit);

private:
    StoredMessage read(Query &query);
    qint64 nextLocalPos(qint64 chatPk);
    Upserted overwrite(qint64 chatPk, qint64 senderPk, const MessageRow &row);
    Db &m_db;
    Keys &m_keys;
};

} // namespace kith
