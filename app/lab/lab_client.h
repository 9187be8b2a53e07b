#pragma once
#include "app/lab/process.h"
#include "app/lab/small_disk.h"
#include "app/lab/tcp_proxy.h"
#include "core/base/result.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <deque>
#include <memory>

namespace kith::lab {

/// One installation of one person: a profile of its own, a bad network of its own between it and the server,
/// and a real `kith-cli session` or `kith` over it. Thread: main.
class LabClient final : public QObject {
    Q_OBJECT
public:
    enum class Face : quint8 { Headless, Window };
    struct Setup {
        QString name;    // of this client in the lab; one word
        QString login;   // of the account
        QString display; // the person's name
        QString dir;     // of the lab
        Face face = Face::Headless;
        QString geometry; // of the window, as -qwindowgeometry wants it; empty = as it likes
    };
    /// `serverPort`: where its network leads.
    LabClient(Setup setup, quint16 serverPort, QObject *parent = nullptr);
    ~LabClient() override;

    const Setup &setup() const { return m_setup; }
    const QString &name() const { return m_setup.name; }
    QString profile() const { return m_setup.dir + u'/' + m_setup.name; }
    QString log() const { return profile() + QStringLiteral(".log"); }
    QString mirror() const; // empty before the first sign-in
    TcpProxy &net() { return m_net; }

    /// Runs `kith-cli VERB…` on the profile, which no process of this client may hold then.
    Ran cli(const QStringList &words, const QByteArray &input = {}, int timeoutMs = 120'000) const;
    /// `verb` is "register" or "login".
    Status signIn(const QString &verb);

    Status start();
    void stop(); // politely
    void kill9();
    void sleep(bool on);
    bool isRunning() const { return m_process && m_process->isRunning(); }
    bool isAsleep() const { return m_asleep; }
    qint64 pid() const { return m_process ? m_process->processId() : 0; }
    /// As the connection events tell it: "online", "waiting", …; empty when it does not run. A window tells
    /// none: "online" as long as it holds a connection, else "waiting".
    QString phase() const;
    QString phaseWhy() const { return m_phaseWhy; }

    /// Has the session obey one command. `done` is called once: with its exit code and what it printed; 75
    /// and nothing when the process ends first.
    struct Answer {
        int exit = 75;
        QString why;
        QList<QJsonObject> objects;
    };
    Status command(const QStringList &words, std::function<void(const Answer &)> done);

    /// Ids of the messages that it said it has saved, in that order.
    const QStringList &entered() const { return m_entered; }
    void noteEntered(const QString &mid) { m_entered.append(mid); }

    /// The profile on a file system of its own that can be filled; the client must not run. Needs root.
    Status giveSmallDisk();
    SmallDisk *disk() { return m_disk.get(); }
    /// From the next start on the client's clock is wrong by so much ("+3h", "-2d"); empty = right again.
    Status setClock(const QString &offset);
    bool isClockWrong() const { return !m_clock.isEmpty(); }
    /// The store of secrets cannot be read, or can again.
    Status lockSecrets(bool on);
    bool secretsLocked() const { return m_secretsLocked; }

    /// How its processes ended that ended in a way no program may: by a crash, or by an exit code that is not
    /// one of kith-cli's. What a sanitizer finds ends like that.
    const QStringList &crashes() const { return m_crashes; }

    bool signedOut = false; // ended on purpose: nothing is expected of it any more

Q_SIGNALS:
    void moved();                   // something about it has changed
    void ended(const QString &how); // without having been asked to

private:
    void read();
    void take(const QJsonObject &object);
    void over();
    void noteEnd();
    void leaveSmallDisk();

    Setup m_setup;
    std::unique_ptr<SmallDisk> m_disk; // before the process, which uses it
    TcpProxy m_net;
    std::unique_ptr<Process> m_process;
    bool m_wanted = false, m_asleep = false, m_secretsLocked = false;
    QString m_phase, m_phaseWhy, m_clock;
    struct Waiting {
        std::function<void(const Answer &)> done;
        Answer answer;
    };
    std::deque<Waiting> m_waiting;
    QStringList m_entered, m_crashes;
};

/// What everybody's password is in a lab.
QByteArray labPassword();

} // namespace kith::lab
