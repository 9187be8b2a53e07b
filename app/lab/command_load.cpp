#include "app/lab/commands.h"
#include "app/lab/lab_server.h"
#include "app/lab/load.h"
#include "app/lab/report.h"

#include <QCommandLineParser>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace kith::lab {
namespace {

QJsonObject percentiles(const double (&ms)[5])
{
    QJsonObject object;
    for (size_t i = 0; i < 5; ++i) object.insert(QString::fromLatin1(loadPercentiles[i]), ms[i]);
    return object;
}

QByteArray loadJson(const LoadResult &result)
{
    QJsonArray course;
    for (const LoadSecond &one : result.course)
        course.append(QJsonObject{{u"second"_s, one.second},
                                  {u"sent"_s, one.sent},
                                  {u"delivered"_s, one.delivered},
                                  {u"p50_ms"_s, one.p50},
                                  {u"p99_ms"_s, one.p99},
                                  {u"server_cores"_s, one.cpu}});
    return QJsonDocument(QJsonObject{{u"clients"_s, result.plan.clients},
                                     {u"rate"_s, result.plan.rate},
                                     {u"seconds"_s, result.plan.seconds},
                                     {u"took_seconds"_s, result.seconds},
                                     {u"sent"_s, result.sent},
                                     {u"acknowledged"_s, result.acknowledged},
                                     {u"delivered"_s, result.delivered},
                                     {u"refused"_s, result.refused},
                                     {u"dropped_connections"_s, result.dropped},
                                     {u"acknowledged_ms"_s, percentiles(result.ackMs)},
                                     {u"delivered_ms"_s, percentiles(result.deliveryMs)},
                                     {u"server_cpu_seconds"_s, result.cpuSeconds},
                                     {u"course"_s, course}})
        .toJson();
}

QByteArray loadHtml(const LoadResult &result)
{
    const auto row = [](const QString &name, const double(&ms)[5]) {
        QString text = u"<tr><td>%1</td>"_s.arg(name);
        for (const double one : ms) text += u"<td>%1 ms</td>"_s.arg(one, 0, 'f', 2);
        return text + u"</tr>"_s;
    };
    double most = 1;
    for (const LoadSecond &one : result.course) most = std::max(most, one.p99);
    QString p50, p99, cpu;
    const double step = 1000.0 / std::max<double>(1, double(result.course.size()));
    for (size_t i = 0; i < result.course.size(); ++i) {
        const double x = 60 + step * (double(i) + 0.5);
        p50 += u"%1,%2 "_s.arg(x, 0, 'f', 1).arg(210 - 190 * result.course[i].p50 / most, 0, 'f', 1);
        p99 += u"%1,%2 "_s.arg(x, 0, 'f', 1).arg(210 - 190 * result.course[i].p99 / most, 0, 'f', 1);
        cpu += u"%1,%2 "_s.arg(x, 0, 'f', 1).arg(210 - 60 * result.course[i].cpu, 0, 'f', 1);
    }
    QString head;
    for (const char *name : loadPercentiles) head += u"<th>%1</th>"_s.arg(QLatin1StringView(name));
    return u"<!doctype html><html lang='en'><meta charset='utf-8'><title>kith-lab load</title><style>"
           "body{font:15px/1.5 system-ui,sans-serif;max-width:1100px;margin:2em auto;padding:0 "
           "1em;color-scheme:light dark}"
           "td,th{text-align:left;padding:.25em .8em;border-bottom:1px solid #8886}svg{width:100%%}</style>"
           "<h1>%1 clients, %2 messages a second, %3 s</h1><p>%4 sent, %5 acknowledged, %6 delivered, %7 "
           "refused, "
           "%8 connections dropped. The server used %9 s of CPU"_s.arg(result.plan.clients)
               .arg(result.plan.rate)
               .arg(result.plan.seconds)
               .arg(result.sent)
               .arg(result.acknowledged)
               .arg(result.delivered)
               .arg(result.refused)
               .arg(result.dropped)
               .arg(result.cpuSeconds, 0, 'f', 2)
               .replace(u"%%"_s, u"%"_s)
               .append(
                   u" (%1 s for 10,000 messages).</p><table><tr><th></th>%2</tr>"_s
                       .arg(result.delivered > 0 ? result.cpuSeconds / double(result.delivered) * 10'000 : 0,
                            0, 'f', 2)
                       .arg(head))
               .append(row(u"acknowledged"_s, result.ackMs))
               .append(row(u"delivered"_s, result.deliveryMs))
               .append(
                   u"</table><svg viewBox='0 0 1080 240'><g fill='none' stroke-width='2'><polyline "
                   u"stroke='#2f6fde' points='%1'/>"
                   "<polyline stroke='#d08700' points='%2'/><polyline stroke='#1b7f4d' stroke-dasharray='4 "
                   "3' points='%3'/></g>"
                   "<g font-size='12' fill='currentColor'><text x='4' y='24'>%4 ms</text><text x='4' "
                   "y='212'>0</text>"
                   "<text x='60' y='232'>second 1</text><text x='1000' y='232'>%5</text></g></svg>"
                   "<p>Blue: half of the messages were delivered within. Orange: 99 of 100. Green: the "
                   "server's "
                   "cores, 60 units for one. Times count from when a message was due, not from when it could be sent.</p></html>\n"_s
                       .arg(p50, p99, cpu)
                       .arg(most, 0, 'f', 1)
                       .arg(result.course.size()))
               .toUtf8();
}

void tell(const LoadResult &result)
{
    std::printf(
        "\n%lld sent, %lld acknowledged, %lld delivered, %lld refused, %lld connections dropped in %.1f s\n",
        static_cast<long long>(result.sent), static_cast<long long>(result.acknowledged),
        static_cast<long long>(result.delivered), static_cast<long long>(result.refused),
        static_cast<long long>(result.dropped), result.seconds);
    const std::pair<const char *, const double *> rows[] = {{"acknowledged", result.ackMs},
                                                            {"delivered", result.deliveryMs}};
    for (const auto &[name, ms] : rows) {
        std::printf("  %-13s", name);
        for (int i = 0; i < 5; ++i) std::printf("  %s %.2f ms", loadPercentiles[i], ms[i]);
        std::printf("\n");
    }
    std::printf("  server CPU    %.2f s, %.2f cores\n", result.cpuSeconds,
                result.cpuSeconds / std::max(0.001, result.seconds));
}

} // namespace

