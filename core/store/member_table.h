#pragma once
#include "core/domain/rows.h"

namespace kith {

class Db;
class Keys;

struct StoredMember {
    MemberRow row; // rev -1: only a watermark has been heard of so far; not shown to anybody
    Seq delivered, seen;
    friend bool operator==(const StoredMember &, const StoredMember &) = default;
};

/// Members, their watermarks, and the users behind them.
class MemberTable {
public:
    MemberTable(Db &db, Keys &keys)
        : m_db(db)
        , m_keys(keys)
    {
    }

    bool upsert(const ChatId &chat,
                const MemberRow &row); // if rev ≥ the stored one; name and login go to users
    bool raise(const ChatId &chat, const Watermark &mark); // max-merge (R12); true if something rose
    void lowerAll(const ChatId &chat, Seq upTo); // another history (diverged): no watermark beyond its end
    /// As the server has them: `present` are all present members. Watermarks stay; who else counted as
    /// present has left.
    void mend(const ChatId &chat, const std::vector<MemberRow> &present);
    std::optional<StoredMember> find(const ChatId &chat, const UserId &user);
    std::vector<StoredMember> all(const ChatId &chat, int limit);        // by user key
    void keepOnly(const ChatId &chat, const std::vector<UserId> &users); // a reset that names everybody

    void putUser(const UserInfo &user); // empty login or name keep what is held
    std::optional<UserInfo> user(const UserId &user);

private:
    Db &m_db;
    Keys &m_keys;
};

} // namespace kith
