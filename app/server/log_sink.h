#pragma once
#include <QtGlobal>

namespace kith::app {

/// From now on Qt's messages go to stderr, one line each: UTC time, level, room, text. Those below `least`
/// are dropped.
void logToStderr(QtMsgType least);

} // namespace kith::app
