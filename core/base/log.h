#pragma once
#include <QLoggingCategory>

/// One category per room. Never log message text, names, tokens or passwords; ids and counts are enough.
namespace kith {
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcSync)
Q_DECLARE_LOGGING_CATEGORY(lcUi)
Q_DECLARE_LOGGING_CATEGORY(lcServer)
Q_DECLARE_LOGGING_CATEGORY(lcApp)
} // namespace kith
