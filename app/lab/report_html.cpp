#include "app/lab/report.h"

#include <QHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith::lab {
namespace {

constexpr double left = 120, right = 20, laneHeight = 56, width = 1100, axis = 28;
constexpr size_t mostLanes = 40, mostRows = 2'000;

QString escaped(const QString &text) { return text.toHtmlEscaped(); }

const char style[] = R"(
:root{color-scheme:light dark;--ink:#1c2430;--dim:#66717f;--paper:#fff;--line:#d9dee5;--good:#1b7f4d;--bad:#b3261e;
--wait:#d08700;--behind:#7a5cc4;--fault:#b3261e;--heal:#1b7f4d;--up:#e7f3ec;--off:#f7e3e1}
@media(prefers-color-scheme:dark){:root{--ink:#e6eaf0;--dim:#97a3b3;--paper:#14181e;--line:#313843;--good:#5cc98f;
--bad:#ff8a80;--wait:#f0b429;--behind:#b39ddb;--fault:#ff8a80;--heal:#5cc98f;--up:#16301f;--off:#3a1f1d}}
body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:1160px;margin:2em auto;
padding:0 1em}h1{font-size:1.6em}h2{font-size:1.25em;margin-top:2em}table{border-collapse:collapse;width:100%}
td,th{text-align:left;padding:.25em .7em;border-bottom:1px solid var(--line);vertical-align:top}
.good{color:var(--good);font-weight:600}.bad{color:var(--bad);font-weight:600}.dim{color:var(--dim)}
details{margin:.8em 0}summary{cursor:pointer}svg{width:100%;height:auto}svg text{font:12px system-ui,sans-serif;
fill:var(--ink)}svg .dim{fill:var(--dim)}pre{white-space:pre-wrap}td.num{text-align:right;white-space:nowrap}
)";

/// A lane's bars and curves: green while connected, red while not, and above that how much waited.
QString laneCurves(const std::vector<Story::Sample> &samples, const QString &lane, double top,
                   const std::function<double(qint64)> &x, qint64 endMs)
{
    std::vector<Story::Sample> own;
    std::copy_if(samples.begin(), samples.end(), std::back_inserter(own),
                 [&](const Story::Sample &one) { return one.lane == lane; });
    if (own.empty()) return {};
    QString text;
    for (size_t i = 0; i < own.size();) { // one bar for each stretch of the same state
        size_t j = i;
        while (j < own.size() && own[j].online == own[i].online && own[j].running == own[i].running) ++j;
        const double from = x(own[i].ms), to = x(j < own.size() ? own[j].ms : endMs);
        text += u"<rect x='%1' y='%2' width='%3' height='10' fill='var(--%4)'/>"_s.arg(from, 0, 'f', 1)
                    .arg(top + 34)
                    .arg(std::max(0.5, to - from), 0, 'f', 1)
                    .arg(own[i].online ? u"up"_s : u"off"_s);
        i = j;
    }
    const auto curve = [&](const char *colour, auto value) {
        qint64 most = 1;
        for (const auto &one : own) most = std::max<qint64>(most, value(one));
        QString points;
        for (const auto &one : own)
            points += u"%1,%2 "_s.arg(x(one.ms), 0, 'f', 1)
                          .arg(top + 32 - 24.0 * double(value(one)) / double(most), 0, 'f', 1);
        const bool flat =
            std::all_of(own.begin(), own.end(), [&](const auto &one) { return value(one) == 0; });
        if (flat) return;
        text += u"<polyline points='%1' fill='none' stroke='var(--%2)' stroke-width='1.5'/>"
                "<text class='dim' x='%3' y='%4' text-anchor='end' style='fill:var(--%2)'>max %5</text>"_s
                    .arg(points, QString::fromLatin1(colour))
                    .arg(left - 8)
                    .arg(top + (qstrcmp(colour, "wait") == 0 ? 32 : 46))
                    .arg(most);
    };
    curve("wait", [](const Story::Sample &one) { return qint64(one.waiting); });
    curve("behind", [](const Story::Sample &one) { return one.behind; });
    return text;
}

QString laneMarks(const std::vector<Story::Event> &events, const QString &lane, double top,
                  const std::function<double(qint64)> &x)
{
    QString text;
    int shown = 0;
    for (const Story::Event &event : events) {
        if (event.lane != lane || event.kind == Story::Kind::Note || ++shown > 3'000) continue;
        const QString title =
            u"<title>%1 s: %2</title>"_s.arg(double(event.ms) / 1000, 0, 'f', 2).arg(escaped(event.text));
        const double at = x(event.ms);
        if (event.kind == Story::Kind::Step) {
            text += u"<circle cx='%1' cy='%2' r='2.2' fill='var(--dim)'>%3</circle>"_s.arg(at, 0, 'f', 1)
                        .arg(top + 39)
                        .arg(title);
            continue;
        }
        const QString colour = event.kind == Story::Kind::Heal ? u"heal"_s : u"fault"_s;
        text +=
            u"<path d='M%1 %2 v38' stroke='var(--%3)' stroke-width='1.5'%4>%5</path>"_s.arg(at, 0, 'f', 1)
                .arg(top + 8)
                .arg(colour, event.kind == Story::Kind::Trouble ? u" stroke-dasharray='3 2'"_s : QString(),
                     title);
    }
    return text;
}

QString verdictTable(const RunResult &result)
{
    QString text = u"<table><tr><th>Promise</th><th>Verdict</th></tr>"_s;
    for (const Verdict::Rule &rule : result.verdict.rules) {
        text += u"<tr><td>%1</td><td>"_s.arg(escaped(rule.name));
        if (rule.faults.isEmpty()) text += u"<span class='good'>holds</span>"_s;
        for (const QString &fault : rule.faults) text += u"<div class='bad'>%1</div>"_s.arg(escaped(fault));
        text += u"</td></tr>"_s;
    }
    return text + u"</table>"_s;
}

QString eventTable(const RunResult &result)
{
    static const char *const kinds[] = {"step", "fault", "heal", "", "trouble"};
    QString text = u"<details><summary>What was done, %1 lines</summary><table>"_s.arg(result.events.size());
    for (size_t i = 0; i < std::min(result.events.size(), mostRows); ++i) {
        const Story::Event &event = result.events[i];
        text += u"<tr><td class='num dim'>%1 s</td><td>%2</td><td class='dim'>%3</td><td>%4</td></tr>"_s
                    .arg(double(event.ms) / 1000, 0, 'f', 2)
                    .arg(escaped(event.lane), QLatin1StringView(kinds[int(event.kind)]), escaped(event.text));
    }
    return text + u"</table></details>"_s;
}

} // namespace

QString timelinePicture(const std::vector<Story::Event> &events, const std::vector<Story::Sample> &samples,
                        const QStringList &lanes, qint64 endMs)
{
    const qint64 end = std::max<qint64>(endMs, 1);
    const auto x = [end](qint64 ms) {
        return left + (width - left - right) * double(std::min(ms, end)) / double(end);
    };
    const auto count = std::min<size_t>(size_t(lanes.size()), mostLanes);
    const double height = axis + laneHeight * double(count) + 8;
    QString svg =
        u"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %1 %2' role='img' aria-label='Timeline'>"_s
            .arg(width)
            .arg(height);
    for (int i = 0; i <= 10; ++i) {
        const double at = left + (width - left - right) * i / 10;
        svg +=
            u"<path d='M%1 %2 V%3' stroke='var(--line)'/><text class='dim' x='%1' y='16' text-anchor='middle'>%4 s</text>"_s
                .arg(at, 0, 'f', 1)
                .arg(axis - 6)
                .arg(height)
                .arg(double(end) * i / 10'000, 0, 'f', 1);
    }
    for (size_t i = 0; i < count; ++i) {
        const QString &lane = lanes[qsizetype(i)];
        const double top = axis + laneHeight * double(i);
        svg += u"<path d='M0 %1 H%2' stroke='var(--line)'/><text x='4' y='%3'>%4</text>"_s.arg(top)
                   .arg(width)
                   .arg(top + 18)
                   .arg(escaped(lane.left(16)));
        svg += laneCurves(samples, lane, top, x, end) + laneMarks(events, lane, top, x);
    }
    return svg + u"</svg>"_s;
}

QByteArray htmlReport(const std::vector<RunResult> &results)
{
    const auto held = std::count_if(results.begin(), results.end(),
                                    [](const RunResult &one) { return one.end == RunResult::End::Holds; });
    QString html =
        u"<!doctype html><html lang='en'><meta charset='utf-8'><meta name='viewport' "
        u"content='width=device-width'>"
        "<title>kith-lab</title><style>%1</style><h1>kith-lab: %2 of %3 scenarios hold</h1>"
        "<table><tr><th>Scenario</th><th>Verdict</th><th>Seed</th><th>Messages</th><th>Time</th></tr>"_s
            .arg(QString::fromLatin1(style))
            .arg(held)
            .arg(results.size());
    for (size_t i = 0; i < results.size(); ++i) {
        const RunResult &one = results[i];
        html +=
            u"<tr><td><a href='#s%1'>%2</a></td><td class='%3'>%4</td><td>%5</td><td>%6 saved, %7 stored</td><td>%8 s</td></tr>"_s
                .arg(i)
                .arg(escaped(one.scenario.name),
                     one.end == RunResult::End::Holds     ? u"good"_s
                     : one.end == RunResult::End::Skipped ? u"dim"_s
                                                          : u"bad"_s,
                     endText(one.end))
                .arg(one.seed)
                .arg(one.verdict.entered)
                .arg(one.verdict.stored)
                .arg(double(one.ms) / 1000, 0, 'f', 1);
    }
    html += u"</table>"_s;
    for (size_t i = 0; i < results.size(); ++i) {
        const RunResult &one = results[i];
        QStringList lanes{u"server"_s};
        for (const Lab::Member &member : one.scenario.members) lanes.append(member.name);
        html += u"<h2 id='s%1'>%2</h2><p>%3</p>"_s.arg(i).arg(escaped(one.scenario.name),
                                                              escaped(one.scenario.about));
        if (!one.why.isEmpty()) html += u"<pre class='bad'>%1</pre>"_s.arg(escaped(one.why));
        html +=
            verdictTable(one) + timelinePicture(one.events, one.samples, lanes, one.ms) +
            u"<p class='dim'>Band: connected or not. Orange: changes in the outbox. Violet: changes not "
            u"fetched yet. "
            "Dots: what people did. Red lines: faults, dashed where nobody asked for them; green: healed.</p>"_s +
            eventTable(one);
        if (!one.beliefs.empty())
            html +=
                u"<details><summary>What each client believed at the end</summary><pre>%1</pre></details>"_s
                    .arg(escaped(beliefTable(one.beliefs, 0)));
    }
    return html.toUtf8() + "</html>\n";
}

} // namespace kith::lab
