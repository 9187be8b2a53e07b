#include "app/lab/lab_server.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <csignal>

using namespace Qt::StringLiterals;

namespace kith::lab {
namespace {

constexpr int startMs = 120'000, stopMs = 60'000; // a hang is told, a slow machine is not

/// Beside the program where it is built; a package keeps it apart.
QString slowDiskLibrary()
{
    const QString beside = programFile(u"libkith-slow-disk.so"_s);
    return QFileInfo::exists(beside) ? beside : programFile(u"../lib/kith/libkith-slow-disk.so"_s);
}

QByteArray tailOf(const QString &file)
{
    QFile log(file);
    if (!log.open(QIODevice::ReadOnly)) return {};
    log.seek(std::max<qint64>(0, log.size() - 2'000));
    return log.readAll().trimmed();
}

} // namespace

QString preloadFault(const QString &library)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    Q_UNUSED(library)
    return u"this build is instrumented by a sanitizer, which must come before any other library"_s;
#else
    if (!QFile::exists(library)) return u"there is no %1"_s.arg(library);
    return {};
#endif
}

LabServer::LabServer(const QString &dir, QObject *parent)
    : QObject(parent)
    , m_data(dir + u"/server"_s)
    , m_program(programFile(u"kith-server"_s))
{
}

LabServer::~LabServer()
{
    m_wanted = false; // the process that ends now was asked to
    m_process.reset();
}

Status LabServer::start()
{
    if (isRunning()) return Error{Errc::BadInput, u"The server is running already."_s};
    m_process = std::make_unique<Process>(log());
    m_process->setProcessChannelMode(QProcess::SeparateChannels);
    if (preloadFault(slowDiskLibrary()).isEmpty()) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LD_PRELOAD"_s, slowDiskLibrary());
        environment.insert(u"KITH_SLOW_DISK_FILE"_s, slowFile());
        m_process->setProcessEnvironment(environment);
    }
    m_asleep = false;
    m_process->start(m_program,
                     {u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port), u"--data"_s, m_data, u"--password-cost"_s,
                      u"low"_s, u"--rate-limits"_s, u"off"_s, u"--drain-window"_s, u"1s"_s});
    const QDeadlineTimer deadline(startMs);
    QByteArray line;
    while (!deadline.hasExpired() && m_process->isRunning()) {
        if (m_process->canReadLine()) {
            line = m_process->readLine().trimmed();
            if (line.startsWith("kith-server ready ")) break;
        } else {
            m_process->waitForReadyRead(int(std::min<qint64>(500, deadline.remainingTime())));
        }
    }
    const quint16 port = line.mid(line.lastIndexOf(':') + 1).toUShort();
    if (port == 0) {
        const QString why = QString::fromUtf8(tailOf(log()));
        m_process.reset();
        return Error{Errc::Io, u"The server did not start; its log %1 ends with: %2"_s.arg(log(), why)};
    }
    m_port = port;
    m_wanted = true;
    connect(m_process.get(), &QProcess::finished, this, [this](int code, QProcess::ExitStatus how) {
        if (!m_wanted) return;
        m_wanted = false;
        m_crashes.append(u"the server ended by itself; see %1"_s.arg(log()));
        Q_EMIT ended(how == QProcess::NormalExit ? u"exit code %1"_s.arg(code)
                                                 : u"a crash, see %1"_s.arg(log()));
    });
    return ok();
}

Status LabServer::stop()
{
    m_wanted = false;
    if (!isRunning()) return ok();
    m_asleep = false;
    const bool ended = m_process->end(stopMs);
    const bool clean = ended && m_process->exitCode() == 0;
    const QString how = ended ? u"with %1"_s.arg(m_process->exitCode()) : u"by force"_s;
    m_process.reset();
    if (!clean)
        m_crashes.append(u"the server did not end cleanly but %1; see %2: %3"_s.arg(
            how, log(), QString::fromUtf8(tailOf(log()))));
    return clean ? ok() : Status(Error{Errc::Io, u"The server did not end cleanly; see %1."_s.arg(log())});
}

void LabServer::kill9()
{
    m_wanted = m_asleep = false;
    if (!m_process) return;
    m_process->kill();
    m_process->waitForFinished(5'000);
    m_process.reset();
}

void LabServer::sleep(bool on)
{
    if (!isRunning()) return;
    m_process->signal(on ? SIGSTOP : SIGCONT);
    m_asleep = on;
}

Status LabServer::setSlowDisk(int ms)
{
    if (const QString fault = preloadFault(slowDiskLibrary()); !fault.isEmpty())
        return Error{Errc::Unavailable, u"The server's disk cannot be made slow: %1."_s.arg(fault)};
    QFile file(slowFile());
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
        file.write(QByteArray::number(ms) + '\n') < 0)
        return Error{Errc::Io, u"%1 cannot be written."_s.arg(slowFile())};
    m_slowMs = ms;
    return ok();
}

Ran LabServer::admin(const QStringList &words) const
{
    return runProgram(m_program, QStringList{u"admin"_s} + words + QStringList{u"--data"_s, m_data});
}

Result<QString> LabServer::backup()
{
    const QString file = QDir(m_data).absoluteFilePath(
        u"../backup-%1.db"_s.arg(QDir(m_data + u"/.."_s).entryList({u"backup-*.db"_s}).size() + 1));
    const Ran ran = admin({u"backup"_s, QDir::cleanPath(file)});
    if (ran.code != 0)
        return Error{Errc::Io, u"The backup failed: %1"_s.arg(QString::fromUtf8(ran.err).trimmed())};
    return QDir::cleanPath(file);
}

Status LabServer::restore(const QString &copy)
{
    if (auto stopped = stop(); !stopped) return stopped;
    const Ran ran = runProgram(m_program, {u"restore"_s, copy, u"--data"_s, m_data});
    if (ran.code != 0)
        return Error{Errc::Io, u"The copy was not restored: %1"_s.arg(QString::fromUtf8(ran.err).trimmed())};
    return start();
}

QStringList LabServer::check() const
{
    const Ran ran = runProgram(m_program, {u"check"_s, u"--data"_s, m_data, u"--json"_s});
    if (ran.code == 0) return {};
    QStringList found;
    const auto findings = QJsonDocument::fromJson(ran.out).object()[u"findings"_s].toArray();
    for (const auto &finding : findings)
        found.append(u"%1: %2"_s.arg(finding.toObject()[u"rule"_s].toString(),
                                     finding.toObject()[u"what"_s].toString()));
    if (found.isEmpty())
        found.append(
            u"kith-server check ended with %1: %2"_s.arg(ran.code).arg(QString::fromUtf8(ran.err).trimmed()));
    return found;
}

} // namespace kith::lab
