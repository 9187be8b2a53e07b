#include "tests/sim/shrink.h"

#include "tests/sim/world.h"

#include <QRegularExpression>

namespace kith::sim {

using namespace Qt::StringLiterals;

QString invariantOf(const QStringList &faults)
{
    if (faults.isEmpty()) return {};
    // "at 116000 ms: device 1: L1 a draft of …"
    static const QRegularExpression number(u"(?:^|: )(L?\\d+) "_s);
    const auto found = number.match(faults.first());
    return found.hasMatch() ? found.captured(1) : u"?"_s;
}

namespace {

class Shrinker {
public:
    Shrinker(const History &history, const QStringList &faults, int mostRuns)
        : m_best{history, faults, 0}
        , m_wanted(invariantOf(faults))
        , m_mostRuns(mostRuns)
    {
    }

    /// Takes `smaller` over when it fails in the same way.
    bool tryOut(const History &smaller)
    {
        if (m_best.runs >= m_mostRuns) return false;
        ++m_best.runs;
        World world(smaller);
        const QStringList faults = world.run();
        if (invariantOf(faults) != m_wanted) return false;
        m_best.history = smaller;
        m_best.faults = faults;
        m_struck = world.dice().struck();
        return true;
    }

    /// Delta debugging: leaves out ever smaller parts of `items` for which the failure stays.
    template <class Item, class LeaveOut> void reduce(std::vector<Item> items, LeaveOut leaveOut)
    {
        for (size_t part = std::max<size_t>(items.size() / 2, 1); !items.empty();) {
            bool less = false;
            for (size_t at = 0; at < items.size();) {
                const auto first = items.begin() + qsizetype(at);
                const auto last = items.begin() + qsizetype(std::min(at + part, items.size()));
                History smaller = m_best.history;
                for (auto it = first; it != last; ++it) leaveOut(smaller, *it);
                if (tryOut(smaller)) {
                    items.erase(first, last);
                    less = true;
                } else {
                    at += part;
                }
            }
            if (part == 1 && !less) break;
            if (part > 1) part /= 2;
        }
    }

    Shrunk run()
    {
        tryOut(m_best.history); // what struck
        for (int devices = 1; devices < int(Plan(m_best.history).userOf.size()); ++devices) {
            History smaller = m_best.history;
            smaller.devices = devices;
            if (tryOut(smaller)) break;
        }
        for (int i = 0; i < mishaps; ++i) {
            History smaller = m_best.history;
            smaller.without.insert(Mishap(i));
            tryOut(smaller);
        }
        std::vector<int> numbers;
        History whole = m_best.history;
        whole.withoutDeeds.clear();
        const int planned = int(Plan(whole).deeds.size());
        for (int i = 0; i < planned; ++i)
            if (!m_best.history.withoutDeeds.contains(i)) numbers.push_back(i);
        reduce(numbers, [](History &h, int n) { h.withoutDeeds.insert(n); });
        std::vector<std::pair<Mishap, int>> struck;
        for (size_t i = 0; i < m_struck.size(); ++i)
            for (int n = 0; n < m_struck[i]; ++n)
                if (!m_best.history.without.contains(Mishap(i))) struck.emplace_back(Mishap(i), n);
        reduce(struck, [](History &h, const std::pair<Mishap, int> &one) { h.withoutMishaps.insert(one); });
        return m_best;
    }

private:
    Shrunk m_best;
    std::array<int, mishaps> m_struck{};
    const QString m_wanted;
    const int m_mostRuns;
};

} // namespace

Shrunk shrink(const History &history, const QStringList &faults, int mostRuns)
{
    return Shrinker(history, faults, mostRuns).run();
}

} // namespace kith::sim
