#pragma once
#include "core/base/clock.h"
#include "core/base/limits.h"
#include "core/base/random.h"
#include "core/domain/feed.h"
#include "core/store/mirror.h"
#include "core/wire/codec.h"
#include "sync/applier.h"
#include "sync/batch.h"
#include "sync/transport.h"

#include <QHash>
#include <functional>
#include <limits>

namespace kith {

/// A moment that never comes.
inline constexpr qint64 kNever = std::numeric_limits<qint64>::max();

/// What the parts of the engine share: the borders, the requests under way, the way to write. Memory only;
/// everything in `connection…` is forgotten when the connection ends.
struct EngineCore {
    struct Pending {
        qint64 deadlineMs = 0;
        /// Reads the answer inside the batch's transaction; memory changes go into batch.after. Not called
        /// when the connection ends first.
        std::function<void(const wire::ServerFrame &, Batch &)> answered;
    };
    using Answered = std::function<void(const wire::ServerFrame &, Batch &)>;

    Mirror &mirror;
    Transport &transport;
    const Clock &clock;
    Random &random;
    Feed &feed;
    QString app;
    int holdEvents = limits::holdEvents;

    UserId me;
    DeviceId device;
    qint64 offsetMs = 0;    // server's clock minus ours
    EpochId epoch;          // told by hello_ok
    bool connected = false; // welcomed
    qint64 nextId = 1;
    QHash<qint64, Pending> pending;
    std::optional<Error> diskFault; // of the last write; the engine acts on it
    quint64 commits = 0;            // writes that succeeded
    std::function<void()> wake;     // nextDue() may have come nearer

    qint64 now() const { return clock.steadyMs(); }
    qint64 serverMs() const { return clock.wallMs() + offsetMs; }
    OpId mintOp() { return OpId::mint(serverMs(), random); }
    Applier applier(Batch &batch) const
    {
        return {mirror, batch.changes, {me, device, clock.wallMs(), serverMs(), app}};
    }

    void request(wire::ClientFrame frame, Answered answered);
    void tell(wire::ClientFrame frame); // without an answer
    void forgetConnection();
    qint64 earliestDeadline() const;

    /// One transaction; then what hangs on its commit. False: nothing was written; diskFault says why.
    template <class F> bool write(F &&body)
    {
        Batch batch;
        const Status status = mirror.write([&] { body(batch); });
        if (!status) {
            diskFault = status.error();
            return false;
        }
        ++commits;
        finish(batch);
        return true;
    }
    void finish(Batch &batch);
};

} // namespace kith
