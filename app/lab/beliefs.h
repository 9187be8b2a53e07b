#pragma once
#include <QString>
#include <QStringList>
#include <vector>

namespace kith::lab {

class LabClient;

/// What one client believes beside what the server holds for its person, read from both databases.
struct Belief {
    QString client, person;
    QString process;              // running, asleep, stopped
    QString phase;                // of the connection, where the client tells it
    bool readable = false;        // its mirror could be read; nothing below is meaningful without
    int waiting = 0, refused = 0; // changes in its outbox
    qint64 oldestWaitingMs = 0;   // when the oldest was entered, Unix ms; 0 = none
    int chats = 0, serverChats = 0;
    qint64 messages = 0, serverMessages = 0; // that the server has numbered, in its chats
    qint64 behind = 0;                       // changes of its chats that it has not applied
    qint64 marksBehind = 0;                  // changes of others' marks that it has not heard of
    int unread = 0, serverUnread = 0;
    int receiptsWaiting = 0; // chats whose marks the server does not know yet
    bool otherEpoch = false; // it holds a history from before a restore

    /// Nothing waits, and it holds what the server holds.
    bool isSettled() const
    {
        return readable && waiting == 0 && receiptsWaiting == 0 && behind == 0 && marksBehind == 0 &&
               !otherEpoch && chats == serverChats && messages == serverMessages;
    }
    /// Connected, as far as can be told: of a window only that it runs.
    bool isOnline() const { return process == u"running" && (phase.isEmpty() || phase == u"online"); }
    /// Names of the columns that differ.
    QStringList differences() const;
};

/// Reads `clients` and the server's database at one moment each; what cannot be read stays empty. Disturbs
/// nobody: read-only connections of its own.
std::vector<Belief> beliefsOf(const std::vector<LabClient *> &clients, const QString &serverDatabase);

/// The table for people, differences marked with ≠.
QString beliefTable(const std::vector<Belief> &beliefs, qint64 nowMs);

} // namespace kith::lab
