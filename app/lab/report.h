#pragma once
#include "app/lab/scenario.h"

namespace kith::lab {

/// JUnit's XML: one test suite a scenario, one test case a rule of the verdict.
QByteArray junitReport(const std::vector<RunResult> &results);
/// One HTML file that needs nothing else: verdicts, a picture of each story over time, what was done.
QByteArray htmlReport(const std::vector<RunResult> &results);
QByteArray jsonReport(const std::vector<RunResult> &results);
/// The picture alone, as an SVG element: a lane for each client and the server, what each believed and what
/// was done to it.
QString timelinePicture(const std::vector<Story::Event> &events, const std::vector<Story::Sample> &samples,
                        const QStringList &lanes, qint64 endMs);

/// Writes all of it; Io names the file.
Status writeFile(const QString &file, const QByteArray &content);

} // namespace kith::lab
