#pragma once
#include "core/wire/frames.h"

#include <optional>

/// Requests as the outbox keeps them: the encoded frame under a placeholder id.
namespace kith::payload {

QByteArray of(const wire::ClientFrame &frame);
std::optional<wire::ClientFrame> read(const QByteArray &payload);
/// Wire name of the request: "send", "edit", …; what OutboxEntry::kind holds.
QString kindOf(const wire::ClientFrame &frame);

} // namespace kith::payload
