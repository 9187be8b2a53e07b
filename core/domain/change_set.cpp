#include "core/domain/change_set.h"

namespace kith {

void ChangeSet::merge(const ChangeSet &other)
{
    for (auto it = other.chats.cbegin(); it != other.chats.cend(); ++it) {
        auto &in = chats[it.key()];
        in.whole |= it->whole;
        in.info |= it->info;
        in.marks |= it->marks;
        in.draft |= it->draft;
        in.holes |= it->holes;
        if (in.whole) in.messages.clear();
        for (const Mid &mid : it->messages) touch(it.key(), mid);
    }
    list |= other.list;
    outbox |= other.outbox;
}

} // namespace kith
