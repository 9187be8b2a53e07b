#pragma once
#include "core/wire/frames.h"

namespace kith::wire {

/// One chat's share of the digests of R7.
struct DigestItem {
    ChatId chat;
    ChatPosition at;
    Rx rx;
};

/// Bucket of a chat: the last byte of its id modulo limits::digestBuckets.
int digestBucket(const ChatId &chat);
/// First 8 bytes, big endian, of SHA-256 over: epoch (16 bytes), chat (16), rev, tag, rx (8 each, big
/// endian).
quint64 digestOf(const EpochId &epoch, const DigestItem &item);
/// Per bucket the XOR of its chats' digests: order does not matter, an empty bucket is 0.
Digests digests(const EpochId &epoch, const std::vector<DigestItem> &items);

} // namespace kith::wire
