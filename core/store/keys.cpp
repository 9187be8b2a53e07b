#include "core/store/keys.h"

#include "core/store/db.h"

namespace kith {
namespace {

template <class IdT>
qint64 lookUp(Db &db, const char *sql, const IdT &id, QHash<IdT, qint64> &known, QHash<qint64, IdT> &back)
{
    const auto it = known.constFind(id);
    if (it != known.constEnd()) return *it;
    const qint64 pk = id ? db.number(sql, {id.blob()}) : 0;
    if (pk) {
        known.insert(id, pk);
        back.insert(pk, id);
    }
    return pk;
}

template <class IdT> IdT lookBack(Db &db, const char *sql, qint64 pk, QHash<qint64, IdT> &back)
{
    const auto it = back.constFind(pk);
    if (it != back.constEnd()) return *it;
    Query q = db.query(sql, {pk});
    const IdT id = q.next() ? q.id<IdT>(0) : IdT{};
    if (id) back.insert(pk, id);
    return id;
}

constexpr const char *chatPk = "SELECT pk FROM chats WHERE id = ?";
constexpr const char *userPk = "SELECT pk FROM users WHERE id = ?";
constexpr const char *chatId = "SELECT id FROM chats WHERE pk = ?";
constexpr const char *userId = "SELECT id FROM users WHERE pk = ?";

} // namespace

qint64 Keys::chat(const ChatId &chat) { return lookUp(m_db, chatPk, chat, m_chats, m_chatIds); }
qint64 Keys::user(const UserId &user) { return lookUp(m_db, userPk, user, m_users, m_userIds); }
ChatId Keys::chatOf(qint64 pk) { return lookBack(m_db, chatId, pk, m_chatIds); }
UserId Keys::userOf(qint64 pk) { return lookBack(m_db, userId, pk, m_userIds); }

qint64 Keys::makeUser(const UserId &id)
{
    const qint64 held = user(id);
    if (held || !id) return held;
    m_db.run("INSERT INTO users(id) VALUES(?)", {id.blob()});
    return user(id);
}

void Keys::forget()
{
    m_chats.clear();
    m_users.clear();
    m_chatIds.clear();
    m_userIds.clear();
}

} // namespace kith
