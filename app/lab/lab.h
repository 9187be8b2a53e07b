#pragma once
#include "app/lab/beliefs.h"
#include "app/lab/lab_client.h"
#include "app/lab/lab_server.h"
#include "app/lab/people.h"
#include "app/lab/story.h"

#include <QTimer>

namespace kith::lab {

/// A server and clients as processes, in one folder, and the story of what was done to them. Thread: main.
class Lab final : public QObject {
    Q_OBJECT
public:
    struct Member { // one client to be
        QString name, login, display;
    };
    /// `dir` exists and is empty or that of an earlier lab.
    Lab(const QString &dir, quint64 seed, QObject *parent = nullptr);
    ~Lab() override;

    QString dir() const { return m_dir; }
    LabServer &server() { return m_server; }
    Story &story() { return m_story; }
    SeededRandom &random() { return m_random; }
    const std::vector<LabClient *> clients() const;
    LabClient *client(const QString &name) const; // null: nobody is called so

    Status startServer();
    /// Makes the clients and signs each in, a few at a time: the first of each login registers, later ones
    /// log in. Clients that are signed in already are left as they are.
    Status bringIn(const std::vector<Member> &members, LabClient::Face face,
                   const std::function<QString(int)> &geometry = {});
    Status startClients();

    std::vector<Belief> beliefs() { return beliefsOf(clients(), m_server.database()); }
    /// Keeps what every client believes now for the report's picture.
    void sample();
    /// The same, of beliefs that were just read.
    void note(const std::vector<Belief> &beliefs);

    /// Runs the event loop until `met` holds; false after `ms`. It is asked whenever a client has moved, and
    /// every 50 ms for what moves silently.
    bool waitUntil(const std::function<bool()> &met, qint64 ms);
    /// Waits until every client that is expected to is settled, twice in a row.
    bool settle(qint64 ms);
    /// Takes every fault away and starts what does not run.
    Status heal();
    /// Calls `then` after `ms`, in the story's order; forgotten by heal().
    void later(qint64 ms, std::function<void()> then);

    /// A backup was restored: what came back since stands behind what was written meanwhile.
    bool restored = false;

    /// Ends all processes, clients first.
    void stopAll();

Q_SIGNALS:
    void moved();

private:
    QString m_dir;
    SeededRandom m_random;
    LabServer m_server;
    std::vector<std::unique_ptr<LabClient>> m_clients;
    Story m_story;
    std::vector<std::unique_ptr<QTimer>> m_later;
};

} // namespace kith::lab
