#pragma once
#include "tests/sim/disk.h"
#include "tests/sim/server_log.h"

namespace kith::sim {

/// What one device's mirror holds, as the checker has read it so far, and what may never be true of it, alone
/// and beside the server's database. Of the messages only those are read that a program has written; the
/// other tables are small. The numbers are those of the invariants in docs/simulation.md.
class MirrorCheck {
public:
    struct Message {
        Key mid, sender;
        qint64 chat = 0, seq = 0, rev = 0, ev = 0, state = 0;
        bool dead = false;
        QByteArray body;
        bool timed = false; // has a time to go away
    };
    struct Range {
        qint64 lo = 0, hi = 0;
        bool live = false;
    };
    struct Member {
        qint64 left = 0, rev = 0, delivered = 0, seen = 0, role = 0;
    };
    struct Receipt {
        qint64 wantDelivered = 0, wantSeen = 0, ackDelivered = 0, ackSeen = 0;
    };
    struct Chat {
        Key id, epoch;
        qint64 rev = 0, tag = 0, rx = 0, seq = 0;
        bool left = false, known = false;
        std::vector<Range> ranges;
        std::map<Key, Member> members; // by user
        std::optional<Receipt> receipt;
        std::optional<std::pair<QByteArray, bool>> draft; // text, dirty
    };
    struct Item { // of the outbox
        qint64 chat = 0;
        QByteArray kind;
        Key mid;
        bool refused = false;
        qint64 tries = 0;
    };
    enum State { Queued = 1, Sent = 2, Refused = 3, Unverified = 4 };

    MirrorCheck(Disk &disk, std::string file, QString who, const Key &user, const Story &story);

    /// Reads what was written and says what is wrong. With `alone` only what needs no server.
    QStringList read(const ServerLog &log, bool alone);
    /// Compares everything with the server, whatever changed.
    QStringList against(const ServerLog &log) const;
    /// What must hold when nothing is left to do.
    QStringList settled(const ServerLog &log, Eye &server);
    void close() { m_eye.close(); }

    /// The person asked for it: this message (or its outbox item) may go without an answer.
    void mayVanish(const Key &mid) { m_mayVanish.insert(mid); }
    /// The person typed or sent: the draft of any chat may change.
    void touchDraft() { m_draftTouched = true; }
    /// A row that this device cannot read: it is kept in quarantine instead (R17).
    void poisoned(const Key &mid) { m_poisoned.insert(mid); }
    /// The server went back to an older copy: what this device held of it is no measure any more.
    void restored();

    bool everRefused(const Key &mid) const { return m_everRefused.contains(mid); }
    bool everDead(const Key &mid) const { return m_everDead.contains(mid); }
    const Message *message(const Key &mid) const;
    /// How often the item for `mid` of this kind was tried; -1 = there is none.
    qint64 tries(const Key &mid, const QByteArray &kind) const;
    const std::map<qint64, Item> &outbox() const { return m_outbox; }
    const std::map<qint64, Chat> &chats() const { return m_chats; }
    bool isSettled(const ServerLog &log) const; // a quick look; settled() tells

private:
    using Faults = QStringList;
    void readChats(bool mayFall, Faults &faults);
    void readParts();
    void readMessages(bool all, Faults &faults);
    void readOutbox(Faults &faults);
    void compareChat(const Chat &chat, const ServerLog &log, Faults &faults) const;
    void ranges(const Chat &chat, Faults &faults) const;
    void unsent(Faults &faults) const;
    void tell(const Message &was, const Message &now) const;
    Key userOf(qint64 pk);
    QString chatName(const Chat &chat) const;
    bool follows(const Chat &chat, const ServerLog &log) const;

    Disk &m_disk;
    const std::string m_file, m_machine;
    const QString m_who;
    const Key m_user;
    const Story &m_story;
    Eye m_eye;
    std::map<qint64, Chat> m_chats; // by pk
    std::unordered_map<qint64, Message> m_messages;
    std::unordered_map<Key, qint64, KeyHash> m_byMid;
    std::map<qint64, Item> m_outbox;
    std::unordered_map<qint64, Key> m_users;
    std::set<Key> m_mayVanish, m_poisoned, m_everRefused, m_everDead;
    qint64 m_urev = 0, m_utag = 0;
    Key m_epoch;
    bool m_draftTouched = false, m_wasRestored = false;
};

} // namespace kith::sim
