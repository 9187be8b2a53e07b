#include "sync/ranges.h"

#include <algorithm>

namespace kith::ranges {

static Ranges joined(Ranges in)
{
    std::sort(in.begin(), in.end(), [](const HeldRange &a, const HeldRange &b) { return a.lo < b.lo; });
    Ranges out;
    for (const HeldRange &r : in) {
        if (!out.empty() && out.back().asOf == r.asOf && out.back().hi.next() == r.lo)
            out.back().hi = r.hi;
        else
            out.push_back(r);
    }
    return out;
}

Ranges cover(const Ranges &ranges, Seq lo, Seq hi)
{
    if (lo > hi || lo.value < 1) return ranges;
    Ranges out;
    for (const HeldRange &r : ranges) {
        if (r.hi < lo || r.lo > hi) {
            out.push_back(r);
            continue;
        }
        if (r.lo < lo) out.push_back({r.lo, Seq{lo.value - 1}, r.asOf});
        if (r.hi > hi) out.push_back({hi.next(), r.hi, r.asOf});
    }
    out.push_back({lo, hi, std::nullopt});
    return joined(std::move(out));
}

Ranges extend(const Ranges &ranges, Seq oldHead, Seq newHead)
{
    return newHead > oldHead ? cover(ranges, oldHead.next(), newHead) : ranges;
}

Ranges freeze(const Ranges &ranges, Rev rev)
{
    Ranges out = ranges;
    for (HeldRange &r : out) r.asOf = r.asOf ? std::min(*r.asOf, rev) : rev;
    return joined(std::move(out));
}

Ranges clip(const Ranges &ranges, Seq head)
{
    Ranges out;
    for (HeldRange r : ranges) {
        if (r.lo > head) continue;
        r.hi = std::min(r.hi, head);
        out.push_back(r);
    }
    return out;
}

std::vector<Need> needs(const Ranges &ranges, Seq lo, Seq hi)
{
    std::vector<Need> out;
    Seq next = std::max(lo, Seq{1});
    for (const HeldRange &r : ranges) {
        if (r.hi < next) continue;
        if (r.lo > hi) break;
        if (r.lo > next) out.push_back({next, Seq{r.lo.value - 1}, Rev{}});
        if (r.asOf) out.push_back({std::max(r.lo, next), std::min(r.hi, hi), *r.asOf});
        next = r.hi.next();
    }
    if (next <= hi) out.push_back({next, hi, Rev{}});
    std::reverse(out.begin(), out.end());
    return out;
}

bool completes(const Ranges &ranges, Seq lo, Seq hi, Rev since)
{
    if (since == Rev{}) return true;
    // Everything in lo..hi must be held, and as of `since` or later.
    Seq next = lo;
    for (const HeldRange &r : ranges) {
        if (r.hi < next) continue;
        if (r.lo > next) break;
        if (r.asOf && *r.asOf < since) return false;
        next = r.hi.next();
        if (next > hi) return true;
    }
    return next > hi;
}

Seq liveTip(const Ranges &ranges)
{
    for (auto it = ranges.rbegin(); it != ranges.rend(); ++it)
        if (!it->asOf) return it->hi;
    return {};
}

} // namespace kith::ranges
