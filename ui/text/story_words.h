#pragma once
#include "core/domain/feed.h"
#include "core/domain/ledger.h"
#include "core/domain/story.h"
#include "core/domain/verify.h"

#include <QStringList>

/// What happened to a message, what is where, and what a comparison found, in sentences. Pure: the same for
/// the window and for kith-cli.
namespace kith::words {

/// What only the running program knows.
struct StoryNow {
    qint64 nowMs = 0;                     // wall clock
    std::optional<Connection> connection; // absent: another program has the account open
    qint64 laneUntilMs = 0;               // the server asked to wait with this chat until then
    QString laneWhy;
    std::optional<Whereabouts> elsewhere; // of a message that is not held: what the server said
    QString elsewhereTitle;               // of its chat
};

struct StoryLine {
    qint64 atMs = 0; // 0 = no time is known, and none is claimed
    QString text;
    friend bool operator==(const StoryLine &, const StoryLine &) = default;
};

struct StoryText {
    QString headline;
    std::vector<StoryLine> lines; // in the order of their times; those without at the end
    QString next;                 // what happens or can be done now; may be empty
};

StoryText story(const MessageStory &story, const StoryNow &now);

/// "14:02" today, else with the day.
QString moment(qint64 atMs, qint64 nowMs);

/// "Everything up to 14:02 is on the server · 3 waiting". `online`: connected and current.
QString ledger(const Ledger &ledger, bool online, qint64 nowMs);

/// One line for the whole, one for each chat that has something to say, one for each kind of local fault.
QString verdict(const VerifyReport &report);
QString chatVerdict(const ChatVerdict &chat, const QString &title);
QStringList localVerdict(const LocalVerdict &local);
QString difference(const Difference &difference);

} // namespace kith::words
