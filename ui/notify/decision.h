#pragma once
#include <QString>
#include <QtGlobal>

namespace kith {

/// What a person wants to be told, and how much of it.
struct NotifySettings {
    enum class Preview : quint8 { Nothing, Sender, Text }; // persisted: append only
    bool on = true;
    Preview preview = Preview::Text;
    bool doNotDisturb = false;
    bool quietHours = false;
    int quietFrom = 22 * 60, quietTo = 7 * 60; // minutes of the local day; may go over midnight
    friend bool operator==(const NotifySettings &, const NotifySettings &) = default;
};

/// A message that has just come into the mirror, and how things stand.
struct Arrival {
    bool mine = false, service = false, dead = false;
    bool seen = false;     // read here or on another device
    bool onScreen = false; // its chat is open in the active window, at its end
    bool chatMuted = false;
    qint64 ageMs = 0;    // since the server took it
    int minuteOfDay = 0; // local
    bool canShow = true; // the system has somebody who shows notifications
};

/// Persisted nowhere. Shown, or the first reason why not.
enum class NotifyVerdict : quint8 {
    Shown,
    Own,
    Service,
    Deleted,
    Seen,
    Old, // came with the catching up after a long absence: the badge counts it
    OnScreen,
    Off,
    DoNotDisturb,
    QuietHours,
    ChatMuted,
    NobodyShows,
};

inline constexpr qint64 notifyWithinMs = 10 * 60'000;

/// Pure: the same answer for the same values, in any thread.
NotifyVerdict notifyVerdict(const Arrival &arrival, const NotifySettings &settings);
/// The verdict in a sentence for the person who pressed "Test notification".
QString notifyReason(NotifyVerdict verdict);

} // namespace kith
