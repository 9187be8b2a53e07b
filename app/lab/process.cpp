#include "app/lab/process.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTimer>
#include <csignal>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace kith::lab {

Process::Process(const QString &logFile, QObject *parent)
    : QProcess(parent)
{
    if (!logFile.isEmpty()) setStandardErrorFile(logFile, QIODevice::Append);
#ifdef Q_OS_LINUX
    const pid_t lab = ::getpid();
    setChildProcessModifier([lab] {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != lab) ::_exit(1); // it died between fork and here
        ::setpgid(0, 0);                    // Ctrl+C on the terminal is the lab's to hear
    });
#endif
}

Process::~Process()
{
    if (state() == NotRunning) return;
    signal(SIGCONT);
    kill();
    waitForFinished(5'000);
}

void Process::signal(int number)
{
    if (processId() > 0) ::kill(pid_t(processId()), number);
}

bool Process::end(int ms)
{
    if (state() == NotRunning) return true;
    signal(SIGCONT);
    terminate();
    if (waitForFinished(ms)) return true;
    kill();
    waitForFinished(5'000);
    return false;
}

double Process::cpuSeconds() const
{
    QFile stat(u"/proc/%1/stat"_s.arg(processId()));
    if (!stat.open(QIODevice::ReadOnly)) return 0;
    const QByteArray all = stat.readAll();
    const QList<QByteArray> fields = all.mid(all.lastIndexOf(')') + 2).split(' ');
    return double(fields.value(11).toLongLong() + fields.value(12).toLongLong()) /
           double(::sysconf(_SC_CLK_TCK));
}

QString programFile(const QString &name)
{
    return QDir(QCoreApplication::applicationDirPath()).filePath(name);
}

Ran runProgram(const QString &program, const QStringList &arguments, const QByteArray &input, int timeoutMs)
{
    Process process{QString()};
    process.setProcessChannelMode(QProcess::SeparateChannels);
    QEventLoop loop;
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &loop, [&](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) loop.quit();
    });
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    timer.start(timeoutMs);
    if (process.state() != QProcess::NotRunning) loop.exec();
    Ran ran;
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    if (process.error() == QProcess::FailedToStart) ran.err = process.errorString().toUtf8();
    if (process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit &&
        process.error() != QProcess::FailedToStart)
        ran.code = process.exitCode();
    return ran;
}

} // namespace kith::lab
