#include "core/wire/push_text.h"

#include "core/wire/rows_codec.h"

namespace kith::wire {

using namespace Qt::StringLiterals;

bool isSilent(const QByteArray &extra)
{
    return extra.contains("\"silent\"") && objectFromText(extra).value("silent"_L1).toBool();
}

} // namespace kith::wire
