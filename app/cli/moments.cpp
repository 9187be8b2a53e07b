#include "app/cli/moments.h"

#include <QDateTime>

namespace kith::cli {

using namespace Qt::StringLiterals;

std::optional<qint64> durationMs(const QString &typed)
{
    constexpr qint64 most = 3653LL * 24 * 3600 * 1000;
    if (typed.size() < 2 || typed.size() > 12) return std::nullopt;
    bool isNumber = false;
    const qint64 count = typed.chopped(1).toLongLong(&isNumber);
    const QString units = u"smhdw"_s;
    constexpr qint64 seconds[] = {1, 60, 3600, 24 * 3600, 7 * 24 * 3600};
    const auto unit = units.indexOf(typed.back());
    if (!isNumber || count < 1 || unit < 0 || count > most / (seconds[unit] * 1000)) return std::nullopt;
    return count * seconds[unit] * 1000;
}

std::optional<qint64> momentMs(const QString &typed, qint64 nowMs)
{
    if (typed.startsWith(u'+')) {
        const auto later = durationMs(typed.mid(1));
        return later ? std::optional(nowMs + *later) : std::nullopt;
    }
    const QDateTime when = QDateTime::fromString(typed, Qt::ISODate);
    return when.isValid() && when.toMSecsSinceEpoch() > 0 ? std::optional(when.toMSecsSinceEpoch())
                                                          : std::nullopt;
}

} // namespace kith::cli
