#pragma once
#include "server/config/config.h"
#include "server/node.h"

namespace kith::app {

/// What the settings mean for a node. BadInput or Corrupt: settings that do not go together, named.
Result<server::NodeOptions> nodeOptions(const server::Config &config);
QtMsgType logLevel(const server::Config &config);

} // namespace kith::app
