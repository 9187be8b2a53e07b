#pragma once
#include "core/base/result.h"
#include "core/domain/content.h"

/// What a message's extra holds beside attachments (docs/protocol.md, "Content").
namespace kith::wire {

/// Why these fields are refused, naming the field; nullopt = all of them are in bounds. Fields and kinds of
/// entities that this version does not know are nobody's fault.
std::optional<QString> contentFault(const QByteArray &extra, const QString &body);

// Reading, for rows that somebody else's client wrote: what cannot be read is not there.
std::vector<Entity> entities(const QByteArray &extra, const QString &body);
std::optional<ForwardSource> forwardSource(const QByteArray &extra);
std::optional<LinkPreview> linkPreview(const QByteArray &extra);
bool isForwarded(const QByteArray &extra);
/// When the message goes away by itself, ms by the server's clock; 0 = never.
qint64 expiryMs(const QByteArray &extra);

QByteArray withEntities(const QByteArray &extra, const std::vector<Entity> &entities);
QByteArray withForward(const QByteArray &extra, const std::optional<ForwardSource> &source);
QByteArray withExpiry(const QByteArray &extra, qint64 atMs); // 0 takes it away
/// `ents`, `silent` and `link` of a text that leaves.
QByteArray outgoingExtra(const OutgoingText &text);
/// What belongs to the words and changes with them (`ents`, `link`) is that of `change`; all else is kept.
QByteArray editedExtra(const QByteArray &extra, const QByteArray &change);
/// Of the message that repeats one with this extra: its words, files and preview, and whose they are.
QByteArray forwardedExtra(const QByteArray &extra, const ForwardSource &source, bool silent);
/// Only what an edit may bring.
QByteArray editChange(const QByteArray &extra);

/// The value of a state row "sched"; nullopt = not one, or removed. `mid` is the row's key.
std::optional<ScheduledText> decodeScheduled(const QByteArray &key, const QByteArray &value);
QByteArray encodeScheduled(const ScheduledText &scheduled);
/// The extra that the message will have.
QByteArray scheduledExtra(const QByteArray &value);
QByteArray scheduledFailed(const QByteArray &value, const QString &code);

} // namespace kith::wire
