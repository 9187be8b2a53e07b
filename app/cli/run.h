#pragma once
#include <QStringList>

namespace kith::cli {

/// The whole program behind main(): parses, opens the profile, runs the verb. Returns the exit code; results
/// are on stdout, one sentence on stderr when there is something to say. Needs a QCoreApplication.
int run(const QStringList &arguments);

} // namespace kith::cli