int runLoad(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"kith-lab load: a bundled server on this machine under a steady load."_s);
    parser.addOptions({
        {u"clients"_s, u"Connections, in pairs who write to each other (100)."_s, u"N"_s, u"100"_s},
        {u"rate"_s, u"Messages a second, all together (200)."_s, u"R"_s, u"200"_s},
        {u"for"_s, u"Seconds (10)."_s, u"T"_s, u"10"_s},
        {u"html"_s, u"Write a self-contained HTML report."_s, u"FILE"_s},
        {u"json"_s, u"Write a JSON report."_s, u"FILE"_s},
    });
    int code = 0;
    if (!parsed(parser, arguments, code)) return code;
    qint64 clients = 0, rate = 0, seconds = 0;
    if (!numberOf(parser, u"clients"_s, 2, 5'000, clients) || !numberOf(parser, u"rate"_s, 1, 50'000, rate) ||
        !numberOf(parser, u"for"_s, 1, 24 * 3600, seconds))
        return exitUsage;
    QTemporaryDir dir(QDir::temp().filePath(u"kith-lab-XXXXXX"_s));
    LabServer server(dir.path());
    if (auto started = server.start(); !started) return complain(exitFault, started.error().what);
    Load load({server.port(), int(clients), double(rate), int(seconds)});
    std::printf("%lld accounts are made …\n", static_cast<long long>(clients));
    std::fflush(stdout);
    if (auto ready = load.prepare(); !ready) return complain(exitFault, ready.error().what);
    const LoadResult result = load.run(
        [&server] { return server.cpuSeconds(); },
        [](const LoadSecond &one) {
            std::printf(
                "%5d s  %8lld sent  %8lld delivered  p50 %7.2f ms  p99 %7.2f ms  server %4.2f cores\n",
                one.second, static_cast<long long>(one.sent), static_cast<long long>(one.delivered), one.p50,
                one.p99, one.cpu);
            std::fflush(stdout);
        });
    tell(result);
    const std::pair<QString, QByteArray (*)(const LoadResult &)> reports[] = {{u"html"_s, loadHtml},
                                                                              {u"json"_s, loadJson}};
    for (const auto &[option, make] : reports)
        if (parser.isSet(option))
            if (auto written = writeFile(parser.value(option), make(result)); !written)
                return complain(exitFault, written.error().what);
    const bool whole = result.delivered == result.sent && result.refused == 0 && result.dropped == 0;
    return whole ? 0 : complain(exitBroken, u"Not every message was delivered."_s);
}

} // namespace kith::lab
