#pragma once
#include "core/base/ids.h"
#include "core/domain/rescue.h"
#include "core/store/mirror.h"

/// What is done about a mirror that is damaged (sync.md §4.2): the file is put aside whole, never deleted,
/// and a fresh one takes its place with everything in it that the server could not give back.
namespace kith::rescue {

/// Opens the mirror of `me` with its spare. One that cannot be opened as a database, that is shorter than its
/// spare knows, or that is gone while its spare is there, is rescued first; so is one that `damage` (a
/// sentence; empty = none known) speaks of. A rescue that was interrupted is finished. NotFound never: a
/// mirror that never was is created. Full, Io: there was no room, or no right, to make the fresh file; then
/// everything is as it was. BadInput: the file belongs to another user.
Result<std::unique_ptr<Mirror>> open(const QString &file, const UserId &me, qint64 nowMs,
                                     const QString &damage = {});

/// The report of a rescue that nobody has been told of yet.
Result<std::optional<RescueReport>> report(Mirror &mirror);
/// Somebody has been told.
Status told(Mirror &mirror);

} // namespace kith::rescue
