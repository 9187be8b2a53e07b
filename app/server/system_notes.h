#pragma once

namespace kith::app {

/// Tells the service manager (systemd's notification protocol), when there is one that listens.
void tellSystem(const char *note);

} // namespace kith::app
