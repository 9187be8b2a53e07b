#pragma once
#include "core/base/result.h"

#include <QString>

namespace kith::cli {

/// What the process tells its caller; numbers of sysexits.h, promised in docs/cli.md.
enum class Exit : int {
    Done = 0,
    Usage = 64,      // the command line is wrong
    BadData = 65,    // a name, id or text that cannot be meant
    Refused = 69,    // the server understood and said no
    Temporary = 75,  // no server, no answer in time, account in use: the same call may succeed later
    NotAllowed = 77, // not signed in, or not this user's to do
};

/// How a verb ended. `what` is one sentence for stderr, empty when there is nothing to say.
struct Outcome {
    Exit exit = Exit::Done;
    QString what;
};

Outcome failed(const Error &error);
/// From an error code of the protocol, as an outbox item or a refused message carries it.
Outcome refusedBy(const QString &code);
/// From Feed::refused: the wish left no trace on this device.
Outcome notSaved(const QString &code);

} // namespace kith::cli
