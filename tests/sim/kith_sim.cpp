// kith-sim: whole histories of real clients and the real server, decided by a seed. docs/simulation.md
#include "tests/kit/twins.h"
#include "tests/sim/runner.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHashSeed>
#include <QLoggingCategory>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

using namespace kith::sim;
using namespace Qt::StringLiterals;

namespace {
enum Exit { Held = 0, Failed = 1, Usage = 2, Broken = 3 };

int run(const Options &options)
{
    if (options.list) {
        printPlan(options.history);
        return Held;
    }
    QElapsedTimer timer;
    timer.start();
    const Tally tally = options.jobs > 1 && !options.worker ? runInWorkers(options) : runHere(options);
    if (options.worker) return tally.failures > 0 ? Failed : Held;
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    std::printf("%lld histories, %lld steps, %lld messages, %lld crashes, %lld failed, %lld broken\n",
                tally.histories, tally.steps, tally.messages, tally.crashes, tally.failures, tally.broken);
    std::fflush(stdout);
    // Beside it: what a replay prints is the same to the byte.
    std::fprintf(stderr, "%.1f s: %.1f histories/s, %.0f steps/s\n", seconds,
                 double(tally.histories) / seconds, double(tally.steps) / seconds);
    if (tally.histories == 1 && tally.failures == 0)
        std::printf("held: %s\n", qUtf8Printable(replayOf(options.history)));
    return tally.broken > 0 ? Broken : tally.failures > 0 ? Failed : Held;
}

/// A broken twin is another program, which its environment makes that twin before main().
int becomeTwin(const QString &name, char **argv)
{
    if (!kith::test::twinOf(QLatin1StringView(name.toLatin1()))) {
        std::fprintf(stderr, "kith-sim: there is no twin “%s”; these are: ", qUtf8Printable(name));
        for (const auto &known : kith::test::twinNames) std::fprintf(stderr, "%s ", known.name);
        std::fprintf(stderr, "\n");
        return Usage;
    }
    const QByteArray program = QCoreApplication::applicationDirPath().toLocal8Bit() + "/kith-sim-twins";
    setenv("KITH_TWIN", qUtf8Printable(name), 1);
    execv(program.constData(), argv);
    std::fprintf(stderr, "kith-sim: --twin needs %s, which is not there: build the target kith-sim-twins\n",
                 program.constData());
    return Usage;
}
} // namespace

int main(int argc, char **argv)
{
    QHashSeed::setDeterministicGlobalSeed(); // a seed must replay to the byte
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"kith-sim"_s);
    const auto read = readOptions(QCoreApplication::arguments());
    if (const auto *help = std::get_if<HelpWanted>(&read)) {
        std::printf("%s", qUtf8Printable(help->text));
        return Held;
    }
    if (const auto *bad = std::get_if<BadOptions>(&read)) {
        std::fprintf(stderr, "kith-sim: %s\nkith-sim --help tells more.\n", qUtf8Printable(bad->why));
        return Usage;
    }
    const auto &options = std::get<Options>(read);
    if (!options.history.twin.isEmpty() && qgetenv("KITH_TWIN") != options.history.twin.toLatin1())
        return becomeTwin(options.history.twin, argv);
    if (!options.log) QLoggingCategory::setFilterRules(u"*=false"_s);
    return run(options);
}
