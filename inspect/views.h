#pragma once
#include "inspect/opened.h"

namespace kith::inspect {

struct View {
    const char *name;
    const char *says; // one line for people
    const char *sql;  // over the tables of the file
};
/// What can be read of a file of this kind. Content is in no column but through the veil.
const std::vector<View> &viewsOf(Opened::Kind kind);

/// Adds the views to opened.file and locks it to them: whatever a statement says, it reads nothing else.
Status addViews(Opened &opened);

} // namespace kith::inspect
