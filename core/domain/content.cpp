#include "core/domain/content.h"

#include <algorithm>

namespace kith {

OutgoingText trimmed(const OutgoingText &text)
{
    OutgoingText out = text;
    out.text = text.text.trimmed();
    const auto first =
        std::find_if_not(text.text.begin(), text.text.end(), [](QChar c) { return c.isSpace(); });
    const auto cut = int(first - text.text.begin());
    const auto size = int(out.text.size());
    out.entities.clear();
    for (Entity e : text.entities) {
        const int from = std::clamp(e.at - cut, 0, size);
        const int to = int(std::clamp<qint64>(qint64(e.at) + e.length - cut, 0, size));
        if (to <= from) continue;
        e.at = from;
        e.length = to - from;
        out.entities.push_back(std::move(e));
    }
    return out;
}

} // namespace kith
