#include "core/base/random.h"

#include <QRandomGenerator>
#include <algorithm>
#include <cstring>

namespace kith {

quint64 Random::next64()
{
    quint64 n = 0;
    fill(reinterpret_cast<char *>(&n), sizeof n);
    return n;
}

quint64 Random::below(quint64 bound)
{
    Q_ASSERT(bound > 0);
    // Values above the last whole multiple of `bound` would favour small results; draw again.
    const quint64 limit = ~quint64(0) - ~quint64(0) % bound;
    quint64 n = next64();
    while (n >= limit) n = next64();
    return n % bound;
}

void SystemRandom::fill(char *bytes, size_t size)
{
    auto *generator = QRandomGenerator::system();
    while (size > 0) {
        const quint64 n = generator->generate64();
        const size_t part = std::min(size, sizeof n);
        std::memcpy(bytes, &n, part);
        bytes += part;
        size -= part;
    }
}

void SeededRandom::fill(char *bytes, size_t size)
{
    while (size > 0) {
        m_state += 0x9e3779b97f4a7c15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        z ^= z >> 31;
        const size_t part = std::min(size, sizeof z);
        std::memcpy(bytes, &z, part);
        bytes += part;
        size -= part;
    }
}

} // namespace kith
