#pragma once
#include "core/base/random.h"

#include <QByteArrayView>
#include <array>
#include <map>
#include <set>
#include <vector>

namespace kith::sim {

/// What chance may do to one frame, one commit, one access to a disk.
enum class Mishap : quint8 {
    Cut,       // the connection breaks after a frame of the device
    HalfOpen,  // … or goes silent without a word
    LateFrame, // at a cut: frames under way to the server are still processed, seconds later
    Slow,      // a frame takes up to a minute: longer than either side waits
    Rubbish,   // a frame that is none arrives before the next one: malformed, of an unknown kind, oversized
    BusLoss,   // a live event does not reach the sessions
    BusDouble, // … or reaches them twice
    BusSlow,   // … or late, after its successors
    BeforeCommit,
    AfterCommit,
    BeforeRelay, // the server dies there
    ServerDies,  // … or at any access to its disk
    ServerDisk,  // its disk is full, busy or broken for one access
    DeviceDies,  // the program ends between two statements
    DiskDies,    // … or at an access to the disk
    DiskFull,
    DiskBusy,
    DiskIo,
};
inline constexpr int mishaps = int(Mishap::DiskIo) + 1;

inline constexpr std::array<const char *, mishaps> mishapNames{
    "cut",         "half-open",   "late-frame",    "slow",         "rubbish",      "bus-loss",
    "bus-double",  "bus-slow",    "before-commit", "after-commit", "before-relay", "server-dies",
    "server-disk", "device-dies", "disk-dies",     "disk-full",    "disk-busy",    "disk-io"};

/// Chances per 100,000, each history its own weather, or every one would be the same mixture.
struct Odds {
    std::array<int, mishaps> of{};

    static Odds drawn(Random &random)
    {
        constexpr std::array<int, mishaps> usual{600, 200,   50'000, 2'000, 300, 6'000, 4'000, 2'000, 300,
                                                 300, 3'000, 15,     60,    30,  20,    60,    40,    60};
        Odds odds;
        for (size_t i = 0; i < usual.size(); ++i) odds.of[i] = int(random.below(4)) * usual[i] / 2;
        return odds;
    }
};

/// Decides each mishap and counts those that strike; any of them can be left out of a replay (shrinking).
class Dice {
public:
    Dice(quint64 seed, const Odds &odds)
        : m_random(seed)
        , m_odds(odds)
    {
    }

    bool strikes(Mishap mishap)
    {
        const auto kind = size_t(mishap);
        if (m_calm || m_odds.of[kind] == 0 || m_random.below(100'000) >= quint64(m_odds.of[kind]))
            return false;
        const int number = m_struck[kind]++;
        return !m_left[kind].contains(number) && !m_never[kind];
    }
    Random &random() { return m_random; }
    void setCalm(bool calm) { m_calm = calm; }
    /// The `number`th of its kind (from 0) does not happen.
    void leaveOut(Mishap mishap, int number) { m_left[size_t(mishap)].insert(number); }
    void leaveOutAll(Mishap mishap) { m_never[size_t(mishap)] = true; }
    const std::array<int, mishaps> &struck() const { return m_struck; }
    const Odds &odds() const { return m_odds; }

private:
    SeededRandom m_random;
    Odds m_odds;
    std::array<int, mishaps> m_struck{};
    std::array<std::set<int>, mishaps> m_left;
    std::array<bool, mishaps> m_never{};
    bool m_calm = true; // until the world is made, and after the storm
};

} // namespace kith::sim
