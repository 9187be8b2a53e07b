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

private:
    Db &m_db;
    Keys &m_keys;
};

} // namespace kith
