#pragma once
#include <QtGlobal>

namespace kith::server {

/// Does what has come due: messages whose timer is over become tombstones, scheduled ones are sent. Gives an
/// Outcome with the events; `more` = there is more to do.
struct ContentRound {
    qint64 nowMs = 0;
    int most = 200; // of each
};

} // namespace kith::server
