#pragma once
#include "server/config/command_line.h"

#include <QString>
#include <span>

namespace kith::server {

/// One command of `kith-server admin`: program and server read the same table.
struct AdminCommand {
    const char *name;
    const char *words;   // for the usage line
    int least, most;     // words
    const char *options; // names it takes, separated by spaces
    const char *help;
};
std::span<const AdminCommand> adminCommands();
const AdminCommand *adminCommand(QAnyStringView name);
/// The options of all commands; which of them a command takes stands in its row.
std::span<const OwnOption> adminOptions();
bool takesOption(const AdminCommand &command, QStringView option);

} // namespace kith::server
