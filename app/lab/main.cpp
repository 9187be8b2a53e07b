#include "app/lab/commands.h"

#include <QApplication>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace kith::lab;

namespace {

const char help[] =
    "kith-lab VERB …: the real programs, many at once, and faults on purpose (docs/testing.md)\n\n"
    "  up     a server and clients with one command; --help lists the options\n"
    "  run    acts scenarios out and judges: nothing lost, nothing doubled, same order, receipts, mirrors\n"
    "  ctl    tells a running lab what to do: faults, orders to people, the timeline\n"
    "  load   many connections at a given rate, with percentiles and the server's CPU\n\n"
    "  VERB --help explains a verb; --version\n";

bool wantsWindows(const QStringList &words)
{
    return words.contains(u"--windows"_s) || words.contains(u"--window"_s);
}

int run(const QStringList &words)
{
    const QString verb = words.value(0);
    if (verb == u"up") return runUp(words);
    if (verb == u"run") return runRun(words);
    if (verb == u"ctl") return runCtl(words);
    if (verb == u"load") return runLoad(words);
    if (verb == u"--version") return std::printf("kith-lab %s\n", KITH_VERSION), 0;
    const bool asked = verb == u"--help" || verb == u"-h" || verb == u"help";
    std::fputs(help, asked ? stdout : stderr);
    return asked ? 0 : exitUsage;
}

} // namespace

int main(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i) words.append(QString::fromLocal8Bit(argv[i]));
    QCoreApplication::setApplicationName(u"kith-lab"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KITH_VERSION));
    // Without windows there need be no display.
    std::unique_ptr<QCoreApplication> app;
    if (wantsWindows(words)) {
        app = std::make_unique<QApplication>(argc, argv);
        QGuiApplication::setQuitOnLastWindowClosed(false);
    } else {
        app = std::make_unique<QCoreApplication>(argc, argv);
    }
    return run(words);
}
