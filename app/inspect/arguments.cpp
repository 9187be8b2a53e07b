#include "app/inspect/arguments.h"

#include "inspect/desk.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

struct Extra {
    const char *name, *words, *says;
};
constexpr Extra extras[] = {
    {"diff", "OTHER", "what two mirrors, or a mirror and its server's database, differ in"},
    {"salvage", "OUT", "reads what can be read of a damaged mirror into a fresh file"},
    {"bundle", "OUT", "makes a support bundle without content; shows what would leave first"},
    {"replay", "", "opens a bundle in kith, in a profile that is thrown away"},
};

QString help()
{
    QString text =
        u"Usage: kith-inspect VERB FILE [WHAT] [options]\n       kith-inspect [--gui] FILE\n\n"
        "Looks into a mirror (kith.db), a server's database (kith-server.db) or a support bundle: only"
        " reads it,\nand shows nothing of what people wrote. FILE may be in use.\n\nVerbs:\n"_s;
    const auto line = [&](const char *name, const char *words, const char *says) {
        text += u"  %1 %2\n"_s.arg(QString::fromLatin1(name) + u" FILE "_s + QString::fromLatin1(words), -24)
                    .arg(QString::fromUtf8(says));
    };
    for (const Verb &verb : verbs()) line(verb.name, verb.words, verb.says);
    for (const Extra &extra : extras) line(extra.name, extra.words, extra.says);
    return text + uR"(
Options:
  --json              one JSON object for scripts
  --limit N           rows of a table (default 200, at most 100000)
  --case NAME         whose pseudonyms are used: equal within a case (default "default")
  --before SEQ        timeline: messages older than this place
  --time-limit S      query: seconds (default 10)
  --log FILE          bundle: take the lines of a log along, without content; may be repeated
  --yes               bundle: write it without asking
  --reveal            show content; needs --reason, and is noted in FILE.reveals
  --reason TEXT       why content has to be seen
  --gui               the window
  --help, --version

Exit codes: 0 all is well, 1 something is wrong with the file (said in the report), 64 wrong command line,
65 not a file that can be read, 66 not there, 74 disk or no room, 75 in use or too slow: try again.
)"_s;
}

bool isKnown(const QString &verb)
{
    if (verbNamed(verb)) return true;
    for (const Extra &extra : extras)
        if (verb == QLatin1StringView(extra.name)) return true;
    return false;
}

/// How many words a verb takes after its file: at least, at most.
std::pair<int, int> wordsOf(const QString &verb)
{
    if (const Verb *known = verbNamed(verb)) {
        const QByteArrayView words(known->words);
        return words.isEmpty() ? std::pair(0, 0) : words.startsWith('[') ? std::pair(0, 1) : std::pair(1, 1);
    }
    return verb == u"replay" ? std::pair(0, 0) : std::pair(1, 1);
}

Told wrong(const QString &what) { return {what + u" See kith-inspect --help."_s, true}; }

} // namespace

std::variant<Arguments, Told> parse(const QStringList &given)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    for (const char *flag : {"json", "reveal", "yes", "gui", "help", "version"})
        parser.addOption(QCommandLineOption(QString::fromLatin1(flag)));
    for (const char *option : {"limit", "case", "before", "time-limit", "log", "reason"})
        parser.addOption({QString::fromLatin1(option), QString(), u"VALUE"_s});
    if (!parser.parse(QStringList{u"kith-inspect"_s} + given)) return wrong(parser.errorText() + u'.');
    if (parser.isSet(u"help"_s)) return Told{help(), false};
    if (parser.isSet(u"version"_s)) return Told{u"kith-inspect " KITH_VERSION "\n"_s, false};
    Arguments a;
    a.json = parser.isSet(u"json"_s);
    a.reveal = parser.isSet(u"reveal"_s);
    a.yes = parser.isSet(u"yes"_s);
    a.gui = parser.isSet(u"gui"_s);
    a.logs = parser.values(u"log"_s);
    a.reason = parser.value(u"reason"_s);
    if (parser.isSet(u"case"_s)) a.caseName = parser.value(u"case"_s);
    const auto number = [&](const QString &name, qint64 least, qint64 most, qint64 &into) {
        if (!parser.isSet(name)) return true;
        bool good = false;
        into = parser.value(name).toLongLong(&good);
        return good && into >= least && into <= most;
    };
    qint64 limit = a.limit, seconds = a.timeLimitMs / 1'000;
    if (!number(u"limit"_s, 1, Question::mostRows, limit)) return wrong(u"--limit takes 1 to 100000."_s);
    if (!number(u"before"_s, 1, std::numeric_limits<qint64>::max(), a.beforeSeq))
        return wrong(u"--before takes the place of a message."_s);
    if (!number(u"time-limit"_s, 1, 3'600, seconds)) return wrong(u"--time-limit takes 1 to 3600 seconds."_s);
    a.limit = int(limit);
    a.timeLimitMs = seconds * 1'000;
    if (a.reveal && a.reason.isEmpty()) return wrong(u"--reveal needs --reason."_s);

    QStringList words = parser.positionalArguments();
    if (a.gui || (words.size() == 1 && !isKnown(words[0]))) {
        if (words.size() != 1) return wrong(u"the window opens one file."_s);
        a.gui = true;
        a.files = words;
        return a;
    }
    if (words.isEmpty()) return wrong(u"a verb and a file are needed."_s);
    a.verb = words.takeFirst();
    if (!isKnown(a.verb)) return wrong(u"there is no verb \"%1\"."_s.arg(a.verb));
    if (words.isEmpty()) return wrong(u"\"%1\" needs a file."_s.arg(a.verb));
    a.files = {words.takeFirst()};
    const auto [least, most] = wordsOf(a.verb);
    if (words.size() < least || words.size() > most)
        return wrong(u"\"%1\" takes %2 after its file."_s.arg(a.verb, most == 0    ? u"nothing"_s
                                                                      : least == 0 ? u"at most one word"_s
                                                                                   : u"one word"_s));
    a.words = words.value(0);
    return a;
}

} // namespace kith::inspect
