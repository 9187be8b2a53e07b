#pragma once
#include "core/domain/rows.h"

namespace kith {

class Db;

/// The user's private settings as the server last told them.
class StateTable {
public:
    explicit StateTable(Db &db)
        : m_db(db)
    {
    }

    std::optional<StateRow> find(const QString &kind, const QByteArray &key);
    std::vector<StateRow> ofKind(const QString &kind); // by key
    bool upsert(const StateRow &row);                  // if urev ≥ the stored one
    void replaceAll(const std::vector<StateRow> &rows);
    bool isHidden(const Mid &mid); // by a row "hide"

private:
    void hide(const StateRow &row);
    Db &m_db;
};

} // namespace kith
