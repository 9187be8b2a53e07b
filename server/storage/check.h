#pragma once
#include "core/base/ids.h"
#include "core/base/result.h"

#include <QStringList>
#include <functional>
#include <vector>

namespace kith::server {

/// One promise of the database that does not hold.
struct CheckFinding {
    QString rule;         // a name that stays: "messages-dense"
    QString what;         // what does not hold, in a sentence
    QString advice;       // what to do about it
    qint64 count = 0;     // of places, at most CheckReport::mostCounted
    QStringList examples; // the first places, in words with ids
};

struct CheckReport {
    static constexpr int mostCounted = 1'000, mostExamples = 5;

    EpochId epoch;
    int schema = 0;
    qint64 commitNo = 0; // of the moment that was looked at
    qint64 users = 0, chats = 0, messages = 0;
    int rules = 0; // looked at
    std::vector<CheckFinding> findings;
    bool holds() const { return findings.empty(); }
};

/// Called before each rule: how many are done, how many there are, what comes now.
using CheckProgress = std::function<void(int done, int all, const QString &now)>;

/// Looks whether the database of a server keeps every promise that docs/check.md lists.
///
/// Reads one moment of it, and never writes to it: also while a server is running on it, which goes on
/// meanwhile; only its WAL cannot start over before the check has ended. Memory: a few MiB, whatever the
/// size. Errors: NotFound (no database), Corrupt (not one of ours, or too damaged to be read), TooNew, Io.
Result<CheckReport> check(const QString &file, const CheckProgress &progress = {});

} // namespace kith::server
