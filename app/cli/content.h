#pragma once
#include "app/cli/job.h"

namespace kith::cli {

/// The text of a verb with what its options add: --markup, --silent.
Result<OutgoingText> outgoingOf(const Job &job, Live &live, const QString &text);
/// BadInput in words when --at is not a moment; absent = now.
Result<std::optional<qint64>> momentOf(const Job &job, Live &live);
/// Has the server hold a text until then; prints it as it is in the list.
Outcome scheduleText(const Job &job, Live &live, const ChatId &chat, const Mid &mid, const OutgoingText &text,
                     qint64 whenMs);

} // namespace kith::cli
