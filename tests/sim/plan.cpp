#include "tests/sim/plan.h"

#include <QStringList>
#include <algorithm>

namespace kith::sim {

using namespace Qt::StringLiterals;

namespace {

struct Kind {
    const char *name;
    int weight;
    bool Plan::*only = nullptr; // happens only in histories that are drawn to have it
};

constexpr std::array<Kind, size_t(deeds)> kinds{{
    {"say", 3600},
    {"edit", 500},
    {"delete", 250},
    {"react", 450},
    {"see", 1500},
    {"draft", 450},
    {"setting", 350},
    {"direct", 120},
    {"group", 40},
    {"add", 120, &Plan::membership},
    {"remove", 120, &Plan::membership},
    {"leave", 60, &Plan::membership},
    {"role", 80, &Plan::membership},
    {"title", 80},
    {"hide", 150},
    {"timer", 60, &Plan::timers},
    {"schedule", 100},
    {"retry", 60},
    {"discard", 40},
    {"load-hole", 60},
    {"net-away", 150},
    {"net-back", 300},
    {"cut", 150},
    {"crash", 60},
    {"power-cut", 40},
    {"sleep", 60},
    {"stop-reading", 60},
    {"read-again", 120},
    {"disk-full", 30},
    {"disk-free", 60},
    {"clock-nudge", 120},
    {"clock-leap", 60, &Plan::wildClocks},
    {"revoke", 25},
    {"poison", 60, &Plan::poison},
    {"server-crash", 40},
    {"server-power-cut", 20},
    {"server-clock-leap", 20, &Plan::wildClocks},
    {"backup", 100, &Plan::restores},
    {"restore", 60, &Plan::restores},
}};

} // namespace

const char *nameOf(Deed deed) { return kinds[size_t(deed)].name; }

Plan::Plan(const History &history)
{
    SeededRandom random(history.seed * 0x9e3779b97f4a7c15ULL + 1);
    odds = Odds::drawn(random);
    const auto oneIn = [&](quint64 n) { return random.below(n) == 0; };
    users = 1 + int(random.below(4));
    int count = std::max(users, 1 + int(random.below(6)));
    for (int d = 0; d < count; ++d) userOf.push_back(d < users ? d : int(random.below(quint64(users))));
    stormMs = 15'000 + qint64(random.below(30'000));
    restores = oneIn(4);
    guardsToo = restores && oneIn(3);
    wildClocks = oneIn(6);
    membership = users > 1 && !oneIn(3);
    poison = oneIn(6);
    fresh = oneIn(16);
    timers = oneIn(4);
    if (oneIn(2)) pageRows = 3;
    if (oneIn(2)) resetAfter = 12;
    if (oneIn(2)) resetMessages = 3;
    if (oneIn(2)) chatsPage = 2;
    if (oneIn(3)) heads = 2;
    if (oneIn(2)) holdEvents = 2;
    if (oneIn(3)) bufferBytes = 2'000;
    if (oneIn(3)) tokenMs = 75'000 + qint64(random.below(60'000));
    if (history.devices > 0 && history.devices < count) {
        count = history.devices;
        userOf.resize(size_t(count));
    }

    int total = 0;
    for (const Kind &kind : kinds) total += kind.only && !(this->*kind.only) ? 0 : kind.weight;
    const qint64 pace = 60 + qint64(random.below(700)); // between two deeds, on average
    for (qint64 at = 1; at < stormMs; at += 1 + qint64(random.below(quint64(pace) * 2))) {
        int draw = int(random.below(quint64(total)));
        size_t kind = 0;
        for (;; ++kind) {
            const int weight = kinds[kind].only && !(this->*kinds[kind].only) ? 0 : kinds[kind].weight;
            if (draw < weight) break;
            draw -= weight;
        }
        const int device = int(random.below(6));
        deeds.push_back({at, Deed(kind), device, random.next64()});
    }
    // A device that a shrunk world does not have does nothing.
    const int numbered = int(deeds.size());
    std::vector<Planned> kept;
    for (int i = 0; i < numbered; ++i) {
        Planned &one = deeds[size_t(i)];
        one.device %= int(history.devices > 0 ? std::max<size_t>(userOf.size(), 1) : userOf.size());
        if (!history.withoutDeeds.contains(i)) kept.push_back(one);
    }
    deeds = std::move(kept);
}

QString Plan::text() const
{
    QStringList parts;
    parts << u"%1 users, %2 devices, storm %3 s, %4 deeds"_s.arg(users)
                 .arg(userOf.size())
                 .arg(double(stormMs) / 1000.0)
                 .arg(deeds.size());
    parts << u"page %1, reset after %2 with %3, chats %4, heads %5, hold %6, buffer %7, token %8 s"_s
                 .arg(pageRows)
                 .arg(resetAfter)
                 .arg(resetMessages)
                 .arg(chatsPage)
                 .arg(heads)
                 .arg(holdEvents)
                 .arg(bufferBytes)
                 .arg(tokenMs / 1000);
    for (const auto &[flag, name] : {std::pair{restores, "restores"},
                                     {guardsToo, "guards too"},
                                     {wildClocks, "wild clocks"},
                                     {membership, "membership"},
                                     {poison, "poison"},
                                     {timers, "timers"},
                                     {fresh, "fresh files"}})
        if (flag) parts << QString::fromLatin1(name);
    QStringList chances;
    for (size_t i = 0; i < mishapNames.size(); ++i)
        chances << u"%1 %2"_s.arg(QString::fromLatin1(mishapNames[i])).arg(odds.of[i]);
    parts << u"per 100,000: "_s + chances.join(u", "_s);
    return parts.join(u"; "_s);
}

} // namespace kith::sim
