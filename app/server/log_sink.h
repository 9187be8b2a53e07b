#pragma once
#include <QtGlobal>

namespace kith::app {

enum class LogFormat : quint8 {
    Text, // 2026-11-24T15:17:01.000Z info kith.server: event key=value key="two words"
    Json, // {"time":"…","level":"info","room":"kith.server","msg":"event","key":"value"}
};

/// From now on Qt's messages go to stderr, one line each: UTC time, level, room, text, fields. Those below
/// `least` are dropped.
void logToStderr(QtMsgType least, LogFormat format);

} // namespace kith::app
