#include "app/cli/follow.h"
#include "app/cli/tail.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace kith::cli {

Outcome runTail(Job &job)
{
    auto live = openLive(job, false); // what is held now is known; what comes from here on is told
    if (!live) return failed(live.error());
    Tail tail((*live)->reader(), (*live)->account(), job.printer);
    if (auto primed = tail.prime(); !primed) return failed(primed.error());
    Status state = ok();
    Connection told;
    const auto &feed = (*live)->feed();
    const auto changes = QObject::connect(&feed, &Feed::changed, live->get(), [&](const ChangeSet &set) {
        if (state) state = tail.tell(set);
    });
    const auto tellConnection = [&](const Connection &now) {
        if (now.phase != told.phase || now.why != told.why) job.printer.connection(now);
        told = now;
    };
    const auto phases = QObject::connect(&feed, &Feed::connectionChanged, live->get(), tellConnection);
    // The account's own loop hears each signal before these two do: look once more when it is done.
    const auto over = [&] {
        return !state || job.printer.broken() ||
               (*live)->connection().phase == Connection::Phase::SignInAgain;
    };
    (*live)->goOnline();
    const Ended ended = (*live)->waitUntil(over, {.ms = std::numeric_limits<int>::max(), .untilAway = false});
    QObject::disconnect(changes);
    QObject::disconnect(phases);
    if (!state) return failed(state.error());
    if (ended == Ended::Interrupted || job.printer.broken()) return {};
    if (ended == Ended::Met) return {Exit::NotAllowed, (*live)->sentence()};
    return outcomeOf(ended, **live, false);
}

Outcome runSync(Job &job)
{
    auto live = openLive(job);
    if (!live) return failed(live.error());
    MirrorStatus left;
    const auto nothingLeft = [&] {
        if ((*live)->connection().phase != Connection::Phase::Online) return false;
        const auto status = (*live)->reader().status();
        if (!status) return false;
        left = *status;
        return left.waiting == 0 && left.receiptsWaiting == 0 && left.holes == 0;
    };
    const Ended ended = (*live)->waitUntil(nothingLeft, {.ms = job.timeoutMs(120), .untilAway = true});
    if (ended == Ended::TimedOut && (*live)->connection().phase == Connection::Phase::Online)
        return {Exit::Temporary,
                u"The time is over; left are %1 to send, %2 to report as read, %3 older messages to fetch."_s
                    .arg(left.waiting)
                    .arg(left.receiptsWaiting)
                    .arg(left.holes)};
    return outcomeOf(ended, **live, false);
}

} // namespace kith::cli
