#pragma once
#include "core/domain/rows.h"

namespace kith {

class Db;
class Keys;

class ReactionTable {
public:
    ReactionTable(Db &db, Keys &keys)
        : m_db(db)
        , m_keys(keys)
    {
    }

    bool upsert(const ChatId &chat, const ReactionRow &row); // if rev ≥ the stored one
    std::optional<ReactionRow> find(const Mid &mid, const UserId &user, const QString &emoji);
    std::vector<ReactionRow> ofMessage(const Mid &mid); // also those switched off
    /// Of the messages lo..hi of a chat, as they stand there.
    std::vector<ReactionRow> between(const ChatId &chat, Seq lo, Seq hi);
    void mend(const ChatId &chat, const ReactionRow &row); // as the server has it, whatever was stored
    void remove(const ReactionRow &row);
    /// Their rev counts changes of another history: whatever the server has now wins.
    void markUnverified(const ChatId &chat);

private:
    Db &m_db;
    Keys &m_keys;
};

} // namespace kith
