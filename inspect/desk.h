#pragma once
#include "inspect/verbs.h"

namespace kith::inspect {

/// One verb over one opened file, for the console and the window alike.
struct Verb {
    const char *name;
    const char *words; // what it takes after the file, for the help; "" = nothing, "[CHAT]" = may be left out
    const char *says;  // one line
    bool server;       // also of a server's database
    Result<Report> (*run)(Opened &, const Question &);
};
const std::vector<Verb> &verbs();
const Verb *verbNamed(const QString &name);

/// Opens what kith-inspect knows: mirrors, bundles, databases of servers.
Result<Opened> openAny(const QString &path, const Veil &veil);
/// The views of a file and their columns.
Result<Report> views(Opened &opened, const Question &question);

} // namespace kith::inspect
