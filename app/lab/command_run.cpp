#include "app/lab/commands.h"
#include "app/lab/report.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace kith::lab {
namespace {

/// The shipped scenarios stand in the source tree: kith-lab is for those who build Kith.
QString shippedFolder() { return QStringLiteral(KITH_SCENARIOS_DIR); }

/// A file, or the name of a shipped one.
QString fileOf(const QString &word)
{
    if (QFileInfo::exists(word)) return word;
    const QString shipped = shippedFolder() + u'/' + word + u".json"_s;
    return QFileInfo::exists(shipped) ? shipped : word;
}

int listShipped()
{
    for (const QString &name : QDir(shippedFolder()).entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const auto scenario = readScenario(shippedFolder() + u'/' + name);
        if (!scenario) return complain(exitFault, scenario.error().what);
        std::printf("%-22s %s\n", qPrintable(name.chopped(5)), qPrintable(scenario->about));
    }
    return 0;
}

void tellEnd(const RunResult &result)
{
    std::printf("%s: %s (seed %llu, %.1f s; %lld messages saved by clients, %lld stored)\n",
                qPrintable(result.scenario.name), qPrintable(endText(result.end)),
                static_cast<unsigned long long>(result.seed), double(result.ms) / 1000,
                static_cast<long long>(result.verdict.entered),
                static_cast<long long>(result.verdict.stored));
    if (!result.why.isEmpty()) std::printf("    %s\n", qPrintable(result.why));
    for (const Verdict::Rule &rule : result.verdict.rules) {
        std::printf("    %-32s %s\n", qPrintable(rule.name), rule.faults.isEmpty() ? "holds" : "BROKEN");
        for (const QString &fault : rule.faults) std::printf("        %s\n", qPrintable(fault));
    }
    if (result.end == RunResult::End::Broken || result.end == RunResult::End::Failed)
        std::printf("    again: kith-lab run %s --seed %llu\n", qPrintable(result.scenario.name),
                    static_cast<unsigned long long>(result.seed));
    std::fflush(stdout);
}

int writeReports(const QCommandLineParser &parser, const std::vector<RunResult> &results)
{
    const std::pair<QString, QByteArray (*)(const std::vector<RunResult> &)> reports[] = {
        {u"junit"_s, junitReport}, {u"html"_s, htmlReport}, {u"json"_s, jsonReport}};
    for (const auto &[option, make] : reports)
        if (parser.isSet(option))
            if (auto written = writeFile(parser.value(option), make(results)); !written)
                return complain(exitFault, written.error().what);
    return 0;
}

RunResult runOne(const Scenario &scenario, quint64 seed, const QString &keep, bool quiet)
{
    QTemporaryDir temporary(QDir::temp().filePath(u"kith-lab-XXXXXX"_s));
    const QString dir = keep.isEmpty() ? temporary.path() : keep;
    return runScenario(scenario, seed, dir, [quiet](const Story::Event &event) {
        if (quiet) return;
        std::printf("%7.2f s  %-10s %s\n", double(event.ms) / 1000, qPrintable(event.lane),
                    qPrintable(event.text));
        std::fflush(stdout);
    });
}

} // namespace

int runRun(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"kith-lab run: acts scenarios out with real processes and judges."_s);
    parser.addPositionalArgument(u"FILE"_s, u"Scenario files, or names of shipped ones."_s, u"FILE…"_s);
    parser.addOptions({
        {u"seed"_s, u"What is drawn: the same seed tells the same story."_s, u"S"_s},
        {u"junit"_s, u"Write a JUnit XML report."_s, u"FILE"_s},
        {u"html"_s, u"Write a self-contained HTML report."_s, u"FILE"_s},
        {u"json"_s, u"Write a JSON report."_s, u"FILE"_s},
        {u"keep"_s, u"Work in this folder (one for each scenario) and leave it there."_s, u"DIR"_s},
        {u"quiet"_s, u"Only the verdicts."_s},
        {u"list"_s, u"List the shipped scenarios."_s},
    });
    int code = 0;
    if (!parsed(parser, arguments, code)) return code;
    if (parser.isSet(u"list"_s)) return listShipped();
    if (parser.positionalArguments().isEmpty())
        return complain(exitUsage, u"run needs a scenario; kith-lab run --list names the shipped ones."_s);
    qint64 seed = qint64(QRandomGenerator::system()->bounded(1'000'000'000));
    if (parser.isSet(u"seed"_s) && !numberOf(parser, u"seed"_s, 0, std::numeric_limits<qint64>::max(), seed))
        return exitUsage;
    std::vector<Scenario> scenarios; // all are read before the first one runs
    for (const QString &word : parser.positionalArguments()) {
        auto scenario = readScenario(fileOf(word));
        if (!scenario) return complain(exitUsage, scenario.error().what);
        scenarios.push_back(*std::move(scenario));
    }
    std::vector<RunResult> results;
    bool broken = false, skipped = false;
    for (size_t i = 0; i < scenarios.size(); ++i) {
        QString keep = parser.value(u"keep"_s);
        if (!keep.isEmpty()) {
            keep += u"/%1"_s.arg(i + 1);
            if (!QDir().mkpath(keep) || !QDir(keep).isEmpty())
                return complain(exitFault, u"The folder %1 cannot be made, or is not empty."_s.arg(keep));
        }
        results.push_back(runOne(scenarios[i], quint64(seed), keep, parser.isSet(u"quiet"_s)));
        tellEnd(results.back());
        broken |=
            results.back().end == RunResult::End::Broken || results.back().end == RunResult::End::Failed;
        skipped |= results.back().end == RunResult::End::Skipped;
    }
    if (const int wrong = writeReports(parser, results); wrong != 0) return wrong;
    return broken ? exitBroken : skipped ? exitSkipped : 0;
}

} // namespace kith::lab
