#pragma once
#include "app/inspect/arguments.h"
#include "core/base/result.h"

namespace kith::inspect {

enum Exit : int {
    Well = 0,
    Wrong = 1, // with the file; the report says what
    Usage = 64,
    BadData = 65,
    NoFile = 66,
    Disk = 74,
    Again = 75
};
int exitOf(const Error &error);

/// Does what the console asks; reports to stdout, one sentence of failure to stderr.
int run(const Arguments &arguments);

} // namespace kith::inspect
