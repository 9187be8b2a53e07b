#pragma once
#include "core/base/ids.h"

#include <optional>
#include <vector>

namespace kith {

class Db;
class Keys;

/// A stretch of a chat that is held without a gap (R6).
struct HeldRange {
    Seq lo, hi;              // inclusive
    std::optional<Rev> asOf; // absent = follows the cursor (live); else right as of that revision
    friend bool operator==(const HeldRange &, const HeldRange &) = default;
};

/// Storage of ranges; their algebra is in sync.
class RangeTable {
public:
    RangeTable(Db &db, Keys &keys)
        : m_db(db)
        , m_keys(keys)
    {
    }

    std::vector<HeldRange> list(const ChatId &chat);                        // ascending by lo
    void replace(const ChatId &chat, const std::vector<HeldRange> &ranges); // writes only what differs

private:
    Db &m_db;
    Keys &m_keys;
};

} // namespace kith
