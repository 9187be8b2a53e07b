#include "tests/fuzz/targets.h"

#include <QCoreApplication>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

/// libFuzzer's end: `kith-fuzz --target=NAME [options of libFuzzer] [corpus folders]`.

using namespace kith::fuzz;

extern "C" size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t maxSize);

namespace {
const Target *chosen = nullptr;
}

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    constexpr char option[] = "--target=";
    for (int i = 1; i < *argc; ++i) {
        const char *argument = (*argv)[i];
        if (std::strncmp(argument, option, sizeof option - 1) == 0)
            chosen = find(argument + sizeof option - 1);
    }
    static QCoreApplication application(*argc, *argv); // finds the SQL plugin
    if (chosen) return 0;
    std::fputs("kith-fuzz: say which target with --target=NAME, one of:", stderr);
    for (const Target &target : targets()) std::fprintf(stderr, " %s", target.name);
    std::fputs("\n", stderr);
    std::exit(64);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    (*chosen)(QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t maxSize, unsigned int seed)
{
    kith::SeededRandom random(seed);
    if (chosen->mutate && random.below(8) > 0) {
        const QByteArray next =
            chosen->mutate(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)), random);
        if (!next.isEmpty() && size_t(next.size()) <= maxSize) {
            std::memcpy(data, next.constData(), size_t(next.size()));
            return size_t(next.size());
        }
    }
    return LLVMFuzzerMutate(data, size, maxSize);
}
