#pragma once
#include "core/base/ids.h"
#include "core/domain/rescue.h"
#include "core/store/mirror.h"

/// What of a damaged mirror no server could give back, read row by row and entered into a sound one. The ids
/// stay, so that what the server knows already is not doubled.
namespace kith::salvage {

/// From the damaged `file` and its spare into `fresh`, an empty mirror. Fills the counts of `report`. Only
/// failures of `fresh` come back.
Status intoFresh(Mirror &fresh, const QString &file, const UserId &me, RescueReport &report);
/// Into `mirror`, which has lost its last commits: the outbox entries that only its spare names, and drafts
/// that are newer there.
Status fromSpare(Mirror &mirror, const UserId &me, RescueReport &report);

} // namespace kith::salvage
