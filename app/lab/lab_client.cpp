#include "app/lab/lab_client.h"

#include "app/lab/lab_server.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kith::lab {
namespace {

QString fakeTimeLibrary()
{
    const QStringList places{u"/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"_s,
                             u"/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"_s,
                             u"/usr/lib/faketime/libfaketimeMT.so.1"_s};
    for (const QString &place : places)
        if (QFile::exists(place)) return place;
    return places.first();
}

} // namespace

QByteArray labPassword() { return "kith-lab-demo"; }

LabClient::LabClient(Setup setup, quint16 serverPort, QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
    , m_net(serverPort)
{
}

LabClient::~LabClient()
{
    m_wanted = false;
    m_process.reset();
    leaveSmallDisk();
}

QString LabClient::mirror() const
{
    const QDir accounts(profile() + u"/accounts"_s);
    const QStringList ids = accounts.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return ids.isEmpty() ? QString() : accounts.filePath(ids.first() + u"/kith.db"_s);
}

Ran LabClient::cli(const QStringList &words, const QByteArray &input, int timeoutMs) const
{
    return runProgram(programFile(u"kith-cli"_s),
                      QStringList{u"--profile"_s, profile(), u"--secrets"_s, u"file"_s, u"--json"_s} + words,
                      input, timeoutMs);
}

Status LabClient::signIn(const QString &verb)
{
    QStringList words{verb,        u"--server"_s, u"http://127.0.0.1:%1"_s.arg(m_net.port()),
                      u"--user"_s, m_setup.login, u"--password-stdin"_s};
    if (verb == u"register") words += {u"--name"_s, m_setup.display};
    const Ran ran = cli(words, labPassword() + '\n');
    if (ran.code == 0) return ok();
    return Error{Errc::Unavailable, u"%1 could not sign in (%2): %3"_s.arg(name()).arg(ran.code).arg(
                                        QString::fromUtf8(ran.err).trimmed())};
}

Status LabClient::start()
{
    if (isRunning()) return Error{Errc::BadInput, u"%1 is running already."_s.arg(name())};
    m_process = std::make_unique<Process>(log());
    m_process->setProcessChannelMode(QProcess::SeparateChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!m_clock.isEmpty()) {
        environment.insert(u"LD_PRELOAD"_s, fakeTimeLibrary());
        environment.insert(u"FAKETIME"_s, m_clock);
        environment.insert(u"DONT_FAKE_MONOTONIC"_s, u"1"_s); // a wrong clock runs as fast as a right one
        environment.insert(u"FAKETIME_DONT_RESET"_s, u"1"_s);
    }
    m_process->setProcessEnvironment(environment);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &LabClient::read);
    connect(m_process.get(), &QProcess::finished, this, &LabClient::over);
    m_asleep = false;
    m_phase.clear();
    QStringList words{u"--profile"_s, profile(), u"--secrets"_s, u"file"_s};
    const bool window = m_setup.face == Face::Window;
    if (window && !m_setup.geometry.isEmpty()) words += {u"-qwindowgeometry"_s, m_setup.geometry};
    if (!window) words += {u"--json"_s, u"session"_s};
    m_process->start(programFile(window ? u"kith"_s : u"kith-cli"_s), words);
    if (!m_process->waitForStarted(30'000)) {
        const QString why = m_process->errorString();
        m_process.reset();
        return Error{Errc::Io, u"%1 did not start: %2"_s.arg(name(), why)};
    }
    m_wanted = true;
    Q_EMIT moved();
    return ok();
}

void LabClient::stop()
{
    m_wanted = m_asleep = false;
    if (!m_process) return;
    m_process->end();
    noteEnd();
    over();
    m_process.reset();
}

void LabClient::kill9()
{
    m_wanted = m_asleep = false;
    if (!m_process) return;
    m_process->kill();
    m_process->waitForFinished(5'000);
    over();
    m_process.reset();
}

void LabClient::sleep(bool on)
{
    if (!isRunning()) return;
    m_process->signal(on ? SIGSTOP : SIGCONT);
    m_asleep = on;
    Q_EMIT moved();
}

void LabClient::noteEnd()
{
    const int code = m_process->exitCode();
    // A window, and a session that has hardly begun, end by SIGTERM without a word.
    if (m_process->exitStatus() == QProcess::CrashExit && code != SIGTERM)
        m_crashes.append(u"%1 was ended by signal %2; see %3"_s.arg(name()).arg(code).arg(log()));
    else if (m_process->exitStatus() == QProcess::NormalExit && code != 0 && (code < 64 || code > 78))
        m_crashes.append(u"%1 ended with %2; see %3"_s.arg(name()).arg(code).arg(log()));
}

void LabClient::over()
{
    if (m_process) read(); // what it said last counts
    m_phase.clear();
    std::deque<Waiting> waiting;
    waiting.swap(m_waiting);
    for (Waiting &one : waiting) {
        one.answer.why = u"the process ended first"_s;
        one.done(one.answer);
    }
    if (m_wanted && m_process) noteEnd();
    if (std::exchange(m_wanted, false) && m_process)
        Q_EMIT ended(m_process->exitStatus() == QProcess::NormalExit
                         ? u"exit code %1"_s.arg(m_process->exitCode())
                         : u"a crash"_s);
    Q_EMIT moved();
}

QString LabClient::phase() const
{
    if (!isRunning()) return {};
    if (m_setup.face == Face::Headless) return m_phase;
    return m_net.count().open > 0 ? u"online"_s : u"waiting"_s;
}

Status LabClient::command(const QStringList &words, std::function<void(const Answer &)> done)
{
    if (m_setup.face == Face::Window)
        return Error{Errc::BadInput,
                     u"%1 has a window: write there, or start the lab with --headless."_s.arg(name())};
    if (!isRunning() || m_asleep)
        return Error{Errc::BadInput,
                     u"%1 %2."_s.arg(name(), m_asleep ? u"is asleep"_s : u"is not running"_s)};
    m_waiting.push_back({std::move(done), {}});
    m_process->write(QJsonDocument(QJsonArray::fromStringList(words)).toJson(QJsonDocument::Compact) + '\n');
    return ok();
}

void LabClient::read()
{
    while (m_process && m_process->canReadLine())
        take(QJsonDocument::fromJson(m_process->readLine()).object());
    Q_EMIT moved();
}

void LabClient::take(const QJsonObject &object)
{
    const QString event = object[u"event"_s].toString();
    if (event == u"connection") {
        m_phase = object[u"phase"_s].toString();
        m_phaseWhy = object[u"why"_s].toString();
    } else if (event == u"done" && !m_waiting.empty()) {
        Waiting one = std::move(m_waiting.front());
        m_waiting.pop_front();
        one.answer.exit = object[u"exit"_s].toInt();
        one.answer.why = object[u"why"_s].toString();
        one.done(one.answer);
    } else if ((event.isEmpty() || event == u"verdict" || event == u"difference") && !m_waiting.empty()) {
        m_waiting.front().answer.objects.append(object);
    }
}

// ---- what surrounds it

Status LabClient::giveSmallDisk()
{
    if (m_disk) return ok();
    if (::geteuid() != 0)
        return Error{Errc::Unavailable,
                     u"A disk that can be full is a small tmpfs, which only root may mount."_s};
    qint64 bytes = 0;
    QDirIterator files(profile(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) bytes += QFileInfo(files.next()).size();
    const QString aside = profile() + u".aside"_s;
    if (!QDir().rename(profile(), aside))
        return Error{Errc::Io, u"%1 cannot be moved aside."_s.arg(profile())};
    auto disk = std::make_unique<SmallDisk>(profile(), int(bytes / (1024 * 1024)) + 16);
    if (!disk->isMounted()) {
        QDir().rmdir(profile());
        QDir().rename(aside, profile());
        return Error{Errc::Unavailable, u"A small tmpfs could not be mounted on %1."_s.arg(profile())};
    }
    if (QProcess::execute(u"cp"_s, {u"-a"_s, aside + u"/."_s, profile()}) != 0)
        return Error{Errc::Io,
                     u"The profile could not be copied onto its small disk; it is in %1."_s.arg(aside)};
    QDir(aside).removeRecursively();
    m_disk = std::move(disk);
    return ok();
}

/// What is on the small disk would go with it, out of a lab that is kept too.
void LabClient::leaveSmallDisk()
{
    if (!m_disk) return;
    m_disk->makeRoom();
    const QString aside = profile() + u".aside"_s;
    const bool copied = QProcess::execute(u"cp"_s, {u"-a"_s, profile() + u"/."_s, aside}) == 0;
    m_disk.reset();
    if (copied && QDir().rmdir(profile())) QDir().rename(aside, profile());
}

Status LabClient::setClock(const QString &offset)
{
    if (!offset.isEmpty())
        if (const QString fault = preloadFault(fakeTimeLibrary()); !fault.isEmpty())
            return Error{Errc::Unavailable,
                         u"The clock cannot be made wrong (Debian's libfaketime does it): %1."_s.arg(fault)};
    m_clock = offset;
    return ok();
}

Status LabClient::lockSecrets(bool on)
{
    // Root reads whatever the mode says: a folder in the file's place is what nobody can read.
    const QString file = profile() + u"/secrets.ini"_s, aside = profile() + u"/secrets.locked"_s;
    if (on == m_secretsLocked) return ok();
    const bool done = on ? QFile::rename(file, aside) && QDir().mkdir(file)
                         : QDir().rmdir(file) && QFile::rename(aside, file);
    if (!done) return Error{Errc::Io, u"%1 cannot be put aside."_s.arg(file)};
    m_secretsLocked = on;
    return ok();
}

} // namespace kith::lab
