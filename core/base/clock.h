#pragma once
#include <QtGlobal>

namespace kith {

/// Where all time comes from, so that tests and the simulator can turn it by hand.
class Clock {
public:
    virtual ~Clock() = default;
    /// Unix time, UTC, in milliseconds. May jump either way; it orders nothing and times nothing.
    virtual qint64 wallMs() const = 0;
    /// Milliseconds since an arbitrary start; never goes back. All delays are counted on it.
    virtual qint64 steadyMs() const = 0;
};

/// The machine's clocks; thread-safe.
class SystemClock final : public Clock {
public:
    qint64 wallMs() const override;
    qint64 steadyMs() const override;
};

} // namespace kith
