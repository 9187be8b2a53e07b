// Which broken twin this process is. Linked into the programs of kith_with_twins() only; chosen before
// main(), so that any test program can be one without knowing of it.
#include "tests/kit/twins.h"

#include <cstdlib>

namespace kith::test {
namespace {

struct Choice {
    Choice()
    {
        const char *name = std::getenv("KITH_TWIN");
        if (!name || !*name) return;
        const auto twin = twinOf(QLatin1StringView(name));
        if (!twin) qFatal("KITH_TWIN=%s: no such twin; tests/kit/twins.h names them all", name);
        chosenTwin = *twin;
    }
};
const Choice choice;

} // namespace
} // namespace kith::test
