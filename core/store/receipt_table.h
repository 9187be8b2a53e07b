#pragma once
#include "core/base/ids.h"

#include <vector>

namespace kith {

class Db;
class Keys;

struct StoredReceipt {
    ChatId chat;
    Seq wantDelivered, wantSeen;
    Seq ackDelivered, ackSeen; // never above the wanted ones (invariant 13)
    friend bool operator==(const StoredReceipt &, const StoredReceipt &) = default;
};

/// Own watermarks: what we want the server to know and what it has confirmed (R12). Both only rise.
class ReceiptTable {
public:
    ReceiptTable(Db &db, Keys &keys)
        : m_db(db)
        , m_keys(keys)
    {
    }

    StoredReceipt get(const ChatId &chat);
    bool want(const ChatId &chat, Seq delivered, Seq seen); // true if something rose
    void ack(const ChatId &chat, Seq delivered, Seq seen);  // the server's maxima; lifts the wanted ones too
    std::vector<StoredReceipt> unequal(int limit);
    int impossible(bool repair); // acknowledged beyond wanted; wanted then rises to it
    void lower(const ChatId &chat,
               Seq upTo); // another history (diverged): nothing beyond its end; acks forgotten

private:
    Db &m_db;
    Keys &m_keys;
};

} // namespace kith
