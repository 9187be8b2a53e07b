#include "app/inspect/last_wish.h"
#include "app/inspect/run.h"
#include "app/inspect/window.h"

#include <QApplication>
#include <QLoggingCategory>
#include <cstdio>

int main(int argc, char **argv)
{
    kith::inspect::cleanUpWhenKilled();
    QCoreApplication::setApplicationName(QStringLiteral("kith-inspect"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KITH_VERSION));
    // stderr is for one sentence about the outcome.
    QLoggingCategory::setFilterRules(QStringLiteral("kith.*=false\nkith.*.critical=true"));
    QStringList given;
    for (int i = 1; i < argc; ++i) given.append(QString::fromLocal8Bit(argv[i]));
    const auto parsed = kith::inspect::parse(given);
    if (const auto *told = std::get_if<kith::inspect::Told>(&parsed)) {
        std::fputs(
            (told->wrong ? "kith-inspect: " + told->text.toUtf8() + '\n' : told->text.toUtf8()).constData(),
            told->wrong ? stderr : stdout);
        return told->wrong ? int(kith::inspect::Usage) : 0;
    }
    const auto &arguments = std::get<kith::inspect::Arguments>(parsed);
    if (arguments.gui) {
        const QApplication app(argc, argv);
        return kith::inspect::runWindow(arguments);
    }
    const QCoreApplication app(argc, argv);
    return kith::inspect::run(arguments);
}
