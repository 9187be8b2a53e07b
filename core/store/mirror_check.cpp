#include "core/store/mirror_check.h"

#include "core/store/mirror.h"
#include "core/wire/codec.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr int mostUnsent = 20'000;

/// Ranges of one chat without those that overlap their neighbour, reach beyond the end or are not filled.
int checkRanges(Mirror &m, const StoredChat &chat, bool repair)
{
    const std::vector<HeldRange> held = m.ranges.list(chat.chat);
    std::vector<HeldRange> sound;
    const bool unreadable = m.quarantine.has(chat.chat); // then a missing row is explained
    for (const HeldRange &range : held) {
        const bool apart = sound.empty() || sound.back().hi < range.lo;
        const bool inside = Seq{1} <= range.lo && range.lo <= range.hi && range.hi <= chat.seq;
        // What follows the server is compared with it row by row; only the frozen ones have no other judge.
        const bool filled =
            !range.asOf || unreadable ||
            m.messages.countBetween(chat.chat, range.lo, range.hi) == range.hi.value - range.lo.value + 1;
        if (apart && inside && filled) sound.push_back(range);
    }
    if (repair && sound.size() != held.size()) m.ranges.replace(chat.chat, sound);
    return int(held.size() - sound.size());
}

int checkUnsent(Mirror &m, const StoredChat &chat, bool repair)
{
    int wrong = 0;
    for (const StoredMessage &message : m.messages.unsent(chat.chat, mostUnsent)) {
        const auto items = m.outbox.ofMid(message.row.mid);
        const bool sends =
            std::any_of(items.begin(), items.end(), [](const OutboxEntry &e) { return e.kind == u"send"_s; });
        if (sends) continue;
        ++wrong;
        if (!repair) continue;
        const MessageRow &row = message.row;
        OutboxEntry item;
        item.chat = chat.chat;
        item.kind = u"send"_s;
        item.mid = row.mid;
        item.payload = wire::encode(wire::Request{
            1, wire::Send{chat.chat, row.mid, row.kind, row.body, row.reply, row.root, row.extra, 0}});
        item.refused = true; // its author decides: it may be old, or on the server after all
        item.tries = 1;
        item.lastError = u"lost"_s;
        item.enteredMs = row.mid.mintedAtMs();
        m.outbox.append(item);
        m.messages.setRefused(row.mid, u"lost"_s);
    }
    return wrong;
}

} // namespace

Result<LocalVerdict> checkMirror(Mirror &m, bool repair)
{
    LocalVerdict verdict;
    const auto look = [&] {
        for (const StoredChat &chat : m.chats.all()) {
            verdict.ranges += checkRanges(m, chat, repair);
            verdict.unsent += checkUnsent(m, chat, repair);
        }
        verdict.receipts = m.receipts.impossible(repair);
        return true;
    };
    if (repair) {
        if (const Status written = m.write(look); !written) return written.error();
    } else if (const auto read = m.read(look); !read) {
        return read.error();
    }
    const auto index = repair ? m.checkSearchIndex() : m.searchIndexIsRight();
    if (!index) return index.error();
    verdict.searchIndex = *index;
    verdict.mended = repair && !verdict.clean();
    return verdict;
}

} // namespace kith
