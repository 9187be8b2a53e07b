#pragma once
#include "core/base/result.h"
#include "inspect/report.h"

namespace kith::inspect {

/// Reads what can be read of a damaged mirror and its spare into a fresh mirror `out`: first what no server
/// could give back (core/store/salvage.h), then people, chats, members, messages and reactions. `in` is only
/// read. The report says what was read, what was known and could not be, and where nothing can tell.
///
/// Kith opens `out` as it would any mirror: what the server has is fetched again, what waited goes out under
/// its old ids. Errors: NotFound, BadInput (not a mirror; `out` exists), Full, Io; nothing of `out` is left.
Result<Report> salvage(const QString &in, const QString &out);

} // namespace kith::inspect
