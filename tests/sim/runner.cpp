#include "tests/sim/runner.h"

#include "tests/sim/shrink.h"
#include "tests/sim/world.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QProcess>
#include <cstdio>

namespace kith::sim {

using namespace Qt::StringLiterals;

namespace {

void say(const QString &text) { std::printf("%s\n", qUtf8Printable(text)); }

void printFaults(const History &history, const QStringList &faults)
{
    constexpr qsizetype most = 12;
    for (const QString &one : faults.first(std::min(most, faults.size()))) say(u"  "_s + one);
    if (faults.size() > most) say(u"  … and %1 more"_s.arg(faults.size() - most));
    say(u"  plan: "_s + Plan(history).text());
    say(u"  replay: "_s + replayOf(history));
}

void failed(const Options &options, const History &history, const QStringList &faults)
{
    say(u"FAILED seed %1"_s.arg(history.seed));
    printFaults(history, faults);
    if (options.shrink) {
        const Shrunk small = shrink(history, faults);
        say(u"SHRUNK after %1 runs, %2 deeds left"_s.arg(small.runs).arg(Plan(small.history).deeds.size()));
        printFaults(small.history, small.faults);
    }
    std::fflush(stdout);
}

/// One chunk of seeds under way in a process of its own.
struct Worker {
    QProcess process;
    History next; // to go on from, when it breaks
    quint64 at = 0, end = 0;
    QByteArray output;
};

class Team {
public:
    explicit Team(const Options &options)
        : m_options(options)
        , m_deadline(options.hours > 0 ? QDeadlineTimer(qint64(options.hours * 3'600'000))
                                       : QDeadlineTimer(QDeadlineTimer::Forever))
        , m_seed(options.history.seed)
        , m_left(options.count > 0 || options.hours <= 0 ? options.count : std::numeric_limits<qint64>::max())
        , m_fresh(options.fresh)
    {
        for (const QString &arg : options.args) m_args << arg;
    }

    Tally run()
    {
        for (int i = 0; i < m_options.jobs; ++i) start();
        if (!m_workers.empty()) m_loop.exec();
        return m_tally;
    }

private:
    static constexpr qint64 chunk = 25;

    void start()
    {
        if (m_stop || m_deadline.hasExpired()) return;
        if (m_left > 0) {
            const qint64 count = std::min(chunk, m_left);
            m_left -= count;
            start(m_seed, m_seed + quint64(count));
            m_seed += quint64(count);
        } else if (m_fresh > 0) {
            const qint64 count = std::min(chunk, m_fresh);
            m_fresh -= count;
            const quint64 seed = m_random.below(quint64(1) << 40);
            say(u"fresh seeds %1 to %2"_s.arg(seed).arg(seed + quint64(count) - 1));
            start(seed, seed + quint64(count));
        }
    }

    void start(quint64 first, quint64 end)
    {
        auto worker = std::make_unique<Worker>();
        Worker *w = worker.get();
        w->at = first;
        w->end = end;
        History history = m_options.history;
        history.seed = first;
        QStringList args = replayOf(history).remove(u'\'').split(u' ').mid(1);
        args << u"--worker"_s << u"--count"_s << QString::number(end - first);
        if (m_options.shrink) args << u"--shrink"_s;
        if (m_options.untilFailure) args << u"--until-failure"_s;
        if (m_options.log) args << u"--log"_s;
        w->process.setProcessChannelMode(m_options.log ? QProcess::ForwardedErrorChannel
                                                       : QProcess::SeparateChannels);
        QObject::connect(&w->process, &QProcess::readyReadStandardOutput, [this, w] { read(*w); });
        QObject::connect(&w->process, &QProcess::finished,
                         [this, w](int code, QProcess::ExitStatus how) { ended(*w, code, how); });
        QObject::connect(&w->process, &QProcess::errorOccurred, [this, w](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart) ended(*w, -1, QProcess::CrashExit);
        });
        w->process.start(QCoreApplication::applicationFilePath(), args);
        m_workers.push_back(std::move(worker));
    }

    void read(Worker &w)
    {
        w.output += w.process.readAllStandardOutput();
        for (qsizetype end; (end = w.output.indexOf('\n')) >= 0; w.output.remove(0, end + 1)) {
            const QByteArray line = w.output.first(end);
            if (line.startsWith("#at "))
                w.at = line.mid(4).toULongLong();
            else if (line.startsWith("#sum "))
                add(line.mid(5).split(' '));
            else
                say(QString::fromUtf8(line));
        }
        std::fflush(stdout);
    }

