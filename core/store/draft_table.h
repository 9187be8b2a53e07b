#pragma once
#include "core/domain/chat.h"

namespace kith {

class Db;
class Keys;

/// Unfinished texts, and for limits::draftHistoryMs those that another device or a sending replaced.
class DraftTable {
public:
    DraftTable(Db &db, Keys &keys)
        : m_db(db)
        , m_keys(keys)
    {
    }

    Draft get(const ChatId &chat); // empty draft when there is none
    void put(const ChatId &chat, const Draft &draft, qint64 nowMs);
    void clear(const ChatId &chat, qint64 nowMs); // sent: text gone, version kept, not dirty
    std::vector<ChatId> dirty(int limit);

    void remember(const ChatId &chat, const QString &text,
                  qint64 nowMs);                                 // into the history; empty texts are not kept
    std::vector<QString> history(const ChatId &chat, int limit); // newest first
    void forgetBefore(qint64 ms);

private:
    Db &m_db;
    Keys &m_keys;
};

} // namespace kith
