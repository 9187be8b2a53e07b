#pragma once
#include "core/domain/rows.h"

namespace kith {

class Db;
class Keys;

struct QuarantinedRow {
    qint64 pk = 0;
    ChatId chat; // null = of the user's stream
    UnknownRow row;
    QString app; // version that could not read it
    friend bool operator==(const QuarantinedRow &, const QuarantinedRow &) = default;
};

/// Rows that could not be read, kept whole (R17).
class QuarantineTable {
public:
    QuarantineTable(Db &db, Keys &keys)
        : m_db(db)
        , m_keys(keys)
    {
    }

    void add(const ChatId &chat, const UnknownRow &row, const QString &app); // the same bytes are kept once
    std::vector<QuarantinedRow> list(qint64 afterPk, int limit);
    void remove(qint64 pk);
    int count();
    bool has(const ChatId &chat);

private:
    Db &m_db;
    Keys &m_keys;
};

} // namespace kith
