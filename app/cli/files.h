#pragma once
#include "app/cli/job.h"

namespace kith::cli {

/// Empty when all of these can be sent; else one sentence.
QString faultOfFiles(const QStringList &paths);
/// Sends them as one message and follows it; progress goes to stderr.
Outcome sendFiles(const Job &job, Live &live, const ChatId &chat, const Mid &mid, const QStringList &paths,
                  const QString &caption);

} // namespace kith::cli
