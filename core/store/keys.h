#pragma once
#include "core/base/ids.h"

#include <QHash>

namespace kith {

class Db;

/// Small integers that stand for chats and users inside the file: one to three bytes in a row or an index
/// instead of sixteen. They never leave core/store. One per connection; remembers what it looked up.
class Keys {
public:
    explicit Keys(Db &db)
        : m_db(db)
    {
    }

    qint64 chat(const ChatId &chat); // 0 = not held
    qint64 user(const UserId &user); // 0 = not held
    qint64 makeUser(const UserId &user);
    ChatId chatOf(qint64 pk);
    UserId userOf(qint64 pk);
    void forget(); // after a rollback, and when a chat changed its id

private:
    Db &m_db;
    QHash<ChatId, qint64> m_chats;
    QHash<UserId, qint64> m_users;
    QHash<qint64, ChatId> m_chatIds;
    QHash<qint64, UserId> m_userIds;
};

} // namespace kith
