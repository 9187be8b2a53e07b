#pragma once
#include "core/base/limits.h"
#include "tests/sim/dice.h"

#include <QString>

namespace kith::sim {

/// What people and the world do to one device, the server or the clocks, at a moment of the storm.
enum class Deed : quint8 {
    // people
    Say,
    Edit,
    Delete,
    React,
    See,
    Draft,
    Setting,
    Direct,
    Group,
    Add,
    Remove,
    Leave,
    Role,
    Title,
    Hide,
    Timer,
    Schedule,
    Retry,
    Discard,
    LoadHole,
    // the world
    NetAway,
    NetBack,
    CutLine,
    Crash,
    PowerCut,
    Sleep,
    StopReading,
    ReadAgain,
    DiskFull,
    DiskFree,
    ClockNudge,
    ClockLeap,
    Revoke,
    Poison,
    ServerCrash,
    ServerPowerCut,
    ServerClockLeap,
    Backup,
    Restore,
};
inline constexpr int deeds = int(Deed::Restore) + 1;
const char *nameOf(Deed deed);

struct Planned {
    qint64 atMs = 0;
    Deed deed = Deed::Say;
    int device = 0;
    quint64 seed = 0; // of what it decides itself, so that leaving others out changes nothing here
};

/// What is to be simulated. The seed decides all of it; the rest cuts down or changes what it decided.
struct History {
    quint64 seed = 1;
    QString twin;               // a broken rule; empty = the product as it is
    int devices = 0;            // at most; 0 = as drawn
    std::set<int> withoutDeeds; // numbers in the plan
    std::set<std::pair<Mishap, int>> withoutMishaps;
    std::set<Mishap> without; // kinds that do not happen at all
    qint64 steps = 0;         // stop there; 0 = to the end
    QByteArray trace;         // a mid, or "all"; empty = silent
};

/// Everything derived from the seed.
struct Plan {
    explicit Plan(const History &history);
    QString text() const; // one line, for failures

    int users = 2;
    std::vector<int> userOf; // of each device
    qint64 stormMs = 30'000;
    Odds odds;
    bool restores = false, guardsToo = false, fresh = false; // fresh: files are made in the storm's reach
    bool wildClocks = false, membership = false, poison = false, timers = false;
    int pageRows = limits::pageRows, resetAfter = limits::resetAfter, resetMessages = limits::resetMessages;
    int chatsPage = limits::chatsPage, heads = limits::heads, holdEvents = limits::holdEvents;
    qint64 bufferBytes = limits::sessionBufferBytes;
    qint64 tokenMs = limits::accessTokenSeconds * 1000LL;
    std::vector<Planned> deeds;
};

} // namespace kith::sim
