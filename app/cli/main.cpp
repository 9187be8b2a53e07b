#include "app/cli/run.h"

#include <QCoreApplication>
#include <QLoggingCategory>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("kith"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KITH_VERSION));
    // stderr is for one sentence about the outcome; QT_LOGGING_RULES="kith.*=true" brings the log back.
    QLoggingCategory::setFilterRules(QStringLiteral("kith.*=false\nkith.*.critical=true"));
    return kith::cli::run(QCoreApplication::arguments().mid(1));
}
