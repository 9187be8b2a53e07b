#include "app/conform/client_run.h"
#include "app/conform/server_run.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace kith::conform;

namespace {

constexpr int usageCode = 64;

int wrong(const QString &what)
{
    std::fprintf(stderr, "kith-conform: %s\n", qPrintable(what));
    return usageCode;
}

/// The passwords of --user, one line each: never in arguments, where everybody on the machine can read them.
bool readPasswords(QList<Account> &accounts)
{
    QTextStream in(stdin);
    for (Account &account : accounts) {
        account.password = in.readLine();
        if (account.password.isEmpty()) return false;
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"kith-conform"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KITH_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Checks a Kith server or client against docs/protocol.md, clause by clause."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption server(u"server"_s, u"Check the server at URL (http://… or https://…)."_s,
                                    u"URL"_s);
    const QCommandLineOption client(u"client"_s,
                                    u"Be a scripted server and check the client that connects."_s);
    const QCommandLineOption run(u"run"_s,
                                 u"With --client: the shell command that starts the client, once for each"
                                 " scenario; {url} is the server, {dir} an empty folder, {do} what to do."_s,
                                 u"COMMAND"_s);
    const QCommandLineOption only(u"only"_s, u"Only this clause, e.g. P-6.24; may be repeated."_s,
                                  u"CLAUSE"_s);
    const QCommandLineOption list(u"list"_s, u"Print every clause and what becomes of it."_s);
    const QCommandLineOption json(u"json"_s, u"Print one JSON object instead of lines."_s);
    const QCommandLineOption patient(u"patient"_s, u"Also the checks that wait for a minute and longer."_s);
    const QCommandLineOption timeout(u"timeout"_s, u"Wait so long for an answer (default 20)."_s,
                                     u"SECONDS"_s, u"20"_s);
    const QCommandLineOption invite(u"invite"_s, u"Code for servers that ask for one."_s, u"CODE"_s);
    const QCommandLineOption user(u"user"_s,
                                  u"Login of an account to use instead of registering; three times. The"
                                  " passwords are read from standard input, one line each."_s,
                                  u"LOGIN"_s);
    parser.addOptions({server, client, run, only, list, json, patient, timeout, invite, user});
    parser.process(application);

    if (parser.isSet(list)) return listClauses();
    if (parser.isSet(server) == parser.isSet(client))
        return wrong(u"say --server URL or --client (--help)"_s);
    bool number = false;
    const int seconds = parser.value(timeout).toInt(&number);
    if (!number || seconds < 1 || seconds > 3600) return wrong(u"--timeout takes 1 to 3600 seconds"_s);
    for (const QString &clause : parser.values(only))
        if (!isClause(clause)) return wrong(u"there is no clause '%1' (--list)"_s.arg(clause));

    if (parser.isSet(client))
        return checkClient({parser.value(run), seconds * 1000, parser.values(only), parser.isSet(json)});
    ServerOptions options;
    options.server = QUrl(parser.value(server));
    const QString scheme = options.server.scheme();
    if ((scheme != u"http"_s && scheme != u"https"_s) || options.server.host().isEmpty())
        return wrong(u"'%1' is no http:// or https:// address"_s.arg(parser.value(server)));
    options.patienceMs = seconds * 1000;
    options.patient = parser.isSet(patient);
    options.invite = parser.value(invite);
    for (const QString &login : parser.values(user))
        options.accounts << Account{{}, {}, login, {}, {}, {}, {}};
    if (!options.accounts.isEmpty() && options.accounts.size() != 3)
        return wrong(u"--user is needed three times"_s);
    if (!readPasswords(options.accounts)) return wrong(u"three passwords are needed on standard input"_s);
    return checkServer(options, parser.values(only), parser.isSet(json));
}
