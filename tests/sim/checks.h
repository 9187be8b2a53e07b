#pragma once
#include "core/base/ids.h"

#include <QStringList>

namespace kith::sim {

/// One message as the user entered it, in order of entering.
struct Entered {
    int device = 0;
    ChatId chat;
    Mid mid;
    QString body;
    bool mayVanish = false; // deleted, discarded or refused by the rules
};

/// The invariants of both databases, read by SQL of its own and not through the code under test. Each returns
/// one sentence per broken invariant, empty = all hold.
QStringList checkServer(const QString &serverFile);
/// What must hold at every moment between one mirror and the server.
QStringList checkMirror(const QString &mirrorFile, const QString &serverFile);
/// What must hold when nothing is left to do.
QStringList checkSettled(const QString &mirrorFile, const QString &serverFile);
/// Every entered message is in the log exactly once, and those of one device in one chat stand in order of
/// entering.
QStringList checkLedger(const QString &serverFile, const std::vector<Entered> &entered);

} // namespace kith::sim
