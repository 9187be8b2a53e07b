#include "tests/sim/options.h"

#include "core/base/ids.h"

#include <QCommandLineParser>
#include <QThread>

namespace kith::sim {

using namespace Qt::StringLiterals;

namespace {

/// "3,5-8" → 3 5 6 7 8
bool readNumbers(const QString &text, std::set<int> &into)
{
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const auto dash = part.indexOf(u'-');
        bool first = false, last = false;
        const int lo = part.left(dash < 0 ? part.size() : dash).toInt(&first);
        const int hi = dash < 0 ? lo : part.mid(dash + 1).toInt(&last);
        if (!first || (dash >= 0 && !last) || lo < 0 || hi < lo || hi > 100'000) return false;
        for (int n = lo; n <= hi; ++n) into.insert(n);
    }
    return true;
}

QString writeNumbers(const std::set<int> &numbers)
{
    QStringList parts;
    for (auto it = numbers.begin(); it != numbers.end();) {
        const int lo = *it;
        int hi = lo;
        while (++it != numbers.end() && *it == hi + 1) ++hi;
        parts << (lo == hi ? QString::number(lo) : u"%1-%2"_s.arg(lo).arg(hi));
    }
    return parts.join(u',');
}

std::optional<Mishap> mishapNamed(const QString &name)
{
    for (size_t i = 0; i < mishapNames.size(); ++i)
        if (name == QLatin1StringView(mishapNames[i])) return Mishap(i);
    return std::nullopt;
}

QString allMishaps()
{
    QStringList names;
    for (const char *name : mishapNames) names << QString::fromLatin1(name);
    return names.join(u", "_s);
}

/// "cut:3,7-9;slow:0" → (cut, 3) …
QString readMishaps(const QString &text, std::set<std::pair<Mishap, int>> &into)
{
    for (const QString &part : text.split(u';', Qt::SkipEmptyParts)) {
        const auto colon = part.indexOf(u':');
        const auto mishap = mishapNamed(part.left(std::max<qsizetype>(colon, 0)));
        std::set<int> numbers;
        if (!mishap || !readNumbers(part.mid(colon + 1), numbers))
            return u"--without-mishaps: “%1” is not KIND:NUMBERS; the kinds are %2"_s.arg(part, allMishaps());
        for (const int n : numbers) into.emplace(*mishap, n);
    }
    return {};
}

struct Reader {
    QCommandLineParser parser;
    QString why;

