#pragma once
#include "core/base/ids.h"

namespace kith::server {

/// Who asks. Rights are checked for every call, after the duplicate check (R15).
struct Caller {
    UserId user;
    DeviceId device;
};

} // namespace kith::server
