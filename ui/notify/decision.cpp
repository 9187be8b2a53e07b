#include "ui/notify/decision.h"

#include <QCoreApplication>

namespace kith {
namespace {

bool isQuiet(const NotifySettings &s, int minute)
{
    if (!s.quietHours || s.quietFrom == s.quietTo) return false;
    if (s.quietFrom < s.quietTo) return minute >= s.quietFrom && minute < s.quietTo;
    return minute >= s.quietFrom || minute < s.quietTo; // over midnight
}

} // namespace

NotifyVerdict notifyVerdict(const Arrival &a, const NotifySettings &s)
{
    using enum NotifyVerdict;
    if (a.mine) return Own;
    if (a.service) return Service;
    if (a.dead) return Deleted;
    if (a.seen) return Seen;
    if (a.ageMs > notifyWithinMs) return Old;
    if (a.onScreen) return OnScreen;
    if (!s.on) return Off;
    if (s.doNotDisturb) return DoNotDisturb;
    if (isQuiet(s, a.minuteOfDay)) return QuietHours;
    if (a.chatMuted) return ChatMuted;
    return a.canShow ? Shown : NobodyShows;
}

QString notifyReason(NotifyVerdict verdict)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("kith", text); };
    switch (verdict) {
    case NotifyVerdict::Shown:
        return tr("A notification was shown.");
    case NotifyVerdict::Own:
        return tr("Not shown: it is your own message.");
    case NotifyVerdict::Service:
        return tr("Not shown: it only tells of a change of the group.");
    case NotifyVerdict::Deleted:
        return tr("Not shown: it was deleted.");
    case NotifyVerdict::Seen:
        return tr("Not shown: you have read it already, perhaps on another device.");
    case NotifyVerdict::Old:
        return tr("Not shown: it is older than ten minutes. The count tells of it.");
    case NotifyVerdict::OnScreen:
        return tr("Not shown: its chat is in front of you.");
    case NotifyVerdict::Off:
        return tr("Not shown: notifications are switched off in the settings.");
    case NotifyVerdict::DoNotDisturb:
        return tr("Not shown: “Do not disturb” is on.");
    case NotifyVerdict::QuietHours:
        return tr("Not shown: these are your quiet hours.");
    case NotifyVerdict::ChatMuted:
        return tr("Not shown: this chat is muted.");
    case NotifyVerdict::NobodyShows:
        return tr("Not shown: this desktop has no service that shows notifications.");
    }
    return {};
}

} // namespace kith
