#pragma once
#include <QtGlobal>

namespace kith::server {

/// What the system knows of this process; zeros where it does not tell.
struct ProcessFigures {
    double cpuSeconds = 0; // since its start, all threads
    quint64 residentBytes = 0;
    int openFiles = 0, maxFiles = 0;
};
ProcessFigures processFigures();

} // namespace kith::server