    bool given(const char *name) const { return parser.isSet(QString::fromLatin1(name)); }
    QString value(const char *name) const { return parser.value(QString::fromLatin1(name)); }
    template <class N> void number(const char *name, N &into, double least, double most)
    {
        if (!given(name) || !why.isEmpty()) return;
        bool ok = false;
        double n = value(name).toDouble(&ok);
        if constexpr (std::is_integral_v<N>) {
            into = N(value(name).toULongLong(&ok));
            n = double(into);
        } else {
            into = N(n);
        }
        if (!ok || n < least || n > most)
            why = u"--%1 wants a number from %2 to %3, not “%4”"_s.arg(QLatin1StringView(name))
                      .arg(least)
                      .arg(most, 0, 'f', 0)
                      .arg(value(name));
    }
};

void declare(QCommandLineParser &parser)
{
    const auto option = [&](const QStringList &names, const QString &what, const QString &value = {}) {
        parser.addOption(QCommandLineOption(names, what, value));
    };
    parser.setApplicationDescription(
        u"Simulates whole histories: real clients and the real server over a simulated network, disks, "
        u"clocks\n"
        "and people. The seed decides everything. See docs/simulation.md.\n\n"
        "Exit codes: 0 every invariant held, 1 one did not, 2 bad arguments, 3 a worker ended by itself."_s);
    parser.addHelpOption();
    option({u"seed"_s}, u"The first history's seed (default: a fresh one, which is printed)."_s, u"S"_s);
    option({u"count"_s}, u"Histories with seeds S, S+1, … (default 1)."_s, u"N"_s);
    option({u"fresh"_s}, u"And N histories with seeds that nobody chose."_s, u"N"_s);
    option({u"hours"_s}, u"As many histories as fit into this time."_s, u"H"_s);
    option({u"jobs"_s}, u"Worker processes (default 1)."_s, u"J"_s);
    option({u"steps"_s}, u"Stop a history after this many steps (scheduler events)."_s, u"N"_s);
    option({u"until-failure"_s}, u"Stop at the first failure."_s);
    option({u"shrink"_s}, u"Look for a smaller history that fails in the same way, and print it."_s);
    option({u"trace"_s}, u"Tell what happened to one message, or “all”."_s, u"MID|all"_s);
    option({u"twin"_s}, u"Break this rule of the product (only in builds made for it)."_s, u"NAME"_s);
    option({u"devices"_s}, u"At most this many devices."_s, u"N"_s);
    option({u"without-deeds"_s}, u"Leave out these numbers of the plan, as in 3,7-9."_s, u"NUMBERS"_s);
    option({u"without-mishaps"_s}, u"Leave out single mishaps, as in cut:0,3-5;slow:2."_s,
           u"KIND:NUMBERS;…"_s);
    option({u"without"_s}, u"Kinds of mishaps that never happen, as in cut,slow."_s, u"KINDS"_s);
    option({u"list"_s}, u"Print the plan of the history and simulate nothing."_s);
    option({u"log"_s}, u"Show the programs' own log."_s);
    QCommandLineOption worker(u"worker"_s);
    worker.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(worker);
}

} // namespace

std::variant<Options, BadOptions, HelpWanted> readOptions(const QStringList &args)
{
    Reader in;
    declare(in.parser);
    if (!in.parser.parse(args)) return BadOptions{in.parser.errorText()};
    if (in.given("help")) return HelpWanted{in.parser.helpText()};
    if (!in.parser.positionalArguments().isEmpty())
        return BadOptions{u"“%1” is no option"_s.arg(in.parser.positionalArguments().first())};
    Options options;
    History &h = options.history;
    h.seed = SystemRandom().below(quint64(1) << 40);
    in.number("seed", h.seed, 0, 9e15);
    in.number("count", options.count, 0, 1e9);
    in.number("fresh", options.fresh, 0, 1e9);
    in.number("hours", options.hours, 0.0001, 10'000);
    in.number("jobs", options.jobs, 1, 256);
    in.number("steps", h.steps, 1, 1e12);
    in.number("devices", h.devices, 1, 6);
    options.untilFailure = in.given("until-failure");
    options.shrink = in.given("shrink");
    options.worker = in.given("worker");
    options.list = in.given("list");
    options.log = in.given("log");
    h.trace = in.value("trace").toLatin1();
    h.twin = in.value("twin");
    if (!in.why.isEmpty()) return BadOptions{in.why};
    if (!h.trace.isEmpty() && h.trace != "all" && !Mid::fromText(h.trace))
        return BadOptions{
            u"--trace wants a message's id (22 characters) or “all”, not “%1”"_s.arg(in.value("trace"))};
    if (!h.trace.isEmpty() &&
        (options.count != 1 || options.fresh > 0 || options.hours > 0 || options.shrink))
        return BadOptions{
            u"--trace tells of one history: give it a --seed and neither --count, --fresh, --hours nor --shrink"_s};
    if (!h.trace.isEmpty() && !in.given("seed"))
        return BadOptions{u"--trace needs the --seed of the history"_s};
    if (!readNumbers(in.value("without-deeds"), h.withoutDeeds))
        return BadOptions{
            u"--without-deeds wants numbers as in 3,7-9, not “%1”"_s.arg(in.value("without-deeds"))};
    if (const QString why = readMishaps(in.value("without-mishaps"), h.withoutMishaps); !why.isEmpty())
        return BadOptions{why};
    for (const QString &name : in.value("without").split(u',', Qt::SkipEmptyParts)) {
        const auto mishap = mishapNamed(name);
        if (!mishap)
            return BadOptions{u"--without: no mishap is called “%1”; there are %2"_s.arg(name, allMishaps())};
        h.without.insert(*mishap);
    }
    if (options.hours > 0 && !in.given("count")) options.count = 0;
    if (options.fresh > 0 && !in.given("count") && !in.given("seed")) options.count = 0;
    options.args = args.mid(1);
    return options;
}

QString replayOf(const History &history)
{
    QString line = u"kith-sim --seed %1"_s.arg(history.seed);
    if (!history.twin.isEmpty()) line += u" --twin "_s + history.twin;
    if (history.devices > 0) line += u" --devices %1"_s.arg(history.devices);
    if (history.steps > 0) line += u" --steps %1"_s.arg(history.steps);
    if (!history.withoutDeeds.empty()) line += u" --without-deeds "_s + writeNumbers(history.withoutDeeds);
    if (!history.without.empty()) {
        QStringList names;
        for (const Mishap mishap : history.without) names << QString::fromLatin1(mishapNames[size_t(mishap)]);
        line += u" --without "_s + names.join(u',');
    }
    if (!history.withoutMishaps.empty()) {
        std::map<Mishap, std::set<int>> byKind;
        for (const auto &[mishap, number] : history.withoutMishaps) byKind[mishap].insert(number);
        QStringList parts;
        for (const auto &[mishap, numbers] : byKind)
            parts << QString::fromLatin1(mishapNames[size_t(mishap)]) + u':' + writeNumbers(numbers);
        line += u" --without-mishaps '"_s + parts.join(u';') + u'\'';
    }
    return line;
}

} // namespace kith::sim
