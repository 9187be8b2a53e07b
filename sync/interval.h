#pragma once
#include "core/base/ids.h"

namespace kith {

/// R3: what to do with a change that says "from f to to" when we stand at `have`.
enum class Interval : quint8 {
    Apply,
    Ignore, // seen before
    Gap,    // something between is missing, or another history: ask
};

template <class N> constexpr Interval judge(N have, N f, N to)
{
    if (to <= have) return Interval::Ignore;
    return f == have ? Interval::Apply : Interval::Gap;
}

template <class N>
Interval judge(const EpochId &epoch, const Position<N> &have, const EpochId &itsEpoch, const Position<N> &f,
               const Position<N> &to)
{
    if (epoch != itsEpoch) return Interval::Gap;
    if (to.at <= have.at) return Interval::Ignore;
    return f == have ? Interval::Apply : Interval::Gap;
}

static_assert(judge(Rx{3}, Rx{3}, Rx{4}) == Interval::Apply);
static_assert(judge(Rx{3}, Rx{2}, Rx{3}) == Interval::Ignore);
static_assert(judge(Rx{3}, Rx{4}, Rx{5}) == Interval::Gap);

} // namespace kith
