#pragma once
#include "app/conform/bench.h"

namespace kith::conform {

/// Prints every clause, and whether and why (not) it is checked.
int listClauses();
bool isClause(const QString &text);

/// Runs the checks (all, or those of the clauses in `only`), prints the results, gives the exit code.
int checkServer(const ServerOptions &options, const QStringList &only, bool json);

} // namespace kith::conform
