#pragma once
#include <QHash>
#include <QJsonArray>
#include <QString>
#include <QStringList>
#include <functional>
#include <span>

namespace kith::conform {

enum class Outcome : quint8 { Passed, Failed, Skipped };

/// Prints results as they come: TAP lines for people and test runners, or one JSON object at the end.
class Report {
public:
    explicit Report(bool json)
        : m_json(json)
    {
    }
    /// Runs one check; whatever it throws becomes its result. `talk` gives what was said last, for a failure.
    Outcome run(const QString &clause, const QString &title, const std::function<void()> &check,
                const std::function<QStringList()> &talk);
    void skip(const QString &clause, const QString &title, const QString &why);
    /// The plan line, or the JSON. Returns the exit code: 0 all passed, 1 something failed, 2 nothing ran.
    int finish(const QString &about);

private:
    void line(Outcome outcome, const QString &clause, const QString &title, const QStringList &notes);

    const bool m_json;
    QJsonArray m_all;
    int m_count = 0, m_passed = 0, m_failed = 0, m_skipped = 0;
};

/// Every clause number of the document and what this program does about it.
struct Clause {
    enum class How : quint8 { Checked, NotSeen };
    const char *number; // "P-6.24"
    How server;         // NotSeen: `why` tells, also when the clause is about the client only
    How client;
    const char *why; // of what is not checked on the server's or the client's side
};
std::span<const Clause> clauses();

} // namespace kith::conform