    void add(const QList<QByteArray> &numbers)
    {
        qint64 *const into[] = {&m_tally.histories, &m_tally.steps, &m_tally.messages, &m_tally.crashes,
                                &m_tally.failures};
        for (qsizetype i = 0; i < std::min<qsizetype>(5, numbers.size()); ++i)
            *into[i] += numbers[i].toLongLong();
        if (m_options.untilFailure && m_tally.failures > 0) stop();
    }

    void stop()
    {
        m_stop = true;
        for (const auto &worker : m_workers) worker->process.kill();
    }

    void ended(Worker &w, int code, QProcess::ExitStatus how)
    {
        read(w);
        const bool broke = how == QProcess::CrashExit || code > 1;
        if (broke && !m_stop) {
            ++m_tally.broken;
            History history = m_options.history;
            history.seed = w.at;
            say(u"BROKEN seed %1: the worker ended by itself (%2)"_s.arg(w.at).arg(
                how == QProcess::CrashExit ? w.process.errorString() : u"exit code %1"_s.arg(code)));
            const QByteArray words = w.process.readAllStandardError();
            if (!words.isEmpty())
                say(QString::fromUtf8(words.last(std::min<qsizetype>(words.size(), 4'000))));
            say(u"  replay: "_s + replayOf(history) + u" --log"_s);
            if (m_options.untilFailure) stop();
            if (!m_stop && w.at + 1 < w.end) start(w.at + 1, w.end);
        }
        const auto mine = std::find_if(m_workers.begin(), m_workers.end(),
                                       [&](const auto &one) { return one.get() == &w; });
        std::shared_ptr<Worker> gone(mine->release());
        m_workers.erase(mine);
        QMetaObject::invokeMethod(
            &m_loop, [gone] {}, Qt::QueuedConnection); // not from inside its own signal
        if (m_workers.size() < size_t(m_options.jobs)) start();
        if (m_workers.empty()) m_loop.quit();
    }

    const Options &m_options;
    QEventLoop m_loop;
    QDeadlineTimer m_deadline;
    SystemRandom m_random;
    QStringList m_args;
    quint64 m_seed;
    qint64 m_left, m_fresh;
    std::vector<std::unique_ptr<Worker>> m_workers;
    Tally m_tally;
    bool m_stop = false;
};

} // namespace

Tally runHere(const Options &options)
{
    Tally tally;
    const QDeadlineTimer deadline = options.hours > 0 ? QDeadlineTimer(qint64(options.hours * 3'600'000))
                                                      : QDeadlineTimer(QDeadlineTimer::Forever);
    SystemRandom random;
    History history = options.history;
    qint64 left =
        options.count > 0 || options.hours <= 0 ? options.count : std::numeric_limits<qint64>::max();
    for (qint64 fresh = options.fresh; (left > 0 || fresh > 0) && !deadline.hasExpired(); ++history.seed) {
        if (left > 0) {
            --left;
        } else {
            --fresh;
            history.seed = random.below(quint64(1) << 40);
        }
        if (options.worker) say(u"#at %1"_s.arg(history.seed)), std::fflush(stdout);
        QStringList faults;
        {
            World world(history);
            faults = world.run();
            ++tally.histories;
            tally.steps += world.steps();
            tally.messages += world.messages();
            tally.crashes += world.crashes();
        }
        if (faults.isEmpty()) continue;
        ++tally.failures;
        failed(options, history, faults);
        if (options.untilFailure) break;
    }
    if (options.worker)
        say(u"#sum %1 %2 %3 %4 %5"_s.arg(tally.histories)
                .arg(tally.steps)
                .arg(tally.messages)
                .arg(tally.crashes)
                .arg(tally.failures));
    return tally;
}

Tally runInWorkers(const Options &options) { return Team(options).run(); }

void printPlan(const History &history)
{
    const Plan plan(history);
    say(plan.text());
    int number = 0;
    std::vector<int> numbers;
    for (; numbers.size() < plan.deeds.size(); ++number)
        if (!history.withoutDeeds.contains(number)) numbers.push_back(number);
    for (size_t i = 0; i < plan.deeds.size(); ++i) {
        const Planned &one = plan.deeds[i];
        say(u"%1  %2 s  device %3  %4"_s.arg(numbers[i], 5)
                .arg(double(one.atMs) / 1000.0, 8, 'f', 3)
                .arg(one.device)
                .arg(QString::fromLatin1(nameOf(one.deed))));
    }
}

} // namespace kith::sim
