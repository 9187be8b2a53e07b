#include "app/cli/follow.h"
#include "app/cli/tail.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSocketNotifier>
#include <deque>
#include <limits>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

constexpr qsizetype longestLine = 256 * 1024;
constexpr size_t mostWaiting = 1'000; // commands read ahead; more are read when these are done

/// Lines of stdin as they come.
class Lines {
public:
    explicit Lines(Live &live)
    {
#ifdef Q_OS_UNIX
        m_notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, &live, [this, &live] {
            read();
            live.wake();
        });
#else
        Q_UNUSED(live)
        m_ended = true;
#endif
    }
    bool empty() const { return m_lines.empty(); }
    bool ended() const { return m_ended && m_lines.empty(); }
    /// Empty where a line was too long to be a command.
    QByteArray take()
    {
        QByteArray line = std::move(m_lines.front());
        m_lines.pop_front();
        if (m_notifier && !m_ended) m_notifier->setEnabled(m_lines.size() < mostWaiting);
        return line;
    }

private:
#ifdef Q_OS_UNIX
    void read()
    {
        char buffer[16 * 1024];
        const auto got = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (got <= 0) {
            m_ended = true;
            m_notifier->setEnabled(false);
            if (!m_rest.isEmpty()) m_lines.push_back(std::exchange(m_rest, {}));
            return;
        }
        m_rest.append(buffer, qsizetype(got));
        for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
            m_lines.push_back(m_skipping || end > longestLine ? QByteArray() : m_rest.first(end));
            m_skipping = false;
            m_rest.remove(0, end + 1);
        }
        if (m_rest.size() > longestLine) { // the rest of it is not kept
            m_rest.clear();
            m_skipping = true;
        }
        if (m_lines.size() >= mostWaiting) m_notifier->setEnabled(false);
    }
#endif
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::deque<QByteArray> m_lines;
    QByteArray m_rest;
    bool m_skipping = false, m_ended = false;
};

/// Verbs that take the account for themselves, or stdin, have no place inside a session.
bool fitsSession(const Arguments &args)
{
    switch (args.verb) {
    case Verb::Register:
    case Verb::Login:
    case Verb::Logout:
    case Verb::Accounts:
    case Verb::Password:
    case Verb::Devices:
    case Verb::EndDevice:
    case Verb::Profile:
    case Verb::DeleteAccount:
    case Verb::Report:
    case Verb::Tail:
    case Verb::Session:
        return false;
    default:
        return !args.has(u"token-stdin"_s);
    }
}

Result<QStringList> wordsOf(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    QStringList words;
    for (const auto &word : document.array()) {
        if (!word.isString()) return Error{Errc::BadInput, u"A command is an array of texts."_s};
        words.append(word.toString());
    }
    if (words.isEmpty())
        return Error{Errc::BadInput, u"A command is one line with a JSON array of words, at most 256 KiB."_s};
    return words;
}

Outcome runCommand(Job &session, const std::shared_ptr<Live> &live, const QByteArray &line)
{
    auto words = wordsOf(line);
    if (!words) return {Exit::Usage, words.error().what};
    const Parsed parsed = parseArguments(*words);
    if (const auto *wrong = std::get_if<UsageError>(&parsed)) return {Exit::Usage, wrong->what};
    const auto *args = std::get_if<Arguments>(&parsed);
    if (!args || !fitsSession(*args) || (args->words.contains(u"-"_s) && args->verb == Verb::Send))
        return {Exit::Usage, u"This has no place in a session."_s};
    live->forgetRefusal();
    Job job{*args, session.profile, session.secrets, session.printer, session.interrupt, session.damage,
            live};
    return runVerb(job);
}

} // namespace

Outcome runSession(Job &job)
{
#ifndef Q_OS_UNIX
    return {Exit::Usage, u"A session reads its commands from a POSIX stdin; this system has none."_s};
#endif
    auto opened = openLive(job, false); // what is held now is known; what comes from here on is told
    if (!opened) return failed(opened.error());
    const std::shared_ptr<Live> live = *opened;
    Tail tail(live->reader(), live->account(), job.printer);
    if (auto primed = tail.prime(); !primed) return failed(primed.error());
    Status state = ok();
    Connection told;
    const auto changes =
        QObject::connect(&live->feed(), &Feed::changed, live.get(), [&](const ChangeSet &set) {
            if (state) state = tail.tell(set);
        });
    const auto phases =
        QObject::connect(&live->feed(), &Feed::connectionChanged, live.get(), [&](const Connection &now) {
            if (now.phase != told.phase || now.why != told.why) job.printer.connection(now);
            told = now;
        });
    Lines lines(*live);
    live->goOnline();
    Ended ended = Ended::Met;
    for (qint64 n = 0; state && !job.printer.broken();) {
        ended = live->waitUntil([&] { return !state || !lines.empty() || lines.ended(); },
                                {.ms = std::numeric_limits<int>::max(), .untilAway = false});
        if (ended == Ended::Shut || ended == Ended::Refused) {
            // Signed out, too old or not saved: the commands still get their answers, and say why.
            live->forgetRefusal();
            if (lines.empty() && !lines.ended()) live->waitForNews();
            ended = Ended::Met;
        }
        if (ended != Ended::Met || lines.ended()) break;
        if (lines.empty()) continue;
        const Outcome outcome = runCommand(job, live, lines.take());
        job.printer.done(++n, int(outcome.exit), outcome.what);
    }
    QObject::disconnect(changes);
    QObject::disconnect(phases);
    if (!state) return failed(state.error());
    if (ended == Ended::Met || ended == Ended::Interrupted || job.printer.broken()) return {};
    return outcomeOf(ended, *live, false);
}

} // namespace kith::cli
