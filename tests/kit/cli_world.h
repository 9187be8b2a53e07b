#pragma once
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <csignal>
#include <memory>

/// The real programs as processes: one server, and `kith-cli` on a profile of its own for each person.
namespace kith::test {

using namespace Qt::StringLiterals;

inline constexpr int patienceMs = 60'000; // a hang fails the test, a slow machine does not

/// A child that never outlives the test.
class Child : public QProcess {
public:
    ~Child() override
    {
        if (state() == NotRunning) return;
        kill();
        waitForFinished(patienceMs);
    }
    /// -1: still running after the patience; -2: ended by a signal.
    int finish()
    {
        closeWriteChannel();
        if (state() != NotRunning && !waitForFinished(patienceMs)) return -1;
        return exitStatus() == NormalExit ? exitCode() : -2;
    }
    /// Reads lines until one satisfies `wanted`; it and those before are kept in `lines`.
    template <class F> bool waitForLine(F wanted)
    {
        const QDeadlineTimer deadline(patienceMs);
        while (!deadline.hasExpired()) {
            while (canReadLine()) {
                lines.append(readLine().trimmed());
                if (wanted(lines.last())) return true;
            }
            if (state() == NotRunning && !canReadLine()) return false;
            waitForReadyRead(int(deadline.remainingTime()));
        }
        return false;
    }
    void signal(int number)
    {
        if (processId() > 0) ::kill(pid_t(processId()), number); // 0 would be everybody, this test included
    }
    QList<QByteArray> lines;
};

class ServerProcess {
public:
    explicit ServerProcess(const QString &dataDir, const QStringList &more = {})
        : m_data(dataDir)
        , m_more(more)
    {
    }
    /// The first start chooses a port; later ones take the same again.
    bool start(const QStringList &more = {})
    {
        m_child = std::make_unique<Child>();
        m_child->setProcessChannelMode(QProcess::SeparateChannels);
        m_child->setStandardErrorFile(m_data + u".log"_s, QIODevice::Append);
        m_child->start(QStringLiteral(KITH_BIN_DIR "/kith-server"),
                       QStringList{u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port), u"--data"_s, m_data,
                                   u"--password-cost"_s, u"low"_s, u"--rate-limits"_s, u"off"_s} +
                           m_more + more);
        if (!m_child->waitForLine(
                [](const QByteArray &line) { return line.startsWith("kith-server ready "); }))
            return false;
        const QByteArray url = m_child->lines.last().mid(int(qstrlen("kith-server ready ")));
        m_port = url.mid(url.lastIndexOf(':') + 1).toUShort();
        return m_port != 0;
    }
    int stop()
    {
        m_child->terminate();
        const int code = m_child->finish();
        if (code != 0) tellLog(code);
        return code;
    }
    void kill9()
    {
        m_child->kill();
        m_child->finish();
    }
    QString url() const
    {
        const bool tls = m_more.contains(u"--tls-cert"_s);
        return u"%1://127.0.0.1:%2"_s.arg(tls ? u"https"_s : u"http"_s).arg(m_port);
    }
    Child &child() { return *m_child; }
    QString log() const { return m_data + u".log"_s; }
    QString database() const { return m_data + u"/kith-server.db"_s; }

private:
    /// How a server ended badly stands only in its log, which goes with the test's folder.
    void tellLog(int code) const
    {
        QFile log(m_data + u".log"_s);
        if (!log.open(QIODevice::ReadOnly)) return;
        log.seek(std::max<qint64>(0, log.size() - 8'192));
        qWarning("the server ended with %d; its log ends with:\n%s", code, log.readAll().constData());
    }
    QString m_data;
    QStringList m_more;
    quint16 m_port = 0;
    std::unique_ptr<Child> m_child;
};

/// What one run of kith-cli left behind.
struct Ran {
    int code = -1;
    QByteArray out, err;
    QList<QJsonObject> objects; // of --json, one a line
    QString mid;                // of the first object

    QList<QString> all(const QString &field) const
    {
        QList<QString> values;
        for (const QJsonObject &object : objects) values.append(object[field].toString());
        return values;
    }
    QJsonObject last() const { return objects.isEmpty() ? QJsonObject() : objects.last(); }
};

class PersonProcess {
public:
    PersonProcess(const QString &dir, const QString &login)
        : m_dir(dir)
        , m_login(login)
    {
    }
    QString login() const { return m_login; }
    QString profile() const { return m_dir; }
    QString mirror() const
    {
        const QDir accounts(m_dir + u"/accounts"_s);
        const QStringList ids = accounts.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        return ids.isEmpty() ? QString() : accounts.filePath(ids.first() + u"/kith.db"_s);
    }
    std::unique_ptr<Child> start(const QStringList &verb) const
    {
        auto child = std::make_unique<Child>();
        child->start(QStringLiteral(KITH_BIN_DIR "/kith-cli"),
                     QStringList{u"--profile"_s, m_dir, u"--secrets"_s, u"file"_s, u"--json"_s} + verb);
        return child;
    }
    Ran run(const QStringList &verb, const QByteArray &input = {}) const
    {
        const auto child = start(verb);
        child->write(input);
        return result(*child);
    }
    static Ran result(Child &child)
    {
        Ran ran;
        ran.code = child.finish();
        for (const QByteArray &line : std::as_const(child.lines)) ran.out += line + '\n';
        ran.out += child.readAllStandardOutput();
        ran.err = child.readAllStandardError();
        const QList<QByteArray> lines = ran.out.split('\n');
        for (const QByteArray &line : lines)
            if (!line.isEmpty()) ran.objects.append(QJsonDocument::fromJson(line).object());
        if (!ran.objects.isEmpty()) ran.mid = ran.objects.first()[u"mid"_s].toString();
        return ran;
    }
    Ran signIn(const QString &verb, const ServerProcess &server,
               const QByteArray &password = "correct horse") const
    {
        return run({verb, u"--server"_s, server.url(), u"--user"_s, m_login, u"--password-stdin"_s},
                   password + '\n');
    }

private:
    QString m_dir, m_login;
};

/// A server and people who are registered on it.
class CliWorld {
public:
    CliWorld()
        : server(dir.filePath(u"server"_s))
    {
    }
    PersonProcess person(const QString &login) const { return {dir.filePath(login), login}; }
    /// Registered, and current with the server.
    PersonProcess registered(const QString &login, bool *good) const
    {
        PersonProcess made = person(login);
        *good = made.signIn(u"register"_s, server).code == 0 && *good;
        return made;
    }
    QTemporaryDir dir;
    ServerProcess server;
};

} // namespace kith::test
