#pragma once
#include "core/domain/content.h"
#include "core/domain/poll.h"

#include <QJsonArray>
#include <QJsonObject>

/// JSON of what is in messages; the field names are promised in docs/cli.md.
namespace kith::cli {

QJsonArray entitiesOf(const std::vector<Entity> &entities);
QJsonValue forwardOf(const std::optional<ForwardSource> &source); // null = none
QJsonValue pollOf(const std::optional<Poll> &poll);
QJsonValue linkOf(const std::optional<LinkPreview> &link);
QJsonObject versionOf(const Mid &mid, const MessageVersion &version);
QJsonObject scheduledOf(const ScheduledText &scheduled);

} // namespace kith::cli
