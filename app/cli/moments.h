#pragma once
#include <QString>
#include <optional>

namespace kith::cli {

/// "30s", "10m", "2h", "1d", "4w" in milliseconds; nullopt = not one, or more than ten years.
std::optional<qint64> durationMs(const QString &typed);
/// "+10m" from now, or ISO 8601: "2026-11-24", "2026-11-24T09:30", with or without a zone (then the one of
/// this machine). Unix ms.
std::optional<qint64> momentMs(const QString &typed, qint64 nowMs);

} // namespace kith::cli
