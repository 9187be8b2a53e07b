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

/// One row's share of a proof: the first 8 bytes, big endian, of SHA-256 over its fields as docs/protocol.md
/// §14 lays them out. The sum of a part is the XOR of its rows' shares; rows of unknown kinds have share 0.
quint64 proofOf(const MessageRow &row);
quint64 proofOf(const ReactionRow &row);
quint64 proofOf(const MemberRow &row);
quint64 proofOf(const ChatRow &row);

} // namespace kith::wire
