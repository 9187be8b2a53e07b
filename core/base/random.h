#pragma once
#include <QtGlobal>
#include <cstddef>

namespace kith {

/// Where all randomness comes from, so that a simulation can replay it from a seed.
class Random {
public:
    virtual ~Random() = default;
    /// Fills `size` bytes. Thread: that of the owner; implementations need not be thread-safe.
    virtual void fill(char *bytes, size_t size) = 0;

    quint64 next64();
    /// Uniform in [0, bound); bound must be > 0.
    quint64 below(quint64 bound);
};

/// The operating system's cryptographic generator; thread-safe.
class SystemRandom final : public Random {
public:
    void fill(char *bytes, size_t size) override;
};

/// SplitMix64 from a seed: for tests, simulations and benches, never for secrets.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(quint64 seed)
        : m_state(seed)
    {
    }
    void fill(char *bytes, size_t size) override;

private:
    quint64 m_state;
};

} // namespace kith
