#pragma once

namespace kith::inspect {

/// From now on SIGINT, SIGTERM and SIGHUP end the process only after its private copies are removed: they
/// hold what people wrote. Once, first of all in main, before there are other threads; does nothing on
/// systems without signals.
void cleanUpWhenKilled();
/// For children, between fork and exec: signals are theirs again, and on Linux they end with this process.
void releaseChild();

} // namespace kith::inspect
