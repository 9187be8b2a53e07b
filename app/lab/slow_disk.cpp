// A library to put in front of a program (LD_PRELOAD) whose disk shall be slow: each fsync and fdatasync
// takes as many milliseconds longer as stand in the file that KITH_SLOW_DISK_FILE names. The file is read at
// each call, so that it can be changed while the program runs. SQLite's durability is these two calls.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <dlfcn.h>

namespace {

void waitLonger()
{
    const char *file = std::getenv("KITH_SLOW_DISK_FILE");
    std::FILE *in = file ? std::fopen(file, "r") : nullptr;
    if (!in) return;
    long ms = 0;
    if (std::fscanf(in, "%ld", &ms) != 1) ms = 0;
    std::fclose(in);
    if (ms <= 0 || ms > 60'000) return;
    timespec left{ms / 1000, (ms % 1000) * 1'000'000};
    while (::nanosleep(&left, &left) != 0) {
    }
}

using Sync = int (*)(int);
Sync real(const char *name) { return reinterpret_cast<Sync>(::dlsym(RTLD_NEXT, name)); }

} // namespace

extern "C" {

__attribute__((visibility("default"))) int fsync(int file)
{
    static const Sync next = real("fsync");
    waitLonger();
    return next(file);
}

__attribute__((visibility("default"))) int fdatasync(int file)
{
    static const Sync next = real("fdatasync");
    waitLonger();
    return next(file);
}
}
