#include "app/lab/commands.h"

#include "app/lab/ctl.h"

#include <QCommandLineParser>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace kith::lab {

int complain(int code, const QString &sentence)
{
    std::fprintf(stderr, "kith-lab: %s\n", qPrintable(sentence));
    return code;
}

bool parsed(QCommandLineParser &parser, const QStringList &arguments, int &code)
{
    parser.addHelpOption();
    code = 0;
    if (!parser.parse(arguments)) {
        code = complain(exitUsage, parser.errorText());
        return false;
    }
    if (!parser.isSet(u"help"_s)) return true;
    std::fputs(qPrintable(parser.helpText()), stdout);
    return false;
}

bool numberOf(const QCommandLineParser &parser, const QString &option, qint64 least, qint64 most,
              qint64 &value)
{
    bool fits = false;
    value = parser.value(option).toLongLong(&fits);
    if (fits && value >= least && value <= most) return true;
    complain(exitUsage, u"--%1 is a number from %2 to %3, not \"%4\"."_s.arg(option).arg(least).arg(most).arg(
                            parser.value(option)));
    return false;
}

int runCtl(const QStringList &arguments)
{
    // Whatever stands behind the first order is the order's own, dashes included.
    QStringList words = arguments.mid(1);
    QString dir;
    if (words.value(0) == u"--lab") {
        if (words.size() < 2) return complain(exitUsage, u"--lab needs the folder of a lab."_s);
        dir = words[1];
        words = words.mid(2);
    }
    if (words.isEmpty() || words.first() == u"--help" || words.first() == u"help") {
        std::printf("kith-lab ctl [--lab DIR] ORDER…   tells a running lab what to do\n\n%s  quit\n",
                    qPrintable(Orders::help()));
        return words.isEmpty() ? exitUsage : 0;
    }
    const auto answer = tellLab(dir.isEmpty() ? currentLab() : dir, words);
    if (!answer)
        return complain(answer.error().code == Errc::NotFound ? exitFault : exitBroken, answer.error().what);
    if (!answer->isEmpty())
        std::printf("%s%s", answer->toUtf8().constData(), answer->endsWith(u'\n') ? "" : "\n");
    return 0;
}

} // namespace kith::lab
