#pragma once
#include "core/domain/rows.h"
#include "core/wire/digest.h"

namespace kith {

class Db;
class Keys;

struct StoredChat {
    ChatId chat;
    ChatRow info;
    EpochId epoch;   // of the cursor; null = the server has not spoken of it yet
    ChatPosition at; // cursor: everything up to here is applied
    Rx rx;
    Seq seq;              // newest the server told of
    qint64 actMs = 0;     // last activity, for the order of the list
    int serverUnread = 0; // as told by the server for messages up to serverUnreadUpTo, capped at unreadCap
    Seq serverUnreadUpTo;
    bool left = false;
    bool known = false; // the server has it (false: chat.new still waits)
    friend bool operator==(const StoredChat &, const StoredChat &) = default;
};

/// One row per chat. A chat that is not held: reads give nothing, setters do nothing.
class ChatTable {
public:
    ChatTable(Db &db, Keys &keys)
        : m_db(db)
        , m_keys(keys)
    {
    }

    std::optional<StoredChat> find(const ChatId &chat);
    std::vector<StoredChat> all();
    void put(const StoredChat &chat); // inserts or replaces every column
    void setCursor(const ChatId &chat, const EpochId &epoch, const ChatPosition &at);
    void setRx(const ChatId &chat, Rx rx);
    void setSeq(const ChatId &chat, Seq seq);
    void raiseSeq(const ChatId &chat, Seq seq);
    void raiseAct(const ChatId &chat, qint64 actMs);
    bool setInfo(const ChatId &chat,
                 const ChatRow &info); // only if rev ≥ the stored one; true if it changed anything
    void mendInfo(const ChatId &chat, const ChatRow &info); // as the server has it, whatever was stored
    void setLeft(const ChatId &chat, bool left);
    void setKnown(const ChatId &chat, bool known);
    void setServerUnread(const ChatId &chat, int unread, Seq upTo);

    /// Chats that the server has and we have not left: what R7's digests are made of.
    std::vector<wire::DigestItem> digestItems();
    /// Chats not left whose cursor is of another epoch, or that have none yet.
    std::vector<ChatId> withoutCursorOf(const EpochId &epoch);
    /// A chat made here exists under another id: messages, outbox, draft, receipts and everything else of
    /// `from` move to `to` (made if absent; its own rows win), `from` goes. Payloads in the outbox keep
    /// naming `from`: rewrite them first. State rows are keyed by text and stay.
    void remap(const ChatId &from, const ChatId &to);

private:
    Db &m_db;
    Keys &m_keys;
};

} // namespace kith
