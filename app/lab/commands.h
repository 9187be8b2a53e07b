#pragma once
#include <QStringList>

class QCommandLineParser;

/// The verbs of the program. Each returns the process's exit code: 0 all is well, 1 a promise is broken or a
/// story could not be acted out, 64 the command line is wrong, 74 something of the system failed, 77 skipped:
/// this machine or build cannot do it.
namespace kith::lab {

inline constexpr int exitBroken = 1, exitUsage = 64, exitFault = 74, exitSkipped = 77;

int runUp(const QStringList &arguments);
int runRun(const QStringList &arguments);
int runCtl(const QStringList &arguments);
int runLoad(const QStringList &arguments);

/// Says it on stderr.
int complain(int code, const QString &sentence);
/// Parses; on --help or a mistake says so and gives the exit code in `code`.
bool parsed(QCommandLineParser &parser, const QStringList &arguments, int &code);
/// A whole number within bounds; else complains and gives false.
bool numberOf(const QCommandLineParser &parser, const QString &option, qint64 least, qint64 most,
              qint64 &value);

} // namespace kith::lab
