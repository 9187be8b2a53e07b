#pragma once
#include "tests/sim/eye.h"

#include <QStringList>
#include <map>
#include <set>
#include <unordered_map>
#include <vector>

namespace kith::sim {

class Story;

/// What the server's database holds, as the checker has read it so far, and what may never be true of it
/// (invariants 1, 2, 16 and 21; those of the mirrors are checked against it). Reads only what changed.
class ServerLog {
public:
    struct Message {
        Key mid, chat, sender;
        qint64 seq = 0, rev = 0, ev = 0;
        bool dead = false, service = false;
        QByteArray body;
        bool timed = false; // it had, or has, a time to go away
    };
    struct Member {
        qint64 role = 0, leftRev = 0, delivered = 0, seen = 0, rev = 0;
    };
    struct Chat {
        qint64 rev = 0, tag = 0, seq = 0, rx = 0;
        std::vector<Key> bySeq; // mid at seq - 1
        std::map<Key, Member> members;
        std::map<qint64, Key> revs; // of messages
    };
    struct User {
        qint64 urev = 0, utag = 0;
    };

    ServerLog(std::string file, const Story &story)
        : m_file(std::move(file))
        , m_story(story)
    {
    }

    /// Reads what changed; `toldOf` are the relay rows that were published. Returns what is wrong.
    QStringList read(const std::set<qint64> &toldOf);
    /// The process is gone: its files are closed. What was read stays.
    void close() { m_eye.close(); }
    /// The database was put back to an older copy: everything is read anew, and may be less.
    void forget(bool unnoticed);
    /// It was put back in a way that only a client can prove, and none has yet: mirrors may hold what it
    /// lost.
    bool unnoticed() const { return m_unnoticed; }

    const Chat *chat(const Key &id) const
    {
        const auto found = m_chats.find(id);
        return found == m_chats.end() ? nullptr : &found->second;
    }
    const Message *message(const Key &mid) const
    {
        const auto found = m_messages.find(mid);
        return found == m_messages.end() ? nullptr : &found->second;
    }
    const Member *member(const Key &chat, const Key &user) const;
    Key epoch() const { return m_epoch; }
    const std::map<Key, Chat> &chats() const { return m_chats; }
    const std::unordered_map<Key, Message, KeyHash> &messages() const { return m_messages; }
    const std::map<Key, User> &users() const { return m_users; }
    size_t relayRows() const { return m_relay.size(); }
    Eye &eye();

private:
    void readChats(QStringList &faults);
    void readMessages(const Key &id, Chat &chat, qint64 since, QStringList &faults);
    void readMembers(QStringList &faults);
    void readRelay(const std::set<qint64> &toldOf, QStringList &faults);

    const std::string m_file;
    const Story &m_story;
    Eye m_eye;
    Key m_epoch;
    bool m_unnoticed = false;
    qint64 m_commitNo = 0;
    std::map<Key, Chat> m_chats;
    std::unordered_map<Key, Message, KeyHash> m_messages;
    std::map<Key, User> m_users;
    std::set<qint64> m_relay;
};

/// How a chat, user or message is called in what a person reads.
QString named(const Key &id);

} // namespace kith::sim
