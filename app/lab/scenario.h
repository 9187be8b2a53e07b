#pragma once
#include "app/lab/lab.h"
#include "app/lab/verdict.h"

#include <QJsonArray>

namespace kith::lab {

/// A story to act out, as read from a file (docs/testing.md describes it).
struct Scenario {
    QString name, about;
    std::vector<Lab::Member> members; // one client each; the first of a login is its first device
    std::vector<std::pair<QString, QStringList>> groups; // title → clients, the first one makes it
    QJsonArray steps;
    int settleSeconds = 180;
};
/// BadInput names the file and what is wrong in it.
Result<Scenario> readScenario(const QString &file);

struct RunResult {
    enum class End : quint8 { Holds, Broken, Failed, Skipped };
    Scenario scenario;
    quint64 seed = 0;
    End end = End::Failed;
    QString why; // of Failed (which step) and Skipped (what is missing here)
    Verdict verdict;
    std::vector<Belief> beliefs; // when all had come to rest, or should have
    qint64 ms = 0;
    QString dir;
    QStringList steps; // Story::steps(): equal for equal seeds
    std::vector<Story::Event> events;
    std::vector<Story::Sample> samples;
};
QString endText(RunResult::End end);

/// Acts the scenario out in `dir`, heals everything, waits for rest, judges. `heard` is told what happens.
RunResult runScenario(const Scenario &scenario, quint64 seed, const QString &dir,
                      const std::function<void(const Story::Event &)> &heard);

} // namespace kith::lab
