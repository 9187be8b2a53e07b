#include "app/server/verbs.h"
#ifdef Q_OS_LINUX
#include "server/realtime/epoll_dispatcher.h"
#endif

#include <QCoreApplication>
#include <sys/stat.h>
#include <sysexits.h>

using namespace kith;
using namespace kith::app;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    umask(077); // whatever is made is the owner's alone
#ifdef Q_OS_LINUX
    QCoreApplication::setEventDispatcher(server::makeSocketDispatcher().release());
#endif
    const QCoreApplication application(argc, argv);
    QStringList arguments = application.arguments().mid(1);
    const ServerVerb *verb = serverVerb(u"run");
    if (!arguments.isEmpty() && !arguments.first().startsWith(u'-')) {
        const QString name = arguments.takeFirst();
        verb = serverVerb(name);
        if (!verb) {
            QStringList known;
            for (const ServerVerb &one : serverVerbs()) known.append(QLatin1StringView(one.name));
            return complain(
                {Errc::BadInput, u"there is no verb \"%1\"; there are: %2"_s.arg(name, known.join(u", "_s))});
        }
    }
    const auto line = server::readCommandLine(arguments, verb->options);
    if (!line) return complain(line.error());
    if (line->version) return print(u"kith-server " KITH_VERSION "\n"_s), EX_OK;
    if (line->help) {
        // Before a verb --help means the program, after one the verb.
        const bool named = verb != serverVerb(u"run") || application.arguments().value(1) == u"run";
        return print(named ? helpOf(*verb) : helpOfAll()), EX_OK;
    }
    return verb->run(*line);
}
