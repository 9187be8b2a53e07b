#include "core/base/log.h"

namespace kith {
Q_LOGGING_CATEGORY(lcStore, "kith.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSync, "kith.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "kith.ui", QtInfoMsg)
Q_LOGGING_CATEGORY(lcServer, "kith.server", QtInfoMsg)
Q_LOGGING_CATEGORY(lcApp, "kith.app", QtInfoMsg)
} // namespace kith
