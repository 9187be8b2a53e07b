#pragma once
#include "core/base/ids.h"

#include <QByteArray>
#include <QString>
#include <QVariant>
#include <optional>
#include <vector>

namespace kith {

class Db;
class Keys;
class Query;

struct OutboxEntry {
    qint64 pk = 0; // given by append(); rises with every entry, never used twice
    ChatId chat;   // the lane; null = the user's own settings
    QString kind; // wire name of the request: "send", "edit", "del", "react", "uset", "chat.new", "chat.set",
                  // "mem"
    Mid mid;      // null when the change is not of a message
    OpId op;      // null for "send"
    QByteArray payload; // the request as wire::encode wrote it, with any id ≥ 1 so that it decodes
    bool refused = false;
    bool afterAtt = false; // beside its lane until the files of its message are on the server
    int tries = 0;         // > 0: may already be on the server
    qint64 enteredMs = 0;
    QString lastError; // protocol code or one word
    friend bool operator==(const OutboxEntry &, const OutboxEntry &) = default;
};

/// What waits to be told to the server (sync.md §4.3). Refused entries step aside and stay until settled or
/// retried.
class OutboxTable {
public:
    OutboxTable(Db &db, Keys &keys)
        : m_db(db)
        , m_keys(keys)
    {
    }

    // An entry is ready when it is neither refused nor waits for files.
    qint64 append(const OutboxEntry &entry);
    std::optional<OutboxEntry> get(qint64 pk);
    std::vector<OutboxEntry> heads(int limit);             // the first ready entry of each lane, oldest first
    std::optional<OutboxEntry> headOf(const ChatId &lane); // null id = the user's lane
    std::vector<OutboxEntry> ofLane(const ChatId &lane, int limit); // ready and refused, by pk
    std::vector<OutboxEntry> ofMid(const Mid &mid);                 // by pk
    void bumpTries(qint64 pk);
    void setPayload(qint64 pk, const QByteArray &payload);
    void setAfterAtt(qint64 pk, bool on);
    void setError(qint64 pk, const QString &error);
    void refuse(qint64 pk, const QString &code);
    void retry(qint64 pk);  // ready again at its place, tries kept
    void settle(qint64 pk); // answered or discarded: gone
    qint64 newest();        // pk; 0 = empty
    int count();            // all entries, refused ones too

private:
    QVariant lane(const ChatId &chat);
    OutboxEntry read(Query &query);
    std::vector<OutboxEntry> readAll(Query query);
    Db &m_db;
    Keys &m_keys;
};

} // namespace kith
