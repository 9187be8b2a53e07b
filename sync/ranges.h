#pragma once
#include "core/store/range_table.h"

namespace kith::ranges {

/// The coverage algebra of R6, over the ascending, disjoint ranges of one chat. Pure.
using Ranges = std::vector<HeldRange>;

/// lo..hi is now held live: cuts it out of what was there, then joins neighbouring live ranges.
Ranges cover(const Ranges &ranges, Seq lo, Seq hi);
/// New messages after `oldHead` up to `newHead` arrived: the live range that ends at oldHead grows, or one
/// begins.
Ranges extend(const Ranges &ranges, Seq oldHead, Seq newHead);
/// A reset: what was live is right only as of `rev`; what was frozen earlier stays as it was.
Ranges freeze(const Ranges &ranges, Rev rev);
/// Nothing beyond `head` exists any more.
Ranges clip(const Ranges &ranges, Seq head);

/// A part of the timeline to ask the server for: never held (since 0), or held as of `since`.
struct Need {
    Seq lo, hi;
    Rev since;
    friend bool operator==(const Need &, const Need &) = default;
};
/// What is missing of lo..hi, descending.
std::vector<Need> needs(const Ranges &ranges, Seq lo, Seq hi);

/// An answer for lo..hi with rows changed after `since` makes it live only if nothing there was frozen
/// earlier (R11).
bool completes(const Ranges &ranges, Seq lo, Seq hi, Rev since);
/// End of the newest live range; 0 = none: how far messages are delivered here (R12).
Seq liveTip(const Ranges &ranges);

} // namespace kith::ranges
