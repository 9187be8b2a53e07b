#pragma once
#include "core/base/result.h"
#include "server/config/config.h"

#include <QStringList>
#include <span>

namespace kith::app {

/// One verb of kith-server. Without a verb it runs the server.
struct ServerVerb {
    const char *name;
    const char *words;   // after the name, for the usage line
    const char *summary; // one line
    const char *help;    // what else there is to know
    std::span<const server::OwnOption> options;
    /// `line` holds the words after the verb. Gives the exit code.
    int (*run)(const server::CommandLine &line);
};
std::span<const ServerVerb> serverVerbs();
const ServerVerb *serverVerb(QStringView name);
QString helpOf(const ServerVerb &verb);
QString helpOfAll();

// the verbs
int runServer(const server::CommandLine &line);
int showConfig(const server::CommandLine &line);
int checkDatabase(const server::CommandLine &line);
int runAdmin(const server::CommandLine &line);
int runRestore(const server::CommandLine &line);
int showHelp(const server::CommandLine &line);

/// Settings from the command line, this process's environment and the configuration file.
Result<server::Config> loadConfig(const server::CommandLine &line);
/// Prints the error and gives the exit code that belongs to it.
int complain(const Error &error);
/// For verbs that take no words.
Status noWords(const server::CommandLine &line);
void print(const QString &text); // to stdout

} // namespace kith::app
