#pragma once
#include "core/base/result.h"

#include <QStringList>
#include <functional>

namespace kith::lab {

struct SeedPlan {
    quint64 seed = 1;
    int chats = 10;
    int messages = 200; // of all chats together
    int clients = 2;    // the first so many people have accounts already
    int people = 12;    // all of them
    qint64 nowMs = 0;   // the newest message is a moment older
};

/// Writes a believable history into the server's database: chats among people in which each client has a
/// part, some of it unread. By the server's own code and rules (server/storage), thousands of writes in one
/// transaction, without a server process: none may run on it. The same plan gives the same history.
/// `progress` is told how many messages are in.
Status seedServer(const QString &database, const SeedPlan &plan, const std::function<void(int)> &progress);

/// Fills the fresh mirror of the profile's only account with all that the server's database holds for it, by
/// the rules that the client itself has for the server's answers, thousands of rows in one transaction: the
/// client then starts with cursors at the heads and nothing to fetch. The client must not run; the server
/// may. Locked: it runs.
Status seedMirror(const QString &profileDir, const QString &serverDatabase);

} // namespace kith::lab
