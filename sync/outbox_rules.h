#pragma once
#include "core/wire/frames.h"

namespace kith {

/// What becomes of an outbox item when the server answers err (sync.md §4.3).
enum class ItemFate : quint8 {
    Retry,  // same id again after a backoff; no limit, not a failure
    Wait,   // same id again after retry_ms; not a failure
    Refuse, // steps aside with its code; the lane goes on
    Rebase, // new base, same op
    Upload, // its files go up again, then the same mid; refused when they are not this device's
    Auth,   // the connection's matter; the item stays
    Stop,   // the version's matter; the item stays
};

/// Decided by class, so that a code from a newer server is still handled rightly.
constexpr ItemFate fateOf(wire::ErrorClass errorClass)
{
    switch (errorClass) {
    case wire::ErrorClass::Retry:
        return ItemFate::Retry;
    case wire::ErrorClass::Wait:
        return ItemFate::Wait;
    case wire::ErrorClass::Refused:
        return ItemFate::Refuse;
    case wire::ErrorClass::Rebase:
        return ItemFate::Rebase;
    case wire::ErrorClass::Upload:
        return ItemFate::Upload;
    case wire::ErrorClass::Auth:
        return ItemFate::Auth;
    case wire::ErrorClass::Stop:
        return ItemFate::Stop;
    case wire::ErrorClass::Bug:
        return ItemFate::Refuse;
    }
    return ItemFate::Refuse;
}

} // namespace kith
