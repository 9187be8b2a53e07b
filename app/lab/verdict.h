#pragma once
#include <QString>
#include <QStringList>
#include <vector>

namespace kith::lab {

class Lab;

/// What was found when everything had come to rest.
struct Verdict {
    struct Rule {
        QString name;       // "none lost", …
        QStringList faults; // empty = it holds; at most some dozens
    };
    std::vector<Rule> rules;
    qint64 entered = 0, stored = 0; // messages that clients said they had saved; that the server holds

    bool holds() const;
};

/// Stops every process, then judges by the databases alone and by `kith-server check`. Call it when
/// everything is expected to be at rest; what still waits is a fault. Clients that were signed out on purpose
/// need only still hold what they could not send.
Verdict judge(Lab &lab);

} // namespace kith::lab
