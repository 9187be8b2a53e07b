// kith-server check: does the database keep every promise?
#include "server/storage/check.h"

#include "app/server/verbs.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>
#include <sysexits.h>
#include <unistd.h>

namespace kith::app {

using namespace Qt::StringLiterals;

namespace {

void showProgress(int done, int all, const QString &now)
{
    std::fprintf(stderr, "\r\033[K%d/%d %s", done + 1, all, qUtf8Printable(now));
    std::fflush(stderr);
}

QString placesText(const server::CheckFinding &finding)
{
    if (finding.count >= server::CheckReport::mostCounted) return u"%1 places or more"_s.arg(finding.count);
    return finding.count == 1 ? u"1 place"_s : u"%1 places"_s.arg(finding.count);
}

QString inWords(const QString &file, const server::CheckReport &report)
{
    QString text = u"%1: schema %2, epoch %3, commit %4; %5 users, %6 chats, %7 messages\n"_s.arg(file)
                       .arg(report.schema)
                       .arg(QString::fromLatin1(report.epoch.text()))
                       .arg(report.commitNo)
                       .arg(report.users)
                       .arg(report.chats)
                       .arg(report.messages);
    for (const server::CheckFinding &finding : report.findings) {
        text += u"\n%1: %2 (%3)\n"_s.arg(finding.rule, finding.what, placesText(finding));
        for (const QString &example : finding.examples) text += u"    %1\n"_s.arg(example);
        if (finding.count > finding.examples.size() && !finding.examples.isEmpty()) text += u"    …\n"_s;
        text += u"  What to do: %1\n"_s.arg(finding.advice);
    }
    return text +
           (report.holds()
                ? u"All %1 promises hold.\n"_s.arg(report.rules)
                : u"\n%1 of %2 promises do not hold.\n"_s.arg(report.findings.size()).arg(report.rules));
}

QString asJson(const QString &file, const server::CheckReport &report)
{
    QJsonArray findings;
    for (const server::CheckFinding &finding : report.findings)
        findings.append(QJsonObject{{u"rule"_s, finding.rule},
                                    {u"what"_s, finding.what},
                                    {u"advice"_s, finding.advice},
                                    {u"count"_s, finding.count},
                                    {u"capped"_s, finding.count >= server::CheckReport::mostCounted},
                                    {u"examples"_s, QJsonArray::fromStringList(finding.examples)}});
    const QJsonObject all{{u"file"_s, file},
                          {u"schema"_s, report.schema},
                          {u"epoch"_s, QString::fromLatin1(report.epoch.text())},
                          {u"commit"_s, report.commitNo},
                          {u"users"_s, report.users},
                          {u"chats"_s, report.chats},
                          {u"messages"_s, report.messages},
                          {u"rules"_s, report.rules},
                          {u"holds"_s, report.holds()},
                          {u"findings"_s, findings}};
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact)) + u'\n';
}

} // namespace

int checkDatabase(const server::CommandLine &line)
{
    if (auto none = noWords(line); !none) return complain(none.error());
    const auto config = loadConfig(line);
    if (!config) return complain(config.error());
    if (!config->isSet("data"))
        return complain({Errc::BadInput, u"--data DIR is needed: the folder of the database"_s});
    const QString file = QDir(config->text("data")).filePath(u"kith-server.db"_s);
    const bool watched = isatty(STDERR_FILENO) != 0;
    const auto report = server::check(file, watched ? showProgress : server::CheckProgress{});
    if (watched) std::fputs("\r\033[K", stderr);
    if (!report) return complain(report.error());
    print(line.has("json") ? asJson(file, *report) : inWords(file, *report));
    return report->holds() ? EX_OK : EX_DATAERR;
}

} // namespace kith::app
