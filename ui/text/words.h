#pragma once
#include "core/domain/attachment.h"
#include "core/domain/chat.h"
#include "core/domain/feed.h"
#include "core/domain/rescue.h"

#include <QCoreApplication>
#include <functional>

/// Sentences and short words made from values; the only place where codes become language.
namespace kith::words {

/// "14:05" today, "Mon" within the last week, else a short date. `nowMs` decides what today is.
QString listTime(qint64 atMs, qint64 nowMs);
/// "14:05".
QString clockTime(qint64 atMs);
/// "Today", "Yesterday", "Monday, 3 March" or with the year.
QString day(qint64 atMs, qint64 nowMs);
/// "online", "last seen at 14:05", …; empty when unknown.
QString presence(const Presence &presence, qint64 nowMs);

QString tick(Tick tick);
QString role(Role role);
/// Why the server (or this program) would not do it; a full sentence for any code, known or not.
QString refusal(const QString &code);
QString fault(const Error &error);

/// "Ana added Bo"; `name` gives the name of a user, "You" for oneself is told by `mine`.
QString service(const ServiceNote &note, const QString &actor, bool mine,
                const std::function<QString(const UserId &)> &name);

/// The options of a poll with their votes, a line for each, and how it stands.
QString poll(const Poll &poll);

/// What became of a damaged mirror, a sentence for each thing saved or not.
QStringList rescued(const RescueReport &report);
/// The connection in one line; `nowMs` counts down to the next try.
QString connection(const Connection &connection, qint64 nowMs);
/// "3.4 MB"
QString fileSize(qint64 bytes);
/// Where a file is: "3.4 MB", "1.2 MB of 3.4 MB", "waits · 3.4 MB", or why it does not come. `moving`: its
/// bytes so far, when it moves now.
QString transfer(const AttachmentView &file, std::optional<qint64> moving);
/// What a screen reader says of a file: name, size, where it is.
QString spokenFile(const AttachmentView &file);
QString count(int n, bool capped); // badge: "7", "100+"

} // namespace kith::words
